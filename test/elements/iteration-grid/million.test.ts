import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import '../../../src/define/iteration-grid.js';
import '../../../src/define/iteration-timeline.js';
import type { CollectionElement } from '../../../src/elements/collection/collection-element.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';

const SIZE = 1_000_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');
const { signal } = new AbortController();

interface Library {
  readonly adapter: SyntheticAdapter;
  readonly element: CollectionElement;
  readonly scroller: HTMLElement;
  /** The id of the tile under a point of the viewport, by shares of its width and height. */
  at(across: number, down: number): string | undefined;
}

async function open(tag: 'iteration-grid' | 'iteration-timeline'): Promise<Library> {
  const adapter = createSyntheticAdapter({ size: SIZE, seed: 3, now: NOW });
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'width: 900px; height: 640px';
  const element = document.createElement(tag) as CollectionElement;
  element.adapter = adapter;
  box.append(element);
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelectorAll('.tile[data-id]').length > 10, 'tiles');
  await element.updateComplete;
  const scroller = root.querySelector<HTMLElement>('.scroller')!;
  const at = (across: number, down: number): string | undefined => {
    const { left, top, width, height } = scroller.getBoundingClientRect();
    const hits = root.elementsFromPoint(left + width * across, top + height * down);
    return hits.map((hit) => hit.closest<HTMLElement>('.tile')?.dataset['id']).find((id) => id !== undefined);
  };
  return { adapter, element, scroller, at };
}

async function rowAt(adapter: SyntheticAdapter, offset: number): Promise<Iteration | undefined> {
  const { items } = await adapter.listIterations({ offset, limit: 1 }, { signal });
  return items[0];
}

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`${tag}: a million iterations`, function () {
    this.timeout(60_000);

    it('shows the first, then by the thumb the middle and the last, each where it belongs', async () => {
      const { adapter, scroller, at } = await open(tag);
      expect(scroller.scrollHeight).to.be.greaterThan(3_000_000);
      const ids = async (offset: number): Promise<string | undefined> => (await rowAt(adapter, offset))?.id;
      const first = await ids(0);
      expect(at(0.05, 0.2)).to.equal(first);
      const end = scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTop = end;
      const last = await ids(SIZE - 1);
      await waitUntil(() => scroller.querySelector(`.tile[data-id="${last ?? ''}"]`) !== null, 'the last tile');
      scroller.scrollTop = end / 2;
      await waitUntil(() => at(0.3, 0.5) !== undefined, 'a tile in the middle');
      await nextFrame();
      const shown = at(0.3, 0.5) ?? '';
      const around = await adapter.listIterations({ around: shown, limit: 3 }, { signal });
      expect((around.offset ?? 0) / SIZE).to.be.closeTo(0.5, 0.03);
      scroller.scrollTop = 0;
      await waitUntil(() => scroller.querySelector(`.tile[data-id="${first ?? ''}"]`) !== null, 'the first tile');
    });
  });
}
