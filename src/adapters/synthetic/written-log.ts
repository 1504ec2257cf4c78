/** Writes that can be taken back, and the rows of all of them; of the latest, however many it changed. */
const MOST_TOKENS = 5000;
const MOST_ROWS = 5_000_000;

/** What a write did, to take it back: eight bytes a row. */
export interface Written {
  readonly on: 'iteration' | 'session';
  readonly write: number;
  readonly rows: Uint32Array;
  /** The number of the mark of each before. */
  readonly before: Uint32Array;
  readonly isNamed: boolean;
  /** The session that came with it. */
  readonly made?: number;
  /** The session that went with it. */
  readonly unmade?: number;
}

/** What writes did, by their tokens; the oldest are forgotten. */
export class WrittenLog {
  readonly #written = new Map<string, Written>();
  /** How many rows those have changed. */
  #rows = 0;

  get(token: string): Written | undefined {
    return this.#written.get(token);
  }

  add(token: string, written: Written): void {
    this.#written.set(token, written);
    this.#rows += written.rows.length;
    for (const [oldest, { rows }] of this.#written) {
      if (oldest === token || (this.#rows <= MOST_ROWS && this.#written.size <= MOST_TOKENS)) return;
      this.#written.delete(oldest);
      this.#rows -= rows.length;
    }
  }
}
