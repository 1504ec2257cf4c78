import { expect, fixture, html } from '@open-wc/testing';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import '../../../src/define/iteration-grid.js';
import '../../../src/define/iteration-lightbox.js';
import type { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import type { Id, Query } from '../../../src/model/index.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { click, dialogOf, find, press, textOf } from './lightbox.js';

const SIZE = 1_000_000;

interface Page {
  readonly adapter: SyntheticAdapter;
  /** Segments of the list that have been read. */
  readonly read: ReadonlySet<string>;
  readonly store: ImaginationsStore;
  readonly grid: IterationGrid;
  readonly scroller: HTMLElement;
  readonly box: IterationLightbox;
}

async function page(kind: 'all' | 'image'): Promise<Page> {
  const all = createSyntheticAdapter({ size: SIZE, seed: 3, now: Date.parse('2026-11-20T12:00:00Z') });
  const { index } = all;
  const read = new Set<string>();
  const adapter: SyntheticAdapter = {
    ...all,
    index: {
      ...index,
      segment: (query, segment, call) => {
        read.add(segment.key);
        return index.segment(query, segment, call);
      },
    },
  };
  const store = new ImaginationsStore(adapter);
  store.navigate({ kind });
  const root = await fixture<HTMLElement>(
    html`<div>
      <iteration-grid .store=${store}></iteration-grid><iteration-lightbox .store=${store}></iteration-lightbox>
    </div>`,
  );
  const grid = root.querySelector('iteration-grid');
  const box = root.querySelector('iteration-lightbox');
  if (!grid || !box) throw new Error('The fixture is incomplete');
  grid.style.cssText = 'display: block; width: 900px; height: 640px';
  await waitUntil(() => grid.shadowRoot?.querySelector('.tile[data-id]'), 'tiles');
  const scroller = grid.shadowRoot?.querySelector<HTMLElement>('.scroller');
  if (!scroller) throw new Error('There is no scroller');
  await waitUntil(() => scroller.scrollHeight > 1_000_000, 'all of it');
  return { adapter, read, store, grid, scroller, box };
}

/** Opens a tile near a share of the list, and answers which it is. */
async function openAt({ grid, scroller, box }: Page, share: number): Promise<Id> {
  scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
  const tile = (): HTMLElement | undefined => {
    const { top } = scroller.getBoundingClientRect();
    const tiles = [...(grid.shadowRoot?.querySelectorAll<HTMLElement>('.tile[data-id]') ?? [])];
    return tiles.find(
      (one) => one.getBoundingClientRect().top > top + 60 && one.getBoundingClientRect().top < top + 400,
    );
  };
  await waitUntil(() => tile(), 'a tile there');
  await grid.updateComplete;
  const found = tile();
  found?.focus({ preventScroll: true });
  found?.click();
  await waitUntil(() => dialogOf(box).open, 'opens');
  return found?.dataset['id'] ?? '';
}

const near = async ({ adapter }: Page, id: Id, query: Query, by: number): Promise<Id | undefined> => {
  const { signal } = new AbortController();
  const { items, offset = 0 } = await adapter.listIterations({ ...query, around: id, limit: 3 }, { signal });
  const at = offset + items.findIndex((one) => one.id === id);
  return (await adapter.listIterations({ ...query, offset: at + by, limit: 1 }, { signal })).items[0]?.id;
};

const focused = (grid: IterationGrid): Id | undefined =>
  grid.shadowRoot?.activeElement?.closest<HTMLElement>('.tile')?.dataset['id'];

describe('iteration-lightbox over a million', function () {
  this.timeout(60_000);

  it('goes through the results from the middle, and the grid follows when it closes', async () => {
    const opened = await page('image');
    const { grid, box } = opened;
    const query: Query = { filter: { kinds: ['image'] } };
    const from = await openAt(opened, 0.5);
    await waitUntil(() => /^Results: [\d,]{6,} of [\d,]{6,}$/.test(textOf(box, '.place')), 'says which of how many');
    await waitUntil(() => /^Session: \d+ of /.test(textOf(box, '.along')), 'says what left and right lead through');
    expect(find(box, '.turn.next')?.getAttribute('aria-label')).to.equal('Next in the session');
    press(dialogOf(box), 'ArrowDown');
    const next = await near(opened, from, query, 1);
    await waitUntil(() => box.iterationId === next, 'the next result');
    const steps = 60;
    for (let step = 2; step <= steps; step++) {
      const before = box.iterationId;
      press(dialogOf(box), 'ArrowDown');
      await waitUntil(() => box.iterationId !== before, 'goes on');
    }
    const last = await near(opened, from, query, steps);
    expect(box.iterationId).to.equal(last);
    // The start, what showed in the middle, and what was passed.
    expect(opened.read.size).to.be.within(1, 12);
    press(dialogOf(box), 'Escape');
    await waitUntil(() => !dialogOf(box).open, 'closes');
    await waitUntil(() => focused(grid) === last, 'the focus is on what was shown last');
    const tile = grid.shadowRoot?.activeElement?.getBoundingClientRect();
    const room = opened.scroller.getBoundingClientRect();
    expect(tile?.top).to.be.within(room.top - 1, room.bottom);
  });

  it('goes through the sessions of the list from the middle, and changes to the results by the menu', async () => {
    const opened = await page('all');
    const { box, store } = opened;
    const from = await openAt(opened, 0.4);
    await waitUntil(() => /^Session: /.test(textOf(box, '.place')), 'says its place');
    const session = store.iteration(from)?.sessionId;
    press(dialogOf(box), 'ArrowDown');
    await waitUntil(() => store.iteration(box.iterationId ?? '')?.sessionId !== session, 'another session');
    const first = box.iterationId ?? '';
    await waitUntil(() => /^Session: 1 of/.test(textOf(box, '.place')), 'at its start');
    const before = await near(opened, first, {}, -1);
    expect(store.iteration(before ?? '')?.sessionId).to.equal(session);
    await waitUntil(() => find(box, 'button.place'));
    click(box, '.place');
    const item = (name: string): HTMLElement | undefined =>
      [...(box.shadowRoot?.querySelectorAll<HTMLElement>('.menu-item') ?? [])].find(({ textContent }) =>
        textContent.includes(name),
      );
    await waitUntil(() => item('Results'));
    expect(item('Sessions')?.getAttribute('aria-checked')).to.equal('true');
    item('Results')?.click();
    await waitUntil(() => /^Results: /.test(textOf(box, '.place')), 'the results');
    press(dialogOf(box), 'ArrowUp');
    await waitUntil(() => box.iterationId === before, 'the result before');
  });

  it('goes on to the next result when what is shown is put away', async () => {
    const opened = await page('image');
    const { box, store } = opened;
    const query: Query = { filter: { kinds: ['image'] } };
    const from = await openAt(opened, 0.6);
    await waitUntil(() => /^Results: \d/.test(textOf(box, '.place')), 'says its place');
    press(dialogOf(box), 'ArrowDown');
    await waitUntil(() => box.iterationId !== from);
    const shown = box.iterationId ?? '';
    const next = await near(opened, shown, query, 1);
    await store.archive('iteration', [shown]);
    await waitUntil(() => box.iterationId === next, 'the next result');
    expect(dialogOf(box).open).to.equal(true);
  });
});
