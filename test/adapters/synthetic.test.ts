import { expect } from '@open-wc/testing';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../src/adapters/synthetic/index.js';
import type { Change, ImaginationsAdapter, IndexManifest, PageRequest } from '../../src/data/index.js';
import { KINDS, type Filter, type Query } from '../../src/model/index.js';
import { runAdapterConformance, type SuiteLetter } from '../../src/testing/index.js';
import { call, codeOf, listen, write } from './calls.js';
import { waitUntil } from '../support/wait.js';

const runner = { describe, it };

for (const size of [30, 2500]) {
  await runAdapterConformance({
    name: `synthetic, of ${size}`,
    runner,
    create: () => createSyntheticAdapter({ size }),
  });
}

// With nothing, or one row, there is nothing to try the other rules on.
const SMALL: readonly (readonly [size: number, only: readonly SuiteLetter[]])[] = [
  [0, ['A']],
  [1, ['A', 'B', 'D', 'E', 'I']],
];
for (const [size, only] of SMALL) {
  await runAdapterConformance({
    name: `synthetic, of ${size}`,
    runner,
    create: () => createSyntheticAdapter({ size }),
    only,
  });
}

/** An adapter that begins with nothing, and what makes it another size: for checks that fill the backend themselves. */
function resizable(): { readonly adapter: ImaginationsAdapter; resize(size: number): void } {
  let inner = createSyntheticAdapter({ size: 0, latencyMs: 1 });
  const adapter: ImaginationsAdapter = {
    contract: 1,
    limits: inner.limits,
    listSessions: (...args) => inner.listSessions(...args),
    listIterations: (...args) => inner.listIterations(...args),
    getSession: (...args) => inner.getSession(...args),
    getIterations: (...args) => inner.getIterations(...args),
    counts: (...args) => inner.counts(...args),
    index: {
      manifest: (...args) => inner.index.manifest(...args),
      segment: (...args) => inner.index.segment(...args),
    },
    openMedia: (...args) => inner.openMedia(...args),
    listProjects: (...args) => inner.listProjects(...args),
    createProject: (...args) => inner.createProject(...args),
    archive: (...args) => inner.archive(...args),
    reassign: (...args) => inner.reassign(...args),
    annotate: (...args) => inner.annotate(...args),
    undo: (...args) => inner.undo(...args),
    subscribe: (...args) => inner.subscribe(...args),
    dispose: () => inner.dispose(),
  };
  return { adapter, resize: (size) => (inner = createSyntheticAdapter({ size, latencyMs: 1 })) };
}

const sizes = new WeakMap<ImaginationsAdapter, (size: number) => void>();

await runAdapterConformance({
  name: 'synthetic, of the size that is wanted',
  runner,
  create: () => {
    const { adapter, resize } = resizable();
    sizes.set(adapter, resize);
    return adapter;
  },
  seed: (adapter, count) => sizes.get(adapter)?.(count),
});

const MILLION = 1_000_000;

async function manifestOf(adapter: SyntheticAdapter, query: Query = {}): Promise<IndexManifest> {
  const answer = await adapter.index.manifest(query, call);
  if (answer === 'unchanged') throw new Error('No etag was given');
  return answer;
}

const page = (adapter: SyntheticAdapter, request: Partial<PageRequest> = {}) =>
  adapter.listIterations({ limit: 100, ...request }, call);

