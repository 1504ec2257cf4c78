import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localizer, MessageKey } from '../../../i18n/index.js';
import { icon } from '../../../ui/icon.js';
import { minus } from '../../../ui/icons/minus.js';
import { maximize, plus } from '../../../ui/icon-shapes.js';
import { ariaKeys } from '../../shortcuts/key-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import { tipWithKey } from '../tip.js';

/** What the control shows and does. */
export interface ZoomControlContext {
  readonly localizer: Localizer;
  readonly keys: ShortcutKeys;
  readonly percent: string;
  /** Whether the medium is as large as it is fitted. */
  readonly isFitted: boolean;
  readonly canGrow: boolean;
  readonly canShrink: boolean;
  /** What is said to those who do not see it. */
  readonly said: string;
  readonly take: (id: ShortcutId) => void;
  readonly openMenu: (button: HTMLElement) => void;
}

/** Smaller, how large, larger, and its own size or fitted. */
export function zoomControl(context: ZoomControlContext): TemplateResult {
  const { localizer, percent, isFitted, canGrow, canShrink, said, openMenu } = context;
  const toggle = isFitted ? 'zoom.actual' : 'zoom.fit';
  return html`<div class="zoom-bar" part="zoom" role="group" aria-label=${localizer.t('zoom.label')}>
    ${button('zoomOut', 'shortcut.zoomOut', icon(minus), canShrink, context)}
    <button
      type="button"
      class="btn icon zoom-level"
      aria-haspopup="menu"
      aria-label=${`${localizer.t('zoom.label')}: ${percent}`}
      @click=${(event: Event) => openMenu(event.currentTarget as HTMLElement)}
    >
      ${percent}
    </button>
    ${button('zoomIn', 'shortcut.zoomIn', icon(plus), canGrow, context)}
    ${button('zoomToggle', toggle, isFitted ? '1:1' : icon(maximize), true, context)}
    <span class="visually-hidden" role="status">${said}</span>
  </div>`;
}

function button(
  id: ShortcutId,
  key: MessageKey,
  face: TemplateResult | string,
  can: boolean,
  { localizer, keys, take }: ZoomControlContext,
): TemplateResult {
  const label = localizer.t(key);
  const own = keys.of(id);
  // Not `disabled`: a button that loses the focus at an end would lose the keys with it.
  return html`<button
    type="button"
    class="btn icon"
    aria-label=${typeof face === 'string' ? `${face}, ${label}` : label}
    ${tipWithKey(localizer, label, own)}
    aria-keyshortcuts=${ariaKeys(own) ?? nothing}
    aria-disabled=${can ? 'false' : 'true'}
    @click=${() => take(id)}
  >
    ${face}
  </button>`;
}

export const zoomStyles = css`
  .stage.zoomable {
    touch-action: none;
  }

  .stage.enlarged {
    cursor: grab;
  }

  .stage.enlarged.held {
    cursor: grabbing;
  }

  .zoomable .box.zoomed {
    border-radius: 0;
  }

  .zoom {
    position: absolute;
    inset-block-end: 28px;
    inset-inline: 72px;
    z-index: 1;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }

  .zoom-bar {
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: 999px;
    background: rgb(20 20 23 / 78%);
    color: #fff;
    opacity: 0;
    transition: opacity var(--_slow) ease-out;
  }

  .zoom.seen > .zoom-bar,
  .zoom-bar:focus-within,
  .zoom-bar:hover,
  .zoom-bar:has([aria-expanded='true']) {
    opacity: 1;
    pointer-events: auto;
  }

  .zoom-bar .btn {
    inline-size: 36px;
    min-block-size: 36px;
    border-radius: 999px;
    color: #fff;
    font-variant-numeric: tabular-nums;
  }

  .zoom-bar .btn.zoom-level {
    inline-size: auto;
    min-inline-size: 64px;
    padding-inline: 8px;
    font-size: var(--_size-m);
  }

  .zoom-bar .btn[aria-disabled='true'] {
    opacity: 0.4;
  }

  @media (pointer: coarse) {
    .zoom-bar .btn {
      inline-size: 44px;
      min-block-size: 44px;
    }
  }

  /* Between the ways to the neighbours, beside what is looked at. */
  @container lightbox (inline-size < 600px) {
    .zoom {
      inset-block-end: 8px;
      inset-inline: 60px;
    }

    .zoom-bar {
      padding: 0;
      opacity: 1;
      pointer-events: auto;
    }
  }

  @media (forced-colors: active) {
    .zoom-bar,
    .zoom-bar .btn {
      border: 1px solid ButtonBorder;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
