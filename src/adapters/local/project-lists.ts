import { AdapterError, type NewProject, type Page, type PageRequest } from '../../data/index.js';
import type { Project } from '../../model/index.js';
import { checkNumber } from './lists.js';

/** Longest name that is kept, in characters. */
const LONGEST_NAME = 200;

/** @throws AdapterError `invalid` with the field at fault. */
export function projectNameOf({ name }: NewProject): string {
  const given: unknown = name;
  const trimmed = typeof given === 'string' ? given.trim() : '';
  // By characters, for half of an emoji is none.
  const { length } = Array.from(trimmed);
  if (length >= 1 && length <= LONGEST_NAME) return trimmed;
  const message = `must have 1 to ${LONGEST_NAME} characters`;
  throw new AdapterError('invalid', `name ${message}`, { fields: [{ path: 'name', message }] });
}

/** Projects are few: one page holds as many as are wanted, and the place in it is an offset. */
export async function projectPage(
  all: () => Promise<readonly Project[]> | readonly Project[],
  request: PageRequest & { readonly text?: string },
  pageSize: number,
): Promise<Page<Project>> {
  checkNumber('limit', request.limit, 1);
  const start = request.cursor === undefined ? (request.offset ?? 0) : Number(request.cursor);
  checkNumber(request.cursor === undefined ? 'offset' : 'cursor', start, 0);
  const text = request.text?.trim().toLocaleLowerCase('en') ?? '';
  const found = (await all()).filter(({ name }) => name.toLocaleLowerCase('en').includes(text));
  const end = start + Math.min(request.limit, pageSize);
  const nextCursor = end < found.length ? String(end) : null;
  return { items: found.slice(start, end), nextCursor, prevCursor: null, total: found.length, offset: start };
}
