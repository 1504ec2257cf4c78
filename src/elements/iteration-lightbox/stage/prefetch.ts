import { safeMediaUrl } from '../../../internal/safe-url.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore, MediaOpener } from '../../../store/index.js';
import { firstPicture } from '../../media/first-picture.js';
import { siblingOf, type LightboxView } from '../sequence.js';

/** Which neighbours are loaded ahead, in the direction people go. */
const NEAR = [1, 2, -1] as const;
/** Who pages faster than that, in ms, sees none of what is passed. */
const REST_MS = 120;

/** Loads the pictures of the neighbours, and forgets those that are no longer near - also while they load. */
export class Prefetch {
  readonly #held = new Map<string, () => void>();
  #shown: Id | null = null;
  #at = -1;
  #direction: 1 | -1 = 1;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #load = (): void => undefined;

  /** @param others what one may go to besides the siblings. */
  show(view: LightboxView, store: ImaginationsStore, base: string, others: readonly Id[] = []): void {
    const isOther = view.id !== this.#shown;
    this.#turn(view, isOther);
    const ids = [...NEAR.flatMap((by) => siblingOf(view, by * this.#direction) ?? []), ...others];
    const near = ids.flatMap((id) => store.iteration(id) ?? []);
    const wanted = new Set(near.flatMap((row) => firstPicture(row) ?? []));
    for (const [url, drop] of this.#held) {
      if (wanted.has(url)) continue;
      this.#held.delete(url);
      drop();
    }
    this.#load = () => {
      this.#rest = undefined;
      for (const url of wanted) if (!this.#held.has(url)) this.#held.set(url, hold(store.media, url, base));
    };
    if (isOther) {
      clearTimeout(this.#rest);
      this.#rest = setTimeout(() => this.#load(), REST_MS);
    } else if (this.#rest === undefined) this.#load();
  }

  /** Whether a picture has been loaded ahead, as far as somebody knows. */
  readonly has = (url: string): boolean => this.#held.has(url);

  clear(): void {
    clearTimeout(this.#rest);
    this.#rest = undefined;
    this.#shown = null;
    this.#at = -1;
    this.#direction = 1;
    for (const drop of this.#held.values()) drop();
    this.#held.clear();
  }

  #turn({ id, list }: LightboxView, isOther: boolean): void {
    const at = id === null || !list ? -1 : list.ids.indexOf(id);
    if (isOther && at >= 0 && this.#at >= 0 && at !== this.#at) this.#direction = at < this.#at ? -1 : 1;
    this.#shown = id;
    this.#at = at;
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
      else if (src !== undefined) {
        img.src = src;
        img.decode().catch(() => undefined);
      }
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
