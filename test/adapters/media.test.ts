import { expect } from '@open-wc/testing';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import type { LocalAdapter } from '../../src/adapters/local/local-adapter.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import type { MediaGenerator, MediaRequest } from '../../src/data/index.js';
import { ImaginationsStore } from '../../src/store/index.js';
import { fakeGenerator, seedLibrary, tinyPng } from '../../src/testing/index.js';
import { call, codeOf, ended, start, write } from './calls.js';
import { deleteDatabases, freshName } from './database.js';
import { waitUntil } from '../support/wait.js';

after(deleteDatabases);

const live = new Set<string>();
const createObjectURL = URL.createObjectURL.bind(URL);
const revokeObjectURL = URL.revokeObjectURL.bind(URL);

beforeEach(() => {
  live.clear();
  URL.createObjectURL = (blob) => {
    const url = createObjectURL(blob);
    live.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    live.delete(url);
    revokeObjectURL(url);
  };
});
afterEach(() => Object.assign(URL, { createObjectURL, revokeObjectURL }));

/** Remembers what it was asked for. */
function listening(): { readonly generator: MediaGenerator; readonly requests: MediaRequest[] } {
  const requests: MediaRequest[] = [];
  const inner = fakeGenerator();
  return {
    requests,
    generator: {
      ...inner,
      make: (request, task, signal) => {
        requests.push(request);
        return inner.make(request, task, signal);
      },
    },
  };
}

const KINDS: readonly (readonly [string, (generator?: MediaGenerator) => LocalAdapter])[] = [
  ['memory', (generator = fakeGenerator()) => createMemoryAdapter({ generator })],
  ['indexeddb', (generator = fakeGenerator()) => createIndexedDbAdapter({ name: freshName(), generator })],
];

