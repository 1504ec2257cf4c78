import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ConnectionController } from '../../controllers/connection-controller.js';
import { KeyBindingsController } from '../../controllers/key-bindings-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { MediaQueryController } from '../../controllers/media-query-controller.js';
import { PlayerController } from '../../controllers/player-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import type { Id, Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { MenuController, menuStyles } from '../../ui/menu.js';
import { stateStyles } from '../../ui/states.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { ToastController, toastStyles, type Toast } from '../../ui/toast.js';
import { announceIntent } from '../intents/intent-event.js';
import { ActionRunner } from './action-runner.js';
import type { LightboxAction, LightboxActionId } from './actions.js';
import { paintAudio } from './audio-stage.js';
import { claimStore, DialogShell, releaseStore } from './dialog-shell.js';
import { LightboxClosedEvent, LightboxCloseEvent, LightboxOpenedEvent, LightboxOpenEvent } from './events.js';
import { shellStyles } from './iteration-lightbox.styles.js';
import { nameOf } from './iteration-text.js';
import { layout } from './layout.js';
import { lightboxKeys } from './keys.js';
import { MediaState } from './media-state.js';
import { Narrator, placeText } from './narrator.js';
import { sayOutcomes } from './outcomes.js';
import { Pager } from './pager.js';
import { panelStyles } from './panel.styles.js';
import { Prefetch } from './prefetch.js';
import { RowLoading } from './row-loading.js';
import { guardWheel } from './scroll-guard.js';
import { Sequence, siblingOf, type LightboxView } from './sequence.js';
import { StagePointer } from './stage-pointer.js';
import { stageStyles } from './stage.styles.js';
import type { StageContext } from './stage-context.js';
import { texts } from './texts.js';

/**
 * One iteration as large as it can be, in a modal dialog, and its siblings to page through.
 *
 * It shows what its store's navigation says, so it opens when an iteration is opened in any element with the same store -
 * of its own `store` or `adapter`, else of the nearest `<imaginations-provider>`. It can be opened by `iteration-id` too.
 * The page behind it is left as it is: nothing is locked, nothing is styled.
 *
 * @element iteration-lightbox
 * @csspart dialog - The dialog, as large as the window.
 * @csspart bar - Closing, the place in the session, the actions.
 * @csspart media - The picture, video or sound.
 * @csspart panel - The details.
 * @cssprop [--imagination-lightbox-surround=#0b0b0d] - Behind the medium, in both themes.
 * @cssprop [--imagination-lightbox-accent=#9db0ff] - The accent on that surround.
 * @fires {LightboxOpenEvent} lightbox-open - It is about to open; cancelable.
 * @fires {LightboxOpenedEvent} lightbox-opened - It has opened.
 * @fires {LightboxCloseEvent} lightbox-close - A person is about to close it; cancelable.
 * @fires {LightboxClosedEvent} lightbox-closed - It has closed.
 */
export class IterationLightbox extends LitElement {
  static override styles = [
    ...baseStyles,
    controlStyles,
    stateStyles,
    ...mediaThumbnailStyles,
    menuStyles,
    toastStyles,
    shellStyles,
    stageStyles,
    panelStyles,
  ];

  /** A backend of its own. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store of its own; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** The address of an iteration in the host, for "Copy URL"; without it only public media have one. */
  @property({ attribute: false }) linkFor?: ((iteration: Iteration) => string) | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.frame') private readonly frame!: HTMLElement | null;

