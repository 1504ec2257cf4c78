import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { storeContext } from '../../context/store-context.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { appTexts } from '../../i18n/texts/app.js';
import { filterTexts } from '../../i18n/texts/filter.js';
import { sessionsTexts } from '../../i18n/texts/sessions.js';
import { sharedTexts } from '../../i18n/texts/shared.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter, Limits } from '../../data/index.js';
import { needElement } from '../../internal/lazy-elements.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import type { Id, Iteration } from '../../model/index.js';
import { draftOf, type ImaginationsStore, type Navigation } from '../../store/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { archive as archiveShape, close, grid, justified, list, timeline } from '../../ui/icon-shapes.js';
import { kindFilter, kindFilterStyles } from '../../ui/kind-filter.js';
import { emptyState, offlineLine, stateStyles } from '../../ui/states.js';
import type { ImaginedEvent } from '../imagination-composer/events.js';
import { SettingsElement } from '../host/settings-element.js';
import { AuthNotice } from '../intents/auth-notice.js';
import type { Shortcuts } from '../shortcuts/registry.js';
import type { AppMessages } from './app-messages.js';
import type { HeardEvent } from '../messages/messages.js';
import { NavigationChangedEvent } from './events.js';
import { appStyles } from './imaginations-app.styles.js';
import { LATER_VIEWS, needViewer } from './later-views.js';

/** What the app asks of its composer. */
type Composer = HTMLElement & { focusPrompt?(): void };

const LAYOUTS: Readonly<Record<Navigation['layout'], IconShape>> = { grid: justified, square: grid, list, timeline };

const finished = (rows: readonly Iteration[], status: Iteration['status']): number =>
  rows.filter((row) => row.status === status).length;

/**
 * The whole experience in one tag: sessions and iterations, filters and layouts, the composer and the lightbox.
 *
 * Its data come from its own `store` or `adapter`, else from the nearest `<imaginations-provider>`.
 *
 * @element imaginations-app
 * @slot toolbar - More controls, at the end of the toolbar.
 * @csspart toolbar - The bar with view toggle, filters and layouts.
 * @csspart stage - Where the view is.
 * @csspart toasts - Region of the short messages.
 * @fires {NavigationChangedEvent} navigation-changed - A person went somewhere.
 * @fires {ImaginationsUndoEvent} imaginations-undo - The last command is about to be taken back, or done again; cancelable.
 * @fires {ImaginationsUndoneEvent} imaginations-undone - It was.
 * @fires {AuthRequiredEvent} imaginations-auth-required - Its own backend said `unauthorized`; call `resume()` once that is mended.
 */
export class ImaginationsApp extends SettingsElement {
  static override styles = [...baseStyles, controlStyles, stateStyles, kindFilterStyles, appStyles];

  /** A backend of its own. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store of its own; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** Aspect ratios the composer offers, e.g. `['1:1', '3:2']`; none by default. Sent as `params.aspect`. */
  @property({ attribute: false }) aspects: readonly string[] = [];

  /** Key of the draft in the page's storage, for pages with several backends. Default `imaginations:draft`. */
  @property({ attribute: 'draft-key' }) draftKey = 'imaginations:draft';

  /** The address of an iteration in the host, for "Copy URL"; without it only public media have one. */
  @property({ attribute: false }) linkFor?: ((iteration: Iteration) => string) | undefined;

  /** Its lightbox goes on to the next that nobody has decided on when what is shown is picked, rejected or rated by a key. */
  @property({ type: Boolean, attribute: 'auto-advance' }) autoAdvance = false;

  /** Other keys for everything in it, by shortcut: `{ star: 'g', undo: ['mod+u'], archive: null }`. */
  @property({ attribute: false }) shortcuts?: Shortcuts | undefined;

