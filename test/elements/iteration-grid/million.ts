import { fixture, html } from '@open-wc/testing';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import '../../../src/define/iteration-grid.js';
import '../../../src/define/iteration-timeline.js';
import type { CollectionElement } from '../../../src/elements/collection/collection-element.js';
import { IterationGrid, type GridLayout } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';

export const SIZE = 1_000_000;
const NOW = Date.parse('2026-11-20T12:00:00Z');
export const { signal } = new AbortController();

export interface Library {
  readonly adapter: SyntheticAdapter;
  readonly element: CollectionElement;
  readonly scroller: HTMLElement;
  /** The id of the tile under a point, so far down the viewport as this share of its height, or just below. */
  at(down: number): string | undefined;
}

/** What a million is shown in. */
export interface Shape {
  readonly tag: 'iteration-grid' | 'iteration-timeline';
  /** Of a grid; default: justified rows. */
  readonly layout?: GridLayout;
}

/** Grid and timeline, and the other layouts of a grid, by what they are called. */
export const SHAPES = {
  'iteration-grid': { tag: 'iteration-grid' },
  'iteration-timeline': { tag: 'iteration-timeline' },
  'iteration-grid in squares': { tag: 'iteration-grid', layout: 'square' },
  'iteration-grid as a list': { tag: 'iteration-grid', layout: 'list' },
} satisfies Readonly<Record<string, Shape>>;

export async function open({ tag, layout }: Shape): Promise<Library> {
  const adapter = createSyntheticAdapter({ size: SIZE, seed: 3, now: NOW });
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'width: 900px; height: 640px';
  const element = document.createElement(tag) as CollectionElement;
  if (layout && element instanceof IterationGrid) element.layout = layout;
  element.adapter = adapter;
  box.append(element);
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelectorAll('.tile[data-id]').length > 10, 'tiles');
  const scroller = root.querySelector<HTMLElement>('.scroller')!;
  // Before the index has answered, there are pages only.
  await waitUntil(() => scroller.scrollHeight > 3_000_000, 'all of it');
  await element.updateComplete;
  const at = (down: number): string | undefined => {
    const { left, top, width, height } = scroller.getBoundingClientRect();
    // The last row of a day is short, and between rows there is nothing.
    for (const [dx, dy] of [0.1, 0.3, 0.6].flatMap((across) => [0, 24, 60].map((y) => [across, y] as const))) {
      const hits = root.elementsFromPoint(left + width * dx, top + height * down + dy);
      const id = hits.map((hit) => hit.closest<HTMLElement>('.tile')?.dataset['id']).find((one) => one !== undefined);
      if (id !== undefined) return id;
    }
    return undefined;
  };
  return { adapter, element, scroller, at };
}

export async function rowAt(adapter: SyntheticAdapter, offset: number): Promise<Iteration | undefined> {
  const { items } = await adapter.listIterations({ offset, limit: 1 }, { signal });
  return items[0];
}
