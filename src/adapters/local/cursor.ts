import { AdapterError } from '../../data/index.js';
import { queryKey, type Query } from '../../model/index.js';

/** A place in one list, and which way to go on from it. */
export interface Cursor {
  readonly way: 'next' | 'prev';
  readonly at: string;
  readonly id: string;
}

/** A short fingerprint of a list: a cursor of another list is to be refused. */
function fingerprint(list: string, query: Query): string {
  let hash = 0x811c9dc5;
  for (const character of list + queryKey(query)) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Writes a cursor down. */
export const writeCursor = (list: string, query: Query, { way, at, id }: Cursor): string =>
  encodeURIComponent(JSON.stringify([fingerprint(list, query), way, at, id]));

/** @throws AdapterError `invalid` when it is garbled or belongs to another list. */
export function readCursor(list: string, query: Query, cursor: string): Cursor {
  const refused = (cause?: unknown) =>
    new AdapterError('invalid', 'The cursor does not belong to this list', { cause });
  let parts: unknown;
  try {
    parts = JSON.parse(decodeURIComponent(cursor));
  } catch (error) {
    throw refused(error);
  }
  if (!Array.isArray(parts) || parts.length !== 4) throw refused();
  const [list_, way, at, id] = parts as unknown[];
  if (list_ !== fingerprint(list, query) || (way !== 'next' && way !== 'prev')) throw refused();
  if (typeof at !== 'string' || typeof id !== 'string') throw refused();
  return { way, at, id };
}
