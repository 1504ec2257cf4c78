import { css } from 'lit';
import { baseStyles } from '../../theme/base.styles.js';
import { skeletonStyles } from '../../theme/skeleton.styles.js';
import { iterationTileStyles } from '../../ui/iteration-tile.styles.js';

export const collectionStyles = [
  ...baseStyles,
  skeletonStyles,
  ...iterationTileStyles,
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
      /* Its chips come a moment later. */
      min-block-size: calc(var(--_control-inner) + 12px);
      padding: 6px 16px;
    }

    .scroller {
      position: relative;
      flex: 1 1 auto;
      min-block-size: 0;
      padding: 8px 16px 24px;
      overflow: hidden auto;
      overflow-anchor: none;
      overscroll-behavior: contain;
      /* Rows get lower as they get narrower: a bar that takes room only while it is needed would come and go for ever. */
      scrollbar-gutter: stable;
      contain: content;
    }

    .scroller[data-bare] {
      overflow-y: hidden;
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

    @container (max-width: 599px) {
      .bar,
      .scroller {
        padding-inline: 12px;
      }
    }
  `,
];
