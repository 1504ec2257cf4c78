import type { Failure, Generation, Iteration, ParentRole } from '../../model/index.js';
import type { BatchOutcome, Target } from '../../store/index.js';
import { IntentEvent } from './intent-event.js';
import { detailOf, type IterationsDetail } from './iterations-detail.js';

export type { IterationsDetail } from './iterations-detail.js';

/** One iteration. */
export interface IterationDetail {
  readonly iteration: Iteration;
}

/** One iteration, and what it is to be to what is made from it. */
export interface RemixDetail extends IterationDetail {
  /** The id of the adapter's verb, e.g. `edit`; `remix` where it names none. */
  readonly verb: ParentRole;
}

/** What a request for new outputs led to. */
export interface GenerationDetail {
  readonly iteration: Iteration;
  readonly generation: Generation;
}

/** What became of a batch, row by row. `undo` takes back what was done. */
export interface IterationsOutcomeDetail extends IterationsDetail {
  readonly outcome: BatchOutcome;
}

/** Something a person asked for did not work. */
export interface FailureDetail {
  /** The intent, e.g. `iteration-regenerate`. */
  readonly intent: string;
  readonly failure: Failure;
}

/** An iteration is about to open in the lightbox; cancelable. */
export class IterationOpenEvent extends IntentEvent<IterationDetail> {
  constructor(iteration: Iteration) {
    super('iteration-open', { iteration }, true);
  }
}

/** An iteration was opened. */
export class IterationOpenedEvent extends IntentEvent<IterationDetail> {
  constructor(iteration: Iteration) {
    super('iteration-opened', { iteration });
  }
}

/** An output is about to be made again; cancelable. */
export class IterationRegenerateEvent extends IntentEvent<IterationDetail> {
  constructor(iteration: Iteration) {
    super('iteration-regenerate', { iteration }, true);
  }
}

/** An output is being made again, or something new by a verb that starts at once, e.g. `variation`. */
export class IterationRegeneratedEvent extends IntentEvent<GenerationDetail> {
  constructor(iteration: Iteration, generation: Generation) {
    super('iteration-regenerated', { iteration, generation });
  }
}

/** An output is about to be built on, by one of the adapter's verbs or as a plain remix; cancelable. */
export class IterationRemixEvent extends IntentEvent<RemixDetail> {
  constructor(iteration: Iteration, verb: ParentRole = 'remix') {
    super('iteration-remix', { iteration, verb }, true);
  }
}

/** The composer holds a remix of this iteration now, or has it among the references. */
export class IterationRemixedEvent extends IntentEvent<RemixDetail> {
  constructor(iteration: Iteration, verb: ParentRole = 'remix') {
    super('iteration-remixed', { iteration, verb });
  }
}

/** The attempt that makes this iteration is about to be stopped; cancelable. */
export class IterationCancelEvent extends IntentEvent<IterationDetail> {
  constructor(iteration: Iteration) {
    super('iteration-cancel', { iteration }, true);
  }
}

/** The attempt was asked to stop. */
export class IterationCanceledEvent extends IntentEvent<IterationDetail> {
  constructor(iteration: Iteration) {
    super('iteration-canceled', { iteration });
  }
}

/** Iterations are about to be archived; cancelable. */
export class IterationsArchiveEvent extends IntentEvent<IterationsDetail> {
  constructor(target: Target) {
    super('iterations-archive', detailOf(target), true);
  }
}

/** Iterations were archived, as far as `outcome` says. */
export class IterationsArchivedEvent extends IntentEvent<IterationsOutcomeDetail> {
  constructor(target: Target, outcome: BatchOutcome) {
    super('iterations-archived', { ...detailOf(target), outcome });
  }
}

/** Iterations are about to be brought back; cancelable. */
export class IterationsUnarchiveEvent extends IntentEvent<IterationsDetail> {
  constructor(target: Target) {
    super('iterations-unarchive', detailOf(target), true);
  }
}

/** Iterations were brought back, as far as `outcome` says. */
export class IterationsUnarchivedEvent extends IntentEvent<IterationsOutcomeDetail> {
  constructor(target: Target, outcome: BatchOutcome) {
    super('iterations-unarchived', { ...detailOf(target), outcome });
  }
}

/** What a person asked for did not work; nothing was changed. */
export class IntentFailedEvent extends IntentEvent<FailureDetail> {
  constructor(intent: string, failure: Failure) {
    super('imaginations-failed', { intent, failure });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iteration-open': IterationOpenEvent;
    'iteration-opened': IterationOpenedEvent;
    'iteration-regenerate': IterationRegenerateEvent;
    'iteration-regenerated': IterationRegeneratedEvent;
    'iteration-remix': IterationRemixEvent;
    'iteration-remixed': IterationRemixedEvent;
    'iteration-cancel': IterationCancelEvent;
    'iteration-canceled': IterationCanceledEvent;
    'iterations-archive': IterationsArchiveEvent;
    'iterations-archived': IterationsArchivedEvent;
    'iterations-unarchive': IterationsUnarchiveEvent;
    'iterations-unarchived': IterationsUnarchivedEvent;
    'imaginations-failed': IntentFailedEvent;
  }
}
