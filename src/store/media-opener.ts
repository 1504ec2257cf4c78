import { AdapterError, type Call, type ImaginationsAdapter, type OpenedMedia } from '../data/index.js';
import type { Caller } from './calls.js';
import type { Clock } from './clock.js';
import { isId, isRecord } from './sanitize.js';

/** How long an address is kept after its last holder has gone, in ms: a tile that scrolls back in finds it open. */
const KEEP_MS = 1000;

interface Entry {
  readonly opened: Promise<OpenedMedia>;
  readonly stop: AbortController;
  isOpen: boolean;
  holders: number;
  callOff?: (() => void) | undefined;
}

const isOpened = (value: unknown): value is OpenedMedia => isRecord(value) && isId(value['url']);

const closeQuietly = (opened: unknown): void => {
  try {
    if (isRecord(opened) && typeof opened['close'] === 'function') (opened as unknown as OpenedMedia).close();
  } catch {
    // The adapter's own trouble; the address is not used any more.
  }
};

/**
 * Opens addresses that only the adapter understands. An address is opened once however many hold it, and closed shortly
 * after the last one lets go.
 */
export class MediaOpener {
  readonly #adapter: ImaginationsAdapter;
  readonly #schemes: () => readonly string[];
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(adapter: ImaginationsAdapter, schemes: () => readonly string[], caller: Caller, clock: Clock) {
    this.#adapter = adapter;
    this.#schemes = schemes;
    this.#caller = caller;
    this.#clock = clock;
  }

  /** Whether an address has to be opened; every other one goes to the URL gate as it is. */
  isPrivate(url: string): boolean {
    return this.#adapter.openMedia !== undefined && this.#schemes().some((scheme) => url.startsWith(`${scheme}:`));
  }

  /**
   * An address that works until it is closed.
   * @throws AdapterError when the adapter cannot open it; `aborted`, at once, when the signal aborts.
   */
  async open(url: string, signal?: AbortSignal): Promise<OpenedMedia> {
    if (!this.isPrivate(url)) return { url, close: () => undefined };
    if (signal?.aborted) throw new AdapterError('aborted');
    const entry = this.#entries.get(url) ?? this.#start(url);
    entry.callOff?.();
    entry.callOff = undefined;
    entry.holders++;
    let isHeld = true;
    const close = (): void => {
      if (!isHeld) return;
      isHeld = false;
      if (--entry.holders === 0) this.#release(url, entry);
    };
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        close();
        reject(new AdapterError('aborted'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      const settle = (act: () => void): void => {
        signal?.removeEventListener('abort', stop);
        act();
      };
      entry.opened.then(
        (opened) => settle(() => resolve({ url: opened.url, close })),
        (error: unknown) =>
          settle(() => {
            close();
            reject(error instanceof AdapterError ? error : new AdapterError('internal'));
          }),
      );
    });
  }

  /** Closes everything at once. */
  dispose(): void {
    for (const [url, entry] of this.#entries) this.#drop(url, entry);
  }

  #start(url: string): Entry {
    const stop = new AbortController();
    const opened = this.#caller.read((call) => this.#open(url, call), { signal: stop.signal });
    const entry: Entry = { opened, stop, isOpen: false, holders: 0 };
    this.#entries.set(url, entry);
    opened.then(
      () => (entry.isOpen = true),
      // A failure is not remembered: the next holder tries again.
      () => this.#entries.get(url) === entry && this.#entries.delete(url),
    );
    return entry;
  }

  async #open(url: string, call: Call): Promise<OpenedMedia> {
    const opened: unknown = await this.#adapter.openMedia?.(url, call);
    if (call.signal.aborted) {
      // Nobody waits any more: what was opened too late would stay open for ever.
      closeQuietly(opened);
      throw new AdapterError('aborted');
    }
    if (!isOpened(opened)) throw new AdapterError('internal', 'The adapter opened no address');
    return opened;
  }

  #release(url: string, entry: Entry): void {
    // What is still being opened was scrolled past.
    if (!entry.isOpen) {
      this.#drop(url, entry);
      return;
    }
    entry.callOff = this.#clock.after(KEEP_MS, () => this.#drop(url, entry));
  }

  #drop(url: string, entry: Entry): void {
    entry.callOff?.();
    if (this.#entries.get(url) !== entry) return;
    this.#entries.delete(url);
    entry.stop.abort();
    entry.opened.then(closeQuietly, () => undefined);
  }
}
