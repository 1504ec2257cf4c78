import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, LiveLibrary, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';

const FAR = 1500;

/** A library whose only page is all of it. */
const allAtOnce = (): LiveLibrary => new LiveLibrary(pictures(2000), { limits: { pageSize: 2000 } });

/** The list moves on by more than it shows, and its element hears of it at once. */
function step(mounted: Mounted, by = FAR): void {
  mounted.scroller.scrollTop += by;
  mounted.scroller.dispatchEvent(new Event('scroll'));
}

async function fly(mounted: Mounted): Promise<HTMLElement[]> {
  step(mounted);
  step(mounted);
  await mounted.element.updateComplete;
  return [...mounted.root.querySelectorAll<HTMLElement>('.skeleton.flying')];
}

const landed = (mounted: Mounted): Promise<void> =>
  waitUntil(
    () => mounted.root.querySelector('.skeleton') === null && mounted.visible.length > 0,
    'the tiles of where it landed',
  );

const boxOf = (element: Element): string => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, width, height].map(Math.round).join();
};

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`${tag}: a list that flies past`, () => {
    it('shows where its tiles are, and when it is slower the tiles in the same places', async () => {
      const mounted = await mountFull(allAtOnce(), { tag });
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      const places = await fly(mounted);
      expect(places.length).to.be.above(2);
      expect(mounted.visible).to.deep.equal([]);
      const { top, bottom } = mounted.scroller.getBoundingClientRect();
      const boxes = places.map((place) => place.getBoundingClientRect());
      expect(Math.min(...boxes.map((box) => box.top))).to.be.at.most(top + 60);
      expect(Math.max(...boxes.map((box) => box.bottom))).to.be.at.least(bottom - 60);
      const seen = places.filter((place) => place.getBoundingClientRect().bottom > top).map(boxOf);
      await landed(mounted);
      const tiles = new Set(mounted.tiles.map(boxOf));
      expect(seen.filter((box) => !tiles.has(box))).to.deep.equal([]);
    });

    it('reads nothing of what flies past, only what is there when it is slower', async () => {
      const library = new IndexedLibrary(pictures(3000));
      const mounted = await mountFull(library, { tag });
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      const [segments, rows] = [library.index.segments.length, library.rowReads];
      for (let time = 0; time < 10; time++) {
        step(mounted, FAR * 2);
        await mounted.element.updateComplete;
      }
      expect(mounted.root.querySelectorAll('.skeleton.flying').length).to.be.above(0);
      // The first of the steps could have been a jump, and is read as one.
      expect(library.index.segments.length - segments).to.be.at.most(4);
      expect(library.rowReads - rows).to.be.at.most(1);
      await landed(mounted);
    });

    it('does not let go of the tile that has the focus', async () => {
      const mounted = await mountFull(new IndexedLibrary(pictures(3000)), { tag });
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      const [first = ''] = mounted.visible;
      mounted.focus(first);
      await fly(mounted);
      expect(mounted.focused).to.equal(first);
      await landed(mounted);
      expect(mounted.focused).to.equal(first);
    });

    it('draws the tiles at once where a far step is the only one: it was a jump', async () => {
      const mounted = await mountFull(allAtOnce(), { tag });
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      step(mounted, 4 * FAR);
      await mounted.element.updateComplete;
      expect(mounted.root.querySelector('.flying')).to.equal(null);
      expect(mounted.visible.length).to.be.above(0);
    });

    it('has landed when it comes back into the document', async () => {
      const mounted = await mountFull(new IndexedLibrary(pictures(3000)), { tag });
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      await fly(mounted);
      mounted.element.remove();
      mounted.box.append(mounted.element);
      await mounted.settled();
      expect(mounted.root.querySelector('.flying')).to.equal(null);
      await landed(mounted);
    });
  });
}
