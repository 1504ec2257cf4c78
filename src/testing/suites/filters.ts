import {
  addToCounts,
  matchesIteration,
  NO_COUNTS,
  type Filter,
  type Id,
  type Iteration,
  type Session,
} from '../../model/index.js';
import { hold, present, same } from '../check.js';
import { rejects } from '../check.js';
import type { Trial } from '../trial.js';
import { canWrite, type Suite } from './suite.js';

type Sessions = ReadonlyMap<Id, Session>;

interface Library {
  readonly rows: readonly Iteration[];
  readonly sessions: Sessions;
}

async function library(trial: Trial): Promise<Library> {
  await trial.fill(30);
  return { rows: await trial.walk({ filter: trial.everything }), sessions: await trial.sessionsById() };
}

const distinct = <T>(values: readonly (T | undefined)[]): readonly T[] =>
  [...new Set(values)].filter((value) => value !== undefined).slice(0, 3);

/** Values worth asking for, taken from what is there. */
function samples({ rows }: Library): readonly Filter[] {
  const middle = rows[Math.floor(rows.length / 2)];
  return [
    ...distinct(rows.map(({ kind }) => kind)).map((kind): Filter => ({ kinds: [kind] })),
    { kinds: ['image', 'audio'] },
    ...distinct(rows.map(({ sessionId }) => sessionId)).map((sessionId): Filter => ({ sessionId })),
    ...distinct(rows.flatMap(({ projectIds }) => projectIds ?? [])).map((projectId): Filter => ({ projectId })),
    { projectId: null },
    ...distinct(rows.map(({ status }) => status)).map((status): Filter => ({ statuses: [status] })),
    { statuses: ['queued', 'running', 'failed'] },
    { starred: true },
    { starred: false },
    { ratingAtLeast: 3 },
    { flag: 'pick' },
    { flag: 'reject' },
    { flag: 'none' },
    ...distinct(rows.flatMap(({ tags }) => tags ?? [])).map((tag): Filter => ({ tags: [tag] })),
    ...rows
      .filter(({ tags }) => (tags?.length ?? 0) > 1)
      .slice(0, 1)
      .map(({ tags }): Filter => ({ tags: tags ?? [] })),
    ...distinct(rows.map(({ model }) => model)).map((model): Filter => ({ model })),
    ...(middle ? [{ createdAfter: middle.createdAt }, { createdBefore: middle.createdAt }] : []),
    ...distinct(rows.map(({ generationId }) => generationId)).map((generationId): Filter => ({ generationId })),
    ...distinct(rows.flatMap(({ parents }) => (parents ?? []).map(({ iterationId }) => iterationId))).map(
      (parentId): Filter => ({ parentId }),
    ),
  ];
}

const offered = ({ limits }: Trial, filter: Filter): boolean =>
  (Object.keys(filter) as (keyof Filter)[]).every((name) => limits.filters.includes(name));

const expected = ({ rows, sessions }: Library, filter: Filter): readonly Iteration[] =>
  rows.filter((row) => matchesIteration(row, sessions.get(row.sessionId), filter));

const idsOf = (rows: readonly { readonly id: Id }[]): readonly Id[] => rows.map(({ id }) => id);

const describe = (filter: Filter): string => JSON.stringify(filter);

const without = (ids: readonly Id[], others: readonly Id[]): readonly Id[] => ids.filter((id) => !others.includes(id));

/** Every sample that is offered, with what it must give and what it gives. */
async function eachSample(
  trial: Trial,
  check: (filter: Filter, wanted: readonly Id[], got: readonly Id[]) => void,
): Promise<void> {
  const all = await library(trial);
  for (const filter of samples(all).filter((sample) => offered(trial, sample))) {
    check(filter, idsOf(expected(all, filter)), idsOf(await trial.walk({ filter })));
  }
}

/** Texts that have broken searches. */
const AWKWARD = [
  '"',
  "'",
  '%',
  '_',
  '*',
  '\\',
  '🦊',
  'שלום',
  '\u202Eabc',
  '',
  ' ',
  '()[]{}',
  'a'.repeat(1000),
  '\u0000',
];

const hasFilter =
  (...names: readonly (keyof Filter)[]) =>
  ({ limits }: Trial): boolean =>
    names.every((name) => limits.filters.includes(name));

async function archiveSession(
  trial: Trial,
): Promise<{ readonly sessionId: Id; readonly members: readonly Iteration[] }> {
  await trial.fill(12);
  const { sessionId } = await trial.one();
  const members = (await trial.walk()).filter((row) => row.sessionId === sessionId);
  await trial.adapter.archive?.({ ids: [sessionId] }, 'session', true, trial.write());
  return { sessionId, members };
}

