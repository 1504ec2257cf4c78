import { toFailure } from '../../data/index.js';
import { newId } from '../../internal/new-id.js';
import type { Failure, Id } from '../../model/index.js';
import type { StoreCore } from '../store-core.js';
import { notOffered } from './batch.js';

/** Longest title that is kept, in characters. */
const LONGEST_TITLE = 200;

/**
 * Gives a session a title.
 * @returns `null`, or why it did not work; the old title is back then.
 */
export async function rename(core: StoreCore, id: Id, title: string): Promise<Failure | null> {
  const { adapter, caller, sessions } = core;
  const session = sessions.get(id);
  const wanted = title.trim().slice(0, LONGEST_TITLE);
  if (!session || wanted === (session.title ?? '')) return null;
  const key = newId();
  const { rev } = sessions.confirmed(id) ?? session;
  sessions.overlay(id, { key, apply: (row) => ({ ...row, title: wanted }) });
  try {
    const renamed = await caller.write(
      (write) =>
        adapter.updateSession?.(id, { title: wanted }, rev, write) ?? Promise.reject(notOffered('updateSession')),
    );
    core.acceptSessions([renamed]);
    sessions.settle(id, key, renamed.rev);
    return null;
  } catch (thrown) {
    sessions.rollBack(id, key);
    return toFailure(thrown);
  }
}
