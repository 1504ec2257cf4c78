import { css } from 'lit';

/** What is said of batches, above the bar. */
export const batchNoteStyles = css`
  .batch-notes {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 16px;
    z-index: 3;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 8px;
    padding-inline: 12px;
    max-block-size: calc(100% - 24px);
    pointer-events: none;
  }

  .batch-notes:has(+ .batch) {
    max-block-size: calc(100% - 84px);
    inset-block-end: calc(16px + var(--_control-inner) + 14px + 8px);
  }

  /* Where there are many, they scroll. */
  .batch-notes:has(> .batch-note ~ .batch-note ~ .batch-note) {
    overflow: auto;
    overscroll-behavior: contain;
  }

  .batch-notes > * {
    flex: none;
    max-inline-size: 100%;
  }

  .batch-note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    min-block-size: 40px;
    padding-block: 5px;
    padding-inline: 14px 6px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-size: var(--_size-m);
    pointer-events: auto;
    animation: _note var(--_slow) var(--_ease);
  }

  .batch-note > .icon-shape {
    color: var(--_text-quiet);
  }

  .batch-note.failed > .icon-shape {
    color: var(--_danger);
  }

  .batch-note-text {
    flex: 1;
    min-inline-size: 0;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .batch-note-actions {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: auto;
  }

  .batch-note .btn {
    flex: none;
  }

  .batch-note.running {
    inline-size: 360px;
  }

  .batch-note.running .batch-note-text {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 6px 12px;
    padding-block: 5px;
  }

  .batch-amount {
    color: var(--_text-quiet);
    font-weight: 400;
  }

  .batch-note .progress {
    position: static;
    display: block;
    grid-column: 1 / -1;
    overflow: hidden;
    inline-size: 100%;
    block-size: 3px;
    border-radius: 999px;
    background: var(--_press);
  }

  .batch-notes > .failed-list {
    flex: 0 1 auto;
    min-block-size: 0;
  }

  .failed-list {
    overflow: auto;
    inline-size: min(460px, 100%);
    max-block-size: min(320px, 45vh);
    padding: 4px 0 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-size: var(--_size-m);
    pointer-events: auto;
    overscroll-behavior: contain;
  }

  .failed-list:focus-visible {
    outline-offset: -2px;
  }

  .failed-reason {
    position: sticky;
    inset-block-start: -4px;
    z-index: 1;
    display: flex;
    gap: 12px;
    justify-content: space-between;
    margin: 0;
    padding: 10px 16px 6px;
    background: var(--_surface-raised);
    color: var(--_text-quiet);
    font-size: var(--_size-s);
  }

  .failed-count {
    font-variant-numeric: tabular-nums;
  }

  .failed-list ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .failed-row {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 4px 16px;
  }

  .failed-picture {
    flex: none;
    overflow: hidden;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 6px;
    background: var(--_surface-sunken);
  }

  .failed-picture .thumb.sound .icon-shape {
    inline-size: 18px;
    block-size: 18px;
  }

  .failed-name {
    overflow: hidden;
    min-inline-size: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .failed-more {
    margin: 0;
    padding: 8px 16px 4px;
    color: var(--_text-quiet);
  }

  .root:has(> .batch-notes) > .scroller {
    padding-block-end: 80px;
    scroll-padding-block-end: 80px;
  }

  .root:has(> .batch-notes + .batch) > .scroller {
    padding-block-end: 140px;
    scroll-padding-block-end: 140px;
  }

  .root:has(> .batch-notes > .batch-note ~ .batch-note) > .scroller {
    padding-block-end: 190px;
    scroll-padding-block-end: 190px;
  }

  @keyframes _note {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @container (max-width: 599px) {
    .batch-notes:has(+ .batch) {
      inset-block-end: calc(max(36px, var(--_control-inner)) + 17px + 8px);
    }

    .batch-note {
      inline-size: 100%;
    }

    /* What can be done stands below it. */
    .batch-note:not(.running) .batch-note-text {
      flex-basis: calc(100% - 60px);
    }
  }
`;
