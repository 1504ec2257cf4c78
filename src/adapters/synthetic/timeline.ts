import { Chance } from './chance.js';

/** Rows that were made in one go; a pause follows. */
export const BURST = 64;

const YEAR = 365.25 * 24 * 60 * 60 * 1000;
/** A small library is one burst a day. */
const BURSTS_A_YEAR = 365;
const MOST_YEARS = 8;

/** Busy and quiet times of the year: waves over the whole, each with its share; together below 1, for time to go on. */
const WAVES = [
  { times: 3, share: 0.45 },
  { times: 11, share: 0.35 },
] as const;

/** How a library lies in time. */
export interface TimelineOptions {
  readonly size: number;
  readonly seed: number;
  /** No row is later, in ms since the epoch. */
  readonly now: number;
  /** Default: a burst a day, for at most 8 years. */
  readonly years?: number | undefined;
}

/** When each row was made, as a function of its number: never earlier than the row before. */
export class Timeline {
  readonly #starts: Chance;
  readonly #shares: Chance;
  readonly #steps: Chance;
  readonly #waves: readonly { readonly turn: number; readonly share: number; readonly phase: number }[];
  readonly #bursts: number;
  readonly #begin: number;
  readonly #span: number;

  constructor({ size, seed, now, years }: TimelineOptions) {
    this.#bursts = Math.max(1, Math.ceil(size / BURST));
    this.#starts = new Chance(seed, 1);
    this.#shares = new Chance(seed, 2);
    this.#steps = new Chance(seed, 3);
    const phases = new Chance(seed, 4);
    this.#waves = WAVES.map(({ times, share }) => ({
      turn: 2 * Math.PI * times,
      share,
      phase: 2 * Math.PI * phases.share(times),
    }));
    this.#span = (years ?? Math.min(MOST_YEARS, this.#bursts / BURSTS_A_YEAR)) * YEAR;
    this.#begin = now - this.#span;
  }

  /** When a row was made, in ms since the epoch. */
  at(index: number): number {
    const burst = Math.floor(index / BURST);
    const [start, next] = [this.#start(burst), this.#start(burst + 1)];
    const share = 0.05 + 0.55 * this.#shares.share(burst);
    const step = ((index % BURST) + 0.8 * this.#steps.share(index)) / BURST;
    const place = start + (next - start) * share * step;
    return Math.floor(this.#begin + this.#span * this.#bend(place / (this.#bursts + 1)));
  }

  /** Where a burst begins, in bursts: at random within its own, so that each is later than the one before. */
  #start(burst: number): number {
    return burst + 0.9 * this.#starts.share(burst);
  }

  /** Bends 0..1 into 0..1 so that some stretches go by faster than others. */
  #bend(part: number): number {
    let bent = part;
    for (const { turn, share, phase } of this.#waves) {
      bent += (share * (Math.sin(turn * part + phase) - Math.sin(phase))) / turn;
    }
    return bent;
  }
}
