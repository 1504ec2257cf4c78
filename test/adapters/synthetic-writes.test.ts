import { expect } from '@open-wc/testing';
import { createSyntheticAdapter } from '../../src/adapters/synthetic/index.js';
import { omit } from '../../src/internal/omit.js';
import type { Query } from '../../src/model/index.js';
import { call, codeOf, write } from './calls.js';

const total = async (adapter: ReturnType<typeof createSyntheticAdapter>, query: Query = {}) =>
  (await adapter.counts(query, call)).total;

describe('the synthetic adapter: writes', () => {
  it('archives a million by one query, says how many, and takes that back', async function () {
    this.timeout(60_000);
    const adapter = createSyntheticAdapter({ size: 1_000_000 });
    const except = ['i0000007'];
    const { results, count, undo, touched } = await adapter.archive({ query: {}, except }, 'iteration', true, write());
    expect([results, count, touched]).to.deep.equal([[], 999_999, undefined]);
    expect([await total(adapter), await total(adapter, { filter: { archived: 'only' } })]).to.deep.equal([1, 999_999]);
    expect((await adapter.listIterations({ limit: 9 }, call)).items.map(({ id }) => id)).to.deep.equal(except);
    const manifest = await adapter.index.manifest({}, call);
    expect(manifest === 'unchanged' ? 0 : manifest.total).to.equal(1);
    const later = await adapter.annotate({ ids: ['i0000009'] }, { starred: true }, write());
    expect(later.results).to.deep.equal([{ id: 'i0000009', ok: true, rev: 3 }]);
    const back = await adapter.undo(undo!, write());
    expect([back.count, back.results.map(({ id, ok }) => [id, ok])]).to.deep.equal([999_998, [['i0000009', false]]]);
    expect(await total(adapter)).to.equal(999_999);
    expect((await adapter.undo(back.undo!, write())).count).to.equal(999_998);
    expect(await total(adapter)).to.equal(1);
  });

  it('takes back every one of very many writes by its token, though that makes as many again', async () => {
    const adapter = createSyntheticAdapter({ size: 300 });
    const tokens: string[] = [];
    for (let row = 0; row < 300; row++) {
      const id = `i${String(row).padStart(7, '0')}`;
      tokens.push((await adapter.archive({ ids: [id] }, 'iteration', true, write())).undo!);
    }
    for (const token of tokens.reverse()) expect((await adapter.undo(token, write())).results[0]?.ok).to.equal(true);
    expect(await total(adapter)).to.equal(300);
  });

  it('counts kinds and outcomes as its lists have them, with much put away', async () => {
    const adapter = createSyntheticAdapter({ size: 3000 });
    const { items } = await adapter.listSessions({ limit: 20 }, call);
    await adapter.archive({ ids: items.map(({ id }) => id) }, 'session', true, write());
    const ids = Array.from({ length: 400 }, (_, row) => `i${String(row * 3).padStart(7, '0')}`);
    await adapter.archive({ ids }, 'iteration', true, write());
    for (const archived of ['exclude', 'only', 'include'] as const) {
      for (const kinds of [undefined, ['image'], ['video', 'audio']] as const) {
        const filter = { archived, ...(kinds && { kinds }) };
        const counts = await adapter.counts({ filter }, call);
        const found: { kind: string; status: string }[] = [];
        for (let offset = 0; offset < (counts.total || 1); offset += 100) {
          found.push(...(await adapter.listIterations({ filter, limit: 100, offset }, call)).items);
        }
        const of = (kind: string): number => found.filter((row) => row.kind === kind).length;
        const failed = found.filter(({ status }) => status === 'failed').length;
        expect(counts, JSON.stringify(filter)).to.include({ total: found.length, image: of('image'), failed });
        expect(counts).to.include({ video: of('video'), audio: of('audio') });
      }
    }
  });

  it('names each row of a query over a thousand or fewer', async () => {
    const adapter = createSyntheticAdapter({ size: 1000 });
    const { results, count } = await adapter.archive({ query: {} }, 'iteration', true, write());
    expect([results.length, count]).to.deep.equal([1000, undefined]);
  });

  it('does what is asked for while it works afterwards, and keeps the answer for its key', async () => {
    const adapter = createSyntheticAdapter({ size: 50_000 });
    const first = write();
    const away = adapter.archive({ query: {} }, 'iteration', true, first);
    const back = adapter.archive({ ids: ['i0000001'] }, 'iteration', false, write());
    const again = adapter.archive({ query: {} }, 'iteration', true, first);
    expect((await away).count).to.equal(50_000);
    expect(await again).to.deep.equal(await away);
    expect((await back).results).to.deep.equal([{ id: 'i0000001', ok: true, rev: 3 }]);
    expect(await total(adapter)).to.equal(1);
  });

  it('remembers stars, ratings, flags, tags and notes, and takes them back exactly', async () => {
    const adapter = createSyntheticAdapter({ size: 50 });
    const look = async () => (await adapter.getIterations(['i0000003'], call))[0]!;
    const before = await look();
    const patch = { starred: true, rating: 4, flag: 'pick', tags: { add: ['a', 'b'] }, note: 'x' } as const;
    const { undo } = await adapter.annotate({ ids: ['i0000003', 'nobody'] }, patch, write());
    const { starred, rating, flag, tags, note } = await look();
    expect([starred, rating, flag, tags, note]).to.deep.equal([true, 4, 'pick', ['a', 'b'], 'x']);
    await adapter.archive({ ids: ['i0000003'] }, 'iteration', true, write());
    await adapter.archive({ ids: ['i0000003'] }, 'iteration', false, write());
    expect((await look()).note).to.equal('x');
    expect((await adapter.undo(undo!, write())).results.map(({ ok }) => ok)).to.deep.equal([false]);
    await adapter.annotate({ ids: ['i0000003'] }, { tags: { remove: ['a', 'b'] }, flag: null, note: '' }, write());
    await adapter.annotate({ ids: ['i0000003'] }, { starred: false, rating: 0 }, write());
    const { rev, ...rest } = await look();
    const was = omit(before, 'rev');
    expect([rest, rev]).to.deep.equal([{ ...was, rating: 0 }, 6]);
    expect(await codeOf(adapter.undo('nothing', write()))).to.equal('not-found');
  });
});
