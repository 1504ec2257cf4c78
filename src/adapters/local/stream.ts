import { toFailure, type Change, type Subscription } from '../../data/index.js';
import { facet } from './facets.js';
import { logKey, readPosition, writePosition, type Place } from './position.js';
import type { ChangeRef, Tables, Transaction } from './storage.js';

const PAGE = 200;
const RETRY_MS = 2000;

/** Where a stream reads. */
interface Source {
  /** Fires when everything ends. */
  readonly ended: AbortSignal;
  read<R>(work: (tx: Transaction) => Promise<R>): Promise<R>;
  state(tx: Transaction): Promise<Tables['meta']>;
}

type Read = { readonly changes: readonly Change[]; readonly place: Place; readonly more: boolean };

/** Looks up what a reference of the log stands for; nothing where its removal is still to come. */
async function look(tx: Transaction, ref: ChangeRef): Promise<readonly Change[]> {
  if (ref.entity === 'everything') return [{ type: 'resync' }];
  const { entity, id, gone } = ref;
  if (gone) return [{ type: 'removed', entity, id, rev: gone.rev }];
  if (entity === 'iteration') {
    const item = (await tx.get('iterations', id))?.value.item;
    return item ? [{ type: entity, item }] : [];
  }
  if (entity === 'session') {
    const item = (await tx.get('sessions', id))?.value.item;
    return item ? [{ type: entity, item }] : [];
  }
  const item = (await tx.get('generations', id))?.value.item;
  return item ? [{ type: entity, item }] : [];
}

/** Reads what happened after a place; `resync` where the log does not reach back that far. */
async function readLog(source: Source, tx: Transaction, after: Place): Promise<Read> {
  const { epoch, seq } = await source.state(tx);
  const now = { epoch, seq };
  const resync: Read = { changes: [{ type: 'resync' }], place: now, more: false };
  if (after.epoch !== epoch || after.seq > seq) return resync;
  if (after.seq === seq) return { changes: [], place: now, more: false };
  const lower = { at: logKey(after.seq), id: '', open: true };
  const rows = await tx.page(
    'changes',
    { facet: facet.log, lower: { ...lower, id: logKey(after.seq) } },
    { limit: PAGE },
  );
  if (rows[0]?.at !== logKey(after.seq + 1)) return resync;
  const changes: Change[] = [];
  for (const ref of new Map(
    rows.flatMap(({ value }) => value.refs).map((each) => [JSON.stringify(each), each]),
  ).values()) {
    changes.push(...(await look(tx, ref)));
  }
  const place = { epoch, seq: Number(rows.at(-1)?.at) };
  return { changes, place, more: place.seq < seq };
}

/** One subscription: reads the log from its own place on whenever something was committed. */
class Live {
  readonly #source: Source;
  readonly #subscription: Subscription;
  readonly #onEnd: () => void;
  #place: Place | undefined;
  #wanted = false;
  #reading = false;
  #live = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(source: Source, subscription: Subscription, onEnd: () => void) {
    this.#source = source;
    this.#subscription = subscription;
    this.#onEnd = onEnd;
  }

  get #ended(): boolean {
    return this.#subscription.signal.aborted || this.#source.ended.aborted;
  }

  start(): void {
    this.#subscription.signal.addEventListener('abort', this.#end, { once: true });
    this.#call(() => this.#subscription.state('connecting'));
    this.wake();
  }

  send(change: Change): void {
    if (this.#live) this.#call(() => this.#subscription.change([change]));
  }

  wake(): void {
    this.#wanted = true;
    if (!this.#reading) void this.#read();
  }

  dispose(): void {
    clearTimeout(this.#retry);
    this.#subscription.signal.removeEventListener('abort', this.#end);
  }

  readonly #end = (): void => {
    this.dispose();
    this.#onEnd();
  };

  async #read(): Promise<void> {
    this.#reading = true;
    try {
      while (this.#wanted && !this.#ended) {
        this.#wanted = false;
        await this.#step();
      }
    } catch (error) {
      this.#lost(error);
    }
    this.#reading = false;
  }

  async #step(): Promise<void> {
    const { since } = this.#subscription;
    const read = await this.#source.read(async (tx): Promise<Read> => {
      const state = await this.#source.state(tx);
      if (this.#place) return readLog(this.#source, tx, this.#place);
      if (since === undefined) return { changes: [], place: state, more: false };
      return readLog(this.#source, tx, readPosition(since) ?? { epoch: '', seq: 0 });
    });
    const first = !this.#place;
    this.#place = read.place;
    if (!this.#live) this.#call(() => this.#subscription.state('live'));
    this.#live = true;
    // The first answer tells where the stream begins, also when nothing was missed.
    if (read.changes.length > 0 || first) {
      this.#call(() => this.#subscription.change(read.changes, writePosition(read.place)));
    }
    if (read.more) this.#wanted = true;
  }

  #lost(error: unknown): void {
    this.#live = false;
    if (this.#ended) return;
    this.#call(() => this.#subscription.state('offline', toFailure(error)));
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.wake(), RETRY_MS);
  }

  /** The callbacks are the caller's: what they throw must not stop the others. */
  #call(callback: () => void): void {
    if (this.#ended) return;
    try {
      callback();
    } catch {
      // Not ours to report: the console and the page belong to the host.
    }
  }
}

/** The subscriptions of one backend. */
export class Stream {
  readonly #source: Source;
  readonly #subscriptions = new Set<Live>();

  constructor(source: Source) {
    this.#source = source;
  }

  subscribe(subscription: Subscription): void {
    if (subscription.signal.aborted || this.#source.ended.aborted) return;
    const live = new Live(this.#source, subscription, () => this.#subscriptions.delete(live));
    this.#subscriptions.add(live);
    live.start();
  }

  /** Something was committed. */
  wake(): void {
    for (const live of this.#subscriptions) live.wake();
  }

  /** Sends something that is not kept. */
  send(change: Change): void {
    for (const live of this.#subscriptions) live.send(change);
  }

  dispose(): void {
    for (const live of this.#subscriptions) live.dispose();
    this.#subscriptions.clear();
  }
}
