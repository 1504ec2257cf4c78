import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { Mounted } from './library.js';

/** What a change took. */
export interface Taken {
  /** The longest task that it made, in ms; 0: none above 50. */
  readonly longest: number;
  /** Tiles in which anything was written. */
  readonly drawn: number;
}

type Change = (backend: ImaginationsAdapter, ids: readonly string[], box: HTMLElement) => Promise<void>;

const write = (): { readonly signal: AbortSignal; readonly idempotencyKey: string } => ({
  signal: new AbortController().signal,
  idempotencyKey: crypto.randomUUID(),
});

/** A hundred that show and are near, so that all of it has to move. */
const archive =
  (archived: boolean): Change =>
  async (backend, ids) => {
    await backend.archive?.({ ids: ids.slice(0, 100) }, 'iteration', archived, write());
  };

const CHANGES: Readonly<Record<string, Change>> = {
  resize: (_backend, _ids, box) => {
    box.style.insetInlineEnd = '180px';
    return Promise.resolve();
  },
  star: async (backend, ids) => {
    await backend.annotate?.({ ids: ids.slice(0, 1) }, { starred: true }, write());
  },
  archive100: archive(true),
  unarchive100: archive(false),
};

let away: readonly string[] = [];

/** Changes something behind the element's back, and waits until nothing moves any more. */
export async function change(
  name: string,
  { root, tiles }: Mounted,
  backend: ImaginationsAdapter,
  box: HTMLElement,
  rest: (frames: number) => Promise<void>,
): Promise<Taken> {
  const ids = [...root.querySelectorAll<HTMLElement>(tiles)].flatMap(({ dataset }) => dataset['id'] ?? []);
  if (name === 'archive100') away = ids;
  let longest = 0;
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  const drawn = new Set<Element>();
  const writes = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const tile = element?.closest(tiles);
      if (tile) drawn.add(tile);
    }
  });
  writes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  await CHANGES[name]?.(backend, name === 'unarchive100' ? away : ids, box);
  await rest(60);
  tasks.disconnect();
  writes.disconnect();
  return { longest, drawn: drawn.size };
}
