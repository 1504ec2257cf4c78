import { noChange, nothing } from 'lit';
import { LatePart } from '../../../controllers/late-part.js';
import { shallowEqual } from '../../../internal/shallow-equal.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { comparable, compare, comparedIn, NOTHING_COMPARED, onCompared, setCompared } from '../../intents/compared.js';
import { ComparisonChangedEvent } from '../events.js';
import type { LightboxView } from '../sequence.js';
import type { CompareContext, Compared, CompareHost } from './compare-context.js';
import type { Compare } from './compare.js';

/**
 * Comparing, as far as a lightbox cannot do without it before its code has come. What is compared is kept beside the store; where the
 * store's navigation is, is the one of them that is acted on, so that everything else in the lightbox acts on that.
 */
export class LateCompare implements Compared {
  readonly #host: CompareHost;
  readonly #context: CompareContext;
  readonly #part: LatePart<Compare>;
  /** What the property was last set to by this. */
  #told: readonly Id[] = NOTHING_COMPARED.ids;
  /** What the host wrote last, and for which store. */
  #asked: readonly unknown[] = NOTHING_COMPARED.ids;
  #askedOf: ImaginationsStore | undefined;
  /** What the host knows to be compared: it wrote that, or was told. */
  #heard: readonly Id[] = NOTHING_COMPARED.ids;
  #followed: ImaginationsStore | undefined;
  #isDrawn = false;
  #stop: (() => void) | undefined;

  constructor(host: CompareHost, context: CompareContext) {
    this.#host = host;
    this.#context = context;
    this.#part = new LatePart(host, async () => (await import('./compare-part.js')).compareOf(host, context, this));
    // After what is shown has been chosen.
    host.addController({
      hostUpdate: () => this.#update(),
      hostUpdated: () => {
        this.#part.now?.settle(this.ids);
        this.#announce();
      },
    });
    host.addController({ hostDisconnected: () => this.#follow(undefined) });
  }

  /** What is compared here; none where nothing is. */
  get ids(): readonly Id[] {
    const { owned } = this.#context.shown;
    return owned ? comparedIn(owned).ids : NOTHING_COMPARED.ids;
  }

  get isOn(): boolean {
    return this.ids.length > 0;
  }

  /** The dialog's content; nothing where it is that of the viewer. */
  render(view: LightboxView, store: ImaginationsStore): unknown {
    // While it closes, what is seen stays.
    if (!this.#context.shown.owned && this.#isDrawn) return noChange;
    this.#isDrawn = this.isOn;
    if (!this.isOn) return undefined;
    const { now } = this.#part;
    if (now) return now.render(view, store, this.ids);
    void this.#part.need().then((part) => part ?? this.#end(store));
    // What one was looking at stays, until there is something else.
    return comparedIn(store).from === null ? nothing : undefined;
  }

  /** What is shown, among what is compared. */
  viewOf(view: LightboxView | undefined): LightboxView | undefined {
    const { ids } = this;
    return view?.list && ids.length > 0 ? { ...view, list: { ...view.list, ids } } : view;
  }

  /** Where the one that is acted on stands, in words. */
  placeText(view: LightboxView): string | undefined {
    const { owned } = this.#context.shown;
    // Until it is known, nothing is said of it.
    return owned && this.isOn ? (this.#part.now?.placeText(view, owned, this.ids) ?? '') : undefined;
  }

  /** Back to where one was; answers whether anything was compared. */
  leave(): boolean {
    const { owned } = this.#context.shown;
    if (!owned || !this.isOn) return false;
    const { from } = comparedIn(owned);
    if (from === null && !this.#host.inline) {
      this.#context.close();
      return true;
    }
    this.#end(owned);
    if (from !== null && owned.iteration(from)) owned.navigate({ iterationId: from });
    return true;
  }

  /** What takes the place of the one that has left; nothing where that is not known here. */
  replace({ id }: LightboxView): Id | undefined {
    const { ids } = this;
    return id === null || !ids.includes(id) ? undefined : neighbourOf(ids, id);
  }

  /** Goes on with these. */
  keep(store: ImaginationsStore, ids: readonly Id[]): void {
    const { ids: before, from } = comparedIn(store);
    const { iterationId } = store.navigation.value;
    const isLast = ids.length < 2;
    setCompared(store, isLast ? NOTHING_COMPARED : { ids, from });
    if (iterationId !== null && ids.includes(iterationId)) return;
    const after = before.slice(before.indexOf(iterationId ?? '') + 1).find((id) => ids.includes(id));
    store.navigate({ iterationId: after ?? ids.at(-1) ?? null });
  }

  #end(store: ImaginationsStore): void {
    setCompared(store, NOTHING_COMPARED);
  }

  #follow(store: ImaginationsStore | undefined): void {
    if (store === this.#followed) return;
    this.#stop?.();
    this.#followed = store;
    this.#stop = store && onCompared(store, () => this.#host.requestUpdate());
    if (!store) this.#part.now?.release();
  }

  #update(): void {
    // One that was taken out of the page is drawn once more.
    if (!this.#host.isConnected) return;
    const { store, owned } = this.#context.shown;
    this.#follow(store);
    if (!store) return;
    if (this.#host.compare !== this.#told) this.#write(store);
    const { ids } = comparedIn(store);
    const { iterationId } = store.navigation.value;
    const isElsewhere = iterationId === null || (owned !== undefined && !ids.includes(iterationId));
    if (ids.length > 0 && isElsewhere && !this.#part.now?.takeBack(store, ids)) this.#end(store);
    if (owned && this.isOn) this.#part.now?.prune(owned, this.ids);
    else if (!this.isOn) this.#part.now?.release(store);
    this.#host.compare = this.#told = this.ids;
  }

  /** The host asks for it. */
  #write(store: ImaginationsStore): void {
    const written: unknown = this.#host.compare;
    const wanted = Array.isArray(written) ? Array.from<unknown>(written) : [];
    this.#told = this.#host.compare;
    // A host that draws itself anew writes the same once more, also when people have gone on since.
    if (store === this.#askedOf && shallowEqual(wanted, this.#asked)) return;
    [this.#asked, this.#askedOf] = [wanted, store];
    const ids = (this.#heard = comparable(wanted));
    if (ids.length > 0) {
      compare(store, ids);
      // Nobody pressed anything: it opens without asking.
      this.#context.shown.write(store.navigation.value.iterationId);
    } else if (this.isOn) this.#end(store);
  }

  /** Tells the host of what it has not written itself. */
  #announce(): void {
    const { store, owned } = this.#context.shown;
    const isElsewhere = !owned && store !== undefined && comparedIn(store).ids.length > 0;
    const { ids } = this;
    if (!this.#host.isConnected || isElsewhere || shallowEqual(ids, this.#heard)) return;
    this.#heard = ids;
    this.#host.dispatchEvent(new ComparisonChangedEvent(ids));
  }
}

/** The one after it, else the one before. */
const neighbourOf = (ids: readonly Id[], id: Id): Id | undefined => {
  const at = ids.indexOf(id);
  return ids[at + 1] ?? ids[at - 1];
};
