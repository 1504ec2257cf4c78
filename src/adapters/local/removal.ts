import type { BatchResult, Selection, Write } from '../../data/index.js';
import type { Id, Iteration } from '../../model/index.js';
import { removeSelected } from './batch.js';
import { facet } from './facets.js';
import { settleGeneration } from './generation-state.js';
import type { Local } from './local.js';
import { dropBlobs } from './media.js';
import type { Entry, Table } from './storage.js';
import type { UnitOfWork } from './unit-of-work.js';

async function rowsOf<T extends Table>(unit: UnitOfWork, table: T, name: string): Promise<readonly Entry<T>[]> {
  const span = { facet: name };
  return unit.tx.page(table, span, { limit: (await unit.tx.count(table, span)) || 1 });
}

/** What was made from a deleted iteration says that its parent has gone. */
async function orphan(unit: UnitOfWork, id: Id): Promise<void> {
  for (const { value } of await rowsOf(unit, 'iterations', facet.parent(id))) {
    const parents = (value.item.parents ?? []).map((each) =>
      each.iterationId === id ? { ...each, gone: true } : each,
    );
    await unit.saveIteration({ ...value.item, parents });
  }
}

async function removeIteration(unit: UnitOfWork, item: Iteration): Promise<number> {
  const rev = await unit.removeIteration(item);
  await dropBlobs(unit.tx, item.id);
  await orphan(unit, item.id);
  if (item.generationId !== undefined) await settleGeneration(unit, item.generationId);
  return rev;
}

async function removeSession(unit: UnitOfWork, id: Id): Promise<number | undefined> {
  const session = await unit.session(id);
  if (!session) return undefined;
  for (const row of await rowsOf(unit, 'generations', facet.session('e', id))) {
    await dropBlobs(unit.tx, row.id);
    await unit.removeGeneration(row.value.item);
  }
  for (const shown of ['e', 'o'] as const) {
    for (const row of await rowsOf(unit, 'iterations', facet.session(shown, id))) {
      const item = await unit.iteration(row.id);
      if (item) await removeIteration(unit, item);
    }
  }
  await dropBlobs(unit.tx, id);
  return unit.removeSession(session);
}

/** Deletes for good, with the files that nothing else needs. */
export function remove(
  local: Local,
  selection: Selection,
  on: 'iteration' | 'session',
  write: Write,
): Promise<BatchResult> {
  return removeSelected(local, write, ['remove', selection, on], selection, on, async (id, { unit }) => {
    if (on === 'session') return removeSession(unit, id);
    const item = await unit.iteration(id);
    return item && removeIteration(unit, item);
  });
}
