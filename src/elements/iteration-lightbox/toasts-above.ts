import { css, type LitElement } from 'lit';
import { adoptStyles } from '../../ui/adopt-styles.js';

const styles = css`
  .toasts:popover-open {
    position: fixed;
    inset: auto 0 16px;
    inline-size: auto;
    margin: 0;
    overflow: visible;
    border: 0;
    background: none;
  }
`;

/** What is said shows above what fills the screen, too: there it is not seen but in the top layer. */
export function raiseToasts(host: LitElement): void {
  const { renderRoot: root } = host;
  adoptStyles(host, styles);
  root.addEventListener('fullscreenchange', () => {
    const toasts = root.querySelector<HTMLElement>('.toasts');
    if (!toasts) return;
    toasts.popover = null;
    if (!(root instanceof ShadowRoot) || !root.fullscreenElement) return;
    toasts.popover = 'manual';
    toasts.showPopover();
  });
}
