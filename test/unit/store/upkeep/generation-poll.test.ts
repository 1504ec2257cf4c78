import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../../src/data/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import { FakeBackend, type Parts } from '../../../support/fake-backend.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { generation, running, session } from '../../../support/rows.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  hidden: boolean;
  /** When polls happened, in ms since the start. */
  readonly polls: () => number[];
}

/** Generations that run, with one iteration each. */
function setUp(ids: readonly string[] = ['g1', 'g2'], parts: Parts = {}): Setup {
  const backend = new FakeBackend().add(session('s1'));
  for (const id of ids) {
    backend.add(running(`${id}-0`, id));
    backend.generations.set(id, generation(id, { rev: 1, iterationIds: [`${id}-0`] }));
  }
  const clock = new FakeClock();
  const at: number[] = [];
  const begun = clock.now();
  backend.before = (method) => method === 'get' && at.push(clock.now() - begun);
  const made: Setup = {
    backend,
    clock,
    store: new ImaginationsStore(backend.adapter(parts), { clock, isHidden: () => made.hidden }),
    hidden: false,
    polls: () => at,
  };
  return made;
}

function finish({ backend }: Setup, id: string): void {
  backend.generations.set(id, generation(id, { rev: 2, status: 'succeeded', iterationIds: [`${id}-0`] }));
  backend.change(`${id}-0`, { status: 'succeeded', media: { url: 'https://media.test/x', mime: 'image/webp' } });
}

describe('generation poll', () => {
  it('asks for all generations in one call, rarer and rarer, up to 15 s', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    await made.clock.advance(120_000);
    const pauses = made.polls().map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(pauses.slice(0, 8)).to.deep.equal([2000, 3000, 4500, 6750, 10_125, 15_000, 15_000, 15_000]);
    expect(made.backend.last('get')?.args[0]).to.have.members(['g1', 'g2']);
  });

  it('follows what a list shows as running, after a reload too, to its end and no further', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    expect(made.store.iteration('g1-0')?.status).to.equal('running');
    finish(made, 'g1');
    await made.clock.advance(2000);
    expect(made.store.iteration('g1-0')?.status).to.equal('succeeded');
    expect(made.store.activeGenerations()).to.deep.equal(['g2']);
    finish(made, 'g2');
    await made.clock.advance(60_000);
    const known = made.polls().length;
    await made.clock.advance(60_000);
    expect(made.polls().length).to.equal(known);
    expect(made.backend.last('get')?.args[0]).to.deep.equal(['g2']);
  });

  it('asks no more for what the backend does not know, and reads its rows again', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.generations.delete('g1');
    made.backend.change('g1-0', { status: 'failed' });
    finish(made, 'g2');
    await made.clock.advance(2000);
    expect(made.store.iteration('g1-0')?.status).to.equal('failed');
    await made.clock.advance(60_000);
    expect(made.polls().length).to.equal(1);
  });

  it('asks no more also where the rows of what is unknown or final go on as running', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.generations.delete('g1');
    made.backend.generations.set('g2', generation('g2', { rev: 2, status: 'succeeded', iterationIds: ['g2-0'] }));
    await made.clock.advance(120_000);
    expect([made.polls().length, made.store.iteration('g1-0')?.status]).to.deep.equal([1, 'running']);
  });

  it('pauses in the background and goes on in front', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    made.hidden = true;
    await made.clock.advance(60_000);
    expect(made.polls()).to.deep.equal([]);
    made.hidden = false;
    await made.clock.advance(2000);
    expect(made.polls().length).to.equal(1);
  });

  it('does not ask while nobody looks, and nothing arrives afterwards', async () => {
    const made = setUp();
    const release = made.store.retain();
    await made.store.iterationList().load();
    release();
    await made.clock.advance(60_000);
    expect(made.polls()).to.deep.equal([]);
  });

  it('goes on after failures, and waits as long as the backend says', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    const note = made.backend.before;
    made.backend.before = (method, args) => {
      note(method, args);
      if (method === 'get') throw new AdapterError('rate-limited', 'slow', { retryAfterMs: 50_000 });
    };
    await made.clock.advance(2000);
    made.backend.before = note;
    await made.clock.advance(49_999);
    expect(made.polls()).to.deep.equal([2000]);
    await made.clock.advance(1);
    expect(made.polls()).to.deep.equal([2000, 52_000]);
  });

  it('is frequent again for a new generation', async () => {
    const made = setUp();
    made.store.retain();
    await made.store.iterationList().load();
    await made.clock.advance(60_000);
    const known = made.polls().length;
    await made.store.imagine({ prompt: 'x', kind: 'image', count: 1, sessionId: 's1' });
    await made.clock.advance(2000);
    expect(made.polls().length).to.equal(known + 1);
  });

  it('never asks for placeholders', async () => {
    const made = setUp([]);
    made.store.retain();
    made.backend.before = (method) => (method === 'start' ? new Promise(() => undefined) : undefined);
    void made.store.imagine({ prompt: 'x', kind: 'image', count: 2, sessionId: 's1' });
    await made.clock.advance(10_000);
    expect(made.backend.count('get')).to.equal(0);
  });

  it('rests while a stream is live, and stands in while it is not', async () => {
    const made = setUp(['g1'], { stream: true });
    made.store.retain();
    await made.store.iterationList().load();
    made.backend.subscription?.state('live');
    await made.clock.advance(60_000);
    expect(made.polls()).to.deep.equal([]);
    made.backend.subscription?.state('offline');
    finish(made, 'g1');
    await made.clock.advance(2000);
    expect(made.store.iteration('g1-0')?.status).to.equal('succeeded');
  });

  for (const answer of [null, 'x', {}, [null, 5], [{}], [{ generation: 7, iterations: 'x' }]]) {
    it(`survives an answer of ${JSON.stringify(answer)}`, async () => {
      const made = setUp(['g1']);
      const { adapter } = made.store;
      if (adapter.generate) Object.assign(adapter.generate, { get: () => Promise.resolve(answer) });
      made.store.retain();
      await made.store.iterationList().load();
      await made.clock.advance(30_000);
      expect(made.store.iteration('g1-0')?.status).to.equal('running');
    });
  }
});
