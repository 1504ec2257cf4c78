import { ContextConsumer, ContextEvent, type Context } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closestComposed } from '../internal/composed-tree.js';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Consumes a context also from a provider whose class is loaded after its consumer: asks again when an element above
 * the host, undefined until then, becomes defined. No provider is no error.
 */
export class LateContext<T> implements ReactiveController {
  readonly #host: Host;
  readonly #context: Context<unknown, T>;
  readonly #consumer: ContextConsumer<Context<unknown, T>, Host>;
  #value: T | undefined;
  #provider: EventTarget | null = null;

  constructor(host: Host, context: Context<unknown, T>, onValue?: (value: T) => void) {
    this.#host = host;
    this.#context = context;
    this.#consumer = new ContextConsumer<Context<unknown, T>, Host>(host, {
      context,
      subscribe: true,
      callback: (value) => {
        this.#value = value;
        this.#provider = null;
        onValue?.(value);
      },
    });
    host.addController(this);
  }

  /** What the nearest provider gives, if there is one. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Where that comes from. */
  get provider(): EventTarget | null {
    if (this.#provider) return this.#provider;
    const request = new ContextEvent(this.#context, this.#host, () => (this.#provider = request.currentTarget));
    this.#host.dispatchEvent(request);
    return this.#provider;
  }

  /** The consumer would keep what a provider gave that the host has been taken out of. */
  hostDisconnected(): void {
    this.#value = undefined;
    this.#provider = null;
  }

  hostConnected(): void {
    const waiting = new Set<string>();
    closestComposed(this.#host, (element) => {
      if (element !== this.#host && element.localName.includes('-') && !element.matches(':defined'))
        waiting.add(element.localName);
      return false;
    });
    // The registry keeps a promise's reactions for ever where a tag is never defined: hold the host weakly.
    const self = new WeakRef(this);
    for (const tag of waiting) void customElements.whenDefined(tag).then(() => self.deref()?.askAgain());
  }

  /** @internal */
  askAgain(): void {
    if (this.#host.isConnected) this.#consumer.hostConnected();
  }
}
