import { css } from 'lit';

/** What the brief builds on, and its references. */
export const draftPartsStyles = css`
  .aim {
    grid-area: aim;
    display: flex;
    align-items: center;
    gap: 8px;
    justify-self: start;
    max-inline-size: 100%;
    margin: 0 0 6px;
    padding: 4px;
    border-radius: var(--_radius-control);
    background: var(--_press);
    font-size: var(--_size-m);
  }

  .aim-picture {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    overflow: hidden;
    border-radius: 5px;
  }

  .aim-text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .references {
    grid-area: refs;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    max-block-size: 168px;
    margin: 0 0 6px;
    padding: 2px;
    overflow-y: auto;
    list-style: none;
  }

  .reference {
    position: relative;
    inline-size: 56px;
    block-size: 56px;
    border-radius: var(--_radius-control);
  }

  .reference .blank {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
  }

  .reference .thumb.sound {
    padding: 8px;
  }

  .reference .progress {
    position: absolute;
    inset: auto 8px 8px;
  }

  .reference.failed {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: auto;
    max-inline-size: 100%;
    block-size: auto;
    min-block-size: 40px;
    padding: 6px 36px 6px 12px;
    padding-inline: 12px 36px;
    background: color-mix(in srgb, var(--_danger) 8%, transparent);
    color: var(--_danger);
    font-size: var(--_size-m);
  }

  .reason {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }

  .remove {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-end: 2px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: rgb(0 0 0 / 62%);
    color: #fff;
    cursor: pointer;
  }

  .remove .icon-shape {
    inline-size: 14px;
    block-size: 14px;
  }

  .failed .remove {
    inset-block-start: calc(50% - 12px);
    inset-inline-end: 6px;
    background: none;
    color: inherit;
  }

  @media (hover: hover) {
    .reference:not(.failed, :hover) .remove:not(:focus-visible) {
      opacity: 0;
    }
  }

  @media (pointer: coarse) {
    .reference:not(.failed) {
      inline-size: 72px;
      block-size: 72px;
    }

    /* The circle stays small, what can be touched does not. */
    .remove::after {
      content: '';
      position: absolute;
      inset: -10px;
    }
  }
`;
