import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { loadLater } from '../../../../src/store/later.js';
import { gate } from '../../../support/fake-backend.js';
import { settle } from '../../../support/fake-clock.js';
import { generation, instant, iteration, running, session } from '../../../support/rows.js';
import { setUp, type Setup } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

describe('store: changes', () => {
  const flush = async ({ clock }: Setup): Promise<void> => clock.advance(100);

  it('puts what is new where it belongs', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.send([
      { type: 'iteration', item: iteration('old', { createdAt: instant(0) }) },
      { type: 'iteration', item: iteration('new', { createdAt: instant(9) }) },
      { type: 'session', item: session('s2') },
      { type: 'generation', item: generation('g1') },
    ]);
    await flush(made);
    expect(made.store.iterationList().value.ids).to.deep.equal(['new', 'i1', 'old']);
    expect([made.store.session('s2')?.id, made.store.generation('g1')?.id]).to.deep.equal(['s2', 'g1']);
  });

  it('tells its listeners once of a whole batch', async () => {
    const made = setUp();
    let heard = 0;
    made.store.retain();
    await Promise.all([made.store.iterationList().load(), made.store.sessionList().load()]);
    await settle();
    made.store.subscribe(() => heard++);
    made.backend.send(Array.from({ length: 500 }, (_, i) => ({ type: 'iteration', item: iteration(`n${i}`) })));
    await flush(made);
    expect(heard).to.equal(1);
    expect(made.store.iterationList().value.ids.length).to.equal(501);
    await settle();
    expect(heard).to.equal(1);
  });

  it('survives changes that are anything at all, and takes the good ones among them', async () => {
    const change = fc.oneof(
      fc.anything(),
      fc.record(
        {
          type: fc.constantFrom('iteration', 'session', 'generation', 'removed', 'progress', 'stale', 'resync', 'new'),
          item: fc.oneof(fc.anything(), fc.record({ id: fc.anything(), createdAt: fc.anything() })),
          entity: fc.constantFrom('iteration', 'session', 'constructor', '__proto__', undefined, 7),
          id: fc.anything(),
          ids: fc.anything(),
          sessionId: fc.anything(),
          rev: fc.anything(),
          generationId: fc.anything(),
          iterationId: fc.constantFrom('i1', 5, null),
          progress: fc.anything(),
        },
        { requiredKeys: ['type'] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const made = setUp();
        made.store.retain();
        made.backend.send([...changes, { type: 'iteration', item: iteration('good', { createdAt: instant(3) }) }]);
        await flush(made);
        expect(made.store.iteration('good')?.id).to.equal('good');
        made.store.dispose();
      }),
      { numRuns: 300 },
    );
  });

  it('is not stopped for ever by a rev that is no number', async () => {
    const made = setUp();
    made.store.retain();
    for (const rev of [NaN, 'ten', null, Infinity]) {
      made.backend.send([{ type: 'iteration', item: { ...iteration('x', { status: 'running' }), rev } }]);
      await flush(made);
    }
    made.backend.send([{ type: 'iteration', item: iteration('x', { rev: 2 }) }]);
    await flush(made);
    expect(made.store.iteration('x')?.status).to.equal('succeeded');
  });

  it('asks once for a session it has never heard of, for it decides what is visible', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.add(session('hidden', { archivedAt: instant(1) }));
    for (const id of ['a', 'b']) {
      made.backend.send([{ type: 'iteration', item: iteration(id, { sessionId: 'hidden', createdAt: instant(5) }) }]);
      await flush(made);
    }
    expect(made.store.iterationList().value.ids).to.deep.equal(['i1']);
    expect(made.backend.calls.filter(({ args }) => args[0] === 'hidden').length).to.equal(1);
  });

  it('asks again for a session that is nowhere once it was told of very many others', async () => {
    const made = setUp();
    made.store.retain();
    const tell = (n: number): unknown => ({ type: 'iteration', item: iteration(`i${n}`, { sessionId: `gone${n}` }) });
    made.backend.send([tell(0)]);
    await flush(made);
    made.backend.send([tell(0)]);
    await flush(made);
    expect(made.backend.count('getSession')).to.equal(1);
    for (let at = 1; at <= 10_500; at += 500) {
      made.backend.send(Array.from({ length: 500 }, (_, n) => tell(at + n)));
      await flush(made);
    }
    made.backend.send([tell(0)]);
    await flush(made);
    expect(made.backend.count('getSession')).to.equal(2);
  });

  it('reads its lists again where it is told of very many sessions at once, and asks for none of what is put away', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    const tell = (n: number, more = {}): unknown => {
      return { type: 'iteration', item: iteration(`i${n}`, { sessionId: `gone${n}`, ...more }) };
    };
    made.backend.send(Array.from({ length: 500 }, (_, n) => tell(n + 10, { archivedAt: instant(3) })));
    await flush(made);
    expect([made.backend.count('getSession'), made.backend.count('listIterations')]).to.deep.equal([0, 1]);
    made.backend.send(Array.from({ length: 500 }, (_, n) => tell(n + 10, { rev: 2 })));
    await flush(made);
    await made.clock.advance(1000);
    expect(made.backend.count('getSession')).to.equal(0);
    expect(made.backend.count('listIterations')).to.be.greaterThan(1);
    await made.clock.advance(60_000);
    const read = made.backend.count('listIterations');
    made.backend.send(Array.from({ length: 500 }, (_, n) => tell(n + 10, { rev: 3 })));
    await flush(made);
    await made.clock.advance(60_000);
    expect(made.backend.count('listIterations'), 'it has asked for these').to.equal(read);
  });

  it('reads rows again that are said to be stale, and drops those that are gone', async () => {
    const made = setUp();
    made.backend.add(iteration('i2', { createdAt: instant(2) }));
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.change('i1', { starred: true });
    made.backend.iterations.delete('i2');
    made.backend.send([{ type: 'stale', ids: ['i1', 'i2'] }]);
    await flush(made);
    expect([made.store.iteration('i1')?.starred, made.store.iterationList().value.ids]).to.deep.equal([true, ['i1']]);
    expect(made.backend.count('listIterations')).to.equal(1);
  });

  it('reads its lists again where rows cannot be read by themselves', async () => {
    const made = setUp({ lookup: false });
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.change('i1', { starred: true });
    made.backend.send([{ type: 'stale', ids: ['i1'] }]);
    await flush(made);
    expect(made.store.iteration('i1')?.starred).to.equal(true);
  });

  it('reads a session and the lists it is in again, and no others', async () => {
    const made = setUp();
    made.backend.add(session('s2'));
    made.store.retain();
    const own = made.store.iterationList({ filter: { sessionId: 's1' } });
    const other = made.store.iterationList({ filter: { sessionId: 's2' } });
    await Promise.all([own.load(), other.load(), made.store.sessionList().load()]);
    const before = made.backend.count('listIterations');
    made.backend.changeSession('s1', { title: 'New' });
    made.backend.add(iteration('i2', { createdAt: instant(2) }));
    made.backend.send([{ type: 'stale', sessionId: 's1' }]);
    await flush(made);
    expect([made.store.session('s1')?.title, own.value.ids]).to.deep.equal(['New', ['i2', 'i1']]);
    expect(made.backend.count('listIterations') - before).to.equal(1);
  });

  it('reads everything it holds again after a resync, keeps the screen, and drops what did not come back', async () => {
    const made = setUp();
    made.store.retain();
    await Promise.all([made.store.iterationList().load(), made.store.sessionList().load()]);
    const door = gate();
    made.backend.before = () => door.promise;
    made.backend.iterations.delete('i1');
    made.backend.add(iteration('i2'), session('s2'));
    made.backend.send([{ type: 'resync' }]);
    await flush(made);
    expect([made.store.iterationList().value.ids, made.store.iterationList().value.status]).to.deep.equal([
      ['i1'],
      'ready',
    ]);
    door.open();
    await settle();
    expect(made.store.iterationList().value.ids).to.deep.equal(['i2']);
    expect(made.store.sessionList().value.ids).to.deep.equal(['s2', 's1']);
  });

  it('takes out what was removed, for good', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.send([{ type: 'removed', entity: 'iteration', id: 'i1', rev: 2 }]);
    await flush(made);
    expect(made.store.iterationList().value.ids).to.deep.equal([]);
    await made.store.iterationList().refresh();
    expect(made.store.iterationList().value.ids).to.deep.equal([]);
  });

  it('reads its lists again when a session was removed: what became of its iterations only the backend knows', async () => {
    const made = setUp();
    made.store.retain();
    await Promise.all([made.store.iterationList().load(), made.store.sessionList().load()]);
    made.backend.iterations.delete('i1');
    made.backend.sessions.delete('s1');
    made.backend.send([{ type: 'removed', entity: 'session', id: 's1', rev: 2 }]);
    await flush(made);
    expect(made.store.iterationList().value.ids).to.deep.equal([]);
  });

  it('takes what the stream said before an answer before it', async () => {
    const made = setUp();
    made.backend.withRev = false;
    made.store.retain();
    made.backend.send([{ type: 'iteration', item: running('x', 'g', { status: 'running' }) }]);
    made.backend.add(iteration('x', { archivedAt: instant(1) }));
    await made.store.loadIteration('x');
    await flush(made);
    expect(made.store.iteration('x')).to.include({ status: 'succeeded', archivedAt: instant(1) });
  });
});
