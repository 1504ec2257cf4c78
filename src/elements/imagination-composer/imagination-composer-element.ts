import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import { draftStorage } from '../../controllers/draft-storage.js';
import { KeyBindingsController } from '../../controllers/key-bindings-controller.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { appTexts } from '../../i18n/texts/app.js';
import { composerTexts } from '../../i18n/texts/composer.js';
import { sessionsTexts } from '../../i18n/texts/sessions.js';
import { sharedTexts } from '../../i18n/texts/shared.js';
import { isApple } from '../../internal/is-apple.js';
import { ResizeController } from '../../controllers/resize-controller.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import {
  draftOf,
  EMPTY_DRAFT,
  MOST_REFERENCES,
  type Capabilities,
  type Draft,
  type DraftStore,
  type ImaginationsStore,
} from '../../store/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { controlStyles } from '../../theme/controls.styles.js';
import { failureText } from '../../ui/failure-text.js';
import { icon } from '../../ui/icon.js';
import * as shapes from '../../ui/icon-shapes.js';
import { announceIntent } from '../intents/intent-event.js';
import { draftPicks } from './draft-picks.js';
import { ImaginedEvent, ImagineEvent } from './events.js';
import { grow } from './grow.js';
import { imagineRequest, isBlank, LONGEST_PROMPT } from './imagine-request.js';
import { composerStyles } from './imagination-composer.styles.js';
import { IncomingFilesController, type IncomingFiles } from './incoming-files-controller.js';
import { shownName } from './shown-name.js';

/**
 * Where a brief is written and sent: prompt, references, medium, number of variants. What is written is kept by the
 * store while the page lives, and by the page's storage beyond that.
 *
 * Its data come from its own `store` or `adapter`, else from the nearest `<imaginations-provider>`.
 *
 * @element imagination-composer
 * @csspart composer - The bar.
 * @csspart prompt - The text field.
 * @csspart references - The list of references.
 * @csspart reference - One reference.
 * @csspart remix - What is being remixed.
 * @csspart session - The session the brief adds to.
 * @csspart pick - A choice: medium, variants, aspect ratio.
 * @csspart submit - The button that sends.
 * @csspart note - What is wrong, in place.
 * @fires {ImagineEvent} imagine - A brief is about to be sent; cancelable.
 * @fires {ImaginedEvent} imagined - A brief was sent, with what became of it.
 */
export class ImaginationComposer extends LitElement {
  static override styles = [...baseStyles, controlStyles, composerStyles];

  /** A backend of its own. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store of its own; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** Aspect ratios to choose from for images and videos, e.g. `['auto', '1:1', '16:9']`; none by default. Sent as `params.aspect`. */
  @property({ attribute: false }) aspects: readonly string[] = [];

  /** Key of the draft in the page's storage, for pages with several backends. Default `imaginations:draft`. */
  @property({ attribute: 'draft-key' }) draftKey = 'imaginations:draft';

  @state() private isEmptyRefused = false;
  @state() private isOpen = false;
  @state() private isWaiting = false;
  @state() private refusals: readonly string[] = [];

