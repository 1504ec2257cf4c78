import type { Entity, Id, RunStatus } from '../model/index.js';
import { accepts, acceptsRemoval, type Known } from './reconcile.js';

/** How long a backend's lists may lag behind its writes, in ms (contract rule 35). */
export const LAG_MS = 10_000;

/** A change a person made that the backend has not shown yet. */
export interface Overlay<T> {
  /** The mutation it belongs to. */
  readonly key: string;
  apply(item: T): T;
}

/** An overlay, and what has become of it. */
export interface Pending<T> extends Overlay<T> {
  /** Set once the backend has made the change: the rev from which on rows carry it, where known, and when that was. */
  settled?: { readonly rev: number | undefined; readonly at: number };
}

/** Where a row comes from: a `list` may lag behind writes, and what it shows first was there before. */
export type Origin = 'news' | 'list';

/** One row before and after a change; `undefined`: it was not there. */
export interface RowChange<T> {
  readonly id: Id;
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Only this store learned or forgot the row: there are neither more nor fewer of them. */
  readonly quiet: boolean;
}

type Row = Entity & { readonly status?: RunStatus };

/** Options of a table. */
export interface EntityTableOptions<T> {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Called for every visible change of a row. */
  onChange(change: RowChange<T>): void;
  /** Whether two rows of equal rev show the same; then the older snapshot is kept. */
  isSame(a: T, b: T): boolean;
}

/**
 * All known rows of one entity type: what the backend last said, with the overlays of mutations under way on top.
 * Snapshots are frozen and keep their identity until the row changes.
 */
export class EntityTable<T extends Row> {
  readonly #options: EntityTableOptions<T>;
  /** @internal What nobody uses is taken out of it, unnoticed. */
  readonly known = new Map<Id, Known<T>>();
  /** @internal */
  readonly overlays = new Map<Id, readonly Pending<T>[]>();
  /** @internal Rows with their overlays; only for rows that have some. */
  readonly merged = new Map<Id, T>();
  /** @internal Rows that were looked at since this was last emptied. */
  readonly seen = new Set<Id>();

  constructor(options: EntityTableOptions<T>) {
    this.#options = options;
  }

  /** The row as a person sees it. */
  get(id: Id): T | undefined {
    const row = this.#shown(id);
    if (row) this.seen.add(id);
    return row;
  }

  /** The same, where nobody looks at it. */
  #shown(id: Id): T | undefined {
    const confirmed = this.confirmed(id);
    const overlays = this.overlays.get(id);
    if (!confirmed || !overlays) return confirmed;
    const cached = this.merged.get(id);
    if (cached) return cached;
    const merged = Object.freeze(overlays.reduce((item, overlay) => overlay.apply(item), confirmed));
    this.merged.set(id, merged);
    return merged;
  }

  /** The row as the backend last said. */
  confirmed(id: Id): T | undefined {
    const known = this.known.get(id);
    return known && 'item' in known ? known.item : undefined;
  }

  /** Takes a row from the backend, unless a newer one is known. */
  accept(item: T, origin: Origin = 'news'): void {
    const current = this.known.get(item.id);
    if (!accepts(current, item)) return;
    const same =
      current &&
      'item' in current &&
      item.rev !== undefined &&
      item.rev === current.item.rev &&
      this.#options.isSame(current.item, item);
    const quiet = origin === 'list' && current === undefined;
    this.#change(
      item.id,
      () => {
        if (!same) this.known.set(item.id, { item: Object.freeze({ ...item }), at: quiet ? 0 : this.#options.now() });
        return this.#expire(item.id, item.rev, origin) || !same;
      },
      quiet,
    );
  }

  /** Changes a row without a word of the backend on its order: progress, fresh addresses. */
  adjust(id: Id, change: (item: T) => T): void {
    const item = this.confirmed(id);
    if (!item) return;
    const next = change(item);
    if (next === item) return;
    this.#change(id, () => {
      this.known.set(id, { item: Object.freeze(next), at: this.#options.now() });
      return true;
    });
  }

  /** Takes a removal from the backend. */
  remove(id: Id, rev?: number): void {
    if (!acceptsRemoval(this.known.get(id), rev)) return;
    this.#change(id, () => {
      this.known.set(id, { removed: true, rev, at: this.#options.now() });
      this.overlays.delete(id);
      return true;
    });
  }

  /** Forgets a row: a placeholder that the backend never knew, or one that it does not find any more. */
  forget(id: Id): void {
    this.#change(
      id,
      () => {
        this.overlays.delete(id);
        return this.confirmed(id) !== undefined && this.known.delete(id);
      },
      true,
    );
  }

  /** Shows a change before the backend has it. */
  overlay(id: Id, overlay: Overlay<T>): void {
    this.#change(id, () => {
      this.overlays.set(id, [...(this.overlays.get(id) ?? []), { ...overlay }]);
      return true;
    });
  }

  /** The backend has made the change, and the row carries it from `rev` on. */
  settle(id: Id, key: string, rev: number | undefined): void {
    const at = this.#options.now();
    for (const overlay of this.overlays.get(id) ?? []) if (overlay.key === key) overlay.settled = { rev, at };
    const known = this.confirmed(id)?.rev;
    if (rev !== undefined && known !== undefined) this.#change(id, () => this.#expire(id, known, 'news'));
  }

  /** The backend has refused the change: back to what it last said, with all other overlays kept. */
  rollBack(id: Id, key: string): void {
    this.#change(id, () => this.#keepOverlays(id, (overlay) => overlay.key !== key));
  }

  /** A row has arrived: takes away the overlays that it carries. Without revs, a list may be older than the change. */
  #expire(id: Id, rev: number | undefined, origin: Origin): boolean {
    const lagging = this.#options.now() - LAG_MS;
    return this.#keepOverlays(id, ({ settled }) => {
      if (!settled) return true;
      const behind = rev !== undefined && settled.rev !== undefined ? rev < settled.rev : origin === 'list';
      return behind && settled.at > lagging;
    });
  }

  #keepOverlays(id: Id, keep: (overlay: Pending<T>) => boolean): boolean {
    const overlays = this.overlays.get(id);
    const kept = overlays?.filter(keep);
    if (!overlays || kept?.length === overlays.length) return false;
    if (kept?.length) this.overlays.set(id, kept);
    else this.overlays.delete(id);
    return true;
  }

  #change(id: Id, mutate: () => boolean, quiet = false): void {
    const before = this.#shown(id);
    if (!mutate()) return;
    this.merged.delete(id);
    const after = this.#shown(id);
    if (before !== after) this.#options.onChange({ id, before, after, quiet });
  }
}
