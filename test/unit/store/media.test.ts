import { expect } from '@open-wc/testing';
import { AdapterError, type Call, type ImaginationsAdapter, type OpenedMedia } from '../../../src/data/index.js';
import { Caller } from '../../../src/store/calls.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { MediaOpener } from '../../../src/store/media-opener.js';
import { FakeBackend } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { instant, iteration, session } from '../../support/rows.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

interface Opening {
  readonly url: string;
  readonly call: Call;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

function setUp(): {
  clock: FakeClock;
  opener: MediaOpener;
  openings: Opening[];
  closed: string[];
  opened: (name: string) => OpenedMedia;
} {
  const clock = new FakeClock();
  const openings: Opening[] = [];
  const closed: string[] = [];
  const adapter = {
    openMedia: (url: string, call: Call) =>
      new Promise<OpenedMedia>((resolve, fail) => {
        openings.push({ url, call, answer: (value) => resolve(value as OpenedMedia), fail });
      }),
  } as Partial<ImaginationsAdapter>;
  const caller = new Caller(clock, new AbortController().signal);
  const opener = new MediaOpener(adapter as ImaginationsAdapter, () => ['local', 'idb'], caller, clock);
  const opened = (name: string): OpenedMedia => ({ url: `blob:${name}`, close: () => closed.push(name) });
  return { clock, opener, openings, closed, opened };
}

const codeOf = (error: unknown): unknown => (error instanceof AdapterError ? error.code : error);

describe('media opener', () => {
  it('knows the schemes that only the adapter understands', async () => {
    const { opener, openings } = setUp();
    expect(['local:1', 'idb:2', 'https://x', 'localhost', 'LOCAL'].map((url) => opener.isPrivate(url))).to.deep.equal([
      true,
      true,
      false,
      false,
      false,
    ]);
    const plain = await opener.open('https://x.test/a');
    plain.close();
    expect([plain.url, openings.length]).to.deep.equal(['https://x.test/a', 0]);
  });

  it('opens an address once for all who hold it, and closes it after the last has gone', async () => {
    const { clock, opener, openings, closed, opened } = setUp();
    const first = opener.open('local:1');
    const second = opener.open('local:1');
    await settle();
    expect(openings.length).to.equal(1);
    openings[0]?.answer(opened('a'));
    const [one, two] = await Promise.all([first, second]);
    expect([one.url, two.url]).to.deep.equal(['blob:a', 'blob:a']);
    one.close();
    one.close();
    await clock.advance(10_000);
    expect(closed).to.deep.equal([]);
    two.close();
    await clock.advance(999);
    expect(closed).to.deep.equal([]);
    await clock.advance(1);
    expect(closed).to.deep.equal(['a']);
    expect(clock.waiting).to.equal(0);
  });

  it('is still open for who comes back soon', async () => {
    const { clock, opener, openings, closed, opened } = setUp();
    const opening = opener.open('local:1');
    openings[0]?.answer(opened('a'));
    (await opening).close();
    await clock.advance(500);
    const again = await opener.open('local:1');
    await clock.advance(5000);
    expect([again.url, closed.length, openings.length]).to.deep.equal(['blob:a', 0, 1]);
  });

  it('does not remember a failure', async () => {
    const { opener, openings, opened } = setUp();
    const failing = opener.open('local:1').catch(codeOf);
    await settle();
    openings[0]?.fail(new AdapterError('not-found'));
    expect(await failing).to.equal('not-found');
    const again = opener.open('local:1');
    await settle();
    openings[1]?.answer(opened('a'));
    expect((await again).url).to.equal('blob:a');
  });

  for (const answer of [null, undefined, 'blob:a', {}, { url: 7 }, { url: '' }]) {
    it(`fails where the adapter opens ${JSON.stringify(answer)}`, async () => {
      const { opener, openings } = setUp();
      const failing = opener.open('local:1').catch(codeOf);
      await settle();
      openings[0]?.answer(answer);
      expect(await failing).to.equal('internal');
    });
  }

  it('rejects at once for who goes while it opens, and tells the adapter when nobody is left', async () => {
    const { opener, openings, closed, opened } = setUp();
    const one = new AbortController();
    const two = new AbortController();
    const first = opener.open('local:1', one.signal).catch(codeOf);
    const second = opener.open('local:1', two.signal).catch(codeOf);
    await settle();
    one.abort();
    expect(await first).to.equal('aborted');
    expect(openings[0]?.call.signal.aborted).to.equal(false);
    two.abort();
    expect(await second).to.equal('aborted');
    await settle();
    expect(openings[0]?.call.signal.aborted).to.equal(true);
    openings[0]?.answer(opened('late'));
    await settle();
    expect(closed).to.deep.equal(['late']);
  });

  it('does not open for who has gone already', async () => {
    const { opener, openings } = setUp();
    expect(await opener.open('local:1', AbortSignal.abort()).catch(codeOf)).to.equal('aborted');
    expect(openings.length).to.equal(0);
  });

  it('closes what is opened after the time is up', async () => {
    const { clock, opener, openings, closed, opened } = setUp();
    const failing = opener.open('local:1').catch(codeOf);
    await clock.advance(15_000);
    expect(await failing).to.equal('timeout');
    openings[0]?.answer(opened('late'));
    await settle();
    expect(closed).to.deep.equal(['late']);
  });

  it('closes everything once when it is disposed of, whatever is held or under way', async () => {
    const { clock, opener, openings, closed, opened } = setUp();
    const opening = opener.open('local:1');
    const other = opener.open('local:2').catch(codeOf);
    await settle();
    openings[0]?.answer(opened('a'));
    const held = await opening;
    opener.dispose();
    expect(await other).to.equal('aborted');
    openings[1]?.answer(opened('b'));
    held.close();
    await clock.advance(5000);
    expect(closed).to.deep.equal(['a', 'b']);
  });

  it('is not bothered by an adapter that throws when it closes', async () => {
    const { clock, opener, openings } = setUp();
    const opening = opener.open('local:1');
    openings[0]?.answer({
      url: 'blob:a',
      close: () => {
        throw new Error('boom');
      },
    });
    (await opening).close();
    await clock.advance(5000);
    expect(clock.waiting).to.equal(0);
  });
});

describe('media healer', () => {
  async function heal(
    count = 3,
    limits = {},
  ): Promise<{ backend: FakeBackend; clock: FakeClock; store: ImaginationsStore }> {
    const backend = new FakeBackend().add(session('s1'));
    for (let i = 0; i < count; i++) backend.add(iteration(`i${i}`, { createdAt: instant(i) }));
    const clock = new FakeClock();
    const store = new ImaginationsStore(backend.adapter({ limits }), { clock });
    await store.iterationList().load();
    return { backend, clock, store };
  }
  const asked = (backend: FakeBackend): unknown[] =>
    backend.calls.filter(({ method }) => method === 'refreshMedia').map(({ args }) => args[0]);

  it('asks for many in one call, and shows the fresh addresses', async () => {
    const { backend, clock, store } = await heal();
    store.healMedia('i0');
    await clock.advance(20);
    store.healMedia('i1');
    store.healMedia('i0');
    store.healMedia('none');
    await clock.advance(100);
    expect(asked(backend)).to.deep.equal([['i0', 'i1']]);
    expect(store.iteration('i0')?.media?.url).to.equal('https://media.test/i0-fresh.webp');
  });

  it('asks once per address: not again for one that fails again', async () => {
    const { backend, clock, store } = await heal();
    for (let i = 0; i < 20; i++) {
      store.healMedia('i0');
      await clock.advance(200);
    }
    expect(asked(backend).length).to.equal(1);
  });

  it('asks again after a failure; for what nobody knows, only where somebody wants it', async () => {
    const { clock, store } = await heal();
    let calls = 0;
    const answer = (): Promise<unknown> =>
      (calls += 1) === 1 ? Promise.reject(new AdapterError('not-found')) : Promise.resolve([null]);
    Object.assign(store.adapter, { refreshMedia: answer });
    for (const [again, expected] of [
      [false, 1],
      [false, 2],
      [false, 2],
      [true, 3],
    ] as const) {
      store.healMedia('i0', again);
      await clock.advance(200);
      expect(calls).to.equal(expected);
    }
  });

  it('asks again when the fresh address has run out too', async () => {
    const { backend, clock, store } = await heal();
    store.healMedia('i0');
    await clock.advance(3_600_000);
    store.healMedia('i0');
    await clock.advance(100);
    expect(asked(backend).length).to.equal(2);
  });

  it('cuts its calls as the adapter wants them', async () => {
    const { backend, clock, store } = await heal(25, { lookupSize: 10 });
    for (let i = 0; i < 25; i++) store.healMedia(`i${i}`);
    await clock.advance(100);
    expect(asked(backend).map((ids) => (ids as string[]).length)).to.deep.equal([10, 10, 5]);
  });

  for (const answer of [null, 'x', [], [null], [{}], [{ url: 5 }], [{ url: 'https://x.test/a', thumbnails: [1] }]]) {
    it(`keeps what it has where the answer is ${JSON.stringify(answer)}`, async () => {
      const { clock, store } = await heal();
      Object.assign(store.adapter, { refreshMedia: () => Promise.resolve(answer) });
      store.healMedia('i0');
      await clock.advance(100);
      expect(store.iteration('i0')?.media?.url).to.equal('https://media.test/i0.webp');
    });
  }

  it('survives a failure', async () => {
    const { backend, clock, store } = await heal();
    backend.before = () => {
      throw new AdapterError('internal');
    };
    store.healMedia('i0');
    await clock.advance(1000);
    expect(store.iteration('i0')?.media?.url).to.equal('https://media.test/i0.webp');
  });
});
