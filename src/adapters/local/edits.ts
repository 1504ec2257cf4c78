import {
  AdapterError,
  type Annotation,
  type BatchResult,
  type ReassignTarget,
  type Selection,
  type SessionPatch,
  type Write,
} from '../../data/index.js';
import { omit } from '../../internal/omit.js';
import type { Id, Instant, Iteration, Session } from '../../model/index.js';
import { checkRating, withMembers, type Membership } from './annotations.js';
import { editIterations, editSessions, type Edit } from './batch.js';
import { command } from './command.js';
import type { Local } from './local.js';
import { inNewSession } from './new-session.js';
import type { UnitOfWork } from './unit-of-work.js';

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** The set with some added and removed; `undefined` when that changes nothing. */
function changed(now: readonly string[] = [], membership: Membership): readonly string[] | undefined {
  const next = withMembers(now, membership);
  return same(next, now) ? undefined : next;
}

function archived<E extends Iteration | Session>(item: E, on: boolean, at: Instant): E | undefined {
  if (Boolean(item.archivedAt) === on) return undefined;
  if (on) return { ...item, archivedAt: at };
  return omit(item, 'archivedAt') as E;
}

export function archive(
  local: Local,
  selection: Selection,
  on: 'iteration' | 'session',
  wanted: boolean,
  write: Write,
): Promise<BatchResult> {
  const request = ['archive', selection, on, wanted];
  const edit = <E extends Iteration | Session>(item: E, { at }: UnitOfWork) => archived(item, wanted, at);
  return on === 'iteration'
    ? editIterations(local, write, request, selection, edit)
    : editSessions(local, write, request, selection, edit);
}

async function checkProjects(unit: UnitOfWork, ids: readonly Id[] = []): Promise<void> {
  for (const id of ids) {
    if (!(await unit.tx.get('projects', id))) throw new AdapterError('not-found', `There is no project '${id}'`);
  }
}

export function reassign(local: Local, selection: Selection, to: ReassignTarget, write: Write): Promise<BatchResult> {
  const request = ['reassign', selection, to];
  if ('sessionId' in to) {
    const { sessionId } = to;
    return editIterations(
      local,
      write,
      request,
      selection,
      (item) => (item.sessionId === sessionId ? undefined : { ...item, sessionId }),
      async (unit) => {
        if (!(await unit.session(sessionId))) throw new AdapterError('not-found', `There is no session '${sessionId}'`);
        unit.touch(sessionId);
      },
    );
  }
  if ('create' in to) {
    const move: Edit<Iteration> = (item, _unit, batch) => inNewSession(item, batch, to.create);
    return editIterations(local, write, request, selection, move);
  }
  const edit = (item: Iteration): Iteration | undefined => {
    const projectIds = changed(item.projectIds, to.projects);
    return projectIds && { ...item, projectIds };
  };
  return editIterations(local, write, request, selection, edit, (unit) => checkProjects(unit, to.projects.add));
}

function annotated(item: Iteration, { starred, rating, flag, tags, note }: Annotation): Iteration | undefined {
  const { starred: wasStarred, rating: wasRating, flag: wasFlag, tags: wasTags, note: wasNote, ...rest } = item;
  const nextStarred = starred ?? wasStarred ?? false;
  const nextRating = rating ?? wasRating;
  const nextFlag = flag === undefined ? wasFlag : flag;
  const newTags = tags && changed(wasTags, tags);
  const nextTags = newTags ?? wasTags;
  const nextNote = note ?? wasNote;
  const isSame =
    nextStarred === (wasStarred ?? false) && nextRating === wasRating && nextFlag === wasFlag && nextNote === wasNote;
  if (isSame && !newTags) return undefined;
  return {
    ...rest,
    ...(nextStarred && { starred: true }),
    ...(nextRating !== undefined && { rating: nextRating }),
    ...(nextFlag && { flag: nextFlag }),
    ...(nextTags?.length && { tags: nextTags }),
    ...(nextNote && { note: nextNote }),
  };
}

export async function annotate(
  local: Local,
  selection: Selection,
  patch: Annotation,
  write: Write,
): Promise<BatchResult> {
  checkRating(patch);
  return editIterations(local, write, ['annotate', selection, patch], selection, (item) => annotated(item, patch));
}

export function updateSession(
  local: Local,
  id: Id,
  patch: SessionPatch,
  ifRev: number | undefined,
  write: Write,
): Promise<Session> {
  return command(local, write, ['updateSession', id, patch, ifRev ?? null], async (unit) => {
    const session = await unit.session(id);
    if (!session) throw new AdapterError('not-found', `There is no session '${id}'`);
    if (ifRev !== undefined && ifRev < (session.rev ?? 0)) {
      throw new AdapterError('conflict', `The session has changed: its rev is ${session.rev ?? 0}, not ${ifRev}`);
    }
    await checkProjects(unit, patch.projects?.add);
    const projectIds = patch.projects && changed(session.projectIds, patch.projects);
    const title = patch.title === undefined || patch.title === session.title ? undefined : patch.title;
    if (projectIds === undefined && title === undefined) return session;
    return unit.saveSession({ ...session, ...(title !== undefined && { title }), ...(projectIds && { projectIds }) });
  });
}
