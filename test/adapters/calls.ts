import type { AdapterError, Call, Change, ImaginationsAdapter, Write } from '../../src/data/index.js';
import { isFinal, type Iteration } from '../../src/model/index.js';
import { waitUntil } from '../support/wait.js';

export const call: Call = { signal: new AbortController().signal };

let keys = 0;
export const write = (): Write => ({ ...call, idempotencyKey: `key-${keys++}` });

/** The code a call rejects with, or `resolved`. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'resolved',
    (error: unknown) => (error as AdapterError).code,
  );

/** Everything a subscription hears. */
export function listen(adapter: ImaginationsAdapter): {
  readonly changes: Change[];
  readonly live: Promise<void>;
  stop(): void;
} {
  const changes: Change[] = [];
  const stop = new AbortController();
  let state = '';
  void adapter.subscribe?.({
    signal: stop.signal,
    change: (batch) => changes.push(...batch),
    state: (now) => (state = now),
  });
  const live = async (): Promise<void> => {
    await waitUntil(() => state === 'live');
  };
  return { changes, live: live(), stop: () => stop.abort() };
}

export const start = (adapter: ImaginationsAdapter, prompt: string, count = 1) =>
  adapter.generate!.start({ session: { create: { prompt } }, origin: 'prompt', kind: 'image', count }, write());

/** The generation and its iterations once it has ended. */
export async function ended(adapter: ImaginationsAdapter, id: string) {
  let state = (await adapter.generate!.get([id], call))[0];
  await waitUntil(async () => {
    [state] = await adapter.generate!.get([id], call);
    return isFinal(state!.generation.status);
  });
  return state!;
}

export const all = async (adapter: ImaginationsAdapter): Promise<readonly Iteration[]> =>
  (await adapter.listIterations({ limit: 100, filter: { archived: 'include' } }, call)).items;
