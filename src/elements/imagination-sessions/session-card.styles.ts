import { css } from 'lit';

export const sessionCardStyles = css`
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    overflow: clip;
    contain: layout style;
    transition: border-color var(--_fast) var(--_ease);
  }

  .card:hover,
  .card:focus-within {
    border-color: color-mix(in srgb, var(--_line-strong) 60%, var(--_line));
  }

  .card.pending {
    cursor: progress;
  }

  .mosaic {
    display: grid;
    flex: none;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    gap: 2px;
    aspect-ratio: 4 / 3;
    /* Large words must not make one card higher than the others. */
    min-block-size: 0;
    overflow: clip;
    background: var(--_surface-raised);
  }

  .mosaic[data-count='2'] {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }

  .mosaic[data-count='3'],
  .mosaic[data-count='4'] {
    grid-template: repeat(2, minmax(0, 1fr)) / repeat(2, minmax(0, 1fr));
  }

  .mosaic[data-count='3'] > :first-child {
    grid-row: span 2;
  }

  .cell {
    position: relative;
    display: grid;
    place-items: center;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0;
    overflow: clip;
    border: 0;
    border-radius: 0;
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
  }

  /* No previews: the brief itself, as on a card of paper. */
  .blank {
    align-content: space-between;
    justify-items: start;
    padding: 14px;
    background: color-mix(in srgb, var(--_accent) 12%, var(--_surface-sunken));
    color: color-mix(in srgb, var(--_accent) 70%, var(--_text));
  }

  .words {
    --_lines: 3;
    font-size: 1.125em;
  }

  .cell > .thumb {
    position: absolute;
    inset: 0;
  }

  .picture {
    z-index: 1;
    cursor: zoom-in;
  }

  .picture:hover > .thumb::after {
    content: '';
    position: absolute;
    inset: 0;
    background: rgb(255 255 255 / 10%);
  }

  .picture:focus-visible {
    outline-offset: -4px;
    box-shadow: inset 0 0 0 2px var(--_focus-halo);
  }

  .picture:focus-visible > .thumb {
    z-index: -1;
  }

  .broken {
    visibility: hidden;
    position: relative;
  }

  .cell:has(img[data-state='failed']) > .broken {
    visibility: visible;
  }

  .length {
    position: absolute;
    inset: auto auto 6px 6px;
    inset-inline: 6px auto;
  }

  .length .icon-shape {
    inline-size: 11px;
    block-size: 11px;
  }

  .failed {
    color: var(--_danger);
  }

  .running > .thumb {
    filter: blur(8px);
    transform: scale(1.08);
  }

  .run {
    position: relative;
    display: grid;
    justify-items: center;
    gap: 2px;
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
  }

  /* Clear of the badge in the corner. */
  .mosaic:has(+ .badge.active) .cell:first-child .run {
    inset-block-start: 12px;
  }

  .running:has(.thumb) .run {
    padding: 4px 8px;
    border-radius: 999px;
    background: rgb(0 0 0 / 62%);
    color: #fff;
  }

  .running:has(.thumb) .run .icon-shape {
    display: none;
  }

  .running .progress {
    position: absolute;
    inset: auto 10px 10px;
  }

  .badge.active {
    position: absolute;
    z-index: 2;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    pointer-events: none;
  }

  .badge.active i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 999px;
    background: #9db0ff;
    animation: _pulse 1.2s ease-in-out infinite alternate;
  }

  @keyframes _pulse {
    to {
      opacity: 0.3;
    }
  }

  .text {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 8px;
    padding: 10px 12px 12px;
  }

  .title {
    display: flex;
    gap: 4px;
    min-block-size: calc(2 * 20 / 14 * var(--_size-m));
  }

  .open {
    flex: 1;
    min-inline-size: 0;
    align-self: start;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 500;
    text-align: start;
    cursor: pointer;
  }

  /* The whole card opens the session; what lies above it has its own doing. */
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }

  .open:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .card:has(.open:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .more {
    z-index: 1;
    align-self: start;
    margin: -4px -6px 0 0;
    margin-inline: 0 -6px;
  }

  @media (pointer: coarse) {
    .more {
      --_control: 44px;
      inline-size: 44px;
      margin: -12px -14px -12px -12px;
      margin-inline: -12px -14px;
    }
  }

  @media (hover: hover) {
    .card:not(:hover, :focus-within) .more:not([aria-expanded='true']) {
      opacity: 0;
    }
  }

  .meta {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 18px;
    overflow: hidden;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .meta time {
    flex: 1;
    overflow: hidden;
    text-align: end;
    text-overflow: ellipsis;
  }

  .mosaic.skeleton {
    border-radius: 0;
  }

  .line {
    block-size: 14px;
    border-radius: 4px;
  }

  .title > .line {
    flex: 1;
  }

  .line.short {
    inline-size: 50%;
  }

  @container (max-width: 599px) {
    .text {
      padding: 8px 10px 10px;
    }

    /* The time has a line of its own: with the numbers it would be cut. On every card, for all are as high. */
    .meta {
      flex-wrap: wrap;
      gap: 0 8px;
      block-size: 3em;
      line-height: 1.5;
    }

    .meta .tally {
      gap: 3px;
    }

    .meta time {
      flex: 1 0 100%;
      text-align: start;
    }

    /* The bars say it in little room. */
    .mosaic:is([data-count='3'], [data-count='4']) .percent,
    .mosaic:is([data-count='3'], [data-count='4']) .running:has(.thumb) .run {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .badge.active i {
      animation: none;
    }
  }
`;
