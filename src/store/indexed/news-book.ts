import type { Id } from '../../model/index.js';
import type { News } from './index-news.js';

/**
 * What is laid over the segments, by the place of the segment that each belongs to: of a hundred thousand changes, only those
 * segments are put together again that the last of them belong to.
 */
export class NewsBook {
  readonly #places = new Map<Id, number>();
  readonly #groups = new Map<number, Map<Id, News>>();
  readonly #touched = new Set<number>();

  get size(): number {
    return this.#places.size;
  }

  /** How many belong to a segment. */
  sizeAt(at: number): number {
    return this.#groups.get(at)?.size ?? 0;
  }

  has(id: Id): boolean {
    return this.#places.has(id);
  }

  /** @param at the place of its segment; -1: it has none any more. */
  set(news: News, at: number): void {
    const { id } = news;
    const before = this.#places.get(id);
    if (before !== undefined) {
      this.#groups.get(before)?.delete(id);
      this.#touched.add(before);
      this.#places.delete(id);
    }
    if (at < 0) return;
    const group = this.#groups.get(at) ?? new Map<Id, News>();
    this.#groups.set(at, group.set(id, news));
    this.#places.set(id, at);
    this.#touched.add(at);
  }

  at(place: number): readonly News[] {
    return [...(this.#groups.get(place)?.values() ?? [])];
  }

  /** The places of which something is other than when this was last asked. */
  touched(): readonly number[] {
    const places = [...this.#touched];
    this.#touched.clear();
    return places;
  }

  clear(): void {
    for (const at of this.#groups.keys()) this.#touched.add(at);
    this.#places.clear();
    this.#groups.clear();
  }

  /** Other segments: finds the place of each anew. @param placeOf -1: it is not needed any more. */
  sort(placeOf: (news: News) => number): void {
    const all = [...this.#groups.values()].flatMap((group) => [...group.values()]);
    this.clear();
    for (const news of all) this.set(news, placeOf(news));
  }
}