for (const [name, create] of KINDS) {
  describe(`${name}: media`, () => {
    async function made(adapter: LocalAdapter): Promise<string> {
      const { generation } = await start(adapter, 'a tree');
      const { iterations } = await ended(adapter, generation.id);
      return iterations[0]!.media!.url;
    }

    it('have one object URL however often they are open, and none when they are not', async () => {
      const adapter = create();
      const url = await made(adapter);
      const [first, second] = await Promise.all([adapter.openMedia(url, call), adapter.openMedia(url, call)]);
      expect(first.url).to.equal(second.url);
      expect(live.size).to.equal(1);
      first.close();
      first.close();
      expect(live.size).to.equal(1);
      second.close();
      await waitUntil(() => live.size === 0);
      const again = await adapter.openMedia(url, call);
      expect(live.size).to.equal(1);
      again.close();
      await waitUntil(() => live.size === 0);
      adapter.dispose();
    });

    it('leave no object URL when nobody waits any more, or when everything ends', async () => {
      const adapter = create();
      const url = await made(adapter);
      const stop = new AbortController();
      const opening = adapter.openMedia(url, { signal: stop.signal });
      stop.abort();
      expect(await codeOf(opening)).to.equal('aborted');
      const opened = await adapter.openMedia(url, call);
      opened.close();
      await waitUntil(() => live.size === 0);
      await adapter.openMedia(url, call);
      adapter.dispose();
      await waitUntil(() => live.size === 0);
    });

    it('are gone once their iteration is deleted, but not while something made from it needs them', async () => {
      const adapter = create();
      const { generation, session } = await start(adapter, 'a tree');
      const [parent] = (await ended(adapter, generation.id)).iterations;
      const remix = await adapter.generate!.start(
        {
          session: { id: session.id },
          origin: 'remix',
          from: parent!.id,
          kind: 'image',
          count: 1,
          brief: { prompt: 'blue' },
        },
        write(),
      );
      const [child] = (await ended(adapter, remix.generation.id)).iterations;
      await adapter.remove({ ids: [parent!.id] }, 'iteration', write());
      const kept = await adapter.openMedia(parent!.media!.url, call);
      kept.close();
      const [now] = await adapter.getIterations([child!.id], call);
      expect(now!.parents).to.deep.equal([{ role: 'remix', iterationId: parent!.id, gone: true }]);
      await adapter.remove({ ids: [session.id] }, 'session', write());
      expect(await codeOf(adapter.openMedia(parent!.media!.url, call))).to.equal('not-found');
      expect(await codeOf(adapter.openMedia(child!.media!.url, call))).to.equal('not-found');
      adapter.dispose();
    });

    it('a remix gives the chosen output as the first reference, then what was attached', async () => {
      const { generator, requests } = listening();
      const adapter = create(generator);
      const file = new File([tinyPng(7, 5, () => [1, 2, 3])], 'mine.png', { type: 'image/png' });
      const mine = await adapter.upload(file, {}, write());
      const { generation, session } = await start(adapter, 'a tree');
      const [parent] = (await ended(adapter, generation.id)).iterations;
      const remix = await adapter.generate!.start(
        {
          session: { id: session.id },
          origin: 'remix',
          from: parent!.id,
          kind: 'image',
          count: 1,
          brief: { prompt: 'blue', references: [mine] },
          seed: '18446744073709551615',
        },
        write(),
      );
      const [child] = (await ended(adapter, remix.generation.id)).iterations;
      expect(child).to.deep.include({ prompt: 'blue', seed: '18446744073709551615' });
      expect(child!.parents).to.deep.equal([
        { role: 'remix', iterationId: parent!.id },
        { role: 'reference', referenceId: mine.id },
      ]);
      const request = requests.at(-1)!;
      expect(request.references.map(({ size }) => size)).to.deep.equal([parent!.media!.bytes, file.size]);
      expect(request.brief.references!.map(({ name: title, role }) => [title, role])).to.deep.equal([
        ['a tree', 'remix'],
        ['mine.png', undefined],
      ]);
      adapter.dispose();
    });

    it('a verb is the role of the parent and of the first reference, also when it is tried again', async () => {
      const { generator, requests } = listening();
      const adapter = create(generator);
      const { generation, session } = await start(adapter, 'a tree');
      const parent = (await ended(adapter, generation.id)).iterations[0]!;
      const base = { session: { id: session.id }, kind: 'image', count: 1, from: parent.id } as const;
      const build = async (request: object) => {
        const started = await adapter.generate!.start({ ...base, origin: 'remix', ...request }, write());
        const state = await ended(adapter, started.generation.id);
        return [state.generation, state.iterations[0]!.parents![0], requests.at(-1)!.brief] as const;
      };
      const [, varied, own] = await build({ as: 'variation' });
      expect(varied).to.deep.equal({ role: 'variation', iterationId: parent.id });
      expect([own.prompt, own.references?.[0]?.role]).to.deep.equal(['a tree', 'variation']);
      const [failed, edited, words] = await build({ as: 'edit', brief: { prompt: 'now in snow [fail]' } });
      expect([edited!.role, words.prompt]).to.deep.equal(['edit', 'now in snow [fail]']);
      const store = new ImaginationsStore(adapter);
      await store.loadIteration(failed.iterationIds[0]!);
      const tried = await store.retry(failed.iterationIds[0]!);
      const again = await ended(adapter, tried.ok ? tried.started.generation.id : '');
      expect([again.generation.origin, again.generation.retryOf]).to.deep.equal(['remix', failed.id]);
      expect(again.iterations[0]!.parents).to.deep.equal([{ role: 'edit', iterationId: parent.id }]);
      store.dispose();
      const lost = { session: base.session, origin: 'remix', kind: 'image', count: 1, as: 'edit' } as const;
      expect(await codeOf(adapter.generate!.start(lost, write()))).to.equal('invalid');
      adapter.dispose();
    });

    it('a verb that starts at once goes out from the output alone, not from what that was built on', async () => {
      const { generator, requests } = listening();
      const adapter = create(generator);
      const file = new File([tinyPng(7, 5, () => [1, 2, 3])], 'mine.png', { type: 'image/png' });
      const mine = await adapter.upload(file, {}, write());
      const { generation, session } = await start(adapter, 'a tree');
      const build = async (from: string, request: object) => {
        const base = { session: { id: session.id }, kind: 'image', count: 1, from } as const;
        const started = await adapter.generate!.start({ ...base, origin: 'remix', ...request }, write());
        return (await ended(adapter, started.generation.id)).iterations[0]!;
      };
      const root = (await ended(adapter, generation.id)).iterations[0]!;
      const edited = await build(root.id, { as: 'edit', brief: { prompt: 'in snow', references: [mine] } });
      const again = await build(edited.id, { origin: 'regenerate' });
      for (const row of [edited, again, await build(edited.id, { as: 'variation' })]) {
        const varied = await build(row.id, { as: 'variation' });
        expect(varied.parents).to.deep.equal([
          { role: 'variation', iterationId: row.id },
          { role: 'reference', referenceId: mine.id },
        ]);
        expect(requests.at(-1)!.references.length).to.equal(2);
      }
      adapter.dispose();
    });

    it('regenerate goes by the brief that made the item, retry by that of the attempt', async () => {
      const { generator, requests } = listening();
      const adapter = create(generator);
      const { generation, session } = await start(adapter, 'a tree');
      const [item] = (await ended(adapter, generation.id)).iterations;
      const more = async (request: object) => {
        const base = { session: { id: session.id }, kind: 'image', count: 1 } as const;
        const started = await adapter.generate!.start({ ...base, origin: 'prompt', ...request }, write());
        return ended(adapter, started.generation.id);
      };
      const failed = await more({ brief: { prompt: 'a stone [fail]', negativePrompt: 'no rain' } });
      const retried = await more({ retryOf: failed.generation.id });
      const again = await more({ origin: 'regenerate', from: item!.id });
      expect(failed.generation.status).to.equal('failed');
      expect(retried.generation.retryOf).to.equal(failed.generation.id);
      expect(requests.map(({ brief }) => [brief.prompt, brief.negativePrompt])).to.deep.equal([
        ['a tree', undefined],
        ['a stone [fail]', 'no rain'],
        ['a stone [fail]', 'no rain'],
        ['a tree', undefined],
      ]);
      expect(again.iterations[0]!.parents).to.deep.equal([{ role: 'variation', iterationId: item!.id }]);
      adapter.dispose();
    });

    const refused: readonly (readonly [string, File, string])[] = [
      ['an empty file', new File([], 'a.png', { type: 'image/png' }), 'invalid'],
      ['a page that calls itself a picture', new File(['<html>'], 'a.png', { type: 'image/png' }), 'invalid'],
      ['a drawing with scripts', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }), 'invalid'],
      ['a file that is too large', new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.png'), 'too-large'],
    ];
    for (const [what, file, code] of refused) {
      it(`refuses ${what}`, async () => {
        const adapter = create();
        expect(await codeOf(adapter.upload(file, {}, write()))).to.equal(code);
        adapter.dispose();
      });
    }

    it('takes a file for what it is, not for what it is called', async () => {
      const adapter = create();
      const file = new File([tinyPng(3, 2, () => [1, 2, 3])], 'song.mp3', { type: 'audio/mpeg' });
      const { kind, source } = await adapter.upload(file, {}, write());
      expect(kind).to.equal('image');
      expect(source).to.include({ mime: 'image/png', width: 3, height: 2 });
      adapter.dispose();
    });
  });
}

