import { draftStorage } from '../../../controllers/draft-storage.js';
import { isObject } from '../../../internal/is-object.js';
import type { Id, Iteration } from '../../../model/index.js';
import type { NoteKeeper } from './note-drafts.js';

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

const storage = draftStorage('imaginations:notes');

/** What earlier pages have left, and this one has not taken up. */
let earlier: KeptNote[] | undefined;

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

/** Notes that are being written, in the page's storage. */
export const keptNotes: NoteKeeper = {
  take({ id, createdAt, note = '' }: Iteration): string | undefined {
    earlier ??= read();
    const found = earlier.find((one) => one.id === id && one.made === createdAt);
    earlier = earlier.filter((one) => one !== found);
    // It may have arrived all the same.
    return found?.text === note ? undefined : found?.text;
  },

  keep({ id, createdAt: made }: Iteration, text: string | undefined): void {
    const others = read().filter((one) => one.id !== id || one.made !== made);
    const isKeepable = text !== undefined && text.length <= LONGEST;
    const notes = isKeepable ? [...others, { id, made, at: Date.now(), text }] : others;
    storage.save(notes.length > 0 ? JSON.stringify(notes.slice(-MOST)) : null);
  },
};
