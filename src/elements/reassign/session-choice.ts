import { html, nothing, type TemplateResult } from 'lit';
import { relativeTime } from '../../i18n/calendar.js';
import type { Id, Query, Session } from '../../model/index.js';
import type { ListSnapshot, PagedList } from '../../store/index.js';
import { icon } from '../../ui/icon.js';
import { check, plus, sessions } from '../../ui/icon-shapes.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';
import { emptyState, errorState } from '../../ui/states.js';
import { sessionName } from '../session/session-name.js';
import { Typing, type Choice, type ChoiceContext } from './choice.js';
import { failedLine } from './failed-line.js';
import { offset } from './offset.js';

/** Height of a row, in px; `reassign.styles.ts` has the same. */
const ROW = 56;
/** Rows that are drawn beyond the edges, and at which distance of the end the next page is read. */
const MARGIN = 8;
const AHEAD = 30;
/** Rows that stand for those that are being read. */
const PLACES = 6;
const PICTURE = 40;
const LIST = 'reassign-sessions';

/** One session among all that there are, the newest first: a combobox with its list below it, drawn as far as it shows. */
export class SessionChoice implements Choice {
  readonly #context: ChoiceContext;
  readonly #typing: Typing;
  #text = '';
  /** What the arrows have come to. */
  #active: Id | undefined;
  #isActiveNew = false;
  #isNaming = false;
  #wasNaming = false;