describe('memory: an upload', () => {
  it('is deleted when nothing has come of it for a month, and kept when something has', async () => {
    let now = Date.UTC(2026, 0, 1);
    const adapter = createMemoryAdapter({ generator: fakeGenerator(), clock: () => now });
    const upload = (name: string) =>
      adapter.upload(new File([tinyPng(3, 2, () => [1, 2, 3])], name, { type: 'image/png' }), {}, write());
    const [unused, used] = [await upload('unused.png'), await upload('used.png')];
    const create = { prompt: 'a tree', references: [used] };
    const { generation, session } = await adapter.generate!.start(
      { session: { create }, origin: 'prompt', kind: 'image', count: 1 },
      write(),
    );
    await ended(adapter, generation.id);
    now += 31 * 24 * 60 * 60 * 1000;
    await adapter.updateSession(session.id, { title: 'Trees' }, undefined, write());
    expect(await codeOf(adapter.openMedia(unused.source.url, call))).to.equal('not-found');
    (await adapter.openMedia(used.source.url, call)).close();
    adapter.dispose();
  });
});

describe('memory: addresses that are not its own', () => {
  it('pass through as they were given', async () => {
    const library = seedLibrary(3, { finished: true });
    const adapter = createMemoryAdapter(library);
    const { items } = await adapter.listIterations({ limit: 3, order: 'oldest' }, call);
    expect(items.map(({ media }) => media!.url)).to.deep.equal(library.iterations.map(({ media }) => media!.url));
    expect(await codeOf(adapter.openMedia('https://media.example/a.png', call))).to.equal('unsupported');
    adapter.dispose();
  });
});
