import type { Instant, Iteration } from '../../model/index.js';
import { WINDOW } from './looks.js';

/** What a person has made of a row; rows of which the same was made share it. */
export interface Mark extends Pick<Iteration, 'starred' | 'rating' | 'flag' | 'tags' | 'note'> {
  readonly archivedAt?: Instant;
}

/** A row's mark by number, how often it has changed, and the write that changed it last. */
interface Page {
  readonly marks: Uint32Array;
  readonly changes: Uint32Array;
  readonly writes: Uint32Array;
  /** Rows of it that are put away, in ascending order; nothing where that has to be found anew. */
  archived: readonly number[] | undefined;
}

/** The marks of numbered rows: twelve bytes a row, for the thousands of which one has been touched. */
export class Marks {
  readonly #pages = new Map<number, Page>();
  readonly #known: Mark[] = [{}];
  readonly #numbers = new Map<string, number>();
  #archived: Uint32Array | undefined;

  mark(row: number): Mark {
    return this.at(this.numberOf(row));
  }

  /** The mark behind a number. */
  at(number: number): Mark {
    return this.#known[number] ?? {};
  }

  /** The number of a row's mark; 0: nothing has been made of it. */
  numberOf(row: number): number {
    return this.#page(row)?.marks[row % WINDOW] ?? 0;
  }

  rev(row: number): number {
    return 1 + (this.#page(row)?.changes[row % WINDOW] ?? 0);
  }

  /** The write that changed a row last; 0: none. */
  writeOf(row: number): number {
    return this.#page(row)?.writes[row % WINDOW] ?? 0;
  }

  /** The number of a mark. */
  add(mark: Mark): number {
    const fields = Object.entries(mark).sort(([a], [b]) => (a < b ? -1 : 1));
    if (fields.length === 0) return 0;
    const key = JSON.stringify(fields);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#known.push(mark) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** Gives a row another mark. @returns its rev. */
  set(row: number, mark: number, write: number): number {
    const page = this.#page(row) ?? this.#add(row);
    const place = row % WINDOW;
    page.marks[place] = mark;
    page.writes[place] = write;
    page.changes[place] = (page.changes[place] ?? 0) + 1;
    page.archived = undefined;
    this.#archived = undefined;
    return this.rev(row);
  }

  /** The rows that are put away, in ascending order. */
  get archived(): Uint32Array {
    return (this.#archived ??= this.#findArchived());
  }

  #findArchived(): Uint32Array {
    const away = this.#known.map(({ archivedAt }) => archivedAt !== undefined);
    const pages = [...this.#pages].sort(([a], [b]) => a - b);
    const parts = pages.map(([window, page]) => (page.archived ??= this.#archivedIn(window, page, away)));
    const found = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
    let next = 0;
    for (const part of parts) {
      found.set(part, next);
      next += part.length;
    }
    return found;
  }

  /** Of the pages that nothing has changed in since, this is known. */
  #archivedIn(window: number, { marks }: Page, away: readonly boolean[]): readonly number[] {
    const found: number[] = [];
    marks.forEach((mark, place) => {
      if (mark > 0 && away[mark]) found.push(window * WINDOW + place);
    });
    return found;
  }

  #page(row: number): Page | undefined {
    return this.#pages.get(Math.floor(row / WINDOW));
  }

  #add(row: number): Page {
    const page = {
      marks: new Uint32Array(WINDOW),
      changes: new Uint32Array(WINDOW),
      writes: new Uint32Array(WINDOW),
      archived: [],
    };
    this.#pages.set(Math.floor(row / WINDOW), page);
    return page;
  }
}
