import { css } from 'lit';

export const scrubberStyles = css`
  .scrubber {
    position: absolute;
    inset-block-end: 0;
    z-index: 3;
    inline-size: 44px;
    padding-block: 16px;
    cursor: default;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
  }

  .scrubber:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .rail {
    position: relative;
    block-size: 100%;
    pointer-events: none;
  }

  .density {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 2px;
    inline-size: 12px;
    block-size: 100%;
    fill: var(--_line-strong);
    opacity: 0.3;
    transform: scaleX(-1);
    transition: opacity var(--_fast) var(--_ease);
  }

  [dir='rtl'] .density {
    transform: none;
  }

  .mark,
  .tick {
    position: absolute;
  }

  .mark {
    inset-inline-end: 18px;
    translate: 0 -50%;
    color: var(--_text-quiet);
    font-size: 11px;
    font-variant-numeric: tabular-nums;
    line-height: 1;
    white-space: nowrap;
  }

  .mark:not(.year) {
    opacity: 0;
    transition: opacity var(--_fast) var(--_ease);
  }

  .tick {
    inset-inline-end: 15px;
    inline-size: 3px;
    block-size: 1px;
    background: var(--_line-strong);
    opacity: 0;
    transition: opacity var(--_fast) var(--_ease);
  }

  .grip {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 2px;
    inline-size: 12px;
    block-size: 4px;
    margin-block-start: -2px;
    border-radius: 999px;
    background: var(--_text-quiet);
    pointer-events: auto;
    transition:
      inline-size var(--_fast) var(--_ease),
      background-color var(--_fast) var(--_ease);
  }

  /* As high as a finger or a shaky hand needs it. */
  .grip::before {
    position: absolute;
    inset-block: -10px;
    inset-inline: -14px -2px;
    content: '';
  }

  .bubble {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 48px;
    padding: 3px 10px;
    margin-block-start: -14px;
    /* Seen where colours are forced and there are no shadows. */
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font-size: var(--_size-m);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    white-space: nowrap;
    opacity: 0;
    visibility: hidden;
    transition:
      opacity var(--_fast) var(--_ease),
      visibility var(--_fast);
  }

  .scrubber:is(:hover, :focus-visible, .active, .held) :is(.density, .tick, .mark) {
    opacity: 1;
  }

  .scrubber:is(:hover, :focus-visible, .active, .held) .density {
    opacity: 0.5;
  }

  .scrubber:is(:hover, :focus-visible, .active, .held) .grip {
    inline-size: 14px;
    background: var(--_accent);
  }

  .scrubber:is(:hover, :focus-visible, .active, .held) .bubble {
    opacity: 1;
    visibility: visible;
  }

  .scrubber:focus-visible .grip {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-halo);
  }

  @media (pointer: coarse) {
    .bubble {
      inset-inline-end: 56px;
    }
  }

  /* Beside the pictures there is room for the thumb only: slim at rest, where all but a finger's tip of it is theirs. */
  @container (max-width: 599px) {
    .scrubber {
      inline-size: 44px;
      padding-block: 28px;
      pointer-events: none;
    }

    .density,
    .mark,
    .tick {
      display: none;
    }

    .grip,
    .scrubber:is(:hover, :focus-visible, .active, .held) .grip {
      inset-inline-end: 4px;
      inline-size: 4px;
      block-size: 44px;
      margin-block-start: -22px;
      touch-action: none;
    }

    .grip::before {
      inset-block: 0;
      inset-inline: -16px -4px;
    }

    .scrubber:is(:focus-visible, .active, .held) .grip {
      inline-size: 6px;
    }

    .scrubber:is(:focus-visible, .active, .held) .grip::before {
      inset-inline-start: -36px;
    }

    .bubble {
      inset-inline-end: 20px;
    }

    .scrubber.held .bubble {
      inset-inline-end: 56px;
    }
  }
`;
