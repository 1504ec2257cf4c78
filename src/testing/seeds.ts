import {
  compareNewest,
  type Generation,
  type Iteration,
  type Kind,
  type MediaSource,
  type Project,
  type RunStatus,
  type Session,
} from '../model/index.js';

/** A library made of nothing but a number: the same one each time. */
export interface SeedLibrary {
  readonly sessions: readonly Session[];
  readonly iterations: readonly Iteration[];
  readonly generations: readonly Generation[];
  readonly projects: readonly Project[];
}

/** How a seeded library looks. */
export interface SeedOptions {
  /** Newest instant, ms since the epoch. Default 2026-11-20T12:00:00Z. */
  readonly now?: number;
  /** Time between two iterations in ms. Default 7 minutes. */
  readonly stepMs?: number;
  /** Iterations per session. Default 6. */
  readonly perSession?: number;
  /** Only outputs that succeeded; default some are running, failed and canceled. */
  readonly finished?: boolean;
}

const NOW = Date.UTC(2026, 10, 20, 12);
const STEP = 7 * 60 * 1000;

const SUBJECTS = [
  'a lighthouse in fog',
  'paper cranes',
  'a slow river at dusk',
  'a city of glass',
  'fox cubs',
  'rain on tin',
];
const STYLES = ['in ink', 'as a woodcut', 'in pale colours', 'seen from above', 'at night', 'as a still life'];
const TAGS = ['draft', 'cover', 'sound', 'warm'];
const RATIOS: readonly (readonly [width: number, height: number])[] = [
  [1024, 1024],
  [1216, 832],
  [832, 1216],
  [1344, 768],
];
const COLORS = ['#7a4b3a', '#3a5a7a', '#4f7a3a', '#7a3a63', '#6b6b2e', '#2e6b66'];

const of = <T>(values: readonly T[], index: number): T => {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('There is nothing to choose from');
  return value;
};

const instant = (ms: number): string => new Date(ms).toISOString();

const pad = (index: number): string => String(index).padStart(7, '0');

/** A picture as an address, of one colour: small, sharp at any size, and decodable. */
const picture = (width: number, height: number, color: string): string =>
  `data:image/gif;base64,${btoa(gif(width, height, color))}`;

const low = (value: number): string => String.fromCharCode(value & 0xff, value >> 8);

/** A GIF of one pixel on a canvas of any size. */
function gif(width: number, height: number, color: string): string {
  const rgb = [1, 3, 5].map((start) => String.fromCharCode(parseInt(color.slice(start, start + 2), 16))).join('');
  return `GIF89a${low(width)}${low(height)}\x80\x00\x00${rgb}\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;`;
}

function mediaOf(kind: Kind, index: number): MediaSource {
  const [width, height] = of(RATIOS, index);
  const color = of(COLORS, index);
  const url = picture(width, height, color);
  const placeholder = { color };
  if (kind === 'image') return { url, mime: 'image/gif', width, height, placeholder };
  const durationMs = 2000 + (index % 9) * 1500;
  const poster = { url, width, height, mime: 'image/gif' };
  if (kind === 'video') {
    return {
      url: `https://media.example/${pad(index)}.mp4`,
      mime: 'video/mp4',
      width,
      height,
      durationMs,
      poster,
      placeholder,
    };
  }
  const peaks = Array.from({ length: 48 }, (_, step) => Math.abs(Math.sin(index + step / 3)));
  return { url: `https://media.example/${pad(index)}.wav`, mime: 'audio/wav', durationMs, waveform: { peaks } };
}

function statusOf(index: number, { finished = false }: SeedOptions): RunStatus {
  if (finished) return 'succeeded';
  if (index % 29 === 7) return 'running';
  if (index % 17 === 5) return 'failed';
  return index % 23 === 11 ? 'canceled' : 'succeeded';
}

const kindOf = (index: number): Kind => of(['image', 'image', 'video', 'image', 'audio'] as const, index);

