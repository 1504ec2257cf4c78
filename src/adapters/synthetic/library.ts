import { Fingerprint } from '../../internal/fingerprint.js';
import {
  addToCounts,
  KINDS,
  NO_COUNTS,
  type Counts,
  type Filter,
  type Id,
  type Instant,
  type Iteration,
  type Kind,
  type MediaSource,
  type Session,
} from '../../model/index.js';
import { Chance } from './chance.js';
import { EVERYTHING, FAILED, Looks, maskOf, type Mask } from './looks.js';
import { addressOf, AUDIO_MIME, durationOf, PICTURE_MIME, VIDEO } from './media.js';
import { Members } from './members.js';
import { colorOf } from './picture.js';
import { ALL, Rows, type Countable } from './rows.js';
import { Sessions, type Run } from './sessions.js';
import { spanOf } from './span.js';
import { State } from './state.js';
import { Tallies } from './tallies.js';
import { Timeline, type TimelineOptions } from './timeline.js';
import { LIGHTS, MODELS, STYLES, SUBJECTS } from './words.js';

const COVER = 4;
const PEAKS = 48;

const instant = (ms: number): string => new Date(ms).toISOString();

/**
 * The rows of a synthetic library, each made from its number when it is asked for. A session is known by its first row, one
 * that was made since by a number from `size` on.
 */
export class Library {
  readonly size: number;
  /** Differs from that of any library that looks different. */
  readonly print: string;
  readonly looks: Looks;
  readonly sessions: Sessions;
  readonly tallies: Tallies;
  readonly state: State;
  readonly members: Members;
  readonly #timeline: Timeline;
  readonly #subjects: Chance;
  readonly #styles: Chance;
  readonly #lights: Chance;
  readonly #models: Chance;
  readonly #peaks: Chance;
  readonly #seeds: Chance;
  readonly #digits: number;
  /** Sessions that rows were moved to, by id. */
  readonly #homes = new Map<Id, number>();
  /** What is put away, by kind and outcome. */
  #tally: { readonly of: Uint32Array; readonly counts: ReadonlyMap<Mask, number> } | undefined;

  constructor(options: TimelineOptions) {
    const { size, seed } = options;
    this.size = size;
    this.print = new Fingerprint().add(JSON.stringify([size, seed, options.now, options.years])).toString();
    this.#timeline = new Timeline(options);
    this.looks = new Looks(seed);
    this.sessions = new Sessions(size, seed);
    this.tallies = new Tallies(this.looks, size);
    this.state = new State(size, (start) => this.members.all(start));
    this.members = new Members({
      size,
      sessions: this.sessions,
      items: this.state.items,
      looks: this.looks,
      idOf: (start) => this.sessionIdOf(start),
    });
    this.#seeds = new Chance(seed, 9);
    this.#subjects = new Chance(seed, 10);
    this.#styles = new Chance(seed, 11);
    this.#lights = new Chance(seed, 12);
    this.#models = new Chance(seed, 13);
    this.#peaks = new Chance(seed, 14);
    this.#digits = Math.max(7, String(size).length);
  }

  idOf(index: number): Id {
    return `i${this.#padded(index)}`;
  }

  sessionIdOf(start: number): Id {
    return start < this.size ? `s${this.#padded(start)}` : `n${this.#padded(start - this.size)}`;
  }

  /** The row behind an id. */
  indexOf(id: Id): number | undefined {
    const index = this.#parse(id, 'i');
    return index === undefined || index >= this.size ? undefined : index;
  }

  /** The first row of the session behind an id; `undefined` where there is none. */
  startOf(id: Id): number | undefined {
    const made = this.#parse(id, 'n');
    const start = made === undefined ? this.#parse(id, 's') : this.size + made;
    return start !== undefined && this.isThere(start) ? start : undefined;
  }

  /** Whether there is a session that begins with a row. */
  isThere(start: number): boolean {
    const { size, sessions, state } = this;
    return start < size ? sessions.numberOf(start) !== undefined : state.made.isThere(start - size);
  }

  /** The session that a row is in, or would be with another mark. */
  homeOf(index: number, { sessionId } = this.state.items.mark(index)): number {
    if (sessionId === undefined) return this.sessions.of(index).start;
    const known = this.#homes.get(sessionId);
    if (known !== undefined) return known;
    const home = this.#parse(sessionId, 's') ?? this.size + (this.#parse(sessionId, 'n') ?? 0);
    this.#homes.set(sessionId, home);
    return home;
  }

  /** The first row of the session with a place among all of them, oldest first. */
  startAt(number: number): number {
    const { count } = this.sessions;
    return number < count ? this.sessions.at(number).start : this.size + number - count;
  }

