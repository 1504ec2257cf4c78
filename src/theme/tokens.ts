import { css } from 'lit';

/**
 * The public tokens and their defaults. A host sets `--imagination-*` anywhere above an element; inside, only the
 * derived `--_*` are used. Both schemes follow the host's `color-scheme`, also below an element that changes it: the
 * derived colours are resolved where they are used.
 */
export const tokens = css`
  :host {
    --_surface: var(--imagination-surface, light-dark(#ffffff, #111113));
    --_surface-raised: var(--imagination-surface-raised, light-dark(#ffffff, #1b1b1f));
    --_surface-sunken: var(--imagination-surface-sunken, light-dark(#f4f4f5, #18181b));
    --_text: var(--imagination-text, light-dark(#1b1b1f, #ededf0));
    --_text-quiet: var(--imagination-text-quiet, light-dark(#63636e, #a1a1ad));
    --_line: var(--imagination-line, light-dark(#e6e6ea, #2b2b31));
    --_line-strong: var(--imagination-line-strong, light-dark(#85858f, #72727d));
    --_accent: var(--imagination-accent, light-dark(#3550cf, #9db0ff));
    --_accent-text: var(--imagination-accent-text, light-dark(#ffffff, #10121f));
    --_danger: var(--imagination-danger, light-dark(#b9252b, #ff8f89));
    --_success: var(--imagination-success, light-dark(#1a7040, #6bd396));
    --_warning: var(--imagination-warning, light-dark(#865600, #efb950));
    --_overlay: var(--imagination-overlay, rgb(10 10 12 / 56%));
    --_focus: var(--imagination-focus, light-dark(#3550cf, #9db0ff));
    --_focus-halo: var(--imagination-focus-halo, light-dark(#ffffff, #111113));
    --_hover: color-mix(in srgb, var(--_text) 7%, transparent);
    --_press: color-mix(in srgb, var(--_text) 12%, transparent);
    --_shadow: 0 0 0 1px light-dark(rgb(0 0 0 / 6%), rgb(255 255 255 / 9%)), 0 8px 28px rgb(0 0 0 / 18%);
    --_radius: var(--imagination-radius, 8px);
    --_radius-card: var(--imagination-radius-card, 12px);
    --_radius-control: var(--imagination-radius-control, 8px);
    --_gap: var(--imagination-gap, 8px);
    --_tile-size: var(--imagination-tile-size, 220px);
    /* In em: for the element that holds the text, not for one around it. */
    --_size-s: max(11px, 0.75em);
    --_size-m: max(12px, 0.875em);
    --_size-l: 1em;
    --_control: 32px;
    --_control-inner: 28px;
    --_fast: var(--imagination-duration-fast, 120ms);
    --_slow: var(--imagination-duration, 220ms);
    --_ease: cubic-bezier(0.2, 0, 0, 1);
  }

  @media (pointer: coarse) {
    :host {
      --_control: 44px;
      --_control-inner: 44px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 0s;
      --_slow: 0s;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_surface-raised: Canvas;
      --_surface-sunken: Canvas;
      --_text: CanvasText;
      --_text-quiet: CanvasText;
      --_line: CanvasText;
      --_line-strong: ButtonBorder;
      --_accent: Highlight;
      --_accent-text: HighlightText;
      --_danger: CanvasText;
      --_success: CanvasText;
      --_warning: CanvasText;
      --_overlay: Canvas;
      --_focus: Highlight;
      --_focus-halo: Canvas;
      --_hover: transparent;
      --_press: transparent;
    }
  }
`;
