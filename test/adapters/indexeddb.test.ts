import { expect } from '@open-wc/testing';
import { createIndexedDbAdapter } from '../../src/adapters/indexeddb/index.js';
import type { Change } from '../../src/data/index.js';
import { fakeGenerator } from '../../src/testing/fake-generator.js';

const call = { signal: new AbortController().signal };
let key = 0;
const write = () => ({ ...call, idempotencyKey: `k${key++}` });

describe('indexeddb adapter', () => {
  it('makes, lists, archives and tells', async () => {
    const adapter = createIndexedDbAdapter({ name: 't' + Date.now(), generator: fakeGenerator() });
    const changes: Change[] = [];
    const stop = new AbortController();
    const states: string[] = [];
    await adapter.subscribe({ signal: stop.signal, change: (b) => changes.push(...b), state: (s) => states.push(s) });
    const started = await adapter.generate!.start(
      { session: { create: { prompt: 'a cat' } }, origin: 'prompt', kind: 'image', count: 3 },
      write(),
    );
    expect(started.iterations.length).to.equal(3);
    let state = await adapter.generate!.get([started.generation.id], call);
    while (state[0]?.generation.status !== 'succeeded')
      state = await adapter.generate!.get([started.generation.id], call);
    const page = await adapter.listIterations({ limit: 2 }, call);
    expect(page.total).to.equal(3);
    expect(page.items.map((i) => i.variant)).to.deep.equal([2, 1]);
    const next = await adapter.listIterations({ limit: 2, cursor: page.nextCursor! }, call);
    expect(next.items.map((i) => i.variant)).to.deep.equal([0]);
    expect(next.nextCursor).to.equal(null);
    const opened = await adapter.openMedia(page.items[0]!.media!.url, call);
    expect(opened.url).to.match(/^blob:/);
    opened.close();
    const res = await adapter.archive({ ids: [started.session.id] }, 'session', true, write());
    expect(res.results[0]!.ok).to.equal(true);
    expect((await adapter.listIterations({ limit: 2 }, call)).total).to.equal(0);
    await adapter.undo(res.undo!, write());
    expect((await adapter.listIterations({ limit: 2 }, call)).total).to.equal(3);
    const session = await adapter.getSession(started.session.id, call);
    expect(session!.counts).to.deep.equal({ total: 3, image: 3, video: 0, audio: 0, active: 0, failed: 0 });
    expect(session!.cover!.length).to.equal(3);
    expect(changes.some((c) => c.type === 'progress')).to.equal(true);
    expect(states).to.deep.equal(['connecting', 'live']);
    adapter.dispose();
  });
});
