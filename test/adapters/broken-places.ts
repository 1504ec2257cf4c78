import { AdapterError, type BatchResult, type ReassignTarget, type Selection } from '../../src/data/index.js';
import type { MemoryAdapter } from '../../src/adapters/memory/index.js';
import type { Break, BrokenCase } from './broken-case.js';

let fresh = 0;
const otherKey = <W extends { readonly idempotencyKey: string }>(write: W): W => ({
  ...write,
  idempotencyKey: `place-${fresh++}`,
});

/** What is wrong with a move into a new session alone. */
const breakNew =
  (
    breakIt: (
      good: MemoryAdapter,
      selection: Selection,
      to: Extract<ReassignTarget, { create: object }>,
      write: Parameters<MemoryAdapter['reassign']>[2],
    ) => Promise<BatchResult>,
  ): Break =>
  (good) => ({
    reassign: (selection, to, write) =>
      'create' in to ? breakIt(good, selection, to, write) : good.reassign(selection, to, write),
  });

const reversed = (answer: BatchResult): BatchResult => ({
  ...answer,
  touched: { sessionIds: [...(answer.touched?.sessionIds ?? [])].reverse() },
});

/** Notes which session was made, by the token that takes it away. */
const noting = (made: Map<string, string>): ReturnType<typeof breakNew> =>
  breakNew(async (good, selection, to, write) => {
    const answer = await good.reassign(selection, to, write);
    made.set(answer.undo ?? '', answer.touched?.sessionIds?.[0] ?? '');
    return answer;
  });

/** Breaks of the rules for places that are made for what is moved there. */
export const BROKEN_PLACES: readonly BrokenCase[] = [
  [
    'a new session that is not named first',
    ['F89', 'F90', 'F92'],
    breakNew(async (good, selection, to, write) => reversed(await good.reassign(selection, to, write))),
  ],
  [
    'a title that is forgotten',
    ['F89'],
    breakNew((good, selection, _to, write) => good.reassign(selection, { create: {} }, write)),
  ],
  [
    'a session without the brief its rows came from',
    ['F89'],
    (good) => ({
      getSession: async (id, call) => {
        const session = await good.getSession(id, call);
        return session && { ...session, brief: { prompt: session.id } };
      },
    }),
  ],
  [
    'dates that are of the move',
    ['F90'],
    (good) => {
      const moved = new Set<string>();
      return {
        ...breakNew((_good, selection, to, write) => {
          if ('ids' in selection) for (const id of selection.ids) moved.add(id);
          return good.reassign(selection, to, write);
        })(good),
        getIterations: async (ids, call) =>
          (await good.getIterations(ids, call)).map((row) =>
            row && moved.has(row.id) ? { ...row, createdAt: '2030-01-01T00:00:00.000Z' } : row,
          ),
      };
    },
  ],
  [
    'a session that is made for nothing',
    ['F91'],
    breakNew(async (good, selection, to, write) => {
      const answer = await good.reassign(selection, to, write);
      if (!answer.results.some(({ ok }) => ok)) {
        await good.load({ sessions: [{ id: 'empty', createdAt: '2030-01-01T00:00:00.000Z', brief: { prompt: '' } }] });
      }
      return answer;
    }),
  ],
  [
    'an undo that leaves the empty session',
    ['F92'],
    (good) => {
      const made = new Map<string, string>();
      return {
        ...noting(made)(good),
        undo: async (token, write) => {
          const session = await good.getSession(made.get(token) ?? '', write);
          const answer = await good.undo(token, write);
          if (session && !(await good.getSession(session.id, write))) await good.load({ sessions: [session] });
          return answer;
        },
      };
    },
  ],
  [
    'an undo that takes the session away with what else is in it',
    ['F93'],
    (good) => {
      const made = new Map<string, string>();
      return {
        ...noting(made)(good),
        undo: async (token, write) => {
          const answer = await good.undo(token, write);
          const id = made.get(token);
          if (id !== undefined) await good.remove({ ids: [id] }, 'session', otherKey(write));
          return answer;
        },
      };
    },
  ],
  [
    'a key that makes two sessions',
    ['F94'],
    breakNew((good, selection, to, write) => good.reassign(selection, to, otherKey(write))),
  ],
  [
    'a project that is not kept',
    ['F95'],
    (good) => ({
      createProject: async (draft, write) => {
        await good.createProject({ name: draft.name }, write);
        return { id: 'elsewhere', name: draft.name.trim() };
      },
    }),
  ],
  [
    'any name for a project',
    ['F96'],
    (good) => ({
      createProject: (draft, write) =>
        good.createProject(draft, write).catch((error: unknown) => {
          if (error instanceof AdapterError && error.code === 'invalid') return { id: 'nameless', name: '' };
          throw error;
        }),
    }),
  ],
];
