import { isAbort, type Call } from '../data/index.js';
import {
  addToCounts,
  NO_COUNTS,
  queryKey,
  type Counts,
  type Iteration,
  type Query,
  type Session,
} from '../model/index.js';
import type { Caller } from './calls.js';
import type { Clock } from './clock.js';

/** Changes are gathered for this long before the backend is asked again, in ms. */
const SETTLE_MS = 300;

/** What a view of counts needs. */
export interface CountsSource {
  readonly query: Query;
  fetch(query: Query, call: Call): Promise<Counts>;
  /** Whether a row counts. */
  matches(row: Iteration): boolean;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

const clean = (answer: unknown): Counts => {
  const given = Object.entries(typeof answer === 'object' && answer !== null ? answer : {});
  return { ...NO_COUNTS, ...Object.fromEntries(given.filter(([, value]) => isCount(value))) };
};

/** Counts of what a query matches: changed at once by what happens here, and confirmed by the backend shortly after. */
export class CountsView {
  readonly #source: CountsSource;
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #value: Counts | null = null;
  #callOff: (() => void) | undefined;
  #started = false;

  constructor(source: CountsSource, caller: Caller, clock: Clock, onChange: () => void) {
    this.#source = source;
    this.#caller = caller;
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** `null` until they are known. */
  get value(): Counts | null {
    return this.#value;
  }

  /** Reads them, unless that has been done or is under way. */
  load(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#read();
  }

  /** A row has changed. */
  touch(before: Iteration | undefined, after: Iteration | undefined): void {
    const was = before !== undefined && this.#source.matches(before);
    const is = after !== undefined && this.#source.matches(after);
    if (!was && !is) return;
    const same = was && is && before.kind === after.kind && before.status === after.status;
    if (same) return;
    if (was) this.#add(before, -1);
    if (is) this.#add(after, 1);
    this.refresh();
  }

  /** A session was put away or brought back: its iterations go and come with it. */
  touchSession(session: Session, by: 1 | -1): void {
    const { counts } = session;
    if (!counts || !this.#value) return this.refresh();
    const { kinds } = this.#source.query.filter ?? {};
    const now = this.#value;
    const change = (name: keyof Counts): number => Math.max(0, (now[name] ?? 0) + by * (counts[name] ?? 0));
    if (!kinds) {
      this.#set({
        total: change('total'),
        image: change('image'),
        video: change('video'),
        audio: change('audio'),
        active: change('active'),
        failed: change('failed'),
      });
    }
    this.refresh();
  }

  /** Asks the backend again, soon. */
  refresh(): void {
    if (!this.#started) return;
    this.#callOff?.();
    this.#callOff = this.#clock.after(SETTLE_MS, () => void this.#read());
  }

  /** Calls off what is scheduled. */
  dispose(): void {
    this.#callOff?.();
  }

  #add(row: Iteration, by: 1 | -1): void {
    if (this.#value) this.#set(addToCounts(this.#value, row, by));
  }

  #set(counts: Counts): void {
    this.#value = Object.freeze(counts);
    this.#onChange();
  }

  async #read(): Promise<void> {
    const { query, fetch } = this.#source;
    try {
      this.#set(clean(await this.#caller.latest(`counts:${queryKey(query)}`, (call) => fetch(query, call))));
    } catch (thrown) {
      // Counts are a help, not the content: without them the interface shows none.
      if (!isAbort(thrown)) this.#started = false;
    }
  }
}
