import { fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/define/iteration-grid.js';
import '../../../src/define/iteration-timeline.js';
import type { CollectionElement } from '../../../src/elements/collection/collection-element.js';
import { IterationGrid, type GridLayout } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import type { LiveLibrary } from './live-library.js';
import { waitUntil } from '../../support/wait.js';

export interface MountOptions {
  readonly tag?: 'iteration-grid' | 'iteration-timeline';
  readonly width?: number;
  readonly height?: number;
  readonly dir?: 'ltr' | 'rtl';
  /** Of a grid. */
  readonly layout?: GridLayout | undefined;
  readonly set?: (element: CollectionElement) => void;
}

/** An element in a box of its own, and what tests ask of it. */
export class Mounted {
  readonly box: HTMLElement;
  readonly element: CollectionElement;

  constructor(box: HTMLElement, element: CollectionElement) {
    this.box = box;
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get scroller(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.scroller')!;
  }

  get canvas(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.canvas')!;
  }

  get tiles(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.tile')];
  }

  get ids(): (string | undefined)[] {
    return this.tiles.map((tile) => tile.dataset['id']);
  }

  tile(id: string): HTMLElement | undefined {
    return this.tiles.find((tile) => tile.dataset['id'] === id);
  }

  /** The id of the tile that has the focus, or holds it. */
  get focused(): string | undefined {
    return this.root.activeElement?.closest<HTMLElement>('.tile')?.dataset['id'];
  }

  /** Ids of what Tab reaches among the tiles. */
  get stops(): (string | undefined)[] {
    return [...this.canvas.querySelectorAll<HTMLElement>('[tabindex="0"]')].map((one) => one.dataset['id']);
  }

  focus(id: string): void {
    this.tile(id)?.focus({ preventScroll: true });
  }

  /** Presses a key where the focus is. */
  press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
    (this.root.activeElement ?? this.element).dispatchEvent(event);
    return event;
  }

  /** Presses a key and waits until everything stands. */
  async type(key: string, init?: KeyboardEventInit): Promise<void> {
    this.press(key, init);
    await this.settled();
  }

  async scrollTo(top: number): Promise<void> {
    this.scroller.scrollTop = top;
    await nextFrame();
    await this.settled();
  }

  async settled(): Promise<void> {
    await nextFrame();
    do await this.element.updateComplete;
    while (this.element.isUpdatePending);
    if (this.root.querySelector('.flying')) await waitUntil(() => !this.root.querySelector('.flying'), 'has landed');
  }

  /** How far below the top of the scroller a tile begins. */
  offset(id: string): number {
    return this.tile(id)!.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
  }

  /** Tiles that show, from the first. */
  get visible(): string[] {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    return this.tiles
      .filter((tile) => tile.getBoundingClientRect().top >= top && tile.getBoundingClientRect().bottom <= bottom)
      .map((tile) => tile.dataset['id'] ?? '');
  }
}

export async function mount(library: Pick<LiveLibrary, 'adapter'>, options: MountOptions = {}): Promise<Mounted> {
  const { tag = 'iteration-grid', width = 800, height = 600, dir = 'ltr', layout, set } = options;
  const box = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  box.style.width = `${width}px`;
  box.style.height = `${height}px`;
  const element = document.createElement(tag);
  element.adapter = library.adapter;
  if (layout && element instanceof IterationGrid) element.layout = layout;
  set?.(element);
  box.append(element);
  const mounted = new Mounted(box, element);
  await element.updateComplete;
  await mounted.settled();
  return mounted;
}

/** Mounts and waits for the first tiles. */
export async function mountFull(library: Pick<LiveLibrary, 'adapter'>, options?: MountOptions): Promise<Mounted> {
  const mounted = await mount(library, options);
  await waitUntil(() => mounted.tiles.length > 0);
  await mounted.settled();
  return mounted;
}
