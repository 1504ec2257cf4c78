import { isFinal, type Generation, type Id, type Iteration } from '../model/index.js';
import { isPlaceholder } from './is-placeholder.js';

const runOf = (row: Iteration | undefined): Id | undefined =>
  row && !isFinal(row.status) && !isPlaceholder(row.id) ? row.generationId : undefined;

/**
 * Which generations have to be followed: those that are not final, and those of iterations that are not - after a reload
 * only the iterations are known.
 */
export class RunningGenerations {
  readonly #onStart: () => void;
  readonly #generations = new Set<Id>();
  readonly #iterations = new Map<Id, Set<Id>>();
  /** The backend has said the last of them: it does not know them, or they are final. */
  readonly ended = new Set<Id>();

  /** @param onStart called when there is one more to follow. */
  constructor(onStart: () => void) {
    this.#onStart = onStart;
  }

  /** The generations that were read and are not final. */
  get known(): readonly Id[] {
    return [...this.#generations];
  }

  /** All that have to be followed. */
  get ids(): readonly Id[] {
    return [...new Set([...this.#generations, ...this.#iterations.keys()])].filter((id) => !this.ended.has(id));
  }

  /** The iterations of a generation that are not final. */
  iterationsOf(id: Id): readonly Id[] {
    return [...(this.#iterations.get(id) ?? [])];
  }

  generationChanged(id: Id, after: Generation | undefined): void {
    if (!after || isFinal(after.status)) return void this.#generations.delete(id);
    const isNew = !this.isFollowed(id);
    this.#generations.add(id);
    // It may have been asked for before the backend knew it.
    if (this.ended.delete(id) || isNew) this.#onStart();
  }

  iterationChanged(id: Id, before: Iteration | undefined, after: Iteration | undefined): void {
    const was = runOf(before);
    const is = runOf(after);
    if (was === is) return;
    if (was !== undefined) {
      this.#iterations.get(was)?.delete(id);
      if (this.#iterations.get(was)?.size === 0) this.#iterations.delete(was);
    }
    if (is === undefined) return;
    const isNew = !this.isFollowed(is);
    this.#iterations.set(is, (this.#iterations.get(is) ?? new Set()).add(id));
    if (isNew && !this.ended.has(is)) this.#onStart();
  }

  /** Whether anything of it is not final. */
  isFollowed(id: Id): boolean {
    return this.#generations.has(id) || this.#iterations.has(id);
  }
}
