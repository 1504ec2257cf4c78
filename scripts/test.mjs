// `npm test`: every kind of test, the fast ones first.
//   node scripts/test.mjs browser stories    only these
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './npm.mjs';
import { runSteps } from './steps.mjs';

const has = (folder, ending) =>
  existsSync(path.join(root, folder)) &&
  readdirSync(path.join(root, folder), { recursive: true }).some((file) => String(file).endsWith(ending));

const missing = (what) => `There are no ${what} yet.`;

const steps = [
  { name: 'browser', command: ['wtr'], counted: true },
  { name: 'package', command: ['vitest', 'run', '--project', 'rules', '--project', 'package'], counted: true },
  {
    name: 'stories',
    command: ['vitest', 'run', '--project', 'stories-*'],
    counted: true,
    skip: !has('stories', '.stories.ts') && missing('stories'),
  },
  {
    name: 'e2e',
    command: ['vitest', 'run', '--project', 'e2e'],
    counted: true,
    skip: !has('test/e2e', '.test.ts') && missing('end-to-end tests'),
  },
];

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!steps.some((step) => step.name === name)) {
    console.error(`"${name}" is none of ${steps.map((step) => step.name).join(', ')}.`);
    process.exit(2);
  }
}
runSteps('npm test', wanted.length > 0 ? steps.filter(({ name }) => wanted.includes(name)) : steps);
