import type { Call, ImaginationsAdapter } from '../data/index.js';
import { mapCalls } from './map-calls.js';

/** What goes wrong with a call. */
export type Fault =
  /** Rejects with this, whatever it is. */
  | { readonly reject: unknown }
  /** Throws this before there is a promise. */
  | { readonly throw: unknown }
  /** Never settles, except when its signal fires. */
  | { readonly hang: true }
  /** Answers this instead. */
  | { readonly answer: unknown }
  /** Does the work, and then says that it failed: the reply was lost. */
  | { readonly lose: unknown };

/** Says what goes wrong with the `nth` call (from 1) of a method; nothing when it returns `undefined`. */
export type FaultPlan = (method: string, nth: number) => Fault | undefined;

const hang = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    const abort = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });

async function fail(fault: Fault, call: Call | undefined, run: () => Promise<unknown>): Promise<unknown> {
  if ('hang' in fault) return hang(call?.signal);
  if ('answer' in fault) return fault.answer;
  if ('lose' in fault) {
    await run();
    throw fault.lose;
  }
  throw 'reject' in fault ? fault.reject : fault.throw;
}

/** An adapter in which things go wrong by plan. */
export function faultyAdapter(inner: ImaginationsAdapter, plan: FaultPlan): ImaginationsAdapter {
  const calls = new Map<string, number>();
  return mapCalls(inner, (method, call, run) => {
    const nth = (calls.get(method) ?? 0) + 1;
    calls.set(method, nth);
    const fault = plan(method, nth);
    if (!fault) return run();
    if ('throw' in fault) throw fault.throw;
    return fail(fault, call, run);
  });
}
