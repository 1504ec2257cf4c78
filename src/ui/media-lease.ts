import { safeMediaUrl } from '../internal/safe-url.js';

/** Turns addresses that only an adapter understands into ones a browser can show, for as long as they are needed. */
export interface MediaOpener {
  open(url: string, signal: AbortSignal): Promise<{ readonly url: string; close(): void }>;
}

/** One address at a time, opened when asked for and closed with the next one; a late answer is closed at once. */
export class MediaLease {
  /** For what comes later: imported by itself, a bundler would make a chunk of it that the first picture waits for. */
  static readonly gate = safeMediaUrl;

  #abort: AbortController | undefined;
  #close: (() => void) | undefined;

  /**
   * Closes what was open and opens `url`. An address the browser may load as it is comes back at once.
   * @param base address of the document.
   * @param onUrl called with a gated address, or with nothing when it cannot be had.
   */
  open(
    opener: MediaOpener | undefined,
    url: string,
    base: string,
    onUrl: (url: string | undefined, cause?: unknown) => void,
  ): void {
    this.close();
    const direct = safeMediaUrl(url, base);
    if (direct !== undefined || !opener) {
      onUrl(direct);
      return;
    }
    const { signal } = (this.#abort = new AbortController());
    void opener.open(url, signal).then(
      (opened) => {
        const close = (): void => opened.close();
        if (signal.aborted) {
          close();
          return;
        }
        this.#close = close;
        onUrl(safeMediaUrl(opened.url, base));
      },
      (cause: unknown) => {
        if (!signal.aborted) onUrl(undefined, cause);
      },
    );
  }

  close(): void {
    this.#abort?.abort();
    this.#close?.();
    this.#abort = this.#close = undefined;
  }
}
