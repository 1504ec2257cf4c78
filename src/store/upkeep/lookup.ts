import type { Id } from '../../model/index.js';
import { askRows } from '../ask-rows.js';
import type { Origin } from '../entity-table.js';
import type { StoreCore } from '../store-core.js';

/** Sessions that are remembered for not being asked for again. */
const MOST_ASKED = 10_000;

/** Reads single rows by their ids; the same one is never asked for twice at once. */
export class Lookup {
  readonly #core: StoreCore;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #askedOnce = new Set<Id>();

  constructor(core: StoreCore) {
    this.#core = core;
  }

  /** Reads a session; does nothing where the adapter cannot. */
  session(id: Id): Promise<void> {
    const { adapter, caller } = this.#core;
    if (!adapter.getSession) return Promise.resolve();
    return this.#once(`session:${id}`, async () => {
      const row: unknown = await caller.read((call) => adapter.getSession?.(id, call) ?? Promise.resolve(null));
      if (row === null) this.#core.sessions.forget(id);
      else this.#core.acceptSessions([row]);
    });
  }

  /** Reads a session that has changed: what is being read at this moment may be of before that. */
  async sessionAnew(id: Id): Promise<void> {
    await this.#underWay.get(`session:${id}`)?.catch(() => undefined);
    await this.session(id);
  }

  /** Reads a session that something is told of, once; whether its iterations are visible depends on it. */
  sessionOnce(id: Id): void {
    if (this.hasAsked(id)) return;
    this.remember(id);
    const forget = (): unknown => this.#askedOnce.delete(id);
    // One that is known need not be remembered, and may be forgotten and told of again.
    this.session(id).then(() => this.#core.sessions.get(id) && forget(), forget);
  }

  /** Whether it has asked for a session that it was told something of. */
  hasAsked(id: Id): boolean {
    return this.#askedOnce.has(id);
  }

  /** What asks for lists asks for their sessions. */
  remember(id: Id): void {
    this.#askedOnce.add(id);
    for (const oldest of this.#askedOnce) {
      if (this.#askedOnce.size <= MOST_ASKED) break;
      this.#askedOnce.delete(oldest);
    }
  }

  /**
   * Reads iterations, in the portions the adapter takes; does nothing where it cannot.
   * @param origin `list`: rows that are not known were there before, and change no count.
   */
  async iterations(ids: readonly Id[], origin?: Origin): Promise<void> {
    if (!this.#core.adapter.getIterations) return;
    const { lookupSize } = this.#core.capabilities.limits;
    for (let start = 0; start < ids.length; start += lookupSize) {
      const portion = ids.slice(start, start + lookupSize);
      await this.#once(`iterations:${JSON.stringify(portion)}`, () => this.#readPortion(portion, origin));
    }
  }

  async #readPortion(ids: readonly Id[], origin: Origin | undefined): Promise<void> {
    const { iterations } = this.#core;
    const rows = await askRows(this.#core, ids);
    this.#core.acceptIterations(rows, origin);
    ids.forEach((id, index) => {
      if (rows[index] === null) iterations.forget(id);
    });
  }

  #once(key: string, work: () => Promise<void>): Promise<void> {
    const known = this.#underWay.get(key);
    if (known) return known;
    const read = work().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, read);
    return read;
  }
}
