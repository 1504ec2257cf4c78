import { nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type AttributePart, type DirectiveResult } from 'lit/directive.js';
import { MediaLease, type MediaOpener } from './media-lease.js';

class MediaUrlDirective extends AsyncDirective {
  readonly #lease = new MediaLease();
  #part: AttributePart | undefined;
  #opener: MediaOpener | undefined;
  #url: string | undefined;
  #onError: ((cause: unknown) => void) | undefined;
  #value: unknown = nothing;

  render(): unknown {
    return this.#value;
  }

  override update(
    part: AttributePart,
    [opener, url, onError]: [MediaOpener | undefined, string | undefined, ((cause: unknown) => void)?],
  ): unknown {
    this.#onError = onError;
    if (url === this.#url && opener === this.#opener) return this.#value;
    [this.#part, this.#opener, this.#url] = [part, opener, url];
    this.#open();
    return this.#value;
  }

  protected override disconnected(): void {
    this.#lease.close();
  }

  protected override reconnected(): void {
    // Who holds the element may have taken its address off, and what is there already is not written again.
    this.setValue(nothing);
    this.#open();
  }

  #open(): void {
    this.#value = nothing;
    this.#lease.close();
    if (this.#url === undefined || !this.isConnected) return;
    this.#lease.open(this.#opener, this.#url, this.#part?.element.baseURI ?? '', (url, cause) => {
      this.setValue((this.#value = url ?? nothing));
      if (url === undefined) this.#onError?.(cause);
    });
  }
}

/**
 * The browser's address of a medium, for `src=${…}`: open while the element is connected, closed with the next one.
 * Nothing until it is known, and where it is not allowed.
 */
export const mediaUrl: (
  opener: MediaOpener | undefined,
  url: string | undefined,
  onError?: (cause: unknown) => void,
) => DirectiveResult = directive(MediaUrlDirective);
