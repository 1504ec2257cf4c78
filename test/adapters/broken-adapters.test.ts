import { expect } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { ImaginationsAdapter, Verb } from '../../src/data/index.js';
import { fakeGenerator, runAdapterConformance, seedLibrary } from '../../src/testing/index.js';
import type { Break } from './broken-case.js';
import { BROKEN_INDEX } from './broken-index.js';
import { BROKEN_PLACES } from './broken-places.js';
import { BROKEN_READS } from './broken-reads.js';
import { BROKEN_WRITES } from './broken-writes.js';

/** One of each way that a verb is sent. */
const VERBS: readonly Verb[] = [
  { id: 'variation' },
  { id: 'edit', kinds: ['image'] },
  { id: 'animate', kinds: ['image'], makes: 'video', label: 'Animate' },
  { id: 'reference' },
];

/** Runs the kit on a copy of the memory adapter; the rules that it says are broken. */
async function brokenRules(breakIt: Break, only: readonly string[]): Promise<readonly string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = [];
  const goods = new WeakMap<ImaginationsAdapter, MemoryAdapter>();
  await runAdapterConformance({
    runner: {
      describe: (_name, body) => body(),
      it: (name: string, body: () => Promise<void>) => void tests.push({ name, body }),
    },
    create: () => {
      const good = createMemoryAdapter({ generator: fakeGenerator({ verbs: VERBS }) });
      const copy = { ...good, ...breakIt(good) };
      goods.set(copy, good);
      return copy;
    },
    seed: (adapter, count, look) => goods.get(adapter)?.load(seedLibrary(count, look)),
    has: { moderatedPrompt: '[moderated]' },
    patienceMs: 700,
  });
  const broken: string[] = [];
  for (const { name, body } of tests.filter((test) => only.some((letter) => test.name.startsWith(letter)))) {
    await body().catch(() => broken.push(name.split(' ')[0] ?? ''));
  }
  return broken;
}

describe('the kit, on adapters that break a rule', () => {
  it('finds nothing in the adapter they are copies of', async () => {
    expect(await brokenRules(() => ({}), ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'])).to.deep.equal([]);
  }).timeout(20_000);

  for (const [name, rules, breakIt] of [...BROKEN_READS, ...BROKEN_INDEX, ...BROKEN_WRITES, ...BROKEN_PLACES]) {
    it(`finds ${name}: ${rules.join(', ')}`, async () => {
      const suites = [...new Set(rules.map((rule) => rule[0] ?? ''))];
      expect(await brokenRules(breakIt, suites)).to.deep.equal(rules);
    }).timeout(20_000);
  }
});
