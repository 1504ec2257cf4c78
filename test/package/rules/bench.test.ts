import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toRows } from '../../bench/rows.mjs';
import { root } from '../manifest.js';

const subjects = { ours: 'ours', byHand: 'limit', swift: 'peer', slow: 'peer' } as const;
const metric = { scenario: 'steady', metric: 'cpu', unit: 'ms', limit: 'byHand' };

/** Values of each subject, one a round. */
const samplesOf = (values: Readonly<Record<string, readonly number[]>>, n = 10, name = 'cpu') =>
  Object.entries(values).flatMap(([subject, rounds]) =>
    rounds.map((value) => ({ scenario: 'steady', metric: name, subject, n, value })),
  );

const MEASURED = samplesOf({ ours: [300, 110, 90], byHand: [100], swift: [80, 88], slow: [400] });

const oursOf = (metrics: Parameters<typeof toRows>[0]['metrics'], samples: Parameters<typeof toRows>[1]) =>
  toRows({ suite: 'test', subjects, metrics }, samples).filter(({ subject }) => subject === 'ours');

describe('rows of the benchmark', () => {
  it('hold medians against the limit and the best peer', () => {
    const [row] = oursOf([{ ...metric, target: { toLimit: 1.15 } }], MEASURED);
    expect(row).toEqual({
      suite: 'test',
      scenario: 'steady',
      subject: 'ours',
      n: 10,
      metric: 'cpu',
      unit: 'ms',
      value: 110,
      limit: 100,
      bestPeer: 84,
      ratioToLimit: 1.1,
      ratioToBestPeer: 110 / 84,
      target: '<= 1.15x limit',
      pass: true,
    });
  });

  it('fail above a target, and have none for others than ours', () => {
    const rows = toRows({ suite: 'test', subjects, metrics: [{ ...metric, target: { toLimit: 1 } }] }, MEASURED);
    expect(rows.map(({ subject, pass }) => [subject, pass])).toEqual([
      ['ours', false],
      ['byHand', null],
      ['swift', null],
      ['slow', null],
    ]);
  });

  it('do not pass when there is no limit to hold them against', () => {
    const [row] = oursOf([{ ...metric, target: { toLimit: 1 } }], samplesOf({ ours: [1] }));
    expect(row).toMatchObject({ limit: null, ratioToLimit: null, target: '<= 1x limit', pass: null });
  });

  it('know targets for large lists only, and such that are the least', () => {
    const samples = [...samplesOf({ ours: [50] }, 10), ...samplesOf({ ours: [50] }, 1000)];
    const large = oursOf([{ ...metric, target: { most: 40, from: 1000 } }], samples);
    expect(large.map(({ pass }) => pass)).toEqual([null, false]);
    const least = oursOf([{ ...metric, better: 'more', target: { least: 50 } }], samples);
    expect(least.map(({ pass }) => pass)).toEqual([true, true]);
  });

  it('tell how much more a larger list takes', () => {
    const samples = [...samplesOf({ ours: [40] }, 10), ...samplesOf({ ours: [60] }, 1000)];
    const growth = { scenario: 'steady', metric: 'growth', unit: 'x', growthOf: 'cpu', target: { most: 1.2 } };
    expect(oursOf([growth], samples)).toMatchObject([{ n: 1000, value: 1.5, pass: false }]);
  });
});

describe('npm run bench', () => {
  const bench = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(root, 'test/bench/run.mjs'), ...args], { cwd: root, encoding: 'utf8' });

  it.each([
    [['--suite', 'nothing'], "There is no suite 'nothing': there are changes, grid"],
    [['--n', 'many'], "--n wants whole numbers above 0, as in 10000,1000000: not 'many'"],
    [['--subjects', 'ours,theirs'], "There is no subject 'theirs': there are ours, "],
  ])('refuses %s', (args, message) => {
    const { status, stdout, stderr } = bench(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('explains itself', () => {
    const { status, stdout } = bench('--help');
    expect(status).toBe(0);
    expect(stdout).toContain('A suite is one file in test/bench/suites');
    expect(stdout).toContain('(default: grid)');
  });
});
