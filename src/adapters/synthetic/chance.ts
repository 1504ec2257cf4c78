/** Mixes the bits of a number until they look like chance (the finaliser of MurmurHash3). */
function scramble(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Looks like chance, and answers the same for the same seed and number. */
export class Chance {
  readonly #base: number;

  /** @param salt one per purpose, so that what they decide has nothing to do with one another. */
  constructor(seed: number, salt: number) {
    this.#base = scramble(scramble(seed | 0) + Math.imul(salt, 0x9e3779b1));
  }

  /** 32 bits for a number. */
  bits(number: number): number {
    return scramble(Math.imul(number, 0x9e3779b1) + this.#base);
  }

  /** A share from 0 to below 1. */
  share(number: number): number {
    return this.bits(number) / 2 ** 32;
  }

  /** One of some values. */
  of<T>(values: readonly [T, ...T[]], number: number): T {
    return values[this.bits(number) % values.length] ?? values[0];
  }
}
