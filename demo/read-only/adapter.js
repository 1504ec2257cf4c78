import { AdapterError, defineAdapter, offsetPages } from 'imaginations';

const KINDS = { still: 'image', clip: 'video', sound: 'audio' };
const TYPES = { image: 'still', video: 'clip', audio: 'sound' };
const CODES = { 401: 'unauthorized', 403: 'forbidden', 404: 'not-found', 429: 'rate-limited' };

// Rows of the same second are ordered by id, and ids are compared as texts.
const toId = (number) => String(number).padStart(9, '0');
const toInstant = (seconds) => new Date(seconds * 1000).toISOString();

/** Reads the studio's own API; `base` is its address, e.g. `https://studio.example/api/`. */
export function createStudioAdapter(base) {
  const toSession = ({ no, name, text, opened }) => {
    return { id: toId(no), createdAt: toInstant(opened), title: name, brief: { prompt: text } };
  };
  const toMedia = ({ file, format, w, h, secs }) => ({
    url: new URL(file, base).href,
    mime: format,
    ...(w && { width: w, height: h }),
    ...(secs && { durationMs: secs * 1000 }),
  });
  const toIteration = ({ no, job, type, made, words, ...file }) => ({
    id: toId(no),
    sessionId: toId(job),
    createdAt: toInstant(made),
    kind: KINDS[type],
    status: 'succeeded',
    prompt: words,
    media: toMedia(file),
  });
  const pages = (list, toRow) =>
    offsetPages(async (skip, take, { filter: { kinds = [], sessionId, ...others } = {} }, { signal }) => {
      if (Object.keys(others).length > 0) throw new AdapterError('unsupported', `No filter by ${Object.keys(others)}`);
      const url = new URL(`${list}?skip=${skip}&take=${take}`, base);
      for (const kind of kinds) url.searchParams.append('type', TYPES[kind]);
      if (sessionId) url.searchParams.set('job', Number(sessionId));
      const response = await fetch(url, { signal });
      if (!response.ok) throw new AdapterError(CODES[response.status] ?? 'unavailable');
      const { rows, count } = await response.json();
      return { items: rows.map(toRow), total: count };
    });
  return defineAdapter({
    contract: 1,
    limits: { filters: ['kinds', 'sessionId'], orders: ['newest'], random: 'offset' },
    listSessions: pages('jobs', toSession),
    listIterations: pages('assets', toIteration),
  });
}
