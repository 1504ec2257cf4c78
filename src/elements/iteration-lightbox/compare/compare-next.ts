import type { ImaginationsStore } from '../../../store/index.js';
import { compareIterations } from '../../intents/compare-intents.js';
import { siblingOf, type LightboxView } from '../sequence.js';

/** Compares what is shown with the next of its session, or the one before. */
export function compareWithNext(source: EventTarget, store: ImaginationsStore, view: LightboxView): void {
  const other = siblingOf(view, 1) ?? siblingOf(view, -1);
  if (view.id !== null && other !== undefined) compareIterations(source, store, [view.id, other]);
}
