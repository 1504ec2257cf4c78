interface Entry {
  readonly url: Promise<string>;
  holders: number;
}

/** An object URL held open. */
export interface HeldUrl {
  readonly url: string;
  /** Lets it go; idempotent. The last holder's revokes the address. */
  close(): void;
}

/** One object URL per blob, for as long as somebody holds it. */
export class ObjectUrlPool {
  readonly #entries = new Map<string, Entry>();
  #disposed = false;

  /**
   * Holds the address of a blob.
   * @param key names the blob; while it is held, `load` is not asked again.
   * @throws what `load` rejects with.
   */
  async open(key: string, load: () => Promise<Blob>): Promise<HeldUrl> {
    const entry = this.#entries.get(key) ?? this.#create(key, load);
    entry.holders++;
    const release = () => this.#release(key, entry);
    try {
      const url = await entry.url;
      let open = true;
      return {
        url,
        close: () => {
          if (open) release();
          open = false;
        },
      };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** Revokes everything. */
  dispose(): void {
    this.#disposed = true;
    for (const [key, entry] of this.#entries) {
      this.#entries.delete(key);
      revoke(entry);
    }
  }

  #create(key: string, load: () => Promise<Blob>): Entry {
    const url = load().then((blob) => {
      if (this.#disposed) throw new DOMException('The pool has been disposed of', 'AbortError');
      return URL.createObjectURL(blob);
    });
    const entry = { url, holders: 0 };
    this.#entries.set(key, entry);
    return entry;
  }

  #release(key: string, entry: Entry): void {
    entry.holders--;
    if (entry.holders > 0 || this.#entries.get(key) !== entry) return;
    this.#entries.delete(key);
    revoke(entry);
  }
}

const revoke = (entry: Entry): void =>
  void entry.url.then(
    (url) => URL.revokeObjectURL(url),
    () => undefined,
  );
