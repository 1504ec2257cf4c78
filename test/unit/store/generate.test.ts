import { expect } from '@open-wc/testing';
import { AdapterError, type GenerateRequest } from '../../../src/data/index.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore, isPlaceholder } from '../../../src/store/index.js';
import { FakeBackend, gate, type Parts } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { generation, instant, iteration, running, session } from '../../support/rows.js';

interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly shown: () => readonly string[];
}

async function setUp(parts: Parts = {}, clock = new FakeClock()): Promise<Setup> {
  const backend = new FakeBackend().add(session('s1'));
  backend.add(iteration('i1', { generationId: 'g0', kind: 'video', prompt: 'a fox', createdAt: instant(1) }));
  const store = new ImaginationsStore(backend.adapter(parts), { clock });
  await store.sessionList().load();
  await store.iterationList().load();
  return { backend, clock, store, shown: () => store.iterationList().value.ids };
}

const requested = (backend: FakeBackend): GenerateRequest => backend.last('start')?.args[0] as GenerateRequest;

describe('imagine', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('shows placeholders at once, on top, and the real rows in their place', async () => {
    const { backend, store, shown } = await setUp();
    const door = gate();
    backend.before = (method) => (method === 'start' ? door.promise : undefined);
    const imagining = store.imagine({ prompt: 'a red fox', kind: 'image', count: 3 });
    const placeholders = shown().slice(0, 3);
    expect(placeholders.map(isPlaceholder)).to.deep.equal([true, true, true]);
    expect(placeholders.map((id) => store.iteration(id)?.prompt)).to.deep.equal(Array(3).fill('a red fox'));
    expect(placeholders.map((id) => store.iteration(id)?.can?.cancel)).to.deep.equal([false, false, false]);
    const [card = ''] = store.sessionList().value.ids;
    expect([isPlaceholder(card), store.session(card)?.counts?.total]).to.deep.equal([true, 3]);
    door.open();
    const outcome = await imagining;
    expect(outcome.ok).to.equal(true);
    expect(shown().some(isPlaceholder)).to.equal(false);
    expect(store.sessionList().value.ids.some(isPlaceholder)).to.equal(false);
    expect(shown().length).to.equal(4);
    expect(store.iteration(placeholders[0] ?? '')).to.equal(undefined);
    expect(store.activeGenerations()).to.deep.equal(['gen1']);
  });

  it('leaves nothing behind when it fails, and says why', async () => {
    const { backend, store, shown } = await setUp();
    backend.before = (method) => {
      if (method === 'start') throw new AdapterError('moderated', 'no', { userMessage: 'Not this one.' });
    };
    const outcome = await store.imagine({ prompt: 'x', kind: 'image', count: 4 });
    expect(outcome.ok || outcome.failure.code).to.equal('moderated');
    expect(shown()).to.deep.equal(['i1']);
    expect(store.sessionList().value.ids).to.deep.equal(['s1']);
    expect(backend.count('start')).to.equal(1);
  });

  it('says so where the adapter cannot', async () => {
    const { store, shown } = await setUp({ generate: false });
    const outcome = await store.imagine({ prompt: 'x', kind: 'image', count: 1 });
    expect(outcome.ok || outcome.failure.code).to.equal('unsupported');
    expect(shown()).to.deep.equal(['i1']);
  });

  for (const answer of [null, 'ok', {}, { session: session('s9') }, { session: {}, generation: {}, iterations: [] }]) {
    it(`fails where the adapter answers with ${JSON.stringify(answer)}`, async () => {
      const { store, shown } = await setUp();
      if (store.adapter.generate) Object.assign(store.adapter.generate, { start: () => Promise.resolve(answer) });
      const outcome = await store.imagine({ prompt: 'x', kind: 'image', count: 1 });
      expect(outcome.ok || outcome.failure.code).to.equal('internal');
      expect(shown()).to.deep.equal(['i1']);
    });
  }

  it('makes one generation of an answer that was lost: the same key again', async () => {
    const { backend, clock, store } = await setUp();
    let lost = 0;
    backend.before = (method) => {
      if (method === 'start' && lost++ < 2) throw new AdapterError('network');
    };
    const imagining = store.imagine({ prompt: 'x', kind: 'image', count: 1 });
    await clock.advance(10_000);
    expect((await imagining).ok).to.equal(true);
    const keys = backend.calls.filter(({ method }) => method === 'start').map((call) => call.idempotencyKey);
    expect([keys.length, new Set(keys).size]).to.deep.equal([3, 1]);
  });

  it('reads again what may have begun although no answer came', async () => {
    const { backend, clock, store, shown } = await setUp();
    const generate = store.adapter.generate;
    const start = generate?.start.bind(generate);
    if (generate) {
      Object.assign(generate, {
        start: async (...args: Parameters<NonNullable<typeof start>>) => {
          if (backend.count('start') === 0) await start?.(...args);
          throw new AdapterError('network');
        },
      });
    }
    const imagining = store.imagine({ prompt: 'x', kind: 'image', count: 1, sessionId: 's1' });
    await clock.advance(10_000);
    expect((await imagining).ok).to.equal(false);
    await settle();
    expect(shown()).to.deep.equal(['gen1-0', 'i1']);
  });

  it("stands at the top also where the device's clock is a day behind", async () => {
    const { backend, store, shown } = await setUp({}, new FakeClock(Date.parse(instant(0)) - 86_400_000));
    backend.before = (method) => (method === 'start' ? new Promise(() => undefined) : undefined);
    void store.imagine({ prompt: 'x', kind: 'image', count: 1 });
    expect(shown().map(isPlaceholder)).to.deep.equal([true, false]);
  });

  for (const [count, expected] of [
    [0, 1],
    [-3, 1],
    [NaN, 1],
    [Infinity, 1],
    [2.7, 2],
    [1e9, 8],
  ] as const) {
    it(`asks for ${expected} where ${count} are wanted`, async () => {
      const { backend, store } = await setUp();
      await store.imagine({ prompt: 'x', kind: 'image', count });
      expect(requested(backend).count).to.equal(expected);
    });
  }
});

