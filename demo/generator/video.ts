import {
  BufferTarget,
  canEncodeAudio,
  CanvasSink,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  type Input,
  Quality,
  WebMOutputFormat,
  type VideoCodec,
} from './muxer.js';
import { AdapterError, type GeneratedMedia } from '../../src/data/index.js';
import { averageColor, encode, shrink, surface, thumbnail } from './canvas.js';
import { extendedBy, inputOf } from './extend.js';
import { FAMILY } from './families/index.js';
import { paint, sceneOf } from './image.js';
import type { Job } from './job.js';
import { planOf, sizeOf, type Plan } from './plan.js';
import type { Context } from './scene.js';
import type { Steps } from './steps.js';

export const VIDEO_STEPS = 12;

/** Whole milliseconds a frame, as WebM counts time. */
const FPS = 25;

/** WebKitGTK loads its media framework with the first question about sound; asked about video first, it crashes the page. */
async function wake(): Promise<void> {
  if (typeof AudioEncoder !== 'undefined') await canEncodeAudio('opus');
}

async function codecFor(width: number, height: number): Promise<VideoCodec> {
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

/** A clip that is gone on with. */
interface Film {
  readonly input: Input;
  readonly frames: CanvasSink;
  readonly width: number;
  readonly height: number;
}

/** What is extended; nothing where this browser cannot read it. */
async function filmOf(job: Job): Promise<Film | undefined> {
  const file = extendedBy(job);
  if (!file) return undefined;
  const input = inputOf(file);
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track && (await track.canDecode())) {
      const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
      return { input, frames: new CanvasSink(track), width, height };
    }
  } catch {
    // As where it cannot be decoded.
  }
  input.dispose();
  return undefined;
}

/** Puts all of a film in front; answers with the number of its frames. */
async function copy({ frames }: Film, ctx: Context, source: CanvasSource): Promise<number> {
  let count = 0;
  for await (const { canvas } of frames.canvases()) {
    ctx.drawImage(canvas, 0, 0, ctx.canvas.width, ctx.canvas.height);
    await source.add(count / FPS, 1 / FPS);
    count++;
  }
  return count;
}

/** Makes one clip, which ends as it begins. */
export async function makeVideo(job: Job, steps: Steps): Promise<GeneratedMedia> {
  const plan = await planOf(job);
  await wake();
  const before = await filmOf(job);
  const { width, height } = before ?? sizeOf(plan.aspect, job.sizes.video);
  const codec = await codecFor(width, height);
  const { canvas, ctx } = surface(width, height);

  const first = await before?.frames.getCanvas(0);
  if (first) ctx.drawImage(first.canvas, 0, 0, width, height);
  else paintWhole(ctx, plan, 0, 1, 1);
  const poster = { blob: await encode(canvas), width, height };
  const small = await thumbnail(canvas);
  const color = averageColor(canvas);
  await steps.reach(1, await encode(shrink(canvas, 144), 0.7));

  const frames = Math.round(secondsOf(job) * FPS);
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high'), keyFrameInterval: 1 });
  output.addVideoTrack(source, { frameRate: FPS });
  let shown: number;
  try {
    await output.start();
    shown = before ? await copy(before, ctx, source) : 0;
    for (let frame = 0; frame < frames; frame++) {
      paintWhole(ctx, plan, frame / frames, FAMILY[plan.family].motion ?? 0.5, 0);
      await source.add((shown + frame) / FPS, 1 / FPS);
      const step = 1 + Math.floor(((frame + 1) / frames) * (VIDEO_STEPS - 2));
      if (step > steps.done)
        await steps.reach(step, step % 3 === 0 ? await encode(shrink(canvas, 144), 0.7) : undefined);
    }
    await output.finalize();
  } catch (thrown) {
    await output.cancel();
    throw thrown;
  } finally {
    before?.input.dispose();
  }
  const { buffer } = output.target;
  if (!buffer) throw new AdapterError('internal', 'The encoder made nothing', { retryable: true });
  await steps.reach(VIDEO_STEPS);
  return {
    blob: new Blob([buffer], { type: 'video/webm' }),
    width,
    height,
    durationMs: Math.round(((shown + frames) / FPS) * 1000),
    thumbnail: small,
    poster,
    placeholder: { color },
    model: 'local-painter',
    params: { family: plan.family, palette: plan.palette.name, aspect: plan.aspect, codec, fps: FPS },
  };
}
