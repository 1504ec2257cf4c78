import { createId } from '../../internal/create-id.js';
import { stableJson } from '../../internal/stable-json.js';
import {
  addToCounts,
  NO_COUNTS,
  type Counts,
  type Generation,
  type Id,
  type Instant,
  type Iteration,
  type Session,
} from '../../model/index.js';
import { facet, generationEntry, iterationEntry, sessionEntry } from './facets.js';
import type { Local } from './local.js';
import { logKey } from './position.js';
import type { ChangeRef, Tables, Transaction } from './storage.js';

const COVER = 4;
/** Commits the log remembers; who was away for longer reads everything again. */
const LOG = 5000;
const SWEEP = 5;

const instant = (ms: number): Instant => new Date(ms).toISOString();

/** Everything one command changes: it bumps each `rev` once, keeps the sessions' counts right and writes the log. */
export class UnitOfWork {
  readonly tx: Transaction;
  /** When it happens. */
  readonly at: Instant;
  /** Place in the log. */
  readonly seq: number;
  readonly #local: Local;
  readonly #epoch: string;
  readonly #refs = new Map<string, ChangeRef>();
  readonly #counts = new Map<Id, Counts>();
  readonly #active = new Set<Id>();
  #clock: number;

  private constructor(local: Local, tx: Transaction, state: Tables['meta']) {
    this.#local = local;
    this.tx = tx;
    // The database may have been cleared under us.
    this.#epoch = state.epoch === '' ? createId(Date.now()) : state.epoch;
    this.seq = state.seq + 1;
    this.#clock = state.clock;
    this.at = this.tick().at;
  }

  static async begin(local: Local, tx: Transaction): Promise<UnitOfWork> {
    return new UnitOfWork(local, tx, await local.state(tx));
  }

  /** The next instant of this backend (each is later than the last) and an id made from it. */
  tick(): { readonly at: Instant; readonly id: Id } {
    this.#clock = Math.max(Math.floor(this.#local.clock()), this.#clock + 1);
    return { at: instant(this.#clock), id: this.#local.newId(this.#clock) };
  }

  async iteration(id: Id): Promise<Iteration | undefined> {
    return (await this.tx.get('iterations', id))?.value.item;
  }

  async session(id: Id): Promise<Session | undefined> {
    return (await this.tx.get('sessions', id))?.value.item;
  }

  async generation(id: Id): Promise<Tables['generations'] | undefined> {
    return (await this.tx.get('generations', id))?.value;
  }

  /** Writes an iteration, new or changed. */
  async saveIteration(next: Iteration): Promise<Iteration> {
    const entry = await this.tx.get('iterations', next.id);
    const earlier = entry?.value.item;
    const item = this.#bumped('iteration', next, earlier);
    const session = await this.session(item.sessionId);
    await this.tx.put('iterations', iterationEntry(item, session, entry?.value.born ?? this.seq));
    if (earlier) await this.#count(earlier, -1);
    await this.#count(item, 1);
    return item;
  }

  async saveSession(next: Session): Promise<Session> {
    const entry = await this.tx.get('sessions', next.id);
    const earlier = entry?.value.item;
    const item = this.#bumped('session', next, earlier);
    await this.tx.put('sessions', sessionEntry(item, entry?.value.born ?? this.seq));
    if (earlier && Boolean(earlier.archivedAt) !== Boolean(item.archivedAt)) await this.#relist(item);
    return item;
  }

  async saveGeneration(next: Tables['generations']): Promise<Generation> {
    const earlier = await this.generation(next.item.id);
    const item = this.#bumped('generation', next.item, earlier?.item);
    await this.tx.put('generations', generationEntry(item, next));
    return item;
  }

  /** Says that something happened in a session now. */
  touch(sessionId: Id): void {
    this.#active.add(sessionId);
  }

  async removeIteration(item: Iteration): Promise<number> {
    await this.tx.delete('iterations', item.id);
    await this.#count(item, -1);
    return this.#gone('iteration', item);
  }

  async removeSession(item: Session): Promise<number> {
    await this.tx.delete('sessions', item.id);
    this.#counts.delete(item.id);
    this.#active.delete(item.id);
    return this.#gone('session', item);
  }

  async removeGeneration(item: Generation): Promise<void> {
    await this.tx.delete('generations', item.id);
    this.#gone('generation', item);
  }

  /** Says that everything is to be read again. */
  changedEverything(): void {
    this.#refs.set('', { entity: 'everything' });
  }

  /** Brings the sessions in step; to be called before they are answered, at the latest by `finish`. */
  async settle(): Promise<void> {
    for (const id of new Set([...this.#counts.keys(), ...this.#active])) {
      const session = await this.session(id);
      if (!session) continue;
      const next = await this.#settled(session);
      if (stableJson(next) !== stableJson(session)) await this.saveSession(next);
    }
    this.#counts.clear();
    this.#active.clear();
  }

  /** Writes the log. Whether anything changed. */
  async finish(): Promise<boolean> {
    await this.settle();
    if (this.#refs.size === 0) return false;
    const key = logKey(this.seq);
    await this.tx.put('changes', { id: key, at: key, facets: [facet.log], value: { refs: [...this.#refs.values()] } });
    const upper = { at: logKey(Math.max(0, this.seq - LOG)), id: '', open: true };
    for (const old of await this.tx.page('changes', { facet: facet.log, upper }, { limit: SWEEP })) {
      await this.tx.delete('changes', old.id);
    }
    const value = { epoch: this.#epoch, seq: this.seq, clock: this.#clock };
    await this.tx.put('meta', { id: 'state', at: this.at, facets: [], value });
    return true;
  }

  async #settled(session: Session): Promise<Session> {
    const counts = this.#counts.get(session.id) ?? session.counts ?? NO_COUNTS;
    const shown = { facet: facet.session('e', session.id) };
    const cover = (await this.tx.page('iterations', shown, { limit: COVER, reverse: true })).map(
      ({ value }) => value.item,
    );
    return { ...session, counts, cover, ...(this.#active.has(session.id) && { lastActivityAt: this.at }) };
  }

  /** The rev grows once a command, however often it writes the same entity. */
  #bumped<E extends Session | Iteration | Generation>(
    entity: 'session' | 'iteration' | 'generation',
    next: E,
    earlier?: E,
  ): E {
    const key = entity + next.id;
    const rev = this.#refs.has(key) && earlier ? earlier.rev : ((earlier ?? next).rev ?? 0) + 1;
    this.#refs.set(key, { entity, id: next.id });
    return { ...next, rev, updatedAt: this.at };
  }

  #gone(entity: 'session' | 'iteration' | 'generation', item: Session | Iteration | Generation): number {
    const rev = (item.rev ?? 0) + 1;
    this.#refs.set(entity + item.id, { entity, id: item.id, gone: { rev } });
    return rev;
  }

  async #count(item: Iteration, by: 1 | -1): Promise<void> {
    const known = this.#counts.get(item.sessionId) ?? (await this.session(item.sessionId))?.counts ?? NO_COUNTS;
    this.#counts.set(item.sessionId, item.archivedAt ? known : addToCounts(known, item, by));
  }

  /** Lists the members of a session anew: they are hidden with it, or come back. They themselves do not change. */
  async #relist(session: Session): Promise<void> {
    for (const of of ['e', 'o'] as const) {
      const span = { facet: facet.session(of, session.id) };
      const count = await this.tx.count('iterations', span);
      for (const { value } of await this.tx.page('iterations', span, { limit: count || 1 })) {
        await this.tx.put('iterations', iterationEntry(value.item, session, value.born));
      }
    }
  }
}
