import type { GeneratedMedia } from '../../../src/data/index.js';
import { averageColor, encode, shrink, surface } from '../canvas.js';
import { paint, sceneOf } from '../image.js';
import type { Job } from '../job.js';
import { after, extendedBy, soundOf } from '../extend.js';
import { planOf } from '../plan.js';
import type { Steps } from '../steps.js';
import { encodeSound } from './encode.js';
import { blend, echo, master, peaksOf, reverb, surround } from './room.js';
import { compose, type Voice } from './score.js';
import { play, SAMPLE_RATE, silence, type Stereo } from './voices.js';

export const AUDIO_STEPS = 8;

const COVER = 480;

const isLead = (voice: Voice): boolean => voice === 'pluck' || voice === 'bell';

/** Makes one piece of music, with a painted cover. */
export async function makeAudio(job: Job, steps: Steps): Promise<GeneratedMedia> {
  const plan = await planOf(job);
  const wanted = job.params['seconds'];
  const seconds = typeof wanted === 'number' && Number.isFinite(wanted) ? wanted : 10;
  const random = plan.random.fork('audio');
  const score = compose(plan.intent, Math.max(5, Math.min(15, seconds)), random);

  const { canvas, ctx } = surface(COVER, COVER);
  const work = paint(ctx, plan, sceneOf(plan, COVER, COVER));
  while (work.next().done !== true);
  const cover = { blob: await encode(canvas), width: COVER, height: COVER };
  await steps.reach(1, await encode(shrink(canvas, 128), 0.7));

  // Drums and bass stay dry; the melody echoes; both halls and echoes would turn them to mud.
  const dry = silence(score.seconds);
  const chords = silence(score.seconds);
  const melody = silence(score.seconds);
  const busOf = (voice: Voice): Stereo => (voice === 'pad' ? chords : isLead(voice) ? melody : dry);
  const noise = random.fork('noise');
  const parts = 4;
  for (let part = 0; part < parts; part++) {
    const from = Math.floor((part * score.notes.length) / parts);
    const to = Math.floor(((part + 1) * score.notes.length) / parts);
    for (const note of score.notes.slice(from, to)) play(busOf(note.voice), note, noise);
    await steps.reach(2 + part);
  }
  echo(melody, (60 / score.tempo) * 0.75, 0.26);
  let sound = chords;
  blend(sound, melody);
  surround(sound, score.ambience, noise);
  reverb(sound, 0.5);
  blend(sound, dry);
  master(sound);
  const extended = extendedBy(job);
  const before = extended && (await soundOf(extended));
  if (before) sound = after(before, sound);
  await steps.reach(6);
  const blob = await encodeSound(sound);
  await steps.reach(7);
  const peaks = peaksOf(sound);
  await steps.reach(AUDIO_STEPS);
  return {
    blob,
    durationMs: Math.round((sound.left.length / SAMPLE_RATE) * 1000),
    peaks,
    thumbnail: cover,
    poster: cover,
    placeholder: { color: averageColor(canvas) },
    model: 'local-composer',
    params: { tempo: Math.round(score.tempo), scale: score.scale, palette: plan.palette.name },
  };
}
