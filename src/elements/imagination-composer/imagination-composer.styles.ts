import { css } from 'lit';

export const composerStyles = css`
  :host {
    --_line-height: calc(1.5 * var(--_size-l));
  }

  .composer {
    position: relative;
    display: grid;
    grid-template:
      'aim aim aim aim' auto
      'refs refs refs refs' auto
      'add prompt picks submit' auto
      'note note note note' auto / auto minmax(0, 1fr) auto auto;
    align-items: end;
    gap: 0 8px;
    padding: 8px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius-card) + 4px);
    background: var(--_surface-raised);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 4%),
      0 4px 16px rgb(0 0 0 / 5%);
    transition: border-color var(--_fast) var(--_ease);
  }

  .composer:hover,
  .composer:focus-within {
    border-color: color-mix(in srgb, var(--_line-strong) 60%, var(--_line));
  }

  .composer:has(textarea:focus-visible) {
    border-color: var(--_focus);
    box-shadow:
      0 0 0 1px var(--_focus),
      0 4px 16px rgb(0 0 0 / 5%);
  }

  textarea {
    grid-area: prompt;
    display: block;
    inline-size: 100%;
    min-block-size: max(36px, var(--_control));
    max-block-size: calc(8 * var(--_line-height) + 12px);
    padding: 6px 4px;
    border: 0;
    background: none;
    font-size: var(--_size-l);
    line-height: var(--_line-height);
    overflow-wrap: anywhere;
    resize: none;
    field-sizing: content;
    scrollbar-width: thin;
  }

  textarea::placeholder {
    color: var(--_text-quiet);
    opacity: 1;
  }

  /* The bar around it shows the focus. */
  textarea:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .add,
  .submit,
  .picks {
    margin-block: 2px;
  }

  .add {
    grid-area: add;
    border-radius: 999px;
  }

  .picks {
    grid-area: picks;
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .pick {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_control);
    border-radius: 999px;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-weight: 500;
    transition:
      background-color var(--_fast) var(--_ease),
      color var(--_fast) var(--_ease);
  }

  .pick:hover {
    background: var(--_hover);
    color: var(--_text);
  }

  .pick select {
    block-size: 100%;
    min-block-size: inherit;
    padding: 0 28px 0 12px;
    padding-inline: 12px 28px;
    border: 0;
    border-radius: inherit;
    background: none;
    font-size: inherit;
    font-weight: inherit;
    appearance: none;
    cursor: pointer;
    field-sizing: content;
  }

  .pick .icon-shape {
    position: absolute;
    inline-size: 16px;
    block-size: 16px;
    pointer-events: none;
  }

  .pick .icon-shape:first-child {
    inset-inline-start: 10px;
  }

  .pick .icon-shape:first-child + select {
    padding-inline-start: 32px;
  }

  .pick .icon-shape:last-child {
    inset-inline-end: 8px;
    inline-size: 14px;
    block-size: 14px;
  }

  .pick option {
    background: var(--_surface-raised);
    color: var(--_text);
  }

  .submit {
    grid-area: submit;
    padding-inline: 14px;
    border-radius: 999px;
  }

  .submit kbd {
    font: inherit;
    font-size: var(--_size-s);
    font-weight: 400;
  }

  @media (pointer: coarse) {
    .submit kbd {
      display: none;
    }
  }

  .note {
    grid-area: note;
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 8px 4px 2px;
    color: var(--_danger);
    font-size: var(--_size-m);
  }

  .note:empty {
    display: none;
  }

  .note > span {
    overflow-wrap: anywhere;
  }

  .note .btn {
    color: var(--_text);
  }

  .drop {
    position: absolute;
    inset: 0;
    display: flex;
    visibility: hidden;
    align-items: center;
    justify-content: center;
    gap: 8px;
    border: 2px dashed var(--_accent);
    border-radius: inherit;
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface-raised));
    color: var(--_text);
    font-size: var(--_size-m);
    font-weight: 500;
    opacity: 0;
    pointer-events: none;
    transition: opacity var(--_fast) var(--_ease);
  }

  .over .drop {
    visibility: visible;
    opacity: 1;
  }

  .quiet {
    margin: 0;
    padding: 12px;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    text-align: center;
  }

  @container (max-width: 759px) {
    .composer {
      grid-template:
        'aim aim aim' auto
        'refs refs refs' auto
        'prompt prompt prompt' auto
        'add picks submit' auto
        'note note note' auto / auto minmax(0, 1fr) auto;
    }

    textarea {
      padding-inline: 8px;
    }
  }

  /* One row, until there is something to do in it. */
  @container (max-width: 599px) {
    .submit {
      inline-size: var(--_control);
      padding: 0;
    }

    .submit .label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .submit kbd,
    .pick .icon-shape {
      display: none;
    }

    .picks {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
    }

    .pick {
      flex: none;
      background: var(--_hover);
      color: var(--_text);
    }

    .pick select,
    .pick .icon-shape:first-child + select {
      padding-inline: 10px;
    }

    .composer:not(.open) {
      grid-template:
        'aim aim aim' auto
        'refs refs refs' auto
        'add prompt submit' auto
        'note note note' auto / auto minmax(0, 1fr) auto;
    }

    .composer:not(.open) textarea {
      max-block-size: calc(2 * var(--_line-height) + 12px);
      padding-inline: 4px;
    }

    .composer:not(.open) .picks {
      display: none;
    }
  }
`;
