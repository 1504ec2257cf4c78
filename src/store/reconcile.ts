import { isFinal, type Entity, type RunStatus } from '../model/index.js';

/**
 * What is known of one entity: the row, or that it was removed. `at`: when that was told; 0 where a list showed the row first,
 * which says nothing of when it became so.
 */
export type Known<T> = { readonly at: number } & (
  { readonly item: T } | { readonly removed: true; readonly rev?: number | undefined }
);

/** How far along a run is; a run never goes back. A status this version does not know counts as running. */
const rankOf = (status: RunStatus): number =>
  isFinal(status) ? 3 : status === 'canceling' ? 2 : status === 'queued' ? 0 : 1;

const revOf = (known: Known<Entity>): number | undefined => ('item' in known ? known.item.rev : known.rev);

function acceptsWithoutRev(
  current: { readonly status?: RunStatus },
  incoming: { readonly status?: RunStatus },
): boolean {
  if (current.status === undefined || incoming.status === undefined) return true;
  return rankOf(incoming.status) >= rankOf(current.status);
}

/**
 * Whether a row that arrived replaces what is known. With `rev` any order and any doubling of arrivals converges:
 * the higher one wins, equal ones have the same content, removal wins over its own rev. Without: final states absorb,
 * a status never goes backwards, what was removed stays removed.
 */
export function accepts<T extends Entity & { readonly status?: RunStatus }>(
  current: Known<T> | undefined,
  incoming: T,
): boolean {
  if (current === undefined) return true;
  const known = revOf(current);
  const removed = 'removed' in current;
  if (known !== undefined && incoming.rev !== undefined) return removed ? incoming.rev > known : incoming.rev >= known;
  return !removed && acceptsWithoutRev(current.item, incoming);
}

/** Whether a removal that arrived replaces what is known. */
export function acceptsRemoval(current: Known<Entity> | undefined, rev: number | undefined): boolean {
  const known = current && revOf(current);
  return known === undefined || rev === undefined || rev >= known;
}
