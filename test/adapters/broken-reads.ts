import { AdapterError, type ImaginationsAdapter, type Page } from '../../src/data/index.js';
import { omit } from '../../src/internal/omit.js';
import type { Iteration } from '../../src/model/index.js';
import type { Break, BrokenCase } from './broken-case.js';

type ListBreak = (
  page: Page<Iteration>,
  request: Parameters<ImaginationsAdapter['listIterations']>[0],
) => Page<Iteration>;

const withList =
  (change: ListBreak): Break =>
  (good) => ({
    listIterations: async (request, call) => change(await good.listIterations(request, call), request),
  });

const eachItem = (change: (item: Iteration) => Iteration): Break =>
  withList((page) => ({ ...page, items: page.items.map(change) }));

/** Breaks of the rules A to D. */
export const BROKEN_READS: readonly BrokenCase[] = [
  ['another contract', ['A1'], () => ({ contract: 2 as unknown as 1 })],
  ['a mistyped method', ['A2'], () => Object.fromEntries([['listIteration', () => undefined]])],
  [
    'a method that is none',
    ['A3'],
    () => ({ upload: 'later' as unknown as NonNullable<ImaginationsAdapter['upload']> }),
  ],
  ['a limit of nothing', ['A4'], (good) => ({ limits: { ...good.limits, uploadBytes: 0 } })],
  [
    'answers that JSON changes',
    ['A5'],
    withList((page) => Object.assign({ ...page }, { at: new Date(0), none: undefined })),
  ],
  ['an instant without a zone', ['A7'], eachItem((item) => ({ ...item, updatedAt: '2026-11-20 12:00' }))],
  [
    'strictness about requests',
    ['A8'],
    (good) => ({
      listIterations: (request, call) => {
        if ('laterField' in request) throw new AdapterError('invalid', 'unknown field');
        return good.listIterations(request, call);
      },
    }),
  ],
  [
    'requests that are written to',
    ['A9'],
    withList((page, request) => {
      (request as { limit: number }).limit = 7;
      return page;
    }),
  ],
  [
    'one row more than the limit',
    ['B10', 'B11', 'B21'],
    (good) => ({
      listIterations: (request, call) => good.listIterations({ ...request, limit: request.limit + 1 }, call),
    }),
  ],
  [
    'oldest that is newest',
    ['B14'],
    (good) => ({
      listIterations: (request, call) => good.listIterations({ ...request, order: 'newest' }, call),
    }),
  ],
  [
    'cursors that are offsets',
    ['B18', 'B19'],
    (good) => ({
      listIterations: async ({ cursor, ...request }, call) => {
        if (cursor === undefined || request.around !== undefined) {
          const page = await good.listIterations(request, call);
          const next = (page.offset ?? 0) + page.items.length;
          return {
            ...page,
            nextCursor: next < (page.total ?? 0) ? `at-${next}` : null,
            prevCursor: page.offset ? `back-${page.offset}` : null,
          };
        }
        const [, way, place] = /^(at|back)-(\d+)$/.exec(cursor) ?? [];
        if (place === undefined) throw new AdapterError('invalid');
        const offset = way === 'at' ? Number(place) : Math.max(0, Number(place) - request.limit);
        const page = await good.listIterations({ ...request, offset }, call);
        const next = offset + page.items.length;
        return { ...page, nextCursor: next < (page.total ?? 0) ? `at-${next}` : null };
      },
    }),
  ],
  [
    'garbled cursors that pass',
    ['B20'],
    (good) => ({
      listIterations: (request, call) =>
        good.listIterations(request, call).catch((error: unknown) => {
          if ((error as AdapterError).code !== 'invalid') throw error;
          return good.listIterations(omit(request, 'cursor'), call);
        }),
    }),
  ],
  [
    'an offset that is one off',
    ['B21'],
    (good) => ({
      listIterations: (request, call) =>
        good.listIterations(request.offset ? { ...request, offset: request.offset + 1 } : request, call),
    }),
  ],
  ['a total that lies', ['B23', 'B25', 'C31'], withList((page) => ({ ...page, total: (page.total ?? 0) + 1 }))],
  [
    'around without a way back',
    ['B24'],
    withList((page, { around }) => (around ? { ...page, prevCursor: null } : page)),
  ],
  [
    'a filter that is ignored',
    ['C26', 'C28', 'C34'],
    (good) => ({
      listIterations: (request, call) => {
        return good.listIterations({ ...request, filter: omit(request.filter ?? {}, 'kinds') }, call);
      },
    }),
  ],
  [
    'a filter that loses rows',
    ['C27', 'C28', 'C34'],
    withList((page, { filter }) => (filter?.starred ? { ...page, items: page.items.slice(1) } : page)),
  ],
  [
    'a filter that is not offered, ignored',
    ['C29'],
    (good) => ({
      limits: { ...good.limits, filters: ['archived', 'sessionId', 'kinds'] },
    }),
  ],
  [
    'archived sessions that still show',
    ['C31'],
    (good) => ({
      listIterations: async (request, call) => {
        if (request.filter?.archived !== undefined || request.filter?.sessionId !== undefined)
          return good.listIterations(request, call);
        const page = await good.listIterations(
          { ...request, filter: { ...request.filter, archived: 'include' } },
          call,
        );
        return { ...page, items: page.items.filter((item) => !item.archivedAt) };
      },
    }),
  ],
  [
    'counts that are off',
    ['C34'],
    (good) => ({
      counts: async (query, call) => ({ ...(await good.counts(query, call)), failed: 99 }),
    }),
  ],
  [
    'lookups without the unknown',
    ['D36', 'D37'],
    (good) => ({
      getIterations: async (ids, call) =>
        ids.length > 100 ? [] : (await good.getIterations(ids, call)).filter((item) => item !== null),
    }),
  ],
  [
    'media of what failed',
    ['D38'],
    eachItem((item) =>
      item.status === 'failed'
        ? { ...item, media: { url: 'x', mime: 'image/png', width: 1, height: 1, durationMs: 1 } }
        : item,
    ),
  ],
  [
    'media without measures',
    ['D39'],
    eachItem((item) => {
      if (!item.media) return item;
      return { ...item, media: omit(item.media, 'width', 'durationMs') };
    }),
  ],
  [
    'a file of another type',
    ['D40'],
    eachItem((item) => (item.media ? { ...item, media: { ...item.media, mime: 'image/png' } } : item)),
  ],
  ['seeds that are numbers', ['D42'], eachItem((item) => ({ ...item, seed: Number(item.seed) as unknown as string }))],
];
