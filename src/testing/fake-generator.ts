import {
  AdapterError,
  type GeneratedMedia,
  type MediaGenerator,
  type MediaProgress,
  type MediaRequest,
  type Verb,
} from '../data/index.js';
import type { Kind } from '../model/index.js';
import { TINY_WEBM } from '../internal/tiny-webm.js';
import { tinyPng, type Rgb } from './tiny-png.js';
import { tinyWav } from '../internal/tiny-wav.js';

/** How a fake generator behaves. */
export interface FakeGeneratorOptions {
  /** Default all. */
  readonly kinds?: readonly Kind[];
  /** The ways to build on an output. Default: remixing. */
  readonly verbs?: readonly Verb[];
  /** Steps of each output. Default 2. */
  readonly steps?: number;
  /** Waited for before each step; a test holds it back to look at a run halfway. Default: no wait. */
  readonly beforeStep?: (request: MediaRequest, step: number) => Promise<void> | void;
  /** Longer side of images, in px. Default 24. */
  readonly size?: number;
}

/** A number that answers to a text. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

const RATIOS: readonly (readonly [width: number, height: number])[] = [
  [1, 1],
  [3, 2],
  [2, 3],
];

function image(key: number, size: number): GeneratedMedia {
  const [wide, high] = RATIOS[key % RATIOS.length] ?? [1, 1];
  const width = Math.round((size * wide) / Math.max(wide, high));
  const height = Math.round((size * high) / Math.max(wide, high));
  const color: Rgb = [key & 0xff, (key >> 8) & 0xff, (key >> 16) & 0xff];
  const blob = tinyPng(width, height, (x, y) => ((x + y + key) % 5 === 0 ? [255, 255, 255] : color));
  return { blob, width, height, thumbnail: { blob: tinyPng(4, 4, () => color), width: 4, height: 4 } };
}

function audio(key: number): GeneratedMedia {
  const durationMs = 200 + (key % 5) * 100;
  const peaks = Array.from({ length: 16 }, (_, index) => ((key >> index) & 1 ? 1 : 0.5));
  return { blob: tinyWav(durationMs, 220 + (key % 440)), durationMs, peaks };
}

function video(key: number): GeneratedMedia {
  const color: Rgb = [key & 0xff, (key >> 8) & 0xff, (key >> 16) & 0xff];
  const { width, height, durationMs } = TINY_WEBM;
  const poster = { blob: tinyPng(width, height, () => color), width, height };
  return { blob: TINY_WEBM.blob(), width, height, durationMs, poster };
}

async function make(options: FakeGeneratorOptions, request: MediaRequest, task: MediaProgress, signal: AbortSignal) {
  const { steps = 2, beforeStep, size = 24 } = options;
  const { brief, kind, references, seed, variant } = request;
  if (brief.prompt.includes('[moderated]')) {
    throw new AdapterError('moderated', 'The fake generator refuses this prompt', { moderation: { stage: 'input' } });
  }
  for (let step = 1; step <= steps; step++) {
    await beforeStep?.(request, step);
    if (signal.aborted) throw new AdapterError('aborted', 'Stopped between two steps');
    task.progress({ value: step / steps, step, steps, message: `Step ${step} of ${steps}` });
  }
  if (brief.prompt.includes('[fail]') || brief.prompt.includes(`[fail ${variant}]`)) {
    throw new AdapterError('internal', 'The fake generator fails for this prompt', { retryable: true });
  }
  const key = hash(JSON.stringify([brief.prompt, seed, variant, references.map((reference) => reference.size)]));
  return { image: () => image(key, size), video: () => video(key), audio: () => audio(key) }[kind]();
}

/**
 * A small deterministic generator of real files, for tests. `[moderated]`, `[fail]` and `[fail 2]` (one variant) in the
 * prompt make it refuse or fail.
 */
export const fakeGenerator = (options: FakeGeneratorOptions = {}): MediaGenerator => ({
  kinds: options.kinds ?? ['image', 'video', 'audio'],
  ...(options.verbs && { verbs: options.verbs }),
  make: (request, task, signal) => make(options, request, task, signal),
});
