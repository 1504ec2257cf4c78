import { safeMediaUrl } from '../../internal/safe-url.js';
import type { Iteration } from '../../model/index.js';
import type { ImaginationsStore, MediaOpener } from '../../store/index.js';
import { fullPictureUrl } from './full-picture.js';
import { siblingOf, type LightboxView } from './sequence.js';

/** Which neighbours are loaded ahead: mostly in the direction people go. */
const NEAR = [1, 2, -1] as const;

/** The picture an iteration begins with. */
const firstPicture = ({ kind, media }: Iteration): string | undefined =>
  !media || kind === 'audio' ? undefined : kind === 'image' ? fullPictureUrl(media) : media.poster?.url;

/** Loads the pictures of the neighbours, and forgets those that are no longer near - also while they load. */
export class Prefetch {
  readonly #held = new Map<string, () => void>();

  show(view: LightboxView, store: ImaginationsStore, base: string): void {
    const near = NEAR.flatMap((by) => store.iteration(siblingOf(view, by) ?? '') ?? []);
    const wanted = new Set(near.flatMap((row) => firstPicture(row) ?? []));
    for (const [url, drop] of this.#held) {
      if (wanted.has(url)) continue;
      this.#held.delete(url);
      drop();
    }
    for (const url of wanted) if (!this.#held.has(url)) this.#held.set(url, hold(store.media, url, base));
  }

  clear(): void {
    for (const drop of this.#held.values()) drop();
    this.#held.clear();
  }
}

function hold(opener: MediaOpener, url: string, base: string): () => void {
  const abort = new AbortController();
  const img = new Image();
  img.decoding = 'async';
  img.fetchPriority = 'low';
  img.referrerPolicy = 'no-referrer';
  let close = (): void => undefined;
  opener.open(url, abort.signal).then(
    (opened) => {
      close = () => opened.close();
      const src = safeMediaUrl(opened.url, base);
      if (abort.signal.aborted) close();
      else if (src !== undefined) img.src = src;
    },
    // It is asked for again when it is to be shown.
    () => undefined,
  );
  return () => {
    abort.abort();
    // Not removeAttribute: Chromium would keep an <img> that is in no page, and what stands for a missing picture in it.
    img.src = '';
    close();
  };
}
