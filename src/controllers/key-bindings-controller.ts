import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isEditable } from '../internal/composed-tree.js';
import { isComposing } from '../internal/is-composing.js';

/** Acts on a key; `false` means that it was not meant, and the event goes on as if nobody had listened. */
export type KeyHandler = (event: KeyboardEvent) => unknown;

/**
 * Handlers by combination, in lower case: `escape`, `arrowleft`, `ctrl+enter`, `shift+a`, `?`. `mod` stands for Ctrl
 * or Cmd. Shift need not be named for a sign that is typed with it.
 */
export type KeyBindings = Readonly<Record<string, KeyHandler>>;

export interface KeyBindingsOptions {
  /** Whether keys typed into fields count too. Default false. */
  readonly inFields?: boolean | undefined;
  /** Whether this listens at all; asked for each key. */
  readonly when?: (() => boolean) | undefined;
  /** Takes a key that is not bound, e.g. one that a host may have changed; answers `false` where it was not meant. */
  readonly others?: KeyHandler | undefined;
}

function combinations(event: KeyboardEvent): string[] {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const sign = key.length === 1 && key.toUpperCase() === key;
  const rest = `${event.altKey ? 'alt+' : ''}${event.shiftKey && !sign ? 'shift+' : ''}${key}`;
  if (event.ctrlKey === event.metaKey) return event.ctrlKey ? [`ctrl+meta+${rest}`] : [rest];
  return [`${event.ctrlKey ? 'ctrl' : 'meta'}+${rest}`, `mod+${rest}`];
}

/** Keys of an element: heard on the host alone, never on the page; a key that was acted on goes no further. */
export class KeyBindingsController implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #bindings: ReadonlyMap<string, KeyHandler>;
  readonly #options: KeyBindingsOptions;

  constructor(host: ReactiveControllerHost & HTMLElement, bindings: KeyBindings, options: KeyBindingsOptions = {}) {
    this.#host = host;
    this.#bindings = new Map(Object.entries(bindings));
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#handleKeydown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#handleKeydown);
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const { inFields = false, when, others } = this.#options;
    if (event.defaultPrevented || isComposing(event) || when?.() === false) return;
    if (!inFields && isEditable(event.composedPath()[0])) return;
    const handler = combinations(event)
      .map((combination) => this.#bindings.get(combination))
      .find((one) => one !== undefined);
    if ((handler ?? others)?.(event) === false || !(handler ?? others)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
