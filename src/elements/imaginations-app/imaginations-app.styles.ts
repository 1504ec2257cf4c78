import { css } from 'lit';

export const appStyles = css`
  :host {
    block-size: 100%;
    min-block-size: min(32rem, 100dvh);
    background: var(--_surface);
  }

  .app {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-inline-size: 0;
    min-block-size: inherit;
    overflow: clip;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-block-size: 48px;
    padding: 8px 16px;
  }

  .filters {
    display: flex;
    flex: 1;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
  }

  .filters > :first-child {
    min-inline-size: 0;
    overflow-x: auto;
    scrollbar-width: none;
  }

  .notice {
    padding: 0 16px 8px;
  }

  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
    outline: none;
  }

  .view {
    position: absolute;
    inset: 0;
    block-size: auto;
    min-block-size: 0;
    max-block-size: none;
  }

  /* Its code is on its way. */
  .view:not(:defined) {
    inset: 8px 16px 24px;
    border-radius: var(--_radius-card);
    background: color-mix(in srgb, var(--_text) 4%, var(--_surface));
    animation: _breathe 1.6s ease-in-out infinite alternate;
  }

  /* The list under an open session keeps its place, unseen: its elements hold their own visibility. */
  .view[inert] {
    contain: strict;
    opacity: 0;
  }

  .layouts {
    flex: none;
    margin-inline-start: auto;
  }

  .archived {
    margin-inline-start: auto;
  }

  .composer {
    padding: 8px 16px 16px;
  }

  .toasts {
    inset-block-end: calc(100% + 8px);
  }

  .dock {
    position: relative;
    min-inline-size: 0;
  }

  @media (pointer: coarse) {
    .layouts > button {
      justify-content: center;
      min-inline-size: 44px;
    }
  }

  /* In two lines, or three: the medium has its own, with the archive. */
  @container (max-width: 919px) {
    .filters {
      display: contents;
    }

    .filters > .kind-filter {
      flex: 1 1 auto;
    }

    .filters > .kind-filter,
    .archived,
    ::slotted(*) {
      order: 1;
    }
  }

  @container (max-width: 599px) {
    .toolbar {
      gap: 8px;
      padding: 8px 12px;
    }

    .filters > .kind-filter {
      flex-basis: 200px;
    }

    .toolbar > .views > button {
      padding-inline: 10px;
    }

    .composer {
      padding: 8px 12px 12px;
    }
  }

  @container (max-width: 379px) {
    .layouts {
      margin: 0;
    }

    .archived {
      order: 0;
    }
  }
`;
