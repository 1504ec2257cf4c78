import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LAG_MS } from '../../../../src/store/entity-table.js';
import { loadLater } from '../../../../src/store/later.js';
import { instant, iteration } from '../../../support/rows.js';
import { idsOf, nameOf, readAll, setUp, settled, type Indexed } from './set-up.js';

// What the stream brings is taken by code that comes after the first rows.
before(() => loadLater());

/** Lets everything be read again that has to be. */
async function catchUp(made: Indexed): Promise<void> {
  await made.clock.advance(500);
  await readAll(made);
  await made.clock.advance(LAG_MS + 1000);
  await readAll(made);
}

async function open(count: number, query = {}): Promise<Indexed> {
  const made = setUp(count, query);
  made.store.retain();
  made.backend.subscription?.state('live');
  await made.list.load();
  await readAll(made);
  await made.clock.advance(100);
  return made;
}

describe('indexed list: changes', () => {
  it('shows what is new at once, in its place, and once', async () => {
    const made = await open(25);
    const row = iteration('new', { createdAt: instant(25), rev: 1 });
    made.backend.add(row);
    made.backend.send([{ type: 'iteration', item: row }]);
    await made.clock.advance(200);
    expect(idsOf(made).slice(0, 2)).to.deep.equal(['new', nameOf(24)]);
    expect(made.list.value.total).to.equal(26);
    await catchUp(made);
    expect(idsOf(made)).to.deep.equal(made.backend.listed());
  });

  it('shows what is asked for in an empty library', async () => {
    const made = await open(0);
    expect(made.list.value).to.include({ total: 0, complete: true });
    await made.store.imagine({ prompt: 'A fox', kind: 'image', count: 2 });
    await settled(made);
    expect(idsOf(made)).to.have.length(2);
    made.list.want(made, 0, 10);
    await settled(made);
    expect(made.list.value).to.include({ status: 'ready', error: null });
    expect(made.index.segments).to.deep.equal([]);
    await catchUp(made);
    expect(idsOf(made)).to.have.members(made.backend.listed());
  });

  it('takes away at once what is archived, and brings back what is undone', async () => {
    const made = await open(35);
    const outcome = await made.store.archive('iteration', [nameOf(20), nameOf(5)]);
    expect(made.list.value.total).to.equal(33);
    expect(idsOf(made)).not.to.include(nameOf(20));
    await outcome.undo?.();
    expect(idsOf(made)[14]).to.equal(nameOf(20));
    await catchUp(made);
    expect(idsOf(made)).to.deep.equal(made.backend.listed());
  });

  it('counts segments that nobody looks at as they are, not as they were read', async () => {
    const made = await open(35);
    made.list.want(made.list, 0, 3);
    for (let minute = 1; minute < 9; minute++) made.backend.change(nameOf(minute), { archivedAt: instant(99) });
    await made.list.refresh();
    await settled(made);
    expect(made.list.value.total).to.equal(27);
    await readAll(made);
    made.list.want(made.list, 0, 3);
    for (let minute = 1; minute < 9; minute++) made.backend.change(nameOf(minute), { archivedAt: null });
    await made.list.refresh();
    await settled(made);
    expect(made.list.value.total).to.equal(35);
    await readAll(made);
    expect(idsOf(made)).to.deep.equal(made.backend.listed());
  });

  it('finds out what became of rows that it has never read', async () => {
    const made = setUp(35);
    await made.list.load();
    made.list.want(made, 0, 1);
    await made.store.archive('iteration', [nameOf(20)]);
    await made.clock.advance(500);
    await settled(made);
    expect(made.list.value.total).to.equal(34);
  });

  it('leaves all but the segments of what has changed as they are', async () => {
    const made = await open(95);
    const { order } = made.list.value;
    await made.store.archive('iteration', [nameOf(44)]);
    const after = made.list.value.order;
    const others = order.segments.filter((segment, at) => segment !== after.segments[at]);
    expect(others).to.have.length(1);
    expect(others[0]?.columns?.ids).to.include(nameOf(44));
  });

  it('does not take a star for anything that is elsewhere', async () => {
    const made = await open(25);
    const { order } = made.list.value;
    const row = made.backend.change(nameOf(3), { starred: true });
    made.backend.send([{ type: 'iteration', item: row }]);
    await made.clock.advance(200);
    expect(made.list.value.order).to.equal(order);
  });

  it('counts what is new before everything although nobody looks there', async () => {
    const made = setUp(45);
    made.store.retain();
    await made.list.load();
    made.list.want(made, 40, 45);
    await settled(made);
    made.backend.send([{ type: 'iteration', item: iteration('new', { createdAt: instant(50) }) }]);
    await made.clock.advance(200);
    expect(made.list.value.total).to.equal(46);
    expect(idsOf(made)[45]).to.equal(nameOf(0));
  });

  it('draws what is done in the shape it has', async () => {
    const made = await open(5);
    const row = iteration(nameOf(3), {
      createdAt: instant(3),
      rev: 9,
      media: { url: 'https://media.test/wide.webp', mime: 'image/webp', width: 400, height: 100 },
    });
    made.backend.iterations.set(row.id, row);
    made.backend.send([{ type: 'iteration', item: row }]);
    await made.clock.advance(200);
    const [segment] = made.list.value.order.segments;
    expect(segment?.columns?.ratios[1]).to.equal(4);
    expect(segment?.columns?.ids[1]).to.equal(row.id);
  });

  it('keeps no more than some thousand changes while nobody looks, and reads it all again then', async () => {
    const made = await open(25);
    made.list.leave(made.list);
    for (let at = 0; at < 6000; at += 100) {
      const rows = Array.from({ length: 100 }, (_, n) => iteration(`n${at + n}`, { createdAt: instant(30 + at + n) }));
      made.backend.add(...rows);
      made.backend.send(rows.map((item) => ({ type: 'iteration', item })));
      await made.clock.advance(100);
      await settled(made);
    }
    expect(made.list.value.total).to.be.below(2000);
    made.list.want(made.list, 0, 5);
    await settled(made);
    expect(made.list.value.total).to.equal(6025);
    expect(idsOf(made).slice(0, 2)).to.deep.equal(['n5999', 'n5998']);
  });

  it('keeps away what is being put away for as long as that takes', async () => {
    const made = await open(25);
    made.list.want(made.list, 0, 25);
    await settled(made);
    // A batch before it is under way for a minute, and has not told.
    let end: () => void = () => undefined;
    void made.store.core.caller.inTurn('batch', () => new Promise<void>((resolve) => (end = resolve)));
    const outcome = made.store.archive('iteration', [nameOf(20)]);
    await settled(made);
    expect(idsOf(made)).not.to.include(nameOf(20));
    for (let second = 0; second < 30; second++) {
      await made.clock.advance(1000);
      void made.list.refresh();
      await settled(made);
      expect(idsOf(made), `after ${second + 1} s`).not.to.include(nameOf(20));
    }
    end();
    await outcome;
    await made.clock.advance(20_000);
    await settled(made);
    expect(idsOf(made)).not.to.include(nameOf(20));
  });

  it('sorts no more than some thousand into one segment: the rest comes when it is read again', async () => {
    const made = await open(5);
    const rows = Array.from({ length: 9000 }, (_, n) => iteration(`n${n}`, { createdAt: instant(30 + n) }));
    made.backend.add(...rows);
    made.list.want(made.list, 0, 5);
    for (let at = 0; at < rows.length; at += 500) {
      made.store.core.acceptIterations(rows.slice(at, at + 500));
      expect(made.list.value.total).to.be.below(6000);
    }
    await made.clock.advance(20_000);
    await settled(made);
    expect(made.list.value.total).to.equal(9005);
    expect(idsOf(made).slice(0, 2)).to.deep.equal(['n8999', 'n8998']);
  });

  it('finds rows of one instant in whichever of their segments they are', async () => {
    const made = setUp(0);
    const names = Array.from({ length: 40 }, (_, at) => nameOf(at));
    made.backend.add(...names.map((id) => iteration(id, { createdAt: instant(5) })));
    made.index.rowsEach = 10;
    made.store.retain();
    made.backend.subscription?.state('live');
    await made.list.load();
    await readAll(made);
    await made.clock.advance(100);
    expect(made.list.value.order.segments).to.have.length(4);
    const shown = idsOf(made);
    const [away = '', lost = ''] = [shown[3], shown[6]];
    await made.store.archive('iteration', [away]);
    expect(idsOf(made)).to.deep.equal(shown.filter((id) => id !== away));
    made.backend.iterations.delete(lost);
    made.store.core.iterations.forget(lost);
    made.list.touch(lost);
    made.list.want(made.list, 0, 39);
    await settled(made);
    const asked = made.backend.count('getIterations');
    for (let turn = 0; turn < 5; turn++) await catchUp(made);
    expect(made.backend.count('getIterations') - asked).to.be.at.most(2);
    expect(idsOf(made)).to.deep.equal(shown.filter((id) => id !== away && id !== lost));
  });

  it('is read again for the sake of very many sessions when somebody looks', async () => {
    const made = await open(25);
    made.list.leave(made.list);
    await made.clock.advance(60_000);
    const { manifests } = made.index;
    const of = (n: number) => iteration(`n${n}`, { createdAt: instant(30 + n), sessionId: `gone${n}` });
    made.backend.send(Array.from({ length: 30 }, (_, n) => ({ type: 'iteration', item: of(n) })));
    await made.clock.advance(60_000);
    await settled(made);
    expect(made.index.manifests).to.equal(manifests);
    made.list.want(made.list, 0, 3);
    await settled(made);
    expect(made.index.manifests).to.be.greaterThan(manifests);
  });

  it('says in the end what the backend says, whatever has happened (property)', async function () {
    this.timeout(60_000);
    const minute = fc.nat(44);
    const step = fc.oneof(
      fc.record({ do: fc.constant('archive' as const), minute }),
      fc.record({ do: fc.constant('undo' as const), minute }),
      fc.record({ do: fc.constant('add' as const), minute }),
      fc.record({ do: fc.constant('removed elsewhere' as const), minute }),
      fc.record({ do: fc.constant('archived elsewhere' as const), minute }),
      fc.record({ do: fc.constant('look' as const), minute }),
      fc.record({ do: fc.constant('wait' as const), minute }),
    );
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const one = await open(40);
        const { backend, store, list, clock } = one;
        for (const { do: what, minute: at } of steps) {
          const id = nameOf(at);
          switch (what) {
            case 'archive':
              await store.archive('iteration', [id]);
              break;
            case 'undo':
              await store.unarchive('iteration', [id]);
              break;
            case 'add': {
              const row = iteration(`x${made++}`, { createdAt: instant(at), rev: 1 });
              backend.add(row);
              backend.send([{ type: 'iteration', item: row }]);
              break;
            }
            case 'removed elsewhere': {
              const row = backend.iterations.get(id);
              if (!backend.iterations.delete(id)) break;
              backend.send([{ type: 'removed', entity: 'iteration', id, rev: (row?.rev ?? 0) + 1 }]);
              break;
            }
            case 'archived elsewhere':
              if (!backend.iterations.has(id)) break;
              backend.send([{ type: 'iteration', item: backend.change(id, { archivedAt: instant(900) }) }]);
              break;
            case 'look':
              list.want(list, at, at + 3);
              break;
            case 'wait':
              await clock.advance(at * 20);
          }
          await settled(one);
          const ids = idsOf(one).filter((known) => known !== undefined);
          expect(new Set(ids).size).to.equal(ids.length);
        }
        await catchUp(one);
        expect(idsOf(one)).to.deep.equal(backend.listed());
        store.dispose();
      }),
      { numRuns: 40 },
    );
  });
});
