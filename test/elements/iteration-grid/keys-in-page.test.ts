import { expect } from '@open-wc/testing';
import { IndexedLibrary, LiveLibrary, picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { gate } from './viewport-kept/stage.js';
import { waitUntil } from '../../support/wait.js';

/** Whether the tile that has the focus shows whole in the window. */
function isInWindow({ root }: Mounted): boolean {
  const box = root.activeElement?.closest('.tile')?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
}

/** An element as high as the window, begun to be read: the page goes on before and after it. */
async function inPage(
  tag: 'iteration-grid' | 'iteration-timeline',
  library = new LiveLibrary(pictures(50)),
): Promise<Mounted> {
  const mounted = await mountFull(library, { tag, height: innerHeight });
  for (const put of ['before', 'after'] as const) {
    const rest = document.createElement('div');
    rest.style.height = '420px';
    mounted.box[put](rest);
  }
  mounted.box.style.overflow = 'visible';
  await mounted.settled();
  return mounted;
}

describe('Keys on tiles in a page that scrolls', () => {
  afterEach(() => {
    scrollTo(0, 0);
  });

  for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
    it(`bring the tile into the window, and leave the page where it is while it shows: <${tag}>`, async () => {
      const mounted = await inPage(tag);
      scrollTo(0, 150);
      const [first = ''] = mounted.ids;
      mounted.focus(first);
      await mounted.type('ArrowRight');
      expect(scrollY, 'it shows').to.equal(150);
      await mounted.type('End', { ctrlKey: true });
      await waitUntil(() => mounted.focused === 'i000000' && isInWindow(mounted), 'the last, in the window');
      expect(scrollY).to.be.above(150);
      const below = scrollY;
      await mounted.type('ArrowLeft');
      expect(scrollY, 'it shows').to.equal(below);
      scrollTo(0, 420 + innerHeight);
      await mounted.type('Home', { ctrlKey: true });
      await waitUntil(() => mounted.focused === first && isInWindow(mounted), 'the first, in the window');
    });
  }

  for (const [by, detail] of [
    ['a mouse', 1],
    ['a key', 0],
  ] as const) {
    it(`to what is new: ${by} ${detail ? 'leaves the page where it is' : 'brings it into the window'}`, async () => {
      const library = new LiveLibrary(pictures(50));
      const mounted = await inPage('iteration-grid', library);
      await mounted.scrollTo(900);
      library.put(picture(50));
      const button = (): HTMLElement | null => mounted.root.querySelector('.new-above');
      await waitUntil(() => button() !== null, 'the button');
      button()?.focus({ preventScroll: true });
      button()?.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, composed: true }));
      await waitUntil(() => mounted.focused === 'i000050', 'the newest has the focus');
      await mounted.settled();
      expect([isInWindow(mounted), scrollY > 0]).to.deep.equal(detail ? [false, false] : [true, true]);
    });
  }

  for (const [tag, key, init] of [
    ['iteration-grid', 'End', { ctrlKey: true }],
    ['iteration-timeline', 'ArrowDown', { altKey: true, shiftKey: true }],
  ] as const) {
    for (const isLeft of [true, false]) {
      const what = isLeft ? 'do not call back a page that has been scrolled' : 'bring it into the window, once';
      it(`${what}, when it has been read: <${tag}>`, async () => {
        const library = new IndexedLibrary(
          pictures(300).map((row) => ({ ...row, sessionId: row.id < 'i000200' ? 'a' : 'b' })),
        );
        const mounted = await inPage(tag, library);
        await waitUntil(() => mounted.scroller.scrollHeight > 5000, 'all of it');
        const { opened, open } = gate();
        library.index.before = () => opened;
        scrollTo(0, 100);
        const [first = ''] = mounted.ids;
        mounted.focus(first);
        await mounted.type(key, init);
        expect(mounted.focused).to.equal(first);
        if (isLeft) scrollTo(0, 0);
        open();
        const last = tag === 'iteration-grid' ? 'i000000' : 'i000199';
        await waitUntil(() => mounted.focused === last, 'the focus');
        await mounted.settled();
        expect(isInWindow(mounted)).to.equal(!isLeft);
        scrollTo(0, 0);
        library.put(picture(300));
        await waitUntil(() => mounted.canvas.getAttribute('aria-rowcount') === '301', 'one more');
        await mounted.settled();
        expect(scrollY, 'the page stays where it is').to.equal(0);
      });
    }
  }
});
