import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { appTexts } from '../../i18n/texts/app.js';
import { sessionsTexts } from '../../i18n/texts/sessions.js';
import { sharedTexts } from '../../i18n/texts/shared.js';
import { ResizeController } from '../../controllers/resize-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import type { Id, Iteration, Session } from '../../model/index.js';
import { isPlaceholder, type ImaginationsStore, type ListSnapshot, type PagedList } from '../../store/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { archive as archiveShape, sessions as sessionsShape } from '../../ui/icon-shapes.js';
import { emptyState, errorState, offlineLine, stateStyles } from '../../ui/states.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { openIteration } from '../intents/open-iteration.js';
import { archiveSessions, openSession, renameSession, unarchiveSessions } from '../intents/session-intents.js';
import { sessionName } from '../session/session-name.js';
import { sessionTallyStyles } from '../session/session-tally.js';
import { titleFieldStyles } from '../session/title-field.js';
import { CardFocus } from './card-focus.js';
import { cardKey, neighbour } from './card-keys.js';
import { including, type RowRange } from './card-range.js';
import { CardWindowController, type CardWindowParts } from './card-window-controller.js';
import { sessionsStyles } from './imagination-sessions.styles.js';
import { liveCover, sessionCard } from './session-card.js';
import { sessionCardStyles } from './session-card.styles.js';

const MINUTE_MS = 60_000;
const SKELETONS = 8;

/**
 * The sessions as cards, the newest first: previews, brief, counts, what is running, last activity.
 *
 * Its data come from its own `store` or `adapter`, else from the nearest `<imaginations-provider>`.
 *
 * @element imagination-sessions
 * @csspart card - One session.
 * @csspart mosaic - The previews of a card.
 * @csspart preview - One preview that can be opened.
 * @csspart open - The name of a session, which opens it.
 * @csspart menu - The menu of a card.
 * @csspart empty - Shown when there are none.
 * @csspart error - Shown when they cannot be read.
 * @fires {SessionOpenEvent} session-open - A session is about to open; cancelable.
 * @fires {SessionOpenedEvent} session-opened - A session was opened.
 * @fires {IterationOpenEvent} iteration-open - A preview is about to open; cancelable.
 * @fires {IterationOpenedEvent} iteration-opened - A preview was opened.
 * @fires {SessionRenameEvent} session-rename - A session is about to get a title; cancelable.
 * @fires {SessionRenamedEvent} session-renamed - A session got a title.
 * @fires {SessionsArchiveEvent} sessions-archive - A session is about to be archived; cancelable.
 * @fires {SessionsArchivedEvent} sessions-archived - A session was archived.
 * @fires {SessionsUnarchiveEvent} sessions-unarchive - A session is about to be brought back; cancelable.
 * @fires {SessionsUnarchivedEvent} sessions-unarchived - A session was brought back.
 * @fires {IntentFailedEvent} imaginations-failed - Something did not work.
 */
export class ImaginationSessions extends LitElement {
  static override styles = [
    ...baseStyles,
    controlStyles,
    stateStyles,
    ...mediaThumbnailStyles,
    sessionTallyStyles,
    titleFieldStyles,
    sessionsStyles,
    sessionCardStyles,
  ];

  /** A backend of its own. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store of its own; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** Shows what has been archived. Without it, the navigation of the store decides. */
  @property({ type: Boolean }) archived = false;

  @state() private renaming: Id | null = null;

