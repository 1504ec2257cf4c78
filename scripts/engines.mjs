// Makes sure that Firefox and WebKit are there, from Debian's packages where that is allowed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { webkitAvailable } from './webkit-launcher.mjs';

const FIREFOX = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
const PACKAGES = [
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  // What WebKit plays media with.
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-libav',
  'gstreamer1.0-plugins-bad',
];

const missing = () => [
  ...(existsSync(FIREFOX) ? [] : ['Firefox']),
  ...(webkitAvailable() ? [] : ['WebKitGTK']),
  ...(existsSync('/usr/bin/Xvfb') ? [] : ['Xvfb']),
];

const apt = (...args) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log(`Installing ${PACKAGES.join(' ')} …`);
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', ...PACKAGES);
}
if (missing().length > 0) {
  console.error(`${missing().join(', ')} not found. On Debian: apt-get install ${PACKAGES.join(' ')}`);
  process.exitCode = 1;
} else {
  console.log('Firefox and WebKit are installed.');
}
