import { css } from 'lit';

export const shortcutSheetStyles = css`
  .sheet {
    inline-size: min(760px, 100vw - 24px);
    max-inline-size: none;
    max-block-size: min(720px, 100vh - 24px);
    max-block-size: min(720px, 100dvh - 24px);
    margin: auto;
    padding: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    text-align: start;
  }

  .sheet::backdrop {
    background: rgb(0 0 0 / 46%);
  }

  .sheet-head {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 10px;
    padding-inline: 20px 10px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface-raised);
  }

  .sheet-head h2 {
    margin: 0;
    font-size: var(--_size-l);
    font-weight: 600;
  }

  .sheet-groups {
    columns: 2 320px;
    column-gap: 40px;
    padding: 4px 20px 20px;
  }

  .sheet-group {
    break-inside: avoid;
    padding-block-start: 16px;
  }

  .sheet-group h3 {
    margin: 0 0 4px;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 500;
  }

  .sheet-group dl {
    margin: 0;
  }

  .sheet-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-block-size: 34px;
    padding-block: 4px;
    border-block-end: 1px solid var(--_line);
    break-inside: avoid;
  }

  .sheet-line:last-child {
    border-block-end: 0;
  }

  .sheet-line dt {
    font-size: var(--_size-m);
    overflow-wrap: anywhere;
  }

  .sheet-line dd {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    justify-content: end;
    align-items: center;
    gap: 4px 6px;
    max-inline-size: 60%;
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
  }

  /* Keys are pressed in the order in which they are printed, whichever way one reads. */
  .sheet-keys {
    display: inline-flex;
    gap: 3px;
    direction: ltr;
  }

  .sheet-line kbd {
    display: inline-grid;
    place-items: center;
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0 6px;
    border: 1px solid var(--_line-strong);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-s);
    line-height: 1;
    white-space: nowrap;
  }

  .sheet-line kbd > .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }
`;
