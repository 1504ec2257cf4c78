import { html, nothing, type TemplateResult } from 'lit';
import { pressedShare } from '../../../ui/pressed-share.js';
import { ariaKeys } from '../../shortcuts/key-names.js';
import { playhead, type Observed } from './playhead.js';

/** What a slider of the player is. */
export interface SliderOptions {
  readonly player: Observed;
  readonly name: string;
  readonly label: string;
  /** Keys that move it from anywhere. */
  readonly keys: readonly string[];
  /** Its greatest value; with 0 there is nothing to slide on. */
  readonly most: number;
  /** What an arrow moves by. */
  readonly step: number;
  /** How many of its units are one for those who hear it. */
  readonly unit: number;
  readonly at: () => number;
  readonly say: (at: number) => string;
  readonly set: (to: number) => void;
  readonly content: TemplateResult;
}

/** A page key moves by this part of the whole. */
const PAGE = 0.1;

function slideByKey(event: KeyboardEvent, { most, step, at, set }: SliderOptions): void {
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at() + step,
    ArrowUp: at() + step,
    ArrowLeft: at() - step,
    ArrowDown: at() - step,
    PageUp: at() + most * PAGE,
    PageDown: at() - most * PAGE,
    Home: 0,
    End: most,
  };
  const target = to[event.key];
  if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  set(Math.min(most, Math.max(0, target)));
}

function paint(element: HTMLElement, isAnew: boolean, { most, unit, at, say }: SliderOptions): void {
  const now = Math.min(at(), most);
  element.style.setProperty('--_share', String(most > 0 ? now / most : 0));
  // What has the focus is read out at every change: of those that nobody made it is silent.
  if (!isAnew && element.matches(':focus')) return;
  const text = say(now);
  if (element.ariaValueText === text) return;
  element.ariaValueNow = String(Math.round(now / unit));
  element.ariaValueText = text;
}

/** Something to slide on; from left to right in every language, as time does. */
export function slider(options: SliderOptions): TemplateResult {
  const { player, name, label, keys, most, unit, set, content } = options;
  const slide = (event: PointerEvent): void => {
    const share = most > 0 ? pressedShare(event) : undefined;
    if (share !== undefined) set(share * most);
  };
  return html`<div
    class="slider ${name}"
    role="slider"
    tabindex="0"
    aria-label=${label}
    aria-keyshortcuts=${ariaKeys(keys) ?? nothing}
    aria-valuemin="0"
    aria-valuenow="0"
    aria-valuemax=${Math.round(most / unit)}
    aria-disabled=${most > 0 ? 'false' : 'true'}
    @keydown=${(event: KeyboardEvent) => slideByKey(event, options)}
    @pointerdown=${slide}
    @pointermove=${slide}
    ${playhead(player, (element, isAnew) => paint(element, isAnew, options))}
  >
    ${content}
  </div>`;
}
