import { createMemoryAdapter, type MemoryAdapter } from '../../src/adapters/memory/index.js';
import { AdapterError, type ImaginationsAdapter, type MediaGenerator } from '../../src/data/index.js';
import { omit } from '../../src/internal/omit.js';
import type { ErrorCode, Failure, Iteration } from '../../src/model/index.js';
import { faultyAdapter, slowAdapter } from '../../src/testing/index.js';
import { createLocalGenerator } from '../../demo/generator/index.js';
import { HOSTILE } from './hostile.js';
import { MEDIA } from './media.js';
import { manyWeeks, ONE, STUDIO, type Library } from './studio.js';

type Backend = () => ImaginationsAdapter;

/** A backend in which everything works, and whose pictures are drawn on this machine. */
const backendOf = (library: Partial<Library>): MemoryAdapter =>
  createMemoryAdapter({ ...library, generator: createLocalGenerator() });

const full: Backend = () => backendOf(STUDIO);
const empty: Backend = () => backendOf({});
const one: Backend = () => backendOf(ONE);
const many: Backend = () => backendOf(manyWeeks(26));
const hostile: Backend = () => backendOf(HOSTILE);

/** Never answers. */
const loading: Backend = () => faultyAdapter(full(), () => ({ hang: true }));

/** Takes its time. */
const slow: Backend = () => slowAdapter(full(), 1200);

/** Every call fails. */
const failing =
  (code: ErrorCode): Backend =>
  () =>
    faultyAdapter(full(), () => ({ reject: new AdapterError(code) }));

/** Answered once; then the connection went. */
const offline: Backend = () => ({
  ...full(),
  subscribe: (subscription) => subscription.state('offline', { code: 'network', message: 'This story is offline' }),
});

/** Only what a gallery needs. */
const readOnly: Backend = () => {
  const all = full();
  return {
    contract: 1,
    listSessions: (request, call) => all.listSessions(request, call),
    listIterations: (request, call) => all.listIterations(request, call),
    dispose: () => all.dispose?.(),
  };
};

/** Goes on being at the same point, and says so. */
const heldGenerator: MediaGenerator = {
  kinds: ['image', 'video', 'audio'],
  make: async ({ variant }, task, signal) => {
    const response = await fetch(MEDIA[variant % 2 === 0 ? 'autumn-3' : 'autumn-1'].url);
    const preview = await response.blob();
    const step = variant % 2 === 0 ? 20 : 11;
    return new Promise((_resolve, reject) => {
      const say = (): void => task.progress({ value: step / 28, step, steps: 28, etaMs: (28 - step) * 1100, preview });
      const timer = setInterval(say, 500);
      const stop = (): void => {
        clearInterval(timer);
        reject(new AdapterError('aborted'));
      };
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  },
};

/** Four pictures are being made: two are on their way, two wait. */
const running: Backend = () => {
  const adapter = createMemoryAdapter({ ...STUDIO, generator: heldGenerator });
  void adapter.generate?.start(
    { session: { id: 'autumn' }, origin: 'prompt', kind: 'image', count: 4 },
    { signal: new AbortController().signal, idempotencyKey: 'running' },
  );
  return adapter;
};

/** A run that came to nothing. */
function ended(row: Iteration, status: 'failed' | 'canceled', error?: Failure): Iteration {
  return { ...omit(row, 'media', 'completedAt'), status, ...(error && { error }) };
}

const TROUBLE: Readonly<Record<string, (row: Iteration) => Iteration>> = {
  'autumn-4': (row) => ended(row, 'failed', { code: 'unavailable', message: '', retryable: true }),
  'autumn-3': (row) => ended(row, 'failed', { code: 'moderated', message: '', moderation: { stage: 'output' } }),
  'gin-4': (row) => ended(row, 'canceled'),
  'gin-3': (row) => ended(row, 'failed', { code: 'quota', message: '' }),
  'planetarium-2': (row) => ({
    ...row,
    media: { url: 'https://media.invalid/gone.webp', mime: 'image/webp', width: 3, height: 2 },
  }),
};

/** Failed, refused, canceled, and one whose file is gone. */
const troubled: Backend = () =>
  backendOf({ ...STUDIO, iterations: STUDIO.iterations.map((row) => TROUBLE[row.id]?.(row) ?? row) });

/** Some sessions and some single iterations have been put away. */
const archived: Backend = () =>
  backendOf({
    ...STUDIO,
    sessions: STUDIO.sessions.map((row) =>
      ['jazz', 'marble', 'lobby'].includes(row.id) ? { ...row, archivedAt: '2026-11-20T17:00:00.000Z' } : row,
    ),
    iterations: STUDIO.iterations.map((row) =>
      ['autumn-1', 'gin-2'].includes(row.id) ? { ...row, archivedAt: '2026-11-20T17:00:00.000Z' } : row,
    ),
  });

/** Every state a backend can be in, by name. */
export const BACKENDS = {
  full,
  many,
  one,
  empty,
  loading,
  slow,
  error: failing('unavailable'),
  'signed out': failing('unauthorized'),
  offline,
  running,
  troubled,
  archived,
  hostile,
  'read only': readOnly,
} as const satisfies Readonly<Record<string, Backend>>;

/** Name of a state. */
export type BackendName = keyof typeof BACKENDS;

const kept = new Map<string, Map<BackendName, ImaginationsAdapter>>();

/** The backend of a story: one for as long as the story is there, however often it is drawn. */
export function storyBackend(storyId: string, name: BackendName): ImaginationsAdapter {
  const backends = kept.get(storyId) ?? new Map<BackendName, ImaginationsAdapter>();
  kept.set(storyId, backends);
  const backend = backends.get(name) ?? BACKENDS[name]();
  backends.set(name, backend);
  return backend;
}

/** Ends the backends of a story that goes. */
export function endStoryBackends(storyId: string): void {
  for (const backend of kept.get(storyId)?.values() ?? []) backend.dispose?.();
  kept.delete(storyId);
}

/** For `argTypes`: the state of the backend as a control. */
export const backendControl = {
  control: 'select',
  options: Object.keys(BACKENDS),
  description: 'State the backend of this story is in',
} as const;
