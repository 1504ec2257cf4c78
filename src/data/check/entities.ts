import { ERROR_CODES } from '../../model/index.js';
import {
  above0,
  amount,
  filled,
  flag,
  id,
  instant,
  isObject,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  type Rule,
} from './rules.js';

const rendition = object({ url: filled, width: optional(above0), height: optional(above0), mime: optional(text) });

const waveform: Rule = (value, path) =>
  isObject(value) && 'url' in value
    ? object({ url: filled })(value, path)
    : object({ peaks: list(number) })(value, path);

export const media = object({
  url: filled,
  mime: filled,
  width: optional(above0),
  height: optional(above0),
  durationMs: optional(above0),
  bytes: optional(amount),
  thumbnails: optional(list(rendition)),
  poster: optional(rendition),
  preview: optional(rendition),
  waveform: optional(waveform),
  expiresAt: optional(instant),
});

export const failure = object({ code: oneOf(...ERROR_CODES), message: text });

/** Any object: what a host keeps there is its own. */
const anything = object({});

const reference = object({ id, name: text, kind: text, source: media });

const brief = object({
  prompt: text,
  negativePrompt: optional(text),
  references: optional(list(reference)),
  model: optional(text),
  params: optional(anything),
});

export const counts = object({
  total: amount,
  image: optional(amount),
  video: optional(amount),
  audio: optional(amount),
  active: optional(amount),
  failed: optional(amount),
});

const ENTITY = { id, rev: optional(number), createdAt: instant, updatedAt: optional(instant) };

const NEEDS: { readonly [kind: string]: readonly (readonly [field: string, unit: string])[] } = {
  image: [
    ['width', 'width in px'],
    ['height', 'height in px'],
  ],
  video: [
    ['width', 'width in px'],
    ['height', 'height in px'],
    ['durationMs', 'length in ms'],
  ],
  audio: [['durationMs', 'length in ms']],
};

/** Media is there exactly when an iteration succeeded, with the measures its kind needs. */
const complete: Rule = (value, path) => {
  if (!isObject(value)) return undefined;
  const { kind, status } = value;
  const source = value['media'];
  if (status !== 'succeeded') {
    return source === undefined
      ? undefined
      : `${path}.media must be left out; only an iteration that succeeded has media`;
  }
  if (!isObject(source)) return `${path}.media is missing; an iteration that succeeded needs its media`;
  for (const [field, unit] of NEEDS[String(kind)] ?? []) {
    const article = kind === 'audio' || kind === 'image' ? 'an' : 'a';
    if (source[field] === undefined) {
      return `${path}.media.${field} is missing; ${article} ${String(kind)} that succeeded needs its ${unit}`;
    }
  }
  return undefined;
};

const parent = object({ role: filled, iterationId: optional(id), referenceId: optional(id) });

export const iteration = object(
  {
    ...ENTITY,
    sessionId: id,
    generationId: optional(id),
    variant: optional(amount),
    kind: filled,
    status: filled,
    media: optional(media),
    error: optional(failure),
    prompt: optional(text),
    model: optional(text),
    seed: optional(text),
    parents: optional(list(parent)),
    projectIds: optional(list(id)),
    archivedAt: nullable(instant),
    completedAt: optional(instant),
    starred: optional(flag),
    rating: optional(oneOf(0, 1, 2, 3, 4, 5)),
    flag: optional(oneOf('pick', 'reject')),
    tags: optional(list(text)),
    note: optional(text),
    expiresAt: optional(instant),
  },
  [complete],
);

export const session = object({
  ...ENTITY,
  title: optional(text),
  brief,
  projectIds: optional(list(id)),
  lastActivityAt: optional(instant),
  archivedAt: nullable(instant),
  counts: optional(counts),
  cover: optional(list(iteration)),
});

export const generation = object({
  ...ENTITY,
  sessionId: id,
  origin: filled,
  status: filled,
  error: optional(failure),
  requested: amount,
  filtered: optional(amount),
  iterationIds: list(id),
  startedAt: optional(instant),
  completedAt: optional(instant),
  retryOf: optional(id),
});

export const project = object({ id, name: text, color: optional(text), archivedAt: nullable(instant) });

export const referenceFile = reference;
