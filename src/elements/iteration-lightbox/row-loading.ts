import { toFailure } from '../../data/index.js';
import type { Failure, Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { knownFailure } from '../outcome/known-failure.js';

const NOT_FOUND: Failure = { code: 'not-found', message: 'There is no such iteration', retryable: false };

/** Reads what is to be shown, where it is not known; the newest wish wins. */
export class RowLoading {
  readonly #onFailed: () => void;
  #newest: object | undefined;
  #failure: Failure | undefined;

  /** @param onFailed what has been read is seen in the store; what could not be is only told here. */
  constructor(onFailed: () => void) {
    this.#onFailed = onFailed;
  }

  /** Why there is nothing to show. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  start(store: ImaginationsStore, id: Id): void {
    const wish = (this.#newest = {});
    this.#failure = undefined;
    void this.#read(store, id).then((failure) => {
      if (this.#newest !== wish) return;
      this.#failure = failure && knownFailure(failure);
      if (failure) this.#onFailed();
    });
  }

  async #read(store: ImaginationsStore, id: Id): Promise<Failure | undefined> {
    const failure = await store.loadIteration(id).then((found) => (found ? undefined : NOT_FOUND), toFailure);
    for (const { iterationId } of store.iteration(id)?.parents ?? []) {
      if (iterationId !== undefined) void store.loadIteration(iterationId).catch(() => undefined);
    }
    return failure;
  }
}
