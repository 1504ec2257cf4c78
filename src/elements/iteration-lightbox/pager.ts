import type { ImaginationsStore } from '../../store/index.js';
import { siblingOf, type LightboxView } from './sequence.js';

/** What is paged through at the moment. */
export interface PagerState {
  readonly view: LightboxView | undefined;
  readonly store: ImaginationsStore | undefined;
  readonly isRtl: boolean;
  readonly ways: {
    /** There is nothing further. */
    readonly ended: (by: 1 | -1) => void;
    /** To the last one, where that has not been read. */
    readonly toEnd: () => void;
  };
}

/** Goes through the session, and tells when it is at an end of it. */
export class Pager {
  readonly #state: () => PagerState;

  constructor(state: () => PagerState) {
    this.#state = state;
  }

  /** By so many places, in list order. */
  turn(by: number): void {
    const { view, store, ways } = this.#state();
    const id = view && siblingOf(view, by);
    if (id !== undefined) store?.navigate({ iterationId: id });
    // Further ones may be on their way.
    else if (view?.list ? by < 0 || view.list.complete : view?.row) ways.ended(by < 0 ? -1 : 1);
  }

  /** 1: to what lies to the right; -1: to what lies to the left. */
  turnVisually(direction: 1 | -1): void {
    this.turn(this.#state().isRtl ? -direction : direction);
  }

  goTo(end: 'first' | 'last'): void {
    const { view, store, ways } = this.#state();
    if (end === 'last' && view?.list && !view.list.complete) {
      ways.toEnd();
      return;
    }
    const id = view?.list?.ids.at(end === 'first' ? 0 : -1);
    if (id !== undefined) store?.navigate({ iterationId: id });
  }
}
