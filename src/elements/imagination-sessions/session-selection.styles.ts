import { css } from 'lit';

/** When the checkbox on cards shows, and how one looks that is selected; beside `pictureCheckStyles`. */
export const sessionSelectionStyles = css`
  .card-check {
    z-index: 3;
  }

  .card:is(:hover, :focus-within, .selected) .card-check {
    opacity: 1;
  }

  .card.selected {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface-raised));
  }

  .card.selected .mosaic {
    opacity: 0.85;
  }

  /* Beside the checkbox. */
  .card:has(.card-check):is(:hover, :focus-within, .selected) .badge.active {
    inset-inline-start: 42px;
  }

  .cards {
    -webkit-touch-callout: none;
    -webkit-user-select: none;
    user-select: none;
  }

  .sheet-place {
    display: contents;
  }

  .title-field {
    -webkit-user-select: text;
    user-select: text;
  }

  /* The last row is never covered. */
  .scroller:has(~ .batch) {
    padding-block-end: 80px;
    scroll-padding-block-end: 80px;
  }

  /* Under a finger that rests, selecting begins; until then nothing stands on the pictures. */
  @media (hover: none) {
    .card:is(:hover, :focus-within):not(.selected) .card-check {
      opacity: 0;
      pointer-events: none;
    }

    .scroller:has(~ .batch) .card .card-check {
      opacity: 1;
      pointer-events: auto;
    }

    .scroller:has(~ .batch) .badge.active {
      inset-inline-start: 42px;
    }
  }

  @media (forced-colors: active) {
    .card.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
