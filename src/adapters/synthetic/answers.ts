import { AdapterError } from '../../data/index.js';
import { stableJson } from '../../internal/stable-json.js';

/** Answers that are remembered by their idempotency key. */
const MOST_KEYS = 200;

/** Does what is asked for one after the other, and once per key. */
export class Answers {
  readonly #known = new Map<string, { readonly request: string; readonly answer: Promise<unknown> }>();
  #turn: Promise<unknown> = Promise.resolve();

  /** @throws AdapterError `conflict` where the key belongs to another request; the same one gets the same answer. */
  run<T>(request: unknown, key: string, work: () => T | Promise<T>): Promise<T> {
    const wanted = stableJson(request);
    const known = this.#known.get(key);
    if (known && known.request !== wanted) {
      throw new AdapterError('conflict', 'This idempotency key belongs to another request');
    }
    if (known) return known.answer as Promise<T>;
    const answer = this.#turn.then(work);
    this.#turn = answer.catch(() => undefined);
    // What was not done may be tried again.
    answer.catch(() => this.#known.delete(key));
    this.#known.set(key, { request: wanted, answer });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KEYS && oldest !== undefined) this.#known.delete(oldest);
    return answer;
  }
}
