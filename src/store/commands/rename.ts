import { toFailure } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { Failure, Id } from '../../model/index.js';
import { isPlaceholder } from '../is-placeholder.js';
import { isSession } from '../sanitize.js';
import type { StoreCore } from '../store-core.js';
import { notOffered, staleSessions } from './batch.js';

/** Longest title that is kept, in characters. */
const LONGEST_TITLE = 200;

/**
 * Gives a session a title.
 * @returns `null`, or why it did not work; the old title is back then.
 */
export async function rename(core: StoreCore, id: Id, title: string): Promise<Failure | null> {
  const { adapter, caller, sessions } = core;
  const session = sessions.get(id);
  // By characters, for half of an emoji is none.
  const wanted = Array.from(title.trim()).slice(0, LONGEST_TITLE).join('');
  if (!session || isPlaceholder(id) || wanted === (session.title ?? '')) return null;
  const key = newId();
  sessions.overlay(id, { key, apply: (row) => ({ ...row, title: wanted }) });
  const end = (): void => sessions.rollBack(id, key);
  try {
    // One after another, or the second would conflict with the first.
    const renamed: unknown = await caller.inTurn(`rename:${id}`, () => {
      const rev = sessions.confirmed(id)?.rev;
      return caller.write(
        (write) =>
          adapter.updateSession?.(id, { title: wanted }, rev, write) ?? Promise.reject(notOffered('updateSession')),
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
