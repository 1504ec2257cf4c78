import { css } from 'lit';

/** The bar below the tiles. */
export const batchBarStyles = css`
  .batch {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 16px;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: 4px;
    inline-size: fit-content;
    max-inline-size: calc(100% - 24px);
    margin-inline: auto;
    padding: 6px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    animation: _batch var(--_slow) var(--_ease);
  }

  .batch-count {
    overflow: hidden;
    padding-inline: 12px 8px;
    font-size: var(--_size-m);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .batch .btn {
    flex: none;
    border-radius: 999px;
  }

  .batch .btn[aria-pressed='true'] .icon-shape {
    fill: currentcolor;
  }

  .batch .btn[aria-pressed='mixed'] .icon-shape {
    fill: color-mix(in srgb, currentcolor 35%, transparent);
  }

  /* As wide as everything in it would like to be. */
  .batch.measured > * {
    flex: none;
  }

  /* The last row is never covered. */
  .root:has(> .batch) > .scroller {
    padding-block-end: 80px;
    scroll-padding-block-end: 80px;
  }

  @keyframes _batch {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @container (max-width: 599px) {
    .batch {
      inset-block-end: 0;
      inline-size: auto;
      max-inline-size: none;
      padding: 8px 12px;
      border-width: 1px 0 0;
      border-radius: 0;
    }

    .batch-count {
      flex: 1;
      padding-inline: 4px;
    }

    .batch-label {
      display: none;
    }

    .batch .btn .icon-shape {
      inline-size: 18px;
      block-size: 18px;
    }

    .batch .btn {
      min-inline-size: max(36px, var(--_control-inner));
      min-block-size: max(36px, var(--_control-inner));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .batch {
      animation: none;
    }
  }
`;
