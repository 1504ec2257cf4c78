import { expect } from '@open-wc/testing';
import { createIndexedDbAdapter, type IndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import type { Filter, Query } from '../../src/model/index.js';
import { seedLibrary } from '../../src/testing/index.js';
import { call } from './calls.js';
import { deleteDatabases, freshName } from './database.js';

const ROWS = 2000;
const LIMIT = 20;
/** Rows beyond the page that may be read, for the peek at what follows. */
const SPARE = 3;

describe('indexeddb: what a page reads', () => {
  let adapter: IndexedDbAdapter;
  let rows = 0;
  const { value: getAll } = Object.getOwnPropertyDescriptor(IDBIndex.prototype, 'getAll') as {
    readonly value: IDBIndex['getAll'];
  };

  before(async function () {
    this.timeout(60_000);
    adapter = createIndexedDbAdapter({ name: freshName() });
    await adapter.load(seedLibrary(ROWS));
    IDBIndex.prototype.getAll = function (this: IDBIndex, ...args: Parameters<typeof getAll>) {
      const request = getAll.apply(this, args);
      request.addEventListener('success', () => (rows += request.result.length));
      return request;
    };
  });

  after(async () => {
    IDBIndex.prototype.getAll = getAll;
    adapter.dispose();
    await deleteDatabases();
  });

  const filters: readonly Filter[] = [
    {},
    { archived: 'include' },
    { kinds: ['image'] },
    { kinds: ['image', 'audio'] },
    { statuses: ['failed'] },
    { starred: true },
    { ratingAtLeast: 4 },
    { flag: 'pick' },
    { tags: ['cover'] },
    { model: 'model-a' },
    { projectId: 'project-1' },
    { projectId: null },
    { createdBefore: seedLibrary(ROWS).iterations[900]?.createdAt ?? '' },
  ];

  for (const filter of filters) {
    for (const order of ['newest', 'oldest'] as const) {
      it(`is no more than the page, for ${JSON.stringify(filter)}, ${order}`, async () => {
        const query: Query = { filter, order };
        rows = 0;
        const first = await adapter.listIterations({ ...query, limit: LIMIT }, call);
        expect(first.items.length).to.equal(LIMIT);
        // Each list that is merged is read a page ahead.
        const lists =
          (filter.kinds?.length ?? 1) * (filter.archived === 'include' ? 2 : 1) * (filter.ratingAtLeast ? 2 : 1);
        expect(rows).to.be.at.most(lists * (LIMIT + SPARE));
        rows = 0;
        await adapter.listIterations({ ...query, limit: LIMIT, cursor: first.nextCursor ?? '' }, call);
        expect(rows).to.be.at.most(lists * (LIMIT + SPARE));
      });
    }
  }

  it('is no more than the page, far down the list', async () => {
    rows = 0;
    const { items, offset } = await adapter.listIterations({ limit: LIMIT, offset: 1500 }, call);
    expect([items.length, offset]).to.deep.equal([LIMIT, 1500]);
    expect(rows).to.be.at.most(LIMIT + SPARE);
    rows = 0;
    const id = items[0]?.id ?? '';
    const around = await adapter.listIterations({ limit: LIMIT, around: id }, call);
    expect(around.items.some((item) => item.id === id)).to.equal(true);
    expect(rows).to.be.at.most(LIMIT + 2 * SPARE);
  });

  it('is nothing for the counts of everything, but what is under way', async () => {
    rows = 0;
    const counts = await adapter.counts({}, call);
    expect(counts.total).to.equal(ROWS);
    expect(rows).to.equal(0);
  });
});
