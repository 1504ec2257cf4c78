import type { LitElement, TemplateResult, nothing } from 'lit';
import { LatePart } from '../../../controllers/late-part.js';
import { StoreController, type StoreHost } from '../../../controllers/store-controller.js';
import { toFailure } from '../../../data/index.js';
import type { Localizer } from '../../../i18n/index.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { failureText } from '../../../ui/failure-text.js';
import type { MenuController } from '../../../ui/menu.js';
import type { Toast, ToastController } from '../../../ui/toast.js';
import type { OpenedList } from '../../collection/opened-list.js';
import { comparedIn } from '../../intents/compared.js';
import { keyHint } from '../../shortcuts/key-names.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import { knownFailure } from '../../outcome/known-failure.js';
import { placeText } from '../narrator.js';
import type { LightboxView } from '../sequence.js';
import type { Slideshow } from '../slideshow/slideshow.js';
import type { Shown } from '../shown.js';
import { raiseAboveFull } from '../toasts-above.js';
import type { GoingOn } from '../verdict.js';
import { ListCursor } from './list-cursor.js';
import { chip, chipItems, endText, resultsText, stepLabel, type Scope } from './scope-chip.js';
import { besideAcross, listsSessions, nearestInSessions } from './session-way.js';
import { judges, nextUndecided } from './next-undecided.js';
import { Search, type SearchWay } from './search.js';
import { Strip } from './strip.js';
import { WheelTilt } from './wheel-tilt.js';

/** What the ways through a lightbox need of it. */
export interface WalkContext {
  readonly localizer: () => Localizer;
  readonly shown: Shown;
  readonly menu: MenuController;
  readonly toasts: ToastController;
  readonly keys: ShortcutKeys;
  /** To what lies to the right (1) or left (-1). */
  readonly turnVisually: (direction: 1 | -1) => void;
}

/** Steps that wait while one is on its way to what has to be read. */
const MOST_WAITING = 3;

/**
 * The two ways through a lightbox: along the session, and across - to the next session, or to the next hit of the list that
 * it was opened from.
 */
export class Walk {
  readonly tilt: WheelTilt;
  readonly strip: Strip;
  readonly #slideshow: LatePart<Slideshow>;
  readonly #host: LitElement & StoreHost;
  readonly #context: WalkContext;
  /** What somebody has chosen to go through. */
  #chosen: Scope | undefined;
  #results: { readonly of: OpenedList; readonly cursor: ListCursor } | undefined;
  readonly #search: Search;
  #steps = Promise.resolve();
  #waiting = 0;
  /** Another one when the steps that wait are not wanted any more. */
  #round = {};
  /** What the last step across led to: as long as that shows, one goes across. */
  #reached: Id | undefined;
  /** What has left without a neighbour. */
  #leaving: Id | undefined;
  #hint: Toast | undefined;
  /** The last wish to see the end of the session. */
  #end: object | undefined;
  /** The place that was known last. */
  #place = '';

