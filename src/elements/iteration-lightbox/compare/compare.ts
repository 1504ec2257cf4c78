import { nothing, type TemplateResult } from 'lit';
import { isRtl } from '../../../internal/is-rtl.js';
import { shallowEqual } from '../../../internal/shallow-equal.js';
import type { Localizer } from '../../../i18n/index.js';
import type { Id } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { TileNames } from '../../collection/tile-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import type { LightboxView } from '../sequence.js';
import { listenToKeys } from './compare-keys.js';
import type { CompareContext, Compared, CompareHost } from './compare-context.js';
import { compareLayout, viewsOf, type CompareView, type DrawnPane } from './compare-layout.js';
import { CompareSteps } from './compare-steps.js';
import { Differences, isRoomy } from './differences.js';
import { drawPane, paneName } from './draw-pane.js';
import { isPlayed, Pane } from './pane.js';
import { paneItems } from './pane-menu.js';
import { playheadBar, takePlayKey } from './playhead-bar.js';
import { Playheads } from './playheads.js';
import { TiedZoom } from './tied-zoom.js';

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'];

const without = (ids: readonly Id[], ...panes: readonly Pane[]): readonly Id[] =>
  ids.filter((id) => !panes.some((pane) => pane.id === id));

/** Several iterations, looked at together. */
export class Compare {
  readonly #host: CompareHost;
  readonly #context: CompareContext;
  readonly #late: Compared;
  readonly #names = new TileNames();
  readonly #zoom = new TiedZoom();
  readonly #playheads: Playheads;
  readonly #differences: Differences;
  #panes: readonly Pane[] = [];
  readonly #steps = new CompareSteps();
  #shown: CompareView = 'side';
  #share = 0.5;
  #said = '';
  #isDifferent: boolean | undefined;
  #rows: readonly unknown[] = [];
  #store: ImaginationsStore | undefined;
  #stop: (() => void) | undefined;
  #active: Id | undefined;
  #wantsFocus = false;

  constructor(host: CompareHost, context: CompareContext, late: Compared) {
    this.#host = host;
    this.#context = context;
    this.#late = late;
    const changed = (): void => host.requestUpdate();
    this.#playheads = new Playheads(changed);
    this.#differences = new Differences(host);
    listenToKeys(host, {
      isOn: () => late.isOn && !this.#isCovered,
      keys: this.#keys,
      pane: () => this.#activePane?.zoom.pane,
      columns: () => this.#columns,
      move: (by) => this.#move(by),
      goTo: (end) => this.#activate(late.ids.at(end === 'first' ? 0 : -1), true),
      take: (id) => this.#take(id),
      reopen: () => this.#reopen(),
    });
    host.addEventListener('imaginations-undone', ({ detail: { way, outcome } }) => {
      const { owned } = context.shown;
      if (owned && way === 'undo') this.#steps.showAgain(owned, outcome.done);
    });
  }

  /** Where the one that is acted on stands, in words. */
  placeText({ id }: LightboxView, store: ImaginationsStore, ids: readonly Id[]): string | undefined {
    this.#follow(store, ids);
    const pane = this.#panes.find((one) => one.id === id);
    if (!pane) return undefined;
    const { letter } = pane;
    return this.#localizer.t('compare.place', { letter, index: ids.indexOf(pane.id) + 1, total: ids.length });
  }

