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
