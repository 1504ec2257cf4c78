import { css } from 'lit';

/** The checkbox on a picture: that of a tile, `tile-check`, and that of a card, `card-check`. */
export const pictureCheckStyles = css`
  :is(.tile-check, .card-check) {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 6px;
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    padding: 0;
    border: 4px solid transparent;
    border-radius: 999px;
    background: rgb(0 0 0 / 60%) padding-box;
    box-shadow: inset 0 0 0 1.5px #fff;
    color: transparent;
    cursor: pointer;
    opacity: 0;
    transition:
      opacity var(--_fast) var(--_ease),
      background-color var(--_fast) var(--_ease);
  }

  /* A box less for each picture that is not selected. */
  .selected :is(.tile-check, .card-check)::after {
    content: '';
    inline-size: 5px;
    block-size: 10px;
    margin-block-start: -3px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }

  :is(.tile-check, .card-check):focus-visible {
    outline-offset: -2px;
  }

  .selected :is(.tile-check, .card-check) {
    background-color: var(--_accent);
    color: var(--_accent-text);
  }

  @media (pointer: coarse) {
    :is(.tile-check, .card-check) {
      inset-block-start: 0;
      inset-inline-start: 0;
      inline-size: 44px;
      block-size: 44px;
      border-width: 10px;
    }
  }

  @media (forced-colors: active) {
    :is(.tile-check, .card-check) {
      border: 1px solid ButtonBorder;
      background: ButtonFace;
      color: ButtonFace;
    }

    .selected :is(.tile-check, .card-check) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
