import { css } from 'lit';

/** What is looked at. */
export const stageStyles = css`
  .stage {
    position: relative;
    grid-area: stage;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    touch-action: pinch-zoom;
    -webkit-user-select: none;
    user-select: none;
  }

  .frame {
    position: absolute;
    inset: 4px 72px 20px;
    display: grid;
    place-items: center;
    container-type: size;
  }

  .box {
    position: relative;
    inline-size: max(1px, min(100cqi, 100cqb * var(--_ratio), var(--_most)));
    aspect-ratio: var(--_ratio);
    max-block-size: 100cqb;
    border-radius: 4px;
    background: rgb(255 255 255 / 4%);
  }

  .box.unsized {
    inline-size: 100cqi;
    block-size: 100cqb;
    aspect-ratio: auto;
    background: none;
  }

  .box > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    object-fit: contain;
  }

  .box > img {
    opacity: 0;
  }

  .box > img.fills {
    object-fit: fill;
  }

  .box > img[data-state='ready'] {
    opacity: 1;
  }

  .box > img.small[data-state='shown'],
  .box > img[data-state='shown'][data-decoded] {
    opacity: 1;
    transition: opacity var(--_slow) ease-out;
  }

  /* Under a transparent picture nothing may be left of what stood in for it. */
  .box:has(.full:is([data-state='ready'], [data-decoded])) > .small,
  .box:has(.finest:is([data-state='ready'], [data-decoded])) > .full:not(.finest) {
    opacity: 0;
    transition: opacity 0s linear var(--_slow);
  }

  /* Its squares stay of one size, and none looks out at an edge. */
  .box[data-sheer]:has(.full:is([data-state='ready'], [data-decoded]))::before {
    content: '';
    position: absolute;
    inset: calc(1px / var(--_zoom, 1));
    background: repeating-conic-gradient(#5c5c63 0 25%, #727279 0 50%) 50% 50% / calc(20px / var(--_zoom, 1))
      calc(20px / var(--_zoom, 1));
  }

  .player {
    --_controls: 96px;

    display: grid;
    min-inline-size: 0;
  }

  .film-player {
    grid-template: auto var(--_controls) / minmax(min(100cqi, 600px), auto);
    justify-items: center;
  }

  .film-player > .box {
    inline-size: max(1px, min(100cqi, (100cqb - var(--_controls)) * var(--_ratio), var(--_most)));
    max-block-size: calc(100cqb - var(--_controls));
  }

  .film-player > .box.unsized {
    inline-size: 100cqi;
    block-size: calc(100cqb - var(--_controls));
  }

  .film video {
    background: #000;
  }

  .sound-player {
    --_wave: min(240px, 40cqb);

    inline-size: min(100cqi, 880px);
    min-block-size: calc(var(--_wave) + 28px + var(--_controls));
    align-content: center;
    justify-items: center;
  }

  .run {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    gap: 20px;
    inline-size: min(100cqi, 560px);
    max-block-size: 100cqb;
  }

  .preview {
    position: relative;
    min-block-size: 0;
    max-block-size: 56cqb;
    aspect-ratio: 1;
    margin-inline: auto;
    inline-size: min(100%, 56cqb);
    overflow: hidden;
    border-radius: var(--_radius);
  }

  .preview img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
    filter: blur(6px);
  }

  .run-text {
    display: grid;
    gap: 12px;
    justify-items: center;
    text-align: center;
  }

  .run-text .progress {
    inline-size: min(100%, 320px);
  }

  .run-text p {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    justify-content: center;
    margin: 0;
    font-size: var(--_size-m);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .quiet {
    color: var(--_text-quiet);
  }

  .waiting {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    animation: _wait 0s linear 400ms backwards;
  }

  @keyframes _wait {
    from {
      opacity: 0;
    }
  }

  .state-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: center;
    margin-block-start: 16px;
  }

  @container lightbox (inline-size < 600px) {
    .frame {
      inset: 0 0 60px;
    }

    .box {
      border-radius: 0;
    }

    .sound-player {
      padding: 0 16px;
    }

    .run {
      padding: 0 24px;
    }
  }
`;
