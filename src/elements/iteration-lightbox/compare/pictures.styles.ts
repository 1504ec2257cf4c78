import { css } from 'lit';

/** What is looked at in a pane, and two pictures that lie one over the other. */
export const pictureStyles = css`
  .pane-view {
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: hidden;
    border-radius: 0 0 var(--_radius) var(--_radius);
    touch-action: none;
    -webkit-user-select: none;
    user-select: none;
  }

  .pane-view.enlarged {
    cursor: grab;
  }

  .pane-view.enlarged.held {
    cursor: grabbing;
  }

  .pane-frame {
    position: absolute;
    inset: 0 6px 6px;
    display: grid;
    place-items: center;
    container-type: size;
  }

  .pane-frame .box.zoomed {
    border-radius: 0;
  }

  .pane-frame .state {
    padding: 8px;
  }

  .pane-frame .preview {
    max-block-size: 40cqb;
    inline-size: min(100%, 40cqb);
  }

  .pane-frame .run {
    gap: 8px;
  }

  .pane-sound {
    inline-size: min(100cqi - 24px, 880px);
    block-size: min(200px, 60cqb);
  }

  .pane:not(.active) .pane-sound {
    color: var(--_text-quiet);
  }

  .pane.active .pane-sound path {
    opacity: 1;
  }

  .playheads {
    padding: 0 12px 8px;
    inline-size: min(100%, 900px);
    margin-inline: auto;
  }

  .playheads .position {
    block-size: 36px;
  }

  .playheads .voices {
    margin-inline-start: auto;
  }

  .pane-view.one {
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    isolation: isolate;
  }

  .pane-layer {
    position: absolute;
    inset: 0;
    overflow: hidden;
    pointer-events: none;
  }

  .pane-view.wipe > .pane-layer {
    clip-path: inset(0 calc(100% - var(--_share, 0.5) * 100%) 0 0);
  }

  .pane-view.wipe > .pane-layer.other {
    clip-path: inset(0 0 0 calc(var(--_share, 0.5) * 100%));
  }

  .pane-view.wipe:dir(rtl) > .pane-layer {
    clip-path: inset(0 0 0 calc(100% - var(--_share, 0.5) * 100%));
  }

  .pane-view.wipe:dir(rtl) > .pane-layer.other {
    clip-path: inset(0 calc(var(--_share, 0.5) * 100%) 0 0);
  }

  .pane-view.difference {
    background: #000;
  }

  .pane-view.difference > .pane-layer.other {
    mix-blend-mode: difference;
  }

  .pane-view.difference .box {
    background: none;
  }

  .pane-view.difference .box::before {
    display: none;
  }

  .wipe-edge {
    position: absolute;
    inset-block: 0;
    inset-inline-start: calc(var(--_share, 0.5) * 100% - 22px);
    display: grid;
    place-items: center;
    inline-size: 44px;
    cursor: ew-resize;
    touch-action: none;
  }

  .wipe-edge::before {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 21px;
    inline-size: 2px;
    background: #fff;
    box-shadow: 0 0 0 1px rgb(0 0 0 / 45%);
    content: '';
  }

  .wipe-grip {
    position: relative;
    inline-size: 32px;
    block-size: 32px;
    border: 2px solid #fff;
    border-radius: 50%;
    background: rgb(20 20 23 / 78%);
    box-shadow: 0 0 0 1px rgb(0 0 0 / 45%);
  }

  .wipe-grip::before,
  .wipe-grip::after {
    position: absolute;
    inset-block-start: 9px;
    inline-size: 7px;
    block-size: 7px;
    border: solid #fff;
    border-width: 2px 0 0 2px;
    content: '';
  }

  .wipe-grip::before {
    left: 6px;
    transform: rotate(-45deg);
  }

  .wipe-grip::after {
    right: 6px;
    transform: rotate(135deg);
  }

  .wipe-edge:focus-visible {
    outline: none;
    box-shadow: none;
  }

  .wipe-edge:focus-visible > .wipe-grip {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    .wipe-edge::before {
      background: CanvasText;
    }

    .wipe-grip {
      border-color: CanvasText;
      background: Canvas;
    }

    .wipe-grip::before,
    .wipe-grip::after {
      border-color: CanvasText;
    }
  }
`;
