import type { Change, Subscription } from '../../data/index.js';
import { createId } from '../../internal/create-id.js';
import { readPosition, writePosition } from '../local/position.js';

/** Writes the log remembers; who was away for longer reads everything again. */
const MOST = 200;
/** A write of more rows than these is told as one `resync`. */
const MOST_CHANGES = 500;

/** What looks up how the rows of a write are by now. */
type Look = () => readonly Change[];

/** Tells subscribers what was written. */
export class ChangeLog {
  readonly #epoch = createId(Date.now());
  readonly #ended: AbortSignal;
  readonly #subscriptions = new Set<Subscription>();
  /** The latest writes; the last one's place is `#seq`. */
  readonly #writes: Look[] = [];
  #seq = 0;

  /** @param ended fires when everything ends. */
  constructor(ended: AbortSignal) {
    this.#ended = ended;
  }

  get position(): string {
    return writePosition({ epoch: this.#epoch, seq: this.#seq });
  }

  /** Notes a write, and tells of it. */
  add(count: number, look: Look): void {
    const told: Look = count > MOST_CHANGES ? () => [{ type: 'resync' }] : look;
    this.#writes.push(told);
    if (this.#writes.length > MOST) this.#writes.shift();
    this.#seq++;
    for (const subscription of this.#subscriptions) {
      this.#call(subscription, () => subscription.change(told(), this.position));
    }
  }

  async subscribe(subscription: Subscription): Promise<void> {
    this.#call(subscription, () => subscription.state('connecting'));
    await Promise.resolve();
    if (this.#isOver(subscription)) return;
    this.#subscriptions.add(subscription);
    subscription.signal.addEventListener('abort', () => this.#subscriptions.delete(subscription), { once: true });
    this.#call(subscription, () => subscription.state('live'));
    this.#call(subscription, () => subscription.change(this.#since(subscription.since), this.position));
  }

  dispose(): void {
    this.#subscriptions.clear();
  }

  #since(since: string | undefined): readonly Change[] {
    if (since === undefined) return [];
    const place = readPosition(since);
    const missed = this.#seq - (place?.seq ?? 0);
    if (place?.epoch !== this.#epoch || missed < 0 || missed > this.#writes.length) return [{ type: 'resync' }];
    return missed === 0 ? [] : this.#writes.slice(-missed).flatMap((look) => look());
  }

  #isOver({ signal }: Subscription): boolean {
    return signal.aborted || this.#ended.aborted;
  }

  /** The callbacks are the caller's: what they throw must not stop the others. */
  #call(subscription: Subscription, callback: () => void): void {
    if (this.#isOver(subscription)) return;
    try {
      callback();
    } catch {
      // Not ours to report: the console and the page belong to the host.
    }
  }
}
