import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type DirectiveResult, type ElementPart } from 'lit/directive.js';
import { MediaLease, type MediaOpener } from './media-lease.js';

/** What a picture shows; `data-state` on the `<img>` is `loading`, `shown`, `ready` (was in the cache) or `failed`. */
export interface PictureSource {
  readonly opener: MediaOpener | undefined;
  readonly url: string | undefined;
  readonly onError?: ((cause: unknown) => void) | undefined;
}

class PictureSourceDirective extends AsyncDirective {
  readonly #lease = new MediaLease();
  #img: HTMLImageElement | undefined;
  #source: PictureSource | undefined;

  render(): unknown {
    return noChange;
  }

  override update(part: ElementPart, [source]: [PictureSource]): unknown {
    if (!this.#img) {
      this.#img = part.element as HTMLImageElement;
      this.#img.addEventListener('load', () => this.#settle('shown'));
      this.#img.addEventListener('error', (event) => this.#fail(event));
    }
    const before = this.#source;
    this.#source = source;
    if (before?.url !== source.url || before?.opener !== source.opener) this.#load();
    return noChange;
  }

  protected override disconnected(): void {
    this.#lease.close();
    // What has left must not load on.
    if (this.#img?.complete === false) this.#img.removeAttribute('src');
  }

  protected override reconnected(): void {
    this.#load();
  }

  #load(): void {
    const [img, source] = [this.#img, this.#source];
    this.#lease.close();
    // Opened out of the page it would never be closed; coming back loads it.
    if (!img || !source || !this.isConnected) return;
    // An <img> that is used again must not show the former picture meanwhile.
    img.removeAttribute('src');
    this.#settle('loading');
    if (source.url === undefined) {
      this.#fail(undefined);
      return;
    }
    this.#lease.open(source.opener, source.url, img.baseURI, (url, cause) => {
      if (url === undefined) {
        this.#fail(cause);
        return;
      }
      img.src = url;
      if (img.complete && img.naturalWidth > 0) this.#settle('ready');
    });
  }

  #settle(state: 'loading' | 'shown' | 'ready' | 'failed'): void {
    const img = this.#img;
    if (!img || (state === 'shown' && img.dataset['state'] === 'ready')) return;
    img.dataset['state'] = state;
  }

  #fail(cause: unknown): void {
    this.#settle('failed');
    this.#source?.onError?.(cause);
  }
}

/** Gives an `<img>` its picture: `<img ${pictureSource({ opener, url })}>`; open while connected, gated, faded in by CSS. */
export const pictureSource: (source: PictureSource) => DirectiveResult = directive(PictureSourceDirective);
