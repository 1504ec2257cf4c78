import type { Id } from '../model/index.js';

/** Whether a row is known to be no more. */
export function isRemoved({ known }: { readonly known: ReadonlyMap<Id, object> }, id: Id): boolean {
  const row = known.get(id);
  return row !== undefined && 'removed' in row;
}
