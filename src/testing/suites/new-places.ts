import type { BatchResult, NewSession } from '../../data/index.js';
import type { Id, Iteration, Project } from '../../model/index.js';
import { hold, present, rejects, same } from '../check.js';
import type { Trial } from '../trial.js';
import { all, canWrite, checkResults, UNKNOWN, type Check } from './suite.js';

const canMakeSession = (trial: Trial): boolean =>
  canWrite('reassign')(trial) && trial.limits.reassignTo.includes('new-session');

const toNew = async (trial: Trial, ids: readonly Id[], create: NewSession = {}, key?: string): Promise<BatchResult> =>
  present(await trial.adapter.reassign?.({ ids }, { create }, trial.write(key)), 'the answer of reassign');

const sessionIds = async (trial: Trial): Promise<readonly Id[]> =>
  (await trial.walkSessions({ filter: trial.everything })).map(({ id }) => id).sort();

/** Moves some rows of one session, the newest that has more of them, into a new one. */
async function moved(trial: Trial, create?: NewSession) {
  await trial.fill(12);
  const rows = await trial.walk();
  const home = present(
    rows.find(({ sessionId }) => rows.filter((row) => row.sessionId === sessionId).length > 2),
    'a session with three iterations',
  ).sessionId;
  const two = rows.filter(({ sessionId }) => sessionId === home).slice(0, 2);
  const before = await sessionIds(trial);
  const from = present(await trial.sessionNow(home), 'the session the rows were in');
  const answer = await toNew(
    trial,
    two.map(({ id }) => id),
    create,
  );
  const made = present(answer.touched?.sessionIds?.[0], 'touched.sessionIds[0], the new session');
  return { two, before, from, answer, made };
}

const homesOf = async (trial: Trial, rows: readonly Iteration[]): Promise<readonly (Id | undefined)[]> =>
  Promise.all(rows.map(async ({ id }) => (await trial.now(id))?.sessionId));

const createProject = async (trial: Trial, name: string): Promise<Project> =>
  present(await trial.adapter.createProject?.({ name }, trial.write()), 'the answer of createProject');

const canMakeProject = ({ adapter, options }: Trial): boolean =>
  options.has?.writes !== false && adapter.createProject !== undefined;

