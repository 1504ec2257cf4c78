import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { appTexts } from '../../i18n/texts/app.js';
import { sessionsTexts } from '../../i18n/texts/sessions.js';
import { sharedTexts } from '../../i18n/texts/shared.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import type { Id, Query, Session } from '../../model/index.js';
import { isPlaceholder, type ImaginationsStore } from '../../store/index.js';
import type { OffsetSnapshot } from '../../store/offsets/offset-list.js';
import { shallowEqual } from '../../internal/shallow-equal.js';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { archive as archiveShape, sessions as sessionsShape } from '../../ui/icon-shapes.js';
import { emptyState, errorState, offlineLine, stateStyles } from '../../ui/states.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { openIteration } from '../intents/open-iteration.js';
import { openSession } from '../intents/open-session.js';
import { sessionTallyStyles } from '../session/session-tally.js';
import { titleFieldStyles } from '../session/title-field.js';
import { CardFocus } from './card-focus.js';
import { cardKey, neighbour, type KeyStroke } from './card-keys.js';
import type { CardIds } from './card-anchors.js';
import { CardWindow, type CardWindowParts } from './card-window.js';
import type { Cards } from './cards.js';
import { sessionsStyles } from './imagination-sessions.styles.js';
import { liveCover, sessionCard } from './session-card.js';
import { sessionCardStyles } from './session-card.styles.js';
import { SessionSource, type SessionList } from './session-source.js';

const MINUTE_MS = 60_000;
const SKELETONS = 8;

/** As high as a card with something in it. */
const blank = (shade: string): TemplateResult =>
  html`<div class="mosaic ${shade}"></div>
    <div class="text">
      <div class="title"><span class="line ${shade}"></span></div>
      <div class="meta"><span class="line short ${shade}"></span>&nbsp;</div>
    </div>`;

