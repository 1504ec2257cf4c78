import type { ReactiveElement } from 'lit';

/** Modal dialogs that are open above everything: what lies below them can be neither read nor pressed. */
const open = new Set<HTMLDialogElement>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** Opens a dialog as a modal one; it counts as open until it closes, or its host leaves the page. */
export function showModal(host: ReactiveElement, dialog: HTMLDialogElement): void {
  dialog.showModal();
  open.add(dialog);
  const watch = { hostDisconnected: (): void => end() };
  const end = (): void => {
    host.removeController(watch);
    dialog.removeEventListener('close', end);
    if (open.delete(dialog)) tell();
  };
  dialog.addEventListener('close', end);
  host.addController(watch);
  tell();
}

/** Whether such a dialog is open in a document. */
export function isBelowModal(page: Document): boolean {
  for (const dialog of open) if (dialog.ownerDocument === page) return true;
  return false;
}

/** Calls back when one opens or closes, until the returned function is called. */
export function listenToModals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
