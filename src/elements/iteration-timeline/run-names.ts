import type { CollectionModel } from '../collection/collection-model.js';

/** Ends of runs that are remembered. */
const MOST = 4000;

/**
 * Names for runs of neighbours of one session, which may have several: a run keeps its name as long as it begins or ends with what
 * it began or ended with, whatever comes to it at the other end and to others around it.
 */
export class RunNames {
  readonly #ends = new Map<string, string>();
  /** Names given since the list changed last, and to which section. */
  #given = new Map<string, number>();
  #last = 0;

  /** The list may be another. */
  begin(): void {
    this.#given = new Map();
  }

  name(model: CollectionModel, section: number): string {
    const { rows, count } = model;
    const session = rows.sectionKey(section);
    const first = rows.sectionFirst(section);
    const last = Math.max(first, Math.min(count, rows.sectionEnd(section)) - 1);
    const ends = [first, last].map((item) => `${model.key(item)} ${session}`);
    const known = ends
      .map((end) => this.#ends.get(end))
      .find((name) => name !== undefined && this.#isFree(name, section));
    const name = known ?? `run${this.#last++}`;
    this.#given.set(name, section);
    for (const end of ends) {
      this.#ends.delete(end);
      this.#ends.set(end, name);
    }
    for (const oldest of this.#ends.keys()) {
      if (this.#ends.size <= MOST) break;
      this.#ends.delete(oldest);
    }
    return name;
  }

  #isFree(name: string, section: number): boolean {
    return (this.#given.get(name) ?? section) === section;
  }
}
