import type { Annotation, ReassignTarget } from '../../data/index.js';
import type { BatchOutcome, Target } from '../../store/index.js';
import { IntentEvent } from './intent-event.js';
import { detailOf, type IterationsDetail } from './iterations-detail.js';

/** Iterations, and what is made of them. */
export interface IterationsAnnotateDetail extends IterationsDetail {
  readonly patch: Annotation;
}

/** Iterations, and where they go. */
export interface IterationsReassignDetail extends IterationsDetail {
  readonly to: ReassignTarget;
}

/** The same of a batch that said what is to be made of the rows. */
export type WithOutcome<T> = T & { readonly outcome: BatchOutcome };

/** Iterations are about to be starred, rated, flagged, tagged or noted on; cancelable. */
export class IterationsAnnotateEvent extends IntentEvent<IterationsAnnotateDetail> {
  constructor(target: Target, patch: Annotation) {
    super('iterations-annotate', { ...detailOf(target), patch }, true);
  }
}

/** Iterations were starred, rated, flagged, tagged or noted on, as far as `outcome` says. */
export class IterationsAnnotatedEvent extends IntentEvent<WithOutcome<IterationsAnnotateDetail>> {
  constructor(target: Target, patch: Annotation, outcome: BatchOutcome) {
    super('iterations-annotated', { ...detailOf(target), patch, outcome });
  }
}

/** Iterations are about to move to another session, or into and out of projects; cancelable. */
export class IterationsReassignEvent extends IntentEvent<IterationsReassignDetail> {
  constructor(target: Target, to: ReassignTarget) {
    super('iterations-reassign', { ...detailOf(target), to }, true);
  }
}

/** Iterations were moved, as far as `outcome` says. */
export class IterationsReassignedEvent extends IntentEvent<WithOutcome<IterationsReassignDetail>> {
  constructor(target: Target, to: ReassignTarget, outcome: BatchOutcome) {
    super('iterations-reassigned', { ...detailOf(target), to, outcome });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iterations-annotate': IterationsAnnotateEvent;
    'iterations-annotated': IterationsAnnotatedEvent;
    'iterations-reassign': IterationsReassignEvent;
    'iterations-reassigned': IterationsReassignedEvent;
  }
}
