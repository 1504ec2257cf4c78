import { painted } from '../painted.js';
import type { Mount, Slide, Subject } from './subject.js';

interface Opened {
  /** Until the picture is seen anywhere in the lightbox, and until it does not move or change any more, in ms. */
  readonly shown: number | undefined;
  readonly settled: number | undefined;
}

/** More frames than any of them takes to open. */
const MOST_FRAMES = 240;
/** Narrower is a thumbnail. */
const WIDE_PX = 100;
const VISIBLE = 0.5;
const SETTLED = 0.99;

let slides: readonly Slide[] = [];
let subject: Subject | undefined;
/** Kept, so that they stay decoded. */
const pictures: HTMLImageElement[] = [];

function* imagesIn(root: ParentNode): Generator<HTMLImageElement> {
  yield* root.querySelectorAll('img');
  for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) yield* imagesIn(shadowRoot);
}

const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (style.visibility === 'hidden' || style.display === 'none') return 0;
    opacity *= Number(style.opacity);
  }
  return opacity;
}

/** Where a slide is seen, as far as it is; its thumbnail on the page is another picture. */
function seen(index: number, least: number): string {
  const file = slides[index]?.src ?? '';
  const found: string[] = [];
  for (const image of imagesIn(document)) {
    const { left, right, top, bottom, width } = image.getBoundingClientRect();
    const isThere = image.src.endsWith(file) && image.complete && image.naturalWidth > 0 && width > WIDE_PX;
    const isInView = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
    // In the middle where several slides lie beside one another.
    const isHere = least < SETTLED || (left <= innerWidth / 2 && right >= innerWidth / 2);
    if (isThere && isInView && isHere && opacityOf(image) >= least) found.push([left, top, width].join(' '));
  }
  return found.join();
}

const isInMiddle = (index: number): boolean =>
  seen(index, VISIBLE)
    .split(',')
    .some((place) => {
      const [left = NaN, , width = NaN] = place === '' ? [] : place.split(' ').map(Number);
      return left <= innerWidth * 0.45 && left + width >= innerWidth * 0.45;
    });

const api = {
  /** Loads the pictures, and shows a thumbnail of each: what a lightbox opens from. */
  async prepare(n: number, files: number): Promise<void> {
    slides = Array.from({ length: n }, (_, index) => ({
      src: `/pictures/big-${index % files}.png`,
      thumb: `/pictures/small-${index % files}.png`,
      width: 1024,
      height: 768,
    }));
    for (const { src, thumb } of slides.slice(0, files)) {
      for (const url of [src, thumb]) {
        const image = new Image();
        image.src = url;
        await image.decode();
        pictures.push(image);
      }
    }
    const tiles = document.createElement('div');
    tiles.style.cssText = 'display: grid; grid-template-columns: repeat(6, 160px); gap: 8px; padding: 40px';
    for (const [index, { thumb }] of slides.slice(0, 24).entries()) {
      const tile = document.createElement('button');
      tile.className = 'tile';
      tile.dataset['id'] = `i${index}`;
      tile.style.cssText = 'padding: 0; border: 0; block-size: 120px';
      const image = new Image(160, 120);
      image.src = thumb;
      tile.append(image);
      tiles.append(tile);
    }
    document.body.append(tiles);
  },

  /** Loads the subject's code and makes it; tells how long that took, in ms. */
  async start(code: string, style: string | null): Promise<number> {
    const begun = performance.now();
    if (style !== null) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = style;
      const loaded = new Promise((resolve) => (link.onload = resolve));
      document.head.append(link);
      await loaded;
    }
    const { mount } = (await import(/* @vite-ignore */ code)) as { mount: Mount };
    subject = await mount(slides);
    return performance.now() - begun;
  },

  async open(index: number): Promise<Opened> {
    document.querySelectorAll<HTMLElement>('.tile')[index]?.focus({ preventScroll: true });
    const begun = performance.now();
    subject?.open(index);
    let shown: number | undefined;
    let last = '';
    let same = 0;
    for (let frame = 0; frame < MOST_FRAMES; frame++) {
      await painted();
      if (shown === undefined && seen(index, VISIBLE) !== '') shown = performance.now() - begun;
      const now = seen(index, SETTLED);
      same = now !== '' && now === last ? same + 1 : 0;
      if (same >= 3) return { shown, settled: performance.now() - begun };
      last = now;
    }
    return { shown, settled: undefined };
  },

  close(): void {
    subject?.close();
  },

  /** Answers once a slide is in the middle: ms since this was asked, or nothing after a while. */
  async wait(index: number, most: number): Promise<number | null> {
    const begun = performance.now();
    while (performance.now() - begun < most) {
      if (isInMiddle(index)) return performance.now() - begun;
      await painted();
    }
    return null;
  },

  rest: (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms)),
};

Object.assign(globalThis, { bench: api });
