import { html, nothing, render, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { ReassignTarget, Selection } from '../../data/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { errorTexts } from '../../i18n/texts/errors.js';
import { loadingTexts } from '../../i18n/texts/loading.js';
import { reassignTexts } from '../../i18n/texts/reassign.js';
import { stateTexts } from '../../i18n/texts/states.js';
import { deepActive } from '../../internal/composed-tree.js';
import { showModal } from '../../ui/modal.js';
import type { ImaginationsStore } from '../../store/index.js';
import { moreControlStyles } from '../../theme/controls.styles.js';
import { tileControlStyles } from '../../theme/tile-controls.styles.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { icon } from '../../ui/icon.js';
import { close } from '../../ui/icon-shapes.js';
import { mediaThumbnailStyles } from '../../ui/media-thumbnail.js';
import { stateStyles } from '../../ui/states.js';
import { reassignWays } from './can-reassign.js';
import type { Choice, ChoiceContext } from './choice.js';
import type { ReassignOptions } from './reassign-options.js';
import { leavesList } from './leaves.js';
import { ProjectChoice } from './project-choice.js';
import { ReassignRows } from './reassign-rows.js';
import { reassignStyles } from './reassign.styles.js';
import { SessionChoice } from './session-choice.js';

type Way = 'session' | 'projects';

/** The dialog that asks where iterations go: native and modal, inside the shadow root of whoever opens it. */
export class ReassignDialog implements ReactiveController {
  readonly #host: LitElement;
  readonly #store: ImaginationsStore;
  readonly #options: ReassignOptions;
  readonly #dialog = document.createElement('dialog');
  readonly #end = new AbortController();
  readonly #rows: ReassignRows;
  readonly #choices: Readonly<Partial<Record<Way, Choice>>>;
  #way: Way;
  #isDue = false;
  #chosen: ReassignTarget | undefined;
  #closed: () => void = () => undefined;

  constructor(host: LitElement, store: ImaginationsStore, targets: readonly Selection[], options: ReassignOptions) {
    for (const texts of [reassignTexts, errorTexts, stateTexts, loadingTexts]) addEnglish(texts);
    adoptStyles(host, tileControlStyles, moreControlStyles, ...mediaThumbnailStyles, stateStyles, reassignStyles);
    this.#host = host;
    this.#store = store;
    this.#options = options;
    this.#rows = new ReassignRows(store, targets, options.count);
    const ways = reassignWays(store);
    const context: ChoiceContext = {
      store,
      localizer: options.localizer,
      rows: this.#rows,
      ways,
      dialog: this.#dialog,
      update: this.#update,
      choose: (to) => this.#choose(to),
    };
    this.#choices = {
      ...((ways.session || ways.newSession) && { session: new SessionChoice(context) }),
      ...(ways.projects && { projects: new ProjectChoice(context) }),
    };
    this.#way = this.#choices.session ? 'session' : 'projects';
  }

  /** Opens it; resolves when it has closed and the focus is back. */
  async show(): Promise<void> {
    const dialog = this.#dialog;
    const opener = deepActive(document);
    dialog.className = 'reassign';
    dialog.setAttribute('part', 'reassign');
    dialog.setAttribute('aria-labelledby', 'reassign-title');
    dialog.dir = this.#host.shadowRoot?.querySelector('[dir]')?.getAttribute('dir') ?? this.#options.localizer.dir;
    dialog.tabIndex = -1;
    const { signal } = this.#end;
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    // Keys of a dialog are nobody else's.
    dialog.addEventListener('keydown', (event) => event.stopPropagation(), { signal });
    dialog.addEventListener('close', () => this.#closed(), { signal });
    dialog.addEventListener('pointerdown', this.#handlePress, { signal });
    this.#host.renderRoot.append(dialog);
    this.#host.addController(this);
    const stop = this.#store.subscribe(this.#update);
    this.#choices[this.#way]?.load();
    this.#draw();
    showModal(this.#host, dialog);
    this.#takeFocus();
    void this.#rows.read(this.#update, signal);
    await closed;
    stop();
    this.#end.abort();
    for (const choice of Object.values(this.#choices)) choice.leave();
    this.#host.removeController(this);
    dialog.remove();
    this.#giveFocusBack(opener);
    const { apply, shown = {} } = this.#options;
    if (this.#chosen) apply(this.#chosen, leavesList(this.#store, shown, this.#chosen));
  }

  hostDisconnected(): void {
    this.#close();
  }

  get #isOpen(): boolean {
    return !this.#end.signal.aborted && this.#dialog.isConnected;
  }

  #giveFocusBack(opener: Element | null): void {
    if (!this.#host.isConnected) return;
    const isGone = !(opener instanceof HTMLElement) || !opener.isConnected || opener.hidden;
    if (!isGone && deepActive(document) !== opener) opener.focus({ preventScroll: true });
    if (isGone && deepActive(document) === document.body) this.#options.focusBack?.();
  }

  readonly #update = (): void => {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#isOpen) this.#draw();
    });
  };

  #draw(): void {
    render(this.#render(), this.#dialog, { host: this });
    this.#choices[this.#way]?.settle();
    // What had the focus may have gone.
    if (this.#dialog.open && !this.#dialog.contains(this.#host.shadowRoot?.activeElement ?? null)) this.#takeFocus();
  }

  #takeFocus(): void {
    const field = this.#dialog.querySelector<HTMLElement>('[data-reassign=search]');
    // A finger would call up the keyboard over the list.
    if (field && !matchMedia('(pointer: coarse)').matches) field.focus({ preventScroll: true });
    else this.#dialog.focus({ preventScroll: true });
  }

  #render(): TemplateResult {
    const { localizer, count } = this.#options;
    const choice = this.#choices[this.#way];
    const foot = choice?.renderFoot();
    const hasWays = Object.keys(this.#choices).length > 1;
    return html`<header class="reassign-head">
        <h2 id="reassign-title">
          ${typeof count === 'number' ? localizer.t('reassign.title', { count }) : localizer.t('reassign.titleAll')}
        </h2>
        <button
          type="button"
          class="btn icon"
          data-reassign="close"
          aria-label=${localizer.t('reassign.close')}
          title=${localizer.t('reassign.close')}
          @click=${this.#close}
        >
          ${icon(close)}
        </button>
      </header>
      ${
        hasWays
          ? html`<div class="reassign-ways">
              <div
                class="segmented"
                role="tablist"
                aria-label=${localizer.t('reassign.ways')}
                @keydown=${this.#handleTabKey}
              >
                ${this.#tab('session')}${this.#tab('projects')}
              </div>
            </div>`
          : nothing
      }
      <div
        class="reassign-body"
        id="reassign-panel"
        role=${hasWays ? 'tabpanel' : nothing}
        aria-labelledby=${hasWays ? `reassign-tab-${this.#way}` : nothing}
      >
        ${choice?.renderBody() ?? nothing}
      </div>
      ${foot ? html`<footer class="reassign-foot">${foot}</footer>` : nothing}`;
  }

  #tab(way: Way): TemplateResult {
    const isOn = this.#way === way;
    return html`<button
      type="button"
      role="tab"
      id="reassign-tab-${way}"
      aria-controls="reassign-panel"
      aria-selected=${isOn}
      tabindex=${isOn ? 0 : -1}
      @click=${() => this.#go(way)}
    >
      ${this.#options.localizer.t(`reassign.${way}`)}
    </button>`;
  }

  #go(way: Way): void {
    this.#way = way;
    this.#choices[way]?.load();
    this.#update();
  }

  readonly #handleTabKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key !== 'ArrowRight' && key !== 'ArrowLeft' && key !== 'Home' && key !== 'End') return;
    event.preventDefault();
    this.#go(this.#way === 'session' ? 'projects' : 'session');
    this.#draw();
    this.#dialog.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus({ preventScroll: true });
  };

  /** A press beside it closes it. */
  readonly #handlePress = (event: PointerEvent): void => {
    const { left, right, top, bottom } = this.#dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (event.target === this.#dialog && (x < left || x > right || y < top || y > bottom)) this.#close();
  };

  readonly #close = (): void => {
    if (this.#dialog.open) this.#dialog.close();
    this.#closed();
  };

  #choose(to: ReassignTarget | undefined): void {
    this.#chosen = to;
    this.#close();
  }
}
