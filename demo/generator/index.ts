import { AdapterError, type MediaGenerator, type Verb } from '../../src/data/index.js';
import type { Sizes } from './job.js';
import { Pool } from './pool.js';
import { hash32 } from './random.js';

/** How the local generator works; everything has a default. */
export interface LocalGeneratorOptions {
  /** Pause after each step in ms, so that one can watch. Default 200; tests want 0. */
  readonly stepDelayMs?: number;
  /** Share of outputs that fail at the first try, 0..1, chosen by the seed. Default 0. */
  readonly failRate?: number;
  /** Most workers at once. Default 2. */
  readonly workers?: number;
  /** About the longest side in px. Default 1536 for images, 768 for videos. */
  readonly sizes?: Partial<Sizes>;
}

const cue = (prompt: string, name: string): boolean => prompt.toLowerCase().includes(`[${name}]`);

/** What can be made of an output; remixed as it was before, it gives its colours to the next. */
const VERBS: readonly Verb[] = [
  { id: 'variation' },
  { id: 'edit', kinds: ['image'] },
  { id: 'extend', kinds: ['video', 'audio'] },
  { id: 'reference' },
];

/** A step of `[slow]` pauses at least this long. */
const SLOW_MS = 900;

/**
 * Makes real files from a brief on this machine: procedural art, not a model. The same (prompt, references, seed,
 * variant) gives the same picture or sound.
 *
 * Cues in a prompt, for demos and tests: `[fail]` fails in the middle, `[fail once]` does so at the first try of a
 * (prompt, seed, variant), `[refuse]` or `[moderated]` refuses, `[slow]` takes its time.
 *
 * A variation has the colours of the picture and other shapes, an edit its light and the colours of the new words; what is
 * extended begins as it was and goes on by the new words.
 *
 * Parameters it knows (`brief.params` or the request's `params`): `aspect`, e.g. `'16:9'`; `seconds` for videos and audio.
 */
export function createLocalGenerator(options: LocalGeneratorOptions = {}): MediaGenerator {
  const { stepDelayMs = 200, failRate = 0, workers = 2, sizes } = options;
  const pool = new Pool(
    workers,
    () => new Worker(new URL('./generator-worker.ts', import.meta.url), { type: 'module' }),
  );
  const tried = new Set<string>();

  return {
    kinds: ['image', 'video', 'audio'],
    verbs: VERBS,
    async make({ kind, brief, references, seed, variant, params }, task, signal) {
      const { prompt } = brief;
      if (cue(prompt, 'refuse') || cue(prompt, 'moderated')) {
        throw new AdapterError('moderated', 'Refused on cue', { moderation: { stage: 'input', target: 'prompt' } });
      }
      const key = JSON.stringify([kind, prompt, seed, variant]);
      const first = !tried.has(key);
      tried.add(key);
      const unlucky = hash32(key) / 2 ** 32 < failRate;
      return pool.run(
        {
          kind,
          prompt,
          params: { ...brief.params, ...params },
          references,
          role: brief.references?.[0]?.role,
          seed,
          variant,
          sizes: { image: 1536, video: 768, ...sizes },
          stepDelayMs: cue(prompt, 'slow') ? Math.max(SLOW_MS, stepDelayMs * 4) : stepDelayMs,
          fails: cue(prompt, 'fail') || (first && (cue(prompt, 'fail once') || unlucky)),
        },
        prompt,
        (progress) => task.progress(progress),
        signal,
      );
    },
    dispose: () => pool.dispose(),
  };
}
