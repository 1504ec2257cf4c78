import { expect, fixture, html } from '@open-wc/testing';
import { EdgeScroll } from '../../../../src/elements/collection/edge-scroll.js';
import { waitUntil } from '../../../support/wait.js';

/** How far a drag at the lower edge scrolls when frames come at these times. */
async function scrolled(times: readonly number[]): Promise<number> {
  const scroller = await fixture<HTMLElement>(html`<div><div></div></div>`);
  scroller.style.cssText = 'height: 200px; overflow: auto';
  (scroller.firstElementChild as HTMLElement).style.height = '100000px';
  const { requestAnimationFrame: original } = window;
  let step: FrameRequestCallback | undefined;
  window.requestAnimationFrame = (callback) => {
    step = callback;
    return 1;
  };
  try {
    const edge = new EdgeScroll(scroller);
    edge.at(scroller.getBoundingClientRect().bottom - 4);
    for (const time of times) step?.(time);
    edge.stop();
  } finally {
    window.requestAnimationFrame = original;
  }
  return scroller.scrollTop;
}

const every = (ms: number, until: number): number[] =>
  Array.from({ length: until / ms + 1 }, (_, index) => 1000 + index * ms);

describe('EdgeScroll', () => {
  it('is as fast on a screen that draws often as on one that draws rarely', async () => {
    const usual = await scrolled(every(16, 960));
    expect(usual).to.be.above(400);
    // Whole px, a frame more or less.
    expect(await scrolled(every(8, 960))).to.be.closeTo(usual, usual * 0.1);
    expect(await scrolled(every(48, 960))).to.be.closeTo(usual, usual * 0.1);
  });

  it('does not leap after a frame that took very long', async () => {
    const before = await scrolled([1000, 1016]);
    expect(await scrolled([1000, 1016, 9000])).to.be.within(before + 1, before + 100);
  });

  it('goes on when more comes at the end, though the pointer rests', async () => {
    const scroller = await fixture<HTMLElement>(html`<div><div></div></div>`);
    const content = scroller.firstElementChild as HTMLElement;
    scroller.style.cssText = 'height: 200px; overflow: auto';
    content.style.height = '210px';
    const edge = new EdgeScroll(scroller);
    edge.at(scroller.getBoundingClientRect().bottom - 4);
    await waitUntil(() => scroller.scrollTop === 10, 'the end');
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
    content.style.height = '400px';
    await waitUntil(() => scroller.scrollTop > 100, 'it goes on');
    edge.stop();
    const { scrollTop } = scroller;
    for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
    expect(scroller.scrollTop).to.equal(scrollTop);
  });
});
