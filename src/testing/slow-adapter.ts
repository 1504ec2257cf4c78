import { AdapterError, type ImaginationsAdapter } from '../data/index.js';
import { mapCalls } from './map-calls.js';

/** Waits; rejects with `aborted` as soon as the signal fires. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new AdapterError('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

/**
 * An adapter whose answers take their time.
 * @param ms how long each takes, or what says so for a method.
 */
export const slowAdapter = (
  inner: ImaginationsAdapter,
  ms: number | ((method: string) => number),
): ImaginationsAdapter =>
  mapCalls(inner, async (method, call, run) => {
    await pause(typeof ms === 'number' ? ms : ms(method), call?.signal);
    return run();
  });
