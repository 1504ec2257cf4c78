import type { Entry, Table } from '../local/storage.js';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');

const ENTITIES: { readonly [T in Table]?: readonly string[] } = {
  sessions: ['id', 'createdAt'],
  iterations: ['id', 'createdAt', 'sessionId', 'kind', 'status'],
  generations: ['id', 'createdAt', 'sessionId', 'status'],
  projects: ['id', 'name'],
};

/** Whether a row can be used; a broken one (written half, or by other code) is passed over. */
export function isReadable<T extends Table>(table: T, row: unknown): row is Entry<T> {
  if (!hasTexts(row, ['id', 'at']) || !isObject(row) || !isObject(row['value']) || !Array.isArray(row['facets']))
    return false;
  const { value } = row;
  if (table === 'sessions' && !(isObject(value['item']) && hasTexts(value['item']['brief'], ['prompt']))) return false;
  const names = ENTITIES[table];
  return !names || (hasTexts(value['item'], names) && isObject(value['item']) && value['item']['id'] === row['id']);
}
