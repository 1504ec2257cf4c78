import {
  BufferTarget,
  canEncodeAudio,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  Quality,
  WebMOutputFormat,
  type VideoCodec,
} from './muxer.js';
import { AdapterError, type GeneratedMedia } from '../../src/data/index.js';
import { averageColor, encode, shrink, surface, thumbnail } from './canvas.js';
import { FAMILY } from './families/index.js';
import { paint, sceneOf } from './image.js';
import type { Job } from './job.js';
import { planOf, sizeOf, type Plan } from './plan.js';
import type { Context } from './scene.js';
import type { Steps } from './steps.js';

export const VIDEO_STEPS = 12;

/** Whole milliseconds a frame, as WebM counts time. */
const FPS = 25;

async function codecFor(width: number, height: number): Promise<VideoCodec> {
  // WebKitGTK loads its media framework with the first question about sound; asked about video first, it crashes the page.
  if (typeof AudioEncoder !== 'undefined') await canEncodeAudio('opus');
  const codec =
    typeof VideoEncoder === 'undefined'
      ? null
      : await getFirstEncodableVideoCodec(['vp9', 'vp8'], { width, height, quality: new Quality('high') });
  if (codec) return codec;
  throw new AdapterError('unsupported', 'This browser encodes neither VP9 nor VP8', {
    userMessage: 'This browser cannot make videos. Images and audio work.',
  });
}

/** Seconds a clip lasts, 2..5. */
function secondsOf(job: Job): number {
  const wanted = job.params['seconds'];
  const seconds = typeof wanted === 'number' && Number.isFinite(wanted) ? wanted : 3;
  return Math.max(2, Math.min(5, Math.round(seconds * FPS) / FPS));
}

function paintWhole(ctx: Context, plan: Plan, time: number, detail: number, grain: number): void {
  const { width, height } = ctx.canvas;
  const work = paint(ctx, plan, sceneOf(plan, width, height, time, detail), grain);
  while (work.next().done !== true);
}

/** Makes one clip, which ends as it begins. */
export async function makeVideo(job: Job, steps: Steps): Promise<GeneratedMedia> {
  const plan = await planOf(job);
  const { width, height } = sizeOf(plan.aspect, job.sizes.video);
  const codec = await codecFor(width, height);
  const { canvas, ctx } = surface(width, height);

  paintWhole(ctx, plan, 0, 1, 1);
  const poster = { blob: await encode(canvas), width, height };
  const small = await thumbnail(canvas);
  const color = averageColor(canvas);
  await steps.reach(1, await encode(shrink(canvas, 144), 0.7));

  const frames = Math.round(secondsOf(job) * FPS);
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high'), keyFrameInterval: 1 });
  output.addVideoTrack(source, { frameRate: FPS });
  try {
    await output.start();
    for (let frame = 0; frame < frames; frame++) {
      paintWhole(ctx, plan, frame / frames, FAMILY[plan.family].motion ?? 0.5, 0);
      await source.add(frame / FPS, 1 / FPS);
      const step = 1 + Math.floor(((frame + 1) / frames) * (VIDEO_STEPS - 2));
      if (step > steps.done)
        await steps.reach(step, step % 3 === 0 ? await encode(shrink(canvas, 144), 0.7) : undefined);
    }
    await output.finalize();
  } catch (thrown) {
    await output.cancel();
    throw thrown;
  }
  const { buffer } = output.target;
  if (!buffer) throw new AdapterError('internal', 'The encoder made nothing', { retryable: true });
  await steps.reach(VIDEO_STEPS);
  return {
    blob: new Blob([buffer], { type: 'video/webm' }),
    width,
    height,
    durationMs: Math.round((frames / FPS) * 1000),
    thumbnail: small,
    poster,
    placeholder: { color },
    model: 'local-painter',
    params: { family: plan.family, palette: plan.palette.name, aspect: plan.aspect, codec, fps: FPS },
  };
}
