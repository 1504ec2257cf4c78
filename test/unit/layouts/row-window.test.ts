import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { JustifiedRows } from '../../../src/layouts/geometry/justified-rows.js';
import { RowWindow } from '../../../src/layouts/row-window.js';
import { waitUntil } from '../../support/wait.js';

const rowsOf = (count: number, width: number): JustifiedRows => {
  const rows = new JustifiedRows();
  rows.update({ count, ratio: () => 1 }, { width, rowHeight: 100, gap: 0, headingHeight: 0 });
  return rows;
};

interface Stage {
  readonly scroller: HTMLElement;
  readonly canvas: HTMLElement;
}

const stage = async (rows: JustifiedRows): Promise<Stage> => {
  const scroller = await fixture<HTMLElement>(html`<div><div></div></div>`);
  const canvas = scroller.firstElementChild as HTMLElement;
  Object.assign(scroller.style, { position: 'relative', width: '400px', height: '500px', overflow: 'auto' });
  canvas.style.height = `${rows.height}px`;
  return { scroller, canvas };
};

describe('RowWindow', () => {
  it('gives the rows in view first, and one height of it on either side when it is told to', async () => {
    const rows = rowsOf(4000, 400);
    const { scroller, canvas } = await stage(rows);
    const window = new RowWindow(() => undefined);
    window.connect(scroller, canvas);
    await waitUntil(() => window.viewport.height === 500);
    expect(window.compute(rows, 50_000)).to.deep.equal({ firstRow: 500, endRow: 506, first: 2000, end: 2024 });
    window.ahead = 1;
    expect(window.compute(rows, 0)).to.deep.equal({ firstRow: 0, endRow: 11, first: 0, end: 44 });
    expect(window.compute(rows, 50_000)).to.deep.equal({ firstRow: 495, endRow: 511, first: 1980, end: 2044 });
    window.disconnect();
  });

  it('speaks up when what is drawn will not do, not with every px', async () => {
    const rows = rowsOf(4000, 400);
    const { scroller, canvas } = await stage(rows);
    let calls = 0;
    const window = new RowWindow(() => calls++);
    window.ahead = 1;
    window.connect(scroller, canvas);
    await waitUntil(() => calls === 1);
    window.compute(rows);
    scroller.scrollTop = 100;
    await nextFrame();
    await nextFrame();
    expect(calls).to.equal(1);
    scroller.scrollTop = 700;
    await waitUntil(() => calls === 2);
    window.disconnect();
  });

  it('follows the size of the scroller, and nothing after it was let go', async () => {
    const rows = rowsOf(400, 400);
    const { scroller, canvas } = await stage(rows);
    let calls = 0;
    const window = new RowWindow(() => calls++);
    window.connect(scroller, canvas);
    await waitUntil(() => window.viewport.height === 500);
    scroller.style.height = '200px';
    await waitUntil(() => window.viewport.height === 200);
    window.disconnect();
    const before = calls;
    scroller.style.height = '600px';
    scroller.scrollTop = 5000;
    await nextFrame();
    await nextFrame();
    await nextFrame();
    expect([calls, window.viewport.height]).to.deep.equal([before, 200]);
  });
});
