import { expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';

/** Another document on the page. */
async function otherPage({ box }: Mounted): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 700px; block-size: 500px; border: 0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = '<!doctype html><title>Another</title><style>html, body { block-size: 100%; margin: 0 }</style>';
  box.append(frame);
  await loaded;
  return frame.contentDocument!;
}

/** How a tile looks, by the styles that come first, and by some that come later. */
const looks = ({ root, scroller, tiles }: Mounted): readonly string[] => {
  const view = root.ownerDocument.defaultView!;
  const check = root.querySelector('.tile-check')!;
  return [
    view.getComputedStyle(scroller).overflowY,
    view.getComputedStyle(tiles[0]!).position,
    view.getComputedStyle(check).position,
    view.getComputedStyle(check).width,
  ];
};

/** Firefox takes a custom element's class away when it moves it: then nobody can do anything about it. */
async function keepsClasses(mounted: Mounted): Promise<boolean> {
  const Probe = class extends HTMLElement {};
  customElements.define(`moved-probe-${mounted.element.localName}`, Probe);
  const probe = new Probe();
  (await otherPage(mounted)).body.append(probe);
  const isKept = probe instanceof Probe;
  probe.remove();
  return isKept;
}

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`<${tag}> that is moved to another document`, () => {
    it('looks, shows and leads there as before, also when it has been moved back', async function () {
      const mounted = await mountFull(new IndexedLibrary(pictures(600)), { tag });
      const { element, box } = mounted;
      await waitUntil(() => mounted.root.querySelector('.tile-check'), 'what comes later');
      if (!(await keepsClasses(mounted))) this.skip();
      const before = looks(mounted);
      const page = await otherPage(mounted);
      for (const place of [page.body, box, page.body]) {
        place.append(element);
        await mounted.settled();
        await waitUntil(() => mounted.visible.length > 0, 'tiles');
        expect(element.ownerDocument).to.equal(place.ownerDocument);
        expect(looks(mounted)).to.deep.equal(before);
        const { width } = mounted.canvas.getBoundingClientRect();
        expect(mounted.tiles.every((tile) => tile.getBoundingClientRect().width <= width)).to.equal(true);
        mounted.scroller.scrollTop = 2000;
        await nextFrame();
        await waitUntil(() => mounted.visible.length > 0 && !mounted.visible.includes('i000599'), 'others');
        mounted.scroller.scrollTop = 0;
        await waitUntil(() => mounted.visible.includes('i000599'), 'the first again');
        mounted.focus('i000599');
        expect(mounted.focused).to.equal('i000599');
        await mounted.type('ArrowRight');
        expect(mounted.focused).to.equal('i000598');
      }
    });
  });
}
