import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One `AbortSignal` per connection of the host: aborts on disconnect, is a new one after a reconnect. */
export class ConnectionController implements ReactiveController {
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#abort.abort();
    host.addController(this);
  }

  /** Aborted while the host is not connected. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  hostConnected(): void {
    // Already connected while being constructed: Lit calls once more with the first connection.
    if (this.#abort.signal.aborted) this.#abort = new AbortController();
  }

  hostDisconnected(): void {
    this.#abort.abort();
  }
}
