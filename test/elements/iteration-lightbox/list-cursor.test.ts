import { expect } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { AnyList } from '../../../src/elements/collection/collection-list.js';
import { ListCursor } from '../../../src/elements/iteration-lightbox/axes/list-cursor.js';
import type { Id, Query } from '../../../src/model/index.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { indexedList } from '../../../src/store/indexed/indexed-list-of.js';
import { instant, iteration, session } from '../../support/rows.js';
import { waitUntil } from '../../support/wait.js';

const COUNT = 60;
const always = (): boolean => true;

interface Stage {
  readonly store: ImaginationsStore;
  readonly adapter: MemoryAdapter;
  readonly cursor: ListCursor;
  readonly list: () => AnyList;
}

/** Rows of five sessions that take turns of four, in a list of either kind. */
function stage(kind: 'paged' | 'indexed', query: Query = {}): Stage {
  const adapter = createMemoryAdapter({
    sessions: [0, 1, 2, 3, 4].map((number) => session(`s${number}`)),
    iterations: Array.from({ length: COUNT }, (_, index) =>
      iteration(`i${String(index).padStart(2, '0')}`, {
        createdAt: instant(COUNT - index),
        sessionId: `s${Math.floor(index / 4) % 5}`,
        kind: index % 3 === 2 ? 'video' : 'image',
      }),
    ),
    limits: { pageSize: 10 },
    segmentSize: 10,
  });
  const store = new ImaginationsStore(adapter);
  store.retain();
  const list = (): AnyList =>
    kind === 'paged' ? store.iterationList(query) : indexedList(store, adapter.index, query);
  return { store, adapter, list, cursor: new ListCursor(store, { query, list }) };
}

async function at(staged: Stage, id: Id): Promise<void> {
  const { cursor, list, store } = staged;
  await list().load();
  for (let { value } = list(); 'ids' in value && !value.complete && !value.ids.includes(id); { value } = list()) {
    await list().more();
  }
  await store.loadIteration(id);
  await waitUntil(() => {
    cursor.follow(id);
    return cursor.id === id;
  }, `is at ${id}`);
}

/** As the backend has it. */
async function truth({ adapter }: Stage, query: Query = {}): Promise<readonly Id[]> {
  const ids: Id[] = [];
  let cursor: string | undefined;
  do {
    const page = await adapter.listIterations(
      { ...query, limit: 10, ...(cursor !== undefined && { cursor }) },
      { signal: new AbortController().signal },
    );
    for (const { id } of page.items) ids.push(id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

/** The same numbers at each run. */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

for (const kind of ['paged', 'indexed'] as const) {
  describe(`a place in a list that is ${kind}`, () => {
    it('goes on and back through all of it, and reads on where it has to', async () => {
      const staged = stage(kind);
      const { cursor } = staged;
      await at(staged, 'i00');
      expect(await cursor.beside(-1, always)).to.equal(undefined);
      const gone = ['i00'];
      for (let id = await cursor.beside(1, always); id !== undefined; id = await cursor.beside(1, always)) {
        gone.push(id);
        await at(staged, id);
      }
      expect(gone).to.deep.equal(await truth(staged));
      expect(cursor.place).to.deep.equal({ index: COUNT, total: COUNT, more: false });
      expect(await cursor.beside(-1, always)).to.equal('i58');
    });

    it('goes to the first of the next session, and of the one before', async () => {
      const staged = stage(kind);
      await at(staged, 'i05');
      expect(await staged.cursor.besideSession(1, 's1', always)).to.equal('i08');
      expect(await staged.cursor.besideSession(-1, 's1', always)).to.equal('i00');
      await at(staged, 'i08');
      expect(await staged.cursor.besideSession(-1, 's2', always)).to.equal('i04');
      await at(staged, 'i58');
      expect(await staged.cursor.besideSession(1, 's4', always)).to.equal(undefined);
    });

    it('stays beside the last hit while something else is shown', async () => {
      const query: Query = { filter: { kinds: ['video'] } };
      const staged = stage(kind, query);
      await at(staged, 'i05');
      await staged.store.loadIteration('i06');
      staged.cursor.follow('i06');
      expect([staged.cursor.id, staged.cursor.place?.index]).to.deep.equal(['i05', 2]);
      expect(await staged.cursor.beside(1, always)).to.equal('i08');
    });

    it('is followed through everything that comes, goes and moves', async () => {
      const staged = stage(kind);
      const { store, cursor, list } = staged;
      const numbers = chance(kind === 'paged' ? 7 : 11);
      const next = (below: number): number => Math.floor(numbers.next().value * below);
      let shown = 'i20';
      await at(staged, shown);
      // How many there are beyond what has been read is the backend's to say.
      while (!list().value.complete) await list().more();
      for (let round = 0; round < 30; round++) {
        const before = await truth(staged);
        const place = before.indexOf(shown);
        // Mostly near it, and every third time itself.
        const others = [shown, before[place + 1], before[place - 1], before[next(before.length)]];
        const gone = others.filter(
          (id): id is Id => id !== undefined && (id === shown ? round % 3 === 0 : next(2) === 0),
        );
        await store.archive('iteration', [...new Set(gone)]);
        // What was put away long ago comes back.
        if (round % 5 === 4) await store.unarchive('iteration', [`i${String(next(COUNT)).padStart(2, '0')}`]);
        const now = await truth(staged);
        const wanted = now.includes(shown)
          ? shown
          : (before.slice(place + 1).find((id) => now.includes(id)) ??
            before.slice(0, place).findLast((id) => now.includes(id)));
        cursor.follow(shown);
        // An index waits for what it has not read.
        await waitUntil(() => {
          cursor.follow(cursor.id ?? shown);
          return list().value.status === 'ready' && cursor.place?.total === now.length;
        }, 'knows how many');
        expect(cursor.id, `round ${round}`).to.equal(wanted);
        shown = cursor.id ?? '';
        const at = now.indexOf(shown);
        expect(cursor.place?.index, `round ${round}`).to.equal(at + 1);
        expect(await cursor.beside(1, always)).to.equal(now[at + 1]);
        expect(await cursor.beside(-1, always)).to.equal(now[at - 1]);
      }
      cursor.leave();
    });
  });
}
