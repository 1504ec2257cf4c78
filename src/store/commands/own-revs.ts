import type { Id } from '../../model/index.js';
import type { StoreCore } from '../store-core.js';

/** Rows that are remembered. */
const MOST_ROWS = 200_000;

/** The revs that commands of this store gave a row one after another, with nobody in between. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Which revs of rows are of our own making. A row that was starred, archived and brought back here is three revs on, and
 * the star may still be taken back; one that somebody else has touched in between is left alone.
 */
class OwnRevs {
  readonly #runs = new Map<Id, Run>();

  /** A command has given a row a rev. @param before the one that it was known to have. */
  note(id: Id, before: number | undefined, rev: number): void {
    const run = this.#runs.get(id);
    const goesOn = run && (before === undefined || before <= run.last);
    this.#runs.delete(id);
    this.#runs.set(id, { first: goesOn ? run.first : rev, last: Math.max(rev, goesOn ? run.last : rev) });
    if (this.#runs.size <= MOST_ROWS) return;
    const [oldest] = this.#runs.keys();
    if (oldest !== undefined) this.#runs.delete(oldest);
  }

  /** The last rev that is of our own making, from one of ours on. */
  lastFrom(id: Id, rev: number): number {
    const run = this.#runs.get(id);
    return run && rev >= run.first && rev <= run.last ? run.last : rev;
  }
}

const known = new WeakMap<StoreCore, OwnRevs>();

/** The revs that the commands of a store gave. */
export function ownRevs(core: StoreCore): OwnRevs {
  const revs = known.get(core) ?? new OwnRevs();
  known.set(core, revs);
  return revs;
}
