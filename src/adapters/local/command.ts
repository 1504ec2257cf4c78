import { AdapterError, type Write } from '../../data/index.js';
import { stableJson } from '../../internal/stable-json.js';
import { facet } from './facets.js';
import { dropUnused } from './media.js';
import type { Local } from './local.js';
import { UnitOfWork } from './unit-of-work.js';

const DAY = 24 * 60 * 60 * 1000;
const SWEEP = 5;
/** How long an upload waits to be used: a draft may lie for a while. */
const UNUSED_DAYS = 30;

/** Changes data in one transaction and tells everybody; also while the backend is being made ready. */
export async function commit<R>(local: Local, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
  const { answer, changed } = await local.storage.transaction('readwrite', async (tx) => {
    const unit = await UnitOfWork.begin(local, tx);
    const answer = await work(unit);
    return { answer, changed: await unit.finish() };
  });
  if (changed) local.committed();
  return answer;
}

/** Changes data in one transaction and tells everybody. */
export async function change<R>(local: Local, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
  await local.ready();
  return commit(local, work);
}

async function sweep(unit: UnitOfWork, now: number): Promise<void> {
  const upper = { at: new Date(now - DAY).toISOString(), id: '', open: true };
  for (const table of ['keys', 'undos'] as const) {
    for (const old of await unit.tx.page(table, { facet: facet.age, upper }, { limit: SWEEP })) {
      await unit.tx.delete(table, old.id);
    }
  }
  await dropUnused(unit.tx, new Date(now - UNUSED_DAYS * DAY).toISOString(), SWEEP);
}

/**
 * Carries out a write once per idempotency key: the same request gets the same answer, another one `conflict`.
 * @param request everything that makes two calls the same.
 * @param after runs once the work is on record, also when nobody waits for the answer any more.
 */
export function command<R>(
  local: Local,
  write: Write,
  request: unknown,
  work: (unit: UnitOfWork) => Promise<R>,
  after?: (answer: R) => void,
): Promise<R> {
  return local.answer(write.signal, async () => {
    const wanted = stableJson(request);
    const id = write.idempotencyKey;
    let isNew = false as boolean;
    const result = await change(local, async (unit) => {
      const now = local.clock();
      const known = await unit.tx.get('keys', id);
      if (known && now - Date.parse(known.at) < DAY) {
        if (known.value.request === wanted) return known.value.answer as R;
        throw new AdapterError('conflict', 'This idempotency key belongs to another request');
      }
      const answer = await work(unit);
      await sweep(unit, now);
      const at = new Date(now).toISOString();
      await unit.tx.put('keys', { id, at, facets: [facet.age], value: { request: wanted, answer } });
      isNew = true;
      return answer;
    });
    if (isNew) after?.(result);
    return result;
  });
}
