import type { ImaginationsAdapter } from '../../src/data/index.js';
import type { Iteration } from '../../src/model/index.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { fakeGenerator, slowAdapter } from '../../src/testing/index.js';
import { mediaOf } from './media.js';

const PROMPTS = [
  'A lighthouse on a cliff in heavy fog, oil on canvas, muted teal and amber',
  'Paper cranes over a rice field at dawn',
  'Neon city of glass, rain and reflections, 35 mm',
  'Fox cubs asleep in tall grass, soft focus',
  'منظر طبيعي هادئ عند الغروب',
];
const NEWEST = Date.UTC(2026, 10, 20, 12);

const of = <T>(values: readonly T[], index: number): T => {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('There is nothing to choose from');
  return value;
};

/** An iteration; the newest has the highest number. */
export function row(number: number, more: Partial<Iteration> = {}): Iteration {
  const base = {
    id: `story-${String(number).padStart(6, '0')}`,
    sessionId: `session-${Math.floor(number / 6)}`,
    generationId: `generation-${Math.floor(number / 6)}`,
    createdAt: new Date(NEWEST + number * 2_400_000).toISOString(),
    prompt: of(PROMPTS, number),
  };
  const kind = number % 7 === 3 ? 'video' : number % 9 === 5 ? 'audio' : 'image';
  return { ...base, kind, status: 'succeeded', media: mediaOf(kind, number), ...more };
}

/** An iteration that is not done, or never will be. */
export function undone(number: number, more: Partial<Iteration>): Iteration {
  const undone: { media?: unknown } & Iteration = { ...row(number, { kind: 'image', ...more }) };
  delete undone.media;
  return undone;
}

export const rows = (count: number): Iteration[] => Array.from({ length: count }, (_, number) => row(number));

/** A working backend with these rows. */
export const adapterWith = (iterations: readonly Iteration[]): ImaginationsAdapter =>
  createMemoryAdapter({
    iterations,
    sessions: [...new Set(iterations.map(({ sessionId }) => sessionId))].map((id) => ({
      id,
      createdAt: '2026-11-20T12:00:00.000Z',
      brief: { prompt: 'A brief' },
    })),
    generator: fakeGenerator(),
  });

/** One whose answers never come. */
export const waiting = (): ImaginationsAdapter => slowAdapter(adapterWith([]), Infinity);

/** A read-only one that is built by hand. */
export const readOnly = (parts: Partial<ImaginationsAdapter>): ImaginationsAdapter => ({
  contract: 1,
  listSessions: () => Promise.resolve({ items: [] }),
  listIterations: () => Promise.resolve({ items: [] }),
  ...parts,
});
