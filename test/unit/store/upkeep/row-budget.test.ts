import { expect } from '@open-wc/testing';
import type { Query } from '../../../../src/model/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { MOST_HELD } from '../../../../src/store/upkeep/row-budget.js';
import { gate } from '../../../support/fake-backend.js';
import { generation, instant, iteration, running, session } from '../../../support/rows.js';
import { nameOf, setUp, settled, type Indexed } from '../indexed/set-up.js';

const FEW = { iterations: 60, sessions: 10, generations: 10 };
const usual = { ...MOST_HELD };

const held = ({ store }: Indexed): number => store.core.iterations.known.size;
const isHeld = ({ store }: Indexed, id: string): boolean => store.core.iterations.confirmed(id) !== undefined;

/** A list of which everything is looked at, ten rows at a time. */
async function flyOver(made: Indexed, from: number, to: number): Promise<void> {
  for (let item = from; item < to; item += 10) {
    made.list.want(made, item, item + 10);
    await settled(made);
    await made.clock.advance(100);
  }
  await made.clock.advance(600);
}

async function open(count: number, query: Query = {}): Promise<Indexed> {
  const made = setUp(count, query);
  made.store.retain();
  made.backend.subscription?.state('live');
  await made.list.load();
  return made;
}

describe('row budget', () => {
  // What keeps rows comes after the first ones.
  before(() => loadLater());
  beforeEach(() => Object.assign(MOST_HELD, FEW));
  after(() => Object.assign(MOST_HELD, usual));

  it('holds a few rows, however many have been looked at', async () => {
    const made = await open(900);
    let most = 0;
    for (let item = 0; item < 900; item += 100) {
      await flyOver(made, item, item + 100);
      most = Math.max(most, held(made));
    }
    expect(most).to.be.within(20, 2 * FEW.iterations);
    expect(isHeld(made, nameOf(0))).to.equal(true);
    expect(isHeld(made, nameOf(899))).to.equal(false);
  });

  it('tells nobody, and reads rows again that are looked at again', async () => {
    const made = await open(300);
    await flyOver(made, 0, 300);
    const { order } = made.list.value;
    expect(isHeld(made, nameOf(299))).to.equal(false);
    expect(order.id(0)).to.equal(nameOf(299));
    made.list.want(made, 0, 10);
    await settled(made);
    await made.clock.advance(100);
    expect(made.store.iteration(nameOf(299))).to.include({ id: nameOf(299) });
    expect(made.list.value.order).to.equal(order);
    expect(made.list.value).to.include({ status: 'ready', error: null });
  });

  it('keeps what each who looks looks at', async () => {
    const made = await open(600);
    const other = {};
    made.list.want(other, 0, 10);
    await flyOver(made, 100, 600);
    expect(isHeld(made, nameOf(599))).to.equal(true);
    made.list.leave(other);
    await flyOver(made, 100, 600);
    expect(isHeld(made, nameOf(599))).to.equal(false);
  });

  it('keeps what lists have that are read page by page', async () => {
    const made = await open(600);
    const paged = made.store.iterationList({ filter: { kinds: ['image'] } });
    await paged.load();
    const { ids } = paged.value;
    await flyOver(made, 100, 600);
    await flyOver(made, 100, 600);
    expect(paged.value.ids).to.equal(ids);
    expect(ids.every((id) => isHeld(made, id))).to.equal(true);
  });

  it('waits for a list that is just being read', async () => {
    const made = await open(900);
    const paged = made.store.iterationList({ order: 'oldest' });
    const [second, first] = [gate(), gate()];
    made.backend.before = (method, [request]) => {
      if (method !== 'listIterations') return;
      return (request as { readonly cursor?: string }).cursor === undefined ? first.promise : second.promise;
    };
    void paged.load();
    first.open();
    await made.clock.advance(0);
    void paged.more();
    void paged.refresh();
    await flyOver(made, 0, 300);
    expect(held(made)).to.be.above(300);
    second.open();
    await made.clock.advance(1000);
    expect(paged.value.ids[0]).to.equal(nameOf(0));
    expect(held(made)).to.be.below(300);
  });

  it('keeps what runs, what is asked for, and what the backend has not confirmed', async () => {
    const made = await open(600);
    made.backend.add(running('run', 'g1', { createdAt: instant(700) }));
    made.backend.send([{ type: 'iteration', item: made.backend.iterations.get('run') }]);
    await flyOver(made, 0, 30);
    const archiving = gate();
    made.backend.before = (method) => (method === 'archive' ? archiving.promise : undefined);
    const done = made.store.archive('iteration', [nameOf(590)]);
    await flyOver(made, 100, 600);
    expect(made.store.iteration('run')).to.include({ status: 'running' });
    expect(made.store.iteration(nameOf(590))?.archivedAt).to.be.a('string');
    archiving.open();
    const { undo } = await done;
    await made.clock.advance(60_000);
    await flyOver(made, 100, 600);
    expect(isHeld(made, nameOf(590))).to.equal(false);
    expect(made.store.core.iterations.overlays.size).to.equal(0);
    expect(made.list.value.total).to.equal(600);
    await undo?.();
    await made.clock.advance(60_000);
    expect(made.list.value.total).to.equal(601);
  });

  it('keeps what somebody looks at by its id', async () => {
    const made = await open(600);
    await made.store.loadIteration(nameOf(599));
    const stop = made.store.subscribe(() => made.store.iteration(nameOf(599)));
    await flyOver(made, 100, 600);
    expect(isHeld(made, nameOf(599))).to.equal(true);
    stop();
    await flyOver(made, 100, 600);
    expect(isHeld(made, nameOf(599))).to.equal(false);
  });

  it('takes nothing older than what it was told, for as long as an answer may be on its way', async () => {
    const made = await open(600);
    await flyOver(made, 0, 10);
    const old = made.backend.iterations.get(nameOf(599));
    made.backend.send([{ type: 'iteration', item: made.backend.change(nameOf(599), { starred: true }) }]);
    made.backend.iterations.delete(nameOf(598));
    made.backend.send([{ type: 'removed', entity: 'iteration', id: nameOf(598), rev: 2 }]);
    await flyOver(made, 100, 400);
    made.backend.send([old, iteration(nameOf(598), { rev: 1 })].map((item) => ({ type: 'iteration', item })));
    await made.clock.advance(100);
    expect(made.store.core.iterations.confirmed(nameOf(599))).to.include({ starred: true });
    expect(isHeld(made, nameOf(598))).to.equal(false);
    await made.clock.advance(60_000);
    await flyOver(made, 100, 400);
    expect(made.store.core.iterations.known.has(nameOf(599))).to.equal(false);
    expect(made.store.core.iterations.known.has(nameOf(598))).to.equal(false);
  });

  it('keeps the few rows that cards would otherwise show as they were', async () => {
    const made = await open(600);
    const cover = [nameOf(599), nameOf(598)].flatMap((id) => made.backend.iterations.get(id) ?? []);
    made.backend.add(session('card', { cover }));
    await made.store.sessionList().load();
    made.backend.send([{ type: 'iteration', item: made.backend.change(nameOf(599), { starred: true }) }]);
    await made.clock.advance(60_000);
    await flyOver(made, 100, 400);
    await flyOver(made, 100, 400);
    expect(isHeld(made, nameOf(599))).to.equal(true);
    expect(isHeld(made, nameOf(598))).to.equal(false);
  });

  it('lets sessions and generations go too, but not those of rows that are held', async () => {
    const made = await open(10);
    for (let n = 0; n < 60; n++) {
      made.backend.add(session(`x${n}`));
      made.backend.send([
        { type: 'iteration', item: iteration(`far${n}`, { sessionId: `x${n}`, createdAt: instant(-9000) }) },
        { type: 'generation', item: generation(`g${n}`, { status: n === 0 ? 'running' : 'succeeded' }) },
      ]);
      await made.clock.advance(100);
    }
    made.backend.send([
      { type: 'iteration', item: running('on', 'g0', { sessionId: 'x0', createdAt: instant(-9000) }) },
    ]);
    await made.clock.advance(60_000);
    await flyOver(made, 0, 10);
    for (let n = 100; n < 200; n++) {
      made.backend.send([{ type: 'iteration', item: iteration(`far${n}`, { createdAt: instant(-9000) }) }]);
    }
    await made.clock.advance(60_000);
    made.backend.send([{ type: 'progress', iterationId: 'on', progress: { value: 0.5 } }]);
    await made.clock.advance(500);
    const { iterations, sessions, generations } = made.store.core;
    expect(iterations.known.size).to.be.below(FEW.iterations);
    const needed = new Set([...iterations.known.keys()].map((id) => iterations.confirmed(id)?.sessionId));
    expect(needed.has('x0')).to.equal(true);
    for (const id of needed) if (id !== 's1') expect(sessions.confirmed(id ?? ''), id).not.to.equal(undefined);
    expect(sessions.known.size).to.be.below(50);
    expect(generations.confirmed('g0')).to.include({ status: 'running' });
    expect(generations.known.size).to.be.below(FEW.generations);
    expect(sessions.known.has('x7')).to.equal(false);
    const asked = made.backend.count('getSession');
    made.backend.send([
      { type: 'iteration', item: iteration('far7', { sessionId: 'x7', createdAt: instant(-9000), rev: 2 }) },
    ]);
    await made.clock.advance(100);
    expect(made.backend.count('getSession')).to.equal(asked + 1);
  });

  it('forgets with the rows what is known of their sessions and generations', async () => {
    const made = setUp(0, { filter: { archived: 'only' } });
    for (let n = 0; n < 300; n++) {
      made.backend.add(session(`h${n}`, { archivedAt: instant(2000) }));
      made.backend.add(iteration(nameOf(n), { sessionId: `h${n}`, createdAt: instant(n) }));
    }
    made.store.retain();
    await made.list.load();
    const { running: runs } = made.store.core;
    runs.ended.add('long over');
    await flyOver(made, 0, 300);
    expect(made.store.views.hidden.since.size).to.be.below(2 * FEW.iterations);
    expect(runs.ended.size).to.equal(0);
    made.list.want(made, 0, 10);
    await made.clock.advance(1000);
    await settled(made);
    expect(made.list.value.total).to.equal(300);
  });
});

describe('rows that are not held', () => {
  before(() => loadLater());

  it('are counted again when they are put away elsewhere, or are no more', async () => {
    const made = await open(600);
    made.list.want(made, 0, 10);
    made.store.counts();
    await made.clock.advance(500);
    expect(made.store.counts().value?.total).to.equal(600);
    made.backend.send([{ type: 'iteration', item: made.backend.change(nameOf(7), { archivedAt: instant(900) }) }]);
    await made.clock.advance(100);
    await settled(made);
    await made.clock.advance(500);
    expect([made.store.counts().value?.total, made.list.value.total]).to.deep.equal([599, 599]);
    made.backend.iterations.delete(nameOf(8));
    made.backend.send([{ type: 'removed', entity: 'iteration', id: nameOf(8), rev: 2 }]);
    await made.clock.advance(500);
    expect([made.store.counts().value?.total, made.list.value.total]).to.deep.equal([598, 598]);
  });
});