  render(view: LightboxView, store: ImaginationsStore, ids: readonly Id[]): TemplateResult {
    this.#follow(store, ids);
    const localizer = this.#localizer;
    const active = view.id ?? undefined;
    this.#active = active;
    const views = viewsOf(this.#panes.map(({ id }) => store.iteration(id)));
    const shown = views.includes(this.#shown) ? this.#shown : 'side';
    const panes = this.#panes.map((pane) =>
      drawPane(pane, { ...this.#context, store, playheads: this.#playheads, names: this.#names, active }),
    );
    const played = panes.filter((one) => isPlayed(one.view.row) && !one.pane.media.troubleOf(one.view));
    const voice = (id: Id | undefined): boolean => played.some(({ pane }) => pane.id === id);
    const { heard } = this.#playheads;
    const hears = voice(active) ? active : voice(heard) ? heard : played[0]?.pane.id;
    if (hears !== heard) this.#playheads.hear(hears);
    return compareLayout({
      localizer,
      keys: this.#keys,
      panes,
      shown,
      views,
      share: () => this.#share,
      said: this.#said,
      differences: this.#showsDifferences ? this.#differences.render(panes, localizer) : undefined,
      playheads:
        played.length > 0
          ? playheadBar({
              playheads: this.#playheads,
              localizer,
              keys: this.#keys,
              hasFilm: played.some((one) => one.view.row?.kind === 'video'),
              voices: played.map(({ pane }) => ({
                letter: pane.letter,
                isHeard: pane.id === this.#playheads.heard,
                hear: () => this.#activate(pane.id, false),
              })),
            })
          : nothing,
      leave: () => void this.#late.leave(),
      back: this.#steps.isPossible ? () => void this.#back(store) : undefined,
      choose: (to) => this.#choose(to),
      toggleDifferences: () => this.#toggleDifferences(),
      activate: (pane) => this.#activate(pane.id, false),
      remove: (pane) => this.#without(store, pane),
      keep: (pane) => this.#keep(store, pane),
      openMenu: (button, drawn) => this.#openMenu(button, drawn, store),
      setShare: (share) => {
        this.#share = share;
        this.#host.requestUpdate();
      },
    });
  }

  /** After each drawing of the lightbox. */
  settle(ids: readonly Id[]): void {
    const root = this.#host.renderRoot;
    if (ids.length === 0 || !root.querySelector('.compare')) return;
    const isSeen = this.#shown !== 'duel' || ids.slice(0, 2).includes(this.#active ?? '');
    if (!isSeen) this.#activate(ids[0], true);
    const one = root.querySelector<HTMLElement>('.pane-view.one');
    one?.style.setProperty('--_share', String(this.#share));
    this.#panes.forEach((pane, at) => {
      const frame = root.querySelector<HTMLElement>(`.pane-frame[data-pane="${pane.letter}"]`);
      const box = frame?.querySelector<HTMLElement>('.box.picture') ?? undefined;
      const stage = frame?.closest<HTMLElement>('.pane-view') ?? undefined;
      const media = this.#store?.iteration(pane.id)?.media;
      pane.zoom.follow(box && stage, box, media, stage !== one || at === 0);
    });
    this.#zoom.follow(this.#panes.flatMap(({ zoom }) => zoom.pane ?? []));
    // When the dialog has opened, and has the focus itself.
    queueMicrotask(() => this.#keepFocus());
  }

  /** Those that have left go; called before each drawing. */
  prune(store: ImaginationsStore, ids: readonly Id[]): void {
    this.#follow(store, ids);
    const left = this.#panes.filter((pane) => pane.hasLeft(store));
    if (left.length === 0) return;
    this.#say('compare.left', left.map(({ letter }) => letter).join(', '));
    const gone = left.map(({ id }) => id);
    this.#steps.leave(store, gone, () => this.#late.keep(store, without(ids, ...left)));
  }

  /** Whether what is shown had left, and stands among the others again. */
  takeBack(store: ImaginationsStore, ids: readonly Id[]): boolean {
    const all = this.#steps.withAgain(store, ids);
    if (all) this.#late.keep(store, all);
    return all !== undefined;
  }

  /** Nothing is compared any more, unless what ended it is taken back. */
  release(store?: ImaginationsStore): void {
    if (store) this.#steps.resume(store);
    if (!this.#store) return;
    this.#stop?.();
    this.#stop = this.#store = this.#active = this.#isDifferent = undefined;
    this.#playheads.pause();
    this.#differences.forget();
    for (const { zoom } of this.#panes) zoom.release();
    this.#zoom.follow([]);
    this.#panes = [];
    // What it has ended by can be taken back yet.
    if (!this.#steps.isOver) this.#steps.clear();
    this.#shown = 'side';
    this.#share = 0.5;
    this.#said = '';
  }

  get #activePane(): Pane | undefined {
    return this.#panes.find(({ id }) => id === this.#active);
  }

  get #localizer(): Localizer {
    return this.#context.actions.localizer;
  }

  get #keys(): ShortcutKeys {
    return this.#context.verdict.common.keys;
  }

  /** Whether keys are for something that lies above. */
  get #isCovered(): boolean {
    const { menu, verdict } = this.#context;
    return menu.anchor !== undefined || verdict.common.isSheetOpen;
  }

  get #root(): ShadowRoot | null {
    return this.#host.shadowRoot;
  }

  /** How many stand in a row. */
  get #columns(): number {
    const list = this.#root?.querySelector('.panes');
    return list ? Math.max(1, getComputedStyle(list).gridTemplateColumns.split(' ').length) : 1;
  }

  get #showsDifferences(): boolean {
    return this.#isDifferent ?? isRoomy(this.#root?.querySelector('dialog.shell'));
  }

