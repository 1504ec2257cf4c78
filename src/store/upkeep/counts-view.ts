import type { Call } from '../../data/index.js';
import {
  addToCounts,
  NO_COUNTS,
  queryKey,
  type Counts,
  type Iteration,
  type Query,
  type Session,
} from '../../model/index.js';
import type { Caller } from '../calls.js';
import type { Clock } from '../clock.js';
import type { RowChange } from '../entity-table.js';
import { Reread } from './reread.js';
import { isRecord } from '../sanitize.js';

/** What a view of counts needs. */
export interface CountsSource {
  readonly query: Query;
  /** Asks the backend; `undefined` where it cannot count this query. */
  fetch(query: Query, call: Call): Promise<Counts> | undefined;
  /** Whether a row counts. */
  matches(row: Iteration): boolean;
  /** Whether rows that are not held are being changed: then what is held tells nothing. */
  isUnsure(): boolean;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;

const clean = (answer: unknown): Counts | null => {
  if (!isRecord(answer) || !isCount(answer['total'])) return null;
  return { ...NO_COUNTS, ...Object.fromEntries(Object.entries(answer).filter(([, value]) => isCount(value))) };
};

/** Counts of what a query matches: changed at once by what happens here, and confirmed by the backend shortly after. */
export class CountsView {
  readonly #source: CountsSource;
  readonly #caller: Caller;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #key: string;
  #value: Counts | null = null;
  readonly #reread: Reread;
  #changes = 0;
  #started = false;
  #usedAt: number;

  constructor(source: CountsSource, caller: Caller, clock: Clock, onChange: () => void) {
    this.#source = source;
    this.#caller = caller;
    this.#clock = clock;
    this.#onChange = onChange;
    this.#key = `counts:${queryKey(source.query)}`;
    this.#usedAt = clock.now();
    this.#reread = new Reread(clock, caller, () => void this.#read());
  }

  /** `null` until they are known. */
  get value(): Counts | null {
    this.#usedAt = this.#clock.now();
    return this.#value;
  }

  /** When somebody last looked. */
  get usedAt(): number {
    return this.#usedAt;
  }

  /** Reads them, unless that has been done or is under way. */
  load(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#read();
  }

  /** A row has changed. */
  touch({ before, after, quiet }: RowChange<Iteration>): void {
    if (quiet) return;
    const was = before !== undefined && this.#source.matches(before);
    const is = after !== undefined && this.#source.matches(after);
    if (!was && !is && !(before === undefined && this.#mayHaveCounted(after))) return;
    if (was && is && before.kind === after.kind && before.status === after.status) return;
    // A row seen for the first time may have been counted already: the backend knows.
    if (before === undefined) {
      // Nor is what is being read now any older for it.
      if (this.#started) this.#reread.schedule();
      return;
    }
    if (this.#value && !this.#source.isUnsure()) {
      const without = was ? addToCounts(this.#value, before, -1) : this.#value;
      this.#set(is ? addToCounts(without, after) : without);
    }
    this.refresh();
  }

  /** A session was put away or brought back: its iterations go and come with it. */
  touchSession({ counts }: Session, by: 1 | -1): void {
    const { archived = 'exclude', sessionId, ...rest } = this.#source.query.filter ?? {};
    if (archived === 'include' || sessionId !== undefined) return;
    const isPlain = archived === 'exclude' && Object.values(rest).every((value: unknown) => value === undefined);
    if (isPlain && counts && this.#value && !this.#source.isUnsure()) {
      const now = this.#value;
      const change = (name: keyof Counts): number => Math.max(0, (now[name] ?? 0) + by * (counts[name] ?? 0));
      const [total, image, video] = [change('total'), change('image'), change('video')];
      this.#set({ total, image, video, audio: change('audio'), active: change('active'), failed: change('failed') });
    }
    this.refresh();
  }

  /** Asks the backend again, soon. */
  refresh(): void {
    if (!this.#started) return;
    this.#changes++;
    this.#reread.schedule();
  }

  /** Asks the backend at once: nobody here knows how many there are. */
  readNow(): void {
    if (!this.#started) return;
    this.#changes++;
    this.#reread.now();
  }

  /** Calls off what is scheduled. */
  dispose(): void {
    this.#reread.stop();
    this.#started = false;
  }

  /** Whether a row that nothing was known of may have counted until it was put away, or brought back. */
  #mayHaveCounted(row: Iteration | undefined): boolean {
    return row !== undefined && this.#source.matches({ ...row, archivedAt: row.archivedAt ? null : row.createdAt });
  }

  #set(counts: Counts): void {
    this.#value = Object.freeze(counts);
    this.#onChange();
  }

  async #read(): Promise<void> {
    const { query } = this.#source;
    const changes = this.#changes;
    try {
      const answer = await this.#caller.latest(
        this.#key,
        (call) => this.#source.fetch(query, call) ?? Promise.resolve(null),
      );
      const counts = clean(answer);
      // What has changed meanwhile is not in the answer; it is asked for again.
      if (counts && changes === this.#changes) this.#set(counts);
    } catch {
      // Counts are a help, not the content: without them the interface shows none.
    }
  }
}
