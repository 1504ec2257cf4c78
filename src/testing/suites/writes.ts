import { toFailure, type BatchResult } from '../../data/index.js';
import type { Id, Iteration } from '../../model/index.js';
import { hold, present, rejects, same } from '../check.js';
import type { Trial } from '../trial.js';
import { newPlaces } from './new-places.js';
import { all, canWrite, checkResults, UNKNOWN, type Suite } from './suite.js';

/** What an adapter answers that does not take a query. */
const REFUSALS: readonly string[] = ['unsupported', 'too-large', 'invalid'];

async function archive(trial: Trial, ids: readonly Id[], archived = true, key?: string): Promise<BatchResult> {
  return present(
    await trial.adapter.archive?.({ ids }, 'iteration', archived, trial.write(key)),
    'the answer of archive',
  );
}

const isArchived = async (trial: Trial, id: Id): Promise<boolean> => Boolean((await trial.now(id))?.archivedAt);

/** What a person set; what undo must bring back. */
const judged = (item: Iteration | undefined) => {
  const { archivedAt, starred, rating, flag, tags, note, sessionId, projectIds } = item ?? ({} as Partial<Iteration>);
  return {
    archived: Boolean(archivedAt),
    starred: starred ?? false,
    rating,
    flag,
    tags: tags ?? [],
    note,
    sessionId,
    projectIds: projectIds ?? [],
  };
};

async function twoSessions(trial: Trial): Promise<readonly [from: Iteration, to: Id]> {
  const rows = await trial.walk();
  const from = present(rows[0], 'an iteration');
  const to = (await trial.walkSessions()).find(({ id }) => id !== from.sessionId);
  return [from, present(to, 'a second session').id];
}

const canReassign = (to: 'project' | 'session') => (trial: Trial) =>
  canWrite('reassign')(trial) && trial.limits.reassignTo.includes(to);

async function checkUndo(
  trial: Trial,
  id: Id,
  work: () => Promise<BatchResult | undefined>,
  what: string,
): Promise<void> {
  const before = judged(await trial.now(id));
  const { undo } = present(await work(), what);
  hold(JSON.stringify(judged(await trial.now(id))) !== JSON.stringify(before), `${what} had no effect`);
  if (undo === undefined) return;
  const answer = present(await trial.adapter.undo?.(undo, trial.write()), 'the answer of undo');
  hold(
    answer.results.every(({ ok }) => ok),
    `undo of ${what} failed`,
  );
  same(judged(await trial.now(id)), before, `the iteration after undo of ${what}`);
}

