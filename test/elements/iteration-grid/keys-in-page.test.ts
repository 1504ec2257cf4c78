import { expect } from '@open-wc/testing';
import { LiveLibrary, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

/** Whether the tile that has the focus shows whole in the window. */
function isInWindow({ root }: Mounted): boolean {
  const box = root.activeElement?.closest('.tile')?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
}

/** An element as high as the window, begun to be read: the page goes on before and after it. */
async function inPage(tag: 'iteration-grid' | 'iteration-timeline'): Promise<Mounted> {
  const mounted = await mountFull(new LiveLibrary(pictures(50)), { tag, height: innerHeight });
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
});