const blankCard = (shade: string): TemplateResult => html`<div class="card">${blank(shade)}</div>`;

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
 * @csspart batch - What can be done with the sessions that are selected.
 * @csspart toasts - Region of the short messages, where no app says them.
 * @csspart toast - One of them.
 * @csspart empty - Shown when there are none.
 * @csspart error - Shown when they cannot be read.
 * @fires {SessionOpenEvent} session-open - A session is about to open; cancelable.
 * @fires {SessionOpenedEvent} session-opened - A session was opened.
 * @fires {IterationOpenEvent} iteration-open - A preview is about to open; cancelable.
 * @fires {IterationOpenedEvent} iteration-opened - A preview was opened.
 * @fires {SessionRenameEvent} session-rename - A session is about to get a title; cancelable.
 * @fires {SessionRenamedEvent} session-renamed - A session got a title.
 * @fires {SessionsArchiveEvent} sessions-archive - Sessions are about to be archived; cancelable.
 * @fires {SessionsArchivedEvent} sessions-archived - Sessions were archived.
 * @fires {SessionsUnarchiveEvent} sessions-unarchive - Sessions are about to be brought back; cancelable.
 * @fires {SessionsUnarchivedEvent} sessions-unarchived - Sessions were brought back.
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
  readonly #actions = new LatePart(
    this,
    async () => new (await import('./session-actions.js')).SessionActions(this.#cards()),
  );
  readonly #source = new SessionSource(this);
  readonly #window = new CardWindow(this, () => this.#windowParts());
  readonly #data = new StoreController(this, (store) => this.#select(store));

  readonly #focus = new CardFocus(
    () => this.shadowRoot,
    () => this.#find('.scroller'),
  );

  #list: SessionList | undefined;
  #shown: readonly unknown[] = [];
  #ids: CardIds = [];
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

  #find(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
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
    const shown = [store, this.#isArchived(store)];
    const isOther = !shallowEqual(shown, this.#shown);
    this.#shown = shown;
    const { ids } = list.value;
    this.#focus.keep(this.#ids, ids, this.#window.range);
    this.#ids = ids;
    this.#window.prepare(ids, isOther, this.#focus.place?.id);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) {
      this.#window.settle();
      if (this.#list) this.#source.read(this.#list, this.#window.range);
      if (this.#ids.length > 0) void this.#actions.need();
    }
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
        ${isOffline ? offlineLine(localizer) : nothing}
        <div class="canvas">
          <div class="cards probe" aria-hidden="true">${blankCard('')}</div>
          <div class="before"></div>
          ${this.#ids.length > 0 ? this.#renderCards(store) : nothing}
          <div class="after"></div>
        </div>
        ${this.#renderState(store, this.#list.value)}
      </div>
      ${this.#actions.now?.render()}`;
  }

  #renderCards(store: ImaginationsStore): TemplateResult {
    const places = this.#places();
    const { current } = this.#focus;
    const { first } = this.#window.range;
    const tabStop = places.find((place) => this.#ids[place] === current) ?? first;
    return html`<ul
      class="cards"
      aria-label=${this.#localize.t(this.#isArchived(store) ? 'view.archived' : 'session.list')}
      @focusin=${this.#handleFocusin}
    >
      ${repeat(
        places,
        (place) => this.#ids[place] ?? place,
        (place) => this.#renderCard(store, place, place === tabStop),
      )}
    </ul>`;
  }

  /** The cards in the document: those that show, and the one with the focus, in list order. */
  #places(): readonly number[] {
    const { first, end } = this.#window.range;
    const places = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
    const id = this.#focus.place?.id;
    const pinned = id === undefined ? -1 : this.#ids.indexOf(id);
    if (pinned >= 0 && pinned < first) places.unshift(pinned);
    else if (pinned >= end) places.push(pinned);
    return places;
  }

  #renderState(store: ImaginationsStore, { ids, status, error, loadingMore }: OffsetSnapshot): unknown {
    const { localizer } = this.#localize;
    if (error) return errorState(localizer, error, () => void this.#list?.more());
    if (loadingMore) return html`<p class="more-line" role="status">${localizer.t('state.loadingMore')}</p>`;
    if (ids.length > 0) return nothing;
    return status === 'ready' ? this.#renderEmpty(store) : this.#renderSkeleton();
  }

  #renderEmpty(store: ImaginationsStore): TemplateResult {
    const { localizer } = this.#localize;
    const isArchived = this.#isArchived(store);
    void this.#actions.need();
    const away = isArchived ? undefined : this.#actions.now?.renderAway();
    if (away) return away;
    const which = isArchived ? 'archivedSessions' : 'sessions';
    return emptyState({
      icon: isArchived ? archiveShape : sessionsShape,
      title: localizer.t(`empty.${which}.title`),
      text: isArchived || store.capabilities.generate ? localizer.t(`empty.${which}.text`) : undefined,
    });
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="cards" role="status" aria-label=${this.#localize.t('state.loading')}>
      ${Array.from({ length: SKELETONS }, () => blankCard('skeleton'))}
    </div>`;
  }

  #renderCard(store: ImaginationsStore, place: number, isCurrent: boolean): TemplateResult {
    const id = this.#ids[place];
    const session = id === undefined ? undefined : store.session(id);
    const { range, columns, cardWidth } = this.#window;
    const isAway = place < range.first || place >= range.end;
    if (id === undefined || !session) return html`<li class="card" aria-hidden="true">${blank('skeleton')}</li>`;
    const { localizer } = this.#localize;
    const isRenaming = this.renaming === id;
    const isPriority = place < columns * 2;
    const width = Math.min(480, cardWidth);
    // What is said in words of the time since is right for a minute.
    const minute = Math.floor(store.now() / MINUTE_MS);
    const shown = [session, store, localizer, isRenaming, isPriority, isCurrent, width, minute];
    return html`<li
      class="card${isPlaceholder(id) ? ' pending' : ''}${isAway ? ' away' : ''}${this.#actions.now?.mark(id) ?? ''}"
      part="card"
      data-id=${id}
      aria-setsize=${this.#list?.value.complete ? this.#ids.length : -1}
      aria-posinset=${place + 1}
    >
      ${this.#actions.now?.renderOn(session, isCurrent)}
      ${guard([...shown, ...liveCover(session, store)], () =>
        sessionCard({
          localizer,
          store,
          session,
          width,
          isCurrent,
          isRenaming,
          isPriority,
          hasMenu: !isPlaceholder(id),
          open: () => this.#open(store, session),
          openIteration: (iteration) => openIteration(this, store, iteration),
          openMenu: (button) => void this.#openMenu(session, button),
          rename: (title) => void this.#actions.now?.rename(session, title),
          cancelRename: () => void this.#endRename(),
        }),
      )}
    </li>`;
  }

  readonly #handleFocusin = (event: Event): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-id]')?.dataset['id'];
    if (id === undefined || id === this.#focus.current) return;
    this.#focus.want(undefined);
    this.#focus.current = id;
    this.requestUpdate();
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const from = this.#focus.origin;
    if (from === undefined || event.defaultPrevented) return;
    const next = this.#leadsTo(event);
    if (event.key === 'F2') void this.#actions.need().then((actions) => actions?.startRename(from));
    else if (next < 0) return;
    else this.#go(next);
    event.preventDefault();
    event.stopPropagation();
  };

  /** The place that a key leads to, or -1. */
  #leadsTo(stroke: KeyStroke): number {
    const key = cardKey(stroke, this.#localize.dir);
    const { columns, pageRows } = this.#window;
    const at = this.#focus.placeIn(this.#ids);
    return key && at >= 0 ? neighbour(key, at, this.#ids.length, columns, pageRows) : -1;
  }

  #go(place: number): void {
    this.#window.show(place);
    this.#focus.wantPlace(place, this.#ids);
    this.requestUpdate();
  }

  #open(store: ImaginationsStore, session: Session): void {
    // It has no page yet; in a moment it is replaced by the real one.
    if (!isPlaceholder(session.id)) openSession(this, store, session);
  }

  async #openMenu(session: Session, button: HTMLElement): Promise<void> {
    (this.#actions.now ?? (await this.#actions.drawn()))?.toggle(button, session);
  }

  #startRename(id: Id): boolean {
    this.renaming = id;
    return (this.#startsRenaming = true);
  }

  /** Puts the name back in its place; `false` when that has happened already. */
  #endRename(): boolean {
    const id = this.renaming;
    if (id === null) return false;
    if (this.shadowRoot?.activeElement === this.#titleField) this.#focus.want(id);
    this.renaming = null;
    return true;
  }

  /** What the parts that come later see of this. */
  #cards(): Cards {
    const store = (): ImaginationsStore | undefined => this.#data.store;
    return {
      host: this,
      store,
      localizer: () => this.#localize.localizer,
      ids: () => this.#ids,
      query: () => this.#query(store()),
      origin: () => this.#focus.origin,
      leadsTo: (stroke) => this.#leadsTo(stroke),
      go: (place) => this.#go(place),
      rename: (id) => (id === null ? this.#endRename() : this.#startRename(id)),
    };
  }

  #isArchived(store: ImaginationsStore): boolean {
    return this.archived || store.navigation.value.archived;
  }

  #listOf(store: ImaginationsStore): SessionList {
    return this.#source.list(store, this.#query(store));
  }

  #query(store: ImaginationsStore | undefined): Query {
    return { filter: { archived: store && this.#isArchived(store) ? 'only' : 'exclude' } };
  }

  /** Everything that is drawn, so that nothing else causes an update. */
  #select(store: ImaginationsStore): readonly unknown[] {
    const list = this.#listOf(store).value;
    const { first, end } = this.#window.range;
    const rows = list.ids.slice(first, end).flatMap((id) => {
      const session = id === undefined ? undefined : store.session(id);
      return session ? [session, ...liveCover(session, store)] : [];
    });
    return [list, store.status.value, this.#actions.now?.version, ...rows];
  }

  #windowParts(): CardWindowParts | undefined {
    const [scroller, canvas, before, after] = ['.scroller', '.canvas', '.before', '.after'].map((one) =>
      this.#find(one),
    );
    const [probe, grid] = [this.#find('.probe'), this.#find('ul.cards')];
    return scroller && canvas && before && after && probe
      ? { scroller, canvas, before, after, probe, grid }
      : undefined;
  }
}