export const writes: Suite = {
  letter: 'F',
  title: 'Writes',
  checks: [
    {
      number: 52,
      title: 'archive one and read it back',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const { id } = await trial.one();
        checkResults(await archive(trial, [id]), [id]);
        hold(await isArchived(trial, id), 'archivedAt must be set once archive has resolved');
        await trial.until(async () => !(await trial.walk()).some((row) => row.id === id), 'it must leave the list');
      },
    },
    {
      number: 53,
      title: 'unarchive restores',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const { id } = await trial.one();
        const before = (await trial.walk()).map((row) => row.id);
        await archive(trial, [id]);
        checkResults(await archive(trial, [id], false), [id]);
        hold(!(await isArchived(trial, id)), 'archivedAt must be gone');
        const after = async () => JSON.stringify((await trial.walk()).map((row) => row.id)) === JSON.stringify(before);
        await trial.until(after, 'it must be back at its place');
      },
    },
    {
      number: 54,
      title: 'archiving what is archived is ok',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const { id } = await trial.one();
        await archive(trial, [id]);
        const { archivedAt } = present(await trial.now(id), 'the iteration');
        checkResults(await archive(trial, [id]), [id]);
        same((await trial.now(id))?.archivedAt, archivedAt, 'archivedAt');
      },
    },
    {
      number: 55,
      title: 'known and unknown ids: a result for each, once',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const ids = (await trial.some(2)).map(({ id }) => id);
        checkResults(await archive(trial, [...ids, UNKNOWN, ...ids.slice(0, 1)]), ids, [UNKNOWN]);
        checkResults(await archive(trial, [UNKNOWN]), [], [UNKNOWN]);
        for (const id of ids) hold(await isArchived(trial, id), 'the known ones must be archived');
      },
    },
    {
      number: 56,
      title: 'a batch above batchSize works or is too-large',
      needs: canWrite('archive'),
      run: async (trial) => {
        const ids = Array.from({ length: trial.limits.batchSize + 1 }, (_, index) => `${UNKNOWN}-${index}`);
        try {
          checkResults(await archive(trial, ids), [], ids);
        } catch (error) {
          const { code, message } = toFailure(error);
          hold(code === 'too-large', `too-large is expected, it was ${code} (${message})`);
        }
      },
    },
    {
      number: 57,
      title: 'the same key twice: one effect, the same answer',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const { id } = await trial.one();
        const { idempotencyKey } = trial.write();
        const first = await archive(trial, [id], true, idempotencyKey);
        await archive(trial, [id], false);
        same(await archive(trial, [id], true, idempotencyKey), first, 'the second answer');
        hold(!(await isArchived(trial, id)), 'the second call must have no effect');
      },
    },
    {
      number: 58,
      title: 'the same key with another request is a conflict',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const [first, second] = await trial.some(2);
        const { idempotencyKey } = trial.write();
        await archive(trial, [present(first, 'an iteration').id], true, idempotencyKey);
        const again = () => archive(trial, [present(second, 'an iteration').id], true, idempotencyKey);
        await rejects(again, ['conflict'], 'the same key with another request');
      },
    },
    {
      number: 59,
      title: 'reassign to a project and out of it',
      needs: all(canReassign('project'), ({ adapter }) => adapter.listProjects !== undefined),
      run: async (trial) => {
        await trial.fill(6);
        const projects = present(await trial.adapter.listProjects?.({ limit: 10 }, trial.call()), 'projects').items;
        const { id, projectIds = [], sessionId } = await trial.one();
        const project = projects.find((each) => !projectIds.includes(each.id));
        if (!project) return;
        const move = (projects_: { add?: readonly Id[]; remove?: readonly Id[] }) =>
          trial.adapter.reassign?.({ ids: [id] }, { projects: projects_ }, trial.write());
        checkResults(present(await move({ add: [project.id] }), 'the answer'), [id]);
        const added = await trial.now(id);
        same([...(added?.projectIds ?? [])].sort(), [...projectIds, project.id].sort(), 'projectIds');
        same(added?.sessionId, sessionId, 'sessionId');
        await move({ remove: [project.id] });
        same([...((await trial.now(id))?.projectIds ?? [])].sort(), [...projectIds].sort(), 'projectIds after removal');
      },
    },
    {
      number: 60,
      title: 'reassign to a session keeps the lineage, moves the counts and names both sessions',
      needs: canReassign('session'),
      run: async (trial) => {
        await trial.fill(12);
        const [from, to] = await twoSessions(trial);
        const totals = async () => {
          const found = await Promise.all([trial.sessionNow(from.sessionId), trial.sessionNow(to)]);
          return found.map((session) => session?.counts?.total);
        };
        const before = await totals();
        const answer = await trial.adapter.reassign?.({ ids: [from.id] }, { sessionId: to }, trial.write());
        checkResults(present(answer, 'the answer of reassign'), [from.id]);
        const touched = answer?.touched?.sessionIds ?? [];
        hold(touched.includes(from.sessionId) && touched.includes(to), 'touched.sessionIds must name both sessions');
        const now = present(await trial.now(from.id), 'the iteration');
        same(now.sessionId, to, 'sessionId');
        for (const name of ['createdAt', 'generationId', 'parents'] as const) same(now[name], from[name], name);
        const after = await totals();
        if (before.every((total) => total !== undefined)) {
          same(after, [(before[0] ?? 0) - 1, (before[1] ?? 0) + 1], 'counts of the two sessions');
        }
      },
    },
    {
      number: 61,
      title: 'undo restores exactly',
      needs: canWrite('archive', 'undo'),
      run: async (trial) => {
        await trial.fill(12);
        const { adapter } = trial;
        const { id } = await trial.one();
        const selection = { ids: [id] };
        await checkUndo(trial, id, () => archive(trial, [id]), 'archive');
        if (adapter.annotate) {
          const patch = { note: 'new', rating: 5, tags: { add: ['conformance'] } } as const;
          await checkUndo(trial, id, async () => adapter.annotate?.(selection, patch, trial.write()), 'annotate');
        }
        if (canReassign('session')(trial)) {
          const [, sessionId] = await twoSessions(trial);
          await checkUndo(
            trial,
            id,
            async () => adapter.reassign?.(selection, { sessionId }, trial.write()),
            'reassign',
          );
        }
      },
    },
    {
      number: 62,
      title: 'undo leaves later changes alone',
      needs: canWrite('archive', 'undo', 'annotate'),
      run: async (trial) => {
        await trial.fill(6);
        const [one, two] = await trial.some(2);
        const [changed, left] = [present(one, 'an iteration').id, present(two, 'an iteration').id];
        const { undo } = await archive(trial, [changed, left]);
        await trial.adapter.annotate?.({ ids: [changed] }, { note: 'later' }, trial.write());
        const answer = await trial.adapter.undo?.(present(undo, 'the undo token'), trial.write());
        const result = answer?.results.find(({ id }) => id === changed);
        hold(result?.ok !== true, 'undo must not report success for a row that was changed since');
        same((await trial.now(changed))?.note, 'later', 'the later note');
        hold(await isArchived(trial, changed), 'a row changed since must stay as it is');
        hold(!(await isArchived(trial, left)), 'the other row must be restored');
      },
    },
    {
      number: 63,
      title: 'a stale ifRev is a conflict',
      needs: canWrite('updateSession'),
      run: async (trial) => {
        await trial.fill(6);
        const session = present((await trial.sessions()).items[0], 'a session');
        const rename = async (title: string, ifRev?: number) =>
          present(await trial.adapter.updateSession?.(session.id, { title }, ifRev, trial.write()), 'the answer');
        const renamed = await rename('first name', session.rev);
        same(renamed.title, 'first name', 'title');
        same((await trial.sessionNow(session.id))?.title, 'first name', 'title when read back');
        if (session.rev === undefined) return;
        await rejects(() => rename('second name', session.rev), ['conflict'], 'a stale ifRev');
        same((await trial.sessionNow(session.id))?.title, 'first name', 'title after the conflict');
      },
    },
    {
      number: 64,
      title: 'rev grows with each change',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const { id, rev } = await trial.one();
        if (rev === undefined) return;
        const { results } = await archive(trial, [id]);
        const now = present((await trial.now(id))?.rev, 'rev');
        hold(now > rev, `rev was ${rev} and is ${now} after archive`);
        const [result] = results;
        if (result?.ok && result.rev !== undefined) same(result.rev, now, 'rev of the result');
      },
    },
    {
      number: 88,
      title: 'a query is done as a whole but for exceptions, or refused and nothing done',
      needs: canWrite('archive'),
      run: async (trial) => {
        await trial.fill(6);
        const [first, second] = await trial.some(2);
        const [kept, { sessionId }] = [present(first, 'an iteration').id, present(second, 'an iteration')];
        const query = { filter: { sessionId } };
        const matches = (await trial.walk(query)).map(({ id }) => id);
        const wanted = matches.filter((id) => id !== kept);
        const standing = async () => Promise.all(matches.map((id) => isArchived(trial, id)));
        try {
          const selection = { query, except: [kept] };
          const answer = await trial.adapter.archive?.(selection, 'iteration', true, trial.write());
          const { results, count } = present(answer, 'the answer of archive');
          if (count === undefined) checkResults({ results }, wanted);
          else same(count + results.filter(({ ok }) => !ok).length, wanted.length, 'count and the rows that failed');
          same(
            await standing(),
            matches.map((id) => id !== kept),
            'what is archived after it',
          );
        } catch (error) {
          const { code, message } = toFailure(error);
          hold(REFUSALS.includes(code), `${REFUSALS.join(', ')} is expected, it was ${code} (${message})`);
          same(
            await standing(),
            matches.map(() => false),
            'what is archived after a refusal',
          );
        }
      },
    },
    ...newPlaces,
  ],
};