  readonly #localize = new LocalizeController(this, appTexts, sessionsTexts, sharedTexts);
  readonly #announcer = new AnnouncerController(this);
  readonly #actions = new LatePart(this, async () => new (await import('./session-actions.js')).SessionActions(this));
  readonly #size = new ResizeController(this);
  readonly #window = new CardWindowController(
    this,
    () => this.#windowParts(),
    () => this.#loadMore(),
  );
  readonly #data = new StoreController(this, (store) => this.#select(store));

  readonly #focus = new CardFocus(
    () => this.shadowRoot,
    () => this.#scroller,
  );

  #list: PagedList<Session> | undefined;
  #range: RowRange = { first: 0, last: 0 };
  #ids: readonly Id[] = [];
  #startsRenaming = false;

  constructor() {
    super();
    let timer: ReturnType<typeof setInterval> | undefined;
    this.addController({
      // "2 min ago" must not stay so.
      hostConnected: () => {
        clearInterval(timer);
        timer = setInterval(() => this.requestUpdate(), MINUTE_MS);
      },
      hostDisconnected: () => clearInterval(timer),
    });
  }

  get #scroller(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.scroller') ?? null;
  }

  get #grid(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.cards') ?? null;
  }

  get #spaceBefore(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.before') ?? null;
  }

  get #spaceAfter(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.after') ?? null;
  }

  get #titleField(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector<HTMLInputElement>('.title-field') ?? null;
  }

  // Not in `willUpdate`: the controllers find a store that has just been set after that.
  protected override update(changed: PropertyValues<this>): void {
    const { store } = this.#data;
    if (store) this.#prepare(store);
    super.update(changed);
  }

  #prepare(store: ImaginationsStore): void {
    const list = this.#listOf(store);
    if (list !== this.#list) {
      this.#list = list;
      void list.load();
    }
    const { ids } = list.value;
    this.#focus.keep(this.#ids, ids);
    this.#ids = ids;
    const place = this.#focus.place;
    const row = place ? Math.floor(ids.indexOf(place.id) / this.#window.columns) : -1;
    this.#range = including(this.#window.range(ids.length), row, this.#window.columns);
    this.#window.makeRoom(this.#range);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#window.settle(this.#range);
    if (this.#startsRenaming) {
      this.#startsRenaming = false;
      // The field has taken the place of the control that had the focus.
      this.#focus.want(undefined);
      this.#titleField?.focus({ preventScroll: true });
      this.#titleField?.select();
    }
    this.#focus.give();
  }

  protected override render(): TemplateResult {
    const { store } = this.#data;
    const { localizer } = this.#localize;
    if (!store || !this.#list) return emptyState({ icon: sessionsShape, title: localizer.t('state.noStore') });
    const isOffline = store.status.value.connection === 'offline';
    return html`<div class="scroller" tabindex="-1" dir=${this.#localize.dir} @keydown=${this.#handleKeydown}>
        ${isOffline ? offlineLine(localizer) : nothing} ${this.#renderList(store, this.#list.value)}
      </div>
      ${this.#actions.now?.render()}`;
  }

  #renderList(store: ImaginationsStore, { ids, status, error, loadingMore }: ListSnapshot): TemplateResult {
    const { localizer } = this.#localize;
    if (ids.length === 0) {
      if (error) return errorState(localizer, error, () => void this.#list?.load());
      return status === 'ready' ? this.#renderEmpty(store) : this.#renderSkeleton();
    }
    const { first, last } = this.#range;
    const { columns } = this.#window;
    const shown = ids.slice(first * columns, last * columns);
    const tabStop = shown.find((id) => id === this.#focus.current) ?? shown[0];
    return html`<div class="before"></div>
      <ul
        class="cards"
        aria-label=${localizer.t(this.#isArchived(store) ? 'view.archived' : 'session.list')}
        @focusin=${this.#handleFocusin}
        @pointerover=${this.#prefetch}
      >
        ${repeat(
          shown,
          (id) => id,
          (id, index) => this.#renderCard(store, id, first * columns + index, id === tabStop),
        )}
      </ul>
      <div class="after"></div>
      ${loadingMore ? html`<p class="more-line" role="status">${localizer.t('state.loadingMore')}</p>` : nothing}
      ${error ? errorState(localizer, error, () => void this.#list?.more()) : nothing}`;
  }

  #renderEmpty(store: ImaginationsStore): TemplateResult {
    const { localizer } = this.#localize;
    const isArchived = this.#isArchived(store);
    const which = isArchived ? 'archivedSessions' : 'sessions';
    return emptyState({
      icon: isArchived ? archiveShape : sessionsShape,
      title: localizer.t(`empty.${which}.title`),
      text: isArchived || store.capabilities.generate ? localizer.t(`empty.${which}.text`) : undefined,
    });
  }

  #renderSkeleton(): TemplateResult {
    const card = html`<div class="card">
      <div class="mosaic skeleton"></div>
      <div class="text"><span class="skeleton line"></span><span class="skeleton line short"></span></div>
    </div>`;
    return html`<div class="cards" role="status" aria-label=${this.#localize.t('state.loading')}>
      ${Array.from({ length: SKELETONS }, () => card)}
    </div>`;
  }

  #renderCard(store: ImaginationsStore, id: Id, index: number, isCurrent: boolean): TemplateResult | typeof nothing {
    const session = store.session(id);
    if (!session) return nothing;
    const isRenaming = this.renaming === id;
    return html`<li
      class=${isPlaceholder(id) ? 'card pending' : 'card'}
      part="card"
      data-id=${id}
      aria-setsize=${this.#list?.value.complete ? this.#ids.length : -1}
      aria-posinset=${index + 1}
    >
      ${sessionCard({
        localizer: this.#localize.localizer,
        store,
        session,
        width: Math.min(480, (this.#size.size?.width ?? 320) / this.#window.columns),
        isCurrent,
        isRenaming,
        isPriority: index < this.#window.columns * 2,
        hasMenu: !isPlaceholder(id),
        open: () => this.#open(store, session),
        openIteration: (iteration) => this.#openIteration(store, iteration),
        openMenu: (button) => void this.#openMenu(store, session, button),
        rename: (title) => void this.#rename(store, session, title),
        cancelRename: () => void this.#endRename(id),
      })}
    </li>`;
  }

  readonly #handleFocusin = (event: Event): void => {
    this.#prefetch();
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id === undefined || id === this.#focus.current) return;
    this.#focus.current = id;
    this.requestUpdate();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const { store } = this.#data;
    const from = this.#focus.origin;
    if (!store || from === undefined || event.defaultPrevented) return;
    const session = store.session(from);
    if (event.key === 'F2' && session && this.#canRename(store, session)) this.#startRename(from);
    else {
      const key = cardKey(event, this.#localize.dir);
      const at = this.#ids.indexOf(from);
      const next = key ? neighbour(key, at, this.#ids.length, this.#window.columns) : -1;
      const to = this.#ids[next];
      if (to === undefined) return;
      this.#window.show(next);
      this.#focus.want(to);
      this.requestUpdate();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  #open(store: ImaginationsStore, session: Session): void {
    // It has no page yet; in a moment it is replaced by the real one.
    if (!isPlaceholder(session.id)) openSession(this, store, session);
  }

  #openIteration(store: ImaginationsStore, iteration: Iteration): void {
    openIteration(this, store, iteration);
  }

  readonly #prefetch = (): void => void this.#actions.need();

  async #openMenu(store: ImaginationsStore, session: Session, button: HTMLElement): Promise<void> {
    const { localizer } = this.#localize;
    const actions = this.#actions.now ?? (await this.#actions.drawn());
    if (!actions || !button.isConnected) return;
    actions.toggle(button, {
      localizer,
      session,
      canRename: this.#canRename(store, session),
      canArchive: store.capabilities.archive,
      open: () => this.#open(store, session),
      rename: () => this.#startRename(session.id),
      archive: () => void archiveSessions(this, store, [session.id]),
      unarchive: () => void unarchiveSessions(this, store, [session.id]),
    });
  }

  #startRename(id: Id): void {
    this.renaming = id;
    this.#startsRenaming = true;
  }

  async #rename(store: ImaginationsStore, session: Session, title: string): Promise<void> {
    if (!this.#endRename(session.id)) return;
    const { localizer } = this.#localize;
    await renameSession(this, store, session, title);
    const now = store.session(session.id);
    if (now && now.title !== session.title) {
      this.#announcer.announce(localizer.t('toast.renamed', { title: sessionName(now, localizer) }));
    }
  }

  /** Puts the name back in its place; `false` when that has happened already. */
  #endRename(id: Id): boolean {
    if (this.renaming !== id) return false;
    if (this.shadowRoot?.activeElement === this.#titleField) this.#focus.want(id);
    this.renaming = null;
    return true;
  }

  #canRename(store: ImaginationsStore, session: Session): boolean {
    return store.capabilities.rename && session.can?.rename !== false && !isPlaceholder(session.id);
  }

  #isArchived(store: ImaginationsStore): boolean {
    return this.archived || store.navigation.value.archived;
  }

  #listOf(store: ImaginationsStore): PagedList<Session> {
    return store.sessionList({ filter: { archived: this.#isArchived(store) ? 'only' : 'exclude' } });
  }

  #loadMore(): void {
    const list = this.#list;
    if (list && !list.value.complete && !list.value.error) void list.more();
  }

  /** Everything that is drawn, so that nothing else causes an update. */
  #select(store: ImaginationsStore): readonly unknown[] {
    const list = this.#listOf(store).value;
    const { first, last } = this.#range;
    const { columns } = this.#window;
    const rows = list.ids.slice(first * columns, last * columns).flatMap((id) => {
      const session = store.session(id);
      return session ? [session, ...liveCover(session, store)] : [];
    });
    return [list, store.status.value, ...rows];
  }

  #windowParts(): CardWindowParts | undefined {
    const [scroller, grid, before, after] = [this.#scroller, this.#grid, this.#spaceBefore, this.#spaceAfter];
    return scroller && grid && before && after ? { scroller, grid, before, after } : undefined;
  }
}
