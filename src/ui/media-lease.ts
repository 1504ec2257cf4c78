import { safeMediaUrl } from '../internal/safe-url.js';

/** Turns addresses that only an adapter understands into ones a browser can show, for as long as they are needed. */
export interface MediaOpener {
  open(url: string, signal: AbortSignal): Promise<{ readonly url: string; close(): void }>;
}

/** One address at a time, opened when asked for and closed with the next one; a late answer is closed at once. */
export class MediaLease {
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
    const abort = (this.#abort = new AbortController());
    void this.#openWith(opener, url, base, abort.signal).then(onUrl, (cause: unknown) => {
      if (!abort.signal.aborted) onUrl(undefined, cause);
    });
  }

  close(): void {
    this.#abort?.abort();
    this.#close?.();
    this.#abort = this.#close = undefined;
  }

  async #openWith(opener: MediaOpener, url: string, base: string, signal: AbortSignal): Promise<string | undefined> {
    const opened = await opener.open(url, signal);
    if (signal.aborted) {
      opened.close();
      throw new DOMException('No longer wanted', 'AbortError');
    }
    this.#close = () => opened.close();
    return safeMediaUrl(opened.url, base);
  }
}
