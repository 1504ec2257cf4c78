import { css } from 'lit';

/** The dialog itself, its bar and the ways through the session. */
export const shellStyles = css`
  :host {
    display: contents !important;
    container-type: normal !important;
  }

  /* Dark in both themes: a picture is judged on a quiet surround. What a host sets for its own surfaces stays outside. */
  .shell {
    --_surround: var(--imagination-lightbox-surround, #0b0b0d);

    position: fixed;
    inset: 0;
    inline-size: 100%;
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    outline: none;
    background: var(--_surround);
    color: var(--_text);
    color-scheme: dark;
    container: lightbox / size;
    overscroll-behavior: contain;
    opacity: 0;
    transform: scale(0.985);
    transition:
      opacity var(--_slow) ease-out,
      transform var(--_slow) ease-out;
  }

  @media not (forced-colors: active) {
    .shell {
      --_surface: #141417;
      --_surface-raised: #1d1d21;
      --_surface-sunken: #101013;
      --_text: #ededf0;
      --_text-quiet: #a1a1ad;
      --_line: #2b2b31;
      --_line-strong: #72727d;
      --_accent: var(--imagination-lightbox-accent, #9db0ff);
      --_accent-text: #10121f;
      --_danger: #ff8f89;
      --_focus: var(--_accent);
      --_focus-halo: #0b0b0d;
    }
  }

  .shell[open] {
    opacity: 1;
    transform: none;
  }

  .shell:not([open]) {
    pointer-events: none;
  }

  .shell::backdrop {
    background: transparent;
  }

  @starting-style {
    .shell[open] {
      opacity: 0;
      transform: scale(0.985);
    }
  }

  /* From a tile, or to one, the picture goes its way while all else fades. */
  .shell.from-tile {
    opacity: 1;
    transform: none;
    transition: background-color var(--_slow) ease-out;
  }

  .shell.moves .stage {
    z-index: 1;
    overflow: visible;
  }

  .shell.from-tile :is(.bar, .turn, .panel) {
    transition: opacity var(--_slow) ease-out;
  }

  .shell.from-tile:not([open]) {
    background-color: transparent;
  }

  .shell.from-tile:not([open]) :is(.bar, .turn, .panel) {
    opacity: 0;
  }

  @starting-style {
    .shell.from-tile[open] {
      opacity: 1;
      transform: none;
      background-color: transparent;
    }

    .shell.from-tile[open] :is(.bar, .turn, .panel) {
      opacity: 0;
    }
  }

  /* Where the top layer can be left late, it is closed at once and seen to go. */
  @supports (overlay: auto) {
    .shell {
      transition:
        opacity var(--_slow) ease-out,
        transform var(--_slow) ease-out,
        overlay var(--_slow) allow-discrete,
        display var(--_slow) allow-discrete;
    }

    .shell.from-tile {
      transition:
        background-color var(--_slow) ease-out,
        overlay var(--_slow) allow-discrete,
        display var(--_slow) allow-discrete;
    }
  }

  :host([inline]) {
    position: relative;
    display: block !important;
    min-block-size: 320px;
    block-size: 100%;
  }

  :host([inline]) .shell {
    position: absolute;
    transition: none;
  }

  .layout {
    display: grid;
    grid-template: 'bar panel' auto 'stage panel' minmax(0, 1fr) 'strip panel' auto / minmax(0, 1fr) auto;
    block-size: 100%;
  }

  .bar {
    grid-area: bar;
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: calc(max(36px, var(--_control)) + 16px);
    padding: 8px 12px;
  }

  .bar .btn.icon {
    inline-size: max(36px, var(--_control));
    min-block-size: max(36px, var(--_control));
  }

  .bar .btn.text {
    min-block-size: max(36px, var(--_control));
    border-color: transparent;
    background-color: transparent;
  }

  .ways {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    min-inline-size: 0;
  }

  .place {
    margin: 0 8px;
    overflow: hidden;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .actions {
    display: flex;
    gap: 2px;
    margin-inline-start: auto;
  }

  .wide,
  .bar .overflow {
    display: none;
  }

  .wide > .icon-shape {
    inline-size: 14px;
    block-size: 14px;
    vertical-align: -2px;
  }

  /* Its room is there before it is. */
  .strip {
    grid-area: strip;
    min-inline-size: 0;
    block-size: 72px;
  }

  .panel {
    grid-area: panel;
    inline-size: 340px;
    min-block-size: 0;
    border-inline-start: 1px solid var(--_line);
    background: var(--_surface);
  }

  .turn {
    position: absolute;
    inset-block-start: calc(50% - 22px);
    z-index: 1;
    inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: rgb(20 20 23 / 62%);
    color: #fff;
  }

  .turn.previous {
    inset-inline-start: 12px;
  }

  .turn.next {
    inset-inline-end: 12px;
  }

  .turn[aria-disabled='true'] {
    opacity: 0.25;
  }

  .turn:dir(rtl) .icon-shape {
    transform: scaleX(-1);
  }

  @container lightbox (inline-size >= 1100px) {
    .wide {
      display: inline;
    }

    .bar .btn.text.icon {
      inline-size: auto;
      padding-inline: 12px;
    }
  }

  @container lightbox (inline-size < 600px) {
    .layout {
      grid-template: 'bar' auto 'stage' minmax(0, 1fr) 'strip' auto 'panel' auto / minmax(0, 1fr);
    }

    .with-panel > .strip {
      display: none;
    }

    .bar {
      min-block-size: calc(max(36px, var(--_control)) + 8px);
      padding: 4px;
    }

    .bar .overflow {
      display: inline-flex;
    }

    .actions > .btn:nth-of-type(n + 3):not(.overflow, .info) {
      display: none;
    }

    .place {
      padding: 0 4px;
      margin: 0 4px;
      font-size: var(--_size-s);
    }

    /* In reach of the thumb, and never on what is looked at. */
    .turn {
      inset-block: auto 8px;
    }
  }

  @container lightbox (block-size < 480px) {
    .strip {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .shell {
      background: Canvas;
    }

    .turn {
      border: 1px solid ButtonBorder;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
