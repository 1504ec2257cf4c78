import { AdapterError, type GeneratedMedia } from '../../src/data/index.js';
import { IMAGE_STEPS, makeImage } from './image.js';
import type { Job, Progress } from './job.js';
import { Steps } from './steps.js';

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
    default:
      return Promise.reject(new AdapterError('unsupported', `Cannot make ${job.kind}`));
  }
}