  constructor(host: LitElement & StoreHost, context: WalkContext) {
    this.#host = host;
    this.#context = context;
    this.#search = new Search(host, context);
    this.tilt = new WheelTilt(context.turnVisually);
    this.strip = new Strip(host, {
      open: (id) => this.#open(id),
      more: () => context.shown.sequence.more(),
    });
    this.#slideshow = new LatePart(host, async () => {
      const { Slideshow: Show } = await import('../slideshow/slideshow.js');
      return new Show(host, {
        localizer: context.localizer,
        shown: () => {
          const { view, owned } = context.shown;
          // Also before the code for comparing has come: another slide would end it.
          return owned && comparedIn(owned).ids.length === 0 ? (view?.id ?? null) : null;
        },
        // Results may be a million, and are not read for this.
        pool: () => {
          const list = this.scope === 'session' ? context.shown.view?.list : undefined;
          return list?.complete ? list.ids : undefined;
        },
        open: (id) => this.#open(id),
        forward: () => this.#forward(),
        say: (text) => this.#say({ text }),
      });
    });
    raiseAboveFull(host);
    // What shows besides the view: another list, or another state of what is in the strip.
    new StoreController(host, (store) => [this.#cursor(store)?.snapshot, ...this.strip.rows(store)]);
    host.addController({
      hostUpdated: () => this.#follow(),
      hostDisconnected: () => this.#drop(),
    });
  }

  /** What up and down lead through. */
  get scope(): Scope {
    const query = this.#opened?.query;
    if (!query) return 'session';
    // What was looked for is gone through; of everything, most is of the same session.
    const isNarrowed = Object.values(query.filter ?? {}).some((value) => value !== undefined);
    return this.#chosen ?? (isNarrowed ? 'results' : 'session');
  }

  /** Where the shown one stands in what up and down lead through. */
  placeText(view: LightboxView): string {
    const store = this.#context.shown.owned;
    const cursor = store && this.scope === 'results' ? this.#cursor(store) : undefined;
    const { localizer } = this.#context;
    if (!cursor) return placeText(view, localizer());
    if (view.id !== null) cursor.follow(view.id);
    return resultsText(cursor, view.id, localizer());
  }

  renderPlace(view: LightboxView): TemplateResult | typeof nothing {
    const { localizer, menu } = this.#context;
    const isLeading = this.#isLeading(view);
    const isSettled = view.row !== undefined && (!view.list || view.list.status === 'error');
    const place = this.placeText(view);
    // Until another is known, the last one stays, and so do the buttons beside it: one of them may have the focus.
    if (place !== '' || isSettled) this.#place = place;
    return chip(this.#place, {
      scope: this.scope,
      localizer: localizer(),
      step: isLeading ? (by) => this.step(by) : undefined,
      openMenu: (button) => void menu.toggle(button, localizer().t('axes.label'), this.#items(isLeading, button)),
      along: this.scope === 'results' ? placeText(view, localizer()) : '',
      isSettled,
    });
  }

  renderStrip(view: LightboxView, store: ImaginationsStore): TemplateResult | typeof nothing {
    return this.strip.render(view, store, this.#context.localizer());
  }

  /** To the previous (-1) or next (1), across the session. */
  step(by: 1 | -1): void {
    const { owned: store } = this.#context.shown;
    if (!store || this.#waiting >= MOST_WAITING) return;
    this.#waiting++;
    const round = this.#round;
    const step = async (): Promise<void> => (round === this.#round ? this.#step(store, by) : undefined);
    this.#steps = this.#steps.then(step).finally(() => this.#waiting--);
  }

  /** To the last of the session: all of it is read first, unless one goes elsewhere meanwhile. */
  async toEnd(): Promise<void> {
    const { shown } = this.#context;
    const { view, owned: store, sequence } = shown;
    const wish = (this.#end = {});
    this.#search.giveUp();
    const isWanted = (): boolean => this.#end === wish && this.#isAt(store, view?.id);
    await sequence.readUntil(() => !isWanted());
    const last = sequence.ids.at(-1);
    if (isWanted() && last !== undefined) this.#open(last);
  }

  /** To the next that nobody has decided on, of what is gone through, and answers which; at the end, nowhere. */
  async advance(store: ImaginationsStore, { from, held, said }: GoingOn): Promise<Id | undefined> {
    const { shown, localizer, keys } = this.#context;
    const isWanted = (): boolean => this.#isAt(store, from);
    const { ids } = comparedIn(store);
    const cursor = this.scope === 'results' ? this.#cursor(store) : undefined;
    const hits = ids.length === 0 && cursor?.id !== undefined ? cursor : undefined;
    const way: SearchWay = {
      said: 'axes.lookingForNext',
      isOwnWish: false,
      spares: (event) => judges(keys.find(event)),
    };
    try {
      // Where a step is on its way, that is where one goes on to.
      const search =
        isWanted() && this.#waiting === 0
          ? await this.#search.run(from, (wanted) => nextUndecided(store, { ids, hits, shown, from }, wanted), way)
          : undefined;
      const to = search?.found;
      if (to !== undefined && isWanted()) {
        if (hits) this.#reached = to;
        this.#open(to);
        await this.#host.updateComplete;
        return to;
      }
    } catch (thrown) {
      if (isWanted()) this.#say({ text: failureText(localizer(), knownFailure(toFailure(thrown))) });
    }
    // Of what came of the key before it is spoken first.
    if (held.length > 0)
      void said.finally(() => this.#context.shown.owned && this.#say({ text: localizer().t('axes.keyUnused') }));
    return undefined;
  }

  /** Left and right have come to an end of the session: says so, and what leads on. */
  ended(by: 1 | -1): void {
    const localizer = this.#context.localizer();
    const { view } = this.#context.shown;
    const isLeading = view !== undefined && this.#isLeading(view);
    this.#search.giveUp();
    const label = stepLabel(localizer, this.scope, by);
    this.#say({
      text: localizer.t(by < 0 ? 'axes.sessionStart' : 'axes.sessionEnd'),
      ...(isLeading && { actions: [{ label, run: () => this.step(by) }] }),
    });
  }

  /**
   * What is shown in place of what has left; nothing as long as that is not known.
   * @param sibling the one that is beside it in its session, or nothing.
   */
  replace(store: ImaginationsStore, view: LightboxView, sibling: Id | null): Id | null | undefined {
    const id = view.id;
    const cursor = this.#cursor(store);
    if (id !== null) cursor?.follow(id);
    const hit = cursor?.id === id ? undefined : cursor?.id;
    const isAcross = this.scope === 'results' && this.#reached === id;
    if (hit !== undefined && (isAcross || sibling === null)) {
      if (isAcross) this.#reached = hit;
      return hit;
    }
    const last = this.#context.shown.view;
    if (sibling !== null || cursor || !last || !listsSessions(last)) return sibling;
    if (this.#leaving !== id) void this.#goOn(store, last);
    return undefined;
  }

  /** The one that follows across, as far as it is known: to be loaded ahead. */
  get ahead(): readonly Id[] {
    const id = this.scope === 'results' ? this.#results?.cursor.peek(1) : undefined;
    return id === undefined ? [] : [id];
  }

  /** Whether up and down lead anywhere. */
  #isLeading(view: LightboxView): boolean {
    return this.#opened !== undefined || listsSessions(view);
  }

  get #opened(): OpenedList | undefined {
    const { opened } = this.#context.shown;
    return opened?.query.filter?.sessionId === undefined ? opened : undefined;
  }

  #cursor(store: ImaginationsStore): ListCursor | undefined {
    const opened = this.#opened;
    if (opened !== this.#results?.of) {
      this.#drop();
      this.#results = opened && { of: opened, cursor: new ListCursor(store, opened) };
    }
    return this.#results?.cursor;
  }

  #items(isLeading: boolean, button: HTMLElement): ReturnType<typeof chipItems> {
    return chipItems({
      localizer: this.#context.localizer(),
      scope: this.scope,
      hasResults: this.#opened !== undefined,
      choose: (scope) => {
        this.#chosen = scope;
        this.#host.requestUpdate();
      },
      step: isLeading ? (by) => this.step(by) : undefined,
      isStripShown: this.strip.shows,
      toggleStrip: this.strip.toggle,
      openSlideshow: () => void this.#openSlideshow(button),
      slideshowHint: keyHint(this.#context.localizer(), this.#context.keys, 'slideshow'),
      stripHint: keyHint(this.#context.localizer(), this.#context.keys, 'strip'),
    });
  }

  /** One after another by itself, as it was set last. */
  startSlideshow(): void {
    void this.#slideshow.need().then((show) => show?.start('forward'));
  }

  async #openSlideshow(button: HTMLElement): Promise<void> {
    const show = await this.#slideshow.need();
    if (!show || !button.isConnected) return;
    const label = this.#context.localizer().t('slideshow.label');
    const again = (): void => void this.#openSlideshow(button);
    await this.#context.menu.toggle(button, label, show.items(again));
  }

  /** To the next of what the chip names: another hit, or the next of the session, after the last its first. */
  async #forward(): Promise<boolean> {
    const { shown } = this.#context;
    const from = shown.view?.id;
    if (this.scope === 'results') {
      this.step(1);
      await this.#steps;
    } else {
      const { sequence } = shown;
      const next = (): Id | undefined => sequence.ids[sequence.ids.indexOf(from ?? '') + 1];
      const isThere = (): boolean => shown.owned?.navigation.value.iterationId === from;
      await sequence.readUntil(() => !isThere() || next() !== undefined);
      const to = next() ?? (sequence.isComplete ? sequence.ids[0] : undefined);
      if (to !== undefined && isThere()) this.#open(to);
    }
    return shown.owned?.navigation.value.iterationId !== from;
  }

  async #step(store: ImaginationsStore, by: 1 | -1): Promise<void> {
    const { shown, localizer } = this.#context;
    const { view } = shown;
    const from = view?.id;
    const isWanted = (): boolean => this.#isAt(store, from);
    const { scope } = this;
    const cursor = this.#cursor(store);
    // Results are known by their ids alone; of what cannot be read, the session is the one that was shown last.
    const isKnown = view?.row !== undefined || shown.failure !== undefined || (cursor && scope === 'results');
    if (!view || !isKnown || !isWanted()) return;
    const near = view.row ? view : { ...view, row: store.iteration(view.last ?? '') };
    const across = { cursor, scope, near, sessionId: view.row?.sessionId };
    const spares = ({ key }: KeyboardEvent): boolean => key.endsWith(by > 0 ? 'Down' : 'Up');
    try {
      const way: SearchWay = { said: 'axes.lookingFurther', isOwnWish: true, spares };
      const search = await this.#search.run(view.id, (wanted) => besideAcross(store, across, by, wanted), way);
      if (!search) this.#round = {};
      if (!search || !isWanted()) return;
      const to = search.found;
      if (to === undefined) this.#say({ text: endText(localizer(), scope, by) });
      else {
        this.#reached = to;
        this.#unsay();
        this.#open(to);
        // The next step begins where this one ends.
        await this.#host.updateComplete;
      }
    } catch (thrown) {
      if (isWanted()) this.#say({ text: failureText(localizer(), knownFailure(toFailure(thrown))) });
    }
  }

  /** The session has nothing to show any more: on to another, else there is nothing left. */
  async #goOn(store: ImaginationsStore, view: LightboxView): Promise<void> {
    const { id } = view;
    this.#leaving = id ?? undefined;
    const isThere = (): boolean => this.#isAt(store, id);
    const way: SearchWay = { said: 'axes.lookingFurther', isOwnWish: true, spares: () => false };
    const search = await this.#search.run(id, (wanted) => nearestInSessions(store, view, wanted), way);
    this.#leaving = undefined;
    if (isThere()) store.navigate({ iterationId: search?.found ?? null });
  }

  #isAt(store: ImaginationsStore | undefined, id: Id | null | undefined): boolean {
    return this.#context.shown.owned === store && store?.navigation.value.iterationId === id;
  }

  #open(id: Id): void {
    this.#context.shown.owned?.navigate({ iterationId: id });
  }

  #say(hint: Toast): void {
    this.#hint = hint;
    this.#context.toasts.show(hint);
  }

  /** What was said of an end is no news elsewhere. */
  #unsay(): void {
    const { toasts } = this.#context;
    if (this.#hint && toasts.current === this.#hint) toasts.dismiss();
    this.#hint = undefined;
  }

  #follow(): void {
    const { shown } = this.#context;
    const { view, owned: store } = shown;
    this.#search.follow(store && view?.id);
    if (!store || !view || view.id === null) {
      this.#drop();
      this.#reached = undefined;
      this.#place = '';
      return;
    }
    if (view.id !== this.#reached) this.#reached = undefined;
    this.#cursor(store)?.follow(view.id);
    this.strip.settle(view);
  }

  #drop(): void {
    this.#results?.cursor.leave();
    this.#results = undefined;
  }
}
