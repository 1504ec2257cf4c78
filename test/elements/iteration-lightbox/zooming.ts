import { expect } from '@open-wc/testing';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import type { Iteration, MediaSource } from '../../../src/model/index.js';
import { tinyPng } from '../../../src/testing/tiny-png.js';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, open, row, type Opened } from './lightbox.js';

/** The address of a picture of that size, with a cross so that one sees where one is. */
export const pictureAt = (width: number, height: number): string =>
  URL.createObjectURL(
    tinyPng(width, height, (x, y) => (x % 100 === 0 || y % 100 === 0 ? [255, 255, 255] : [40, 90, 140])),
  );

export const large: MediaSource = { url: pictureAt(3000, 2000), mime: 'image/png', width: 3000, height: 2000 };

/** Three large pictures of one session. */
export const LARGE: readonly Iteration[] = ['a', 'b', 'c'].map((id, at) => row(id, 30 - at, { media: large }));

export const boxOf = (box: IterationLightbox): HTMLElement =>
  find(box, '.box.picture') ?? document.createElement('div');
export const stageOf = (box: IterationLightbox): HTMLElement => find(box, '.stage') ?? document.createElement('div');

/** By what the picture is enlarged, and how it is moved, in px. */
export function shownAt(box: IterationLightbox): { readonly scale: number; readonly x: number; readonly y: number } {
  const { a, e, f } = new DOMMatrix(getComputedStyle(boxOf(box)).transform);
  return { scale: a, x: e, y: f };
}

export const scaleOf = (box: IterationLightbox): number => shownAt(box).scale;

/** Opens an iteration, with everything there that zooms. */
export async function openZoom(rows: readonly Iteration[] = LARGE, id = 'b'): Promise<Opened> {
  const opened = await open(backend(rows), id);
  await zoomable(opened.box);
  await waitUntil(() => dialogOf(opened.box).getAnimations().length === 0, 'has opened');
  return opened;
}

export const zoomable = (box: IterationLightbox): Promise<void> =>
  waitUntil(() => find(box, '.stage.zoomable') && find(box, '.zoom-bar'), 'can be zoomed');

/** Waits until it is enlarged by that, and rests. */
export const grownTo = (box: IterationLightbox, scale: number): Promise<void> =>
  waitUntil(() => Math.abs(scaleOf(box) / scale - 1) < 0.002, `is at ${scaleOf(box)}, not ${scale}`);

/** The scale at which a px of the picture is one of the screen. */
export const actualOf = (box: IterationLightbox, width = 3000): number =>
  width / boxOf(box).offsetWidth / devicePixelRatio;

/** Where a part of the picture, 0..1, lies in the window. */
export function placeOf(box: IterationLightbox, x: number, y: number): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = boxOf(box).getBoundingClientRect();
  return { x: left + x * width, y: top + y * height };
}

export const middleOf = (box: IterationLightbox): { readonly clientX: number; readonly clientY: number } => {
  const { x, y } = placeOf(box, 0.5, 0.5);
  return { clientX: x, clientY: y };
};

export function pointer(target: EventTarget, type: string, more: PointerEventInit): void {
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      composed: true,
      cancelable: true,
      button: type === 'pointermove' ? -1 : 0,
      ...more,
    }),
  );
}

/** One finger on the picture. */
export const finger = (box: IterationLightbox, pointerId: number) => {
  const send =
    (type: string) =>
    (clientX: number, clientY: number): void =>
      pointer(boxOf(box), type, { pointerType: 'touch', pointerId, isPrimary: pointerId === 1, clientX, clientY });
  return { down: send('pointerdown'), move: send('pointermove'), up: send('pointerup'), cancel: send('pointercancel') };
};

export const tap = (box: IterationLightbox, clientX: number, clientY: number): void => {
  const one = finger(box, 1);
  one.down(clientX, clientY);
  one.up(clientX, clientY);
};

/** A notch of a wheel with lines: one that every engine takes for a mouse's. */
export function wheel(target: EventTarget, more: WheelEventInit): WheelEvent {
  const event = new WheelEvent('wheel', {
    bubbles: true,
    composed: true,
    cancelable: true,
    deltaMode: WheelEvent.DOM_DELTA_LINE,
    ...more,
  });
  target.dispatchEvent(event);
  return event;
}

/** Two fingers on a trackpad. */
export const trackpad = (target: EventTarget, more: WheelEventInit): WheelEvent =>
  wheel(target, { deltaMode: WheelEvent.DOM_DELTA_PIXEL, ...more });

/** Longer than what belongs to one turn of a wheel. */
export const betweenTurns = (): Promise<void> => new Promise((done) => setTimeout(done, 200));

export function nearly(one: number, other: number, by: number, what: string): void {
  expect(Math.abs(one - other), `${what}: ${one}, not ${other}`).to.be.lessThan(by);
}