/** Rules of places that are made for what is moved there. */
export const newPlaces: readonly Check[] = [
  {
    number: 89,
    title: 'a new session is made with the rows that move into it: named first, with the brief they came from',
    needs: canMakeSession,
    run: async (trial) => {
      const { two, before, from, answer, made } = await moved(trial, { title: 'conformance' });
      checkResults(
        answer,
        two.map(({ id }) => id),
      );
      hold(!before.includes(made), 'touched.sessionIds must name the new session first');
      hold(
        answer.touched?.sessionIds?.includes(from.id) ?? false,
        'touched.sessionIds must name the session they leave',
      );
      const session = present(await trial.sessionNow(made), 'the new session');
      same(session.title, 'conformance', 'title');
      same(session.brief.prompt, from.brief.prompt, 'brief.prompt');
      const idsOf = ({ brief }: typeof session) => (brief.references ?? []).map(({ id }) => id);
      same(idsOf(session), idsOf(from), 'brief.references');
      hold(session.createdAt > from.createdAt, 'createdAt must be of now');
      await trial.until(async () => (await sessionIds(trial)).includes(made), 'the new session must be in the list');
      same((await sessionIds(trial)).length, before.length + 1, 'how many sessions there are');
    },
  },
  {
    number: 90,
    title: 'a move into a new session keeps lineage and dates, and moves the counts',
    needs: canMakeSession,
    run: async (trial) => {
      const { two, from, made } = await moved(trial);
      for (const row of two) {
        const now = present(await trial.now(row.id), 'the iteration');
        same(now.sessionId, made, 'sessionId');
        for (const name of ['createdAt', 'generationId', 'parents'] as const) same(now[name], row[name], name);
      }
      const [left, come] = await Promise.all([trial.sessionNow(from.id), trial.sessionNow(made)]);
      if (from.counts === undefined) return;
      same(come?.counts?.total, 2, 'counts of the new session');
      same(left?.counts?.total, from.counts.total - 2, 'counts of the session they left');
    },
  },
  {
    number: 91,
    title: 'no session is made where no row can move into it',
    needs: canMakeSession,
    run: async (trial) => {
      await trial.fill(6);
      const before = await sessionIds(trial);
      checkResults(await toNew(trial, [UNKNOWN]), [], [UNKNOWN]);
      same(await sessionIds(trial), before, 'the sessions there are');
    },
  },
  {
    number: 92,
    title: 'undo takes the new session away again',
    needs: all(canMakeSession, canWrite('undo')),
    run: async (trial) => {
      const { two, before, from, answer, made } = await moved(trial);
      if (answer.undo === undefined) return;
      const back = present(await trial.adapter.undo?.(answer.undo, trial.write()), 'the answer of undo');
      checkResults(
        back,
        two.map(({ id }) => id),
      );
      same(
        await homesOf(trial, two),
        two.map(() => from.id),
        'where the rows are',
      );
      same(await trial.sessionNow(made), undefined, 'the new session');
      await trial.until(async () => !(await sessionIds(trial)).includes(made), 'it must leave the list');
      same(await sessionIds(trial), before, 'the sessions there are');
      same(
        (await trial.sessionNow(from.id))?.counts?.total,
        from.counts?.total,
        'counts of the session they came from',
      );
    },
  },
  {
    number: 93,
    title: 'undo leaves a new session that something else has been moved into',
    needs: all(canMakeSession, canWrite('undo')),
    run: async (trial) => {
      const { two, from, answer, made } = await moved(trial);
      if (answer.undo === undefined || !trial.limits.reassignTo.includes('session')) return;
      const other = (await trial.walk()).find(
        ({ id, sessionId }) => sessionId !== made && two.every((row) => row.id !== id),
      );
      const { id } = present(other, 'another iteration');
      await trial.adapter.reassign?.({ ids: [id] }, { sessionId: made }, trial.write());
      await trial.adapter.undo?.(answer.undo, trial.write());
      same(
        await homesOf(trial, two),
        two.map(() => from.id),
        'where the rows are',
      );
      same((await trial.now(id))?.sessionId, made, 'where the other row is');
      hold((await trial.sessionNow(made)) !== undefined, 'the session must stay: there is something in it');
    },
  },
  {
    number: 94,
    title: 'the same key twice makes one session',
    needs: canMakeSession,
    run: async (trial) => {
      await trial.fill(6);
      const { id } = await trial.one();
      const before = await sessionIds(trial);
      const { idempotencyKey } = trial.write();
      const first = await toNew(trial, [id], {}, idempotencyKey);
      same(await toNew(trial, [id], {}, idempotencyKey), first, 'the second answer');
      await trial.until(
        async () => (await sessionIds(trial)).length > before.length,
        'the new session must be in the list',
      );
      same((await sessionIds(trial)).length, before.length + 1, 'how many sessions there are');
    },
  },
  {
    number: 95,
    title: 'a project is made, listed, and can be filed in',
    needs: canMakeProject,
    run: async (trial) => {
      await trial.fill(6);
      const made = await createProject(trial, '  Conformance  ');
      same(made.name, 'Conformance', 'the name without the space around it');
      const { adapter } = trial;
      if (adapter.listProjects) {
        const listed = async () =>
          (await adapter.listProjects?.({ limit: 100, text: 'Conformance' }, trial.call()))?.items;
        const isThere = async () => (await listed())?.some(({ id }) => id === made.id) ?? false;
        await trial.until(isThere, 'the new project must be listed');
      }
      if (!adapter.reassign || !trial.limits.reassignTo.includes('project')) return;
      const { id } = await trial.one();
      await adapter.reassign({ ids: [id] }, { projects: { add: [made.id] } }, trial.write());
      hold((await trial.now(id))?.projectIds?.includes(made.id) ?? false, 'projectIds must name the new project');
    },
  },
  {
    number: 96,
    title: 'a project without a name is invalid',
    needs: canMakeProject,
    run: async (trial) => {
      await rejects(() => createProject(trial, '   '), ['invalid'], 'a project of spaces');
    },
  },
];
