import type { Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { announceIntent } from './intent-event.js';
import { IterationOpenEvent, IterationOpenedEvent } from './iteration-events.js';

/** Opens an iteration: the host may refuse, else the store goes there and a lightbox with this store shows it. */
export function openIteration(source: EventTarget, store: ImaginationsStore, iteration: Iteration): void {
  if (!announceIntent(source, new IterationOpenEvent(iteration))) return;
  store.navigate({ iterationId: iteration.id });
  source.dispatchEvent(new IterationOpenedEvent(iteration));
}
