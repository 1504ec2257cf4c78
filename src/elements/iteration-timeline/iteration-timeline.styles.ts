import { css } from 'lit';

export const iterationTimelineStyles = css`
  .scroller {
    padding-block-start: 0;
    /* Room for the rail, also before it is there: nothing moves when it comes. */
    padding-inline-end: 48px;
    scroll-padding-block-start: 36px;
  }

  @container (max-width: 599px) {
    .scroller {
      padding-inline-end: 12px;
    }
  }

  .heading {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    block-size: 44px;
    background: color-mix(in srgb, var(--_surface) 94%, transparent);
    font-size: var(--_size-m);
    font-weight: 600;
  }

  .heading > .title {
    display: flex;
    min-inline-size: 0;
  }

  .fold {
    display: flex;
    align-items: center;
    min-inline-size: 0;
    block-size: 36px;
    /* Its words stand above the tiles, its chevron in what it is larger. */
    margin-inline-start: -6px;
    padding-block: 0;
    padding-inline: 6px 10px;
    border: none;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    border-radius: var(--_radius-control);
    cursor: pointer;
  }

  .fold:hover {
    background: var(--_hover);
  }

  .fold > .icon-shape {
    flex: none;
    margin-inline-end: 6px;
    color: var(--_text-quiet);
    transition: rotate var(--_fast) var(--_ease);
  }

  .fold[aria-expanded='false'] > .icon-shape {
    rotate: -90deg;
  }

  [dir='rtl'] .fold[aria-expanded='false'] > .icon-shape {
    rotate: 90deg;
  }

  .fold > .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .fold > .count {
    flex: none;
    margin-inline-start: 8px;
    font-size: var(--_size-m);
  }

  .choose {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 8px solid transparent;
    border-radius: 999px;
    background: none padding-box;
    box-shadow: none;
    color: transparent;
    cursor: pointer;
    opacity: 0;
  }

  .choose::before {
    content: '';
    grid-area: 1 / 1;
    inline-size: 20px;
    block-size: 20px;
    box-sizing: border-box;
    border: 1.5px solid var(--_text-quiet);
    border-radius: 999px;
  }

  .choose:not([aria-checked='false'])::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .choose::after {
    grid-area: 1 / 1;
    border: solid var(--_accent-text);
  }

  .choose[aria-checked='true']::after {
    content: '';
    inline-size: 5px;
    block-size: 10px;
    margin-block-start: -3px;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }

  .choose[aria-checked='mixed']::after {
    content: '';
    inline-size: 8px;
    border-width: 1px 0;
  }

  .heading:is(:hover, :focus-within) .choose,
  .choose:not([aria-checked='false']),
  .root:has(> .batch) .choose {
    opacity: 1;
  }

  @media (forced-colors: active) {
    .choose:not([aria-checked='false'])::before {
      background: Highlight;
    }
  }
`;