  readonly #localize = new LocalizeController(this, appTexts, filterTexts, sessionsTexts, sharedTexts);
  readonly #announcer = new AnnouncerController(this);
  readonly #messages = new LatePart(this, async () => {
    const { AppMessages: Messages } = await import('./app-messages.js');
    return new Messages(this, () => ({ localizer: this.#localize.localizer, store: this.#data.store }));
  });
  readonly #storeProvider = new ContextProvider(this, { context: storeContext });
  readonly #data = new StoreController(
    this,
    (store) => ({
      navigation: store.navigation.value,
      status: store.status.value,
      counts: store.counts(this.#countsQuery(store)).value,
      active: store.activeGenerations().join(),
    }),
    (store) => this.#storeChanged(store),
  );

  #wanted: Partial<Navigation> | undefined;
  #told: Navigation | undefined;
  #running: readonly Id[] = [];
  #openSession: Id | null = null;
  #focused: Element | undefined;
  #hasPrefetched = false;
  readonly #auth = new AuthNotice();

  get #stage(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.stage') ?? null;
  }

  // Not upgraded where the host has not defined it.
  get #composer(): Composer | null {
    return this.shadowRoot?.querySelector<Composer>('imagination-composer') ?? null;
  }

  /** Where the person is. Set any part of it; what makes no sense is left as it is. */
  @property({ attribute: false })
  get navigation(): Partial<Navigation> | undefined {
    return this.#data.store?.navigation.value ?? this.#wanted;
  }

  set navigation(to: Partial<Navigation> | undefined) {
    const { store } = this.#data;
    if (!to) return;
    if (store) this.#navigateSilently(store, to);
    else this.#wanted = to;
  }

  /** The store in use; `undefined` until there is a backend. */
  get activeStore(): ImaginationsStore | undefined {
    return this.#data.store;
  }

  /** Says that the person is signed in again: what failed is read again. */
  resume(): void {
    this.#data.store?.resume();
  }

  protected override willUpdate(): void {
    this.#focused = this.#focusedView();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#keepFocus();
    const { store } = this.#data;
    if (!store) return;
    const navigation = store.navigation.value;
    const { iterationId, sessionId } = navigation;
    if (iterationId !== null) needViewer(store);
    if (sessionId !== null) void needElement('imagination-session');
    else if (navigation.view === 'iterations')
      void needElement(navigation.layout === 'timeline' ? 'iteration-timeline' : 'iteration-grid');
    if (sessionId !== this.#openSession) this.#aimDraft(store, this.#openSession, sessionId);
    this.#openSession = sessionId;
    this.#tellNavigation(navigation);
    // Of a provider's store, the provider tells.
    this.#auth.tell(this, store.status.value.authRequired && (this.store ?? this.adapter) !== undefined);
    this.#sayResults(store);
  }

  protected override render(): TemplateResult {
    const { store, value } = this.#data;
    if (!store || !value) return this.#renderNoStore();
    const { localizer } = this.#localize;
    const { navigation, status } = value;
    return html`<div
      class="app"
      dir=${this.#localize.dir}
      @iterations-archived=${this.#hear}
      @iterations-unarchived=${this.#hear}
      @sessions-archived=${this.#hear}
      @sessions-unarchived=${this.#hear}
      @imaginations-failed=${this.#hear}
      @imaginations-undone=${this.#hear}
      @keydown=${this.#handleKeydown}
      @imagined=${this.#handleImagined}
      @iteration-remixed=${this.#focusComposer}
      @session-generate-more=${this.#focusComposer}
      @pointerover=${this.#prefetch}
      @focusin=${this.#prefetch}
    >
      ${this.#renderToolbar(navigation, store.capabilities.limits.filters)}
      <div class="notice" ?hidden=${status.connection !== 'offline'}>
        ${status.connection === 'offline' ? offlineLine(localizer) : nothing}
      </div>
      <div class="stage" part="stage" role="group" tabindex="-1" aria-label=${localizer.t(`view.${navigation.view}`)}>
        ${this.#renderView(navigation)}
      </div>
      <div class="dock">
        ${this.#messages.now?.render() ?? html`<div class="toasts" part="toasts" role="status" aria-live="polite"></div>`}
        ${
          store.capabilities.generate && !navigation.archived
            ? html`<div class="composer">
                <imagination-composer .aspects=${this.aspects} .draftKey=${this.draftKey}></imagination-composer>
              </div>`
            : nothing
        }
      </div>
      <iteration-lightbox .linkFor=${this.linkFor} .autoAdvance=${this.autoAdvance}></iteration-lightbox>
    </div>`;
  }

  #renderNoStore(): TemplateResult {
    const { localizer } = this.#localize;
    return html`<div class="app">${emptyState({ icon: grid, title: localizer.t('state.noStore') })}</div>`;
  }

  /** @param offered filters that would be left out of a question are no choice. */
  #renderToolbar(navigation: Navigation, offered: Required<Limits>['filters']): TemplateResult {
    const { localizer } = this.#localize;
    const { view, layout, archived, sessionId } = navigation;
    const inIterations = view === 'iterations' && sessionId === null;
    return html`<div class="toolbar" part="toolbar">
      <div class="segmented views" role="group" aria-label=${localizer.t('view.label')}>
        ${this.#renderChoice('view.sessions', view === 'sessions', () => this.#go({ view: 'sessions', sessionId: null }))}
        ${this.#renderChoice('view.iterations', view === 'iterations', () =>
          this.#go({ view: 'iterations', sessionId: null }),
        )}
      </div>
      ${
        inIterations
          ? html`<div class="filters">
              ${
                offered.includes('kinds')
                  ? kindFilter({
                      localize: localizer,
                      value: navigation.kind,
                      counts: this.#data.value?.counts ?? null,
                      onSelect: (kind) => this.#go({ kind }),
                    })
                  : nothing
              }
              <div class="segmented layouts" role="group" aria-label=${localizer.t('layout.label')}>
                ${this.#renderLayout('grid', layout)}${this.#renderLayout('square', layout)}
                ${this.#renderLayout('list', layout)}${this.#renderLayout('timeline', layout)}
              </div>
            </div>`
          : nothing
      }
      ${
        offered.includes('archived')
          ? html`<button
              type="button"
              class="btn ${archived ? 'primary' : 'icon'} archived"
              aria-pressed=${archived}
              title=${localizer.t('view.archived')}
              aria-label=${localizer.t('view.archived')}
              @click=${() => this.#go({ archived: !archived, sessionId: null })}
            >
              ${icon(archiveShape)}${archived ? html`${localizer.t('view.archived')}${icon(close)}` : nothing}
            </button>`
          : nothing
      }
      <slot name="toolbar"></slot>
    </div>`;
  }

  #renderChoice(key: 'view.sessions' | 'view.iterations', chosen: boolean, choose: () => void): TemplateResult {
    return html`<button type="button" aria-pressed=${chosen} @click=${choose}>${this.#localize.t(key)}</button>`;
  }

  #renderLayout(name: Navigation['layout'], chosen: Navigation['layout']): TemplateResult {
    const label = this.#localize.t(`layout.${name}`);
    return html`<button
      type="button"
      aria-pressed=${name === chosen}
      aria-label=${label}
      title=${label}
      @click=${() => this.#go({ layout: name })}
    >
      ${icon(LAYOUTS[name])}
    </button>`;
  }

  #renderView({ view, layout, sessionId }: Navigation): TemplateResult {
    const isOpen = sessionId !== null;
    const session = isOpen ? html`<imagination-session class="view"></imagination-session>` : nothing;
    if (view === 'iterations' && !isOpen) return this.#renderLayoutOf(layout);
    // The list under an open session keeps its place and its focus.
    return html`<div class="view" ?inert=${isOpen} ?hidden=${view !== 'sessions'}>
        <imagination-sessions class="view"></imagination-sessions>
      </div>
      ${session}`;
  }

  #renderLayoutOf(layout: Navigation['layout']): TemplateResult {
    return layout === 'timeline'
      ? html`<iteration-timeline class="view" no-filter></iteration-timeline>`
      : html`<iteration-grid
          class="view"
          no-filter
          .layout=${layout === 'grid' ? 'justified' : layout}
        ></iteration-grid>`;
  }

  /** What came of something is said by what comes with a person. */
  readonly #hear = (event: HeardEvent): void => void this.#say((messages) => messages.hear(event));

  readonly #handleKeydown = (event: KeyboardEvent): void => this.#messages.now?.key(event);

  readonly #handleImagined = ({ detail }: ImaginedEvent): void => {
    const { outcome } = detail;
    if (!outcome.ok) return;
    this.#announcer.announce(this.#localize.t('say.started', { count: outcome.started.generation.requested }));
  };

  /** The archive has no composer: to make something new is to leave it. */
  readonly #focusComposer = async (): Promise<void> => {
    if (this.#data.store?.navigation.value.archived) this.#go({ archived: false });
    await this.updateComplete;
    this.#composer?.focusPrompt?.();
  };

  async #say(speak: (messages: AppMessages) => void): Promise<void> {
    // The region is read out only where it was there before its text.
    const messages = this.#messages.now ?? (await this.#messages.drawn());
    if (messages && this.#data.store) speak(messages);
  }

  /** Somebody is there: fetches what a press is likely to need next. */
  readonly #prefetch = (): void => {
    if (this.#hasPrefetched) return;
    this.#hasPrefetched = true;
    void this.#messages.need();
    for (const tag of LATER_VIEWS) void needElement(tag);
  };

  #go(to: Partial<Navigation>): void {
    this.#data.store?.navigate(to);
  }

  #countsQuery({ navigation }: ImaginationsStore): Parameters<ImaginationsStore['counts']>[0] {
    return { filter: { archived: navigation.value.archived ? 'only' : 'exclude' } };
  }

  #storeChanged(store: ImaginationsStore | undefined): void {
    this.#storeProvider.setValue(store);
    if (!store) return;
    this.#running = store.activeGenerations();
    this.#told = store.navigation.value;
    if (this.#wanted) this.#navigateSilently(store, this.#wanted);
    this.#wanted = undefined;
  }

  #navigateSilently(store: ImaginationsStore, to: Partial<Navigation>): void {
    store.navigate(to);
    this.#told = store.navigation.value;
  }

  #tellNavigation(navigation: Navigation): void {
    if (this.#told && shallowEqual(this.#told, navigation)) return;
    this.#told = navigation;
    this.dispatchEvent(new NavigationChangedEvent(navigation));
  }

  /** The session whose page is open is the one a new brief adds to. */
  #aimDraft(store: ImaginationsStore, from: Id | null, to: Id | null): void {
    const draft = draftOf(store);
    const { sessionId, remixOf } = draft.value;
    if (remixOf === null && (sessionId === null || sessionId === from)) draft.patch({ sessionId: to });
  }

  #focusedView(): Element | undefined {
    const active = this.shadowRoot?.activeElement;
    return active && (this.#stage?.contains(active) || active.closest('.toasts')) ? active : undefined;
  }

  /** A view that goes takes its focus with it: the stage catches it, so that it never falls to the page. */
  #keepFocus(): void {
    const had = this.#focused;
    this.#focused = undefined;
    if (had && (!had.isConnected || had.closest('[inert]'))) this.#stage?.focus({ preventScroll: true });
  }

  #sayResults(store: ImaginationsStore): void {
    const running = store.activeGenerations();
    const ended = this.#running.filter((id) => !running.includes(id));
    this.#running = running;
    const rows = ended
      .flatMap((id) => store.generation(id)?.iterationIds ?? [])
      .flatMap((id) => store.iteration(id) ?? []);
    const [done, failed] = [finished(rows, 'succeeded'), finished(rows, 'failed')];
    if (done > 0) this.#announcer.announce(this.#localize.t('say.done', { count: done }));
    if (failed > 0) this.#announcer.announce(this.#localize.t('say.failed', { count: failed }));
  }
}
