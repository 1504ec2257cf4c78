import type { Id } from '../model/index.js';
import type { StoreCore } from './store-core.js';

/**
 * Asks the adapter for iterations by their ids: as it answers, one for each, `null` where there is none; nothing where it has no
 * `getIterations`, or answers with no list. What comes may be anything.
 * @param ids not more than `limits.lookupSize`.
 * @throws AdapterError where it cannot be read.
 */
export async function askRows(
  { adapter, caller }: Pick<StoreCore, 'adapter' | 'caller'>,
  ids: readonly Id[],
  options?: { readonly signal?: AbortSignal },
): Promise<readonly unknown[]> {
  const rows: unknown = await caller.read((call) => adapter.getIterations?.(ids, call) ?? Promise.resolve([]), options);
  return Array.isArray(rows) ? (rows as readonly unknown[]) : [];
}
