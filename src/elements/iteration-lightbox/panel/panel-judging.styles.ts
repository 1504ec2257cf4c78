import { css } from 'lit';

export const panelJudgingStyles = css`
  .verdict {
    display: grid;
    gap: 14px;
  }

  .verdict-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-inline: -8px;
  }

  .verdict-flags {
    display: flex;
  }

  .verdict [data-verdict][aria-pressed='true'] {
    background-color: var(--_press);
  }

  .verdict [data-verdict='star'][aria-pressed='true'] {
    color: #ffd43b;
  }

  .verdict [data-verdict='star'][aria-pressed='true'] .icon-shape {
    fill: currentcolor;
  }

  .verdict [data-verdict='pick'][aria-pressed='true'] {
    color: #69db7c;
  }

  .verdict [data-verdict='reject'][aria-pressed='true'] {
    color: #ff8787;
  }

  .rating {
    display: flex;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .rating-step {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: max(32px, var(--_control));
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }

  .rating-sign {
    display: grid;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    border-radius: 999px;
  }

  .rating-step:not(:last-child) > .rating-sign {
    box-shadow: inset 0 0 0 1px var(--_line-strong);
  }

  .rating-step:hover > .rating-sign {
    background: var(--_hover);
    color: var(--_text);
  }

  .rating-step.on > .rating-sign {
    background: var(--_text);
    box-shadow: none;
    color: var(--_surface);
  }

  .rating-step input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .rating-step:has(:focus-visible) > .rating-sign {
    outline: 2px solid var(--_focus, currentcolor);
    outline-offset: 1px;
  }

  .rating-step:last-child .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .rating:not(.rated) .rating-step:last-child:not(:focus-within) {
    visibility: hidden;
  }

  .panel .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block: 8px;
  }

  .panel .tags:empty {
    display: none;
  }

  .tag {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: 28px;
    padding-inline-start: 10px;
    border-radius: 999px;
    background: var(--_press);
    font-size: var(--_size-s);
    font-weight: 500;
  }

  .tag bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .tag button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: none;
    color: var(--_text-quiet);
    cursor: pointer;
  }

  .tag button:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .tag .icon-shape {
    inline-size: 12px;
    block-size: 12px;
  }

  .tag-form {
    display: flex;
    gap: 4px;
    margin-block-start: 6px;
  }

  .tag-form .input {
    flex: 1;
    min-inline-size: 0;
  }

  .note-field textarea {
    display: block;
    inline-size: 100%;
    margin-block-start: 6px;
    padding: 8px 10px;
    resize: vertical;
    line-height: calc(20 / 14);
    field-sizing: content;
    min-block-size: 60px;
    max-block-size: 240px;
  }

  .note-kept {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    margin: 6px 0 0;
    color: var(--_danger);
    font-size: var(--_size-s);
  }

  @media (pointer: coarse) {
    .rating-step {
      inline-size: 34px;
      block-size: 44px;
    }

    .tag,
    .tag button {
      min-block-size: 36px;
      min-inline-size: 36px;
    }
  }

  @media (forced-colors: active) {
    .verdict [data-verdict][aria-pressed='true'],
    .rating-step.on > .rating-sign {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
