import type { Call, ImaginationsAdapter, OpenedMedia } from '../data/index.js';
import type { Caller } from './calls.js';
import type { Clock } from './clock.js';

/** How long an address is kept after its last holder has gone, in ms: a tile that scrolls back in finds it open. */
const KEEP_MS = 1000;

interface Entry {
  readonly opened: Promise<OpenedMedia>;
  holders: number;
  callOff?: (() => void) | undefined;
}

/**
 * Opens addresses that only the adapter understands. An address is opened once however many hold it, and closed shortly
 * after the last one lets go.
 */
export class MediaOpener {
  readonly #open: ((url: string, call: Call) => Promise<OpenedMedia>) | undefined;
  readonly #schemes: () => readonly string[];
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(adapter: ImaginationsAdapter, schemes: () => readonly string[], caller: Caller, clock: Clock) {
    this.#open = adapter.openMedia && ((url, call) => adapter.openMedia?.(url, call) ?? Promise.reject(new Error(url)));
    this.#schemes = schemes;
    this.#caller = caller;
    this.#clock = clock;
  }

  /** Whether an address has to be opened; every other one goes to the URL gate as it is. */
  isPrivate(url: string): boolean {
    return this.#open !== undefined && this.#schemes().some((scheme) => url.startsWith(`${scheme}:`));
  }

  /**
   * An address that works until it is closed.
   * @throws AdapterError when the adapter cannot open it.
   */
  async open(url: string, signal?: AbortSignal): Promise<OpenedMedia> {
    const open = this.#open;
    if (!open || !this.isPrivate(url)) return { url, close: () => undefined };
    const entry = this.#entries.get(url) ?? this.#start(url, open);
    entry.callOff?.();
    entry.callOff = undefined;
    entry.holders++;
    let held = true;
    const close = (): void => {
      if (!held) return;
      held = false;
      this.#release(url, entry);
    };
    try {
      const opened = await entry.opened;
      if (signal?.aborted) close();
      return { url: opened.url, close };
    } catch (error) {
      close();
      throw error;
    }
  }

  /** Closes everything at once. */
  dispose(): void {
    for (const [url, entry] of this.#entries) this.#drop(url, entry);
  }

  #start(url: string, open: (url: string, call: Call) => Promise<OpenedMedia>): Entry {
    const entry: Entry = { opened: this.#caller.read((call) => open(url, call)), holders: 0 };
    this.#entries.set(url, entry);
    // A failure is not remembered: the next holder tries again.
    entry.opened.catch(() => this.#entries.get(url) === entry && this.#entries.delete(url));
    return entry;
  }

  #release(url: string, entry: Entry): void {
    if (--entry.holders > 0) return;
    entry.callOff = this.#clock.after(KEEP_MS, () => this.#drop(url, entry));
  }

  #drop(url: string, entry: Entry): void {
    entry.callOff?.();
    if (this.#entries.get(url) === entry) this.#entries.delete(url);
    entry.opened.then(
      (opened) => opened.close(),
      () => undefined,
    );
  }
}
