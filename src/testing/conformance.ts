import type { ImaginationsAdapter, Limits } from '../data/index.js';
import type { ConformanceOptions } from './conformance-options.js';
import { filters } from './suites/filters.js';
import { generation } from './suites/generation.js';
import { lists } from './suites/lists.js';
import { live } from './suites/live.js';
import { lookup } from './suites/lookup.js';
import { robustness } from './suites/robustness.js';
import { segmentIndex } from './suites/segment-index.js';
import { shape } from './suites/shape.js';
import type { Suite } from './suites/suite.js';
import { writes } from './suites/writes.js';
import { Trial } from './trial.js';

const SUITES: readonly Suite[] = [shape, lists, filters, lookup, segmentIndex, writes, generation, live, robustness];

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
