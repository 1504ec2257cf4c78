import { css } from 'lit';

/** How those that are compared differ. */
export const differencesStyles = css`
  .differences {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 40px;
    max-block-size: 30cqb;
    padding: 12px 16px 16px;
    overflow: auto;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
    font-size: var(--_size-m);
    line-height: calc(20 / 14);
    overscroll-behavior: contain;
  }

  .differences-none,
  .prompt-cut {
    margin: 0;
    color: var(--_text-quiet);
  }

  .prompts {
    flex: 3 1 420px;
    min-inline-size: 0;
  }

  .differences table {
    flex: 2 1 320px;
    min-inline-size: 0;
    border-collapse: collapse;
    block-size: max-content;
  }

  .differences :is(h3, h4) {
    margin: 0 0 4px;
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 500;
  }

  .differences h3 {
    color: var(--_text);
  }

  .differences .prose {
    margin: 0 0 12px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }

  .differences :is(ins, del) {
    padding-inline: 2px;
    margin-inline: 1px;
  }

  .differences ins {
    border-radius: 3px;
    background: rgb(64 160 96 / 30%);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
  }

  .differences del {
    border-radius: 3px;
    background: rgb(200 72 64 / 26%);
    color: var(--_text-quiet);
  }

  .differences :is(th, td) {
    padding: 5px 10px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }

  .differences th[scope='row'] {
    overflow-wrap: break-word;
    padding-inline-start: 0;
    color: var(--_text-quiet);
  }

  .differences th[scope='col'] {
    color: var(--_text-quiet);
    font-size: var(--_size-s);
    font-weight: 600;
  }

  @container lightbox (inline-size < 600px) {
    .differences {
      max-block-size: 44cqb;
      padding: 12px;
    }
  }

  @media (forced-colors: active) {
    .differences {
      border-color: CanvasText;
    }

    .differences ins,
    .differences del {
      background: Canvas;
    }
  }
`;
