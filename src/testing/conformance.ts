import type { ImaginationsAdapter, Limits } from '../data/index.js';
import { filters } from './suites/filters.js';
import { generation } from './suites/generation.js';
import { lists } from './suites/lists.js';
import { live } from './suites/live.js';
import { lookup } from './suites/lookup.js';
import { robustness } from './suites/robustness.js';
import { shape } from './suites/shape.js';
import type { Suite, SuiteLetter } from './suites/suite.js';
import { writes } from './suites/writes.js';
import { Trial } from './trial.js';

/** The test runner's two functions: mocha, vitest, jest and node:test all have them. */
export interface ConformanceRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: ((name: string, body: () => Promise<void>) => unknown) & {
    skip?: (name: string, body: () => void) => unknown;
  };
}

/** What is tested, and with what. */
export interface ConformanceOptions {
  /** For the headings. Default: the adapter's own. */
  readonly name?: string;
  readonly runner: ConformanceRunner;
  /** A fresh adapter for each check; on an empty backend when there is a `seed`. */
  create(): ImaginationsAdapter | Promise<ImaginationsAdapter>;
  /** Fills the backend with some sessions and `count` iterations; without it, checks work on what is there. */
  seed?(adapter: ImaginationsAdapter, count: number): Promise<void> | void;
  /** Runs after each check. Default: `dispose`. */
  teardown?(adapter: ImaginationsAdapter): Promise<void> | void;
  /** What the kit cannot see from outside. */
  readonly has?: {
    /** A prompt that is refused. */
    readonly moderatedPrompt?: string;
    /** Writes may be tried: default yes. `false` for a backend with real data. */
    readonly writes?: boolean;
    /** Media addresses can be fetched from here: default only what needs no network. */
    readonly reachableMedia?: boolean;
  };
  /** These suites only. */
  readonly only?: readonly SuiteLetter[];
  /** Longest wait for something to happen, in ms. Default 4000. */
  readonly patienceMs?: number;
  /** How to wait; for runs on a clock of their own. */
  wait?(ms: number): Promise<void>;
}

const SUITES: readonly Suite[] = [shape, lists, filters, lookup, writes, generation, live, robustness];

const limitsOf = async (adapter: ImaginationsAdapter): Promise<Limits> =>
  typeof adapter.limits === 'function'
    ? adapter.limits({ signal: new AbortController().signal })
    : (adapter.limits ?? {});

async function teardown(options: ConformanceOptions, adapter: ImaginationsAdapter): Promise<void> {
  if (options.teardown) await options.teardown(adapter);
  else adapter.dispose?.();
}

/**
 * Defines one test per rule of the contract that the adapter can be held to, named with its number ("B13 order newest").
 * What it does not offer is reported as "not offered", never as failed.
 *
 * Await it where tests are defined (at the top of a module): it looks at one adapter first.
 */
export async function runAdapterConformance(options: ConformanceOptions): Promise<void> {
  const sample = await options.create();
  const limits = await limitsOf(sample);
  const trial = new Trial(sample, limits, options);
  const offers = new Map(SUITES.flatMap(({ checks }) => checks.map((check) => [check, check.needs?.(trial) ?? true])));
  await teardown(options, sample);
  const { runner, only } = options;
  runner.describe(`adapter conformance: ${options.name ?? sample.name ?? 'adapter'}`, () => {
    for (const { letter, title, checks } of SUITES) {
      if (only && !only.includes(letter)) continue;
      runner.describe(`${letter}. ${title}`, () => {
        for (const { number, title: rule, run } of checks.filter((check) => offers.get(check))) {
          runner.it(`${letter}${number} ${rule}`, async () => {
            const adapter = await options.create();
            try {
              await run(new Trial(adapter, await limitsOf(adapter), options));
            } finally {
              await teardown(options, adapter);
            }
          });
        }
        const left = checks.filter((check) => !offers.get(check)).map(({ number }) => `${letter}${number}`);
        if (left.length > 0) runner.it.skip?.(`not offered: ${left.join(', ')}`, () => undefined);
      });
    }
  });
}
