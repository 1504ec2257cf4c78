import { createSyntheticAdapter } from '../../src/adapters/synthetic/index.js';
import type { ImaginationsAdapter } from '../../src/index.js';

/** The switch between what the person has made and a library of any size, which nobody has; `?size=` says it in the address. */
export class LibrarySize {
  readonly #own: ImaginationsAdapter;
  readonly #made = new Map<string, ImaginationsAdapter>();

  constructor(own: ImaginationsAdapter) {
    this.#own = own;
  }

  /** The adapter of a library with so many iterations; of the person's own where that is no number. */
  adapter(size: string | null): ImaginationsAdapter {
    if (!size || !/^\d{1,7}$/.test(size)) return this.#own;
    const made = this.#made.get(size) ?? createSyntheticAdapter({ size: Number(size) });
    this.#made.set(size, made);
    return made;
  }

  /** Follows a choice, and keeps it in the address. */
  follow(select: HTMLSelectElement, size: string | null, changed: (adapter: ImaginationsAdapter) => void): void {
    if ([...select.options].some(({ value }) => value === size)) select.value = size ?? '';
    select.addEventListener('change', () => {
      const address = new URL(location.href);
      if (select.value === '') address.searchParams.delete('size');
      else address.searchParams.set('size', select.value);
      // What is open belongs to the other library.
      address.hash = new URLSearchParams(
        [...new URLSearchParams(address.hash.slice(1))].filter(([name]) => !name.endsWith('Id')),
      ).toString();
      history.replaceState(null, '', address);
      changed(this.adapter(select.value));
    });
  }
}
