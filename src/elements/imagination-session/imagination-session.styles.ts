import { css } from 'lit';

export const sessionStyles = css`
  :host {
    block-size: 100%;
  }

  .page {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  header {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 10px;
    padding: 4px 16px 16px;
  }

  iteration-grid {
    flex: 1;
    min-block-size: 0;
  }

  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }

  .back {
    margin-inline-start: -8px;
    padding-inline: 6px 10px;
    align-self: start;
    color: var(--_text-quiet);
  }

  .back:dir(rtl) .icon-shape {
    transform: scaleX(-1);
  }

  .actions {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }

  .more .icon-shape {
    color: var(--_accent);
  }

  .archived {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--_radius-control);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    font-size: var(--_size-m);
  }

  .title {
    margin: 0;
    overflow-wrap: anywhere;
    font-size: var(--_size-l);
    font-weight: 600;
    line-height: 1.4;
    unicode-bidi: isolate;
  }

  .title-field {
    max-inline-size: 480px;
  }

  .brief {
    display: flex;
    align-items: start;
    gap: 8px;
    max-inline-size: 84ch;
  }

  .prompt {
    --_lines: 3;
    min-inline-size: 0;
    margin: 0;
    font-size: var(--_size-m);
    line-height: calc(20 / 14);
    white-space: pre-line;
  }

  h2.visually-hidden + .brief .prompt {
    font-size: var(--_size-l);
    line-height: 1.5;
  }

  .prompt.whole {
    max-block-size: 40vh;
    overflow: auto;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .brief-actions {
    display: flex;
    flex: none;
    margin-block: -4px;
  }

  .references {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-block-size: 112px;
    margin: 0;
    padding: 2px;
    margin-inline-start: -2px;
    overflow: auto;
    list-style: none;
  }

  .references .chip {
    padding-inline-start: 4px;
  }

  .chip-picture {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    overflow: hidden;
    border-radius: 999px;
    color: var(--_text-quiet);
  }

  .chip-name {
    max-inline-size: 20ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .preview {
    inset: 0;
    inline-size: min(480px, 100vw - 32px);
    block-size: min(480px, 100vh - 32px);
    margin: auto;
    padding: 8px;
    overflow: hidden;
    border: 0;
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }

  .preview .thumb {
    border-radius: var(--_radius);
  }

  .preview img {
    object-fit: contain;
  }

  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
  }

  .line {
    inline-size: min(60ch, 90%);
    block-size: 14px;
    border-radius: 4px;
  }

  .line.short {
    inline-size: 30%;
  }

  @container (max-width: 599px) {
    header {
      padding: 4px 12px 12px;
    }

    .actions .label,
    .back span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .actions .btn:has(.label) {
      inline-size: var(--_control);
      padding: 0;
    }

    .prompt {
      --_lines: 2;
    }
  }
`;
