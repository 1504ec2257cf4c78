import { css } from 'lit';

/** The chip with the place, and the filmstrip. */
export const walkStyles = css`
  .place.btn {
    flex: 0 1 auto;
    gap: 4px;
    min-inline-size: 0;
    min-block-size: max(36px, var(--_control));
    margin: 0;
    padding: 0 8px;
    font-weight: 400;
  }

  .place.btn > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .place.btn > .icon-shape {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
  }

  .along {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    margin-inline-start: 8px;
    overflow: hidden;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .along > .icon-shape {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
  }

  /* The turn buttons say it there. */
  @container lightbox (inline-size < 820px) {
    .along {
      display: none;
    }
  }

  .across {
    display: flex;
    flex: none;
  }

  .across > .up > .icon-shape {
    transform: scaleY(-1);
  }

  .film-strip {
    display: flex;
    block-size: 100%;
    padding: 4px 12px 0;
    overflow: auto hidden;
    overscroll-behavior: contain;
    outline: none;
    scrollbar-width: none;
  }

  .cells {
    position: relative;
    flex: none;
    block-size: 56px;
    margin-inline: auto;
  }

  .cells.held {
    will-change: transform;
  }

  .cell {
    position: absolute;
    block-size: 56px;
    box-sizing: border-box;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 6px;
    background: var(--_surface-raised);
    color: var(--_text-quiet);
    cursor: pointer;
    opacity: 0.62;
  }

  .cell:is(:hover, :focus-visible, [aria-selected='true']) {
    opacity: 1;
  }

  .cell[aria-selected='true'] {
    box-shadow:
      0 0 0 2px var(--_surround),
      0 0 0 4px var(--_text);
  }

  .cell:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .cell .thumb.sound .icon-shape {
    inline-size: 18px;
    block-size: 18px;
  }

  .cell-sign {
    display: grid;
    place-items: center;
    block-size: 100%;
  }

  .cell-sign .icon-shape {
    inline-size: 18px;
    block-size: 18px;
  }

  .cell-sign.failed {
    color: var(--_danger);
  }

  .cell-preview {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    filter: blur(3px);
  }

  .cell .progress {
    position: absolute;
    inset: auto 6px 6px;
  }

  .cell-kind,
  .cell-marks {
    position: absolute;
    inset-block-end: 3px;
    display: flex;
    gap: 2px;
    padding: 2px;
    border-radius: 4px;
    background: rgb(11 11 13 / 72%);
    color: #fff;
  }

  .cell-kind {
    inset-inline-start: 3px;
  }

  .cell-marks {
    inset-inline-end: 3px;
  }

  .cell:not(.succeeded) > .cell-marks {
    inset-block: 3px auto;
  }

  :is(.cell-kind, .cell-marks) .icon-shape {
    display: block;
    inline-size: 10px;
    block-size: 10px;
  }

  .cell-star {
    color: #ffd43b;
  }

  .cell-star .icon-shape {
    fill: currentcolor;
  }

  /* Never on the pictures of the strip. */
  .with-strip ~ .toasts {
    inset-block-end: 88px;
  }

  @container lightbox (inline-size < 600px) {
    .across {
      display: none;
    }

    /* In two lines where one has no room. */
    .place.btn > span {
      display: -webkit-box;
      line-height: 1.25;
      text-align: start;
      white-space: normal;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    .with-strip ~ .toasts {
      inset-block-end: 140px;
    }
  }

  @media (forced-colors: active) {
    .cell {
      border: 1px solid ButtonBorder;
    }

    .cell[aria-selected='true'] {
      outline: 3px solid Highlight;
      outline-offset: 1px;
    }
  }
`;