export const filters: Suite = {
  letter: 'C',
  title: 'Filters',
  checks: [
    {
      number: 26,
      title: 'each offered filter only gives matches',
      run: (trial) =>
        eachSample(trial, (filter, wanted, got) => {
          same(without(got, wanted), [], `the filter ${describe(filter)} gives rows that do not match it`);
        }),
    },
    {
      number: 27,
      title: 'each offered filter gives all matches',
      run: (trial) =>
        eachSample(trial, (filter, wanted, got) => {
          same(without(wanted, got), [], `the filter ${describe(filter)} leaves out rows that match it`);
        }),
    },
    {
      number: 28,
      title: 'filters combine with AND',
      run: async (trial) => {
        const all = await library(trial);
        const usable = samples(all).filter((sample) => offered(trial, sample));
        for (const [index, first] of usable.entries()) {
          const second = usable[(index * 7 + 3) % usable.length];
          const filter = { ...first, ...second };
          same(idsOf(await trial.walk({ filter })), idsOf(expected(all, filter)), `the filter ${describe(filter)}`);
        }
      },
    },
    {
      number: 29,
      title: 'a filter that is not offered is unsupported',
      needs: ({ limits }) => !limits.filters.includes('model') || !limits.filters.includes('note' as keyof Filter),
      run: async (trial) => {
        await trial.fill(3);
        const odd: readonly Filter[] = [
          { model: 'x' },
          { starred: true },
          { tags: ['x'] },
          { text: 'x' },
          { ratingAtLeast: 1 },
          { flag: 'pick' },
        ];
        for (const filter of odd.filter((sample) => !offered(trial, sample))) {
          await rejects(() => trial.iterations({ filter }), ['unsupported'], `the filter ${describe(filter)}`);
        }
      },
    },
    {
      number: 30,
      title: 'archived: exclude and only part what include gives',
      needs: hasFilter('archived'),
      run: async (trial) => {
        await trial.fill(12);
        const ids = (archived: NonNullable<Filter['archived']>) => trial.walk({ filter: { archived } }).then(idsOf);
        const [exclude, only, include] = [await ids('exclude'), await ids('only'), await ids('include')];
        same([...exclude, ...only].sort(), [...include].sort(), 'exclude and only together');
        same(idsOf(await trial.walk()), exclude, 'the default');
      },
    },
    {
      number: 31,
      title: 'an archived session hides its iterations without touching them',
      needs: canWrite('archive'),
      run: async (trial) => {
        const { sessionId, members } = await archiveSession(trial);
        await trial.until(
          async () => (await trial.walk()).every((row) => row.sessionId !== sessionId),
          'iterations of an archived session must leave the list',
        );
        for (const { id } of members) {
          const now = await trial.now(id);
          hold(!now?.archivedAt, 'archiving a session must not write to its iterations');
        }
        const page = await trial.iterations({ limit: 1 });
        if (page.total !== undefined && !page.totalIsEstimate) same(page.total, (await trial.walk()).length, 'total');
      },
    },
    {
      number: 32,
      title: "an archived session's own page still shows them",
      needs: (trial) => canWrite('archive')(trial) && hasFilter('sessionId')(trial),
      run: async (trial) => {
        const { sessionId, members } = await archiveSession(trial);
        same(idsOf(await trial.walk({ filter: { sessionId } })), idsOf(members), 'the list of the archived session');
        await trial.adapter.archive?.({ ids: [sessionId] }, 'session', false, trial.write());
        await trial.until(
          async () => (await trial.walk()).filter((row) => row.sessionId === sessionId).length === members.length,
          'unarchiving a session must bring back its iterations',
        );
      },
    },
    {
      number: 33,
      title: 'awkward texts do not break the search',
      needs: hasFilter('text'),
      run: async (trial) => {
        await trial.fill(6);
        for (const text of AWKWARD) {
          await trial.iterations({ filter: { text } });
          await trial.sessions({ filter: { text } });
        }
      },
    },
    {
      number: 34,
      title: 'counts agree with the list',
      needs: ({ adapter }) => adapter.counts !== undefined,
      run: async (trial) => {
        const all = await library(trial);
        for (const filter of [{}, ...samples(all)].filter((sample) => offered(trial, sample))) {
          const counts = present(await trial.adapter.counts?.({ filter }, trial.call()), 'the answer of counts');
          const wanted = (await trial.walk({ filter })).reduce((sum, row) => addToCounts(sum, row), NO_COUNTS);
          same({ ...NO_COUNTS, ...counts }, wanted, `the counts for ${describe(filter)}`);
        }
      },
    },
  ],
};
