import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { AdapterError } from '../../../../src/data/index.js';
import type { Session } from '../../../../src/model/index.js';
import { LAG_MS } from '../../../../src/store/entity-table.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import type { OffsetList } from '../../../../src/store/offsets/offset-list.js';
import { offsetSessions } from '../../../../src/store/offsets/offset-list-of.js';
import { FakeBackend } from '../../../support/fake-backend.js';
import { FakeClock, settle } from '../../../support/fake-clock.js';
import { instant, session } from '../../../support/rows.js';

interface Opened {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly list: OffsetList<Session>;
  /** Offsets that were asked for, since it was read last. */
  asked(): (number | undefined)[];
}

// What the stream brings is taken by code that comes after the first rows.
before(() => loadLater());

const nameOf = (minute: number): string => `s${String(minute).padStart(4, '0')}`;
const made = (minute: number): Session => session(nameOf(minute), { createdAt: instant(minute), rev: 1 });
const query = { filter: { archived: 'exclude' } } as const;

async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await settle();
}

/** `count` sessions, one a minute, ten in a page; the newest has the highest number. */
async function open(count: number): Promise<Opened> {
  const backend = new FakeBackend();
  for (let minute = 0; minute < count; minute++) backend.add(made(minute));
  const clock = new FakeClock();
  const store = new ImaginationsStore(backend.adapter({ stream: true, limits: { pageSize: 10, random: 'offset' } }), {
    clock,
  });
  store.retain();
  backend.subscription?.state('live');
  const pages = store.sessionList(query);
  await pages.load();
  const list = offsetSessions(store, query, pages.value);
  if (!list) throw new Error('There is no list');
  let seen = backend.calls.length;
  const asked = (): (number | undefined)[] => {
    const calls = backend.calls.slice(seen).filter(({ method }) => method === 'listSessions');
    seen = backend.calls.length;
    return calls.map(({ args: [request] }) => (request as { readonly offset?: number }).offset);
  };
  return { backend, clock, store, list, asked };
}

/** Lets everything be read again that has to be, and reads all there is. */
async function catchUp({ clock, list }: Opened): Promise<void> {
  for (const ms of [500, LAG_MS + 1000, 500]) {
    await clock.advance(ms);
    for (let turn = 0; turn < 12; turn++) {
      list.want(list, 0, list.value.ids.length);
      await settled();
    }
  }
}

describe('offset list', () => {
  it('knows every place, and reads the pages that somebody looks at', async () => {
    const { list, asked } = await open(200);
    expect(list.value).to.include({ total: 200, complete: true, status: 'ready' });
    expect(list.value.ids.length).to.equal(200);
    list.want(list, 95, 108);
    await settled();
    expect(asked().sort()).to.deep.equal([100, 90]);
    expect(list.value.ids.slice(89, 92)).to.deep.equal([undefined, nameOf(109), nameOf(108)]);
    list.want(list, 100, 110);
    await settled();
    expect(asked()).to.deep.equal([]);
  });

  it('gives up what is flown past', async () => {
    const { list, backend, asked } = await open(500);
    let answer = (): void => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    backend.before = () => gate;
    for (let first = 100; first < 400; first += 20) list.want(list, first, first + 10);
    await settled();
    const calls = backend.calls.filter(({ signal }) => !signal.aborted && signal instanceof AbortSignal);
    expect(calls.at(-1)?.args[0]).to.include({ offset: 380 });
    answer();
    await settled();
    expect(asked().length).to.be.at.most(15);
    expect(list.value.ids[385]).to.equal(nameOf(114));
    expect(list.value.ids[105]).to.equal(undefined);
  });

  it('shows at once what comes and goes, where it belongs', async () => {
    const opened = await open(60);
    const { list, backend, store, clock } = opened;
    list.want(list, 20, 30);
    await settled();
    backend.add(made(60));
    backend.send([{ type: 'session', item: made(60) }]);
    await clock.advance(200);
    expect(list.value.ids[0]).to.equal(nameOf(60));
    expect(list.value.ids[25]).to.equal(nameOf(35));
    await store.archive('session', [nameOf(35)]);
    expect(list.value.ids.slice(24, 26)).to.deep.equal([nameOf(36), nameOf(34)]);
    expect(list.value.total).to.equal(60);
    await catchUp(opened);
    expect(list.value.ids).to.deep.equal(backend.listed(query, true));
  });

  it('reads again what is looked at when the list has moved unseen', async () => {
    const opened = await open(100);
    const { list, backend } = opened;
    list.want(list, 50, 60);
    await settled();
    for (let minute = 100; minute < 104; minute++) backend.add(made(minute));
    list.want(list, 70, 80);
    await settled();
    expect(list.value.total).to.equal(104);
    expect(list.value.ids[0]).to.equal(nameOf(103));
    expect(list.value.ids.slice(74, 84)).to.deep.equal(Array.from({ length: 10 }, (_, at) => nameOf(29 - at)));
  });

  it('says what could not be read, and tries again when asked to', async () => {
    const { list, backend } = await open(100);
    backend.before = () => {
      throw new AdapterError('internal');
    };
    list.want(list, 50, 60);
    await settled();
    expect(list.value).to.include({ status: 'error' });
    expect(list.value.ids.length).to.equal(100);
    backend.before = () => undefined;
    await list.more();
    await settled();
    expect(list.value).to.include({ status: 'ready', error: null });
    expect(list.value.ids[55]).to.equal(nameOf(44));
  });

  it('goes on where a page is short, and closes up where it holds what is no row', async () => {
    const { list, store, asked } = await open(100);
    const { adapter } = store;
    const listSessions = adapter.listSessions.bind(adapter);
    Reflect.set(adapter, 'listSessions', async (...args: Parameters<typeof listSessions>) => {
      const page = await listSessions(...args);
      const items = page.items.slice(0, 4).map((row) => (row.id === nameOf(48) ? { id: 7 } : row));
      return { ...page, items };
    });
    list.want(list, 50, 60);
    await settled();
    expect(asked()).to.deep.equal([50, 54, 58]);
    expect(list.value.ids.slice(50, 53)).to.deep.equal([nameOf(49), nameOf(47), nameOf(46)]);
    expect(list.value.ids.length).to.equal(99);
  });

  it('agrees with the backend in the end, whatever happens', async function () {
    this.timeout(60_000);
    const step = fc.oneof(
      fc.record({ do: fc.constant('look' as const), at: fc.nat(59) }),
      fc.record({ do: fc.constant('add' as const), at: fc.boolean() }),
      fc.record({ do: fc.constant('archive' as const), at: fc.nat(39) }),
      fc.record({ do: fc.constant('wait' as const), at: fc.nat(3000) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const opened = await open(40);
        const { list, backend, store, clock } = opened;
        let next = 40;
        for (const one of steps) {
          if (one.do === 'look') list.want(list, one.at, one.at + 8);
          else if (one.do === 'archive') await store.archive('session', [nameOf(one.at)]);
          else if (one.do === 'wait') await clock.advance(one.at);
          else {
            backend.add(made(next));
            if (one.at) backend.send([{ type: 'session', item: made(next) }]);
            next++;
          }
          await settle();
          const known = list.value.ids.filter((id) => id !== undefined);
          expect(new Set(known).size).to.equal(known.length);
        }
        list.want(list, 0, 60);
        await list.refresh();
        await catchUp(opened);
        expect(list.value.ids).to.deep.equal(backend.listed(query, true));
        store.dispose();
      }),
      { numRuns: 40 },
    );
  });
});
