import type { Id, Instant, Iteration } from '../../model/index.js';
import { WINDOW } from './looks.js';

/** What a person has made of a row; rows of which the same was made share it. */
export interface Mark extends Pick<Iteration, 'starred' | 'rating' | 'flag' | 'tags' | 'note' | 'projectIds'> {
  readonly archivedAt?: Instant;
  /** Where it was moved to; absent in the session it was made in. */
  readonly sessionId?: Id;
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
  /** The page that was asked for last: neighbours are asked for one after the other. */
  #last: { readonly window: number; readonly page: Page | undefined } = { window: -1, page: undefined };
  readonly #known: Mark[] = [{}];
  readonly #numbers = new Map<string, number>();
  #archived: Uint32Array | undefined;
  #moved: ReadonlyMap<Id, Uint32Array> | undefined;

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
    const [before, now] = [this.at(page.marks[place] ?? 0), this.at(mark)];
    page.marks[place] = mark;
    page.writes[place] = write;
    page.changes[place] = (page.changes[place] ?? 0) + 1;
    if (before.archivedAt !== now.archivedAt) {
      page.archived = undefined;
      this.#archived = undefined;
    }
    if (before.sessionId !== now.sessionId) this.#moved = undefined;
    return this.rev(row);
  }

  /** Something else of a row has changed: its rev grows. @returns it. */
  touch(row: number): number {
    const { changes } = this.#page(row) ?? this.#add(row);
    changes[row % WINDOW] = (changes[row % WINDOW] ?? 0) + 1;
    return this.rev(row);
  }

  /** The rows that are put away, in ascending order. */
  get archived(): Uint32Array {
    return (this.#archived ??= this.#findArchived());
  }

  /** The rows that were moved, in ascending order, by the session they were moved to: another map after each move. */
  get moved(): ReadonlyMap<Id, Uint32Array> {
    return (this.#moved ??= this.#findMoved());
  }

  #findArchived(): Uint32Array {
    const away = this.#known.map(({ archivedAt }) => archivedAt !== undefined);
    const parts = this.#inOrder().map(([window, page]) => (page.archived ??= this.#archivedIn(window, page, away)));
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

  /** Counts first, so that each list is made as long as it has to be. */
  #findMoved(): ReadonlyMap<Id, Uint32Array> {
    const ids = [...new Set(this.#known.flatMap(({ sessionId }) => sessionId ?? []))];
    if (ids.length === 0) return new Map();
    const places = new Map(ids.map((id, place) => [id, place]));
    const placeOf = Int32Array.from(this.#known, ({ sessionId = '' }) => places.get(sessionId) ?? -1);
    const counts = new Uint32Array(ids.length);
    const pages = this.#inOrder();
    const each = (work: (place: number, row: number) => void): void => {
      for (const [window, { marks }] of pages) {
        for (let row = 0; row < WINDOW; row++) {
          const place = placeOf[marks[row] ?? 0] ?? -1;
          if (place >= 0) work(place, window * WINDOW + row);
        }
      }
    };
    each((place) => (counts[place] = (counts[place] ?? 0) + 1));
    const lists = Array.from(counts, (count) => new Uint32Array(count));
    const ends = new Uint32Array(ids.length);
    each((place, row) => {
      const end = ends[place] ?? 0;
      const list = lists[place];
      if (list) list[end] = row;
      ends[place] = end + 1;
    });
    return new Map(ids.flatMap((id, place) => (lists[place]?.length ? [[id, lists[place]]] : [])));
  }

  #inOrder(): readonly (readonly [window: number, page: Page])[] {
    return [...this.#pages].sort(([a], [b]) => a - b);
  }

  #page(row: number): Page | undefined {
    const window = Math.floor(row / WINDOW);
    if (window === this.#last.window) return this.#last.page;
    const page = this.#pages.get(window);
    if (page) this.#last = { window, page };
    return page;
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
