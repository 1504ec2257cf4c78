import type { Id } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { IterationsCompareEvent, IterationsComparedEvent } from './compare-events.js';
import { comparable, compare } from './compared.js';
import { announceIntent } from './intent-event.js';

/**
 * Compares two to six iterations: the host may refuse, else a lightbox with this store shows them side by side. Further ids
 * are left out; with fewer than two nothing happens.
 * @param source where the events come from; a `preventDefault()` of `iterations-compare` ends it.
 */
export function compareIterations(source: EventTarget, store: ImaginationsStore, ids: readonly Id[]): void {
  const some = comparable(ids);
  if (some.length === 0 || !announceIntent(source, new IterationsCompareEvent(some))) return;
  compare(store, some);
  source.dispatchEvent(new IterationsComparedEvent(some));
}
