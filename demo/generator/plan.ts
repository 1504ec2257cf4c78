import { chooseFamily } from './families/index.js';
import { ASPECTS, readIntent, type Aspect, type FamilyName, type Intent } from './intent.js';
import type { Job } from './job.js';
import { choosePalette, paletteFrom, type Palette } from './palette.js';
import { hash32, Random } from './random.js';
import { readReferences } from './reference.js';

/** Everything that is decided before the first stroke. */
export interface Plan {
  readonly intent: Intent;
  readonly family: FamilyName;
  readonly palette: Palette;
  readonly random: Random;
  readonly aspect: Aspect;
}

const VARIED: readonly Aspect[] = ['3:2', '1:1', '4:5', '3:2'];

/** Reads a job: the same (prompt, references, seed, variant) gives the same plan. */
export async function planOf(job: Job): Promise<Plan> {
  const intent = readIntent(job.prompt, job.params['aspect']);
  const references = await readReferences(job.references);
  const prompt = hash32(intent.words.join(' '));
  const random = new Random(hash32(`${prompt}/${references.hash}/${job.seed}/${job.variant}`));
  const family = chooseFamily(intent, new Random(prompt));
  return {
    intent,
    family,
    random,
    // An edit keeps the light of what it edits, and takes the colours of its words.
    palette:
      references.colours.length > 0 && job.role !== 'edit'
        ? paletteFrom(references.colours)
        : choosePalette(intent, family, random),
    aspect: intent.aspect ?? (job.kind === 'video' ? '16:9' : (VARIED[(job.variant + (prompt % 3)) % 4] ?? '3:2')),
  };
}

/** Width and height in px for a shape; even, as video encoders want them. */
export function sizeOf(aspect: Aspect, longest: number): { width: number; height: number } {
  const [w, h] = ASPECTS[aspect];
  const ratio = w / h;
  // A square of the longest side would have the most pixels; let all shapes have about as many.
  const area = (longest * longest) / 1.88;
  const limit = Math.min(longest / Math.max(Math.sqrt(area * ratio), Math.sqrt(area / ratio)), 1);
  const even = (n: number): number => Math.max(2, Math.round(n / 2) * 2);
  return { width: even(Math.sqrt(area * ratio) * limit), height: even(Math.sqrt(area / ratio) * limit) };
}
