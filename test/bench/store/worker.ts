import { toFailure } from '../../../src/data/errors.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { backends } from './backends.js';

/** What the page asks, and what it is told. */
export type Asked = { readonly id: number; readonly method: string; readonly args: readonly unknown[] };
export type Told =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: unknown }
  | { readonly told: 'change' | 'state'; readonly args: readonly unknown[] };

const { signal } = new AbortController();
const tell = (told: Told): void => globalThis.postMessage(told);

let backend: Promise<ImaginationsAdapter> | undefined;

async function ask(method: string, args: readonly unknown[]): Promise<unknown> {
  if (method === 'open') {
    const [name, size] = args as [string, number];
    backend = backends[name]?.(size);
  }
  const adapter = await backend;
  if (!adapter || method === 'open') return adapter?.limits;
  if (method === 'subscribe') {
    const hear =
      (told: 'change' | 'state') =>
      (...said: readonly unknown[]): void =>
        tell({ told, args: said });
    void adapter.subscribe?.({ signal, change: hear('change'), state: hear('state') });
    return undefined;
  }
  const owner = method === 'manifest' || method === 'segment' ? adapter.index : adapter;
  const run = (owner as unknown as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>)[method];
  const last = args.at(-1) as object;
  return run?.call(owner, ...args.slice(0, -1), { ...last, signal });
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id, method, args } = data;
  ask(method, args).then(
    (answer) => tell({ id, answer }),
    (thrown: unknown) => tell({ id, failure: toFailure(thrown) }),
  );
});
