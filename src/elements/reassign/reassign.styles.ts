import { css } from 'lit';

/** The dialog that asks where iterations go. */
export const reassignStyles = css`
  .reassign {
    display: none;
    flex-direction: column;
    inline-size: min(480px, 100vw - 32px);
    block-size: min(600px, 100dvh - 64px);
    max-block-size: none;
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius-card) + 4px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    -webkit-user-select: none;
    user-select: none;
  }

  .reassign[open] {
    display: flex;
    animation: _reassign var(--_slow) var(--_ease);
  }

  .reassign:focus {
    outline: none;
  }

  .reassign::backdrop {
    background: rgb(10 10 12 / 45%);
  }

  .reassign-head {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding-block: 12px 8px;
    padding-inline: 20px 12px;
  }

  .reassign-head h2 {
    margin: 0;
    font-size: var(--_size-l);
    font-weight: 600;
  }

  .reassign-ways {
    flex: none;
    padding: 0 20px 12px;
  }

  .reassign-ways .segmented {
    display: flex;
  }

  .reassign-ways .segmented > button {
    flex: 1;
    justify-content: center;
  }

  .reassign-body {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .reassign-body > .input {
    flex: none;
    min-block-size: max(36px, var(--_control));
    margin: 0 20px 8px;
  }

  .reassign-list {
    position: relative;
    flex: 1 1 0;
    min-block-size: 0;
    padding-block-end: 8px;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }

  .reassign-canvas {
    position: relative;
  }

  .reassign-option {
    position: absolute;
    inset-inline: 0;
  }

  .reassign-option,
  .reassign-new,
  .reassign-project {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 0 20px;
    font-size: var(--_size-m);
    cursor: pointer;
  }

  .reassign-new,
  .reassign-project {
    min-block-size: max(44px, var(--_control));
  }

  .reassign-new {
    flex: none;
    inline-size: 100%;
    min-block-size: 56px;
    border: 0;
    background: none;
    font-weight: 500;
    text-align: start;
  }

  .reassign-new[aria-disabled='true'] {
    opacity: 0.5;
  }

  .reassign-option:hover,
  .reassign-new:hover,
  .reassign-project:hover {
    background: var(--_hover);
  }

  .reassign-option[aria-selected='true'] {
    background: var(--_press);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .reassign-option[aria-selected='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .reassign-option[aria-disabled='true'] {
    cursor: default;
  }

  .reassign-option[aria-disabled='true'] > :is(.reassign-picture, .reassign-text) {
    opacity: 0.55;
  }

  .reassign-new:focus-visible,
  .reassign-project:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
    box-shadow: none;
  }

  .reassign-project input:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .reassign-picture {
    display: grid;
    flex: none;
    place-items: center;
    overflow: hidden;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 8px;
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
  }

  .reassign-new .reassign-picture {
    box-shadow: inset 0 0 0 1px var(--_line);
  }

  .reassign-picture .thumb.sound .icon-shape {
    inline-size: 18px;
    block-size: 18px;
  }

  .reassign-text {
    display: grid;
    flex: 1;
    gap: 2px;
    min-inline-size: 0;
  }

  .reassign-name {
    overflow: hidden;
    min-inline-size: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .reassign-text > .reassign-name {
    font-weight: 500;
  }

  .reassign-meta,
  .reassign-here {
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .reassign-here {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: 4px;
  }

  .reassign-here .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .reassign-project input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .reassign-naming {
    display: flex;
    flex: none;
    gap: 8px;
    padding: 8px 20px 12px;
  }

  .reassign-naming .input {
    flex: 1;
    min-inline-size: 0;
  }

  .reassign-line {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    margin: 0;
    padding: 8px 20px;
    color: var(--_danger);
    font-size: var(--_size-m);
  }

  .reassign-foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    padding: 12px 20px;
    border-block-start: 1px solid var(--_line);
  }

  .reassign-note {
    flex: 1 1 100%;
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
  }

  .reassign-place {
    display: flex;
    align-items: center;
    gap: 12px;
    block-size: 56px;
    padding: 0 20px;
  }

  .reassign-place > i {
    inline-size: 55%;
    block-size: 14px;
    border-radius: 4px;
  }

  .reassign-place > i:first-child {
    flex: none;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 8px;
  }

  .reassign-place:nth-child(even) > i:last-child {
    inline-size: 38%;
  }

  @keyframes _reassign {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }

  /* A sheet: of the window, for a modal dialog covers it. */
  @media (max-width: 599px) {
    .reassign {
      inline-size: 100%;
      max-inline-size: none;
      block-size: min(640px, 88dvh);
      margin-block: auto 0;
      border-width: 1px 0 0;
      border-radius: 16px 16px 0 0;
    }

    .reassign-foot {
      padding-block-end: max(12px, env(safe-area-inset-bottom));
    }

    .reassign-foot .btn {
      flex: 1;
    }
  }

  @media (forced-colors: active) {
    .reassign-option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
