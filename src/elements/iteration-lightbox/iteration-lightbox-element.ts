import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ConnectionController } from '../../controllers/connection-controller.js';
import { KeyBindingsController } from '../../controllers/key-bindings-controller.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { PlayerController } from '../../controllers/player-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import type { Id, Iteration } from '../../model/index.js';
import type { ShortcutId, Shortcuts } from '../shortcuts/registry.js';
import type { ImaginationsStore } from '../../store/index.js';
import { image } from '../../ui/icon-shapes.js';
import { MenuController } from '../../ui/menu.js';
import { emptyState } from '../../ui/states.js';
import { ToastController } from '../../ui/toast.js';
import { announceIntent } from '../intents/intent-event.js';
import { ActionRunner } from './action-runner.js';
import { menuItems, type LightboxActionId } from './actions.js';
import { LateCompare } from './compare/late-compare.js';
import { DialogShell } from './dialog-shell.js';
import { LightboxClosedEvent, LightboxCloseEvent, LightboxOpenedEvent } from './events.js';
import { layout } from './layout.js';
import { lightboxKeys } from './keys.js';
import { lightboxStyles } from './lightbox.styles.js';
import { LateZoom } from './stage/late-zoom.js';
import { MediaState } from './stage/media-state.js';
import { sayOutcomes } from './outcomes.js';
import { Pager } from './pager.js';
import { PanelState } from './panel/panel-state.js';
import { Prefetch } from './stage/prefetch.js';
import { RestLater } from './rest-later.js';
import { siblingOf, type LightboxView } from './sequence.js';
import { Shown } from './shown.js';
import { Speaker } from './speaker.js';
import { StagePointer } from './stage/stage-pointer.js';
import { shownStage, type StageParts } from './stage/shown-stage.js';
import { texts } from './texts.js';
import { Verdict } from './verdict.js';
import { Ways } from './axes/ways.js';

/**
 * One iteration as large as it can be, in a modal dialog, and its siblings to page through.
 *
 * It shows what its store's navigation says, so it opens when an iteration is opened in any element with the same store -
 * of its own `store` or `adapter`, else of the nearest `<imaginations-provider>`. It can be opened by `iteration-id` too.
 * The page behind it is left as it is: nothing is locked, nothing is styled. With `inline` it stands in the page itself.
 *
 * @element iteration-lightbox
 * @csspart dialog - The dialog, as large as the window.
 * @csspart bar - Closing, the place in the session, the actions.
 * @csspart media - The picture, video or sound.
 * @csspart strip - The session as small pictures.
 * @csspart zoom - Smaller, how large, larger; of pictures.
 * @csspart panel - The details.
 * @csspart pane - One of those that are compared.
 * @csspart differences - How they differ.
 * @csspart shortcuts - The sheet of keys.
 * @cssprop [--imagination-lightbox-surround=#0b0b0d] - Behind the medium, in both themes.
 * @cssprop [--imagination-lightbox-accent=#9db0ff] - The accent on that surround.
 * @fires {LightboxOpenEvent} lightbox-open - It is about to open; cancelable.
 * @fires {LightboxOpenedEvent} lightbox-opened - It has opened.
 * @fires {LightboxCloseEvent} lightbox-close - A person is about to close it; cancelable.
 * @fires {LightboxClosedEvent} lightbox-closed - It has closed.
 * @fires {ComparisonChangedEvent} comparison-changed - Others are compared, or none any more, and the host did not write that.
 * @fires {IterationsAnnotateEvent} iterations-annotate - What is shown is about to be judged; cancelable.
 */
export class IterationLightbox extends LitElement {
  static override styles = lightboxStyles;

  /** A backend of its own. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store of its own; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** The address of an iteration in the host, for "Copy URL"; without it only public media have one. */
  @property({ attribute: false }) linkFor?: ((iteration: Iteration) => string) | undefined;

  /** Goes on to the next that nobody has decided on when what is shown is picked, rejected or rated by a key. */
  @property({ type: Boolean, attribute: 'auto-advance' }) autoAdvance = false;

