import { css } from 'lit';

/** Of toasts in the top layer. */
export const raisedToastStyles = css`
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

/** Has toasts show above everything, or where they stand; they hide for a moment. What has left the page shows nowhere. */
export function raiseToasts(toasts: HTMLElement, isRaised: boolean): void {
  toasts.popover = null;
  if (!isRaised || !toasts.isConnected) return;
  toasts.popover = 'manual';
  toasts.showPopover();
}
