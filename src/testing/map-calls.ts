import type { Call, Generate, ImaginationsAdapter, SegmentIndex } from '../data/index.js';
import { isObject } from '../internal/is-object.js';

/** What comes between a caller and a method; `run` calls the method itself. */
export type Between = (method: string, call: Call | undefined, run: () => Promise<unknown>) => unknown;

const ASIDE = ['subscribe', 'dispose'];

const callOf = (args: readonly unknown[]): Call | undefined => {
  const last = args.at(-1);
  return isObject(last) && last['signal'] instanceof AbortSignal ? (last as unknown as Call) : undefined;
};

function wrap<T extends object>(target: T, prefix: string, between: Between): T {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(target)) {
    const method = prefix + name;
    if (typeof value !== 'function' || ASIDE.includes(method)) copy[name] = value;
    else {
      const run = value as (...args: unknown[]) => Promise<unknown>;
      copy[name] = (...args: unknown[]) => between(method, callOf(args), async () => run.apply(target, args));
    }
  }
  return copy as T;
}

/**
 * The same adapter with something in between at each call; `generate`'s methods are named `generate.start` and so on,
 * those of the index `index.manifest` and `index.segment`.
 */
export function mapCalls(inner: ImaginationsAdapter, between: Between): ImaginationsAdapter {
  const { generate, index } = inner;
  return {
    ...wrap(inner, '', between),
    ...(generate && { generate: wrap<Generate>(generate, 'generate.', between) }),
    ...(index && { index: wrap<SegmentIndex>(index, 'index.', between) }),
  };
}
