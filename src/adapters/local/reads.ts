import { AdapterError, type Call, type GenerationState, type Page, type PageRequest } from '../../data/index.js';
import {
  addToCounts,
  isFinal,
  KINDS,
  NO_COUNTS,
  type Counts,
  type Filter,
  type Generation,
  type Id,
  type Iteration,
  type Project,
  type Query,
  type RunStatus,
  type Session,
} from '../../model/index.js';
import { facet } from './facets.js';
import { checkQuery } from './lists.js';
import type { Local } from './local.js';
import { planIterations } from './plan.js';
import { projectPage } from './project-lists.js';
import type { Transaction } from './storage.js';
import { countRows, walk } from './walk.js';

const ACTIVE: readonly RunStatus[] = ['queued', 'running', 'canceling'];

export const getSession = (local: Local, id: Id, call: Call): Promise<Session | null> =>
  local.answer(call.signal, () => local.read(async (tx) => (await tx.get('sessions', id))?.value.item ?? null));

function checkLookup(local: Local, ids: readonly Id[]): void {
  if (ids.length > local.limits.lookupSize) {
    throw new AdapterError('too-large', `At most ${local.limits.lookupSize} ids can be looked up at once`);
  }
}

export const getIterations = (local: Local, ids: readonly Id[], call: Call): Promise<readonly (Iteration | null)[]> =>
  local.answer(call.signal, async () => {
    checkLookup(local, ids);
    return local.read((tx) => Promise.all(ids.map(async (id) => (await tx.get('iterations', id))?.value.item ?? null)));
  });

/** The iterations of a generation that still exist, in the order of its variants. */
export async function iterationsOf(tx: Transaction, { iterationIds }: Generation): Promise<readonly Iteration[]> {
  const rows = await Promise.all(iterationIds.map((id) => tx.get('iterations', id)));
  return rows.flatMap((row) => (row ? [row.value.item] : []));
}

export const getGenerations = (
  local: Local,
  ids: readonly Id[],
  call: Call,
): Promise<readonly (GenerationState | null)[]> =>
  local.answer(call.signal, async () => {
    checkLookup(local, ids);
    return local.read((tx) =>
      Promise.all(
        ids.map(async (id) => {
          const generation = (await tx.get('generations', id))?.value.item;
          return generation ? { generation, iterations: await iterationsOf(tx, generation) } : null;
        }),
      ),
    );
  });

/** Counts from the lengths of facets; only what is under way is looked at. */
async function countFacets(tx: Transaction, archived: NonNullable<Query['filter']>['archived']): Promise<Counts> {
  const filter = { archived: archived ?? 'exclude' } as const;
  const count = (more: Query['filter']) => countRows(tx, planIterations({ ...filter, ...more }));
  const [image = 0, video = 0, audio = 0] = await Promise.all(KINDS.map((kind) => count({ kinds: [kind] })));
  const [total, active, failed] = await Promise.all([
    count({}),
    count({ statuses: ACTIVE }),
    count({ statuses: ['failed'] }),
  ]);
  return { total, image, video, audio, active, failed };
}

export const counts = (local: Local, query: Query, call: Call): Promise<Counts> =>
  local.answer(call.signal, async () => {
    checkQuery(local, query);
    const { archived, ...rest }: Filter = query.filter ?? {};
    return local.read(async (tx) => {
      if (Object.values(rest).every((value: unknown) => value === undefined)) return countFacets(tx, archived);
      let sum = NO_COUNTS;
      for await (const { value } of walk(tx, planIterations(query.filter), { reverse: true, signal: call.signal })) {
        sum = addToCounts(sum, value.item);
      }
      return sum;
    });
  });

export const listProjects = (
  local: Local,
  request: PageRequest & { readonly text?: string },
  call: Call,
): Promise<Page<Project>> =>
  local.answer(call.signal, () => {
    const all = () =>
      local.read(async (tx) => {
        const span = { facet: facet.all('e') };
        const rows = await tx.page('projects', span, { limit: (await tx.count('projects', span)) || 1 });
        return rows.map(({ value }) => value.item);
      });
    return projectPage(all, request, local.limits.pageSize);
  });

/** Generations that have not ended. */
export async function activeGenerations(
  tx: Transaction,
): Promise<readonly (Generation & { readonly runner: string })[]> {
  const rows = await tx.page('generations', { facet: facet.active }, { limit: 10_000 });
  return rows.map(({ value }) => ({ ...value.item, runner: value.runner })).filter(({ status }) => !isFinal(status));
}
