// A step is one command of the tests or of the gate; every step ends in counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { addCounts, addFailure, countsLine, noCounts, readCounts, reportCounts } from './counts.mjs';
import { root } from './npm.mjs';

const countsFile = path.join(root, `node_modules/.cache/counts-${process.pid}.json`);

/**
 * Runs a command to its end, its output passed on. A runner that counts its tests says so through TEST_COUNTS; any
 * other command is one check. A runner that ended badly without a failed test (a crash) counts as one failure.
 */
function run({ name, command, env = {}, counted = false }) {
  mkdirSync(path.dirname(countsFile), { recursive: true });
  rmSync(countsFile, { force: true });
  const [program, ...args] = command;
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    env: {
      ...process.env,
      ...env,
      PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
      TEST_COUNTS: counted ? countsFile : '',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  const ok = status === 0;
  const tally = counted ? readCounts(countsFile) : undefined;
  const counts = tally ?? noCounts();
  rmSync(countsFile, { force: true });
  if (!counted && ok) counts.passed++;
  else if (counts.failed === 0 && (!ok || !tally)) {
    addFailure(counts, name, `${command.join(' ')}: ${ok ? 'counted nothing' : `exit code ${status}`}`);
  }
  return counts;
}

/** Runs them all, whatever happens to each, and ends the process's output with the sum. */
export function runSteps(title, steps) {
  const results = [];
  for (const step of steps) {
    console.log(`\n━━ ${title}: ${step.name}`);
    const started = performance.now();
    const counts = step.skip ? noCounts() : run(step);
    if (step.skip) console.log(step.skip);
    results.push({ name: step.name, counts, seconds: (performance.now() - started) / 1000 });
  }
  const width = Math.max(...results.map(({ name }) => name.length));
  console.log(`\n━━ ${title}`);
  for (const { name, counts, seconds } of results) {
    const mark = counts.failed > 0 ? '✘' : '✔';
    console.log(`${mark} ${name.padEnd(width)}  ${countsLine(counts)}  (${seconds.toFixed(1)} s)`);
  }
  const sum = results.reduce((total, { counts }) => addCounts(total, counts), noCounts());
  reportCounts(sum);
  process.exitCode = sum.failed > 0 ? 1 : 0;
  // Said again where it is found: what went wrong is thousands of lines above.
  for (const failure of sum.failures) console.log(`\n✘ ${failure}`);
  console.log(`\n${countsLine(sum)}`);
}
