import { css } from 'lit';

/** What tiles and their filter show, by class name: `btn` (with `quiet`, `icon`, `small`), `chip`, `count`, `badge`, `progress`, `scrim`. */
export const tileControlStyles = css`
  button,
  input,
  textarea,
  select {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }

  .btn {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: var(--_control);
    padding: 0 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
    color: var(--_text);
    font-size: var(--_size-m);
    font-weight: 500;
    line-height: 1.2;
    white-space: nowrap;
    text-decoration: none;
    cursor: pointer;
    -webkit-user-select: none;
    user-select: none;
    transition:
      background-color var(--_fast) var(--_ease),
      border-color var(--_fast) var(--_ease),
      color var(--_fast) var(--_ease);
  }

  .btn:hover {
    background-image: linear-gradient(var(--_hover), var(--_hover));
  }

  .btn:active,
  .btn[aria-expanded='true'] {
    background-image: linear-gradient(var(--_press), var(--_press));
  }

  .btn.quiet,
  .btn.icon {
    border-color: transparent;
    background-color: transparent;
  }

  .btn.icon {
    flex: none;
    inline-size: var(--_control);
    padding: 0;
    color: var(--_text-quiet);
  }

  .btn.icon:hover,
  .btn.icon[aria-pressed='true'],
  .btn.icon[aria-expanded='true'] {
    color: var(--_text);
  }

  .btn.small {
    --_control: var(--_control-inner);
    padding-inline: 8px;
    font-size: var(--_size-s);
  }

  .btn.small.icon {
    padding: 0;
  }

  :is(.btn.small, .badge, .chip) .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .btn:disabled,
  .btn[aria-disabled='true'] {
    opacity: 0.5;
    background-image: none;
    cursor: default;
  }

  .chip {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 6px;
    min-block-size: var(--_control-inner);
    max-inline-size: 100%;
    padding: 0 10px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: transparent;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-weight: 500;
    white-space: nowrap;
  }

  button.chip {
    cursor: pointer;
  }

  button.chip:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .chip:is([aria-checked='true'], [aria-pressed='true'], [aria-selected='true']) {
    background: var(--_press);
    color: var(--_text);
  }

  .chip.outlined {
    border-color: var(--_line);
    color: var(--_text);
  }

  .count {
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }

  /* 12 px beside 14 px. */
  :is(.btn, .chip) > .count {
    font-size: 0.857em;
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px 6px;
    border-radius: 999px;
    background: var(--_press);
    color: var(--_text);
    font-size: var(--_size-s);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    line-height: 1.5;
    white-space: nowrap;
  }

  .badge.on-picture {
    background: rgb(0 0 0 / 62%);
    color: #fff;
  }

  .progress {
    display: block;
    overflow: hidden;
    block-size: 3px;
    border-radius: 999px;
    background: var(--_press);
  }

  .progress > span {
    display: block;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_accent);
    transform-origin: 0 50%;
    transition: transform var(--_slow) var(--_ease);
  }

  .progress:dir(rtl) > span {
    transform-origin: 100% 50%;
  }

  .progress.indeterminate > span {
    inline-size: 40%;
    /* WebKit would begin one at every step of the animation. */
    transition: none;
    animation: _slide 1.4s ease-in-out infinite alternate;
  }

  @keyframes _slide {
    to {
      transform: translateX(150%);
    }
  }

  /* Keeps white text at 4.5:1 on any picture: where text stands, the gradient is at least 62 % black. */
  .scrim {
    background: linear-gradient(to top, rgb(0 0 0 / 72%), rgb(0 0 0 / 62%) 60%, transparent);
    color: #fff;
  }

  @media (prefers-reduced-motion: reduce) {
    .progress.indeterminate > span {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .btn,
    .chip,
    .progress {
      border: 1px solid ButtonBorder;
    }

    .chip:is([aria-checked='true'], [aria-pressed='true'], [aria-selected='true']) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }

    .chip > .count {
      color: inherit;
    }

    .progress > span {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
