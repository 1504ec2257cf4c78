import { createIndexedDbAdapter } from '../../../src/adapters/indexeddb/index.js';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { createSyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import type { Iteration, Session } from '../../../src/model/index.js';

const START = Date.UTC(2026, 0, 1);
const IN_SESSION = 20;
/** Wider and higher ones, as they come. */
const RATIOS = [1, 1.5, 0.8, 1.78];
/** Rows that are put into a database in one go. */
const PORTION = 5000;
const NOTHING = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const at = (number: number): string => new Date(START + number * 60_000).toISOString();

const iteration = (number: number): Iteration => ({
  id: `i${String(number).padStart(7, '0')}`,
  rev: 1,
  sessionId: `s${Math.floor(number / IN_SESSION)}`,
  createdAt: at(number),
  kind: 'image',
  status: 'succeeded',
  prompt: `Picture ${number}`,
  media: { url: NOTHING, mime: 'image/gif', width: Math.round(1000 * (RATIOS[number % 4] ?? 1)), height: 1000 },
});

const session = (number: number): Session => ({
  id: `s${number}`,
  rev: 1,
  createdAt: at(number * IN_SESSION),
  brief: { prompt: `Brief ${number}` },
});

const rows = <T>(from: number, to: number, make: (number: number) => T): readonly T[] =>
  Array.from({ length: to - from }, (_, index) => make(from + index));

async function inDatabase(size: number): Promise<ImaginationsAdapter> {
  const adapter = createIndexedDbAdapter({ name: 'bench' });
  for (let from = 0; from < size; from += PORTION) {
    const to = Math.min(size, from + PORTION);
    await adapter.load({
      sessions: rows(Math.floor(from / IN_SESSION), Math.ceil(to / IN_SESSION), session),
      iterations: rows(from, to, iteration),
    });
  }
  return adapter;
}

/** Backends of so many rows, by name. */
export const backends: Readonly<Record<string, (size: number) => Promise<ImaginationsAdapter>>> = {
  synthetic: (size) => Promise.resolve(createSyntheticAdapter({ size })),
  memory: (size) =>
    Promise.resolve(
      createMemoryAdapter({
        sessions: rows(0, Math.ceil(size / IN_SESSION), session),
        iterations: rows(0, size, iteration),
      }),
    ),
  indexeddb: inDatabase,
};
