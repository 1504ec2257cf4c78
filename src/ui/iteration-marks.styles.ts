import { css } from 'lit';

/** Looks of `tileMarks` and `lineMarks`. */
export const iterationMarkStyles = css`
  .tile-marks {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    pointer-events: none;
  }

  .tile:is(.small, .tiny) .tile-marks {
    inset-block-end: 4px;
    inset-inline-end: 4px;
    gap: 3px;
    padding-inline: 4px;
  }

  .tile-marks .icon-shape {
    inline-size: 12px;
    block-size: 12px;
  }

  .mark-star {
    display: contents;
    color: #ffd43b;
  }

  .mark-star .icon-shape {
    fill: currentcolor;
  }

  /* A number of its own, not one of stars. */
  .mark-star + .mark-rating {
    padding-inline-start: 6px;
    border-inline-start: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
  }

  .line-marks {
    grid-area: marks;
    display: flex;
    justify-content: end;
    align-items: center;
    gap: 6px;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .line-marks .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .line-marks .mark-star {
    color: light-dark(#b88100, #ffd43b);
  }

  .line-tag {
    max-inline-size: 10em;
    overflow: hidden;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--_hover);
    text-overflow: ellipsis;
  }

  @container (max-width: 899px) {
    .line-marks {
      align-self: start;
      margin-inline-start: 8px;
    }

    /* There is room for one of the two. */
    .line-facts:has(+ .line-marks) > .line-model {
      display: none;
    }

    .line-tag,
    .line-tag + .count {
      display: none;
    }
  }
`;
