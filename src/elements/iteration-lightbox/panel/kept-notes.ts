import { draftStorage } from '../../../controllers/draft-storage.js';
import { isObject } from '../../../internal/is-object.js';
import type { Id, Iteration } from '../../../model/index.js';

/** How many are kept, how long at most, in ms, and of how many characters: a storage is small. */
const MOST = 50;
const MOST_MS = 30 * 86_400_000;
const LONGEST = 20_000;

interface KeptNote {
  readonly id: Id;
  /** When its iteration was made: another library may have one of the same id. */
  readonly made: string;
  /** When it was written, in ms. */
  readonly at: number;
  readonly text: string;
}

/** Of this tab: who comes to another one may be somebody else. */
const storage = draftStorage('imaginations:notes', () => sessionStorage);

const isKept = (value: unknown): value is KeptNote =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['made'] === 'string' &&
  typeof value['text'] === 'string' &&
  typeof value['at'] === 'number' &&
  value['at'] > Date.now() - MOST_MS;

/** What is stored, which may be anything. */
function read(): KeptNote[] {
  try {
    const found: unknown = JSON.parse(storage.load() ?? '[]');
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Which library a note of this page is of: another one may have copies of its iterations. */
const libraries = new Map<string, WeakRef<object>>();

const isOf =
  ({ id, createdAt }: Iteration) =>
  (one: KeptNote): boolean =>
    one.id === id && one.made === createdAt;

/**
 * What an earlier page, or another element, has left in the storage of the tab of what was written about an iteration.
 * @param library the adapter.
 */
export function takeKeptNote(row: Iteration, library: object): string | undefined {
  const writer = libraries.get(`${row.createdAt} ${row.id}`)?.deref();
  if (writer && writer !== library) return undefined;
  const found = read().find(isOf(row));
  if (!found || found.text !== (row.note ?? '')) return found?.text;
  // It has arrived all the same.
  keepNote(row, undefined, library);
  return undefined;
}

/**
 * Keeps there what is being written.
 * @param text nothing: there is no draft any more.
 */
export function keepNote(row: Iteration, text: string | undefined, library: object): void {
  libraries.set(`${row.createdAt} ${row.id}`, new WeakRef(library));
  const isThis = isOf(row);
  const others = read().filter((one) => !isThis(one));
  const { id, createdAt: made } = row;
  const isKeepable = text !== undefined && text.length <= LONGEST;
  const notes = isKeepable ? [...others, { id, made, at: Date.now(), text }] : others;
  storage.save(notes.length > 0 ? JSON.stringify(notes.slice(-MOST)) : null);
}
