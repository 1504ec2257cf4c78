import { deepActive } from '../../internal/composed-tree.js';
import type { Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { BackCloses } from './back-closes.js';
import { TileTransition } from './tile-transition.js';

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

/** How a dialog opens. */
export interface ShellOpening {
  /** What it shows; a tile of that grows into it. */
  readonly id: Id;
  /** Part of the page, not above it. */
  readonly isInline: boolean;
  /** Whether going back in the history closes it. */
  readonly closesOnBack: boolean;
}

/** A native dialog, modal where it is not part of the page, that leaves nothing behind, also when it is torn out of the page. */
export class DialogShell {
  readonly #back: BackCloses;
  readonly #transition = new TileTransition();
  #dialog: HTMLDialogElement | undefined;
  #opener: WeakRef<HTMLElement> | undefined;
  #isInline = false;

  /** @param leave closes, asked for by going back; answers whether that was done. */
  constructor(leave: () => boolean) {
    this.#back = new BackCloses(leave);
  }

  get isOpen(): boolean {
    return this.#dialog !== undefined;
  }

  get isModal(): boolean {
    return this.isOpen && !this.#isInline;
  }

  open(dialog: HTMLDialogElement, { id, isInline, closesOnBack }: ShellOpening): void {
    if (this.#dialog || !dialog.isConnected) return;
    const opener = focusedIn(dialog);
    this.#opener = opener && new WeakRef(opener);
    this.#dialog = dialog;
    this.#isInline = isInline;
    if (isInline) {
      // Not `show()`: it takes the focus.
      dialog.open = true;
      return;
    }
    const grow = this.#transition.prepare(dialog, opener, id);
    if (!dialog.open) dialog.showModal();
    dialog.focus({ preventScroll: true });
    grow?.();
    if (closesOnBack) this.#back.open(window);
  }

  /**
   * Closes; the browser gives the focus back to where it came from.
   * @param id what it shows; it shrinks to a tile of that.
   */
  close(id?: Id | null): void {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    if (!dialog) return;
    this.#back.close();
    if (this.#isInline) {
      dialog.open = false;
      return;
    }
    const wasConnected = dialog.isConnected;
    this.#transition.leave(dialog, wasConnected ? id : undefined);
    dialog.close();
    // What is no longer in the page gives nothing back by itself.
    const opener = this.#opener?.deref();
    if (!wasConnected && opener?.isConnected && !focusedIn(dialog)) opener.focus({ preventScroll: true });
    this.#opener = undefined;
  }

  /** Resolves when nothing of it is seen any more. */
  async gone(dialog: HTMLDialogElement): Promise<void> {
    await Promise.allSettled(dialog.getAnimations().map((animation) => animation.finished));
    if (!this.isOpen) this.#transition.end(dialog);
  }

  /**
   * Catches a focus that fell to the page, e.g. from a control that went: its keys belong to the dialog.
   * @param hadFocus whether it was inside before; what is part of the page takes no other.
   */
  keepFocus(hadFocus: boolean): void {
    const dialog = this.#dialog;
    if (dialog?.isConnected && (this.isModal || hadFocus) && !focusedIn(dialog)) dialog.focus({ preventScroll: true });
  }
}
