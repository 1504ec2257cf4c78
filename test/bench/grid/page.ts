import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { change, type Taken } from './changes.js';
import { backendFor } from './backend.js';
import { fetchLibrary, geometryOf, type Library, type Mount, type Mounted } from './library.js';
import { painted } from '../painted.js';
import { tileStyles } from './tile.js';

/** What the viewport shows, in shares of it. */
interface Seen {
  readonly tiles: number;
  /** Neither a tile nor what stands in for one. */
  readonly blank: number;
}

interface Place {
  readonly ms: number;
  readonly seen: Seen;
  /** The rows in view: the first and the last; -1 where there are none. */
  readonly first: number;
  readonly last: number;
}

const box = document.createElement('div');
let mounted: Mounted | undefined;
let library: Library | undefined;
let backend: ImaginationsAdapter | undefined;
/** Kept, so that they stay decoded. */
const pictures: HTMLImageElement[] = [];

function now(): Mounted {
  if (!mounted) throw new Error('Nothing is mounted');
  return mounted;
}

/** A scrollbar's width, which the layouts must agree on. */
function scrollbarWidth(): number {
  const probe = document.createElement('div');
  probe.style.cssText = 'position: absolute; width: 100px; height: 100px; overflow-y: scroll';
  document.body.append(probe);
  const width = 100 - probe.clientWidth;
  probe.remove();
  return width;
}

const isWithin = (inner: DOMRect, outer: DOMRect): boolean =>
  inner.bottom > outer.top + 1 && inner.top < outer.bottom - 1;

function inView(selector: string | undefined): HTMLElement[] {
  if (selector === undefined) return [];
  const { root, scroller } = now();
  const frame = scroller.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>(selector)].filter(
    (element) =>
      isWithin(element.getBoundingClientRect(), frame) &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
}

const [ACROSS, DOWN] = [10, 8];

/** Looks at points of the viewport; one that falls between two tiles counts where it would fall a gap further. */
function look(): Seen {
  const { scroller, tiles, placeholders } = now();
  const frame = scroller.getBoundingClientRect();
  const boxes = (selector?: string): DOMRect[] => inView(selector).map((element) => element.getBoundingClientRect());
  const [tileBoxes, otherBoxes] = [boxes(tiles), boxes(placeholders)];
  const isOn = (all: readonly DOMRect[], x: number, y: number): boolean =>
    [0, 9].some((dx) =>
      [0, 9].some((dy) =>
        all.some(
          ({ left, right, top, bottom }) => x - dx >= left && x - dx < right && y + dy >= top && y + dy < bottom,
        ),
      ),
    );
  let [onTile, onNothing] = [0, 0];
  for (let column = 0; column < ACROSS; column++) {
    for (let line = 0; line < DOWN; line++) {
      const x = frame.left + 30 + ((scroller.clientWidth - 60) * (column + 0.5)) / ACROSS;
      const y = frame.top + (scroller.clientHeight * (line + 0.5)) / DOWN;
      if (isOn(tileBoxes, x, y)) onTile++;
      else if (!isOn(otherBoxes, x, y)) onNothing++;
    }
  }
  const points = ACROSS * DOWN;
  return { tiles: onTile / points, blank: onNothing / points };
}

async function start(density: string): Promise<{ readonly ms: number; readonly codeMs: number }> {
  const geometry = geometryOf(density, scrollbarWidth());
  if (!library || !backend) throw new Error('Nothing is prepared');
  const begin = performance.now();
  const url = '/subject/index.js';
  const { mount } = (await import(/* @vite-ignore */ url)) as { mount: Mount };
  const codeMs = performance.now() - begin;
  mounted = await mount(library, geometry, box, backend);
  const end = begin + 30_000;
  do await painted();
  while (inView(mounted.tiles).length === 0 && performance.now() < end);
  return { ms: performance.now() - begin, codeMs };
}

/** Loads what is not measured: the library, and all pictures, decoded. */
async function prepare(size: number, count: number): Promise<void> {
  library = await fetchLibrary(size, count);
  backend = await backendFor(library);
  for (let number = 0; number < count; number++) {
    const img = new Image();
    img.src = `/pictures/${number}.png`;
    await img.decode();
    pictures.push(img);
  }
}

