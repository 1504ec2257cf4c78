import { expect } from '@open-wc/testing';
import { selectionOf } from '../../../src/store/selection/selection-of.js';
import { storeFor } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { open, SHAPES, signal, SIZE, type Shape } from './million.js';

for (const shape of Object.values<Shape>(SHAPES)) {
  describe(`<${shape.tag}${shape.layout ? ` layout=${shape.layout}` : ''}> over a million: selection`, function () {
    this.timeout(120_000);

    const click = (tile: Element | null | undefined, init: MouseEventInit = {}): void =>
      void tile?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...init }));

    it('runs over thousands that were never read, and nothing else', async () => {
      const { adapter, element, scroller, at } = await open(shape);
      const selection = selectionOf(storeFor(adapter));
      const root = element.shadowRoot!;
      const first = at(0.1)!;
      const tileOf = (id: string): Element | null => root.querySelector(`.tile[data-id="${id}"]`);
      click(tileOf(first)?.querySelector('[data-tile-action=select]'));
      scroller.scrollTop += 60_000;
      await waitUntil(() => at(0.5) !== undefined && at(0.5) !== first, 'tiles far below');
      const last = at(0.5)!;
      click(tileOf(last), { shiftKey: true });
      await waitUntil(() => selection.has(last), 'what lies between is read');
      const page = await adapter.listIterations({ limit: 1, around: first }, { signal }).catch(() => undefined);
      expect(page?.items[0]?.id ?? first).to.equal(first);
      const ids = [...selection.views.keys()];
      expect(ids.length).to.be.greaterThan(300);
      expect(new Set(ids).size).to.equal(ids.length);
      const rows = await adapter.getIterations(ids.slice(0, 50), { signal });
      expect(rows.every((row) => row !== null)).to.equal(true);
    });

    // What is selected knows no layout: two of them are enough.
    if (shape.layout) return;
    it('everything that matches but some, put away in one command, and back', async () => {
      const { adapter, element, at } = await open(shape);
      const selection = selectionOf(storeFor(adapter));
      const root = element.shadowRoot!;
      const total = async (): Promise<number> => (await adapter.counts({}, { signal })).total;
      const [kept, other] = [at(0.1)!, at(0.6)!];
      const tileOf = (id: string): HTMLElement | null => root.querySelector(`.tile[data-id="${id}"]`);
      tileOf(kept)!.focus({ preventScroll: true });
      tileOf(kept)!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );
      await waitUntil(() => tileOf(other)?.getAttribute('aria-selected') === 'true', 'everything');
      click(tileOf(kept), { ctrlKey: true });
      const bar = (): string => root.querySelector('.batch-count')?.textContent.trim() ?? '';
      await waitUntil(() => bar() === `${(SIZE - 1).toLocaleString('en')} selected`, 'all but one are counted');
      root.querySelector<HTMLElement>('[data-batch=archive]')!.click();
      await waitUntil(
        () => element.shadowRoot!.querySelector('.canvas')?.getAttribute('aria-rowcount') === '1',
        'one is left',
      );
      expect(await total()).to.equal(1);
      expect(at(0.02)).to.equal(kept);
      expect(selection.isEmpty).to.equal(true);
      tileOf(kept)!.focus({ preventScroll: true });
      tileOf(kept)!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );
      // Asked of the element: the backend is on this page too, and would count a million at each look.
      const rowCount = (): string | null | undefined => root.querySelector('.canvas')?.getAttribute('aria-rowcount');
      await waitUntil(() => rowCount() === String(SIZE), 'all are back', { timeout: 60_000 });
      expect(await total()).to.equal(SIZE);
    });
  });
}
