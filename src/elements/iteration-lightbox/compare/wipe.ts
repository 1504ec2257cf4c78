import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../../i18n/index.js';
import { isRtl } from '../../../internal/is-rtl.js';
import { pressedShare } from '../../../ui/pressed-share.js';

/** What an arrow and a page key move the edge by. */
const STEP = 0.02;
const PAGE = 0.1;

export interface WipeContext {
  readonly localizer: Localizer;
  /** The one at the start of the line, and the one at its end. */
  readonly letters: readonly [string, string];
  /** How much of the first is seen, 0 to 1. */
  readonly share: () => number;
  readonly set: (share: number) => void;
}

function shareOnKey({ key, currentTarget }: KeyboardEvent, share: number): number | undefined {
  const along = currentTarget instanceof Element && isRtl(currentTarget) ? -1 : 1;
  const to: Readonly<Record<string, number>> = {
    ArrowRight: share + along * STEP,
    ArrowLeft: share - along * STEP,
    ArrowUp: share + STEP,
    ArrowDown: share - STEP,
    PageUp: share + PAGE,
    PageDown: share - PAGE,
    Home: 0,
    End: 1,
  };
  return to[key];
}

/** The edge between two pictures that lie one over the other, to be moved. */
export function wipeEdge({ localizer, letters: [one, other], share, set }: WipeContext): TemplateResult {
  const clamp = (to: number): number => Math.min(1, Math.max(0, to));
  const slide = (event: PointerEvent): void => {
    const edge = event.currentTarget;
    const place = edge instanceof HTMLElement ? edge.parentElement : undefined;
    if (!(edge instanceof HTMLElement) || !place || pressedShare(event) === undefined) return;
    const { left, width } = place.getBoundingClientRect();
    const at = clamp((event.clientX - left) / width);
    if (event.type === 'pointermove') set(isRtl(edge) ? 1 - at : at);
  };
  const move = (event: KeyboardEvent): void => {
    const to = shareOnKey(event, share());
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    set(clamp(to));
  };
  const now = Math.round(share() * 100);
  return html`<div
    class="wipe-edge"
    role="slider"
    tabindex="0"
    data-focus
    aria-label=${localizer.t('compare.edge', { one, other })}
    aria-orientation="horizontal"
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${now}
    aria-valuetext=${localizer.t('compare.share', { percent: localizer.percent(now / 100), letter: one })}
    @keydown=${move}
    @pointerdown=${slide}
    @pointermove=${slide}
  >
    <span class="wipe-grip" aria-hidden="true"></span>
  </div>`;
}
