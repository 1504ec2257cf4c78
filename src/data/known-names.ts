import type { Filter } from '../model/index.js';

/** Every method of an adapter. */
export const ADAPTER_METHODS = [
  'listSessions',
  'listIterations',
  'getSession',
  'getIterations',
  'counts',
  'refreshMedia',
  'openMedia',
  'listProjects',
  'createProject',
  'archive',
  'reassign',
  'annotate',
  'remove',
  'updateSession',
  'undo',
  'upload',
  'subscribe',
  'dispose',
] as const;

/** Every field of a filter. */
export const FILTER_NAMES: readonly (keyof Filter)[] = [
  'kinds',
  'sessionId',
  'projectId',
  'statuses',
  'starred',
  'ratingAtLeast',
  'flag',
  'tags',
  'model',
  'archived',
  'text',
  'createdAfter',
  'createdBefore',
  'generationId',
  'parentId',
];

const KNOWN: readonly string[] = [...ADAPTER_METHODS, 'contract', 'name', 'limits', 'index', 'generate'];

/** How many letters are to be changed to make one name of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name that an unknown one looks like; `undefined` for a known one, and for the author's own. */
export function meantName(name: string): string | undefined {
  if (KNOWN.includes(name)) return undefined;
  const plain = name.toLowerCase();
  return KNOWN.find((known) => distance(plain, known.toLowerCase()) <= (known.length > 8 ? 2 : 1));
}