/** What people have said about it. */
const judgement = (index: number): Partial<Iteration> => ({
  ...(index % 5 === 0 && { starred: true }),
  ...(index % 4 === 1 && { rating: of([1, 2, 3, 4, 5] as const, index) }),
  ...(index % 9 === 2 && { flag: 'pick' as const }),
  ...(index % 11 === 3 && { flag: 'reject' as const }),
  ...(index % 6 === 1 && { tags: [of(TAGS, index), of(TAGS, index + 1)] }),
  ...(index % 7 === 4 && { projectIds: [`project-${index % 2}`] }),
});

function iteration(index: number, count: number, options: SeedOptions): Iteration {
  const { now = NOW, stepMs = STEP, perSession = 6 } = options;
  const status = statusOf(index, options);
  const kind = kindOf(index);
  const session = Math.floor(index / perSession);
  const createdAt = instant(now - (count - 1 - index) * stepMs);
  return {
    id: `iteration-${pad(index)}`,
    rev: 1,
    createdAt,
    sessionId: `session-${pad(session)}`,
    generationId: `generation-${pad(session)}`,
    variant: index % perSession,
    kind,
    status,
    prompt: `${of(SUBJECTS, session)} ${of(STYLES, index)}`,
    model: of(['model-a', 'model-b'], index),
    seed: String(18446744073709551615n - BigInt(index)),
    ...(status === 'succeeded' && { media: mediaOf(kind, index), completedAt: createdAt }),
    ...(status === 'failed' && { error: { code: 'internal', message: 'The generator stopped', retryable: true } }),
    ...(index % perSession > 2 && { parents: [{ role: 'remix', iterationId: `iteration-${pad(index - 1)}` }] }),
    ...judgement(index),
  };
}

function sessionOf(index: number, members: readonly Iteration[]): Session {
  const first = members[0]?.createdAt ?? instant(NOW);
  const last = members.at(-1)?.createdAt ?? first;
  const prompt = of(SUBJECTS, index);
  return {
    id: `session-${pad(index)}`,
    rev: 1,
    createdAt: instant(Date.parse(first) - 1),
    lastActivityAt: last,
    brief: { prompt },
    ...(index % 3 === 0 && { title: prompt.replace(/^a /, 'The ') }),
    ...(index % 4 === 1 && { projectIds: ['project-0'] }),
  };
}

function generationOf(session: Session, members: readonly Iteration[]): Generation {
  const active = members.some(({ status }) => status === 'running');
  const succeeded = members.some(({ status }) => status === 'succeeded');
  return {
    id: session.id.replace('session', 'generation'),
    rev: 1,
    createdAt: session.createdAt,
    sessionId: session.id,
    origin: 'prompt',
    status: active ? 'running' : succeeded ? 'succeeded' : 'failed',
    requested: members.length,
    iterationIds: members.map(({ id }) => id),
  };
}

/**
 * A library of some iterations, in sessions.
 * @param count how many iterations.
 */
export function seedLibrary(count: number, options: SeedOptions = {}): SeedLibrary {
  const { perSession = 6 } = options;
  const iterations = Array.from({ length: count }, (_, index) => iteration(index, count, options));
  const sessions: Session[] = [];
  const generations: Generation[] = [];
  for (let index = 0; index * perSession < count; index++) {
    const members = iterations.slice(index * perSession, (index + 1) * perSession);
    const session = sessionOf(index, members);
    sessions.push(session);
    generations.push(generationOf(session, members));
  }
  const projects = ['Autumn campaign', 'Sketches'].map((name, index) => ({ id: `project-${index}`, name }));
  return { sessions, iterations, generations, projects };
}

/** Some iterations, newest first. */
export const seedIterations = (count: number, options?: SeedOptions): readonly Iteration[] =>
  [...seedLibrary(count, options).iterations].sort(compareNewest);

/** Some sessions, newest first, without their iterations. */
export const seedSessions = (count: number, options: SeedOptions = {}): readonly Session[] =>
  [...seedLibrary(count * (options.perSession ?? 6), options).sessions].sort(compareNewest);
