import { toFailure, type Call } from '../../data/index.js';
import { hold, rejects, same } from '../check.js';
import type { Trial } from '../trial.js';
import type { Suite } from './suite.js';

const MOST_MS = 100;
/** What a busy machine may add. */
const GRACE_MS = 400;

const reads = ({ adapter }: Trial): readonly (readonly [name: string, read: (call: Call) => Promise<unknown>])[] => [
  ['listIterations', (call) => adapter.listIterations({ limit: 5 }, call)],
  ['listSessions', (call) => adapter.listSessions({ limit: 5 }, call)],
  ...(adapter.getIterations
    ? [['getIterations', (call: Call) => adapter.getIterations?.(['x'], call) ?? Promise.resolve()] as const]
    : []),
  ...(adapter.getSession
    ? [['getSession', (call: Call) => adapter.getSession?.('x', call) ?? Promise.resolve()] as const]
    : []),
  ...(adapter.index
    ? [['index.manifest', (call: Call) => adapter.index?.manifest({}, call) ?? Promise.resolve()] as const]
    : []),
];

export const robustness: Suite = {
  letter: 'I',
  title: 'Robustness',
  checks: [
    {
      number: 82,
      title: 'an aborted signal rejects with aborted, before and during',
      run: async (trial) => {
        await trial.fill(6);
        const before = new AbortController();
        before.abort();
        for (const [name, read] of reads(trial)) {
          await rejects(() => read({ signal: before.signal }), ['aborted'], `${name} with an aborted signal`);
          const during = new AbortController();
          const answer = read({ signal: during.signal }).then(
            () => undefined,
            (error: unknown) => toFailure(error),
          );
          const start = Date.now();
          during.abort();
          const failure = await answer;
          // An answer that was there already may win.
          if (failure) same(failure.code, 'aborted', `the code of ${name}, aborted during the call`);
          hold(Date.now() - start < MOST_MS + GRACE_MS, `${name} took longer than ${MOST_MS} ms to notice the abort`);
        }
      },
    },
    {
      number: 86,
      title: 'dispose twice',
      needs: ({ adapter }) => adapter.dispose !== undefined,
      run: async (trial) => {
        await trial.fill(3);
        const heard = trial.adapter.subscribe ? await trial.listen() : undefined;
        const before = heard ? [heard.changes.length, heard.states.length] : [];
        trial.adapter.dispose?.();
        trial.adapter.dispose?.();
        await trial.pause(20);
        if (heard) same([heard.changes.length, heard.states.length], before, 'what is heard after dispose');
      },
    },
    {
      number: 87,
      title: '200 reads at once are answered',
      run: async (trial) => {
        await trial.fill(6);
        const [expected] = await trial.some(1);
        const pages = await Promise.all(Array.from({ length: 200 }, () => trial.iterations({ limit: 1 })));
        for (const { items } of pages) same(items[0]?.id, expected?.id, 'the first row');
      },
    },
  ],
};
