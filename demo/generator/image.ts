import type { GeneratedMedia } from '../../src/data/index.js';
import { averageColor, draw, encode, surface, thumbnail } from './canvas.js';
import { FAMILY } from './families/index.js';
import { finish, part } from './field.js';
import type { Job } from './job.js';
import { planOf, sizeOf, type Plan } from './plan.js';
import type { Context, Scene } from './scene.js';
import type { Steps } from './steps.js';

export const IMAGE_STEPS = 10;

/** Sizes of the sketches that stand for the unfinished picture, by the step that shows them. */
const SKETCHES: readonly (readonly [step: number, longest: number])[] = [
  [1, 20],
  [3, 48],
  [6, 112],
];

export const sceneOf = (plan: Plan, width: number, height: number, time = 0, detail = 1): Scene => ({
  width,
  height,
  palette: plan.palette,
  intent: plan.intent,
  random: plan.random,
  time,
  detail,
});

/** Paints a whole picture: the family's work, then grain and edge. */
export function* paint(ctx: Context, plan: Plan, scene: Scene, grain = 1): Generator<number, void> {
  const family = FAMILY[plan.family];
  ctx.save();
  yield* part(family.paint(ctx, scene), 0, 0.97);
  ctx.restore();
  finish(ctx, scene, family.grain * grain, family.vignette);
  yield 1;
}

/** Paints small and quickly, then enlarges softly. */
async function sketch(plan: Plan, longest: number, ratio: number): Promise<Blob> {
  const size = (long: number): [number, number] =>
    ratio > 1 ? [long, Math.max(2, Math.round(long / ratio))] : [Math.max(2, Math.round(long * ratio)), long];
  const [width, height] = size(longest);
  const small = surface(width, height);
  const work = paint(small.ctx, plan, sceneOf(plan, width, height), 0);
  while (work.next().done !== true);
  const [w, h] = size(144);
  return encode(draw(small.canvas, w, h), 0.7);
}

/** What is edited; nothing where that is no picture. */
async function editedBy({ role, references }: Job): Promise<ImageBitmap | undefined> {
  const [picture] = references;
  if (role !== 'edit' || !picture) return undefined;
  return createImageBitmap(picture).catch(() => undefined);
}

/** Lays the light and the shapes of a picture over the colours that have been painted. */
function keepLight(ctx: Context, picture: ImageBitmap): void {
  ctx.save();
  ctx.globalCompositeOperation = 'luminosity';
  ctx.globalAlpha = 0.85;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(picture, 0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
}

/** Makes one image. */
export async function makeImage(job: Job, steps: Steps): Promise<GeneratedMedia> {
  const plan = await planOf(job);
  const edited = await editedBy(job);
  const { width, height } = edited ?? sizeOf(plan.aspect, job.sizes.image);
  const { canvas, ctx } = surface(width, height);
  const work = paint(ctx, plan, sceneOf(plan, width, height));
  for (const [step, longest] of SKETCHES) {
    await steps.run(until(work, (step - 1) / IMAGE_STEPS), step - 1);
    await steps.reach(step, await sketch(plan, longest, width / height));
  }
  await steps.run(work, IMAGE_STEPS - 1);
  if (edited) keepLight(ctx, edited);
  edited?.close();
  const blob = await encode(canvas);
  const small = await thumbnail(canvas);
  const color = averageColor(canvas);
  await steps.reach(IMAGE_STEPS);
  return {
    blob,
    width,
    height,
    thumbnail: small,
    placeholder: { color },
    model: 'local-painter',
    params: { family: plan.family, palette: plan.palette.name, aspect: plan.aspect },
  };
}

/** The part of some work up to a share of the whole. */
function* until(work: Iterator<number, void>, share: number): Generator<number, void> {
  for (let next = work.next(); next.done !== true; next = work.next()) {
    if (next.value >= share) return;
    yield next.value;
  }
}