  #follow(store: ImaginationsStore, ids: readonly Id[]): void {
    if (store !== this.#store) {
      this.release();
      // This is another one.
      if (this.#steps.isOver) this.#steps.clear();
      this.#store = store;
      this.#wantsFocus = true;
      this.#stop = store.subscribe(() => this.#look(store));
    }
    const before = this.#panes;
    const compared = before.map(({ id }) => id);
    if (shallowEqual(ids, compared)) return;
    const kept = before.filter(({ id }) => ids.includes(id));
    const free: string[] = LETTERS.filter((letter) => !kept.some((pane) => pane.letter === letter));
    for (const pane of before) if (!kept.includes(pane)) pane.zoom.release();
    this.#playheads.keep(ids);
    this.#panes = ids.map((id) => kept.find((pane) => pane.id === id) ?? this.#make(store, id, free));
    if (before.length > 0) this.#wantsFocus = true;
  }

  /** @param free letters that nobody has, of which one is taken. */
  #make(store: ImaginationsStore, id: Id, free: string[]): Pane {
    const { letters } = this.#steps;
    const at = Math.max(0, free.indexOf(letters.get(id) ?? ''));
    const letter = free.splice(at, 1)[0] ?? '';
    letters.set(id, letter);
    const pane = new Pane(id, letter, () => this.#host.requestUpdate(), this.#zoom.align);
    pane.loading.start(store, id);
    return pane;
  }

