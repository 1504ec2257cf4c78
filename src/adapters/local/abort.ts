import { AdapterError } from '../../data/index.js';

const aborted = (): AdapterError => new AdapterError('aborted', 'The caller does not wait any more');

/** @throws AdapterError `aborted` when the signal has fired. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted();
}

/** Waits for work until the signal fires; the work itself goes on. */
export async function abortable<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  throwIfAborted(signal);
  let onAbort: (() => void) | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(aborted());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work(), end]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}
