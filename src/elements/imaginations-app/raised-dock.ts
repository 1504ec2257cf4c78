import { css, type LitElement, type ReactiveController } from 'lit';
import { sessionSelectionOf, type ImaginationsStore } from '../../store/index.js';
import { selectionOf } from '../../store/selection/selection-of.js';

/** Puts short messages above the bar of what is selected, as long as there is one: they would cover it. */
export class RaisedDock implements ReactiveController {
  readonly #host: LitElement;
  readonly #storeOf: () => ImaginationsStore | undefined;
  #store: ImaginationsStore | undefined;
  #stop: (() => void) | undefined;

  constructor(host: LitElement, storeOf: () => ImaginationsStore | undefined) {
    this.#host = host;
    this.#storeOf = storeOf;
    host.addController(this);
  }

  hostUpdated(): void {
    const store = this.#host.isConnected ? this.#storeOf() : undefined;
    if (store !== this.#store) {
      this.#stop?.();
      this.#store = store;
      this.#stop = store?.subscribe(this.#settle);
    }
    this.#settle();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#store = undefined;
  }

  readonly #settle = (): void => {
    const store = this.#store;
    const hasBar = store !== undefined && !(selectionOf(store).isEmpty && sessionSelectionOf(store).isEmpty);
    this.#host.renderRoot.querySelector('.dock')?.toggleAttribute('data-raised', hasBar);
  };
}

export const raisedDockStyles = css`
  .dock .toasts {
    transition: translate var(--_fast) var(--_ease);
  }

  .dock[data-raised] .toasts {
    translate: 0 -72px;
  }

  @media (prefers-reduced-motion: reduce) {
    .dock .toasts {
      transition: none;
    }
  }
`;
