import { css } from 'lit';
import { tokens } from './tokens.js';

/**
 * What every element starts from. `!important` inside a shadow tree wins over the page's, so that a reset like
 * `* { all: unset !important }` cannot collapse the element, and no text property leaks in but what is inherited by
 * design: family, size, direction, language, colour scheme and tokens. Border, margin, size and position stay the host's.
 */
const base = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    min-inline-size: 0;
    padding: 0 !important;
    flex: 1 1 auto;
    container-type: inline-size !important;

    font-family: var(--imagination-font-family, inherit);
    /* A size that nobody can read (below 10 px) is an accident of the page and counts as 16 px. */
    font-size: var(--imagination-font-size, calc(1em + clamp(0px, (10px - 1em) * 9999, 16px - 1em)));
    font-style: normal !important;
    font-variant: normal !important;
    font-weight: 400 !important;
    font-stretch: normal !important;
    font-feature-settings: normal !important;
    font-variation-settings: normal !important;
    line-height: 1.43 !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    color: var(--_text) !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-stroke: 0 !important;
    text-align: start !important;
    text-align-last: auto !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    text-wrap: wrap !important;
    text-emphasis: none !important;
    text-orientation: mixed !important;
    white-space: normal !important;
    word-break: normal !important;
    overflow-wrap: break-word !important;
    hyphens: manual !important;
    tab-size: 8 !important;
    writing-mode: horizontal-tb !important;
    list-style: none !important;
    quotes: auto !important;
    border-collapse: separate !important;
    border-spacing: 0 !important;
    caret-color: auto !important;
    accent-color: var(--_accent) !important;
    cursor: auto !important;
    fill: currentcolor !important;
    stroke: none !important;
    image-rendering: auto !important;
    -webkit-user-select: text !important;
    user-select: text !important;
    pointer-events: auto !important;
    visibility: visible !important;
    -webkit-tap-highlight-color: transparent !important;
    -webkit-text-size-adjust: 100% !important;
    text-size-adjust: 100% !important;
    color-adjust: economy !important;
  }

  :host([hidden]) {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  .icon-shape {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
    padding: 0;
  }

  /* Two tones: the ring, and a halo in its 2 px offset, so that it shows on any picture. */
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-halo);
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation-duration: 0s !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0s !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** Tokens and the reset; first in every element's `static styles`. */
export const baseStyles = [tokens, base];
