import { css } from 'lit';

/** The place of something that is still to come: class `skeleton`. */
export const skeletonStyles = css`
  .skeleton {
    overflow: hidden;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 5%, var(--_surface));
  }

  :where(.skeleton) {
    position: relative;
  }

  .skeleton::before {
    content: '';
    position: absolute;
    inset: 0;
    background: color-mix(in srgb, var(--_text) 5%, transparent);
    /* What comes soon is never seen to breathe: it would cost a style of every frame. */
    animation: _breathe 1.6s 0.5s ease-in-out infinite alternate;
  }

  @keyframes _breathe {
    to {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton::before {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .skeleton {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
