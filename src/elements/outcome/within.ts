import { historyOf, type ImaginationsStore } from '../../store/index.js';
import { stepHistory } from '../intents/history-intents.js';
import type { Sayer } from './say-outcome.js';

/** What follows from an outcome is done in the library that it was had in, or not at all. */
export function within(
  current: () => ImaginationsStore | undefined,
): (act: (store: ImaginationsStore) => unknown) => void {
  const store = current();
  return (act) => {
    if (store && store === current()) void act(store);
  };
}

/** The steps of the library that something is said of. @param source where what comes of them is told. */
export function stepsWithin(
  source: () => EventTarget,
  current: () => ImaginationsStore | undefined,
): Pick<Sayer, 'next' | 'step'> {
  const store = current();
  const act = within(current);
  return {
    next: (way) => store && historyOf(store).state.value[way],
    step: (way, wanted) => act((now) => stepHistory(source(), now, way, wanted)),
  };
}
