import '../../../src/define/iteration-grid.js';
import type { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { backends } from './backends.js';
import { elsewhere } from './elsewhere.js';

/** What one step took. */
export interface Took {
  /** Longest time between two frames, in ms. */
  readonly frame: number;
  /** Frames of more than 50 ms. */
  readonly slowFrames: number;
  /** The longest task, in ms; 0: none above 50. */
  readonly task: number;
  readonly ms: number;
  /** When each long task began and how long it went on, for a profile. */
  readonly tasks: readonly (readonly [start: number, ms: number])[];
}

const SLOW_MS = 50;
/** Nothing is under way any more when all tasks have been short for so long, in ms: lists are read again within that. */
const CALM_MS = 2500;

let grid: IterationGrid | undefined;
let backend: ImaginationsAdapter | undefined;
let size = 0;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const { signal } = new AbortController();

function now(): { readonly element: IterationGrid; readonly root: ShadowRoot; readonly adapter: ImaginationsAdapter } {
  if (!grid?.shadowRoot || !backend) throw new Error('Nothing is mounted');
  return { element: grid, root: grid.shadowRoot, adapter: backend };
}

async function until(isSo: () => boolean | Promise<boolean>, patience = 240_000): Promise<void> {
  const end = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come to be');
    await pause(20);
  }
}

/** Shows a grid of so many rows. */
async function start(name: string, count: number): Promise<void> {
  size = count;
  backend = await (name === 'elsewhere' ? elsewhere('memory', count) : backends[name]?.(count));
  grid = document.createElement('iteration-grid');
  grid.adapter = backend;
  document.body.append(grid);
  const { root, element } = now();
  await until(() => root.querySelector('.tile[data-id]') !== null);
  await element.updateComplete;
  await until(() => !backend?.index || root.querySelector('.canvas')?.ariaRowCount === String(count));
  await pause(1000);
}

/** Looks at frames and tasks while something is done, and until all is calm again. */
async function watch(act: () => Promise<unknown>): Promise<Took> {
  const tasks: [number, number][] = [];
  let [frame, slowFrames, last, isOn] = [0, 0, performance.now(), true];
  let moved = performance.now();
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      tasks.push([startTime, duration]);
      moved = performance.now();
    }
  });
  observer.observe({ type: 'longtask' });
  const step = (): void => {
    const time = performance.now();
    frame = Math.max(frame, time - last);
    if (time - last > SLOW_MS) slowFrames++;
    last = time;
    if (isOn) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  const begin = performance.now();
  await act();
  const ms = performance.now() - begin;
  moved = performance.now();
  await until(() => performance.now() - moved > CALM_MS);
  isOn = false;
  observer.disconnect();
  return { frame, slowFrames, task: Math.max(0, ...tasks.map(([, long]) => long)), ms, tasks };
}

const press = (target: Element | null, key: string, more: KeyboardEventInit = {}): void =>
  void target?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }),
  );

async function allIds(adapter: ImaginationsAdapter): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined = null;
  do {
    const page = await adapter.listIterations({ limit: 1000, ...(cursor && { cursor }) }, { signal });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}

let known: readonly string[] = [];
/** What is no part of a step. */
const before: Readonly<Record<string, () => Promise<void>>> = {
  select: async () => {
    const { adapter } = now();
    if (!adapter.index) known = await allIds(adapter);
  },
};

const selected = (): number => now().element.selection?.ids.length ?? 0;

const heard = (name: string): Promise<unknown> =>
  new Promise((resolve) => now().element.addEventListener(name, resolve, { once: true }));

const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  /** By their ids: a range from the first to the last, or, where those are not known, as a host selects them. */
  select: async () => {
    const { root, element, adapter } = now();
    if (adapter.index) {
      const tile = root.querySelector<HTMLElement>('.tile[data-id]');
      tile?.focus({ preventScroll: true });
      press(tile, 'End', { ctrlKey: true, shiftKey: true });
    } else await element.select(known);
    await until(() => selected() === size);
  },
  archive: async () => {
    const done = heard('iterations-archived');
    now().root.querySelector<HTMLElement>('[data-batch=archive]')?.click();
    await done;
  },
  undo: async () => {
    const done = heard('imaginations-undone');
    press(now().root.querySelector('.scroller'), 'z', { ctrlKey: true });
    await done;
  },
};

const take = async (name: string): Promise<Took> => {
  await before[name]?.();
  return watch(async () => steps[name]?.());
};

/** How many the backend shows. */
const total = async (): Promise<number> => (await now().adapter.counts?.({}, { signal }))?.total ?? -1;

document.documentElement.style.height = document.body.style.height = '100%';
document.body.style.margin = '0';
Object.assign(globalThis, { bench: { start, take, total } });
