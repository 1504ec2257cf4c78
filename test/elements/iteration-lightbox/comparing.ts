// What comes late is fetched before the first test: how long that takes is no matter of theirs.
import '../../../src/elements/iteration-lightbox/compare/compare-part.js';
import '../../../src/elements/iteration-lightbox/compare/word-diff.js';
import '../../../src/elements/iteration-lightbox/player/player.js';
import '../../../src/elements/iteration-lightbox/zoom/stage-zoom.js';
import { waitUntil } from '../../support/wait.js';
import { dialogOf, find, place, type Backend, type Opened } from './lightbox.js';

export const panesOf = (opened: Opened): readonly HTMLElement[] => [
  ...(opened.box.shadowRoot?.querySelectorAll<HTMLElement>('.pane') ?? []),
];

export const idsOf = (opened: Opened): readonly string[] => panesOf(opened).map(({ dataset }) => dataset['id'] ?? '');

export const activeId = (opened: Opened): string | undefined => find(opened.box, '.pane[aria-current]')?.dataset['id'];

export const focusedId = (opened: Opened): string | undefined => {
  const active = opened.box.shadowRoot?.activeElement;
  return active instanceof HTMLElement ? active.dataset['id'] : undefined;
};

const isKnown = (pane: HTMLElement): boolean => !pane.getAttribute('aria-label')?.endsWith(': Loading');

/** Waits until these stand side by side, and their rows have come. */
export const compares = (opened: Opened, ...ids: readonly string[]): Promise<void> =>
  waitUntil(
    () => dialogOf(opened.box).open && idsOf(opened).join() === ids.join() && panesOf(opened).every(isKnown),
    `compares ${ids.join()}, not ${idsOf(opened).join()}`,
  );

/** A lightbox whose host compares these. */
export async function openCompare(adapter: Backend, ...ids: readonly string[]): Promise<Opened> {
  const placed = await place(adapter);
  placed.box.compare = ids;
  await compares(placed, ...ids.slice(0, 6));
  return placed;
}

export const chooseView = (opened: Opened, view: string): void => {
  find(opened.box, `[data-view=${view}]`)?.click();
};
