import { AdapterError, type Change, type Subscription } from '../../src/data/index.js';
import { omit } from '../../src/internal/omit.js';
import type { Iteration } from '../../src/model/index.js';
import type { Break, BrokenCase } from './broken-case.js';

const withChanges =
  (change: (batch: readonly Change[]) => readonly Change[]): Break =>
  (good) => ({
    subscribe: (inner) =>
      good.subscribe({ ...inner, change: (batch, position) => inner.change(change(batch), position) }),
  });

let fresh = 0;
const otherKey = <W extends { readonly idempotencyKey: string }>(write: W): W => ({
  ...write,
  idempotencyKey: `other-${fresh++}`,
});

const withoutSince = (subscription: Subscription): Subscription => omit(subscription, 'since');

/** Breaks of the rules F to I. */
export const BROKEN_WRITES: readonly BrokenCase[] = [
  [
    'a result that comes twice',
    ['F52', 'F53', 'F54', 'F55', 'F88'],
    (good) => ({
      archive: async (...args) => {
        const answer = await good.archive(...args);
        return { ...answer, results: [...answer.results, ...answer.results] };
      },
    }),
  ],
  [
    'exceptions of a query that are ignored',
    ['F88'],
    (good) => ({
      archive: (selection, ...rest) =>
        good.archive('query' in selection ? omit(selection, 'except') : selection, ...rest),
    }),
  ],
  [
    'a query that is done and then refused',
    ['F88'],
    (good) => ({
      archive: async (selection, ...rest) => {
        const answer = await good.archive(selection, ...rest);
        if ('query' in selection) throw new AdapterError('too-large');
        return answer;
      },
    }),
  ],
  [
    'keys that are ignored',
    ['F57', 'F58'],
    (good) => ({
      archive: (selection, on, archived, write) => good.archive(selection, on, archived, otherKey(write)),
    }),
  ],
  [
    'sessions that are not named',
    ['F60', 'F89', 'F90', 'F92', 'F93'],
    (good) => ({
      reassign: async (...args) => {
        return omit(await good.reassign(...args), 'touched');
      },
    }),
  ],
  ['an undo that does nothing', ['F61', 'F62', 'F92', 'F93'], () => ({ undo: () => Promise.resolve({ results: [] }) })],
  [
    'an undo that goes over later changes',
    ['F62'],
    (good) => ({
      undo: async (token, write) => {
        const answer = await good.undo(token, write);
        const left = answer.results.filter(({ ok }) => !ok).map(({ id }) => id);
        await good.archive({ ids: left }, 'iteration', false, otherKey(write));
        return { results: answer.results.map(({ id }) => ({ id, ok: true as const })) };
      },
    }),
  ],
  [
    'an ifRev that is ignored',
    ['F63'],
    (good) => ({
      updateSession: (id, patch, _ifRev, write) => good.updateSession(id, patch, undefined, write),
    }),
  ],
  [
    'a rev that stands still',
    ['F64'],
    (good) => ({
      getIterations: async (ids, call) =>
        (await good.getIterations(ids, call)).map((item) => item && { ...item, rev: 1 }),
    }),
  ],
  [
    'ids that change',
    ['G65'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          start: async (request, write) => {
            const started = await good.generate!.start(request, write);
            return { ...started, iterations: started.iterations.map((item) => ({ ...item, id: `draft-${item.id}` })) };
          },
        },
      }),
    }),
  ],
  [
    'outputs that are lost',
    ['G67'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          get: async (ids, call) =>
            (await good.generate!.get(ids, call)).map(
              (state) => state && { ...state, generation: { ...state.generation, filtered: 1 } },
            ),
        },
      }),
    }),
  ],
  [
    'a cancel that comes too late',
    ['G69'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          cancel: async (id, write) => {
            const generation = await good.generate!.cancel!(id, write);
            if (generation.status === 'succeeded') throw new AdapterError('conflict', 'it has ended');
            return generation;
          },
        },
      }),
    }),
  ],
  [
    'a key that starts twice',
    ['G70'],
    (good) => ({
      ...(good.generate && {
        generate: { ...good.generate, start: (request, write) => good.generate!.start(request, otherKey(write)) },
      }),
    }),
  ],
  [
    'a refusal that looks like an accident',
    ['G71'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          get: async (ids, call) =>
            (await good.generate!.get(ids, call)).map((state) =>
              state?.generation.error
                ? { ...state, generation: { ...state.generation, error: { code: 'internal' as const, message: '' } } }
                : state,
            ),
        },
      }),
    }),
  ],
  [
    'parents that are forgotten',
    ['G72'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          start: (request, write) => good.generate!.start(omit(request, 'from'), write),
        },
      }),
    }),
  ],
  [
    'verbs that are forgotten',
    ['G72'],
    (good) => ({
      ...(good.generate && {
        generate: { ...good.generate, start: (request, write) => good.generate!.start(omit(request, 'as'), write) },
      }),
    }),
  ],
  [
    'references whose origin is forgotten',
    ['G72'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          start: ({ brief, ...request }, write) =>
            good.generate!.start(
              {
                ...request,
                ...(brief && {
                  brief: {
                    ...brief,
                    ...(brief.references && { references: brief.references.map((file) => omit(file, 'from')) }),
                  },
                }),
              },
              write,
            ),
        },
      }),
    }),
  ],
  [
    'retries that do not say so',
    ['G73'],
    (good) => ({
      ...(good.generate && {
        generate: {
          ...good.generate,
          start: (request, write) => good.generate!.start(omit(request, 'retryOf'), write),
        },
      }),
    }),
  ],
  ['a stream that is silent', ['H74', 'H75', 'H76', 'H77', 'H78', 'H79', 'H80'], withChanges(() => [])],
  [
    'entities that are patches',
    ['H75'],
    withChanges((batch) =>
      batch.map((change) =>
        change.type === 'iteration' ? { type: 'iteration', item: { id: change.item.id } as Iteration } : change,
      ),
    ),
  ],
  [
    'a since that is ignored',
    ['H76', 'H77'],
    (good) => ({
      subscribe: (subscription) => good.subscribe(withoutSince(subscription)),
    }),
  ],
  ['removals that nobody hears of', ['H79'], withChanges((batch) => batch.filter(({ type }) => type !== 'removed'))],
  [
    'callbacks after the end',
    ['H80'],
    (good) => ({
      subscribe: (subscription) => good.subscribe({ ...subscription, signal: new AbortController().signal }),
    }),
  ],
  [
    'a stream that is live at once',
    ['H81'],
    (good) => ({
      subscribe: (inner) =>
        good.subscribe({
          ...inner,
          state: (state, error) => (state === 'connecting' ? undefined : inner.state(state, error)),
        }),
    }),
  ],
  [
    'a signal that is ignored',
    ['I82'],
    (good) => ({
      listSessions: (request) => good.listSessions(request, { signal: new AbortController().signal }),
    }),
  ],
  [
    'a dispose that works once',
    ['I86'],
    (good) => {
      let disposed = false;
      return {
        dispose: () => {
          if (disposed) throw new Error('twice');
          disposed = true;
          good.dispose();
        },
      };
    },
  ],
];
