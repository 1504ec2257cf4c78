import { KINDS, type Kind } from '../../model/index.js';
import { Chance } from './chance.js';

type Size = readonly [width: number, height: number];

const IMAGES: readonly [Size, ...Size[]] = [
  [1024, 1024],
  [1216, 832],
  [832, 1216],
  [1344, 768],
  [768, 1344],
  [1152, 896],
  [896, 1152],
  [1536, 640],
];
/** That of the one video there is. */
const VIDEO: Size = [640, 480];

const RATIOS = Float64Array.from(IMAGES, ([width, height]) => width / height);
const VIDEO_RATIO = VIDEO[0] / VIDEO[1];

/** Rows that are counted together. */
export const WINDOW = 1000;
/** Windows look like one of these, so that few have to be counted. */
const PATTERNS = 16;

/** How many in 256. */
const VIDEOS = 15;
const AUDIOS = 10;
const FAILURES = 3;

/** A set of kinds and outcomes, one bit each. */
export type Mask = number;

const bitOf = (kind: number, failed: boolean): Mask => 1 << (2 * kind + (failed ? 1 : 0));

/** Rows of these kinds. */
export const maskOf = (kinds: readonly Kind[]): Mask =>
  kinds.reduce((mask, kind) => mask | (3 << (2 * KINDS.indexOf(kind))), 0);

export const EVERYTHING = maskOf(KINDS);
/** Rows that failed. */
export const FAILED: Mask = KINDS.reduce((mask, _kind, index) => mask | bitOf(index, true), 0);

const kindOf = (bits: number): number => {
  const draw = bits & 0xff;
  return draw < VIDEOS ? 1 : draw < VIDEOS + AUDIOS ? 2 : 0;
};

const hasFailed = (bits: number): boolean => ((bits >>> 8) & 0xff) < FAILURES;

const shapeOf = (bits: number): number => (bits >>> 16) % IMAGES.length;

function ratioOf(bits: number): number {
  const kind = kindOf(bits);
  if (kind === 2) return 0;
  return kind === 1 ? VIDEO_RATIO : (RATIOS[shapeOf(bits)] ?? 1);
}

/** What lies in a stretch of rows. */
export interface Tally {
  /** By class: twice the kind's place in `KINDS`, one more for those that failed. */
  readonly counts: Uint32Array;
  /** By kind: the sum of width by height. */
  readonly ratios: Float64Array;
}

/** The kind, shape and outcome of each row, from its number alone. */
export class Looks {
  readonly #chance: Chance;
  readonly #patterns: Chance;

  constructor(seed: number) {
    this.#chance = new Chance(seed, 6);
    this.#patterns = new Chance(seed, 7);
  }

  /** Windows of the same pattern hold the same. */
  pattern(window: number): number {
    return this.#patterns.bits(window) % PATTERNS;
  }

  /** Its kind as a place in `KINDS`. */
  kindAt(index: number): number {
    return kindOf(this.#bits(index));
  }

  hasFailed(index: number): boolean {
    return hasFailed(this.#bits(index));
  }

  /** Its bit of a mask. */
  bit(index: number): Mask {
    const bits = this.#bits(index);
    return bitOf(kindOf(bits), hasFailed(bits));
  }

  /** Width and height in px; `undefined` for sound. */
  size(index: number): Size | undefined {
    const bits = this.#bits(index);
    const kind = kindOf(bits);
    if (kind === 2) return undefined;
    return kind === 1 ? VIDEO : (IMAGES[shapeOf(bits)] ?? IMAGES[0]);
  }

  /** Width by height; 0 for sound. */
  ratio(index: number): number {
    return ratioOf(this.#bits(index));
  }

  tally(start: number, end: number): Tally {
    const counts = new Uint32Array(2 * KINDS.length);
    const ratios = new Float64Array(KINDS.length);
    for (let row = start; row < end; row++) {
      const bits = this.#bits(row);
      const kind = kindOf(bits);
      const each = 2 * kind + (hasFailed(bits) ? 1 : 0);
      counts[each] = (counts[each] ?? 0) + 1;
      ratios[kind] = (ratios[kind] ?? 0) + ratioOf(bits);
    }
    return { counts, ratios };
  }

  #bits(index: number): number {
    const window = Math.floor(index / WINDOW);
    return this.#chance.bits(this.pattern(window) * WINDOW + (index % WINDOW));
  }
}
