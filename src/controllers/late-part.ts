import type { ReactiveElement } from 'lit';

/**
 * A part of an element whose code comes on demand: loaded and made once, and asked for again at the next occasion where
 * that fails - there may be no connection.
 */
export class LatePart<T> {
  readonly #host: ReactiveElement;
  readonly #make: () => Promise<T>;
  #coming: Promise<T | undefined> | undefined;
  #now: T | undefined;

  /** @param make imports the code and makes the part. */
  constructor(host: ReactiveElement, make: () => Promise<T>) {
    this.#host = host;
    this.#make = make;
  }

  /** Nothing until it is there. */
  get now(): T | undefined {
    return this.#now;
  }

  /** Resolves when what was asked for has come, or failed to; nothing where nobody has asked. */
  get coming(): Promise<T | undefined> | undefined {
    return this.#coming;
  }

  /** Asks for it, and draws its host anew; answers with nothing where it cannot be had. */
  need(): Promise<T | undefined> {
    return (this.#coming ??= this.#make().then(
      (part) => {
        this.#now = part;
        this.#host.requestUpdate();
        return part;
      },
      () => (this.#coming = undefined),
    ));
  }

  /** The part, once it is drawn. */
  async drawn(): Promise<T | undefined> {
    if (await this.need()) await this.#host.updateComplete;
    return this.#now;
  }
}
