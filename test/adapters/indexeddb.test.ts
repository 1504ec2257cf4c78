import { createIndexedDbAdapter, type IndexedDbAdapterOptions } from '../../src/adapters/indexeddb/index.js';
import { fakeGenerator, runAdapterConformance, seedLibrary, type SeedOptions } from '../../src/testing/index.js';
import { deleteDatabases, freshName } from './database.js';
import { readOnly } from './read-only.js';

const runner = { describe, it };

after(deleteDatabases);

async function conform(name: string, options: IndexedDbAdapterOptions, look: SeedOptions = {}): Promise<void> {
  await runAdapterConformance({
    name: `indexeddb, ${name}`,
    runner,
    create: () => createIndexedDbAdapter({ ...options, name: freshName() }),
    seed: (adapter, count) => (adapter as ReturnType<typeof createIndexedDbAdapter>).load(seedLibrary(count, look)),
    has: { moderatedPrompt: '[moderated]' },
  });
}

await conform('with a generator', { generator: fakeGenerator() });
await conform('without a generator', {});
await conform('equal instants', {}, { stepMs: 0 });
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

const kept = freshName();
const first = createIndexedDbAdapter({ name: kept });
await first.load(seedLibrary(40));
first.dispose();

await runAdapterConformance({
  name: 'indexeddb, filled before and read-only',
  runner,
  create: () => readOnly(createIndexedDbAdapter({ name: kept })),
});
