import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../../../i18n/amounts.js';
import type { Localizer } from '../../../i18n/index.js';
import { icon, type IconShape } from '../../../ui/icon.js';
import { ariaKeys } from '../../shortcuts/key-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import { tip, titleWithKey } from '../tip.js';
import { playhead } from './playhead.js';
import { slider } from './slider.js';

/** What a key moves by, in ms: at most a part of the whole, so that a short clip has some steps too. */
const STEP_MS = 5000;
const MOST_OF_WHOLE = 0.1;

/** What plays from one place: a medium, or several together. */
export interface Playable {
  readonly currentMs: number;
  observe(observer: () => void): () => void;
  seek(ms: number): void;
}

interface PartsContext {
  readonly localizer: Localizer;
  readonly keys: ShortcutKeys;
}

export interface ButtonOptions {
  readonly name: string;
  readonly label: string;
  readonly shape: IconShape;
  readonly id?: ShortcutId;
  /** Keys that do the same and cannot be changed. */
  readonly also?: ShortcutId;
  readonly pressed?: boolean;
  readonly note?: string;
  readonly act?: () => void;
}

/** How far a key leads. */
export const stepOf = (totalMs: number): number => (totalMs > 0 ? Math.min(STEP_MS, totalMs * MOST_OF_WHOLE) : STEP_MS);

const wholeSeconds = (ms: number): string => durationText(Math.floor(ms / 1000) * 1000);

/** Does what a key does too, and tells which. */
export function button(
  { name, label, shape, id, also, pressed, note, act }: ButtonOptions,
  { keys, localizer, act: actBy }: PartsContext & { readonly act: (id: ShortcutId) => void },
): TemplateResult {
  const own = [id, also].flatMap((one) => (one === undefined ? [] : keys.of(one)));
  const named = titleWithKey(localizer, label, own);
  return html`<button
    type="button"
    class="btn icon ${name}"
    aria-label=${label}
    aria-pressed=${pressed ?? nothing}
    aria-keyshortcuts=${ariaKeys(own) ?? nothing}
    aria-description=${note ?? nothing}
    ${tip(note === undefined ? named : `${named} · ${note}`)}
    @click=${() => (act ? act() : id !== undefined && actBy(id))}
  >
    ${icon(shape)}
  </button>`;
}

/** @param most length in ms. @param content what is drawn of it. */
export function positionSlider(
  player: Playable,
  most: number,
  content: TemplateResult,
  { localizer, keys }: PartsContext,
): TemplateResult {
  const total = durationText(most);
  return slider({
    player,
    name: 'position',
    label: localizer.t('player.seek'),
    keys: [...keys.of('seekBack'), ...keys.of('seekOn')],
    most,
    step: stepOf(most),
    unit: 1000,
    at: () => player.currentMs,
    say: (at) => localizer.t('player.position', { time: wholeSeconds(at), total }),
    set: (to) => player.seek(to),
    content,
  });
}

/** Where it is, in whole seconds. */
export function timeNow(player: Playable): TemplateResult {
  return html`<span
    class="time now"
    ${playhead(player, (element) => {
      const text = wholeSeconds(player.currentMs);
      if (element.textContent !== text) element.textContent = text;
    })}
  ></span>`;
}
