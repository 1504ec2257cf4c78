import { css } from 'lit';

/** Side of a line's picture in px, as the styles say. */
export const LINE_PICTURE = 56;

/** Looks of a tile that is a line of a list, and of `iterationLineParts`; stronger than those of any tile, whichever comes first. */
export const iterationLineStyles = css`
  .section > .tile.line {
    border-radius: 0;
  }

  .section > .tile.line:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }

  .section > .tile.line > .tile-cell {
    display: grid;
    grid-template: 'picture prompt marks retry facts actions' minmax(0, 1fr) / 56px minmax(0, 1fr) auto auto auto auto;
    align-items: center;
    column-gap: 16px;
    padding-inline: 8px;
    background: none;
    transition: background-color var(--_fast) var(--_ease);
  }

  .section > .tile.line:is(:hover, :focus-within) > .tile-cell {
    background-color: color-mix(in srgb, var(--_text) 4%, transparent);
  }

  /* A hairline below each, instead of one around a picture. */
  .section > .tile.line > .tile-cell::after {
    inset: auto 0 0;
    block-size: 1px;
    background: var(--_line);
    box-shadow: none;
  }

  .section > .tile.line :is(.thumb, .line-sign, .tile-play) {
    grid-area: picture;
    inline-size: 56px;
    block-size: 56px;
    border-radius: min(6px, var(--_radius));
  }

  .section > .tile.line .line-sign {
    display: grid;
    place-items: center;
    overflow: hidden;
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
  }

  .section > .tile.line .line-sign.failed {
    color: var(--_danger);
  }

  .section > .tile.line .tile-preview {
    filter: blur(4px);
  }

  /* The whole picture is the button. */
  .section > .tile.line .tile-play {
    position: static;
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    padding: 0;
    border: 0;
    background-color: rgb(0 0 0 / 48%);
    background-clip: border-box;
    z-index: 1;
  }

  .section > .tile.line .tile-play:hover {
    background-color: rgb(0 0 0 / 64%);
  }

  .section > .tile.line .thumb.sound + .tile-play {
    background-color: transparent;
    color: color-mix(in srgb, var(--_accent) 70%, var(--_text));
  }

  .section > .tile.line .tile-play::after {
    display: none;
  }

  .section > .tile.line[data-sound] .tile-play,
  .section > .tile.line[data-sound] .thumb.sound + .tile-play {
    background-color: var(--_accent);
    color: var(--_accent-text);
  }

  .section > .tile.line[data-sound] .tile-play::after {
    display: block;
  }

  .section > .tile.line :is(.thumb.sound > *, .tile-sound) {
    display: none;
  }

  /* Why something does not play stands beside its picture. */
  .section > .tile.line .thumb:has(.tile-note) {
    overflow: visible;
    z-index: 1;
  }

  .section > .tile.line .thumb > .tile-note {
    display: block;
    inset-block-start: 18px;
    inset-inline-start: 68px;
    max-inline-size: 60cqi;
    inline-size: max-content;
  }

  .section > .tile.line .tile-check {
    inset-block-start: 9px;
    inset-inline-start: 9px;
  }

  .section > .tile.line.selected > .tile-cell {
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    border-radius: 0;
    background-color: color-mix(in srgb, var(--_accent) 14%, transparent);
  }

  .section > .tile.line.selected::before {
    display: none;
  }

  .line-prompt {
    grid-area: prompt;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: var(--_size-m);
    line-height: 1.43;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: isolate;
  }

  .line-retry {
    grid-area: retry;
  }

  .line-facts {
    grid-area: facts;
    display: grid;
    grid-template-columns: 6.5em 8em 10em 6.5em;
    align-items: center;
    gap: 0 1em;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
    line-height: 1.34;
    white-space: nowrap;
  }

  .line-facts > *,
  .line-state > * {
    min-inline-size: 0;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
  }

  .line-kind {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .line-kind .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .line-facts > .line-time {
    text-align: end;
  }

  .line-state {
    grid-column: span 2;
    display: grid;
    gap: 4px 8px;
  }

  /* Why something failed says more than what it was to be made with. */
  .line-state:has(> .line-reason) {
    grid-column: span 3;
  }

  .line-state:has(> .line-reason) + .line-model {
    display: none;
  }

  .line-said {
    color: var(--_text);
    font-weight: 500;
  }

  .line-actions {
    grid-area: actions;
    display: flex;
    justify-content: end;
    align-items: center;
    gap: 4px;
    min-inline-size: 32px;
  }

  .section > .tile.line .tile-button {
    position: static;
    inline-size: 32px;
    block-size: 32px;
    border-radius: var(--_radius-control);
    background-color: transparent;
    color: var(--_text-quiet);
  }

  .section > .tile.line .tile-button:is(:hover, [aria-expanded='true']) {
    background-color: var(--_hover);
    color: var(--_text);
  }

  .scroller[data-layout='list'] .skeleton {
    border-radius: 0;
    background: linear-gradient(var(--_hover), var(--_hover)) 8px 50% / 56px 56px no-repeat;
    border-block-end: 1px solid var(--_line);
  }

  .scroller[data-layout='list'] .skeleton:dir(rtl) {
    background-position-x: right 8px;
  }

  .scroller[data-layout='list'] .skeleton::before {
    inset: 26px auto auto 80px;
    inline-size: 40%;
    block-size: 20px;
    border-radius: 4px;
  }

  @container (max-width: 899px) {
    .section > .tile.line > .tile-cell {
      grid-template:
        'picture prompt prompt retry actions' auto
        'picture facts marks retry actions' auto / 68px minmax(0, 1fr) auto auto auto;
      align-content: center;
      column-gap: 0;
      padding-inline: 4px 0;
    }

    .line-actions {
      margin-inline-start: 4px;
    }

    .line-prompt {
      align-self: end;
    }

    .line-facts {
      align-self: start;
      display: flex;
      gap: 0;
    }

    .line-facts > :not(:first-child, :empty)::before {
      content: '\\00b7';
      margin-inline: 6px;
    }

    .line-facts > .line-kind + ::before {
      content: '';
      margin-inline: 3px;
    }

    .line-facts > * {
      flex: none;
    }

    /* What is least missed gives way first. */
    .line-facts > .line-model {
      flex: 0 99 auto;
    }

    .line-kind > span {
      display: none;
    }

    .line-facts > .line-state {
      display: flex;
      flex: 0 1 auto;
      align-items: center;
    }

    .line-state > .line-said {
      flex: none;
    }

    /* Why something failed is not cut: it has two lines, what it was to be one. */
    .line-facts > .line-state:has(> .line-reason) {
      align-items: baseline;
    }

    .line-state > .line-reason {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      white-space: normal;
    }

    .section > .tile.line:has(.line-reason) .line-prompt {
      -webkit-line-clamp: 1;
    }

    .line-state > .progress {
      flex: none;
      inline-size: 64px;
    }

    .section > .tile.line .line-retry {
      min-inline-size: var(--_control);
      padding: 0;
      border-color: transparent;
      background-color: transparent;
      color: var(--_text-quiet);
    }

    .line-retry > span {
      display: none;
    }
  }

  @container (max-width: 599px) {
    .line-state:has(> .line-reason) ~ .line-time {
      display: none;
    }
  }

  @media (pointer: coarse) {
    .line-actions {
      min-inline-size: 44px;
    }

    .section > .tile.line .tile-button {
      inline-size: 44px;
      block-size: 44px;
      border: 0;
    }
  }

  @media (hover: none) {
    .section > .tile.line .tile-button[data-tile-action='menu'] {
      background-color: transparent;
    }
  }

  @media (forced-colors: active) {
    .section > .tile.line > .tile-cell {
      border: 0;
    }

    .section > .tile.line :is(.line-sign, .tile-play) {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }

    .section > .tile.line .tile-play {
      background-color: transparent;
    }

    /* Seen on any picture. */
    .section > .tile.line .tile-play .icon-shape {
      inline-size: 28px;
      block-size: 28px;
      padding: 6px;
      border-radius: 999px;
      background: ButtonFace;
    }

    .section > .tile.line:is(:hover, :focus-within) > .tile-cell {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }

    .scroller[data-layout='list'] .skeleton {
      outline: none;
    }
  }
`;
