import type { Id } from '../../model/index.js';
import { IntentEvent } from './intent-event.js';

/** What is looked at side by side. */
export interface IterationsCompareDetail {
  /** Two to six, in the order in which they stand. */
  readonly ids: readonly Id[];
}

/** Iterations are about to be compared in the lightbox; cancelable. */
export class IterationsCompareEvent extends IntentEvent<IterationsCompareDetail> {
  constructor(ids: readonly Id[]) {
    super('iterations-compare', { ids }, true);
  }
}

/** Iterations are being compared. */
export class IterationsComparedEvent extends IntentEvent<IterationsCompareDetail> {
  constructor(ids: readonly Id[]) {
    super('iterations-compared', { ids });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iterations-compare': IterationsCompareEvent;
    'iterations-compared': IterationsComparedEvent;
  }
}