  constructor(context: ChoiceContext) {
    this.#context = context;
    this.#typing = new Typing((text) => {
      this.#text = text;
      this.#active = undefined;
      const { list } = this;
      if (list) list.scrollTop = 0;
      this.load();
      context.update();
    });
  }

  load(): void {
    const { status } = this.#list.value;
    if (status === 'idle' && this.#context.ways.session) void this.#list.load();
  }

  leave(): void {
    this.#typing.stop();
  }

  settle(): void {
    if (!this.#context.ways.session) return;
    const { ids, status, complete, loadingMore } = this.#list.value;
    const { end } = this.#range(ids.length);
    if (status === 'ready' && !complete && !loadingMore && end + AHEAD >= ids.length) void this.#list.more();
    if (this.#isActiveNew) this.#reveal(ids);
    this.#isActiveNew = false;
    const field = this.#isNaming ? this.#context.dialog.querySelector<HTMLElement>('[data-reassign=title]') : null;
    if (field && !this.#wasNaming) field.focus({ preventScroll: true });
    this.#wasNaming = this.#isNaming;
  }

  renderFoot(): undefined {
    return undefined;
  }

  renderBody(): TemplateResult {
    const { localizer, ways } = this.#context;
    const { value } = this.#list;
    const label = localizer.t('reassign.searchSessions');
    const at = this.#active === undefined ? -1 : value.ids.indexOf(this.#active);
    return html`${ways.newSession ? this.#renderNew() : nothing}
    ${
      ways.session
        ? html`<input
              class="input"
              data-reassign="search"
              role="combobox"
              aria-expanded="true"
              aria-autocomplete="list"
              aria-controls=${LIST}
              aria-activedescendant=${at < 0 ? nothing : optionId(at)}
              aria-label=${label}
              placeholder=${label}
              autocomplete="off"
              spellcheck="false"
              enterkeyhint="search"
              .value=${this.#typing.typed}
              @input=${this.#typing.handle}
              @keydown=${this.#handleKeydown}
            />
            ${this.#renderList(value)}`
        : nothing
    }`;
  }

  get list(): HTMLElement | null {
    return this.#context.dialog.querySelector<HTMLElement>(`#${LIST}`);
  }

  get #list(): PagedList<Session> {
    const query: Query = this.#text === '' ? {} : { filter: { text: this.#text } };
    return this.#context.store.sessionList(query);
  }

  #renderNew(): TemplateResult {
    const { localizer } = this.#context;
    if (!this.#isNaming) {
      return html`<button type="button" class="reassign-new" data-reassign="new" @click=${this.#name}>
        <span class="reassign-picture">${icon(plus)}</span>${localizer.t('reassign.newSession')}
      </button>`;
    }
    const label = localizer.t('reassign.newTitle');
    return html`<form class="reassign-naming" @submit=${this.#create}>
      <input
        class="input"
        data-reassign="title"
        aria-label=${label}
        placeholder=${label}
        autocomplete="off"
        maxlength="200"
      />
      <button type="submit" class="btn primary" data-reassign="create">${localizer.t('reassign.create')}</button>
    </form>`;
  }

  #renderList(value: ListSnapshot): TemplateResult {
    const { localizer, update } = this.#context;
    const { ids, status, error, complete } = value;
    const isLoading = ids.length === 0 && !complete && !error;
    const isEmpty = ids.length === 0 && complete && status === 'ready';
    const { first, end } = this.#range(ids.length);
    const size = complete ? ids.length : -1;
    const options = ids.slice(first, end).map((id, at) => this.#renderOption(id, first + at, size));
    return html`<div
        class="reassign-list"
        id=${LIST}
        role="listbox"
        aria-label=${localizer.t('reassign.sessions')}
        aria-busy=${isLoading ? 'true' : nothing}
        ?hidden=${ids.length === 0}
        @scroll=${update}
        @click=${this.#handleClick}
        @keydown=${this.#handleKeydown}
      >
        <div class="reassign-canvas" role="presentation" ${offset(0, ids.length * ROW)}>${options}</div>
      </div>
      ${isLoading ? places() : nothing}
      ${
        isEmpty
          ? emptyState({
              icon: sessions,
              title: localizer.t('reassign.noSessions'),
              text: this.#text === '' ? undefined : localizer.t('reassign.noSessionsText'),
            })
          : nothing
      }
      ${error && ids.length === 0 ? errorState(localizer, error, this.#retry) : nothing}
      ${error && ids.length > 0 ? failedLine(localizer, error, this.#retry) : nothing}`;
  }

  #renderOption(id: Id, at: number, size: number): TemplateResult | typeof nothing {
    const { localizer, store, rows } = this.#context;
    const session = store.session(id);
    if (!session) return nothing;
    const isHere = rows.sessionId === id;
    const row = session.cover?.[0];
    const total = session.counts?.total;
    return html`<div
      class="reassign-option"
      role="option"
      id=${optionId(at)}
      data-id=${id}
      aria-selected=${this.#active === id}
      aria-disabled=${isHere ? 'true' : nothing}
      aria-setsize=${size}
      aria-posinset=${at + 1}
      ${offset(at * ROW, ROW)}
    >
      <span class="reassign-picture" aria-hidden="true"
        >${
          row?.media
            ? mediaThumbnail({ media: row.media, kind: row.kind, opener: store.media, width: PICTURE })
            : icon(sessions)
        }</span
      >
      <span class="reassign-text">
        <span class="reassign-name" dir="auto">${sessionName(session, localizer)}</span>
        <span class="reassign-meta">
          ${total === undefined ? nothing : html`${localizer.t('reassign.items', { count: total })} · `}
          ${relativeTime(localizer, session.lastActivityAt ?? session.createdAt, store.now())}
        </span>
      </span>
      ${isHere ? html`<span class="reassign-here">${icon(check)}${localizer.t('reassign.current')}</span>` : nothing}
    </div>`;
  }

  /** What is drawn. */
  #range(count: number): { readonly first: number; readonly end: number } {
    const { scrollTop = 0, clientHeight = 0 } = this.list ?? {};
    const first = Math.max(0, Math.floor(scrollTop / ROW) - MARGIN);
    const shown = Math.ceil((clientHeight || PLACES * ROW) / ROW);
    return { first: Math.min(first, count), end: Math.min(count, first + shown + 2 * MARGIN) };
  }

  readonly #retry = (): void => {
    void this.#list.more();
    this.#context.update();
  };

  readonly #name = (): void => {
    this.#isNaming = true;
    this.#context.update();
  };

  readonly #create = (event: Event): void => {
    event.preventDefault();
    const field = this.#context.dialog.querySelector<HTMLInputElement>('[data-reassign=title]');
    const title = field?.value.trim() ?? '';
    this.#context.choose({ create: title === '' ? {} : { title } });
  };

  #choose(id: Id): void {
    if (this.#context.rows.sessionId !== id) this.#context.choose({ sessionId: id });
  }

  #reveal(ids: readonly Id[]): void {
    const { list } = this;
    const at = this.#active === undefined ? -1 : ids.indexOf(this.#active);
    if (!list || at < 0) return;
    const [top, bottom] = [at * ROW, (at + 1) * ROW];
    if (top < list.scrollTop) list.scrollTop = top;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }

  readonly #handleClick = ({ target }: Event): void => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    if (option?.dataset['id'] !== undefined) this.#choose(option.dataset['id']);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { ids } = this.#list.value;
    const at = this.#active === undefined ? -1 : ids.indexOf(this.#active);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PLACES, PageUp: -PLACES }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (this.#active !== undefined) this.#choose(this.#active);
      return;
    }
    if (step === undefined || ids.length === 0) return;
    event.preventDefault();
    this.#active = ids[Math.min(ids.length - 1, Math.max(0, at + step))];
    this.#isActiveNew = true;
    this.#context.update();
  };
}

const optionId = (at: number): string => `reassign-session-${at}`;

/** What stands where rows will be. */
export const places = (): TemplateResult =>
  html`<div class="reassign-list" aria-hidden="true">
    ${Array.from({ length: PLACES }, () => html`<div class="reassign-place"><i class="skeleton"></i><i class="skeleton"></i></div>`)}
  </div>`;
