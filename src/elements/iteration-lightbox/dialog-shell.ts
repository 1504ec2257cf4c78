import { deepActive } from '../../internal/composed-tree.js';
import type { ImaginationsStore } from '../../store/index.js';

// Two lightboxes with one store would show the same twice.
const owners = new WeakMap<ImaginationsStore, WeakRef<object>>();

/** Takes the one place a store has for a lightbox; `false` while another one holds it. */
export function claimStore(store: ImaginationsStore, owner: object): boolean {
  const other = owners.get(store)?.deref();
  if (other && other !== owner) return false;
  if (!other) owners.set(store, new WeakRef(owner));
  return true;
}

export function releaseStore(store: ImaginationsStore | undefined, owner: object): void {
  if (store && owners.get(store)?.deref() === owner) owners.delete(store);
}

function focusedIn({ ownerDocument: page }: Node): HTMLElement | undefined {
  const active = page && deepActive(page);
  return active instanceof HTMLElement && active !== page?.body ? active : undefined;
}

/** A native modal dialog that leaves nothing behind, also when it is torn out of the page. */
export class DialogShell {
  #dialog: HTMLDialogElement | undefined;
  #opener: WeakRef<HTMLElement> | undefined;

  get isOpen(): boolean {
    return this.#dialog !== undefined;
  }

  open(dialog: HTMLDialogElement): void {
    if (this.#dialog || !dialog.isConnected) return;
    const opener = focusedIn(dialog);
    this.#opener = opener && new WeakRef(opener);
    this.#dialog = dialog;
    if (!dialog.open) dialog.showModal();
    dialog.focus({ preventScroll: true });
  }

  /** Closes; the browser gives the focus back to where it came from. */
  close(): void {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    if (!dialog) return;
    const wasConnected = dialog.isConnected;
    dialog.close();
    // What is no longer in the page gives nothing back by itself.
    const opener = this.#opener?.deref();
    if (!wasConnected && opener?.isConnected && !focusedIn(dialog)) opener.focus({ preventScroll: true });
    this.#opener = undefined;
  }

  /** Resolves when nothing of it is seen any more. */
  async gone(dialog: HTMLDialogElement): Promise<void> {
    await Promise.allSettled(dialog.getAnimations().map((animation) => animation.finished));
  }

  /** Catches a focus that fell to the page, e.g. from a control that went: its keys belong to the dialog. */
  keepFocus(): void {
    const dialog = this.#dialog;
    if (dialog?.isConnected && !focusedIn(dialog)) dialog.focus({ preventScroll: true });
  }
}
