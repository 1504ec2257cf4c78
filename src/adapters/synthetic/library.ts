import { Fingerprint } from '../../internal/fingerprint.js';
import {
  addToCounts,
  KINDS,
  NO_COUNTS,
  type Filter,
  type Id,
  type Iteration,
  type Kind,
  type MediaSource,
  type Session,
} from '../../model/index.js';
import { Chance } from './chance.js';
import { EVERYTHING, Looks, maskOf, type Mask } from './looks.js';
import { addressOf, AUDIO_MIME, durationOf, PICTURE_MIME, VIDEO } from './media.js';
import { colorOf } from './picture.js';
import { Rows, type Countable } from './rows.js';
import { Sessions, type Run } from './sessions.js';
import { State } from './state.js';
import { Tallies } from './tallies.js';
import { Timeline, type TimelineOptions } from './timeline.js';
import { LIGHTS, MODELS, STYLES, SUBJECTS } from './words.js';

const COVER = 4;
const PEAKS = 48;

const instant = (ms: number): string => new Date(ms).toISOString();

const ALL: Countable = { before: (number) => number, isWanted: () => true, all: true };

/** The rows of a synthetic library, each made from its number when it is asked for. */
export class Library {
  readonly size: number;
  /** Differs from that of any library that looks different. */
  readonly print: string;
  readonly looks: Looks;
  readonly sessions: Sessions;
  readonly tallies: Tallies;
  readonly state: State;
  readonly #timeline: Timeline;
  readonly #subjects: Chance;
  readonly #styles: Chance;
  readonly #lights: Chance;
  readonly #models: Chance;
  readonly #peaks: Chance;
  readonly #seeds: Chance;
  readonly #digits: number;
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
    this.state = new State(size, (start) => rangeOf(this.sessions.of(start)));
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
    return `s${this.#padded(start)}`;
  }

  /** The row behind an id. */
  indexOf(id: Id): number | undefined {
    const index = this.#parse(id, 'i');
    return index === undefined || index >= this.size ? undefined : index;
  }

  /** The first row of the session behind an id. */
  startOf(id: Id): number | undefined {
    const start = this.#parse(id, 's');
    return start === undefined || this.sessions.numberOf(start) === undefined ? undefined : start;
  }

  /** The place of a session among all of them, oldest first. */
  sessionNumberOf(sessionId: Id): number | undefined {
    const start = this.startOf(sessionId);
    return start === undefined ? undefined : this.sessions.numberOf(start);
  }

  /** When a row was made, in ms since the epoch. */
  timeOf(index: number): number {
    return this.#timeline.at(index);
  }

  /** Counts the rows of a filter by kinds and outcomes; what is put away is looked at once for all of these. */
  counter(filter: Filter = {}): (mask: Mask) => number {
    const { kinds, sessionId, archived = 'exclude' } = filter;
    if (sessionId !== undefined) return (mask) => this.rows(filter, mask).length;
    const wanted = kinds ? maskOf(kinds) : EVERYTHING;
    return (mask) => {
      const all = archived === 'only' ? 0 : this.tallies.before(this.size, mask & wanted);
      const hidden = archived === 'include' ? 0 : this.#hiddenOf(mask & wanted);
      return archived === 'only' ? hidden : all - hidden;
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
  rows({ kinds, sessionId, archived = 'exclude' }: Filter = {}, only: Mask = EVERYTHING): Rows {
    const start = sessionId === undefined ? undefined : this.startOf(sessionId);
    const run =
      start === undefined ? { start: 0, end: sessionId === undefined ? this.size : 0 } : this.sessions.of(start);
    // A session's own page shows what it holds, also while the session itself is put away.
    const hidden = sessionId === undefined ? this.state.hidden : this.state.own;
    return new Rows({ ...run, wanted: this.#wanted((kinds ? maskOf(kinds) : EVERYTHING) & only), hidden, archived });
  }

  /** The sessions of a filter, by number. */
  sessionRows({ sessionId, archived = 'exclude' }: Filter = {}): Rows {
    const number = sessionId === undefined ? undefined : this.sessionNumberOf(sessionId);
    const run =
      number === undefined
        ? { start: 0, end: sessionId === undefined ? this.sessions.count : 0 }
        : { start: number, end: number + 1 };
    const hidden = this.state.sessions.archived.map((start) => this.sessions.numberOf(start) ?? 0);
    return new Rows({ ...run, wanted: ALL, hidden, archived });
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
    const { items, sessions } = this.state;
    const run = this.sessions.of(start);
    const shown = rangeOf(run)
      .filter((index) => items.mark(index).archivedAt === undefined)
      .map((index) => this.iteration(index));
    return {
      id: this.sessionIdOf(start),
      rev: sessions.rev(start),
      createdAt: instant(this.timeOf(start) - 1),
      lastActivityAt: instant(this.timeOf(run.end - 1)),
      brief: { prompt: this.#prompt(start) },
      counts: shown.reduce((counts, item) => addToCounts(counts, item), NO_COUNTS),
      cover: shown.slice(-COVER).reverse(),
      ...sessions.mark(start),
    };
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

const rangeOf = ({ start, end }: Run): readonly number[] =>
  Array.from({ length: end - start }, (_, step) => start + step);
