import { css } from 'lit';
import { thumbnailStyles } from './thumbnail.js';

/** Looks of `iterationTile` and of the box around it. */
export const iterationTileStyles = [
  thumbnailStyles,
  css`
    .tile {
      position: relative;
      border-radius: var(--_radius);
      cursor: pointer;
    }

    .tile-cell {
      position: relative;
      overflow: hidden;
      inline-size: 100%;
      block-size: 100%;
      border-radius: inherit;
      background: var(--_surface-sunken);
      contain: strict;
    }

    .tile-cell::after {
      content: '';
      position: absolute;
      inset: 0;
      border-radius: inherit;
      box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--_text) 8%, transparent);
      pointer-events: none;
    }
  `,
];
