import { expect } from '@open-wc/testing';
import { loadLater } from '../../../../src/store/later.js';
import { settle } from '../../../support/fake-clock.js';
import { instant, iteration } from '../../../support/rows.js';
import { answering, names, rows } from './set-up.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

describe('paged list: pages that lie', () => {
  it('ends at cursors that come round again', async () => {
    const { backend, list } = answering((_, calls) => ({
      items: rows(calls % 2 ? 10 : 0, 10),
      nextCursor: calls % 2 ? 'a' : 'b',
    }));
    for (let i = 0; i < 20; i++) await list.more();
    expect(list.value.complete).to.equal(true);
    expect(backend.count('listIterations')).to.equal(3);
    expect(new Set(list.value.ids).size).to.equal(list.value.ids.length);
    expect(list.value.ids.length).to.equal(20);
  });

  it('ends at pages without end that bring nothing new, after three', async () => {
    const { backend, list } = answering((_, calls) => ({ items: rows(0, 10), nextCursor: `c${calls}` }));
    for (let i = 0; i < 20; i++) await list.more();
    expect(list.value.complete).to.equal(true);
    expect(backend.count('listIterations')).to.equal(4);
    expect(list.value.ids.length).to.equal(10);
  });

  it('goes on past an empty page that is not the end', async () => {
    const { list } = answering((_, calls) =>
      calls === 2
        ? { items: [], nextCursor: 'c2' }
        : { items: rows(calls === 1 ? 20 : 10, 5), nextCursor: calls < 3 ? `c${calls}` : null },
    );
    await list.load();
    await list.more();
    expect(list.value.ids.length).to.equal(10);
    expect(list.value.complete).to.equal(true);
  });

  it('shows a row once, however often pages carry it, and its last version', async () => {
    const doubled = [...rows(0, 5), ...rows(3, 2), iteration('i004', { createdAt: instant(4), starred: true })];
    const { list, store } = answering(() => ({ items: doubled, nextCursor: null }));
    await list.load();
    expect(list.value.ids).to.deep.equal(names(5).reverse());
    expect(store.iteration('i004')?.starred).to.equal(true);
  });

  it('takes short pages and pages longer than asked for', async () => {
    const { list } = answering(({ cursor }) =>
      cursor === undefined ? { items: rows(40, 3), nextCursor: 'next' } : { items: rows(0, 40), nextCursor: null },
    );
    await list.load();
    await list.more();
    expect(list.value.ids.length).to.equal(43);
  });

  for (const total of [0, -1, 1.5, 3, 1_000_000, NaN, '12', null]) {
    it(`is never misled by a total of ${String(total)}`, async () => {
      const { list } = answering(({ cursor }) =>
        cursor === undefined
          ? { items: rows(10, 10), nextCursor: 'next', total }
          : { items: rows(0, 10), nextCursor: null, total },
      );
      await list.load();
      const { value } = list;
      if (value.total !== null) expect(value.total).to.be.at.least(10);
      await list.more();
      expect([list.value.total, list.value.complete]).to.deep.equal([20, true]);
    });
  }

  it('leaves out rows that cannot be drawn, counts them, and shows the rest', async () => {
    const garbage: unknown[] = [
      null,
      undefined,
      7,
      'row',
      [],
      {},
      { id: '' },
      { ...iteration('a'), id: 5 },
      { ...iteration('b'), createdAt: 'yesterday' },
      { ...iteration('c'), media: 'https://media.test/c' },
      { ...iteration('d'), media: { mime: 'image/webp' } },
      { ...iteration('e'), tags: [1] },
      { ...iteration('f'), prompt: { text: 'x' } },
      { ...iteration('g'), parents: [null] },
    ];
    const { list } = answering(() => ({ items: [...garbage, ...rows(0, 3)], nextCursor: null, total: 17 }));
    await list.load();
    expect(list.value.ids).to.deep.equal(names(3).reverse());
    expect(list.value.dropped).to.equal(garbage.length);
    expect(list.value.status).to.equal('ready');
  });

  for (const answer of [null, undefined, 'html', [], {}, { items: 'none' }, { items: null }]) {
    it(`says what is wrong when a page is ${JSON.stringify(answer)}`, async () => {
      const { list } = answering(() => answer);
      await list.load();
      expect([list.value.status, list.value.error?.code]).to.deep.equal(['error', 'internal']);
    });
  }

  it('walks by offset where there is a total and no cursor', async () => {
    const all = rows(0, 25);
    const { list } = answering(({ offset = 0, limit }) => ({ items: all.slice(offset, offset + limit), total: 25 }), {
      random: 'offset',
    });
    await list.load();
    expect(list.value.complete).to.equal(false);
    await list.more();
    await list.more();
    expect([list.value.ids.length, list.value.complete]).to.deep.equal([25, true]);
  });

  it('skips nothing when rows are removed under its offsets', async () => {
    let all = rows(0, 35);
    const { list } = answering(
      ({ offset = 0, limit }) => ({ items: all.slice(offset, offset + limit), total: all.length }),
      { random: 'offset' },
    );
    await list.load();
    await list.more();
    all = all.slice(5);
    await list.more();
    await settle();
    for (let i = 0; i < 10 && !list.value.complete; i++) await list.more();
    await settle();
    expect(list.value.ids).to.deep.equal(all.map(({ id }) => id));
  });

  it('ends by offset where the total promises more than there is', async () => {
    const all = rows(0, 12);
    const { backend, list } = answering(
      ({ offset = 0, limit }) => ({ items: all.slice(offset, offset + limit), total: 1000 }),
      { random: 'offset' },
    );
    for (let i = 0; i < 10; i++) await list.more();
    expect([list.value.ids.length, list.value.complete, list.value.total]).to.deep.equal([12, true, 12]);
    expect(backend.count('listIterations')).to.be.at.most(4);
  });
});
