import { css } from 'lit';

/** The controls of film and sound. */
export const playerStyles = css`
  .controls {
    --_button: 40px;

    display: grid;
    grid-template: 'now position total' 36px 'buttons buttons buttons' auto / auto minmax(0, 1fr) auto;
    align-items: center;
    align-self: start;
    justify-self: stretch;
    gap: 4px 12px;
    box-sizing: border-box;
    min-inline-size: 0;
    padding-block-start: 8px;
  }

  .sound-player > .controls {
    grid-template: 'position position' var(--_wave) 'now total' 28px 'buttons buttons' auto / 1fr auto;
    gap: 4px;
    padding: 0;
  }

  .time {
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-variant-numeric: tabular-nums;
  }

  .now {
    grid-area: now;
  }

  .total {
    grid-area: total;
  }

  .position {
    grid-area: position;
  }

  .sound-player > .controls > .position {
    align-self: stretch;
  }

  .slider {
    position: relative;
    border-radius: var(--_radius-control);
    cursor: pointer;
    touch-action: none;
  }

  .slider[aria-disabled='true'] {
    cursor: default;
  }

  .slider:focus-visible {
    outline-offset: 4px;
    box-shadow: none;
  }

  .film-player .position,
  .loudness {
    block-size: 36px;
  }

  .rail,
  .rail::before,
  .rail::after {
    position: absolute;
    inset-block-start: calc(50% - 2px);
    inset-inline-start: 0;
    block-size: 4px;
    border-radius: 2px;
  }

  .rail {
    inline-size: 100%;
    background: var(--_line-strong);
  }

  .rail::before {
    inset-block-start: 0;
    inline-size: calc(var(--_share, 0) * 100%);
    background: var(--_accent);
    content: '';
  }

  .rail::after {
    inset-block-start: -5px;
    inset-inline-start: calc(var(--_share, 0) * 100% - 7px);
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_text);
    content: '';
  }

  .slider[aria-disabled='true'] > .rail::after {
    display: none;
  }

  .wave {
    position: absolute;
    inset: 0;
  }

  .wave-played {
    clip-path: inset(-20% calc(100% - var(--_share, 0) * 100%) -20% 0);
  }

  .buttons {
    display: flex;
    grid-area: buttons;
    align-items: center;
    gap: 2px;
    min-inline-size: 0;
  }

  .buttons .btn.icon {
    inline-size: var(--_button);
    min-block-size: var(--_button);
  }

  .buttons .btn.icon[aria-pressed='true']:not(.mute, .fill) {
    background: var(--_press);
    color: var(--_accent);
  }

  .buttons .btn.play {
    margin-inline-end: 8px;
    border-radius: 50%;
    background: var(--_text);
    color: var(--_surround);
  }

  .buttons .btn.play:hover {
    color: var(--_surround);
  }

  .speed {
    min-block-size: 36px;
    margin-inline: 6px auto;
    border-color: transparent;
    background: transparent;
    font-variant-numeric: tabular-nums;
  }

  .speed:hover {
    background: var(--_hover);
  }

  .speed option {
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .loudness {
    inline-size: 80px;
    margin-inline: 4px 12px;
  }

  .sound-player .loudness {
    margin-inline-end: 7px;
  }

  @media (pointer: coarse) {
    .controls {
      --_button: 44px;
    }

    .speed {
      min-block-size: 44px;
    }
  }

  @container lightbox (inline-size < 600px) {
    .film-player > .controls {
      padding-inline: 12px;
    }

    .buttons {
      gap: 0;
    }

    .buttons .btn.icon {
      flex: 0 1 auto;
      min-inline-size: 36px;
    }

    .buttons .btn.play {
      flex: none;
      margin-inline-end: 0;
    }

    .speed {
      flex: none;
      inline-size: 54px;
      margin-inline-start: 0;
      padding-inline: 2px;
    }

    .loudness,
    .buttons .btn.float {
      display: none;
    }
  }

  .stage:fullscreen {
    background: #000;
  }

  .stage:fullscreen > .frame {
    inset: 0;
  }

  .stage:fullscreen .turn {
    transition: opacity var(--_slow) ease-out;
  }

  .stage:fullscreen .film-player {
    position: absolute;
    inset: 0;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    background: #000;
  }

  .stage:fullscreen .film-player > .box {
    grid-area: 1 / 1 / 3 / 2;
    place-self: stretch;
    inline-size: auto;
    max-block-size: none;
    block-size: auto;
    aspect-ratio: auto;
    border-radius: 0;
    background: none;
  }

  /* What is read along is not to lie under the controls. */
  .stage:fullscreen .film-player:has(.captions[aria-pressed='true']) > .box {
    grid-row-end: 2;
  }

  .stage:fullscreen .film-player > .controls {
    position: relative;
    grid-area: 2 / 1;
    padding: 16px max(24px, env(safe-area-inset-left)) max(16px, env(safe-area-inset-bottom));
    background: rgb(0 0 0 / 72%);
    transition: opacity var(--_slow) ease-out;
  }

  .stage:fullscreen.alone {
    cursor: none;
  }

  .stage:fullscreen.alone :is(.turn, .controls):not(:has(:focus-visible), :focus-visible) {
    opacity: 0;
  }

  @media (forced-colors: active) {
    .rail {
      background: Canvas;
      outline: 1px solid ButtonBorder;
    }

    .rail,
    .rail::before,
    .rail::after {
      forced-color-adjust: none;
    }

    .rail::before {
      background: Highlight;
    }

    .rail::after {
      background: ButtonText;
    }

    .buttons .btn.play {
      border: 1px solid ButtonBorder;
      background: ButtonFace;
      color: ButtonText;
    }

    .buttons .btn.icon[aria-pressed='true']:not(.mute, .fill) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
