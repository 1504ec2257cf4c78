import { css } from 'lit';

/** Looks of what plays on a tile. */
export const tilePlayerStyles = css`
  .tile-film {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    pointer-events: none;
  }

  .tile-film:not([data-state='shown']) {
    opacity: 0;
  }

  video.tile-film {
    transition: opacity var(--_fast) var(--_ease);
  }

  /* Below the checkbox and the menu's button, which show where a pointer is. */
  .tile-note {
    position: absolute;
    inset-block-start: 42px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
    border-radius: 8px;
    white-space: normal;
  }

  .tile-sound {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    place-items: center;
    padding: 12%;
    padding-block-end: max(12%, 44px);
    direction: ltr;
    background: rgb(0 0 0 / 62%);
    color: #fff;
    pointer-events: none;
  }

  .thumb.sound > .tile-sound {
    background: none;
    color: inherit;
  }

  /* Drawn again, to be seen through less. */
  .thumb.sound:has(.tile-sound) > :is(.waveform, .icon-shape) {
    visibility: hidden;
  }

  .sound-wave {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    inline-size: 100%;
    block-size: 100%;
    max-block-size: 96px;
    pointer-events: auto;
    touch-action: pan-y;
    cursor: col-resize;
  }

  .sound-wave > * {
    grid-area: 1 / 1;
    min-block-size: 0;
  }

  .sound-wave > .waveform path {
    opacity: 0.42;
  }

  .tile-sound .played {
    stroke: currentcolor;
  }

  .thumb.sound > .tile-sound .played {
    stroke: var(--_accent);
  }

  .tile[data-sound] .tile-scrim {
    display: none;
  }

  .tile[data-sound] .tile-play {
    background-color: var(--_accent);
    color: var(--_accent-text);
  }

  @media (forced-colors: active) {
    .tile-sound {
      background: Canvas;
      color: CanvasText;
    }

    .tile-sound .played {
      stroke: Highlight;
    }

    .tile[data-sound] .tile-play {
      background-color: Highlight;
      color: HighlightText;
    }
  }
`;
