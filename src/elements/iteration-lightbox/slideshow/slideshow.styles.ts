import { css } from 'lit';

/** Nothing but what is shown. */
export const slideshowStyles = css`
  .stage.showing {
    cursor: none;
  }

  .stage.showing :is(.turn, .zoom, .controls) {
    visibility: hidden;
  }

  .stage:fullscreen {
    background: #000;
  }

  .stage:fullscreen > .frame {
    inset: 0;
  }
`;