  readonly #connection = new ConnectionController(this);
  readonly #localize = new LocalizeController(this, ...texts);
  readonly #isWide = new MediaQueryController(this, '(min-width: 900px)');
  readonly #menu = new MenuController(this);
  readonly #toasts = new ToastController(this);
  readonly #player = new PlayerController(this, () =>
    paintAudio(this.renderRoot, this.#player, this.#view?.row?.media),
  );
  readonly #sequence = new Sequence();
  readonly #data = new StoreController(
    this,
    (store) => this.#sequence.read(store),
    (store) => this.#storeChanged(store),
  );

  readonly #shell = new DialogShell();
  readonly #prefetch = new Prefetch();
  readonly #loading = new RowLoading(() => this.requestUpdate());
  readonly #media = new MediaState(() => this.requestUpdate());
  readonly #narrator = new Narrator();
  readonly #actions = new ActionRunner({
    element: this,
    localizer: () => this.#localize.localizer,
    signal: () => this.#connection.signal,
    say: (toast) => this.#say(toast),
  });
  readonly #pager = new Pager(() => ({
    view: this.#view,
    store: this.#owned,
    isRtl: getComputedStyle(this.dialog).direction === 'rtl',
  }));
  readonly #pointer = new StagePointer({
    target: () => this.frame,
    onSwipe: (direction) => this.#pager.turnVisually(direction),
  });

  /** The store whose iteration is shown. */
  #owned: ImaginationsStore | undefined;
  #iterationId: Id | null = null;
  /** Set before there was a store to tell. */
  #wanted: Id | null | undefined;
  /** The last thing that was opened or closed by a property write. */
  #written: Id | null | undefined;
  #view: LightboxView | undefined;
  readonly #expanded = new Map<string, number>();
  #isPanelOpen: boolean | undefined;

  constructor() {
    super();
    new KeyBindingsController(
      this,
      lightboxKeys({
        dialog: () => this.dialog,
        pager: this.#pager,
        close: () => this.#dismiss(),
        togglePanel: () => this.#togglePanel(),
        act: (key) =>
          this.#view !== undefined && this.#owned !== undefined && this.#actions.runByKey(key, this.#view, this.#owned),
        togglePlay: () => this.#player.attached && (this.#player.toggle(), true),
      }),
      { when: () => this.#shell.isOpen && !this.#menu.anchor },
    );
    // After the store's controller, which selects at this moment.
    this.addController({ hostUpdate: () => this.#follow(), hostDisconnected: () => this.#clear() });
    sayOutcomes(this, {
      localizer: () => this.#localize.localizer,
      store: () => this.#data.store,
      say: (toast) => this.#say(toast),
      leave: () => this.#leave(),
    });
  }

  /** The iteration to show; `null` closes. Follows the navigation of the store. */
  @property({ attribute: 'iteration-id', reflect: true })
  get iterationId(): Id | null {
    return this.#wanted === undefined ? this.#iterationId : this.#wanted;
  }

  set iterationId(id: Id | null | undefined) {
    const to = id || null;
    const { store } = this.#data;
    this.#written = to;
    if (store) store.navigate({ iterationId: to });
    else this.#wanted = to;
  }

  protected override firstUpdated(): void {
    this.dialog.addEventListener('click', (event) => {
      if (this.#pointer.isBeside(event)) this.#requestClose();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { store } = this.#data;
    const view = this.#view;
    const id = store?.navigation.value.iterationId ?? null;
    if (id === null || !this.#owned || !view) {
      if (this.#shell.isOpen) this.#leave();
      return;
    }
    if (!this.#shell.isOpen) this.#show(id);
    this.#written = undefined;
    this.#shell.keepFocus();
    this.#sequence.load();
    this.#prefetch.show(view, this.#owned, this.baseURI);
    paintAudio(this.renderRoot, this.#player, view.row?.media);
  }

  protected override render(): TemplateResult {
    const { localizer } = this.#localize;
    const view = this.#view;
    const store = this.#owned ?? this.#data.store;
    return html`<dialog
      class="shell"
      part="dialog"
      tabindex="-1"
      dir=${this.#localize.dir}
      aria-label=${localizer.t('lightbox.label')}
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
      @wheel=${guardWheel}
    >
      ${view && store ? this.#renderContent(view, store) : nothing}
      <p class="visually-hidden" role="status" aria-live="polite">${this.#narrator.text}</p>
      ${this.#menu.render()} ${this.#toasts.render(localizer)}
    </dialog>`;
  }

  #renderContent(view: LightboxView, store: ImaginationsStore): TemplateResult {
    const { localizer } = this.#localize;
    const actions = this.#actions.offered(view, store);
    const act = (id: LightboxActionId): void => this.#act(id);
    const togglePanel = (): void => this.#togglePanel();
    return layout(view, {
      localizer,
      place: placeText(view, localizer),
      actions,
      act,
      openMenu: (button, items) => this.#openMenu(button, items),
      canTurn: (by) => siblingOf(view, by) !== undefined,
      turn: (by) => this.#pager.turn(by),
      close: () => this.#requestClose(),
      pointer: this.#pointer,
      isPanelOpen: this.#panelShows,
      togglePanel,
      stage: this.#stageContext(view, store, { localizer, actions, act }),
      panel: {
        localizer,
        store,
        expanded: this.#expanded,
        expand: (name, parts) => {
          this.#expanded.set(name, parts);
          this.requestUpdate();
        },
        copy: (text, said) => void this.#actions.copy(text, said),
        open: (id) => store.navigate({ iterationId: id }),
        close: togglePanel,
      },
    });
  }

  /** Takes over what the store says, before it is drawn. */
  #follow(): void {
    const { store, value } = this.#data;
    if (!store || !value || !this.isConnected) return;
    const { id } = value;
    if (id !== this.#iterationId) {
      const before = this.#iterationId;
      this.#iterationId = id;
      this.requestUpdate('iterationId', before);
    }
    if (id === null || !this.#admit(store, id)) return;
    if (this.#sequence.hasLeft(value)) {
      store.navigate({ iterationId: this.#sequence.replacement(store) });
      return;
    }
    if (id !== this.#view?.id) this.#begin(store, id);
    this.#view = value;
    this.#narrator.look(value, this.#localize.localizer);
  }

  get #panelShows(): boolean {
    return this.#isPanelOpen ?? this.#isWide.matches;
  }

  #stageContext(
    view: LightboxView,
    store: ImaginationsStore,
    shared: Pick<StageContext, 'localizer' | 'actions' | 'act'>,
  ): StageContext {
    return {
      ...shared,
      opener: store.media,
      player: this.#player,
      name: view.row ? nameOf(shared.localizer, view.row, view.session) : '',
      media: this.#media,
      failure: this.#loading.failure,
      cancel: () => this.#actions.cancel(view, store),
      // It may be told while this is being rendered.
      onTrouble: (url, trouble) => queueMicrotask(() => this.#media.fail(store, this.#view?.row, url, trouble)),
      reload: () => this.#begin(store, view.id ?? ''),
    };
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

  #storeChanged(store: ImaginationsStore | undefined): void {
    if (store !== this.#owned) this.#clear();
    if (!store || this.#wanted === undefined) return;
    store.navigate({ iterationId: this.#wanted });
    this.#wanted = undefined;
  }

  /** Whether this lightbox shows what the store is at: the first of those with this store does, unless the host objects. */
  #admit(store: ImaginationsStore, id: Id): boolean {
    if (this.#owned === store) return true;
    if (!claimStore(store, this)) return false;
    this.#owned = store;
    if (this.#written === id || announceIntent(this, new LightboxOpenEvent(id))) return true;
    this.#hide();
    store.navigate({ iterationId: null });
    return false;
  }

  #begin(store: ImaginationsStore, id: Id): void {
    this.#media.reset();
    this.#expanded.clear();
    if (this.#view) this.requestUpdate();
    this.#loading.start(store, id);
  }

  #show(id: Id): void {
    this.#shell.open(this.dialog);
    if (this.#written !== id) this.dispatchEvent(new LightboxOpenedEvent(id));
  }

  /** Closes, whatever asked for it. */
  #leave(): void {
    const id = this.#view?.id;
    const store = this.#owned;
    const isWritten = this.#written === null;
    this.#written = undefined;
    this.#hide();
    if (store && store.navigation.value.iterationId === id) store.navigate({ iterationId: null });
    if (id && !isWritten) this.dispatchEvent(new LightboxClosedEvent(id));
    void this.#shell.gone(this.dialog).then(() => {
      if (this.#shell.isOpen) return;
      this.#view = undefined;
      this.#toasts.dismiss();
    });
  }

  #hide(): void {
    this.#player.pause();
    this.#menu.close();
    this.#prefetch.clear();
    this.#pointer.cancel();
    this.#shell.close();
    releaseStore(this.#owned, this);
    this.#owned = undefined;
    this.#narrator.reset();
  }

  /** Closes without a trace: another store, or out of the page. */
  #clear(): void {
    this.#hide();
    this.#view = undefined;
    this.#sequence.reset();
    this.requestUpdate();
  }

  #requestClose(): void {
    const id = this.#view?.id;
    if (id && announceIntent(this, new LightboxCloseEvent(id))) this.#leave();
  }

  /** Closes the innermost: on a phone the details lie over the picture. */
  #dismiss(): void {
    const isSheet = this.dialog.clientWidth < 600;
    if (isSheet && this.#panelShows) this.#togglePanel();
    else this.#requestClose();
  }

  #togglePanel(): void {
    this.#isPanelOpen = !this.#panelShows;
    this.requestUpdate();
  }

  #openMenu(button: HTMLElement, actions: readonly LightboxAction[]): void {
    const items = actions.map((action) => ({
      ...action,
      hint: action.key?.toUpperCase(),
      run: () => this.#act(action.id),
    }));
    void this.#menu.toggle(button, this.#localize.t('app.more'), items);
  }

  #act(id: LightboxActionId): void {
    if (this.#view && this.#owned) this.#actions.run(id, this.#view, this.#owned);
  }

  #say(toast: Toast): void {
    if (this.#shell.isOpen) this.#toasts.show(toast);
  }
}