/** Scrolls by so many px before each of so many frames; tells how far it came, and what was seen on the way. */
async function scroll(step: number, frames: number, looks: boolean): Promise<{ moved: number } & Seen> {
  const { scroller } = now();
  let [moved, tiles, blank] = [0, 0, 0];
  for (let frame = 0; frame < frames; frame++) {
    const before = scroller.scrollTop;
    scroller.scrollTop = before + step;
    moved += scroller.scrollTop - before;
    await painted();
    if (!looks) continue;
    const seen = look();
    tiles += seen.tiles;
    blank += seen.blank;
  }
  return { moved, tiles: tiles / frames, blank: blank / frames };
}

/**
 * Goes to a share of the scroller, as a thumb does, and waits until tiles are there.
 * @param row where the list ends, and tiles need not fill the viewport: waits for this one.
 */
async function jump(share: number, row?: number): Promise<Place> {
  const { scroller, tiles, rowOf } = now();
  const begin = performance.now();
  scroller.scrollTop = Math.round((scroller.scrollHeight - scroller.clientHeight) * share);
  const hasCome = (): boolean =>
    row === undefined ? look().tiles >= 0.95 : inView(tiles).some((tile) => rowOf(tile) === row);
  do await painted();
  while (!hasCome() && performance.now() - begin < 4000);
  const ms = performance.now() - begin;
  // What it shows once it has come to rest is what counts.
  for (let frame = 0; frame < 20; frame++) await painted();
  const rows = inView(tiles).map(rowOf);
  return { ms, seen: look(), first: Math.min(...rows, Infinity), last: Math.max(...rows, -1) };
}

/** The same places in every run, and no two alike. */
const placeOf = (visit: number): number => (visit * 0.618_033_988_75) % 1;

/**
 * Looks at so many screens more, as people do: jumps somewhere, reads on screen by screen, flies on, and now and then back to
 * the start; answers on how many of those that were looked at there were tiles.
 */
async function wander(from: number, screens: number): Promise<{ readonly looked: number; readonly seen: number }> {
  const { scroller, tiles } = now();
  let [looked, seen] = [0, 0];
  for (let screen = from; screen < from + screens; screen++) {
    const range = scroller.scrollHeight - scroller.clientHeight;
    if (screen % 100 === 99) scroller.scrollTop = 0;
    else if (screen % 10 === 0) scroller.scrollTop = Math.round(range * placeOf(screen / 10));
    else scroller.scrollTop += scroller.clientHeight;
    await painted();
    // Of ten, the first after a jump and the next three are looked at; the others are flown past.
    if (screen % 10 > 3) continue;
    const patience = performance.now() + 1000;
    while (inView(tiles).length < 8 && performance.now() < patience) await painted();
    looked++;
    if (inView(tiles).length >= 8) seen++;
  }
  return { looked, seen };
}

/** How much is in the document. */
function count(): { readonly tiles: number; readonly inView: number; readonly nodes: number } {
  const { root, tiles } = now();
  const all = [...root.querySelectorAll<HTMLElement>(tiles)];
  const nodes = all.reduce((sum, tile) => sum + 1 + tile.querySelectorAll('*').length, 0);
  return { tiles: all.length, inView: inView(tiles).length, nodes };
}

async function rest(frames: number): Promise<void> {
  for (let frame = 0; frame < frames; frame++) await painted();
}

function doChange(name: string): Promise<Taken> {
  if (!backend) throw new Error('Nothing is prepared');
  return change(name, now(), backend, box, rest);
}

async function toTop(): Promise<void> {
  now().scroller.scrollTop = 0;
  await rest(20);
}

const styles = document.createElement('style');
styles.textContent = `html, body { height: 100%; margin: 0; overflow: hidden; } #box { position: fixed; inset: 0; } ${tileStyles}`;
document.head.append(styles);
box.id = 'box';
document.body.append(box);
Object.assign(globalThis, { bench: { prepare, start, scroll, jump, wander, count, rest, toTop, change: doChange } });
