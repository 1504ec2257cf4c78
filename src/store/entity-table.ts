import type { Entity, Id, RunStatus } from '../model/index.js';
import { accepts, acceptsRemoval, type Known } from './reconcile.js';

/** A change a person made that the backend has not shown yet. */
export interface Overlay<T> {
  /** The mutation it belongs to. */
  readonly key: string;
  apply(item: T): T;
}

interface Pending<T> extends Overlay<T> {
  /** Settled: shown until the row arrives with this rev, or - `next` - arrives at all. */
  until?: number | 'next';
}

/** One row before and after a change; `undefined`: it was not there. */
export interface RowChange<T> {
  readonly id: Id;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

type Row = Entity & { readonly status?: RunStatus };

/**
 * All known rows of one entity type: what the backend last said, with the overlays of mutations under way on top.
 * Snapshots are frozen and keep their identity until the row changes.
 */
export class EntityTable<T extends Row> {
  readonly #known = new Map<Id, Known<T>>();
  readonly #overlays = new Map<Id, Pending<T>[]>();
  readonly #merged = new Map<Id, T>();
  readonly #onChange: (change: RowChange<T>) => void;
  readonly #isSame: (a: T, b: T) => boolean;

  /**
   * @param onChange called for every visible change of a row.
   * @param isSame whether two rows of equal rev show the same; then the older snapshot is kept.
   */
  constructor(onChange: (change: RowChange<T>) => void, isSame: (a: T, b: T) => boolean = () => false) {
    this.#onChange = onChange;
    this.#isSame = isSame;
  }

  /** The row as a person sees it. */
  get(id: Id): T | undefined {
    const cached = this.#merged.get(id);
    if (cached) return cached;
    const confirmed = this.confirmed(id);
    if (!confirmed) return undefined;
    const merged = Object.freeze(
      (this.#overlays.get(id) ?? []).reduce((item, overlay) => overlay.apply(item), confirmed),
    );
    this.#merged.set(id, merged);
    return merged;
  }

  /** The row as the backend last said. */
  confirmed(id: Id): T | undefined {
    const known = this.#known.get(id);
    return known && 'item' in known ? known.item : undefined;
  }

  /** Every row there is, as a person sees it. */
  *values(): Generator<T> {
    for (const id of this.#known.keys()) {
      const row = this.get(id);
      if (row) yield row;
    }
  }

  /** Takes a row from the backend, unless a newer one is known. */
  accept(item: T): void {
    const current = this.#known.get(item.id);
    if (!accepts(current, item)) return;
    const same =
      current &&
      'item' in current &&
      item.rev !== undefined &&
      item.rev === current.item.rev &&
      this.#isSame(current.item, item);
    this.#change(item.id, () => {
      if (!same) this.#known.set(item.id, { item: Object.freeze({ ...item }) });
      return this.#expire(item.id, item.rev) || !same;
    });
  }

  /** Changes a row without a word of the backend on its order: progress, fresh addresses. */
  adjust(id: Id, change: (item: T) => T): void {
    const item = this.confirmed(id);
    if (!item) return;
    const next = change(item);
    if (next === item) return;
    this.#change(id, () => {
      this.#known.set(id, { item: Object.freeze(next) });
      return true;
    });
  }

  /** Takes a removal from the backend. */
  remove(id: Id, rev?: number): void {
    if (!acceptsRemoval(this.#known.get(id), rev)) return;
    this.#change(id, () => {
      this.#known.set(id, { removed: true, rev });
      this.#overlays.delete(id);
      return true;
    });
  }

  /** Forgets a row altogether: a placeholder that the backend never knew. */
  forget(id: Id): void {
    this.#change(id, () => this.#known.delete(id));
  }

  /** Shows a change before the backend has it. */
  overlay(id: Id, overlay: Overlay<T>): void {
    this.#change(id, () => {
      this.#overlays.set(id, [...(this.#overlays.get(id) ?? []), { ...overlay }]);
      return true;
    });
  }

  /** The backend has made the change, and the row carries it from `rev` on. */
  settle(id: Id, key: string, rev: number | undefined): void {
    this.#change(id, () => {
      for (const overlay of this.#overlays.get(id) ?? []) if (overlay.key === key) overlay.until = rev ?? 'next';
      const known = this.confirmed(id)?.rev;
      return rev !== undefined && known !== undefined && this.#expire(id, known);
    });
  }

  /** The backend has refused the change: back to what it last said, with all other overlays kept. */
  rollBack(id: Id, key: string): void {
    this.#change(id, () => this.#keepOverlays(id, (overlay) => overlay.key !== key));
  }

  #expire(id: Id, rev: number | undefined): boolean {
    return this.#keepOverlays(id, ({ until }) => {
      if (until === undefined) return true;
      return until !== 'next' && rev !== undefined && rev < until;
    });
  }

  #keepOverlays(id: Id, keep: (overlay: Pending<T>) => boolean): boolean {
    const overlays = this.#overlays.get(id);
    const kept = overlays?.filter(keep);
    if (!overlays || kept?.length === overlays.length) return false;
    if (kept?.length) this.#overlays.set(id, kept);
    else this.#overlays.delete(id);
    return true;
  }

  #change(id: Id, mutate: () => boolean): void {
    const before = this.get(id);
    if (!mutate()) return;
    this.#merged.delete(id);
    const after = this.get(id);
    if (before !== after) this.#onChange({ id, before, after });
  }
}
