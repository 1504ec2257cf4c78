import { css } from 'lit';
import { skeletonStyles } from './skeleton.styles.js';
import { tileControlStyles } from './tile-controls.styles.js';

/** The looks of `controlStyles` that tiles do without. */
export const moreControlStyles = css`
  .btn.primary {
    border-color: transparent;
    background-color: var(--_accent);
    color: var(--_accent-text);
  }

  .btn.danger {
    color: var(--_danger);
  }

  /* A choice of one among few. */
  .segmented {
    display: inline-flex;
    gap: 2px;
    padding: 2px;
    border-radius: calc(var(--_radius-control) + 2px);
    background: var(--_surface-sunken);
    box-shadow: inset 0 0 0 1px var(--_line);
  }

  .segmented > button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-inner);
    padding: 0 12px;
    border: 0;
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
    transition:
      background-color var(--_fast) var(--_ease),
      color var(--_fast) var(--_ease);
  }

  .segmented > button:hover {
    color: var(--_text);
  }

  .segmented > :is([aria-checked='true'], [aria-pressed='true'], [aria-selected='true']) {
    background: light-dark(#fff, #2f2f36);
    color: var(--_text);
    box-shadow: 0 1px 2px rgb(0 0 0 / 14%);
  }

  .segmented > * > .count {
    font-size: 0.857em;
  }

  .input {
    min-block-size: var(--_control);
    padding: 4px 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_size-m);
  }

  .input::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  select.input {
    padding-inline-end: 4px;
    cursor: pointer;
  }

  .card {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
  }

  .clamp {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines, 2);
    font-size: var(--_size-m);
    line-height: calc(20 / 14);
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  @media (forced-colors: active) {
    .btn.primary,
    .segmented > :is([aria-checked='true'], [aria-pressed='true'], [aria-selected='true']) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/**
 * Shared looks, by class name: those of tiles, `skeleton`, and `btn` with `primary` and `danger`, `segmented`, `input`, `card`, `clamp`.
 */
export const controlStyles = [tileControlStyles, skeletonStyles, moreControlStyles];
