/** Mixes text or bytes into a 32-bit number; `from` chains several. */
export function hash32(data: string | Uint8Array, from = 0x811c9dc5): number {
  let h = from | 0;
  const length = data.length;
  for (let i = 0; i < length; i++) {
    const unit = typeof data === 'string' ? data.charCodeAt(i) : (data[i] ?? 0);
    h = Math.imul(h ^ unit, 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A seeded source of numbers: the same key gives the same row of numbers, on every machine. */
export class Random {
  readonly key: number;
  #state: number;

  constructor(key: number) {
    this.key = key >>> 0;
    this.#state = this.key;
  }

  /** 0 <= n < 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  range(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  /** A whole number, 0 <= n < below. */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** About normal, mean 0, deviation 1. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3);
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(list.length)] ?? list[0];
  }

  /** A source of its own for one subject, whatever has been drawn from this one before. */
  fork(subject: string): Random {
    return new Random(hash32(subject, this.key));
  }
}
