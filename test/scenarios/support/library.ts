import { createMemoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory/index.js';
import { AdapterError, type MediaGenerator } from '../../../src/data/index.js';
import type { Iteration, Kind, MediaSource, ReferenceFile, Session } from '../../../src/model/index.js';
import { fakeGenerator, tinyPng, tinyWav } from '../../../src/testing/index.js';
import { TINY_WEBM } from '../../../src/internal/tiny-webm.js';

/** Long ago, so that no text says how long. */
const START = Date.UTC(2024, 2, 3, 9);
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

const SIZES = [
  [48, 48],
  [60, 40],
  [40, 60],
  [64, 36],
] as const;

/** A real file of a medium. */
export function mediaFile(kind: Kind, index = 0): File {
  const [width, height] = SIZES[index % SIZES.length] ?? [48, 48];
  const blob = {
    image: () => tinyPng(width, height, (x) => [(x * 4) % 256, (index * 40) % 256, 120]),
    video: () => TINY_WEBM.blob(),
    audio: () => tinyWav(600, 330),
  }[kind]();
  const ending = { image: 'png', video: 'webm', audio: 'wav' }[kind];
  return new File([blob], `${kind}-${index}.${ending}`, { type: blob.type, lastModified: START + index });
}

/** A library of real media behind private addresses, and what a test needs to steer it. */
export interface Library {
  readonly adapter: MemoryAdapter;
  /** Lets runs go on whose prompt says `[hold]`. */
  readonly release: () => void;
}

/** Makes real files; `[hold]` in the prompt stops halfway, with a preview, until `release` is called. */
function heldGenerator(): { readonly generator: MediaGenerator; readonly release: () => void } {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const inner = fakeGenerator();
  const generator: MediaGenerator = {
    ...inner,
    make: async (request, task, signal) => {
      if (request.brief.prompt.includes('[hold]')) {
        task.progress({ value: 0.4, message: 'Halfway', etaMs: 4000, preview: tinyPng(8, 8, () => [90, 40, 160]) });
        const stopped = new Promise<never>((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new AdapterError('aborted')), { once: true }),
        );
        await Promise.race([held, stopped]);
      }
      return inner.make(request, task, signal);
    },
  };
  return { generator, release: () => release() };
}

type Upload = (kind: Kind, index: number) => Promise<ReferenceFile>;

async function source(upload: Upload, kind: Kind, index: number): Promise<MediaSource> {
  const { source: stored } = await upload(kind, index);
  const [width, height] = SIZES[index % SIZES.length] ?? [48, 48];
  if (kind === 'image') return { ...stored, width, height };
  if (kind === 'audio') return { ...stored, durationMs: 600, waveform: { peaks: [0.2, 0.9, 0.5, 0.7, 0.3, 1, 0.4] } };
  const { width: videoWidth, height: videoHeight, durationMs } = TINY_WEBM;
  const poster = { url: (await upload('image', index)).source.url, width: videoWidth, height: videoHeight };
  return { ...stored, width: videoWidth, height: videoHeight, durationMs, poster };
}

const KINDS: readonly Kind[] = ['image', 'video', 'audio', 'image'];

/** Eight sessions of four; the second is archived, the third has references and a failed attempt. */
export async function makeLibrary(sessions = 8): Promise<Library> {
  const { generator, release } = heldGenerator();
  const adapter = createMemoryAdapter({ generator });
  const { signal } = new AbortController();
  const upload: Upload = (kind, index) =>
    adapter.upload(mediaFile(kind, index), {}, { signal, idempotencyKey: `${kind} ${index}` });
  const rows: Iteration[] = [];
  const briefs: Session[] = [];
  for (let session = 0; session < sessions; session++) {
    const references = session === 2 ? [await upload('image', 3), await upload('audio', 1)] : [];
    briefs.push({
      id: `s${session}`,
      createdAt: at(session * 60),
      lastActivityAt: at(session * 60 + 30),
      brief: { prompt: `Brief number ${session}: a harbour at dawn`, references },
      ...(session % 2 === 0 && { title: `Harbour ${session}` }),
      ...(session === 1 && { archivedAt: at(9000) }),
    });
    for (const [variant, kind] of KINDS.entries()) {
      const failed = session === 2 && variant === 3;
      rows.push({
        id: `s${session}-${variant}`,
        sessionId: `s${session}`,
        createdAt: at(session * 60 + variant),
        kind,
        prompt: `Brief number ${session}: a harbour at dawn`,
        status: failed ? 'failed' : 'succeeded',
        model: 'fake-1',
        seed: '18446744073709551615',
        params: { aspect: '3:2', steps: 12 },
        tags: ['draft'],
        ...(failed
          ? { error: { code: 'internal', message: 'It stopped', retryable: true } }
          : { media: await source(upload, kind, session + variant) }),
        ...(variant === 3 && !failed && { parents: [{ role: 'remix', iterationId: `s${session}-0` }] }),
      });
    }
  }
  await adapter.load({ sessions: briefs, iterations: rows });
  return { adapter, release };
}
