import { expect, nextFrame } from '@open-wc/testing';
import { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import { expectFocusKeptInFlight } from '../../support/fly-past.js';
import { waitUntil } from '../../support/wait.js';
import { open, rowAt, SHAPES, signal, SIZE } from './million.js';

for (const [name, shape] of Object.entries(SHAPES)) {
  describe(`${name}: a million iterations`, function () {
    this.timeout(60_000);

    it('runs at as many device pixels to one of CSS as it was asked to', () => {
      expect(devicePixelRatio).to.equal(Number(document.documentElement.dataset['dpr']));
    });

    it('shows the first, then by the thumb the middle and the last, each where it belongs', async () => {
      const { adapter, scroller, at } = await open(shape);
      expect(scroller.scrollHeight).to.be.greaterThan(3_000_000);
      const ids = async (offset: number): Promise<string | undefined> => (await rowAt(adapter, offset))?.id;
      const first = await ids(0);
      expect(at(0.1)).to.equal(first);
      const end = scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTop = end;
      const last = await ids(SIZE - 1);
      await waitUntil(() => scroller.querySelector(`.tile[data-id="${last ?? ''}"]`) !== null, 'the last tile');
      scroller.scrollTop = end / 2;
      await waitUntil(() => at(0.5) !== undefined, 'a tile in the middle');
      await nextFrame();
      const shown = at(0.5) ?? '';
      const around = await adapter.listIterations({ around: shown, limit: 3 }, { signal });
      expect((around.offset ?? 0) / SIZE).to.be.closeTo(0.5, 0.03);
      scroller.scrollTop = 0;
      await waitUntil(() => scroller.querySelector(`.tile[data-id="${first ?? ''}"]`) !== null, 'the first tile');
    });

    it('stays at the end when what is there turns out to be higher or lower than expected', async () => {
      const { adapter, element, scroller } = await open(shape);
      const last = (await rowAt(adapter, SIZE - 1))?.id ?? '';
      scroller.scrollTop = scroller.scrollHeight;
      await waitUntil(() => scroller.querySelector(`.tile[data-id="${last}"]`) !== null, 'the last tile');
      await element.updateComplete;
      await nextFrame();
      const tile = scroller.querySelector(`.tile[data-id="${last}"]`)!;
      const below = scroller.getBoundingClientRect().bottom - tile.getBoundingClientRect().bottom;
      expect(below).to.be.within(0, 30);
    });

    it('leads by keys to the last, page by page back, and to the first', async () => {
      const { adapter, element, scroller } = await open(shape);
      const root = element.shadowRoot!;
      const focused = (): string | undefined => root.activeElement?.closest<HTMLElement>('.tile')?.dataset['id'];
      const press = (key: string, ctrlKey = false): boolean =>
        (root.activeElement ?? element).dispatchEvent(
          new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true }),
        );
      const [first, last] = [await rowAt(adapter, 0), await rowAt(adapter, SIZE - 1)];
      // WebKit brings into view a little later what is focused otherwise.
      root.querySelector<HTMLElement>('.tile[tabindex="0"]')?.focus({ preventScroll: true });
      expect(focused()).to.equal(first?.id);
      press('End', true);
      await waitUntil(() => focused() === last?.id, 'the last has the focus');
      const places = [SIZE - 1];
      for (let pages = 0; pages < 4; pages++) {
        const before = focused();
        press('PageUp');
        await waitUntil(() => focused() !== before && focused() !== undefined, 'the focus a page up');
        const { offset = 0, items } = await adapter.listIterations({ around: focused() ?? '', limit: 1 }, { signal });
        expect(items[0]?.id).to.equal(focused());
        places.push(offset);
      }
      expect(places).to.deep.equal([...new Set(places)].sort((a, b) => b - a));
      press('Home', true);
      await waitUntil(() => focused() === first?.id, 'the first has the focus');
      expect(scroller.scrollTop).to.be.below(60);
    });

    it('keeps one tab stop, and the focus, while it flies past', async () => {
      const { element, scroller } = await open(shape);
      const root = element.shadowRoot!;
      // WebKit brings into view a little later what is focused otherwise.
      root.querySelector<HTMLElement>('.tile[tabindex="0"]')?.focus({ preventScroll: true });
      await expectFocusKeptInFlight(element, scroller, '.tile[tabindex="0"]');
    });

    it('tells a screen reader where each tile is', async () => {
      const { adapter, element, scroller, at } = await open(shape);
      const root = element.shadowRoot!;
      scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * 0.4;
      await waitUntil(() => at(0.5) !== undefined, 'a tile');
      expect(root.querySelector('.canvas')?.getAttribute('aria-rowcount')).to.equal(String(SIZE));
      const id = at(0.5) ?? '';
      const { offset = 0, items } = await adapter.listIterations({ around: id, limit: 1 }, { signal });
      expect(items[0]?.id).to.equal(id);
      expect(root.querySelector(`.tile[data-id="${id}"]`)?.getAttribute('aria-rowindex')).to.equal(String(offset + 1));
    });
  });
}

describe('iteration-grid: a million iterations in another layout', function () {
  this.timeout(60_000);

  it('keeps what is looked at where it is, far from either end', async () => {
    const { element, scroller, at } = await open({ tag: 'iteration-grid' });
    if (!(element instanceof IterationGrid)) throw new TypeError('It is no grid');
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * 0.6;
    await waitUntil(() => at(0) !== undefined && !scroller.querySelector('.skeleton'), 'tiles');
    await element.updateComplete;
    const { top } = scroller.getBoundingClientRect();
    const tiles = [...scroller.querySelectorAll<HTMLElement>('.tile')];
    const eye = tiles.find((tile) => tile.getBoundingClientRect().top >= top)!;
    const [id, offset] = [eye.dataset['id'] ?? '', eye.getBoundingClientRect().top - top];
    for (const layout of ['list', 'square', 'justified', 'list'] as const) {
      const before = eye.getBoundingClientRect().width;
      element.layout = layout;
      await waitUntil(() => scroller.querySelector(`.tile[data-id="${id}"]`)?.getBoundingClientRect().width !== before);
      await element.updateComplete;
      await nextFrame();
      const now = scroller.querySelector(`.tile[data-id="${id}"]`)?.getBoundingClientRect().top ?? Number.NaN;
      expect(now - top, layout).to.be.closeTo(offset, 1.5);
    }
  });
});
