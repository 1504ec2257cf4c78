import type { Id, Kind } from '../../../../src/model/index.js';

/** A row, as far as a selection cares. */
export interface Item {
  readonly id: Id;
  readonly createdAt: string;
  kind: Kind;
  archived: boolean;
}

/** What a list shows. */
export interface View {
  readonly kind: Kind | 'all';
  readonly archived: boolean;
}

export const matches = (item: Item, { kind, archived }: View): boolean =>
  (kind === 'all' || item.kind === kind) && item.archived === archived;

interface Base {
  ids: Id[];
  all: { readonly view: View; readonly until: string; except: Id[] } | undefined;
}

const copy = ({ ids, all }: Base): Base => ({ ids: [...ids], all: all && { ...all, except: [...all.except] } });

/** A selection as one would write it down: nothing is fast, every question goes through everything. */
export class NaiveSelection {
  readonly #items: () => readonly Item[];
  #base: Base = { ids: [], all: undefined };
  /** What was selected before the range that can still change. */
  #before: Base | undefined;
  #anchor: { id: Id; on: boolean } | undefined;

  constructor(items: () => readonly Item[]) {
    this.#items = items;
  }

  has(id: Id): boolean {
    return this.#inBase(id);
  }

  selected(): Id[] {
    return this.#items().flatMap(({ id }) => (this.has(id) ? [id] : []));
  }

  set(ids: readonly Id[], on: boolean): void {
    this.#before = undefined;
    for (const id of ids) this.#put(id, on);
    const last = ids.at(-1);
    if (last !== undefined) this.#anchor = { id: last, on };
  }

  toggle(id: Id): void {
    this.set([id], !this.has(id));
  }

  range(list: readonly Id[], to: number): void {
    const id = list[to]!;
    const from = this.#anchor ? list.indexOf(this.#anchor.id) : -1;
    if (!this.#anchor || from < 0) {
      this.set([id], true);
      return;
    }
    const { on } = this.#anchor;
    const ids = list.slice(Math.min(from, to), Math.max(from, to) + 1);
    if (this.#before) this.#base = this.#before;
    this.#before = copy(this.#base);
    for (const one of ids) if (this.#inBase(one) !== on) this.#put(one, on);
  }

  marquee(ids: readonly Id[], stays: boolean): void {
    this.#before = undefined;
    if (stays) for (const id of ids) this.#put(id, true);
  }

  all(view: View, until: string): void {
    this.clear();
    this.#base.all = { view, until, except: [] };
  }

  /** Of what a view shows. */
  invert(view: View, until: string): void {
    this.#before = undefined;
    this.#anchor = undefined;
    const shown = this.#items().filter((item) => matches(item, view));
    const { all } = this.#base;
    if (all && JSON.stringify(all.view) !== JSON.stringify(view)) {
      for (const { id } of shown) this.#put(id, !this.#inBase(id));
      return;
    }
    const here = new Set(shown.map(({ id }) => id));
    const hidden = this.#base.ids.filter((id) => !here.has(id));
    if (all) {
      // What has come since was never part of it.
      this.#base = {
        ids: [...hidden, ...all.except.filter((id) => here.has(id) && this.#isOfAll(id))],
        all: undefined,
      };
    } else {
      const except = this.#base.ids.filter((id) => here.has(id));
      this.#base = { ids: hidden, all: { view, until, except } };
    }
  }

  clear(): void {
    this.#before = undefined;
    this.#base = { ids: [], all: undefined };
    this.#anchor = undefined;
  }

  forget(id: Id): void {
    for (const base of [this.#base, this.#before]) {
      if (!base) continue;
      base.ids = base.ids.filter((one) => one !== id);
      if (base.all) base.all.except = base.all.except.filter((one) => one !== id);
    }
    if (this.#anchor?.id === id) this.#anchor = undefined;
  }

  #inBase(id: Id): boolean {
    return this.#base.ids.includes(id) || (this.#isOfAll(id) && !this.#base.all!.except.includes(id));
  }

  #isOfAll(id: Id): boolean {
    const { all } = this.#base;
    const item = this.#items().find((one) => one.id === id);
    return all !== undefined && item !== undefined && matches(item, all.view) && item.createdAt <= all.until;
  }

  #put(id: Id, on: boolean): void {
    const { all } = this.#base;
    // What was selected by itself stays so, whatever it has come to be part of since.
    const isOfAll = this.#isOfAll(id) && !this.#base.ids.includes(id);
    this.#base.ids = this.#base.ids.filter((one) => one !== id);
    if (all) all.except = all.except.filter((one) => one !== id);
    if (on && !isOfAll) this.#base.ids.push(id);
    if (!on) all?.except.push(id);
  }
}
