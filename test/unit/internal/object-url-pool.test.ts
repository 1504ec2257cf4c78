import { expect } from '@open-wc/testing';
import { ObjectUrlPool } from '../../../src/internal/object-url-pool.js';

const blob = new Blob(['x']);

const loads = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('ObjectUrlPool', () => {
  it('loads once for all holders and revokes with the last', async () => {
    const pool = new ObjectUrlPool();
    let times = 0;
    const load = () => Promise.resolve((times++, blob));
    const [first, second] = await Promise.all([pool.open('a', load), pool.open('a', load)]);
    expect([times, first.url === second.url]).to.deep.equal([1, true]);
    first.close();
    first.close();
    expect(await loads(second.url)).to.equal(true);
    second.close();
    await Promise.resolve();
    expect(await loads(second.url)).to.equal(false);
  });

  it('forgets a load that failed', async () => {
    const pool = new ObjectUrlPool();
    const failure = await pool.open('a', () => Promise.reject(new Error('gone'))).catch((error: unknown) => error);
    expect((failure as Error).message).to.equal('gone');
    const opened = await pool.open('a', () => Promise.resolve(blob));
    expect(await loads(opened.url)).to.equal(true);
    opened.close();
  });

  it('revokes what is open when it is disposed of, and makes nothing afterwards', async () => {
    const pool = new ObjectUrlPool();
    const opened = await pool.open('a', () => Promise.resolve(blob));
    const late = pool.open('b', () => Promise.resolve(blob)).catch((error: unknown) => (error as Error).name);
    pool.dispose();
    expect(await late).to.equal('AbortError');
    expect(await loads(opened.url)).to.equal(false);
  });
});
