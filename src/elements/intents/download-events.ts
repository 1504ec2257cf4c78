import type { DownloadOutcome } from '../download/download-options.js';
import type { Target } from '../../store/index.js';
import { IntentEvent } from './intent-event.js';
import { detailOf, type IterationsDetail } from './iterations-detail.js';

/** What became of a download, file by file. */
export interface IterationsDownloadedDetail extends IterationsDetail {
  readonly outcome: DownloadOutcome;
}

/** Files of iterations are about to be downloaded; cancelable. */
export class IterationsDownloadEvent extends IntentEvent<IterationsDetail> {
  constructor(target: Target) {
    super('iterations-download', detailOf(target), true);
  }
}

/** Files were downloaded, as far as `outcome` says. */
export class IterationsDownloadedEvent extends IntentEvent<IterationsDownloadedDetail> {
  constructor(target: Target, outcome: DownloadOutcome) {
    super('iterations-downloaded', { ...detailOf(target), outcome });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iterations-download': IterationsDownloadEvent;
    'iterations-downloaded': IterationsDownloadedEvent;
  }
}
