import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { divide, isBefore, type Place } from '../../src/adapters/local/segment-cuts.js';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { IndexManifest } from '../../src/data/index.js';
import type { Query } from '../../src/model/index.js';
import { fakeGenerator, seedLibrary } from '../../src/testing/index.js';
import { call, codeOf, ended, start, write } from './calls.js';

async function manifestOf(adapter: MemoryAdapter, query: Query = {}): Promise<IndexManifest> {
  const answer = await adapter.index.manifest(query, call);
  if (answer === 'unchanged') throw new Error('No etag was given');
  return answer;
}

const countsOf = async (adapter: MemoryAdapter, query?: Query) =>
  (await manifestOf(adapter, query)).segments.map(({ count }) => count);

/** The segments that one manifest has and another one has not. */
const newIn = ({ segments }: IndexManifest, before: IndexManifest) => {
  const known = new Set(before.segments.map(({ key, rev }) => key + rev));
  return segments.filter(({ key, rev }) => !known.has(key + rev));
};

describe('the segment index of the memory adapter', () => {
  it('is one segment for a small library, several for a larger one', async () => {
    expect(await countsOf(createMemoryAdapter())).to.deep.equal([]);
    expect(await countsOf(createMemoryAdapter(seedLibrary(2000)))).to.deep.equal([2000]);
    expect(await countsOf(createMemoryAdapter(seedLibrary(2300)))).to.deep.equal([300, 1000, 1000]);
    expect(await countsOf(createMemoryAdapter(seedLibrary(2200)), { order: 'oldest' })).to.deep.equal([1000, 1200]);
  });

  it('tells what a segment holds', async () => {
    const adapter = createMemoryAdapter({ ...seedLibrary(20, { finished: true }), segmentSize: 5 });
    const [head] = (await manifestOf(adapter)).segments;
    const { items } = await adapter.listIterations({ limit: 5 }, call);
    const ratios = items.map(({ media }) => (media?.width ?? 0) / (media?.height ?? 1));
    expect(head).to.deep.include({
      count: 5,
      from: items.at(-1)?.createdAt,
      to: items[0]?.createdAt,
      kinds: [3, 1, 1],
    });
    expect(head?.ratioSum).to.be.closeTo(
      ratios.reduce((sum, ratio) => sum + ratio, 0),
      0.001,
    );
    expect(await adapter.index.segment({}, head!, call)).to.deep.equal({
      key: head?.key,
      rev: head?.rev,
      id: items.map(({ id }) => id),
      createdAt: items.map(({ createdAt }) => Date.parse(createdAt)),
      kind: items.map(({ kind }) => kind[0]).join(''),
      ratio: ratios,
      session: { id: ['session-0000003', 'session-0000002'], runs: [2, 3] },
    });
  });

  it('knows the shape of what is on its way from its parameters', async () => {
    const { sessions } = seedLibrary(6);
    const row = { sessionId: sessions[0]!.id, createdAt: '2026-11-20T12:00:00.000Z', status: 'running' } as const;
    const iterations = [
      { ...row, id: 'a', kind: 'image', params: { aspect: '3:2' } },
      { ...row, id: 'b', kind: 'video', params: { width: 400, height: 200 } },
      { ...row, id: 'c', kind: 'image' },
      { ...row, id: 'd', kind: 'audio', params: { aspect: '3:2' } },
    ] as const;
    const adapter = createMemoryAdapter({ sessions, iterations });
    const [info] = (await manifestOf(adapter, { order: 'oldest' })).segments;
    expect((await adapter.index.segment({ order: 'oldest' }, info!, call)).ratio).to.deep.equal([1.5, 2, 0, 0]);
  });

  it('takes new rows into the newest segment until it is too long, and cuts only that', async () => {
    const generator = fakeGenerator({ kinds: ['image'] });
    const adapter = createMemoryAdapter({ ...seedLibrary(20), segmentSize: 5, generator });
    let before = await manifestOf(adapter);
    expect(before.segments.map(({ count }) => count)).to.deep.equal([5, 5, 5, 5]);
    for (const counts of [[8], [5, 6]]) {
      const { generation } = await start(adapter, 'a fox', 3);
      await ended(adapter, generation.id);
      const after = await manifestOf(adapter);
      expect(after.segments.map(({ count }) => count)).to.deep.equal([...counts.toReversed(), 5, 5, 5]);
      expect(newIn(after, before).length).to.equal(counts.length);
      before = after;
    }
  });

  it('changes only the segments that hold what changed, and merges one that runs dry', async () => {
    const adapter = createMemoryAdapter({ ...seedLibrary(40), segmentSize: 8 });
    const before = await manifestOf(adapter);
    const rows = (await adapter.listIterations({ limit: 40 }, call)).items;
    const ids = rows.slice(16, 24).map(({ id }) => id);
    await adapter.archive({ ids: ids.slice(0, 6) }, 'iteration', true, write());
    const fewer = await manifestOf(adapter);
    expect(newIn(fewer, before).map(({ count }) => count)).to.deep.equal([2]);
    expect(fewer.etag).not.to.equal(before.etag);
    await adapter.archive({ ids: ids.slice(6, 7) }, 'iteration', true, write());
    expect(await countsOf(adapter)).to.deep.equal([8, 8, 9, 8]);
    await adapter.archive({ ids }, 'iteration', false, write());
    expect((await countsOf(adapter)).reduce((sum, count) => sum + count, 0)).to.equal(40);
  });

  it('hides what an archived session holds', async () => {
    const adapter = createMemoryAdapter({ ...seedLibrary(40), segmentSize: 8 });
    const include = { filter: { archived: 'include' } } as const;
    const [before, all] = [await manifestOf(adapter), await manifestOf(adapter, include)];
    await adapter.archive({ ids: ['session-0000000'] }, 'session', true, write());
    const after = await manifestOf(adapter);
    expect([before.total, after.total]).to.deep.equal([40, 34]);
    // They are still there, and look different.
    const still = await manifestOf(adapter, include);
    expect(still.total).to.equal(40);
    expect(newIn(still, all).map(({ key }) => key)).to.deep.equal([all.segments.at(-1)?.key]);
  });

  it('is the same again for the same content, also where its cuts were forgotten', async () => {
    const adapter = createMemoryAdapter({ ...seedLibrary(40), segmentSize: 8 });
    const before = await manifestOf(adapter);
    for (let rating = 0; rating < 20; rating++) {
      await adapter.index.manifest({ filter: { ratingAtLeast: rating } }, call);
    }
    const after = await manifestOf(adapter);
    expect(after).to.deep.equal(before);
    const segment = before.segments[2]!;
    expect((await adapter.index.segment({}, segment, call)).id.length).to.equal(8);
  });

  it('answers unchanged as long as its own list is, whatever else has changed', async () => {
    const adapter = createMemoryAdapter(seedLibrary(12));
    const sound: Query = { filter: { kinds: ['audio'] } };
    const { etag } = await manifestOf(adapter, sound);
    const { items } = await adapter.listIterations({ limit: 1, filter: { kinds: ['image'] } }, call);
    await adapter.archive({ ids: [items[0]!.id] }, 'iteration', true, write());
    expect(await adapter.index.manifest(sound, { ...call, etag })).to.equal('unchanged');
    expect(await adapter.index.manifest({ ...sound, order: 'oldest' }, { ...call, etag })).not.to.equal('unchanged');
    expect(await adapter.index.manifest({}, { ...call, etag })).not.to.equal('unchanged');
  });

  it('refuses what the lists refuse', async () => {
    const adapter = createMemoryAdapter({ limits: { filters: ['kinds'], orders: ['newest'] } });
    const info = { key: 'oldest', rev: 'r', count: 1, from: '', to: '' };
    for (const query of [{ filter: { model: 'x' } }, { order: 'oldest' }] as const) {
      expect(await codeOf(adapter.index.manifest(query, call))).to.equal('unsupported');
      expect(await codeOf(adapter.index.segment(query, info, call))).to.equal('unsupported');
    }
    expect(await codeOf(adapter.index.segment({}, info, call))).to.equal('cursor-expired');
    expect(() => createMemoryAdapter({ segmentSize: 0 })).to.throw('segmentSize');
  });
});

