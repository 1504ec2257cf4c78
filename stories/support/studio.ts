import type { Generation, Iteration, Session } from '../../src/model/index.js';
import { MEDIA, type MediaName } from './media.js';

/** A library as a creative studio would have it. */
export interface Library {
  readonly sessions: readonly Session[];
  readonly iterations: readonly Iteration[];
  readonly generations: readonly Generation[];
}

interface Work {
  readonly id: string;
  readonly title?: string;
  readonly prompt: string;
  /** Hours before the newest instant. */
  readonly hoursAgo: number;
  /** From the first made to the last. */
  readonly made: readonly MediaName[];
  readonly references?: readonly MediaName[];
  /** Made by remixing the one before it. */
  readonly remixed?: readonly MediaName[];
  readonly starred?: readonly MediaName[];
}

const NEWEST = Date.UTC(2026, 10, 20, 16, 40);
const HOUR = 3_600_000;
const BETWEEN = 42_000;

const WORKS: readonly Work[] = [
  {
    id: 'autumn',
    title: 'Autumn campaign, hero images',
    prompt:
      'Layered mountains in morning mist, amber and teal, low sun behind the second ridge. Calm sky, room for a headline at the upper left.',
    hoursAgo: 0,
    made: ['autumn-1', 'autumn-2', 'autumn-3', 'autumn-4'],
    remixed: ['autumn-4'],
    starred: ['autumn-2'],
  },
  {
    id: 'gin',
    title: 'Alma gin, label',
    prompt: 'Botanical garden of golden blooms on deep green, as if pressed between glass. Square, quiet edges.',
    hoursAgo: 3,
    made: ['gin-1', 'gin-2', 'gin-3', 'gin-4'],
    references: ['marble-1'],
    starred: ['gin-3'],
  },
  {
    id: 'planetarium',
    prompt:
      'Spiral galaxy turning slowly, violet nebula, one small planet entering from the right. Opening of the dome film.',
    hoursAgo: 21,
    made: ['galaxy-1', 'galaxy-2', 'galaxy-film'],
    remixed: ['galaxy-film'],
  },
  {
    id: 'lobby',
    title: 'Lobby screens',
    prompt: 'Silk in the wind, violet and rose, a slow loop without a visible cut',
    hoursAgo: 27,
    made: ['silk-1', 'silk-2', 'silk-film'],
    starred: ['silk-film'],
  },
  {
    id: 'jazz',
    title: 'Jazz weeks, poster',
    prompt: 'Bauhaus shapes for a jazz festival: red, cream and black, one diagonal that leads the eye to the date',
    hoursAgo: 50,
    made: ['jazz-1', 'jazz-2', 'jazz-3'],
  },
  {
    id: 'transit',
    title: 'Transit app, night mode',
    prompt: 'City skyline at night, neon reflections in rain, tall format for the lock screen',
    hoursAgo: 75,
    made: ['city-1', 'city-2', 'city-3', 'pulse'],
    references: ['galaxy-1'],
  },
  {
    id: 'onboarding',
    prompt: 'A warm chime for a finished task: short, soft attack, nothing that sounds like an alarm',
    hoursAgo: 122,
    made: ['chime'],
  },
  {
    id: 'marble',
    title: 'Packaging study',
    prompt: 'Liquid marble, ink and gold, a single vein',
    hoursAgo: 190,
    made: ['marble-1', 'marble-2', 'marble-3'],
  },
];

const instant = (ms: number): string => new Date(ms).toISOString();

const kindOf = (mime: string): Iteration['kind'] =>
  mime.startsWith('video/') ? 'video' : mime.startsWith('audio/') ? 'audio' : 'image';

const idOf = ({ id }: Work, place: number): string => `${id}-${place + 1}`;

function iterationsOf(work: Work): readonly Iteration[] {
  return work.made.map((name, place): Iteration => {
    const media = MEDIA[name];
    const createdAt = instant(NEWEST - work.hoursAgo * HOUR - (work.made.length - 1 - place) * BETWEEN);
    return {
      id: idOf(work, place),
      sessionId: work.id,
      generationId: `${work.id}-attempt`,
      variant: place,
      kind: kindOf(media.mime),
      status: 'succeeded',
      createdAt,
      completedAt: createdAt,
      prompt: work.prompt,
      model: 'atelier-2',
      seed: String(184467440737095516n + BigInt(place)),
      params: { steps: 28, guidance: 4.5 },
      media,
      ...(work.starred?.includes(name) && { starred: true }),
      ...(work.remixed?.includes(name) && { parents: [{ role: 'remix', iterationId: idOf(work, place - 1) }] }),
    };
  });
}

function sessionOf(work: Work, iterations: readonly Iteration[]): Session {
  const first = iterations[0]?.createdAt ?? instant(NEWEST);
  const references = (work.references ?? []).map((name) => ({
    id: `reference-${name}`,
    name: `${name}.webp`,
    kind: 'image' as const,
    source: MEDIA[name],
  }));
  return {
    id: work.id,
    createdAt: instant(Date.parse(first) - 1000),
    lastActivityAt: iterations.at(-1)?.createdAt ?? first,
    brief: { prompt: work.prompt, ...(references.length > 0 && { references }) },
    ...(work.title !== undefined && { title: work.title }),
  };
}

const generationOf = (session: Session, iterations: readonly Iteration[]): Generation => ({
  id: `${session.id}-attempt`,
  sessionId: session.id,
  createdAt: session.createdAt,
  origin: 'prompt',
  status: 'succeeded',
  requested: iterations.length,
  iterationIds: iterations.map(({ id }) => id),
});

function libraryOf(works: readonly Work[]): Library {
  const made = works.map((work) => ({ work, iterations: iterationsOf(work) }));
  const sessions = made.map(({ work, iterations }) => sessionOf(work, iterations));
  return {
    sessions,
    iterations: made.flatMap(({ iterations }) => iterations),
    generations: made.flatMap(({ iterations }, index) => {
      const session = sessions[index];
      return session ? [generationOf(session, iterations)] : [];
    }),
  };
}

/** Eight briefs and what came of them. */
export const STUDIO: Library = libraryOf(WORKS);

/** One brief with a single output. */
export const ONE: Library = libraryOf(WORKS.filter(({ id }) => id === 'onboarding'));

/** The studio's work, week after week: many sessions from few files. */
export const manyWeeks = (weeks: number): Library =>
  libraryOf(
    Array.from({ length: weeks }, (_, week) =>
      WORKS.map((work) => ({ ...work, id: `${work.id}-${week}`, hoursAgo: work.hoursAgo + week * 168 })),
    ).flat(),
  );
