import { css } from 'lit';

/** When the checkbox on tiles shows, and how one looks that is selected; beside `pictureCheckStyles`. */
export const tileSelectionStyles = css`
  .tile:is(:hover, :focus-visible, :focus-within, .selected) .tile-check {
    opacity: 1;
  }

  .tile.selected::before {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid var(--_accent);
    border-radius: inherit;
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
    pointer-events: none;
  }

  .tile.selected .tile-cell {
    inline-size: calc(100% - 12px);
    block-size: calc(100% - 12px);
    margin: 6px;
    border-radius: calc(var(--_radius) - 3px);
  }

  /* Under a finger that rests, selecting begins; until then nothing stands on the pictures. */
  @media (hover: none) {
    .tile:is(:hover, :focus-visible, :focus-within):not(.selected) .tile-check {
      opacity: 0;
      pointer-events: none;
    }

    .root:has(> .batch) .tile .tile-check {
      opacity: 1;
      pointer-events: auto;
    }

    .root:has(> .batch) .tile-button[data-tile-action='menu'] {
      display: none;
    }
  }

  .tile {
    -webkit-touch-callout: none;
  }

  .scroller {
    -webkit-user-select: none;
    user-select: none;
  }

  .marquee {
    position: absolute;
    z-index: 2;
    border: 1px solid var(--_accent);
    border-radius: 2px;
    background: color-mix(in srgb, var(--_accent) 16%, transparent);
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .tile.selected::before {
      border-color: Highlight;
      background: none;
    }
  }
`;
