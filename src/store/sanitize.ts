import { AdapterError, type Page } from '../data/index.js';
import { isFinal, type Entity, type Generation, type Iteration, type Progress, type Session } from '../model/index.js';

type Fields = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isAbsent = (value: unknown): boolean => value === undefined || value === null;
const isTextOrAbsent = (value: unknown): boolean => isAbsent(value) || typeof value === 'string';
const isListOf = (value: unknown, isMember: (member: unknown) => boolean): boolean =>
  isAbsent(value) || (Array.isArray(value) && value.every(isMember));
const isText = (value: unknown): boolean => typeof value === 'string';

/** Whether a value has what every row has. */
export const isEntity = (value: unknown): value is Entity & Fields =>
  isRecord(value) && isId(value['id']) && isId(value['createdAt']) && !Number.isNaN(Date.parse(value['createdAt']));

const isAddressed = (value: unknown): boolean => isRecord(value) && typeof value['url'] === 'string';

const isWaveform = (value: unknown): boolean =>
  isAbsent(value) || (isRecord(value) && (!('peaks' in value) || Array.isArray(value['peaks'])));

const isMedia = (value: unknown): boolean =>
  isAbsent(value) ||
  (isRecord(value) &&
    isAddressed(value) &&
    isTextOrAbsent(value['mime']) &&
    isListOf(value['thumbnails'], isAddressed) &&
    isWaveform(value['waveform']) &&
    ['poster', 'preview', 'spritesheet'].every((name) => isAbsent(value[name]) || isAddressed(value[name])));

/** Whether a value is a medium that can be shown. */
export const isMediaSource = (value: unknown): value is NonNullable<Iteration['media']> =>
  !isAbsent(value) && isMedia(value);

/** Whether a value can be drawn as an iteration. What else is wrong with it, the conformance kit says in development. */
export const isIteration = (value: unknown): value is Iteration =>
  isEntity(value) &&
  isId(value['sessionId']) &&
  isId(value['kind']) &&
  isId(value['status']) &&
  isMedia(value['media']) &&
  ['prompt', 'revisedPrompt', 'model', 'note', 'generationId', 'archivedAt'].every((name) =>
    isTextOrAbsent(value[name]),
  ) &&
  isListOf(value['parents'], isRecord) &&
  isListOf(value['projectIds'], isText) &&
  isListOf(value['tags'], isText);

const isBrief = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['prompt'] === 'string' &&
  isListOf(
    value['references'],
    (one) => isRecord(one) && isId(one['id']) && isText(one['name']) && isMediaSource(one['source']),
  );

/** Whether a value can be drawn as a session. */
export const isSession = (value: unknown): value is Session =>
  isEntity(value) &&
  isBrief(value['brief']) &&
  ['title', 'archivedAt'].every((name) => isTextOrAbsent(value[name])) &&
  isListOf(value['projectIds'], isText);

/** Takes the fields that make no sense out of an object; the object itself where all of them do. */
function without<T extends object>(value: T, ...names: readonly (string & keyof T)[]): T {
  if (names.length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !(names as readonly string[]).includes(name)),
  ) as T;
}

const wrong = <T extends object>(value: T, names: readonly (string & keyof T)[]): (string & keyof T)[] =>
  names.filter((name) => value[name] !== undefined && !isNumber(value[name]));

const NUMBERS_OF_PROGRESS = ['value', 'step', 'steps', 'queuePosition', 'etaMs'] as const;

/** Progress with everything that makes no sense left out; within one run it never goes back. */
export function cleanProgress(given: unknown, before: Progress | undefined): Progress {
  if (!isRecord(given)) return before ?? {};
  const progress: Progress = given;
  const texts = (['message', 'preview'] as const).filter((name) => !isTextOrAbsent(progress[name]));
  const clean = without(progress, ...wrong(progress, NUMBERS_OF_PROGRESS), ...texts);
  if (clean.value === undefined) return clean;
  return { ...clean, value: Math.max(before?.value ?? 0, Math.min(1, clean.value)) };
}

/** A row whose numbers can be relied on; a `rev` that is none would stop it from ever changing again. */
export const withRev = <T extends Entity>(row: T): T =>
  row.rev === undefined || Number.isFinite(row.rev) ? row : without(row, 'rev');

/** A row with what is known of its progress: where it is only told by the stream, a row that is read says nothing of it. */
export function withProgress<T extends Iteration | Generation>(row: T, before: T | undefined): T {
  const { progress, status } = row;
  if (isFinal(status)) return progress === undefined ? row : without(row, 'progress');
  if (progress !== undefined) return { ...row, progress: cleanProgress(progress, before?.progress) };
  return before?.progress && before.status === status ? { ...row, progress: before.progress } : row;
}

/** An iteration with the fields left out that would break what draws it. */
export function cleanIteration(row: Iteration, before: Iteration | undefined): Iteration {
  let clean = withRev(row);
  if (clean.media) {
    const media = without(clean.media, ...wrong(clean.media, ['width', 'height', 'durationMs', 'bytes']));
    if (media !== clean.media) clean = { ...clean, media };
  }
  return withProgress(clean, before);
}

/** A session with the fields left out that would break what draws it. */
export function cleanSession(row: Session): Session {
  const { cover, counts }: { readonly cover?: unknown; readonly counts?: unknown } = row;
  const clean = counts === undefined || isRecord(counts) ? withRev(row) : without(withRev(row), 'counts');
  if (cover === undefined) return clean;
  if (!Array.isArray(cover)) return without(clean, 'cover');
  return cover.every(isIteration) ? clean : { ...clean, cover: cover.filter(isIteration) };
}

/** A page with what is usable of it; rows that are not are left out and counted. */
export interface CleanPage<T> extends Page<T> {
  readonly dropped: number;
}

/**
 * Takes an answer apart that may be anything.
 * @throws AdapterError `internal` when it is not a page at all.
 */
export function cleanPage<T>(page: unknown, isRow: (value: unknown) => value is T): CleanPage<T> {
  if (!isRecord(page) || !Array.isArray(page['items'])) {
    throw new AdapterError('internal', 'The adapter answered with no page: `items` is missing');
  }
  const all: readonly unknown[] = page['items'];
  const items = all.filter(isRow);
  const { nextCursor, total, totalIsEstimate } = page;
  return {
    items,
    dropped: all.length - items.length,
    nextCursor: isId(nextCursor) ? nextCursor : null,
    ...(typeof total === 'number' && Number.isSafeInteger(total) && total >= 0 && { total }),
    ...(totalIsEstimate === true && { totalIsEstimate }),
  };
}
