import { css } from 'lit';

/** Looks of references that are looked at, the attempt, and what copies the whole brief. */
export const panelMoreStyles = css`
  a.reference {
    color: inherit;
    text-decoration: none;
  }

  .story {
    margin: 4px 0 0;
    font-size: var(--_size-m);
  }

  .panel .siblings {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 8px;
  }

  .sibling {
    display: block;
    inline-size: max(48px, var(--_control));
    padding: 0;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    cursor: pointer;
  }

  .sibling:hover .reference-picture {
    filter: brightness(1.15);
  }

  .sibling[aria-current] {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  .sibling:focus-visible {
    outline: 2px solid var(--_focus, currentcolor);
    outline-offset: 3px;
  }

  .whole {
    display: flex;
    flex-wrap: wrap;
    gap: 0 4px;
    margin-block-start: -12px;
    margin-inline-start: -9px;
  }

  .look {
    position: fixed;
    inset: 0;
    inline-size: min(640px, 100% - 32px);
    max-block-size: calc(100% - 32px);
    margin: auto;
    padding: 0 0 12px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card, 12px);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 16px 48px rgb(0 0 0 / 50%);
    text-align: center;
  }

  .look-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 4px 4px 4px 16px;
    padding-inline: 16px 4px;
    font-size: var(--_size-m);
    font-weight: 500;
  }

  .look-head bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .look-picture {
    position: relative;
    block-size: min(440px, 60vh);
    margin: 0 12px 12px;
    overflow: hidden;
    border-radius: var(--_radius-control);
  }

  .look-picture img {
    object-fit: contain;
  }

  .look-film,
  .look-sound {
    display: block;
    inline-size: calc(100% - 24px);
    max-block-size: 60vh;
    margin: 0 12px 12px;
  }
`;
