import { historyOf, type HistoryEntry, type ImaginationsStore } from '../../store/index.js';
import { ImaginationsUndoEvent, ImaginationsUndoneEvent, type HistoryWay } from './history-events.js';
import { announceIntent, lastingTarget } from './intent-event.js';

/**
 * Takes the last command of a store back, also one that is still under way, or does it again; nothing where there is none.
 * @param wanted nothing where that is another by now.
 */
export async function stepHistory(
  source: EventTarget,
  store: ImaginationsStore,
  way: HistoryWay,
  wanted?: HistoryEntry | null,
): Promise<void> {
  const history = historyOf(store);
  const place = lastingTarget(source);
  let entry: HistoryEntry | undefined;
  // Nobody knows before its turn what it will be.
  const outcome = await history[way]((next) => {
    entry = next;
    return (!wanted || next === wanted) && announceIntent(source, new ImaginationsUndoEvent({ way, entry: next }));
  });
  if (outcome && entry) place().dispatchEvent(new ImaginationsUndoneEvent({ way, entry, outcome }));
}
