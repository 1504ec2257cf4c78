import { fixture, html } from '@open-wc/testing';
import { createSyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import '../../../src/define/iteration-grid.js';
import type { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import { waitUntil } from '../../support/wait.js';

/** As many as a backend names one by one in its answer. */
const SIZE = 1000;
const { signal } = new AbortController();

describe('iteration-grid: a thousand, of which a few have been read', () => {
  it('are put away by one key, and all come back by another', async () => {
    const adapter = createSyntheticAdapter({ size: SIZE, seed: 3 });
    const grid = await fixture<IterationGrid>(
      html`<iteration-grid style="display: block; height: 400px" .adapter=${adapter}></iteration-grid>`,
    );
    const root = grid.shadowRoot!;
    const rowCount = (): number => Number(root.querySelector('.canvas')?.getAttribute('aria-rowcount') ?? 0);
    const press = (key: string, ctrlKey = false): void => {
      const target = root.querySelector<HTMLElement>('.tile[data-id]') ?? root.querySelector<HTMLElement>('.scroller')!;
      target.focus({ preventScroll: true });
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true }),
      );
    };
    await waitUntil(() => rowCount() === SIZE, 'all of them');
    press('a', true);
    await waitUntil(() => root.querySelector('.batch-count')?.textContent.trim() === '1,000 selected', 'selected');
    press('e');
    await waitUntil(async () => (await adapter.counts({}, { signal })).total === 0, 'put away');
    await waitUntil(() => root.querySelector('.tile[data-id]') === null, 'seen to be');
    press('z', true);
    await waitUntil(async () => (await adapter.counts({}, { signal })).total === SIZE, 'all are back');
    await waitUntil(() => rowCount() === SIZE, 'and show');
  });
});
