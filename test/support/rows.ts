import type { Generation, Iteration, Session } from '../../src/model/index.js';

/** The moment `minute` minutes into the day of all test rows. */
export const instant = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 0, minute)).toISOString();

const bare = { sessionId: 's1', kind: 'image', createdAt: instant(0) } as const;

/** An iteration that has succeeded. */
export const iteration = (id: string, more: Partial<Iteration> = {}): Iteration => ({
  id,
  ...bare,
  status: 'succeeded',
  media: { url: `https://media.test/${id}.webp`, mime: 'image/webp', width: 300, height: 200 },
  ...more,
});

/** An iteration that is on its way. */
export const running = (id: string, generationId: string, more: Partial<Iteration> = {}): Iteration => ({
  id,
  ...bare,
  status: 'running',
  generationId,
  ...more,
});

export const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  createdAt: instant(0),
  brief: { prompt: `Brief of ${id}` },
  ...more,
});

export const generation = (id: string, more: Partial<Generation> = {}): Generation => ({
  id,
  sessionId: 's1',
  createdAt: instant(0),
  origin: 'prompt',
  status: 'running',
  requested: 1,
  iterationIds: [],
  ...more,
});
