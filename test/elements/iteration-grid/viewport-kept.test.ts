import { expect, nextFrame } from '@open-wc/testing';
import { IndexedLibrary, LiveLibrary, picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

/** The first tile that shows whole, and how far below the top it begins. */
async function underTheEye(mounted: Mounted): Promise<{ id: string; offset: number }> {
  await waitUntil(() => mounted.visible.length > 0 && !mounted.canvas.querySelector('.skeleton'), 'all tiles');
  await mounted.settled();
  const [id = ''] = mounted.visible;
  return { id, offset: mounted.offset(id) };
}

const LISTS = {
  pages: (count: number) => new LiveLibrary(pictures(count), { limits: { pageSize: count } }),
  'an index': (count: number) => new IndexedLibrary(pictures(count)),
};

const CASES = (['iteration-grid', 'iteration-timeline'] as const).flatMap((tag) =>
  Object.entries(LISTS).map(([list, make]) => ({ tag, list, make })),
);

for (const { tag, list, make } of CASES) {
  describe(`<${tag}> with ${list} keeps what is looked at`, () => {
    it('when others come before it: in the same frame, within 1 px', async () => {
      const library = make(300);
      const mounted = await mountFull(library, { tag });
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      for (let number = 300; number < 312; number++) {
        library.put(picture(number));
        await waitUntil(() => mounted.canvas.getAttribute('aria-rowcount') === String(number + 1));
        await mounted.element.updateComplete;
        expect(Math.abs(mounted.offset(id) - offset), `after ${number}`).to.be.at.most(1);
      }
      expect(mounted.scroller.scrollTop).to.be.above(3000);
    });

    it('when what is above it leaves, and when it leaves itself', async () => {
      const library = make(300);
      const mounted = await mountFull(library, { tag });
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      library.remove('i000299', 'i000298', 'i000297', 'i000296');
      await waitUntil(() => mounted.canvas.getAttribute('aria-rowcount') === '296');
      await mounted.element.updateComplete;
      expect(Math.abs(mounted.offset(id) - offset)).to.be.at.most(1);
      const [, second = ''] = mounted.visible;
      const before = mounted.offset(second);
      library.remove(id);
      await waitUntil(() => mounted.tile(id) === undefined);
      expect(Math.abs(mounted.offset(second) - before)).to.be.at.most(1);
    });

    it('when a picture above it turns out to have another shape', async () => {
      const library = make(100);
      const mounted = await mountFull(library, { tag });
      const running = picture(101, { status: 'running', progress: { value: 0.5 } });
      const { media } = running;
      delete (running as { media?: unknown }).media;
      library.put(running);
      await waitUntil(() => mounted.tile('i000101') !== undefined);
      await mounted.scrollTo(2000);
      const { id, offset } = await underTheEye(mounted);
      const height = mounted.scroller.scrollHeight;
      library.patch('i000101', {
        status: 'succeeded',
        ...(media && { media: { ...media, width: 3400, height: 1000 } }),
      });
      await waitUntil(() => mounted.scroller.scrollHeight !== height);
      expect(Math.abs(mounted.offset(id) - offset)).to.be.at.most(1);
    });

    it('when the element gets another width', async () => {
      const mounted = await mountFull(make(300), { tag });
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      for (const width of [500, 1100, 380, 800]) {
        const before = mounted.canvas.style.blockSize;
        mounted.box.style.width = `${width}px`;
        await waitUntil(() => mounted.canvas.style.blockSize !== before);
        await mounted.settled();
        expect(Math.abs(mounted.offset(id) - offset), `${width} px`).to.be.at.most(1);
      }
    });

    it('and says how many have come above, and leads there with the focus', async () => {
      const library = make(300);
      const mounted = await mountFull(library, { tag });
      expect(mounted.root.querySelector('.new-above')).to.equal(null);
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      library.put(picture(300), picture(301), picture(302));
      await waitUntil(() => mounted.root.querySelector('.new-above')?.textContent.trim() === '3 new', 'the button');
      library.put(picture(303));
      await waitUntil(() => mounted.root.querySelector('.new-above')?.textContent.trim() === '4 new', 'one more');
      expect(Math.abs(mounted.offset(id) - offset)).to.be.at.most(1);
      const button = mounted.root.querySelector<HTMLElement>('.new-above')!;
      button.focus();
      button.click();
      await waitUntil(() => mounted.focused === 'i000303', 'the newest has the focus');
      expect(mounted.root.querySelector('.new-above')).to.equal(null);
      expect(mounted.scroller.scrollTop).to.be.below(60);
    });

    it('and forgets what has come above when somebody goes there', async () => {
      const library = make(300);
      const mounted = await mountFull(library, { tag });
      await mounted.scrollTo(3000);
      await underTheEye(mounted);
      library.put(picture(300));
      await waitUntil(() => mounted.root.querySelector('.new-above'), 'the button');
      await mounted.scrollTo(0);
      await waitUntil(() => mounted.root.querySelector('.new-above') === null, 'the button goes');
    });

    it('but shows what is new to who stands at the top', async () => {
      const library = make(100);
      const mounted = await mountFull(library, { tag });
      library.put(picture(100));
      await waitUntil(() => mounted.visible[0] === 'i000100');
      expect(mounted.scroller.scrollTop).to.equal(0);
    });
  });
}

describe('<iteration-grid> draws', () => {
  it('page after page, until there is enough below what is seen', async () => {
    const library = new LiveLibrary(pictures(200), { limits: { pageSize: 10 } });
    const mounted = await mountFull(library, { set: (element) => (element.tileSize = 80) });
    await waitUntil(() => library.reads > 5);
    await waitUntil(() => mounted.scroller.scrollHeight > 2 * mounted.scroller.clientHeight);
  });

  it('what is in view and little more, wherever it is scrolled to', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(2000), { limits: { pageSize: 2000 } }));
    const { scrollHeight } = mounted.scroller;
    expect(scrollHeight).to.be.above(50_000);
    for (const share of [0.5, 0.1, 0.99, 0]) {
      await mounted.scrollTo(scrollHeight * share);
      const { top, bottom } = mounted.scroller.getBoundingClientRect();
      const boxes = mounted.tiles.map((tile) => tile.getBoundingClientRect());
      expect(Math.min(...boxes.map((box) => box.top))).to.be.at.most(top + 10);
      if (share < 0.99) expect(Math.max(...boxes.map((box) => box.bottom))).to.be.at.least(bottom);
      expect(boxes.length).to.be.below(60);
    }
  });

  it('only tiles that have changed anew', async () => {
    const library = new LiveLibrary(pictures(60));
    const mounted = await mountFull(library);
    const changed = new Set<string | undefined>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        changed.add(element?.closest<HTMLElement>('.tile')?.dataset['id']);
      }
    });
    observer.observe(mounted.canvas, { subtree: true, childList: true, characterData: true, attributes: true });
    library.patch('i000055', { prompt: 'Another' });
    await waitUntil(() => changed.size > 0);
    await mounted.settled();
    observer.disconnect();
    expect([...changed]).to.deep.equal(['i000055']);
  });

  it('rows that fill it exactly at every width, within its own box', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(80)));
    for (const width of [320, 777, 1003]) {
      mounted.box.style.width = `${width}px`;
      await waitUntil(() => mounted.canvas.clientWidth < width && mounted.canvas.clientWidth > width - 60);
      await nextFrame();
      await mounted.settled();
      const edge = mounted.canvas.getBoundingClientRect().right;
      const rights = mounted.tiles.map((tile) => tile.getBoundingClientRect().right);
      expect(Math.max(...rights)).to.be.closeTo(edge, 0.5);
      expect(mounted.scroller.scrollWidth).to.equal(mounted.scroller.clientWidth);
    }
  });

  it('writes no style attribute in its templates', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(9)));
    const styled = [...mounted.root.querySelectorAll('[style]')].filter(
      (one) => !one.matches('.tile, .section, .canvas, .thumb'),
    );
    expect(styled.length).to.equal(0);
  });
});
