import { css } from 'lit';

/** The bar, and those that are compared, beside one another. */
export const compareStyles = css`
  .layout.compare {
    grid-template: 'bar' auto 'stage' minmax(0, 1fr) 'below' auto / minmax(0, 1fr);
  }

  .compare .place {
    font-weight: 500;
  }

  .compare-views {
    margin-inline: auto;
  }

  .compare .actions {
    margin-inline-start: 0;
  }

  .compare-views:not(:has(+ *)),
  .compare .place:last-of-type:not(:has(+ .compare-views)) {
    margin-inline-end: auto;
  }

  .compare-stage {
    grid-area: stage;
    display: grid;
    grid-template-rows: minmax(0, 1fr);
    grid-auto-rows: auto;
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 0 12px 8px;
  }

  .compare-stage:has(> .one-head) {
    grid-template-rows: auto minmax(0, 1fr);
  }

  .panes {
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .panes[data-count='3'],
  .panes[data-count='5'],
  .panes[data-count='6'] {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .panes > li,
  .panes .pane {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
  }

  .panes .pane {
    grid-template-rows: auto minmax(0, 1fr);
  }

  .pane {
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    box-shadow: inset 0 0 0 1px var(--_line);
    outline: 2px solid transparent;
    outline-offset: -2px;
  }

  .pane.active {
    outline-color: var(--_accent);
  }

  .pane:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
  }

  .pane-head {
    display: flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    padding: 6px;
  }

  .pane-head .btn.icon {
    flex: none;
  }

  .pane-letter {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border: 1px solid var(--_line-strong);
    border-radius: 50%;
    color: var(--_text);
    font-size: var(--_size-s);
    font-weight: 600;
  }

  .pane.active .pane-letter {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-text);
  }

  .pane-name {
    flex: 1;
    min-inline-size: 0;
    margin-inline-start: 4px;
    overflow: hidden;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .pane-marks {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
    color: var(--_text);
    font-size: var(--_size-s);
  }

  .pane-marks .icon-shape {
    inline-size: 16px;
    block-size: 16px;
  }

  .pane-marks > .mark-star .icon-shape {
    fill: currentcolor;
  }

  .challengers {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    text-align: center;
  }

  .compare-below {
    grid-area: below;
    min-inline-size: 0;
  }

  .compare-stage .one-head {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
  }

  @container lightbox (inline-size < 900px) {
    .compare-view-name {
      display: none;
    }

    .compare-stage .one-head .keep-name {
      display: none;
    }

    .one-head .pane-head .keep {
      inline-size: var(--_control);
      padding: 0;
      border-color: transparent;
      background: transparent;
    }
  }

  @container lightbox (inline-size < 600px) {
    .compare-stage {
      padding: 0 4px 4px;
      gap: 4px;
    }

    .panes,
    .panes[data-count='3'],
    .panes[data-count='5'],
    .panes[data-count='6'] {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 4px;
    }

    .panes[data-count='2'] {
      grid-template-columns: minmax(0, 1fr);
    }

    .pane-head {
      gap: 0;
      padding: 2px 4px;
    }

    .pane-remove,
    .one-head .pane-name {
      display: none;
    }

    .one-head .pane-head {
      justify-content: space-between;
    }

    .segmented.compare-views > button {
      padding: 0 10px;
    }
  }

  @container lightbox (block-size < 480px) {
    .panes,
    .panes[data-count='4'] {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      grid-template-columns: none;
    }
  }

  @media (forced-colors: active) {
    .pane {
      outline-color: Canvas;
      border: 1px solid CanvasText;
    }

    .pane.active {
      outline: 3px solid Highlight;
    }

    .pane.active .pane-letter {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