  /** The place of a session among all of them, oldest first. */
  sessionNumberOf(sessionId: Id): number | undefined {
    const start = this.startOf(sessionId);
    return start === undefined ? undefined : this.#numberOf(start);
  }

  #numberOf(start: number): number {
    return start < this.size ? (this.sessions.numberOf(start) ?? 0) : this.sessions.count + start - this.size;
  }

  /** When a row was made, in ms since the epoch. */
  timeOf(index: number): number {
    return this.#timeline.at(index);
  }

  /** Counts the rows of a filter by kinds and outcomes; what is put away is looked at once for all of these. */
  counter(filter: Filter = {}): (mask: Mask) => number {
    const { kinds, sessionId, archived = 'exclude' } = filter;
    const wanted = kinds ? maskOf(kinds) : EVERYTHING;
    if (sessionId !== undefined) {
      const start = this.startOf(sessionId);
      const listed = start === undefined ? undefined : this.members.listed(start, EVERYTHING, archived);
      if (!listed) return (mask) => this.rows(filter, mask).length;
      const inTime = this.#ofTime(listed, filter);
      return (mask) => this.tallies.countOf(inTime, mask & wanted);
    }
    const span = this.#inTime({ start: 0, end: this.size }, filter);
    if (span.end - span.start < this.size) return (mask) => this.rows(filter, mask).length;
    return (mask) => {
      const all = archived === 'only' ? 0 : this.tallies.before(this.size, mask & wanted);
      const hidden = archived === 'include' ? 0 : this.#hiddenOf(mask & wanted);
      return archived === 'only' ? hidden : all - hidden;
    };
  }

  counts(filter?: Filter): Counts {
    const count = this.counter(filter);
    return {
      total: count(EVERYTHING),
      image: count(maskOf(['image'])),
      video: count(maskOf(['video'])),
      audio: count(maskOf(['audio'])),
      active: 0,
      failed: count(FAILED),
    };
  }

  #hiddenOf(mask: Mask): number {
    const { hidden } = this.state;
    if (this.#tally?.of !== hidden) {
      const counts = new Map<Mask, number>();
      for (const index of hidden) {
        const bit = this.looks.bit(index);
        counts.set(bit, (counts.get(bit) ?? 0) + 1);
      }
      this.#tally = { of: hidden, counts };
    }
    let sum = 0;
    for (const [bit, count] of this.#tally.counts) if (bit & mask) sum += count;
    return sum;
  }

  /** The rows of a filter, of which some kinds and outcomes may be wanted only. */
  rows(filter: Filter = {}, only: Mask = EVERYTHING): Rows {
    const { kinds, sessionId, archived = 'exclude' } = filter;
    const start = sessionId === undefined ? undefined : this.startOf(sessionId);
    const mask = (kinds ? maskOf(kinds) : EVERYTHING) & only;
    const listed = start === undefined ? undefined : this.members.listed(start, mask, archived);
    if (listed) return Rows.of(this.#ofTime(listed, filter));
    const run =
      start === undefined ? { start: 0, end: sessionId === undefined ? this.size : 0 } : this.sessions.of(start);
    // A session's own page shows what it holds, also while the session itself is put away.
    const hidden = sessionId === undefined ? this.state.hidden : this.state.own;
    return new Rows({ ...this.#inTime(run, filter), wanted: this.#wanted(mask), hidden, archived });
  }

  /** The sessions of a filter, by number. */
  sessionRows(filter: Filter = {}): Rows {
    const { sessionId, archived = 'exclude' } = filter;
    const number = sessionId === undefined ? undefined : this.sessionNumberOf(sessionId);
    const { state, sessions } = this;
    const all = sessions.count + state.made.length;
    const run =
      number === undefined ? { start: 0, end: sessionId === undefined ? all : 0 } : { start: number, end: number + 1 };
    const hidden = state.sessions.archived.map((start) => this.#numberOf(start));
    const span = spanOf({ ...run, createdAt: (at) => this.#sessionMadeAt(this.startAt(at)) }, filter);
    return new Rows({ ...span, wanted: state.made.after(sessions.count), hidden, archived });
  }

  /** The part of a run that was made in the time of a filter. */
  #inTime(run: Run, filter: Filter): Run {
    return spanOf({ ...run, createdAt: (row) => instant(this.timeOf(row)) }, filter);
  }

  /** The same of rows in ascending order. */
  #ofTime(rows: Uint32Array, filter: Filter): Uint32Array {
    const createdAt = (at: number): Instant => instant(this.timeOf(rows[at] ?? 0));
    const { start, end } = spanOf({ start: 0, end: rows.length, createdAt }, filter);
    return rows.subarray(start, end);
  }

  #sessionMadeAt(start: number): Instant {
    const made = start < this.size ? undefined : this.state.made.get(start - this.size);
    return instant(made?.createdAt ?? this.timeOf(start) - 1);
  }

  iteration(index: number): Iteration {
    const { items } = this.state;
    const createdAt = instant(this.timeOf(index));
    const { start } = this.sessions.of(index);
    const kind = this.kindOf(index);
    const [width, height] = this.looks.size(index) ?? [];
    const failed = this.looks.hasFailed(index);
    return {
      id: this.idOf(index),
      rev: items.rev(index),
      createdAt,
      sessionId: this.sessionIdOf(start),
      kind,
      status: failed ? 'failed' : 'succeeded',
      ...(failed
        ? { error: { code: 'internal', message: 'The generator stopped', retryable: true } }
        : { media: this.#media(index, kind), completedAt: createdAt }),
      prompt: `${this.#prompt(start)}, ${this.#lights.of(LIGHTS, index)}`,
      model: this.#models.of(MODELS, start),
      seed: String(this.#seeds.bits(index)),
      ...(width !== undefined && height !== undefined && { params: { width, height } }),
      ...items.mark(index),
    };
  }

  /** The session that begins with a row. */
  session(start: number): Session {
    const { activity, made: all, sessions } = this.state;
    const id = this.sessionIdOf(start);
    const made = start < this.size ? undefined : all.get(start - this.size);
    const lastMade = made?.createdAt ?? this.timeOf(this.sessions.of(start).end - 1);
    return {
      id,
      rev: sessions.rev(start),
      createdAt: this.#sessionMadeAt(start),
      lastActivityAt: instant(activity.get(start) ?? lastMade),
      ...(made?.title && { title: made.title }),
      brief: { prompt: this.#prompt(made?.like ?? start) },
      ...this.#contents(start),
      ...sessions.mark(start),
    };
  }

  #contents(start: number): Required<Pick<Session, 'counts' | 'cover'>> {
    const cover = (rows: readonly number[]) =>
      rows
        .slice(-COVER)
        .toReversed()
        .map((row) => this.iteration(row));
    if (this.members.changed(start)) {
      const filter = { sessionId: this.sessionIdOf(start) };
      const rows = this.rows(filter);
      return { counts: this.counts(filter), cover: cover(rows.slice(Math.max(0, rows.length - COVER), rows.length)) };
    }
    const shown = [...this.members.all(start)].filter((row) => this.state.items.mark(row).archivedAt === undefined);
    const counts = shown.reduce(
      (sum, row) =>
        addToCounts(sum, { kind: this.kindOf(row), status: this.looks.hasFailed(row) ? 'failed' : 'succeeded' }),
      NO_COUNTS,
    );
    return { counts, cover: cover(shown) };
  }

  #wanted(mask: Mask): Countable {
    if (mask === EVERYTHING) return ALL;
    return {
      before: (index) => this.tallies.before(index, mask),
      isWanted: (index) => (this.looks.bit(index) & mask) !== 0,
    };
  }

  kindOf(index: number): Kind {
    return KINDS[this.looks.kindAt(index)] ?? 'image';
  }

  #prompt(start: number): string {
    return `${this.#subjects.of(SUBJECTS, start)} ${this.#styles.of(STYLES, start)}`;
  }

  #media(index: number, kind: Kind): MediaSource {
    const id = this.idOf(index);
    if (kind === 'audio') {
      const peaks = Array.from({ length: PEAKS }, (_, step) => this.#peak(index, step));
      return {
        url: addressOf(id),
        mime: AUDIO_MIME,
        durationMs: durationOf(this.#seeds.bits(index)),
        waveform: { peaks },
      };
    }
    const [width, height] = this.looks.size(index) ?? [1, 1];
    const placeholder = { color: colorOf(this.pictureSeed(index)) };
    if (kind === 'image') return { url: addressOf(id), mime: PICTURE_MIME, width, height, placeholder };
    const { mime, durationMs } = VIDEO;
    const poster = { url: addressOf(id, 'poster'), mime: PICTURE_MIME, width, height };
    return { url: addressOf(id), mime, width, height, durationMs, poster, placeholder };
  }

  /** What a row's picture, or sound, is made from. */
  pictureSeed(index: number): number {
    return this.#seeds.bits(index);
  }

  #peak(index: number, step: number): number {
    const swell = Math.sin((Math.PI * (step + 0.5)) / PEAKS);
    return Math.round(100 * swell * (0.35 + 0.65 * this.#peaks.share(index * PEAKS + step))) / 100;
  }

  #padded(number: number): string {
    return String(number).padStart(this.#digits, '0');
  }

  #parse(id: Id, letter: string): number | undefined {
    const digits = id.slice(1);
    return id.startsWith(letter) && digits.length === this.#digits && /^\d+$/.test(digits) ? Number(digits) : undefined;
  }
}
