import { css } from 'lit';

/** Looks of `iterationTileParts`; beside `tileControlStyles`. */
export const iterationTilePartStyles = css`
  .tile {
    /* Where something scrolls to it: room for the ring around it, as much as keys leave. */
    scroll-margin: 8px;
    -webkit-user-select: none;
    user-select: none;
  }

  @media (forced-colors: active) {
    .tile-cell {
      border: 1px solid CanvasText;
    }
  }

  .tile p {
    margin: 0;
  }

  .tile-badge {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    transition: opacity var(--_fast) var(--_ease);
  }

  .tile-badge .icon-shape {
    inline-size: 12px;
    block-size: 12px;
  }

  .tile-scrim {
    position: absolute;
    inset: auto 0 0;
    padding: 28px 10px 10px;
    opacity: 0;
    pointer-events: none;
    transition: opacity var(--_fast) var(--_ease);
  }

  .tile-prompt {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: var(--_size-s);
    line-height: 1.4;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .tile-scrim:is(:has(+ .tile-badge), :has(~ .tile-marks)) .tile-prompt {
    margin-block-end: 22px;
  }

  .tile-play {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    min-inline-size: 32px;
    padding: 0 11px 0 9px;
    border: 0;
    border-radius: 999px;
    background: rgb(0 0 0 / 62%);
    color: #fff;
    font-size: var(--_size-s);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
    transition:
      background-color var(--_fast) var(--_ease),
      color var(--_fast) var(--_ease);
  }

  .tile-play:hover {
    background-color: rgb(0 0 0 / 82%);
  }

  .tile-play .icon-shape {
    fill: currentcolor;
  }

  .tile-play::after {
    content: attr(data-time);
  }

  /* The button stands below the waveform, not on it. */
  .tile .thumb.sound {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    padding-block-end: max(12%, 44px);
  }

  .tile-scrim:has(+ .tile-play) .tile-prompt {
    margin-block-end: 38px;
  }

  .tile-button {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 6px;
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: rgb(0 0 0 / 62%);
    color: #fff;
    cursor: pointer;
    opacity: 0;
    transition:
      opacity var(--_fast) var(--_ease),
      background-color var(--_fast) var(--_ease);
  }

  .tile-button[data-tile-action='cancel'] {
    background-color: color-mix(in srgb, var(--_surface) 78%, transparent);
    color: var(--_text);
  }

  .tile-button:hover {
    background-color: rgb(0 0 0 / 82%);
  }

  .tile-button[data-tile-action='cancel']:hover {
    background-color: var(--_surface);
  }

  .tile-button:focus-visible {
    outline-offset: -2px;
  }

  .tile:is(:hover, :focus-visible, :focus-within) :is(.tile-scrim, .tile-button),
  .tile-button:is([aria-expanded='true'], [data-tile-action='cancel']) {
    opacity: 1;
  }

  .tile-quiet {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 2px;
    block-size: 100%;
    padding: 10px 14px;
    text-align: center;
    box-shadow: inset 0 0 0 1px var(--_line);
    border-radius: inherit;
  }

  .tile-sign {
    display: flex;
    margin-block-end: 4px;
    color: var(--_text-quiet);
  }

  .tile-sign.failed {
    color: var(--_danger);
  }

  .tile-state {
    font-size: var(--_size-s);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }

  .tile-reason {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    max-inline-size: 260px;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    line-height: 1.4;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .tile-retry {
    margin-block-start: 8px;
    flex: none;
  }

  .tile-running,
  .tile-waiting {
    display: grid;
    inline-size: 100%;
    block-size: 100%;
  }

  .tile-waiting {
    place-items: center;
    color: var(--_text-quiet);
    opacity: 0.6;
  }

  .tile-preview {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    filter: blur(12px);
    transform: scale(1.12);
  }

  .tile-progress {
    position: absolute;
    inset: auto 0 0;
    display: grid;
    gap: 6px;
    padding: 8px 10px 10px;
    background: color-mix(in srgb, var(--_surface-sunken) 88%, transparent);
  }

  .tile-broken {
    display: none;
  }

  .thumb:has(img[data-state='failed']) + .tile-broken {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 6px;
    padding: 12px;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    text-align: center;
  }

  /* The box says its size: a container query of each tile would have the browser go over its styles once more. */
  .tile.small .tile-reason {
    -webkit-line-clamp: 2;
  }

  .tile.small .tile-reason:has(+ .tile-retry) {
    -webkit-line-clamp: 1;
  }

  /* Its word says the same. */
  .tile.small .tile-sign:has(~ .tile-reason) {
    display: none;
  }

  .tile:is(.small, .tiny) .tile-sign {
    margin: 0;
  }

  .tile:is(.small, .tiny) .tile-retry {
    margin-block-start: 4px;
  }

  .tile:is(.small, .tiny) .tile-prompt {
    -webkit-line-clamp: 1;
  }

  .tile.tiny :is(.tile-reason, .tile-sign, .tile-scrim) {
    display: none;
  }

  @media (hover: none) {
    .tile-button {
      opacity: 1;
    }

    .tile-button[data-tile-action='menu'] {
      background-color: rgb(0 0 0 / 45%);
    }
  }

  @media (pointer: coarse) {
    .tile-button {
      inset-block-start: 0;
      inset-inline-end: 0;
      inline-size: 44px;
      block-size: 44px;
      border: 6px solid transparent;
      background-clip: padding-box;
    }

    .tile-play {
      inset-block-end: 2px;
      inset-inline-start: 2px;
      min-block-size: 44px;
      border: 6px solid transparent;
      background-clip: padding-box;
    }
  }

  @media (forced-colors: active) {
    :is(.tile-button, .tile-play) {
      border: 1px solid ButtonBorder;
      background: ButtonFace;
      color: ButtonText;
    }
  }
`;
