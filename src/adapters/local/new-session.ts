import type { NewSession } from '../../data/index.js';
import { stableJson } from '../../internal/stable-json.js';
import { NO_COUNTS, type Brief, type Iteration, type Session } from '../../model/index.js';
import type { Batch } from './batch.js';
import { facet } from './facets.js';
import type { UnitOfWork } from './unit-of-work.js';

/** What a row that belongs to no known session was made from. */
const ownBrief = ({ prompt = '', model, params }: Iteration): Brief => ({
  prompt,
  ...(model !== undefined && { model }),
  ...(params !== undefined && { params }),
});

/** The row as it is in the new session of its batch, which is made for the first one, from the brief that this came from. */
export async function inNewSession(item: Iteration, batch: Batch, { title }: NewSession): Promise<Iteration> {
  if (batch.made !== undefined) return { ...item, sessionId: batch.made };
  const { unit } = batch;
  const from = await unit.session(item.sessionId);
  const { at, id } = unit.tick();
  const session = await batch.makeSession({
    id,
    createdAt: at,
    brief: from?.brief ?? ownBrief(item),
    ...(title && { title }),
    ...(from?.projectIds?.length && { projectIds: from.projectIds }),
  });
  unit.touch(session.id);
  return { ...item, sessionId: session.id };
}

const said = ({ title, projectIds, archivedAt }: Session): string =>
  stableJson([title, projectIds, archivedAt ?? null]);

async function isEmpty({ tx }: UnitOfWork, { id }: Session): Promise<boolean> {
  for (const of of ['e', 'o'] as const) {
    if ((await tx.count('iterations', { facet: facet.session(of, id) })) > 0) return false;
  }
  return (await tx.count('generations', { facet: facet.session('e', id) })) === 0;
}

/** Takes a session away that a batch had made, unless something is in it, or somebody has changed what it says of itself. */
export async function unmake(batch: Batch, made: Session): Promise<void> {
  const now = await batch.unit.session(made.id);
  if (now && said(now) === said(made) && (await isEmpty(batch.unit, now))) await batch.unmakeSession(now);
}

/** Brings such a session back, unless it never went; its rows follow. */
export async function remake(batch: Batch, session: Session): Promise<void> {
  if (await batch.unit.session(session.id)) return;
  await batch.makeSession({ ...session, counts: NO_COUNTS, cover: [] });
}
