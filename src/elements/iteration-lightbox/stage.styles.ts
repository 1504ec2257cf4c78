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

  .box > img[data-state='ready'] {
    opacity: 1;
  }

  .box > img[data-state='shown'] {
    opacity: 1;
    transition: opacity var(--_slow) ease-out;
  }

  /* Under a transparent picture nothing may be left of what stood in for it. */
  .box:has(.full[data-state='ready'], .full[data-state='shown']) > .small {
    opacity: 0;
    transition: opacity 0s linear var(--_slow);
  }

  .film video {
    background: #000;
  }

  .sound {
    display: grid;
    gap: 28px;
    inline-size: min(100cqi, 880px);
  }

  .scrubber {
    position: relative;
    block-size: min(240px, 40cqb);
    border-radius: var(--_radius);
    cursor: pointer;
    touch-action: none;
  }

  .scrubber:focus-visible {
    outline-offset: 8px;
    box-shadow: none;
  }

  .wave {
    position: absolute;
    inset: 0;
  }

  .wave-played {
    clip-path: inset(-20% 100% -20% 0);
  }

  .transport {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    gap: 20px;
    align-items: center;
  }

  .time {
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    font-variant-numeric: tabular-nums;
  }

  .time:first-child {
    text-align: end;
  }

  .play {
    inline-size: 56px;
    min-block-size: 56px;
    border: 0;
    border-radius: 50%;
    background: var(--_text);
    color: var(--_surround);
  }

  .play .icon-shape {
    inline-size: 22px;
    block-size: 22px;
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

    .sound {
      padding: 0 24px;
    }

    .run {
      padding: 0 24px;
    }
  }
`;
