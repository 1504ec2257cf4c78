import type { Filter, Id } from '../../model/index.js';
import { EVERYTHING, type Looks, type Mask } from './looks.js';
import type { Marks } from './marks.js';
import type { Run, Sessions } from './sessions.js';

/** Lists with more rows than these are remembered until something is moved or put away. */
const FEW = 1000;

/** What is asked about the members of a session. */
export interface MembersOptions {
  readonly size: number;
  readonly sessions: Sessions;
  readonly items: Marks;
  readonly looks: Looks;
  /** The id of the session that begins with a row. */
  readonly idOf: (start: number) => Id;
}

const rangeOf = ({ start, end }: Run): Uint32Array => Uint32Array.from({ length: end - start }, (_, at) => start + at);

/** Which rows a session holds: the run it was made with, without what has left it, and with what has come. */
export class Members {
  readonly #of: MembersOptions;
  readonly #lists = new Map<string, Uint32Array>();
  /** What the lists were made from. */
  #basis: readonly unknown[] = [];

  constructor(options: MembersOptions) {
    this.#of = options;
  }

  /** The rows of a session, in ascending order. */
  all(start: number): Uint32Array {
    return this.changed(start) ?? rangeOf(this.#of.sessions.of(start));
  }

  /** The same; `undefined` where the session is as it was made. */
  changed(start: number): Uint32Array | undefined {
    const { size, sessions, items, idOf } = this.#of;
    const { moved } = items;
    const isMade = start >= size;
    if (moved.size === 0 && !isMade) return undefined;
    const come = moved.get(idOf(start)) ?? new Uint32Array(0);
    if (isMade) return come;
    const run = sessions.of(start);
    const kept = rangeOf(run).filter((row) => items.mark(row).sessionId === undefined);
    if (come.length === 0) return kept.length === run.end - run.start ? undefined : kept;
    return this.#remembered(`${start}`, () => {
      const list = new Uint32Array(come.length + kept.length);
      list.set(come);
      list.set(kept, come.length);
      return list.sort();
    });
  }

  /** The rows of a session that a filter lets through; `undefined` where it is as it was made. */
  listed(start: number, mask: Mask, archived: NonNullable<Filter['archived']>): Uint32Array | undefined {
    const { looks, items } = this.#of;
    const all = this.changed(start);
    const isEverybody = archived === 'include' || (archived === 'exclude' && items.archived.length === 0);
    if (!all || (mask === EVERYTHING && isEverybody)) return all;
    const passes = (row: number): boolean =>
      (looks.bit(row) & mask) !== 0 &&
      (isEverybody || (items.mark(row).archivedAt !== undefined) === (archived === 'only'));
    return this.#remembered(`${start} ${mask} ${archived}`, () => all.filter(passes));
  }

  #remembered(key: string, make: () => Uint32Array): Uint32Array {
    const { items } = this.#of;
    const basis = [items.moved, items.archived];
    if (basis.some((one, at) => one !== this.#basis[at])) this.#lists.clear();
    this.#basis = basis;
    const list = this.#lists.get(key) ?? make();
    if (list.length > FEW) this.#lists.set(key, list);
    return list;
  }
}
