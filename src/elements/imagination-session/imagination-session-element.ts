import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { KeyBindingsController } from '../../controllers/key-bindings-controller.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { relativeTime } from '../../i18n/calendar.js';
import { appTexts } from '../../i18n/texts/app.js';
import { collectionTexts } from '../../i18n/texts/collection.js';
import { composerTexts } from '../../i18n/texts/composer.js';
import { copiedTexts } from '../../i18n/texts/copied.js';
import { sessionPageTexts } from '../../i18n/texts/session-page.js';
import { sessionsTexts } from '../../i18n/texts/sessions.js';
import { sharedTexts } from '../../i18n/texts/shared.js';
import { StoreController } from '../../controllers/store-controller.js';
import { toFailure, type ImaginationsAdapter } from '../../data/index.js';
import { copyText } from '../../internal/copy-text.js';
import { promptOf, type Failure, type Id, type ReferenceFile, type Session } from '../../model/index.js';
import { draftOf, type ImaginationsStore } from '../../store/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { icon } from '../../ui/icon.js';
import * as shapes from '../../ui/icon-shapes.js';
import { emptyState, errorState, stateStyles } from '../../ui/states.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { announceIntent } from '../intents/intent-event.js';
import { archiveSessions, renameSession, unarchiveSessions } from '../intents/session-intents.js';
import { sessionName } from '../session/session-name.js';
import { sessionTally, sessionTallyStyles } from '../session/session-tally.js';
import { titleField, titleFieldStyles } from '../session/title-field.js';
import { SessionClosedEvent, SessionCloseEvent, SessionGenerateMoreEvent } from './events.js';
import { sessionStyles } from './imagination-session.styles.js';
import { sessionReferences } from './session-references.js';

/** Briefs up to this many characters and lines are shown whole. */
const SHORT = 320;
const SHORT_LINES = 4;
const MINUTE_MS = 60_000;

const isLong = (prompt: string): boolean =>
  prompt.length > SHORT || prompt.split('\n', SHORT_LINES + 1).length > SHORT_LINES;

/**
 * The page of one session: its brief and references, what can be done with it, and its iterations below.
 *
 * Its data come from its own `store` or `adapter`, else from the nearest `<imaginations-provider>`.
 *
 * @element imagination-session
 * @csspart header - Brief, references and actions.
 * @csspart title - The title.
 * @csspart brief - The text of the brief.
 * @csspart references - The list of references.
 * @csspart reference - One reference.
 * @csspart actions - What can be done.
 * @fires {SessionCloseEvent} session-close - The page is about to close; cancelable.
 * @fires {SessionClosedEvent} session-closed - The page was closed.
 * @fires {SessionGenerateMoreEvent} session-generate-more - The draft is about to add to this session; cancelable.
 * @fires {SessionRenameEvent} session-rename - The session is about to get a title; cancelable.
 * @fires {SessionRenamedEvent} session-renamed - The session got a title.
 * @fires {SessionsArchiveEvent} sessions-archive - The session is about to be archived; cancelable.
 * @fires {SessionsArchivedEvent} sessions-archived - The session was archived.
 * @fires {SessionsUnarchiveEvent} sessions-unarchive - The session is about to be brought back; cancelable.
 * @fires {SessionsUnarchivedEvent} sessions-unarchived - The session was brought back.
 * @fires {IntentFailedEvent} imaginations-failed - Something did not work.
 */
export class ImaginationSession extends LitElement {
  static override styles = [
    ...baseStyles,
    controlStyles,
    stateStyles,
    ...mediaThumbnailStyles,
    sessionTallyStyles,
    titleFieldStyles,
    sessionStyles,
  ];

  /** A backend of its own. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store of its own; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** The session to show. Without it, the navigation of the store decides. */
  @property({ attribute: 'session-id' }) sessionId?: Id | undefined;

  @state() private loading: 'under-way' | 'missing' | Failure | undefined;
  @state() private isRenaming = false;
  @state() private isExpanded = false;
  @state() private shown: ReferenceFile | undefined;

  @query('.title-field') private readonly titleField!: HTMLInputElement | null;
  @query('.back') private readonly backButton!: HTMLElement | null;
  @query('.rename') private readonly renameButton!: HTMLElement | null;
  @query('.preview') private readonly preview!: HTMLElement | null;

