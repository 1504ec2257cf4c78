import { fixture, html, nextFrame } from '@open-wc/testing';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import '../../../src/define/iteration-timeline.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { IterationTimeline } from '../../../src/elements/iteration-timeline/iteration-timeline-element.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';

export const SIZE = 1_000_000;
export const NOW = Date.parse('2026-11-20T12:00:00Z');
const HEADING = 44;
export const { signal } = new AbortController();

/** A timeline, its rail, and what tests ask of them. */
export class Stage {
  readonly element: IterationTimeline;

  constructor(element: IterationTimeline) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get scroller(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.scroller')!;
  }

  get slider(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('[role=slider]');
  }

  get value(): number {
    return Number(this.slider?.getAttribute('aria-valuenow'));
  }

  get last(): number {
    return Number(this.slider?.getAttribute('aria-valuemax'));
  }

  /** The id of the first tile whose row begins right below the heading that sticks; nothing until it has been read. */
  get landed(): string | undefined {
    const { top } = this.scroller.getBoundingClientRect();
    const rows = [...this.root.querySelectorAll<HTMLElement>('.tile[data-id]')].filter(
      (tile) => Math.abs(tile.getBoundingClientRect().top - top - HEADING) < 1.5,
    );
    return rows[0]?.dataset['id'];
  }

  get focused(): string | undefined {
    return this.root.activeElement?.closest<HTMLElement>('.tile')?.dataset['id'];
  }

  get isWaiting(): boolean {
    return this.root.querySelector('.skeleton') !== null;
  }

  /** Everything is read and stands. */
  async settled(options?: Parameters<typeof waitUntil>[2]): Promise<void> {
    const isRead = async (): Promise<boolean> => {
      await this.element.updateComplete;
      await nextFrame();
      return !this.isWaiting && !this.element.isUpdatePending;
    };
    await waitUntil(isRead, 'all that shows is read', options);
  }

  async press(key: string, init: KeyboardEventInit = {}): Promise<void> {
    const target = this.root.activeElement ?? this.slider!;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
    );
    await this.element.updateComplete;
    await this.settled();
  }

  point(type: string, share: number, target: Element = this.slider!, more: PointerEventInit = {}): void {
    const { top, height, left } = this.slider!.querySelector('.rail')!.getBoundingClientRect();
    const init = { pointerId: 1, button: 0, isPrimary: true, bubbles: true, composed: true, cancelable: true };
    target.dispatchEvent(
      new PointerEvent(type, { ...init, clientX: left + 4, clientY: top + height * share, ...more }),
    );
  }
}

interface Options {
  readonly dir?: 'ltr' | 'rtl';
  readonly width?: number;
}

export async function open(adapter: ImaginationsAdapter, { dir = 'ltr', width = 900 }: Options = {}): Promise<Stage> {
  const box = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
  box.style.cssText = `width: ${width}px; height: 640px`;
  const element = document.createElement('iteration-timeline');
  element.adapter = adapter;
  box.append(element);
  const stage = new Stage(element);
  await waitUntil(() => stage.root.querySelectorAll('.tile[data-id]').length > 5, 'tiles');
  // Before the index has answered, there are pages only.
  await waitUntil(() => stage.scroller.scrollHeight > 20_000, 'all of it');
  await element.updateComplete;
  await stage.settled();
  // A pointer that nobody holds cannot be captured.
  if (stage.slider) stage.slider.setPointerCapture = () => undefined;
  return stage;
}

export const million = (latencyMs = 40): SyntheticAdapter =>
  createSyntheticAdapter({ size: SIZE, seed: 3, now: NOW, latencyMs });

export async function rowAt(adapter: SyntheticAdapter, offset: number): Promise<Iteration> {
  const { items } = await adapter.listIterations({ offset, limit: 1 }, { signal });
  return items[0]!;
}
