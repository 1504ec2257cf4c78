import { css } from 'lit';

export const iterationTimelineStyles = css`
  .scroller {
    padding-block-start: 0;
    /* Room for the rail, also before it is there: nothing moves when it comes. */
    padding-inline-end: 48px;
    scroll-padding-block-start: 52px;
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

  .heading .count {
    margin-inline-start: 8px;
    font-size: var(--_size-m);
  }
`;
