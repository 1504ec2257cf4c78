import { createMemoryAdapter, type MemoryAdapterOptions } from '../../src/adapters/memory/index.js';
import { fakeGenerator, runAdapterConformance, seedLibrary, type SeedOptions } from '../../src/testing/index.js';
import { readOnly } from './read-only.js';

const runner = { describe, it };

async function conform(name: string, options: MemoryAdapterOptions, look: SeedOptions = {}): Promise<void> {
  await runAdapterConformance({
    name: `memory, ${name}`,
    runner,
    create: () => createMemoryAdapter(options),
    seed: (adapter, count, wanted) =>
      (adapter as ReturnType<typeof createMemoryAdapter>).load(seedLibrary(count, { ...look, ...wanted })),
    has: { moderatedPrompt: '[moderated]' },
  });
}

await conform('with a generator', { generator: fakeGenerator() });
await conform('without a generator', {});
await conform('equal instants', { generator: fakeGenerator() }, { stepMs: 0 });
await conform('small limits', {
  generator: fakeGenerator({ kinds: ['audio'] }),
  limits: {
    pageSize: 3,
    lookupSize: 9,
    batchSize: 4,
    maxVariants: 1,
    filters: ['archived', 'sessionId'],
    orders: ['newest'],
    random: 'none',
  },
});
await conform('small segments', { generator: fakeGenerator(), segmentSize: 8 });
await conform('small segments of equal instants', { segmentSize: 8 }, { stepMs: 0 });
await conform('slow', { generator: fakeGenerator(), latencyMs: 1 });

await runAdapterConformance({
  name: 'memory, seeded at the start and read-only',
  runner,
  create: () => readOnly(createMemoryAdapter(seedLibrary(40))),
});