  readonly #localize = new LocalizeController(this, appTexts, composerTexts, sessionsTexts, sharedTexts);
  readonly #announcer = new AnnouncerController(this);
  readonly #data = new StoreController(
    this,
    (store) => {
      const draft = draftOf(store).value;
      const iteration = draft.remixOf === null ? undefined : store.iteration(draft.remixOf);
      const sessionId = iteration?.sessionId ?? draft.sessionId;
      const session = sessionId === null ? undefined : store.session(sessionId);
      return { draft, iteration, session, status: store.status.value };
    },
    (store) => this.#storeChanged(store),
  );
  readonly #incoming = new IncomingFilesController(this, {
    when: () => this.#data.store?.capabilities.upload === true,
    take: (incoming) => this.#take(incoming),
  });
  readonly #extras = new LatePart(this, async () => {
    const extras = await import('./draft-extras.js');
    extras.dress(this);
    return extras;
  });
  #kept = '';
  /** What has been said of it already. */
  #told: Draft = EMPTY_DRAFT;

  constructor() {
    super();
    new KeyBindingsController(this, { 'mod+enter': () => void this.#submit() }, { inFields: true });
    new ResizeController(this, undefined, () => grow(this.#field));
  }

  get #field(): HTMLTextAreaElement | null {
    return this.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea') ?? null;
  }

  get #picker(): HTMLInputElement | null {
    return this.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]') ?? null;
  }

  get #draft(): DraftStore | undefined {
    return this.#data.store && draftOf(this.#data.store);
  }

  // Not `willUpdate`: that comes before the controllers have found the store of a new adapter.
  protected override update(changed: PropertyValues<this>): void {
    const { store } = this.#data;
    if (store) this.#prepare(store, changed);
    super.update(changed);
  }

  #prepare(store: ImaginationsStore, changed: PropertyValues<this>): void {
    if (changed.has('draftKey')) this.#keepDraft(store);
    const { prompt, remixOf, sessionId, references } = draftOf(store).value;
    if (remixOf !== null || sessionId !== null || references.length > 0) void this.#extras.need();
    if (this.isEmptyRefused && !isBlank(prompt)) this.isEmptyRefused = false;
    if (remixOf !== this.#told.remixOf) this.#loadAim(store);
    this.#tell(store);
  }

  #tell(store: ImaginationsStore): void {
    const before = this.#told;
    const draft = (this.#told = draftOf(store).value);
    if (draft.remixOf === null && draft.references === before.references) return;
    void this.#extras.need().then((extras) => {
      const aim = { ...this.#data.value, draft, localizer: this.#localize.localizer, capabilities: store.capabilities };
      this.#announcer.announce(extras?.aimNews(before, aim) ?? '');
    });
  }

  /** Also waits for what the draft holds beside its words. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#extras.coming;
    return super.getUpdateComplete();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    grow(this.#field);
  }

  /** Puts the caret into the prompt, without scrolling the page. */
  focusPrompt(): void {
    const field = this.#field;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  protected override render(): TemplateResult {
    const { store, value } = this.#data;
    const { localizer } = this.#localize;
    if (!store || !value) return html`<p class="quiet">${localizer.t('state.noStore')}</p>`;
    const { capabilities } = value.status;
    if (!capabilities.generate) return html`<p class="quiet">${localizer.t('state.readOnly')}</p>`;
    const { draft, iteration, session } = value;
    const excess = draft.prompt.length - LONGEST_PROMPT;
    const isRefused = this.isEmptyRefused || excess > 0;
    // No form: in a sandboxed frame nothing can be submitted, and the browser says so in the console.
    return html`<div
      class=${`composer ${this.isOpen ? 'open' : ''} ${this.#incoming.isOver ? 'over' : ''}`}
      part="composer"
      dir=${this.#localize.dir}
      @mousedown=${this.#keepFocus}
      @focusin=${this.#handleFocusin}
      @focusout=${this.#handleFocusout}
    >
      ${this.#extras.now?.draftAim({ localizer, draft, iteration, session, capabilities, opener: store.media, clear: this.#clearAim })}
      ${this.#extras.now?.draftReferences({
        localizer,
        references: draft.references,
        limits: capabilities.limits,
        opener: store.media,
        remove: (key) => void this.#remove(key),
      })}
      ${capabilities.upload ? this.#renderPicker(capabilities) : nothing}
      <textarea
        part="prompt"
        rows="1"
        dir="auto"
        aria-label=${localizer.t('composer.prompt')}
        aria-invalid=${isRefused}
        aria-describedby="note"
        placeholder=${localizer.t(draft.sessionId === null ? 'composer.placeholder' : 'composer.generateMore')}
        .value=${live(draft.prompt)}
        @input=${this.#handleInput}
      ></textarea>
      <div class="picks">
        ${draftPicks({
          localizer,
          draft,
          capabilities,
          aspects: this.aspects,
          choose: (patch) => this.#patch(patch),
        })}
      </div>
      <button
        type="button"
        class="btn primary submit"
        part="submit"
        title=${localizer.t('composer.imagine')}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-busy=${this.isWaiting}
        @click=${this.#handleSubmit}
      >
        ${icon(shapes.imagine)}
        <span class="label">${localizer.t(this.isWaiting ? 'composer.imagining' : 'composer.imagine')}</span>
        <kbd aria-hidden="true">${isApple() ? '⌘↵' : localizer.t('composer.shortcut')}</kbd>
      </button>
      <div id="note" class="note" part="note" role="alert">${this.#renderNote(draft, excess)}</div>
      <div class="drop" aria-hidden="true">${icon(shapes.image)}${localizer.t('composer.drop')}</div>
    </div>`;
  }

  #renderPicker({ limits }: Capabilities): TemplateResult {
    const label = this.#localize.t('composer.addReferences');
    return html`<button
        type="button"
        class="btn icon add"
        title=${label}
        aria-label=${label}
        @click=${() => this.#picker?.click()}
      >
        ${icon(shapes.plus)}
      </button>
      <input type="file" hidden multiple accept=${limits.accept} aria-label=${label} @change=${this.#handlePicked} />`;
  }

  #renderNote({ failure, unsent }: Draft, excess: number): TemplateResult | typeof nothing {
    const { localizer } = this.#localize;
    const lines = [
      ...(this.isEmptyRefused ? [localizer.t('composer.empty')] : []),
      ...(excess > 0 ? [localizer.t('composer.tooLong', { count: excess })] : []),
      ...(failure ? [`${failureText(localizer, failure)} ${localizer.t('composer.failedKept')}`] : []),
      ...this.refusals,
    ];
    if (lines.length === 0) return nothing;
    const restore = unsent
      ? html`<button type="button" class="btn small" @click=${this.#handleRestore}>
          ${icon(shapes.undo)}${localizer.t('composer.restore')}
        </button>`
      : nothing;
    return html`${icon(shapes.alert)}<span>${lines.join(' ')}</span>${restore}`;
  }

  readonly #handleFocusin = (): void => {
    this.isOpen = true;
    void this.#extras.need();
  };

  readonly #handleFocusout = ({ relatedTarget }: FocusEvent): void => {
    if (this.shadowRoot?.contains(relatedTarget as Node | null)) return;
    // Not at once: a control that is taken away while drawing tells this too. And what keeps the focus while the whole
    // page is without it keeps the bar open.
    queueMicrotask(() => (this.isOpen = Boolean(this.shadowRoot?.activeElement)));
  };

  readonly #handleInput = ({ target }: Event): void => this.#patch({ prompt: (target as HTMLTextAreaElement).value });

  readonly #handleSubmit = (): void => void this.#submit();

  readonly #handlePicked = ({ target }: Event): void => {
    const picker = target as HTMLInputElement;
    this.#take({ files: [...(picker.files ?? [])], folders: [] });
    // The same file can be chosen again.
    picker.value = '';
  };

  readonly #handleRestore = (): void => {
    this.#draft?.restoreUnsent();
    this.focusPrompt();
  };

  readonly #clearAim = (): void => {
    const { store } = this.#data;
    if (!store) return;
    const draft = draftOf(store);
    const { remixOf } = draft.value;
    draft.patch({ remixOf: null, sessionId: remixOf === null ? null : store.navigation.value.sessionId });
    this.focusPrompt();
  };

  // A press must not take the caret out of the prompt: on phones the keyboard would go, and the button move away.
  readonly #keepFocus = (event: Event): void => {
    const isButton = (event.target as Element).closest('button') !== null;
    if (isButton && this.shadowRoot?.activeElement === this.#field) event.preventDefault();
  };

  #patch(patch: Partial<Draft>): void {
    this.#draft?.patch(patch);
  }

  #storeChanged(store: ImaginationsStore | undefined): void {
    this.#kept = '';
    if (!store) return;
    this.#keepDraft(store);
    this.#told = draftOf(store).value;
    this.#loadAim(store);
  }

  #keepDraft(store: ImaginationsStore): void {
    if (this.#kept === this.draftKey) return;
    this.#kept = this.draftKey;
    draftOf(store).keepIn(draftStorage(this.draftKey));
  }

  /** What a restored draft speaks of may not be in any list that is loaded. */
  #loadAim(store: ImaginationsStore): void {
    const { remixOf, sessionId } = draftOf(store).value;
    const loading =
      remixOf !== null ? store.loadIteration(remixOf) : sessionId !== null && store.loadSession(sessionId);
    // What cannot be loaded stays unnamed.
    if (loading) loading.catch(() => undefined);
  }

  #take({ files, folders }: IncomingFiles): void {
    const { store } = this.#data;
    const { localizer } = this.#localize;
    if (!store) return;
    const room = Math.max(0, MOST_REFERENCES - draftOf(store).value.references.length);
    this.refusals = [
      ...folders.map((name) => localizer.t('composer.wrongType', { name: shownName(name) })),
      ...(files.length > room ? [localizer.t('composer.tooMany', { count: MOST_REFERENCES })] : []),
    ];
    for (const file of files.slice(0, room)) void this.#attach(store, file);
  }

  async #attach(store: ImaginationsStore, file: File): Promise<void> {
    const draft = draftOf(store);
    const before = new Set(draft.value.references);
    const done = draft.attach(file);
    const key = draft.value.references.find((one) => !before.has(one))?.key;
    await done;
    const reference = draft.value.references.find((one) => one.key === key);
    if (reference?.state !== 'ready') return;
    this.#announcer.announce(this.#localize.t('composer.referenceAdded', { name: shownName(file.name) }));
  }

  async #remove(key: string): Promise<void> {
    const draft = this.#draft;
    if (!draft) return;
    const at = draft.value.references.findIndex((one) => one.key === key);
    draft.detach(key);
    this.requestUpdate();
    await this.updateComplete;
    const buttons = this.shadowRoot?.querySelectorAll<HTMLElement>('.remove') ?? [];
    const next = buttons[Math.min(at, buttons.length - 1)] ?? this.shadowRoot?.querySelector<HTMLElement>('.add');
    next?.focus({ preventScroll: true });
  }

  #isReady(store: ImaginationsStore): boolean {
    const { prompt } = draftOf(store).value;
    this.isEmptyRefused = isBlank(prompt);
    const isReady = !this.isEmptyRefused && prompt.length <= LONGEST_PROMPT;
    if (!isReady) this.focusPrompt();
    return isReady;
  }

  async #submit(): Promise<void> {
    const { store } = this.#data;
    if (!store?.capabilities.generate || this.isWaiting || !this.#isReady(store)) return;
    this.refusals = [];
    if (!(await this.#uploaded(store)) || !this.isConnected || !this.#isReady(store)) return;
    const draft = draftOf(store);
    const request = imagineRequest(draft.value, store.capabilities, this.aspects);
    if (!announceIntent(this, new ImagineEvent(request))) return;
    const outcome = await draft.send(() => store.imagine(request), store.navigation.value.sessionId);
    this.dispatchEvent(new ImaginedEvent(request, outcome));
  }

  /** Waits for references on their way; `false` when one of them did not arrive: the person decides what then. */
  async #uploaded(store: ImaginationsStore): Promise<boolean> {
    const draft = draftOf(store);
    const pending = draft.value.references.filter(({ state }) => state === 'uploading').map(({ key }) => key);
    if (pending.length === 0) return true;
    this.isWaiting = true;
    await draft.settled();
    this.isWaiting = false;
    return draft.value.references.every(({ key, state }) => state !== 'failed' || !pending.includes(key));
  }
}
