import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/define/iteration-grid.js';
import '../../../src/define/iteration-timeline.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import { SAFE_HEIGHT } from '../../../src/layouts/geometry/safe-height.js';
import { instant, iteration } from '../../support/rows.js';
import { waitUntil } from '../../support/wait.js';

const COUNT = 160_000;
const idOf = (index: number): string => `i${index}`;

/** A backend that answers with more than a browser can hold, at once. */
const adapter = (): ImaginationsAdapter => ({
  contract: 1,
  limits: { pageSize: COUNT, filters: [] },
  listSessions: () => Promise.resolve({ items: [] }),
  listIterations: () =>
    Promise.resolve({
      items: Array.from({ length: COUNT }, (_, index) => iteration(idOf(index), { createdAt: instant(COUNT - index) })),
      nextCursor: null,
    }),
});

interface Tall {
  readonly scroller: HTMLElement;
  /** The index of the tile that shows at a share of the viewport's height, and where its top is in it. */
  readonly at: (share: number) => { readonly index: number; readonly top: number };
}

/** Until the thumb is where it belongs: it has not moved for longer than a scroller's rest is waited for. */
async function rest(scroller: HTMLElement): Promise<void> {
  let last = Number.NaN;
  for (let still = 0; still < 30; still++) {
    if (scroller.scrollTop !== last) still = 0;
    last = scroller.scrollTop;
    await nextFrame();
  }
}

async function open(tag: 'grid' | 'timeline'): Promise<Tall> {
  const box = await fixture<HTMLElement>(
    tag === 'grid'
      ? html`<div><iteration-grid></iteration-grid></div>`
      : html`<div><iteration-timeline></iteration-timeline></div>`,
  );
  box.style.cssText = 'width: 420px; height: 700px';
  const element = box.firstElementChild as IterationGrid;
  element.adapter = adapter();
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelectorAll('.tile[data-id]').length > 10, 'tiles', { timeout: 20_000 });
  await element.updateComplete;
  const scroller = root.querySelector<HTMLElement>('.scroller')!;
  const at = (share: number): { index: number; top: number } => {
    const { left, top, height } = scroller.getBoundingClientRect();
    for (let dy = 0; dy < 300; dy += 8) {
      const hit = root.elementsFromPoint(left + 40, top + height * share + dy);
      const tile = hit.find((one) => one.closest('.tile[data-id]'))?.closest<HTMLElement>('.tile');
      if (tile) return { index: Number(tile.dataset['id']?.slice(1)), top: tile.getBoundingClientRect().top - top };
    }
    return { index: -1, top: Number.NaN };
  };
  return { scroller, at };
}

const frames = async (count = 3): Promise<void> => {
  for (let frame = 0; frame < count; frame++) await nextFrame();
};

for (const tag of ['grid', 'timeline'] as const) {
  describe(`iteration-${tag}: taller than a browser can hold`, function () {
    this.timeout(60_000);

    it('reaches the first, the middle and the last by the thumb, and nothing moves when it is let go', async () => {
      const { scroller, at } = await open(tag);
      expect(scroller.scrollHeight).to.be.within(SAFE_HEIGHT, SAFE_HEIGHT + 200);
      const last = scroller.scrollHeight - scroller.clientHeight;
      for (const share of [0.5, 0.9, 0.1, 0.73]) {
        scroller.scrollTop = last * share;
        await frames();
        await waitUntil(() => at(0.5).index >= 0, 'a tile in view');
        expect(at(0.5).index / COUNT).to.be.closeTo(share, 0.03);
      }
      scroller.scrollTop = last;
      await waitUntil(() => at(0.75).index > COUNT - 12, 'the last tiles');
      scroller.scrollTop = 0;
      await waitUntil(() => at(0.3).index >= 0 && at(0.3).index < 12, 'the first tiles');
    });

    it('goes on to the second of two jumps when the end of the first is told late', async () => {
      const { scroller, at } = await open(tag);
      const last = scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTop = last * 0.5;
      await waitUntil(() => Math.abs(at(0.5).index / COUNT - 0.5) < 0.03, 'the middle');
      await rest(scroller);
      // Scrolled on from there, the thumb is not where it belongs.
      for (let step = 0; step < 12; step++) {
        scroller.scrollTop += 600;
        scroller.dispatchEvent(new Event('scroll'));
      }
      scroller.scrollTop = last * 0.8;
      scroller.dispatchEvent(new Event('scrollend'));
      await waitUntil(() => Math.abs(at(0.5).index / COUNT - 0.8) < 0.03, 'the second place');
    });

    it('scrolls to the px far from both ends, and keeps what is seen when it comes to rest', async () => {
      const { scroller, at } = await open(tag);
      scroller.scrollTop = scroller.scrollHeight * 0.6;
      await frames();
      await waitUntil(() => at(0.5).index >= 0, 'a tile in view');
      await rest(scroller);
      const before = at(0.5);
      for (let step = 0; step < 10; step++) {
        scroller.scrollTop += 10;
        await nextFrame();
      }
      const tile = (index: number): DOMRect | undefined =>
        (scroller.getRootNode() as ShadowRoot).querySelector(`.tile[data-id=${idOf(index)}]`)?.getBoundingClientRect();
      const topOf = (index: number): number => (tile(index)?.top ?? Number.NaN) - scroller.getBoundingClientRect().top;
      await waitUntil(() => Math.abs(topOf(before.index) - (before.top - 100)) <= 1, 'moved by 100 px');
      const moved = topOf(before.index);
      const thumb = scroller.scrollTop;
      scroller.scrollTop = thumb + 6000;
      await frames();
      const far = at(0.5);
      await waitUntil(() => Math.abs(scroller.scrollTop - thumb - 6000) > 100, 'the thumb put where it belongs');
      await frames();
      expect(topOf(far.index)).to.be.closeTo(far.top, 1);
      expect(moved).to.be.closeTo(before.top - 100, 1);
    });
  });
}
