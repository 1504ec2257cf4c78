import { AdapterError } from '../../../src/data/errors.js';
import type { Call, ImaginationsAdapter, Limits, Subscription } from '../../../src/data/index.js';
import type { Failure } from '../../../src/model/index.js';
import type { Asked, Told } from './worker.js';

/** A backend in a worker: what it does costs the page nothing but the answers, as with one on a server. */
export async function elsewhere(name: string, size: number): Promise<ImaginationsAdapter> {
  const worker = new Worker('/worker.js', { type: 'module' });
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(failure: unknown): void }>();
  let heard: Subscription | undefined;
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('told' in data) {
      const hear = heard?.[data.told] as ((...args: readonly unknown[]) => void) | undefined;
      hear?.(...data.args);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('answer' in data) asked?.resolve(data.answer);
    else {
      const { code, message } = data.failure as Failure;
      asked?.reject(new AdapterError(code, message));
    }
  });
  const send = <T>(method: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args } satisfies Asked);
    }) as Promise<T>;
  /** A signal cannot be sent. */
  const plain = (call: Call): object => ({ ...call, signal: undefined });
  const limits = await send<Limits>('open', name, size);
  return {
    contract: 1,
    name: 'elsewhere',
    limits,
    listSessions: (request, call) => send('listSessions', request, plain(call)),
    listIterations: (request, call) => send('listIterations', request, plain(call)),
    getSession: (id, call) => send('getSession', id, plain(call)),
    getIterations: (ids, call) => send('getIterations', ids, plain(call)),
    counts: (query, call) => send('counts', query, plain(call)),
    index: {
      manifest: (query, call) => send('manifest', query, plain(call)),
      segment: (query, info, call) => send('segment', query, info, plain(call)),
    },
    archive: (selection, on, archived, call) => send('archive', selection, on, archived, plain(call)),
    undo: (token, call) => send('undo', token, plain(call)),
    subscribe: (subscription) => {
      heard = subscription;
      return send('subscribe');
    },
  };
}