  /** Shows it where the element stands in the page, instead of in a dialog above it; nobody can close that but the host. */
  @property({ type: Boolean, reflect: true }) inline = false;

  /** Makes an entry in the page's history when it opens, so that going back closes it. Not for `inline`. */
  @property({ type: Boolean, attribute: 'close-on-back' }) closeOnBack = false;

  /** Other keys than its own, by shortcut: `{ star: 'g', archive: null }`; they come before those of elements around it. */
  @property({ attribute: false }) shortcuts?: Shortcuts | undefined;

  /** Two to six to compare side by side, or none. Follows people; what it was set to last opens again after another value. */
  @property({ attribute: false }) compare: readonly Id[] = [];

  @query('dialog.shell') private readonly dialog!: HTMLDialogElement;
  @query('.frame') private readonly frame!: HTMLElement | null;

  readonly #connection = new ConnectionController(this);
  readonly #localize = new LocalizeController(this, ...texts);
  readonly #panel = new PanelState(this);
  readonly #menu = new MenuController(this);
  readonly #toasts = new ToastController(this);
  readonly #player = new PlayerController(this);
  readonly #controls = new LatePart(this, async () =>
    (await import('./player/player.js')).playerOf(this, this.#player),
  );
  readonly #shown: Shown = new Shown(this, {
    localizer: () => this.#localize.localizer,
    begins: () => {
      this.#media.reset();
      this.#panel.expanded.clear();
    },
    ends: () => this.#hide(),
    place: (view) => this.#compare.placeText(view) ?? this.#ways.placeText(view),
    trouble: (view) => this.#media.lastingTroubleOf(view),
    replace: (...left) => this.#compare.replace(left[1]) ?? this.#ways.replace(...left),
  });

  readonly #shell = new DialogShell(() => this.#requestClose());
  readonly #speaker = new Speaker(this, this.#toasts, () => this.#shell.isOpen);
  readonly #prefetch = new Prefetch();
  readonly #media = new MediaState(() => this.requestUpdate(), this.#prefetch.has);
  readonly #actions = new ActionRunner({
    element: this,
    localizer: () => this.#localize.localizer,
    signal: () => this.#connection.signal,
    say: this.#speaker.say,
  });
  readonly #pager = new Pager(() => ({
    view: this.#shown.view,
    store: this.#shown.owned,
    isRtl: this.#localize.dir === 'rtl',
    ways: this.#ways,
  }));
  readonly #pointer = new StagePointer({
    target: () => this.frame,
    onSwipe: (direction) => this.#ways.swipe(direction),
    hand: (begins) => this.#zoom.hand(begins),
  });

  readonly #verdict = new Verdict(
    this,
    () => this.#localize.localizer,
    () => this.#compare.viewOf(this.#shown.view),
    (...from) => this.#ways.advance(...from),
  );
  readonly #stageParts: StageParts = {
    player: this.#player,
    controls: this.#controls,
    media: this.#media,
    shown: this.#shown,
    runner: this.#actions,
  };
  #hadFocus = false;
  readonly #zoom = new LateZoom(this, {
    localizer: () => this.#localize.localizer,
    keys: this.#verdict.common.keys,
    media: this.#media,
    openMenu: (button, label, items) => void this.#menu.toggle(button, label, items),
  });
  readonly #compare: LateCompare = new LateCompare(this, {
    shown: this.#shown,
    verdict: this.#verdict,
    actions: this.#actions,
    player: this.#player,
    menu: this.#menu,
    close: () => this.#requestClose(),
  });
  readonly #details = new LatePart(this, async () =>
    (await import('./panel/details.js')).detailsOf(this, this.#verdict),
  );

  readonly #ways: Ways = new Ways(this, {
    localizer: () => this.#localize.localizer,
    shown: this.#shown,
    menu: this.#menu,
    toasts: this.#toasts,
    keys: this.#verdict.common.keys,
    turnVisually: (direction) => this.#pager.turnVisually(direction),
  });

  readonly #rest = new RestLater(
    this,
    () => !this.#shell.isOpen && !this.inline && this.#shown.isKnown && this.#panel.isBeside && !this.#compare.isOn,
  );

  constructor() {
    super();
    new KeyBindingsController(
      this,
      lightboxKeys({
        dialog: () => this.dialog,
        isModal: () => this.#shell.isModal,
        pager: this.#pager,
        step: this.#ways.step,
        close: () => this.#dismiss(),
        togglePlay: () => this.#player.toggle(),
      }),
      {
        when: () => this.#shell.isOpen && !this.#menu.anchor && !this.#verdict.common.isSheetOpen,
        others: (event) => this.#take(this.#verdict.common.keys.find(event), event.repeat),
      },
    );
    sayOutcomes(this, {
      localizer: () => this.#localize.localizer,
      store: () => this.#shown.store,
      say: this.#speaker.say,
      leave: () => this.#leave(),
      showAgain: (...of) => this.#verdict.showAgain(this.#shown.owned, ...of),
    });
  }

  /** The iteration to show; `null` closes. Follows the navigation of the store. */
  @property({ attribute: 'iteration-id', reflect: true })
  get iterationId(): Id | null {
    return this.#shown.id;
  }

  set iterationId(id: Id | null | undefined) {
    this.#shown.write(id || null);
  }

  protected override firstUpdated(): void {
    this.dialog.addEventListener('click', (event) => {
      if (this.#shell.isModal && this.#pointer.isBeside(event)) this.#requestClose();
    });
  }

  protected override willUpdate(): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { view, owned, current } = this.#shown;
    const isFirst = this.#rest.isDue;
    this.#zoom.follow(view, isFirst);
    if (current === null || !owned || !view) {
      if (this.#shell.isOpen) this.#leave();
      return;
    }
    if (changed.has('inline') && this.#shell.isModal === this.inline) this.#shell.close();
    if (!this.#shell.isOpen) this.#show(current);
    this.#shown.takeWritten(null);
    this.#shell.keepFocus(this.#hadFocus);
    if (isFirst) return;
    this.#details.now?.leave(owned, view.id);
    this.#shown.sequence.load();
    this.#ways.need();
    this.#prefetch.show(view, owned, this.baseURI, this.#ways.ahead);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#rest.drawn;
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { localizer } = this.#localize;
    const { view, owned, narrator } = this.#shown;
    const store = owned ?? this.#shown.store;
    return html`<dialog
        class="shell"
        part="dialog"
        tabindex="-1"
        dir=${this.#localize.dir}
        aria-label=${localizer.t(this.#compare.isOn ? 'action.compare' : 'lightbox.label')}
        aria-describedby="said"
        @cancel=${this.#handleCancel}
        @close=${this.#handleClose}
        @wheel=${this.inline ? nothing : this.#ways.wheel}
      >
        ${view && store ? (this.#compare.render(view, store) ?? this.#renderContent(view, store)) : nothing}
        <p id="said" class="visually-hidden" role="status" aria-live="polite">${narrator.text}</p>
        ${this.#menu.render()} ${this.#toasts.render(localizer)} ${this.#verdict.common.render()}
      </dialog>
      ${this.#speaker.render(localizer)}
      ${this.inline && !view ? emptyState({ icon: image, title: localizer.t('lightbox.nothing') }) : nothing}`;
  }

  #renderContent(view: LightboxView, store: ImaginationsStore): TemplateResult {
    const { localizer } = this.#localize;
    const isFirst = this.#rest.isDue;
    const actions = isFirst ? [] : this.#actions.offered(view, store);
    return layout(view, {
      localizer,
      isFirst,
      ...this.#ways.render(view, store, isFirst),
      actions,
      act: this.#act,
      openMenu: (button, label, items) =>
        button instanceof HTMLElement && void this.#menu.toggle(button, label, menuItems(items, this.#act)),
      canTurn: (by) => siblingOf(view, by) !== undefined,
      turn: (by) => this.#pager.turn(by),
      close: this.inline ? undefined : () => this.#requestClose(),
      pointer: this.#pointer,
      isPanelOpen: this.#panel.shows,
      togglePanel: this.#panel.toggle,
      detailKeys: this.#verdict.common.keys.of('details'),
      details: this.#panel.shows && !isFirst ? this.#renderDetails(view, store) : undefined,
      stage: shownStage(view, store, { localizer, actions, act: this.#act }, this.#stageParts),
    });
  }

  #renderDetails(view: LightboxView, store: ImaginationsStore): TemplateResult | undefined {
    void this.#details.need();
    return this.#details.now?.draw(view, {
      localizer: this.#localize.localizer,
      store,
      verdict: this.#verdict,
      expanded: this.#panel.expanded,
      expand: this.#panel.expand,
      copy: (text, said) => void this.#actions.copy(text, said),
      open: (id) => store.navigate({ iterationId: id }),
      close: this.#panel.toggle,
    });
  }

  readonly #handleCancel = (event: Event): void => {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.#dismiss();
  };

  /** The browser may close a dialog without asking (a second "back" on a phone). */
  readonly #handleClose = (event: Event): void => {
    if (event.target === this.dialog && this.#shell.isOpen && !this.dialog.open) this.#leave();
  };

  #show(id: Id): void {
    this.#shell.open(this.dialog, { id, isInline: this.inline, closesOnBack: this.closeOnBack });
    if (!this.#shown.takeWritten(id)) this.dispatchEvent(new LightboxOpenedEvent(id));
  }

  /** Closes, whatever asked for it. */
  #leave(): void {
    const { view, owned: store } = this.#shown;
    const id = view?.id;
    const isWritten = this.#shown.takeWritten(null);
    this.#hide();
    if (store && store.navigation.value.iterationId === id) store.navigate({ iterationId: null });
    if (id && !isWritten) this.dispatchEvent(new LightboxClosedEvent(id));
    void this.#shell.gone(this.dialog).then(() => {
      if (this.#shell.isOpen) return;
      this.#shown.forget();
      this.#speaker.left();
    });
  }

  #hide(): void {
    this.#player.pause();
    this.#menu.close();
    this.#prefetch.clear();
    this.#pointer.cancel();
    this.#details.now?.leave();
    this.#shell.close(this.#shown.view?.id);
    this.#shown.release();
  }

  /** Answers whether nobody objected. */
  #requestClose(): boolean {
    const id = this.#shown.view?.id;
    const isWanted = Boolean(id && announceIntent(this, new LightboxCloseEvent(id)));
    if (isWanted) {
      this.#leave();
      // The same may be opened again before the store has told of either.
      this.requestUpdate();
    }
    return isWanted;
  }

  /** Closes the innermost: on a phone the details lie over the picture. */
  #dismiss(): boolean {
    const isSheet = this.dialog.clientWidth < 600;
    if (this.#compare.leave()) return true;
    if (isSheet && this.#panel.shows) this.#panel.toggle();
    else if (this.inline) return false;
    else this.#requestClose();
    return true;
  }

  /** Does what a key stands for. */
  #take(id: ShortcutId | undefined, isRepeated: boolean): boolean {
    const { view, owned: store } = this.#shown;
    if (!id || !view || !store) return false;
    if (id === 'details') this.#panel.toggle();
    else if (id === 'strip') this.#ways.toggleStrip();
    else if (id === 'slideshow') this.#ways.startSlideshow();
    else if (id === 'play') return this.#player.toggle();
    else if (this.#zoom.take(id) || this.#controls.now?.take(id)) return true;
    else return this.#verdict.take(id, store, isRepeated) || this.#actions.runByKey(id, view, store, isRepeated);
    return true;
  }

  readonly #act = (id: LightboxActionId): void => {
    const { view, owned } = this.#shown;
    if (view && owned) this.#actions.run(id, view, owned);
  };
}
