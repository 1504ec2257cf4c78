import { css } from 'lit';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { iterationTileStyles } from '../../ui/iteration-tile.styles.js';
import { kindFilterStyles } from '../../ui/kind-filter.js';
import { stateStyles } from '../../ui/states.js';

export const collectionStyles = [
  ...baseStyles,
  controlStyles,
  stateStyles,
  ...iterationTileStyles,
  kindFilterStyles,
  css`
    :host {
      position: relative;
      block-size: 100%;
      min-block-size: 200px;
      max-block-size: 100dvh;
      background: var(--_surface);
    }

    .root {
      display: flex;
      flex-direction: column;
      block-size: 100%;
      min-block-size: inherit;
      max-block-size: inherit;
    }

    .bar {
      flex: none;
      padding: 6px 12px;
    }

    .root > .offline-line {
      flex: none;
      margin: 4px 12px;
    }

    .scroller {
      position: relative;
      flex: 1 1 auto;
      min-block-size: 0;
      padding: 8px 12px 24px;
      overflow: hidden auto;
      overflow-anchor: none;
      scroll-padding-block: 8px;
      overscroll-behavior: contain;
      scrollbar-gutter: stable;
      contain: content;
    }

    .scroller:focus {
      outline: none;
      box-shadow: none;
    }

    .canvas {
      position: relative;
    }

    .section,
    .section > .tile,
    .section > .skeleton {
      position: absolute;
    }

    .error-line {
      display: flex;
      align-items: center;
      gap: 10px;
      margin-block-start: 12px;
      padding: 10px 14px;
      border-radius: var(--_radius-control);
      background: var(--_surface-sunken);
      font-size: var(--_size-m);
    }

    .error-line > span {
      flex: 1;
      overflow-wrap: anywhere;
    }

    .error-line > .icon-shape {
      color: var(--_danger);
    }

    @container (max-width: 599px) {
      .bar,
      .scroller {
        padding-inline: 8px;
      }
    }
  `,
];