  readonly #localize = new LocalizeController(
    this,
    appTexts,
    collectionTexts,
    composerTexts,
    copiedTexts,
    sessionPageTexts,
    sessionsTexts,
    sharedTexts,
  );
  readonly #announcer = new AnnouncerController(this);
  readonly #data = new StoreController(
    this,
    (store) => {
      const id = this.#idIn(store);
      return { id, session: id === null ? undefined : store.session(id), status: store.status.value };
    },
    () => (this.#asked = null),
  );
  #asked: Id | null = null;
  #focusNext: 'field' | 'rename' | undefined;
  #hadFocus = false;

  constructor() {
    super();
    new KeyBindingsController(this, {
      // An open preview takes the key for itself.
      escape: () => !this.preview?.matches(':popover-open') && this.#close(),
    });
    let timer: ReturnType<typeof setInterval> | undefined;
    this.addController({
      hostConnected: () => {
        clearInterval(timer);
        timer = setInterval(() => this.requestUpdate(), MINUTE_MS);
      },
      hostDisconnected: () => clearInterval(timer),
    });
  }

  // Not in `willUpdate`: the controllers select by what has just been set after that.
  protected override update(changed: PropertyValues<this>): void {
    const { store, value } = this.#data;
    if (store && value && value.id !== this.#asked) this.#turnTo(store, value);
    // It went while it was shown: the answer is the row, or that there is none.
    else if (store && value && value.id !== null && !value.session && this.loading === undefined) {
      void this.#load(store, value.id);
    }
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    super.update(changed);
  }

  #turnTo(store: ImaginationsStore, value: { readonly id: Id | null; readonly session: Session | undefined }): void {
    this.#asked = value.id;
    this.isRenaming = this.isExpanded = false;
    this.shown = undefined;
    this.loading = undefined;
    if (value.id !== null && !value.session) void this.#load(store, value.id);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const next = this.#focusNext;
    this.#focusNext = undefined;
    if (next === 'rename') this.renameButton?.focus({ preventScroll: true });
    if (next === 'field') {
      this.titleField?.focus({ preventScroll: true });
      this.titleField?.select();
    }
    // What had it went with what it stood in: the way back is there in every state.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) this.backButton?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { store, value } = this.#data;
    const { localizer } = this.#localize;
    if (!store || !value) return emptyState({ icon: shapes.sessions, title: localizer.t('state.noStore') });
    const { session, id } = value;
    if (!session) return html`<div class="page" dir=${this.#localize.dir}>${this.#renderAbsent(store, id)}</div>`;
    return html`<article
      class="page"
      data-id=${session.id}
      dir=${this.#localize.dir}
      aria-label=${sessionName(session, localizer, 80)}
    >
      <header part="header">
        ${this.#renderTop(store, session)}
        ${
          session.archivedAt
            ? html`<p class="archived">${icon(shapes.archive)}<span>${localizer.t('session.archivedNote')}</span></p>`
            : nothing
        }
        ${this.#renderBrief(session)}
        ${sessionReferences({
          localizer,
          references: session.brief.references ?? [],
          opener: store.media,
          shown: this.shown,
          show: (reference) => void this.#show(reference),
        })}
        ${this.#renderMeta(store, session)}
      </header>
      <iteration-grid session-id=${session.id} kind="all" no-filter .store=${store}></iteration-grid>
    </article>`;
  }

  #renderAbsent(store: ImaginationsStore, id: Id | null): TemplateResult {
    const { localizer } = this.#localize;
    const { loading } = this;
    if (loading === 'missing' || id === null) {
      return html`<header>${this.#renderBack()}</header>
        ${emptyState({ icon: shapes.sessions, title: localizer.t('error.not-found') })}`;
    }
    if (typeof loading === 'object') {
      return html`<header>${this.#renderBack()}</header>
        ${errorState(localizer, loading, () => void this.#load(store, id))}`;
    }
    return html`<header>
      ${this.#renderBack()}
      <span class="skeleton line" role="status" aria-label=${localizer.t('state.loading')}></span>
      <span class="skeleton line short"></span>
    </header>`;
  }

  #renderBack(): TemplateResult {
    const label = this.#localize.t('session.back');
    return html`<button type="button" class="btn quiet back" @click=${this.#close}>
      ${icon(shapes.chevronLeft)}<span>${label}</span>
    </button>`;
  }

  #renderTop(store: ImaginationsStore, session: Session): TemplateResult {
    const { generate, rename, archive } = store.capabilities;
    const can = session.can ?? {};
    const isArchived = Boolean(session.archivedAt);
    const canMove = archive && (isArchived ? can.unarchive : can.archive) !== false;
    return html`<div class="top">
      ${this.#renderBack()}
      <div class="actions" part="actions">
        ${
          rename && can.rename !== false
            ? this.#renderAction('rename', 'action.rename', shapes.pencil, () => this.#startRename())
            : nothing
        }
        ${
          canMove
            ? this.#renderAction(
                'archive',
                isArchived ? 'action.unarchive' : 'action.archive',
                isArchived ? shapes.unarchive : shapes.archive,
                () => void (isArchived ? unarchiveSessions : archiveSessions)(this, store, [session.id]),
              )
            : nothing
        }
        ${
          generate
            ? html`<button type="button" class="btn more" @click=${() => this.#generateMore(store, session)}>
                ${icon(shapes.imagine)}${this.#localize.t('session.generateMore')}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderAction(
    name: string,
    key: 'action.rename' | 'action.archive' | 'action.unarchive',
    shape: string,
    act: () => void,
  ): TemplateResult {
    const label = this.#localize.t(key);
    return html`<button type="button" class="btn ${name}" title=${label} aria-label=${label} @click=${act}>
      ${icon(shape)}<span class="label">${label}</span>
    </button>`;
  }

  #renderBrief(session: Session): TemplateResult {
    const { localizer } = this.#localize;
    const { prompt } = session.brief;
    const name = sessionName(session, localizer);
    const title = this.isRenaming
      ? titleField({
          label: localizer.t('session.title'),
          value: session.title ?? '',
          placeholder: name,
          save: (text) => void this.#rename(session, text),
          cancel: () => void this.#endRename(),
        })
      : html`<h2 class=${session.title ? 'title' : 'visually-hidden'} part="title" dir="auto">${name}</h2>`;
    const copyLabel = localizer.t('action.copyPrompt');
    return html`${title}
      <div class="brief" role="group" aria-label=${localizer.t('session.brief')}>
        <p class=${this.isExpanded ? 'prompt whole' : 'prompt clamp'} part="brief" dir="auto">${prompt}</p>
        <div class="brief-actions">
          ${
            isLong(prompt)
              ? html`<button
                  type="button"
                  class="btn quiet small"
                  aria-expanded=${this.isExpanded}
                  @click=${() => (this.isExpanded = !this.isExpanded)}
                >
                  ${localizer.t(this.isExpanded ? 'session.showLess' : 'session.showMore')}
                </button>`
              : nothing
          }
          <button
            type="button"
            class="btn icon small"
            title=${copyLabel}
            aria-label=${copyLabel}
            @click=${() => void this.#copy(prompt)}
          >
            ${icon(shapes.copy)}
          </button>
        </div>
      </div>`;
  }

  #renderMeta(store: ImaginationsStore, session: Session): TemplateResult {
    const { localizer } = this.#localize;
    const at = session.lastActivityAt ?? session.createdAt;
    const active = session.counts?.active ?? 0;
    return html`<p class="meta">
      ${sessionTally(localizer, session, session.cover ?? [])}
      ${active > 0 ? html`<span class="badge">${localizer.t('count.running', { count: active })}</span>` : nothing}
      <time datetime=${at} title=${localizer.dateTime(at)}>${relativeTime(localizer, at, store.now())}</time>
    </p>`;
  }

  #idIn(store: ImaginationsStore): Id | null {
    return this.sessionId ?? store.navigation.value.sessionId;
  }

  async #load(store: ImaginationsStore, id: Id): Promise<void> {
    this.loading = 'under-way';
    const result = await store.loadSession(id).then(
      (found) => (found ? undefined : ('missing' as const)),
      (thrown: unknown) => toFailure(thrown),
    );
    if (this.#asked === id) this.loading = result;
  }

  readonly #close = (): void => {
    const { store } = this.#data;
    const id = store && this.#idIn(store);
    if (!store || !id || !announceIntent(this, new SessionCloseEvent(id))) return;
    store.navigate({ sessionId: null });
    this.dispatchEvent(new SessionClosedEvent(id));
  };

  #generateMore(store: ImaginationsStore, session: Session): void {
    if (!announceIntent(this, new SessionGenerateMoreEvent(session))) return;
    const draft = draftOf(store);
    const { prompt, remixOf } = draft.value;
    const remixed = remixOf === null ? undefined : store.iteration(remixOf);
    // What a remix had put there is not the person's own.
    const isOwn = prompt !== '' && prompt !== promptOf(remixed, remixed && store.session(remixed.sessionId));
    draft.patch({ sessionId: session.id, remixOf: null, ...(!isOwn && { prompt: session.brief.prompt }) });
  }

  #startRename(): void {
    this.isRenaming = true;
    this.#focusNext = 'field';
  }

  /** Puts the title back in its place; `false` when that has happened already. */
  #endRename(): boolean {
    if (!this.isRenaming) return false;
    if (this.shadowRoot?.activeElement === this.titleField) this.#focusNext = 'rename';
    this.isRenaming = false;
    return true;
  }

  async #rename(session: Session, title: string): Promise<void> {
    const { store } = this.#data;
    if (!this.#endRename() || !store) return;
    await renameSession(this, store, session, title);
    const now = store.session(session.id);
    if (!now || now.title === session.title) return;
    const { localizer } = this.#localize;
    this.#announcer.announce(localizer.t('toast.renamed', { title: sessionName(now, localizer) }));
  }

  async #copy(prompt: string): Promise<void> {
    const isDone = await copyText(prompt);
    this.#announcer.announce(this.#localize.t(isDone ? 'toast.copiedPrompt' : 'toast.copyFailed'));
  }

  async #show(reference: ReferenceFile): Promise<void> {
    this.shown = reference;
    await this.updateComplete;
    if (this.preview?.isConnected && !this.preview.matches(':popover-open')) this.preview.showPopover();
  }
}
