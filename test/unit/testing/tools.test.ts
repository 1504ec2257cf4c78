import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import type { AdapterError, MediaRequest } from '../../../src/data/index.js';
import {
  fakeGenerator,
  faultyAdapter,
  seedIterations,
  seedLibrary,
  seedSessions,
  slowAdapter,
} from '../../../src/testing/index.js';

const call = { signal: new AbortController().signal };
const request: MediaRequest = { kind: 'image', brief: { prompt: 'a fox' }, references: [], seed: '7', variant: 0 };

const make = (more: Partial<MediaRequest> = {}) =>
  fakeGenerator().make({ ...request, ...more }, { progress: () => undefined }, call.signal);

const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];

describe('fakeGenerator', () => {
  it('makes pictures that decode to the size it says', async () => {
    const { blob, width, height } = await make();
    const bitmap = await createImageBitmap(blob);
    expect([bitmap.width, bitmap.height]).to.deep.equal([width, height]);
  });

  it('makes the same from the same, and something else from something else', async () => {
    const first = await bytesOf((await make()).blob);
    expect(await bytesOf((await make()).blob)).to.deep.equal(first);
    for (const more of [
      { seed: '8' },
      { variant: 1 },
      { brief: { prompt: 'a dog' } },
      { references: [new Blob(['x'])] },
    ]) {
      expect(await bytesOf((await make(more)).blob)).not.to.deep.equal(first);
    }
  });

  it('refuses and fails on cue', async () => {
    const code = (prompt: string, variant = 0) =>
      make({ brief: { prompt }, variant }).then(
        () => 'made',
        (error: unknown) => (error as AdapterError).code,
      );
    expect(await code('x [moderated]')).to.equal('moderated');
    expect(await code('x [fail]')).to.equal('internal');
    expect([await code('x [fail 1]'), await code('x [fail 1]', 1)]).to.deep.equal(['made', 'internal']);
  });
});

describe('seeds', () => {
  it('are the same each time, and newest first', () => {
    expect(seedLibrary(20)).to.deep.equal(seedLibrary(20));
    const ids = seedIterations(5).map(({ createdAt }) => createdAt);
    expect([...ids].sort().reverse()).to.deep.equal(ids);
    expect(seedSessions(3).length).to.equal(3);
  });
});

describe('faultyAdapter', () => {
  const inner = createMemoryAdapter(seedLibrary(3));
  const list = (adapter: ReturnType<typeof faultyAdapter>, signal = call.signal) =>
    adapter.listIterations({ limit: 1 }, { signal });

  it('fails at the calls that are planned', async () => {
    const adapter = faultyAdapter(inner, (method, nth) =>
      method === 'listIterations' && nth === 2 ? { reject: 'plain text' } : undefined,
    );
    expect((await list(adapter)).items.length).to.equal(1);
    expect(await list(adapter).catch((error: unknown) => error)).to.equal('plain text');
    expect((await list(adapter)).items.length).to.equal(1);
  });

  it('throws, answers something else, hangs until the signal fires, loses the reply', async () => {
    expect(() => void list(faultyAdapter(inner, () => ({ throw: new Error('at once') })))).to.throw('at once');
    expect(await list(faultyAdapter(inner, () => ({ answer: null })))).to.equal(null);
    const stop = new AbortController();
    const hanging = list(
      faultyAdapter(inner, () => ({ hang: true })),
      stop.signal,
    ).catch((error: unknown) => (error as Error).name);
    stop.abort();
    expect(await hanging).to.equal('AbortError');
    const lossy = faultyAdapter(inner, (method) => (method === 'archive' ? { lose: new Error('lost') } : undefined));
    const { id } = (await list(lossy)).items[0]!;
    const lost = await lossy.archive!({ ids: [id] }, 'iteration', true, { ...call, idempotencyKey: 'k' }).catch(
      (error: unknown) => (error as Error).message,
    );
    expect(lost).to.equal('lost');
    expect((await inner.getIterations([id], call))[0]?.archivedAt).to.be.a('string');
  });
});

describe('faultyAdapter: the index', () => {
  it('fails by plan, method by method', async () => {
    const memory = createMemoryAdapter(seedLibrary(3));
    const calls: string[] = [];
    const { index } = faultyAdapter(memory, (method, nth) => {
      calls.push(`${method} ${nth}`);
      return method === 'index.segment' ? { reject: 'no segment' } : undefined;
    });
    const manifest = await index!.manifest({}, call);
    const [info] = manifest === 'unchanged' ? [] : manifest.segments;
    expect(info?.count).to.equal(3);
    expect(await index!.segment({}, info!, call).catch((error: unknown) => error)).to.equal('no segment');
    expect(calls).to.deep.equal(['index.manifest 1', 'index.segment 1']);
  });
});

describe('slowAdapter', () => {
  it('keeps the index waiting too', async () => {
    const { index } = slowAdapter(createMemoryAdapter(seedLibrary(3)), 60_000);
    const stop = new AbortController();
    const waiting = index!
      .manifest({}, { signal: stop.signal })
      .catch((error: unknown) => (error as AdapterError).code);
    stop.abort();
    expect(await waiting).to.equal('aborted');
  });

  it('answers late, and not at all when nobody waits', async () => {
    const adapter = slowAdapter(createMemoryAdapter(seedLibrary(3)), (method) =>
      method === 'listIterations' ? 60_000 : 1,
    );
    expect((await adapter.listSessions({ limit: 1 }, call)).items.length).to.equal(1);
    const stop = new AbortController();
    const waiting = adapter
      .listIterations({ limit: 1 }, { signal: stop.signal })
      .catch((error: unknown) => (error as AdapterError).code);
    stop.abort();
    expect(await waiting).to.equal('aborted');
  });
});