describe('imagine: what is asked for', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('creates a session with the brief', async () => {
    const { backend, store } = await setUp();
    const references = [
      { id: 'r1', name: 'ref.png', kind: 'image', source: { url: 'https://x.test/r', mime: '' } },
    ] as const;
    await store.imagine({ prompt: 'a fox', kind: 'video', count: 2, references, params: { aspect: '16:9' } });
    expect(requested(backend)).to.deep.equal({
      session: { create: { prompt: 'a fox', references, params: { aspect: '16:9' } } },
      origin: 'prompt',
      kind: 'video',
      count: 2,
    });
  });

  it('adds to a session', async () => {
    const { backend, store } = await setUp();
    await store.imagine({ prompt: 'more', kind: 'image', count: 1, sessionId: 's1' });
    expect(requested(backend)).to.deep.equal({
      session: { id: 's1' },
      origin: 'prompt',
      kind: 'image',
      count: 1,
      brief: { prompt: 'more' },
    });
  });

  it('remixes an output within its session', async () => {
    const { backend, store } = await setUp();
    await store.imagine({ prompt: 'bluer', kind: 'image', count: 1, remixOf: 'i1' });
    expect(requested(backend)).to.deep.equal({
      session: { id: 's1' },
      origin: 'remix',
      from: 'i1',
      kind: 'image',
      count: 1,
      brief: { prompt: 'bluer' },
    });
  });

  it('builds on an output with the brief that made it, and what is asked for beside that', async () => {
    const verbs = [{ id: 'variation' }, { id: 'remix' }, { id: 'reference' }];
    const backend = new FakeBackend().add(session('s1')).add(iteration('i1'));
    const adapter = backend.adapter();
    if (adapter.generate) Object.assign(adapter.generate, { verbs });
    const store = new ImaginationsStore(adapter, { clock: new FakeClock() });
    await store.iterationList().load();
    const references = [
      { id: 'r1', name: 'ref.png', kind: 'image', source: { url: 'https://x.test/r', mime: '' } },
    ] as const;
    const base = { prompt: '', kind: 'image', count: 1, remixOf: 'i1', as: 'variation' } as const;
    const asked = { session: { id: 's1' }, origin: 'remix', from: 'i1', kind: 'image', count: 1 };
    await store.imagine({ ...base, model: 'm', params: { aspect: '1:1' } });
    expect(requested(backend)).to.deep.equal({ ...asked, as: 'variation', model: 'm', params: { aspect: '1:1' } });
    await store.imagine({ ...base, references });
    expect(requested(backend)).to.deep.equal({ ...asked, as: 'variation', brief: { references } });
    for (const as of ['remix', 'reference']) {
      await store.imagine({ ...base, as, prompt: 'bluer' });
      expect(requested(backend), as).to.deep.equal({ ...asked, brief: { prompt: 'bluer' } });
    }
  });

  it('makes an output again', async () => {
    const { backend, store } = await setUp();
    await store.regenerate('i1', 2);
    expect(requested(backend)).to.deep.equal({
      session: { id: 's1' },
      origin: 'regenerate',
      from: 'i1',
      kind: 'video',
      count: 2,
    });
  });

  it('tries a failed output again', async () => {
    const { backend, store } = await setUp();
    await store.retry('i1');
    expect(requested(backend)).to.deep.equal({
      session: { id: 's1' },
      origin: 'regenerate',
      from: 'i1',
      retryOf: 'g0',
      kind: 'video',
      count: 1,
    });
  });

  it('does not ask for what it does not know', async () => {
    const { backend, store } = await setUp();
    for (const outcome of [await store.regenerate('none'), await store.retry('none')]) {
      expect(outcome.ok || outcome.failure.code).to.equal('not-found');
    }
    expect(backend.count('start')).to.equal(0);
  });
});