describe('the synthetic adapter', () => {
  let large: SyntheticAdapter;
  before(() => (large = createSyntheticAdapter({ size: MILLION })));

  it('has an index of a million that agrees with the list, at its ends and in the middle', async () => {
    for (const order of ['newest', 'oldest'] as const) {
      const { total, segments } = await manifestOf(large, { order });
      expect([total, segments.length]).to.deep.equal([MILLION, 1000]);
      for (const place of [0, 500, 999]) {
        const info = segments[place]!;
        const segment = await large.index.segment({ order }, info, call);
        const { items } = await page(large, { order, offset: place * 1000 });
        expect(segment.id.slice(0, 100)).to.deep.equal(items.map(({ id }) => id));
        expect(segment.createdAt.slice(0, 100)).to.deep.equal(items.map(({ createdAt }) => Date.parse(createdAt)));
        const [first, last] = [segment.createdAt[0]!, segment.createdAt.at(-1)!];
        expect([info.from, info.to].map(Date.parse)).to.deep.equal(order === 'newest' ? [last, first] : [first, last]);
        expect(info.ratioSum).to.be.closeTo(
          segment.ratio.reduce((sum, ratio) => sum + ratio, 0),
          0.01,
        );
      }
    }
  });

  it('counts its kinds as the index does', async () => {
    const { segments } = await manifestOf(large);
    const sums = KINDS.map((_kind, kind) => segments.reduce((sum, { kinds }) => sum + (kinds?.[kind] ?? 0), 0));
    const { total, image, video, audio, failed } = await large.counts({}, call);
    expect([image, video, audio]).to.deep.equal(sums);
    expect(total).to.equal(MILLION);
    expect(failed).to.be.within(1, MILLION / 20);
    for (const [kind, count] of [
      ['image', image],
      ['video', video],
      ['audio', audio],
    ] as const) {
      const filter = { kinds: [kind] };
      const index = await manifestOf(large, { filter });
      expect(index.total).to.equal(count);
      expect(Math.max(...index.segments.map((info) => info.count))).to.be.at.most(2000);
      const { items } = await page(large, { filter, offset: (count ?? 0) - 10 });
      expect(items.map((item) => item.kind)).to.deep.equal(Array.from({ length: 10 }, () => kind));
    }
  });

  it('counts, lists, indexes and puts away what was made in a time', async () => {
    const adapter = createSyntheticAdapter({ size: 5000 });
    const { items: all } = await adapter.listIterations({ limit: 100, offset: 2000 }, call);
    const [createdBefore, createdAfter] = [all[20]!.createdAt, all[79]!.createdAt];
    const inTime = all.filter((row) => row.createdAt >= createdAfter && row.createdAt < createdBefore);
    const filter = { createdAfter, createdBefore };
    const look = async (wanted: Filter): Promise<readonly (number | null | undefined)[]> => [
      (await adapter.counts({ filter: wanted }, call)).total,
      (await manifestOf(adapter, { filter: wanted })).total,
      (await page(adapter, { filter: wanted })).total,
    ];
    const same = (count: number): readonly number[] => [count, count, count];
    expect(await look(filter)).to.deep.equal(same(inTime.length));
    const videos = inTime.filter(({ kind }) => kind === 'video').length;
    expect(await look({ ...filter, kinds: ['video'] })).to.deep.equal(same(videos));
    const { segments } = await manifestOf(adapter, { filter });
    const listed = await Promise.all(segments.map((info) => adapter.index.segment({ filter }, info, call)));
    expect(listed.flatMap(({ id }) => id)).to.deep.equal(inTime.map(({ id }) => id));
    const { sessionId } = inTime[30]!;
    const mates = inTime.filter((row) => row.sessionId === sessionId).length;
    expect(await look({ ...filter, sessionId })).to.deep.equal(same(mates));

    await adapter.archive({ query: { filter } }, 'iteration', true, write());
    expect(await look(filter)).to.deep.equal(same(0));
    expect(await look({ ...filter, archived: 'only' })).to.deep.equal(same(inTime.length));
    expect(await look({})).to.deep.equal(same(5000 - inTime.length));
  });

  it('is the same library for the same seed, and another one for another', async () => {
    const [one, same, other] = [1, 1, 2].map((seed) => createSyntheticAdapter({ size: 5000, seed }));
    const request = { offset: 3000 };
    const { items } = await page(one!, request);
    expect((await page(same!, request)).items).to.deep.equal(items);
    expect((await manifestOf(same!)).etag).to.equal((await manifestOf(one!)).etag);
    const others = (await page(other!, request)).items;
    const differ = items.filter((item, index) => item.createdAt !== others[index]?.createdAt);
    expect(differ.length).to.equal(100);
    expect(items.filter((item, index) => item.prompt !== others[index]?.prompt).length).to.be.above(50);
    expect((await manifestOf(other!)).etag).not.to.equal((await manifestOf(one!)).etag);
  });

  it('lies in the years that are asked for, with busy times and quiet ones', async () => {
    const now = Date.UTC(2026, 0);
    const adapter = createSyntheticAdapter({ size: 100_000, now, years: 4 });
    const { segments } = await manifestOf(adapter, { order: 'oldest' });
    const spans = segments.map(({ from, to }) => Date.parse(to) - Date.parse(from));
    expect(Date.parse(segments[0]!.from)).to.be.within(Date.UTC(2021, 11, 31), Date.UTC(2022, 2));
    expect(Date.parse(segments.at(-1)!.to)).to.be.within(Date.UTC(2025, 11), now);
    expect(Math.max(...spans)).to.be.above(3 * Math.min(...spans));
  });

  it('has sessions of 1 to 40, each with what it holds', async () => {
    const { items, total } = await large.listSessions({ limit: 100, offset: 20_000 }, call);
    expect(total).to.be.within(MILLION / 40, MILLION / 4);
    for (const session of items) {
      const rows = (await page(large, { filter: { sessionId: session.id } })).items;
      expect(rows.length).to.be.within(1, 40);
      expect(session.counts?.total).to.equal(rows.length);
      expect(session.cover).to.deep.equal(rows.slice(0, 4));
      expect(
        rows.every(({ sessionId, createdAt }) => sessionId === session.id && createdAt > session.createdAt),
      ).to.equal(true);
    }
    expect(new Set(items.map(({ id }) => id)).size).to.equal(100);
  });

  it('draws pictures that decode, in the shape it says, from its numbers alone', async () => {
    const { items } = await page(large, { filter: { kinds: ['image'] } });
    const bytes: number[] = [];
    for (const { media } of items.filter((item) => item.media).slice(0, 6)) {
      const opened = await large.openMedia(media!.url, call);
      const blob = await (await fetch(opened.url)).blob();
      const bitmap = await createImageBitmap(blob);
      expect(bitmap.width / bitmap.height).to.be.closeTo(media!.width! / media!.height!, 0.05);
      expect(Math.max(bitmap.width, bitmap.height)).to.be.above(150);
      expect(blob.size).to.be.below(40_000);
      bytes.push(new Uint8Array(await blob.arrayBuffer()).reduce((sum, byte) => sum + byte, 0));
      opened.close();
    }
    expect(new Set(bytes).size).to.equal(6);
  });

  it('draws no picture that nobody waits for any more, and those last that are only wanted beforehand', async () => {
    const { items } = await page(large, { filter: { kinds: ['image'] }, offset: 300 });
    const urls = items.flatMap(({ media }) => media?.url ?? []).slice(0, 20);
    const { createObjectURL } = URL;
    let made = 0;
    URL.createObjectURL = (file: Blob) => {
      made++;
      return createObjectURL.call(URL, file);
    };
    try {
      const stop = new AbortController();
      const given = urls.slice(0, 15).map((url) => codeOf(large.openMedia(url, stop)));
      // One of those is wanted by somebody else as well.
      const kept = [urls[3]!, ...urls.slice(15)].map((url) => large.openMedia(url, call));
      stop.abort();
      expect(new Set(await Promise.all(given))).to.deep.equal(new Set(['aborted']));
      for (const opened of await Promise.all(kept)) opened.close();
      expect(made).to.equal(6);
      const again = await large.openMedia(urls[0]!, call);
      again.close();
      const order: number[] = [];
      const wanted = (['prefetch', 'prefetch', 'prefetch', 'visible'] as const).map(async (priority, at) => {
        const opened = await large.openMedia(urls[at + 5]!, { ...call, priority });
        order.push(at);
        opened.close();
      });
      await Promise.all(wanted);
      expect(order.indexOf(3)).to.be.below(2);
    } finally {
      URL.createObjectURL = createObjectURL;
    }
  });

  it('makes the files of videos, their stills and sounds', async () => {
    for (const kind of ['video', 'audio'] as const) {
      const { items } = await page(large, { filter: { kinds: [kind] } });
      const media = items.find((item) => item.media)!.media!;
      const opened = await large.openMedia(media.url, call);
      expect((await (await fetch(opened.url)).blob()).type).to.equal(media.mime);
      opened.close();
      if (!media.poster) continue;
      const still = await large.openMedia(media.poster.url, call);
      expect((await createImageBitmap(await (await fetch(still.url)).blob())).width).to.be.above(100);
      still.close();
    }
    expect(await codeOf(large.openMedia('imaginations-synthetic:i9999999', call))).to.equal('not-found');
    expect(await codeOf(large.openMedia('https://media.example/1.png', call))).to.equal('unsupported');
  });

  it('remembers what was archived: lists, counts, index and stream show it, and only that', async () => {
    const adapter = createSyntheticAdapter({ size: 10_000 });
    const before = await manifestOf(adapter);
    const heard = listen(adapter);
    await heard.live;
    const { items } = await page(adapter, { offset: 5500, limit: 3 });
    const ids = items.map(({ id }) => id);
    const [session] = (await adapter.listSessions({ limit: 1, order: 'oldest' }, call)).items;
    await adapter.archive({ ids }, 'iteration', true, write());
    await adapter.archive({ ids: [session!.id] }, 'session', true, write());
    const gone = 3 + session!.counts!.total;
    const after = await manifestOf(adapter);
    expect(after.total).to.equal(10_000 - gone);
    const known = new Set(before.segments.map(({ key, rev }) => key + rev));
    const touched = after.segments.filter(({ key, rev }) => !known.has(key + rev)).map(({ key }) => key);
    expect(touched).to.deep.equal([before.segments[5]!.key, before.segments[9]!.key]);
    expect((await page(adapter)).total).to.equal(after.total);
    expect((await adapter.counts({}, call)).total).to.equal(after.total);
    const only = { filter: { archived: 'only' } } as const;
    expect((await page(adapter, only)).items.slice(0, 3).map(({ id }) => id)).to.deep.equal(ids);
    expect((await manifestOf(adapter, only)).total).to.equal(gone);
    expect((await manifestOf(adapter, { filter: { archived: 'include' } })).total).to.equal(10_000);
    const idOf = (change: Change) => ('item' in change ? change.item.id : change.type);
    await waitUntil(() => heard.changes.length >= 4, 'every change is heard of');
    expect(heard.changes.map(idOf)).to.deep.equal([...ids, session!.id]);
    heard.stop();
  });

  it('archives what a query stands for', async () => {
    const adapter = createSyntheticAdapter({ size: 3000 });
    const query = { filter: { kinds: ['audio'] } } as const;
    const { total = 0, items } = await page(adapter, query);
    const except = [items[0]!.id];
    const { results } = await adapter.archive({ query, except }, 'iteration', true, write());
    expect(results.length).to.equal(total - 1);
    expect((await page(adapter, query)).items.map(({ id }) => id)).to.deep.equal(except);
    expect(await codeOf(large.archive({ query: { filter: { text: 'x' } } }, 'iteration', true, write()))).to.equal(
      'unsupported',
    );
  });

  it('goes on from a row that has left the list since', async () => {
    const adapter = createSyntheticAdapter({ size: 300 });
    for (const order of ['newest', 'oldest'] as const) {
      const all = (await page(adapter, { order, limit: 100 })).items.map(({ id }) => id);
      const first = await page(adapter, { order, limit: 10 });
      await adapter.archive({ ids: [all[9]!] }, 'iteration', true, write());
      const next = await page(adapter, { order, limit: 10, cursor: first.nextCursor! });
      expect(next.items.map(({ id }) => id)).to.deep.equal(all.slice(10, 20));
      const back = await page(adapter, { order, limit: 5, cursor: next.prevCursor! });
      expect(back.items.map(({ id }) => id)).to.deep.equal(all.slice(4, 9));
      await adapter.archive({ ids: [all[9]!] }, 'iteration', false, write());
    }
  });

  it('refuses a size that is none', () => {
    expect(() => createSyntheticAdapter({ size: -1 })).to.throw('size');
    expect(() => createSyntheticAdapter({ size: 1.5 })).to.throw('size');
  });
});
