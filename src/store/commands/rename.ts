import { toFailure } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { Failure, Id } from '../../model/index.js';
import { historyOfCore, type Step, type StepRun } from '../history.js';
import { isPlaceholder } from '../is-placeholder.js';
import { isSession } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import { staleSessions } from './batch.js';
import { notOffered } from './edit.js';

/** Longest title that is kept, in characters. */
const LONGEST_TITLE = 200;

const FORBIDDEN: Failure = { code: 'forbidden', message: 'The session says that it may not be renamed' };
const GONE: Failure = { code: 'not-found', message: 'This session is no more' };

/** Sends a title that shows already. @returns `null`, or why it did not work; the old title is back then. */
async function setTitle(core: StoreCore, id: Id, title: string): Promise<Failure | null> {
  const { adapter, caller, sessions } = core;
  const key = newId();
  sessions.overlay(id, { key, apply: (row) => ({ ...row, title }) });
  const end = (): void => sessions.rollBack(id, key);
  try {
    // One after another, or the second would conflict with the first.
    const renamed: unknown = await caller.inTurn(`rename:${id}`, () => {
      const rev = sessions.confirmed(id)?.rev;
      return caller.write(
        (write) => adapter.updateSession?.(id, { title }, rev, write) ?? Promise.reject(notOffered('updateSession')),
      );
    });
    // The answer is the row as it is now: the overlay is not needed any more.
    core.acceptSessions([renamed]);
    if (isSession(renamed)) end();
    else sessions.settle(id, key, undefined);
    return null;
  } catch (thrown) {
    end();
    const failure = toFailure(thrown);
    if (failure.code === 'conflict' || failure.code === 'timeout') staleSessions(core, [id]);
    return failure;
  }
}

/** Reads a session. @returns whether that was possible. */
async function readAgain(core: StoreCore, id: Id): Promise<boolean> {
  const { adapter, caller } = core;
  try {
    core.acceptSessions([await caller.read((call) => adapter.getSession?.(id, call) ?? Promise.resolve(null))]);
    return adapter.getSession !== undefined;
  } catch {
    return false;
  }
}

/** What gives a session its other title back, unless somebody has given it a third one. */
function stepOf(core: StoreCore, id: Id, from: string, to: string): Step {
  const run = async (): Promise<StepRun> => {
    const { sessions } = core;
    const known = sessions.known.get(id);
    if (known && 'removed' in known) return { outcome: { done: [], failed: [{ id, error: GONE }], left: [] } };
    const isOthers = (): boolean => (sessions.get(id)?.title ?? to) !== to;
    if (isOthers()) return { outcome: { done: [], failed: [], left: [id] } };
    let failure = await setTitle(core, id, from);
    // What it holds may have changed, which is no other title.
    if (failure?.code === 'conflict' && (await readAgain(core, id)) && !isOthers()) {
      failure = await setTitle(core, id, from);
    }
    if (!failure) return { outcome: { done: [id], failed: [], left: [] }, reverse: stepOf(core, id, to, from) };
    if (failure.code === 'conflict') return { outcome: { done: [], failed: [], left: [id] } };
    const isOver = failure.code === 'not-found' || failure.code === 'forbidden';
    return { outcome: { done: [], failed: [{ id, error: failure }], left: [] }, rest: isOver ? undefined : step };
  };
  const step: Step = { entry: { what: 'rename', on: 'session', count: 1, ids: [id] }, run };
  return step;
}

/**
 * Gives a session a title.
 * @returns `null`, or why it did not work; the old title is back then.
 */
export async function rename(core: StoreCore, id: Id, title: string): Promise<Failure | null> {
  const session = core.sessions.get(id);
  // By characters, for half of an emoji is none.
  const wanted = Array.from(title.trim()).slice(0, LONGEST_TITLE).join('');
  const before = session?.title ?? '';
  if (!session || isPlaceholder(id) || wanted === before) return null;
  if (session.can?.rename === false) return FORBIDDEN;
  const history = historyOfCore(core);
  const failure = await history.track(setTitle(core, id, wanted), (failed) => failed === null);
  if (!failure) history.push(stepOf(core, id, before, wanted));
  return failure;
}
