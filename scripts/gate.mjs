// What .ci/run runs once the packages are installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './npm.mjs';
import { runSteps } from './steps.mjs';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const script = (name) => ['npm', 'run', '--silent', name];
const check = (name) => ({ name, command: script(name) });
/** One after the other: beside another browser WebKit is too slow for what waits for it. */
const engine = (name) => ({
  name: `browser tests in ${name}`,
  command: ['wtr'],
  env: { BROWSERS: name, ENGINE_TESTS: '1' },
  counted: true,
});

runSteps('gate', [
  check('typecheck'),
  check('lint'),
  check('format:check'),
  check('deps'),
  check('deadcode'),
  check('check:lock'),
  { name: 'npm test', command: ['npm', 'test'], env: { BROWSERS: 'chromium' }, counted: true },
  { name: 'engines', command: ['node', 'scripts/engines.mjs'] },
  engine('firefox'),
  engine('webkit'),
  // What is drawn near the limits of a browser's numbers, at two device pixels to one of CSS.
  {
    name: 'tall lists at DPR 2',
    command: [
      'wtr',
      '--files',
      'test/elements/{iteration-grid/{million,million-wheel/{grid,timeline},tall},iteration-timeline/scrubber}.test.ts',
    ],
    env: { BROWSERS: 'chromium,firefox,webkit', DPR: '2' },
    counted: true,
  },
  ...('test:csp' in scripts ? [{ name: 'test:csp', command: script('test:csp'), counted: true }] : []),
  check('build'),
  check('check:package'),
  check('size'),
]);
