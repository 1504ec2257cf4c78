/** How long, in ms, a slice may keep the page from anything else. */
const SLICE_MS = 10;
/** Items between two looks at the clock. */
const STRIDE = 64;

/** Lets the page draw, and hear what a person does. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Lets the page have its turn whenever work has gone on for a slice. */
export class Pace {
  #since = performance.now();

  get isDue(): boolean {
    return performance.now() - this.#since > SLICE_MS;
  }

  async rest(): Promise<void> {
    if (!this.isDue) return;
    await breathe();
    this.#since = performance.now();
  }
}

/**
 * Does work for each item, in slices that leave the page free in between.
 * @param first items that are done at once, in this very task.
 * @param goesOn asked before each further slice.
 * @returns how many items were done.
 */
export async function inSlices<T>(
  items: ArrayLike<T>,
  work: (item: T) => void,
  first = 0,
  goesOn: () => boolean = () => true,
): Promise<number> {
  let done = 0;
  for (; done < first && done < items.length; done++) work(items[done] as T);
  while (done < items.length) {
    if (done > 0) await breathe();
    if (!goesOn()) return done;
    const end = performance.now() + SLICE_MS;
    do {
      for (const stop = Math.min(items.length, done + STRIDE); done < stop; done++) work(items[done] as T);
    } while (done < items.length && performance.now() < end);
  }
  return done;
}
