import { expect } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/index.js';
import {
  AdapterError,
  type Change,
  type ImaginationsAdapter,
  type Page,
  type Subscription,
} from '../../src/data/index.js';
import { omit } from '../../src/internal/omit.js';
import type { Iteration } from '../../src/model/index.js';
import { fakeGenerator, runAdapterConformance, seedLibrary } from '../../src/testing/index.js';

type Break = (good: MemoryAdapter) => Partial<ImaginationsAdapter>;

/** Runs the kit on a copy of the memory adapter; the rules that it says are broken. */
async function brokenRules(breakIt: Break, only: readonly string[]): Promise<readonly string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = [];
  const goods = new WeakMap<ImaginationsAdapter, MemoryAdapter>();
  await runAdapterConformance({
    runner: {
      describe: (_name, body) => body(),
      it: (name: string, body: () => Promise<void>) => void tests.push({ name, body }),
    },
    create: () => {
      const good = createMemoryAdapter({ generator: fakeGenerator() });
      const copy = { ...good, ...breakIt(good) };
      goods.set(copy, good);
      return copy;
    },
    seed: (adapter, count) => goods.get(adapter)?.load(seedLibrary(count)),
    has: { moderatedPrompt: '[moderated]' },
    patienceMs: 700,
  });
  const broken: string[] = [];
  for (const { name, body } of tests.filter((test) => only.some((letter) => test.name.startsWith(letter)))) {
    await body().catch(() => broken.push(name.split(' ')[0] ?? ''));
  }
  return broken;
}

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

/** What is broken, which rules that is, and how. */
const CASES: readonly (readonly [name: string, rules: readonly string[], breakIt: Break])[] = [
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
  [
    'a result that comes twice',
    ['F52', 'F53', 'F54', 'F55'],
    (good) => ({
      archive: async (...args) => {
        const answer = await good.archive(...args);
        return { ...answer, results: [...answer.results, ...answer.results] };
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
    ['F60'],
    (good) => ({
      reassign: async (...args) => {
        return omit(await good.reassign(...args), 'touched');
      },
    }),
  ],
  ['an undo that does nothing', ['F61', 'F62'], () => ({ undo: () => Promise.resolve({ results: [] }) })],
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

describe('the kit, on adapters that break a rule', () => {
  it('finds nothing in the adapter they are copies of', async () => {
    expect(await brokenRules(() => ({}), ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'I'])).to.deep.equal([]);
  }).timeout(20_000);

  for (const [name, rules, breakIt] of CASES) {
    it(`finds ${name}: ${rules.join(', ')}`, async () => {
      const suites = [...new Set(rules.map((rule) => rule[0] ?? ''))];
      expect(await brokenRules(breakIt, suites)).to.deep.equal(rules);
    }).timeout(20_000);
  }
});
