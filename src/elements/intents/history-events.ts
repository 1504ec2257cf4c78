import type { HistoryEntry, UndoOutcome } from '../../store/index.js';
import { IntentEvent } from './intent-event.js';

/** Taking the last command back, or doing it again. */
export type HistoryWay = 'undo' | 'redo';

/** What is about to be taken back, or done again. */
export interface HistoryDetail {
  readonly way: HistoryWay;
  readonly entry: HistoryEntry;
}

/** What came of it. */
export interface HistoryOutcomeDetail extends HistoryDetail {
  readonly outcome: UndoOutcome;
}

/** The last command is about to be taken back, or done again; cancelable. */
export class ImaginationsUndoEvent extends IntentEvent<HistoryDetail> {
  constructor(detail: HistoryDetail) {
    super('imaginations-undo', detail, true);
  }
}

/** The last command was taken back, or done again, as far as `outcome` says. */
export class ImaginationsUndoneEvent extends IntentEvent<HistoryOutcomeDetail> {
  constructor(detail: HistoryOutcomeDetail) {
    super('imaginations-undone', detail);
  }
}

declare global {
  interface HTMLElementEventMap {
    'imaginations-undo': ImaginationsUndoEvent;
    'imaginations-undone': ImaginationsUndoneEvent;
  }
}
