import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from '../manifest.js';

const runner = (counts: object | undefined, exitCode: number) => [
  'node',
  '-e',
  `${counts ? `fs.writeFileSync(process.env.TEST_COUNTS, ${JSON.stringify(JSON.stringify(counts))});` : ''} process.exit(${exitCode})`,
];

/** Runs steps in a process of their own; tells its last line and how it ended. */
function run(...steps: readonly object[]): { last: string | undefined; status: number | null } {
  const { output, status } = outputOf(...steps);
  return { last: output.split('\n').at(-1), status };
}

function outputOf(...steps: readonly object[]): { output: string; status: number | null } {
  const named = steps.map((step, index) => ({ name: `step ${index}`, ...step }));
  const code = `import { runSteps } from './scripts/steps.mjs'; runSteps('test', ${JSON.stringify(named)});`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TEST_COUNTS: '' },
  });
  return { output: stdout.trimEnd(), status };
}

const GOOD = { passed: 3, failed: 0, skipped: 2 };

describe('the sum of the gate', () => {
  it('adds what the runners counted to the checks', () => {
    expect(run({ command: runner(GOOD, 0), counted: true }, { command: runner(undefined, 0) })).toEqual({
      last: '4 passed, 0 failed, 2 skipped',
      status: 0,
    });
  });

  it('fails with a failed test, and goes on to the next step', () => {
    const bad = { passed: 3, failed: 2, skipped: 0 };
    expect(run({ command: runner(bad, 1), counted: true }, { command: runner(GOOD, 0), counted: true })).toEqual({
      last: '6 passed, 2 failed, 2 skipped',
      status: 1,
    });
  });

  it('fails with a failed test even if its runner ended well', () => {
    expect(run({ command: runner({ passed: 0, failed: 1, skipped: 0 }, 0), counted: true }).status).toBe(1);
  });

  it('counts a runner that ended badly with no failed test as one failure', () => {
    expect(run({ command: runner(GOOD, 1), counted: true })).toEqual({
      last: '3 passed, 1 failed, 2 skipped',
      status: 1,
    });
  });

  it('counts a runner that ended before it could count as one failure', () => {
    const one = { last: '0 passed, 1 failed, 0 skipped', status: 1 };
    expect(run({ command: runner(undefined, 1), counted: true })).toEqual(one);
    expect(run({ command: ['no-such-program'], counted: true })).toEqual(one);
  });

  it('says at the end what failed, and how', () => {
    const counts = { passed: 3, failed: 1, skipped: 0, failures: ['Chrome: a.test.ts › is right\n    expected 1'] };
    const { output } = outputOf({ command: runner(counts, 1), counted: true }, { command: runner(undefined, 3) });
    const [, end] = output.split('━━ test\n');
    expect(end).toContain('✘ Chrome: a.test.ts › is right\n    expected 1');
    expect(end).toMatch(/✘ step 1\n {4}node -e .*: exit code 3/);
  });

  it('counts a failed check as one failure', () => {
    expect(run({ command: runner(undefined, 2) })).toEqual({ last: '0 passed, 1 failed, 0 skipped', status: 1 });
  });

  it('a runner that should count but did not is no pass', () => {
    expect(run({ command: runner(undefined, 0), counted: true })).toEqual({
      last: '0 passed, 1 failed, 0 skipped',
      status: 1,
    });
  });
});
