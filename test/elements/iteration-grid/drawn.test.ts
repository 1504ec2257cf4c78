import { expect, nextFrame } from '@open-wc/testing';
import { LiveLibrary, pictures } from './live-library.js';
import { mountFull } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

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
