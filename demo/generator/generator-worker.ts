import { toFailure } from '../../src/data/index.js';
import type { FromWorker, Job, ToWorker } from './job.js';
import { makeMedia } from './make.js';

const running = new Map<number, AbortController>();

const send = (message: FromWorker): void => postMessage(message);

async function make(id: number, job: Job): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    const media = await makeMedia(job, (progress) => send({ type: 'progress', id, progress }), abort.signal);
    send({ type: 'done', id, media });
  } catch (thrown) {
    send({ type: 'failed', id, failure: toFailure(thrown) });
  } finally {
    running.delete(id);
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === 'make') void make(data.id, data.job);
  else running.get(data.id)?.abort();
});
