import type { ImaginationsAdapter } from '../data/index.js';
import type { SeedOptions } from './seeds.js';

/** A suite of rules. */
export type SuiteLetter = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';

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
  /**
   * Fills the backend with some sessions and `count` iterations; without it, checks work on what is there.
   * @param look what `seedLibrary` takes, where a check wants rows of one instant (`stepMs: 0`); a backend that cannot
   * make them leaves it aside.
   */
  seed?(adapter: ImaginationsAdapter, count: number, look?: SeedOptions): Promise<void> | void;
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
