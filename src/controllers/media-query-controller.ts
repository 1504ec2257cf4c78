import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether a media query matches; the host is rendered again when that changes. */
export class MediaQueryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: string;
  #list: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost, query: string) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  get matches(): boolean {
    return (this.#list ?? matchMedia(this.#query)).matches;
  }

  hostConnected(): void {
    this.#list?.removeEventListener('change', this.#handleChange);
    this.#list = matchMedia(this.#query);
    this.#list.addEventListener('change', this.#handleChange);
  }

  hostDisconnected(): void {
    this.#list?.removeEventListener('change', this.#handleChange);
    this.#list = undefined;
  }

  readonly #handleChange = (): void => this.#host.requestUpdate();
}
