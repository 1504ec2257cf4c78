/** A fingerprint of texts, 64 bits long: equal for equal texts in equal order. Not for secrets. */
export class Fingerprint {
  #low = 0x811c9dc5;
  #high = 0x9747b28c;

  add(text: string): this {
    for (let index = 0; index < text.length; index++) this.#mix(text.charCodeAt(index));
    // Keeps 'ab', 'c' apart from 'a', 'bc'.
    this.#mix(0x10000);
    return this;
  }

  toString(): string {
    return [this.#high, this.#low].map((part) => (part >>> 0).toString(36).padStart(7, '0')).join('');
  }

  /** FNV-1a, with two primes. */
  #mix(code: number): void {
    this.#low = Math.imul(this.#low ^ code, 0x01000193);
    this.#high = Math.imul(this.#high ^ code, 0x5bd1e995);
    this.#high ^= this.#high >>> 15;
  }
}
