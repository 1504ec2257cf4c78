import { css } from 'lit';

export const panelStyles = css`
  .panel {
    display: flex;
    flex-direction: column;
    gap: 20px;
    padding: 0 8px 24px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .panel > section {
    padding: 0 12px;
  }

  .panel-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    min-block-size: 52px;
    margin-block-end: -12px;
    padding: 0 4px 0 12px;
    padding-inline: 12px 4px;
    background: var(--_surface);
  }

  .panel h2 {
    margin: 0;
    font-size: var(--_size-l);
    font-weight: 600;
  }

  .panel h3 {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 500;
  }

  .section-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 28px;
    margin-inline-end: -6px;
  }

  .prose {
    margin: 4px 0 0;
    font-size: var(--_size-m);
    line-height: calc(21 / 14);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .more {
    margin-block-start: 4px;
    margin-inline-start: -8px;
    color: var(--_text-quiet);
  }

  .panel ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .references {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .panel .references,
  .panel .parents {
    margin-block-start: 8px;
  }

  .reference {
    display: grid;
    gap: 4px;
    inline-size: 72px;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
  }

  button.reference {
    cursor: pointer;
  }

  .reference-picture {
    display: block;
    flex: none;
    aspect-ratio: 1;
    overflow: hidden;
    border-radius: var(--_radius-control);
  }

  .reference-picture.plain {
    display: grid;
    place-items: center;
    background: var(--_surface-raised);
    color: var(--_text-quiet);
  }

  .reference-name {
    overflow: hidden;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .parent,
  .field {
    display: flex;
    gap: 12px;
    align-items: center;
    inline-size: calc(100% + 16px);
    min-block-size: max(32px, var(--_control));
    margin-inline: -8px;
    padding: 4px 8px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    font-size: var(--_size-m);
    text-align: start;
    cursor: pointer;
  }

  .parent:hover,
  .field:hover {
    background: var(--_hover);
  }

  .parent .reference-picture {
    inline-size: 40px;
  }

  .parent-text {
    display: -webkit-box;
    min-inline-size: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }

  .field {
    align-items: baseline;
  }

  .field-label {
    flex: 0 0 92px;
    overflow: hidden;
    color: var(--_text-quiet);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .field-value {
    display: -webkit-box;
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  /* Each value has its own direction, but all stand on one side. */
  .panel:dir(ltr) :is(.field-label, .field-value, .parent-text) {
    text-align: left;
  }

  .panel:dir(rtl) :is(.field-label, .field-value, .parent-text) {
    text-align: right;
  }

  .field .icon-shape {
    align-self: center;
    inline-size: 14px;
    block-size: 14px;
    color: var(--_text-quiet);
    opacity: 0;
  }

  .field:hover .icon-shape,
  .field:focus-visible .icon-shape {
    opacity: 1;
  }

  .sheet-close {
    display: none;
  }

  @media (hover: none) {
    .field .icon-shape {
      opacity: 0.7;
    }
  }

  @container lightbox (inline-size < 600px) {
    .panel {
      inline-size: auto;
      max-block-size: 58cqb;
      border-inline-start: 0;
      border-start-start-radius: 16px;
      border-start-end-radius: 16px;
      box-shadow:
        0 -1px 0 var(--_line),
        0 -16px 48px rgb(0 0 0 / 50%);
    }

    .sheet-close {
      display: inline-flex;
    }
  }
`;
