// What .ci/run runs once the packages are installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './npm.mjs';
import { runSteps } from './steps.mjs';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const script = (name) => ['npm', 'run', '--silent', name];
const check = (name) => ({ name, command: script(name) });

runSteps('gate', [
  check('typecheck'),
  check('lint'),
  check('format:check'),
  check('deps'),
  check('deadcode'),
  check('check:lock'),
  { name: 'npm test', command: ['npm', 'test'], env: { BROWSERS: 'chromium' }, counted: true },
  { name: 'engines', command: ['node', 'scripts/engines.mjs'] },
  // Side by side: each of the two runs one file at a time.
  {
    name: 'browser tests in Firefox and WebKit',
    command: ['wtr'],
    env: { BROWSERS: 'firefox,webkit', ENGINE_TESTS: '1' },
    counted: true,
  },
  // What is drawn near the limits of a browser's numbers, at two device pixels to one of CSS.
  {
    name: 'tall lists at DPR 2',
    command: [
      'wtr',
      '--files',
      'test/elements/{iteration-grid/{million,million-wheel,tall},iteration-timeline/scrubber}.test.ts',
    ],
    env: { BROWSERS: 'chromium,firefox,webkit', DPR: '2' },
    counted: true,
  },
  ...('test:csp' in scripts ? [{ name: 'test:csp', command: script('test:csp'), counted: true }] : []),
  check('build'),
  check('check:package'),
  check('size'),
]);
