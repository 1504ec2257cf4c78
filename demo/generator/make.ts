import type { GeneratedMedia } from '../../src/data/index.js';
import { AUDIO_STEPS, makeAudio } from './audio/audio.js';
import { IMAGE_STEPS, makeImage } from './image.js';
import type { Job, Progress } from './job.js';
import { Steps } from './steps.js';
import { makeVideo, VIDEO_STEPS } from './video.js';

/** Makes what a job asks for. */
export function makeMedia(
  job: Job,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<GeneratedMedia> {
  const { fails, stepDelayMs: delayMs } = job;
  const steps = (total: number): Steps => new Steps({ total, delayMs, fails, signal, report });
  switch (job.kind) {
    case 'image':
      return makeImage(job, steps(IMAGE_STEPS));
    case 'video':
      return makeVideo(job, steps(VIDEO_STEPS));
    case 'audio':
      return makeAudio(job, steps(AUDIO_STEPS));
  }
}
