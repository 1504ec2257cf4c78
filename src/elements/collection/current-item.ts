import type { Id } from '../../model/index.js';
import type { CollectionModel, IdOrder } from './collection-model.js';

/** How far to look for a neighbour of what has left. */
const MOST_STEPS = 500;

/** What there is to know of a list to follow one of its items. */
export type Followed = Pick<CollectionModel, 'count' | 'id' | 'indexOf' | 'itemNear'>;

/**
 * Which item has the focus, or had it last: kept by id. Where it leaves the list, its neighbour takes its place.
 */
export class CurrentItem {
  #id: Id | undefined;
  #index = 0;
  /** Where up and down aim at. */
  goal: number | undefined;

  get id(): Id | undefined {
    return this.#id;
  }

  /** Where it was last. */
  get index(): number {
    return this.#index;
  }

  set(id: Id | undefined, index = 0): void {
    if (id !== this.#id) this.goal = undefined;
    this.#id = id;
    this.#index = Math.max(0, index);
  }

  /** Looks where it is in a list that has changed; `before` is the list as it was. */
  follow(model: Followed, before: IdOrder): void {
    if (this.#id === undefined) return;
    const index = model.indexOf(this.#id);
    if (index >= 0) {
      this.#index = index;
      return;
    }
    // It may only have come into a segment that is still to be read.
    if ((model.itemNear?.(this.#id, before.id(this.#index + 1)) ?? -1) >= 0) return;
    const next = this.#neighbour(model, before);
    this.set(next, model.indexOf(next));
  }

  #neighbour(model: Followed, before: IdOrder): Id | undefined {
    const at = this.#index;
    for (let step = 1; step < MOST_STEPS; step++) {
      const after = before.id(at + step);
      if (after !== undefined && model.indexOf(after) >= 0) return after;
    }
    for (let step = 1; step < MOST_STEPS; step++) {
      const earlier = before.id(at - step);
      if (earlier !== undefined && model.indexOf(earlier) >= 0) return earlier;
    }
    return model.id(Math.min(at, model.count - 1));
  }
}