  /** Draws anew when one of them is another than it was; to have been looked at keeps them held. */
  #look(store: ImaginationsStore): void {
    const rows = this.#panes.flatMap((pane) => {
      const { row, session, generation } = pane.view(store);
      return [row, session, generation];
    });
    if (shallowEqual(rows, this.#rows)) return;
    this.#rows = rows;
    this.#host.requestUpdate();
  }

  #openMenu(button: HTMLElement, drawn: DrawnPane, store: ImaginationsStore): void {
    const { actions, menu } = this.#context;
    const localizer = this.#localizer;
    const remove = (): void => this.#without(store, drawn.pane);
    const label = localizer.t('compare.actions', { letter: drawn.pane.letter });
    void menu.toggle(button, label, paneItems(drawn, { host: this.#host, store, localizer, actions, remove }));
  }

  #activate(id: Id | undefined, takesFocus: boolean): void {
    if (takesFocus) this.#wantsFocus = true;
    if (id === undefined || !this.#store) return;
    if (id === this.#store.navigation.value.iterationId) return;
    this.#store.navigate({ iterationId: id });
  }

  /** To another by so many places. */
  #move(by: number): void {
    const { ids } = this.#late;
    const at = this.#active === undefined ? -1 : ids.indexOf(this.#active);
    const shown = this.#shown === 'duel' ? ids.slice(0, 2) : ids;
    this.#activate(shown[at + by], true);
    this.#host.requestUpdate();
  }

  #choose(view: CompareView): void {
    this.#shown = view;
    this.#said = this.#localizer.t(`compare.${view}`);
    const { ids } = this.#late;
    const [first] = ids;
    // Only what is seen is acted on.
    if (view === 'duel' && !ids.slice(0, 2).includes(this.#active ?? '')) this.#activate(first, false);
    this.#host.requestUpdate();
  }

  #toggleDifferences(): void {
    this.#isDifferent = !this.#showsDifferences;
    this.#host.requestUpdate();
  }

  /** @param next what stands there now. */
  #say(key: 'compare.left' | 'compare.kept', letter: string, next = '', isStep = false): void {
    const text = this.#localizer.t(key, { letter });
    this.#said = next === '' ? text : `${text}. ${next}`;
    const undo = { label: this.#localizer.t('action.undo'), run: () => void this.#back(this.#context.shown.owned) };
    // What is said last is said by what stays.
    if (this.#panes.length <= 2) this.#context.actions.say({ text, actions: isStep ? [undo] : [] });
  }

  #without(store: ImaginationsStore, pane: Pane): void {
    this.#step(store, 'compare.left', pane, without(this.#late.ids, pane));
  }

  /** Goes on with some, in a way that can be taken back. */
  #step(
    store: ImaginationsStore,
    key: 'compare.left' | 'compare.kept',
    { id, letter }: Pane,
    ids: readonly Id[],
  ): void {
    const next = key === 'compare.kept' ? this.#panes.find((pane) => pane.id === ids[1]) : undefined;
    const name = next ? paneName(next.view(store), { ...this.#context, names: this.#names }) : '';
    this.#say(key, letter, next && this.#localizer.t('compare.name', { letter: next.letter, name }), true);
    this.#steps.take(store, this.#shown, () => {
      if (ids.includes(id)) store.navigate({ iterationId: id });
      this.#late.keep(store, ids);
    });
  }

  /** Takes the last step back; answers whether there was one. */
  #back(store: ImaginationsStore | undefined): boolean {
    const before = this.#late.ids;
    const step = store && this.#steps.back(store);
    if (!store || !step) return false;
    // The button may go, and what is active as well: the focus is kept by what stays.
    this.#root?.querySelector<HTMLElement>('dialog.shell')?.focus({ preventScroll: true });
    this.#follow(store, step.ids);
    this.#shown = step.shown;
    this.#wantsFocus = true;
    const letter = this.#panes.flatMap((pane) => (before.includes(pane.id) ? [] : pane.letter)).join(', ');
    this.#said = this.#localizer.t('compare.again', { letter });
    return true;
  }

  /** Compares again after the last step has left one; answers whether that is what was done last. */
  #reopen(): boolean {
    const { owned } = this.#context.shown;
    return Boolean(owned && this.#steps.isOver && !this.#isCovered && this.#steps.isNewest(owned) && this.#back(owned));
  }

  /** Of two, one stays: the other makes room for the next challenger. */
  #keep(store: ImaginationsStore, winner: Pane): void {
    const [one, other] = this.#panes;
    const loser = winner === one ? other : one;
    if (!loser) return;
    // Pinned at the start.
    this.#step(store, 'compare.kept', winner, [winner.id, ...without(this.#late.ids, winner, loser)]);
  }

  #take(id: ShortcutId): boolean {
    const store = this.#store;
    if (!store) return false;
    if (id === 'undo') return this.#steps.isNewest(store) && this.#back(store);
    if (id === 'keepLeft' || id === 'keepRight') this.#keepSide(store, id);
    else if (id === 'compare') this.#late.leave();
    else if (id === 'details') this.#toggleDifferences();
    else if (this.#zoom.take(id, this.#activePane?.zoom.pane)) return true;
    else return takePlayKey(id, this.#playheads);
    return true;
  }

  #keepSide(store: ImaginationsStore, id: 'keepLeft' | 'keepRight'): void {
    const [one, other] = this.#panes;
    // Of many, two are put opposite one another first.
    if (this.#panes.length > 2 && this.#shown !== 'duel') {
      this.#choose('duel');
      return;
    }
    const isFirst = (id === 'keepLeft') !== isRtl(this.#host.renderRoot.querySelector('dialog') ?? this.#host);
    const winner = isFirst ? one : other;
    if (winner) this.#keep(store, winner);
  }

  /** The focus is in what is acted on, after a key has led there, or what had it has gone. */
  #keepFocus(): void {
    const root = this.#root;
    const dialog = root?.querySelector<HTMLDialogElement>('dialog.shell');
    if (!root || !dialog?.open || !this.#late.isOn) return;
    const { activeElement } = root;
    const isLost = activeElement === dialog || (activeElement === null && dialog.matches(':modal'));
    if (!this.#wantsFocus && !isLost) return;
    this.#wantsFocus = false;
    // A menu gives it back itself, and a host's field in the page keeps it.
    if (this.#isCovered || (activeElement === null && !isLost)) return;
    const target = root.querySelector<HTMLElement>('[data-focus]');
    if (activeElement !== target && !activeElement?.closest('.wipe-edge')) target?.focus({ preventScroll: true });
  }
}
