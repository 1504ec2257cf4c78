import { toFailure } from '../../data/index.js';
import type { ImaginationsStore, Target } from '../../store/index.js';
import type { DownloadOptions, DownloadOutcome } from '../download/download-options.js';
import { IterationsDownloadedEvent, IterationsDownloadEvent } from './download-events.js';
import { announceIntent, lastingTarget } from './intent-event.js';

async function run(store: ImaginationsStore, target: Target, options: DownloadOptions): Promise<DownloadOutcome> {
  try {
    const { runDownload } = await import('../download/run-download.js');
    return await runDownload(store, target, options);
  } catch (thrown) {
    return { done: [], failed: [], skipped: [], bytes: 0, error: toFailure(thrown) };
  }
}

/**
 * Downloads the files of iterations, byte for byte: one as itself, several - or everything that a query matches - as a zip
 * with `imaginations.json` in it, which tells of each where it comes from. Called in answer to a press, it asks where the
 * zip should go and writes it there as it is made, where the browser can.
 * @param source where the events come from; a `preventDefault()` of `iterations-download` ends it.
 * @returns what became of it; nothing where the host did not want it.
 */
export async function downloadIterations(
  source: EventTarget,
  store: ImaginationsStore,
  target: Target,
  options: DownloadOptions = {},
): Promise<DownloadOutcome | undefined> {
  if (!announceIntent(source, new IterationsDownloadEvent(target))) return undefined;
  const place = lastingTarget(source);
  const outcome = await run(store, target, options);
  place().dispatchEvent(new IterationsDownloadedEvent(target, outcome));
  return outcome;
}
