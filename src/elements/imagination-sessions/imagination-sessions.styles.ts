import { css } from 'lit';

export const sessionsStyles = css`
  /* From the start: what is measured against it must not move when more styles come. */
  :host {
    position: relative;
    block-size: 100%;
  }

  .scroller {
    block-size: 100%;
    overflow: auto;
    overscroll-behavior: contain;
    overflow-anchor: none;
    padding: 4px 16px 16px;
    outline: none;
    scrollbar-width: thin;
  }

  .scroller:focus-visible {
    box-shadow: inset 0 0 0 2px var(--_focus);
  }

  .scroller > .offline-line {
    margin-block-end: 12px;
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 232px), 1fr));
    gap: 16px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .canvas {
    position: relative;
  }

  .canvas > * {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
  }

  .probe {
    visibility: hidden;
    pointer-events: none;
  }

  /* They only tell that the end of what is drawn comes near: what is below them can be pressed. */
  .before,
  .after {
    pointer-events: none;
  }

  .after {
    inset-block-end: 0;
  }

  /* Out of view, but with the focus. */
  .cards > .away {
    position: absolute;
    inset-block-start: var(--_at);
    inset-inline: 0 auto;
    inline-size: 200px;
  }

  .more-line {
    margin: 16px 0 0;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    text-align: center;
  }

  @container (max-width: 599px) {
    .scroller {
      padding: 4px 12px 12px;
    }

    .cards {
      grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
      gap: 12px 8px;
    }
  }
`;
