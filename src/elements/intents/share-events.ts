import type { Iteration } from '../../model/index.js';
import { IntentEvent } from './intent-event.js';

/** What of an iteration goes to the clipboard. */
export type CopiedPart = 'prompt' | 'url' | 'media';

/** An iteration, and what of it is copied. */
export interface IterationCopyDetail {
  readonly iteration: Iteration;
  readonly part: CopiedPart;
}

/** An iteration, and what of it is handed on: its file, or its address. */
export interface IterationShareDetail {
  readonly iteration: Iteration;
  readonly part: 'url' | 'media';
}

/** Something of an iteration is about to go to the clipboard; cancelable. */
export class IterationCopyEvent extends IntentEvent<IterationCopyDetail> {
  constructor(iteration: Iteration, part: CopiedPart) {
    super('iteration-copy', { iteration, part }, true);
  }
}

/** It is in the clipboard. */
export class IterationCopiedEvent extends IntentEvent<IterationCopyDetail> {
  constructor(iteration: Iteration, part: CopiedPart) {
    super('iteration-copied', { iteration, part });
  }
}

/** The device's own way to hand something on is about to open; cancelable. */
export class IterationShareEvent extends IntentEvent<IterationShareDetail> {
  constructor(iteration: Iteration, part: IterationShareDetail['part']) {
    super('iteration-share', { iteration, part }, true);
  }
}

/** It was handed on, as far as the device says. */
export class IterationSharedEvent extends IntentEvent<IterationShareDetail> {
  constructor(iteration: Iteration, part: IterationShareDetail['part']) {
    super('iteration-shared', { iteration, part });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iteration-copy': IterationCopyEvent;
    'iteration-copied': IterationCopiedEvent;
    'iteration-share': IterationShareEvent;
    'iteration-shared': IterationSharedEvent;
  }
}
