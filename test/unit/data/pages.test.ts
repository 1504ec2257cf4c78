import { expect } from '@open-wc/testing';
import { cursorPages, offsetPages, type AdapterError, type ListMethod } from '../../../src/data/index.js';

const ROWS = Array.from({ length: 11 }, (_, index) => `row-${index}`);
const call = { signal: new AbortController().signal };

async function walk(list: ListMethod<string>, limit: number): Promise<readonly string[]> {
  const rows: string[] = [];
  for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined;) {
    const page = await list({ limit, ...(cursor && { cursor }) }, call);
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'resolved',
    (error: unknown) => (error as AdapterError).code,
  );

describe('offsetPages', () => {
  const asked: number[] = [];
  const list = offsetPages((offset, limit) => {
    asked.push(offset);
    return Promise.resolve({ items: ROWS.slice(offset, offset + limit), total: ROWS.length });
  });

  it('walks the whole list by cursor', async () => {
    for (const limit of [1, 4, 11, 100]) expect(await walk(list, limit)).to.deep.equal(ROWS);
  });

  it('answers an offset as it is, with total and the way on and back', async () => {
    const page = await list({ limit: 3, offset: 6 }, call);
    expect(page).to.include({ total: 11, offset: 6 });
    expect(page.items).to.deep.equal(['row-6', 'row-7', 'row-8']);
    const next = await list({ limit: 3, cursor: page.nextCursor ?? '' }, call);
    expect(next.items).to.deep.equal(['row-9', 'row-10']);
    expect(next.nextCursor).to.equal(null);
    const previous = await list({ limit: 3, cursor: page.prevCursor ?? '' }, call);
    expect(previous.items).to.deep.equal(['row-3', 'row-4', 'row-5']);
  });

  it('refuses a cursor that is none of its own, before it asks', async () => {
    asked.length = 0;
    for (const cursor of ['garbled', 'offset:', 'offset:-1', 'offset:1e3', '']) {
      expect(await codeOf(list({ limit: 3, cursor }, call)), cursor).to.equal('invalid');
    }
    expect(await codeOf(list({ limit: 3, around: 'row-3' }, call))).to.equal('unsupported');
    expect(asked).to.deep.equal([]);
  });

  it('ends where no rows come, whatever the total says', async () => {
    const liar = offsetPages((offset, limit) =>
      Promise.resolve({ items: ROWS.slice(offset, offset + limit), total: 1_000_000 }),
    );
    expect(await walk(liar, 4)).to.deep.equal(ROWS);
  });
});

describe('cursorPages', () => {
  const list = cursorPages((cursor, limit) => {
    const start = cursor === null ? 0 : Number(cursor);
    const next = start + limit < ROWS.length ? String(start + limit) : '';
    return Promise.resolve({ items: ROWS.slice(start, start + limit), next });
  });

  it('walks the whole list', async () => {
    for (const limit of [1, 4, 11, 100]) expect(await walk(list, limit)).to.deep.equal(ROWS);
  });

  it('says that it cannot jump', async () => {
    expect(await codeOf(list({ limit: 3, offset: 3 }, call))).to.equal('unsupported');
    expect(await codeOf(list({ limit: 3, around: 'row-3' }, call))).to.equal('unsupported');
  });

  it('does not go round for ever on a cursor that leads to itself', async () => {
    const stuck = cursorPages(() => Promise.resolve({ items: ['again'], next: 'same' }));
    expect(await walk(stuck, 1)).to.deep.equal(['again', 'again']);
  });
});
