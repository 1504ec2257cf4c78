import { AdapterError, toFailure } from '../../data/index.js';
import type { Failure, Id, Iteration } from '../../model/index.js';
import { askRows } from '../../store/ask-rows.js';
import type { ImaginationsStore, Target } from '../../store/index.js';
import { loadLater } from '../../store/later.js';
import { cleanIteration, isIteration } from '../../store/sanitize.js';
import { withFreshMedia } from './read-media.js';

/** A row by its id: nothing where it is no longer there, and why where it could not be looked up. */
export type FoundRow = readonly [id: Id, row: Iteration | undefined, error?: Failure | undefined];

/** What a target stands for: its ids, and how to have their rows. */
export interface TargetRows {
  readonly ids: readonly Id[];
  /** The rows in order, read in portions as they are asked for: a look-up that fails, fails for its own portion. */
  readonly rows: () => AsyncGenerator<FoundRow>;
}

const hasExpired = ({ media }: Iteration, now: number): boolean =>
  media?.expiresAt !== undefined && Date.parse(media.expiresAt) <= now;

/** Rows that are held, and those that are not read from the adapter, or why not; the store does not keep them. */
async function hydrate(
  store: ImaginationsStore,
  ids: readonly Id[],
  signal: AbortSignal,
): Promise<{ readonly rows: ReadonlyMap<Id, Iteration>; readonly error: Failure | undefined }> {
  const { adapter, core } = store;
  let error: Failure | undefined;
  const rows = new Map<Id, Iteration>();
  for (const id of ids) {
    const held = core.iterations.get(id);
    if (held) rows.set(id, held);
  }
  const missing = ids.filter((id) => !rows.has(id));
  if (missing.length > 0 && adapter.getIterations) {
    try {
      for (const row of await askRows(core, missing, { signal })) {
        if (isIteration(row)) rows.set(row.id, cleanIteration(row, undefined));
      }
    } catch (thrown) {
      error = toFailure(thrown);
    }
  }
  const expired = [...rows.values()].filter((row) => hasExpired(row, store.now()));
  // Where that fails, each is asked for when it turns out not to be readable.
  for (const row of await withFreshMedia(store, expired, signal).catch(() => [])) rows.set(row.id, row);
  return { rows, error };
}

/**
 * Finds what is meant by a target: everything that matches, where it is a query.
 * @throws AdapterError when that cannot be read.
 */
export async function rowsOf(store: ImaginationsStore, target: Target, signal: AbortSignal): Promise<TargetRows> {
  const { core } = store;
  // Not imported from where it lies: a bundler would then cut what the first picture needs into pieces.
  const { findAll } = await loadLater();
  const found = 'query' in target ? await findAll(core, 'iteration', target.query, { signal }) : undefined;
  const except = new Set('query' in target ? target.except : []);
  const all = found?.ids ?? ('ids' in target ? target.ids : 'query' in target ? [] : target);
  const ids = [...new Set(all)].filter((id) => !except.has(id));
  return {
    ids,
    async *rows() {
      const { lookupSize } = core.capabilities.limits;
      for (let start = 0; start < ids.length; start += lookupSize) {
        if (signal.aborted) throw new AdapterError('aborted');
        const portion = ids.slice(start, start + lookupSize);
        const unread = portion.filter((id) => !found?.rows.has(id));
        const { rows, error } = await hydrate(store, unread, signal);
        for (const id of portion) {
          const row = rows.get(id) ?? found?.rows.get(id);
          yield isIteration(row) ? [id, row] : [id, undefined, error];
        }
      }
    },
  };
}
