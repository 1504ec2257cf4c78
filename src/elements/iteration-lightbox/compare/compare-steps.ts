import type { Id } from '../../../model/index.js';
import { historyOf, type HistoryEntry, type ImaginationsStore } from '../../../store/index.js';
import { comparedIn, setCompared, type Comparison } from '../../intents/compared.js';
import type { CompareView } from './compare-layout.js';

/** A comparison as it was before a step. */
interface Before extends Comparison {
  /** The one that was acted on. */
  readonly active: Id | null;
  readonly shown: CompareView;
  /** What had been put away by then. */
  readonly archived: readonly Id[];
  /** What could be taken back of the library then: of another, something has been done to it since. */
  readonly done: HistoryEntry | null;
}

/** Where a step back leads. */
export type SteppedBack = Pick<Before, 'ids' | 'shown'>;

/** The steps of a comparison, to take them back: they change nothing of the library, so its history knows nothing of them. */
export class CompareSteps {
  #steps: Before[] = [];
  /** The one that stayed, where the last step has ended the comparison. */
  #last: Id | undefined;
  /** What was compared, where all but this one have been put away. */
  #ended: (Comparison & { readonly stayed: Id | null }) | undefined;
  /** What has been put away, and where it stood: it may be brought back. */
  readonly left = new Map<Id, number>();
  /** What each is called, also when it comes back. */
  readonly letters = new Map<Id, string>();

  /** Whether there is a step to take back. */
  get isPossible(): boolean {
    return this.#steps.length > 0;
  }

  /** Whether the comparison has ended by the last step, or by what was put away. */
  get isOver(): boolean {
    return this.#last !== undefined || this.#ended !== undefined;
  }

  /** Goes on without what has been put away: that may end it. */
  leave(store: ImaginationsStore, left: readonly Id[], go: () => void): void {
    const before = comparedIn(store);
    for (const id of left) this.left.set(id, before.ids.indexOf(id));
    go();
    const isOver = comparedIn(store).ids.length === 0;
    this.#ended = isOver ? { ...before, stayed: store.navigation.value.iterationId } : undefined;
  }

  /** What is compared, and what is shown again where it stood; nothing where that had not left. */
  withAgain(store: ImaginationsStore, ids: readonly Id[]): readonly Id[] | undefined {
    const { iterationId } = store.navigation.value;
    const at = this.left.get(iterationId ?? '');
    if (iterationId === null || at === undefined || store.iteration(iterationId)?.archivedAt) return undefined;
    this.left.delete(iterationId);
    return [...ids.slice(0, at), iterationId, ...ids.slice(at)];
  }

  /** Goes back to what had left, when that was taken back: unless something else is looked at by now. */
  showAgain(store: ImaginationsStore, ids: readonly Id[]): void {
    const id = ids.find((one) => this.left.has(one));
    const { iterationId } = store.navigation.value;
    const isHere = this.#ended ? iterationId === this.#ended.stayed : comparedIn(store).ids.length > 0;
    if (id !== undefined && isHere) store.navigate({ iterationId: id });
  }

  /** Compares again where what ended it is shown again, taken back: nothing else has been looked at in between. */
  resume(store: ImaginationsStore): void {
    const ended = this.#ended;
    const { iterationId } = store.navigation.value;
    if (!ended || iterationId === ended.stayed) return;
    this.#ended = undefined;
    const ids = ended.ids.filter((id) => !store.iteration(id)?.archivedAt);
    if (iterationId === null || ids.length < 2 || !ids.includes(iterationId)) {
      this.clear();
      return;
    }
    this.left.delete(iterationId);
    setCompared(store, { ids, from: ended.from });
  }

  /** Takes a step. */
  take(store: ImaginationsStore, shown: CompareView, go: () => void): void {
    const { iterationId: active } = store.navigation.value;
    const compared = comparedIn(store);
    const archived = compared.ids.filter((id) => store.iteration(id)?.archivedAt);
    this.#steps.push({ ...compared, active, shown, archived, done: historyOf(store).state.value.undo });
    go();
    if (comparedIn(store).ids.length === 0) this.#last = store.navigation.value.iterationId ?? undefined;
  }

  /** Whether a step is what was done last: not something to the library, and nothing else is looked at since it is over. */
  isNewest(store: ImaginationsStore): boolean {
    const history = historyOf(store);
    const isThere = this.#last === undefined || store.navigation.value.iterationId === this.#last;
    return isThere && !history.underWay && this.#steps.at(-1)?.done === history.state.value.undo;
  }

  /** Takes the last step back; what has been put away since is brought back where that is taken back. */
  back(store: ImaginationsStore): SteppedBack | undefined {
    const now = comparedIn(store).ids;
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      const { archived } = step;
      // Also what had been taken out before it was put away.
      const hasLeft = (id: Id): boolean =>
        (this.left.has(id) || !archived.includes(id)) && Boolean(store.iteration(id)?.archivedAt);
      const ids = step.ids.filter((id) => !hasLeft(id));
      // What has left may be all that a step was about.
      if (ids.length < 2 || ids.join() === now.join()) continue;
      const { active, from, shown } = step;
      this.#last = undefined;
      setCompared(store, { ids, from });
      store.navigate({ iterationId: active !== null && ids.includes(active) ? active : (ids[0] ?? null) });
      return { ids, shown };
    }
    return undefined;
  }

  clear(): void {
    this.#steps = [];
    this.#last = this.#ended = undefined;
    this.left.clear();
    this.letters.clear();
  }
}