describe('cancel', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  async function begin(parts: Parts = {}): Promise<Setup> {
    const made = await setUp(parts);
    made.backend.add(running('r1', 'run', { createdAt: instant(5) }), iteration('r2', { generationId: 'run' }));
    made.backend.generations.set('run', generation('run', { rev: 1, iterationIds: ['r1', 'r2'] }));
    await made.store.iterationList().refresh();
    return made;
  }

  it('says at once that it is being stopped - also where only its iterations are known - and then that it was', async () => {
    const { store } = await begin();
    const canceling = store.cancel('run');
    expect([store.iteration('r1')?.status, store.iteration('r2')?.status]).to.deep.equal(['canceling', 'succeeded']);
    expect(await canceling).to.equal(null);
    expect(store.iteration('r1')?.status).to.equal('canceled');
  });

  it('goes back when it is refused', async () => {
    const { backend, store } = await begin();
    backend.before = (method) => {
      if (method === 'cancel') throw new AdapterError('forbidden');
    };
    expect((await store.cancel('run'))?.code).to.equal('forbidden');
    expect(store.iteration('r1')?.status).to.equal('running');
  });

  it('has worked although the state could not be read afterwards', async () => {
    const { backend, store } = await begin();
    backend.before = (method) => {
      if (method === 'get') throw new AdapterError('internal');
    };
    expect(await store.cancel('run')).to.equal(null);
    expect(store.iteration('r1')?.status).to.equal('canceling');
    await store.iterationList().refresh();
    expect(store.iteration('r1')?.status).to.equal('canceled');
  });

  it('says so where the adapter cannot', async () => {
    const { store } = await begin();
    if (store.adapter.generate) Object.assign(store.adapter.generate, { cancel: undefined });
    expect((await store.cancel('run'))?.code).to.equal('unsupported');
    expect(store.iteration('r1')?.status).to.equal('running');
  });
});

describe('rename', () => {
  // The first command of a page waits for its code.
  before(() => loadLater());

  it('shows the title at once, then the one the backend kept', async () => {
    const { backend, store } = await setUp();
    const renaming = store.rename('s1', '  Foxes  ');
    expect(store.session('s1')?.title).to.equal('Foxes');
    expect(await renaming).to.equal(null);
    expect(store.session('s1')?.title).to.equal('Foxes');
    expect(backend.last('updateSession')?.args).to.deep.equal(['s1', { title: 'Foxes' }, 1]);
  });

  it('takes the title as the backend shortened it', async () => {
    const { store } = await setUp();
    Object.assign(store.adapter, { updateSession: () => Promise.resolve(session('s1', { rev: 2, title: 'Fo' })) });
    await store.rename('s1', 'Foxes');
    expect(store.session('s1')?.title).to.equal('Fo');
  });

  it('rolls back after a conflict and reads what somebody else has written', async () => {
    const { backend, store } = await setUp();
    backend.changeSession('s1', { title: 'Theirs' });
    expect((await store.rename('s1', 'Mine'))?.code).to.equal('conflict');
    await settle();
    expect(store.session('s1')?.title).to.equal('Theirs');
    expect(await store.rename('s1', 'Mine')).to.equal(null);
  });

  it('does not conflict with itself', async () => {
    const { backend, store } = await setUp();
    const both = await Promise.all([store.rename('s1', 'One'), store.rename('s1', 'Two')]);
    expect(both).to.deep.equal([null, null]);
    expect([store.session('s1')?.title, backend.sessions.get('s1')?.title]).to.deep.equal(['Two', 'Two']);
  });

  it('asks for nothing where nothing changes', async () => {
    const { backend, store } = await setUp();
    expect(await store.rename('s1', '   ')).to.equal(null);
    expect(await store.rename('none', 'x')).to.equal(null);
    expect(backend.count('updateSession')).to.equal(0);
  });

  it('cuts a title between characters, not within one', async () => {
    const { backend, store } = await setUp();
    await store.rename('s1', '🦊'.repeat(300));
    expect(backend.sessions.get('s1')?.title).to.equal('🦊'.repeat(200));
  });

  for (const answer of [null, {}, 'ok']) {
    it(`keeps the title until the next read where the answer is ${JSON.stringify(answer)}`, async () => {
      const { backend, store } = await setUp({ stream: true });
      Object.assign(store.adapter, { updateSession: () => Promise.resolve(answer) });
      expect(await store.rename('s1', 'Foxes')).to.equal(null);
      expect(store.session('s1')?.title).to.equal('Foxes');
      store.retain();
      backend.send([{ type: 'session', item: backend.changeSession('s1', { title: 'Wolves' }) }]);
      await store.loadIteration('none');
      expect(store.session('s1')?.title).to.equal('Wolves');
    });
  }
});