describe('divide', () => {
  const places = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }).map((ids) =>
    ids
      .sort((a, b) => a - b)
      // Many at the same instant.
      .map((id): Place => ({ at: String(Math.floor(id / 50)), id: String(id).padStart(3, '0') })),
  );

  it('covers all rows in order, in stretches neither too long nor too short, and rests where nothing changed', () => {
    fc.assert(
      fc.property(places, places, fc.integer({ min: 1, max: 40 }), (before, after, size) => {
        const cuts = (rows: readonly Place[], known: readonly Place[]) =>
          divide(rows, known, size).flatMap(({ cut }) => (cut ? [cut] : []));
        const known = cuts(before, []);
        const stretches = divide(after, known, size);
        let end = 0;
        for (const stretch of stretches) {
          expect(stretch.start).to.equal(end);
          end = stretch.end;
          const count = stretch.end - stretch.start;
          expect(count).to.be.at.most(2 * size);
          if (stretches.length > 1) expect(count).to.be.at.least(size / 4);
          const row = after[stretch.start]!;
          expect(stretch.cut !== undefined && isBefore(row, stretch.cut)).to.equal(false);
        }
        expect(end).to.equal(after.length);
        expect(cuts(after, cuts(after, known))).to.deep.equal(cuts(after, known));
      }),
    );
  });
});
