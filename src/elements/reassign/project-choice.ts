import { html, nothing, type TemplateResult } from 'lit';
import { AdapterError, toFailure } from '../../data/index.js';
import { clipText } from '../../internal/clip-text.js';
import { isComposing } from '../../internal/is-composing.js';
import { reveal } from '../../internal/reveal.js';
import type { Failure, Id, Project } from '../../model/index.js';
import { projectList, type ProjectList } from '../../store/index.js';
import { createProject } from '../../store/create-project.js';
import { failureText } from '../../ui/failure-text.js';
import { icon } from '../../ui/icon.js';
import { folder, plus } from '../../ui/icon-shapes.js';
import { emptyState, errorState } from '../../ui/states.js';
import { Typing, type Choice, type ChoiceContext } from './choice.js';
import { failedLine } from './failed-line.js';
import type { Share } from './reassign-rows.js';
import { places } from './session-choice.js';

/** How near to its end, in px, the list is read on. */
const NEAR_END = 400;
const NAME_LENGTH = 120;

/** Any number of projects: a tick for those that all rows are in, and half a one where some are. Nothing happens until it is applied. */
export class ProjectChoice implements Choice {
  readonly #context: ChoiceContext;
  readonly #projects: ProjectList;
  readonly #typing: Typing;
  /** What was ticked, and what was unticked. */
  readonly #wanted = new Map<Id, boolean>();
  #isMaking = false;
  /** The dialog has closed. */
  #hasLeft = false;
  /** One was made, or found by its name: the button that made it has gone. */
  #isMadeNow = false;
  #failure: Failure | undefined;
  #current: Id | undefined;

  constructor(context: ChoiceContext) {
    this.#context = context;
    this.#projects = projectList(context.store);
    this.#typing = new Typing((text) => {
      this.#failure = undefined;
      void this.#projects.search(text);
      context.update();
    });
  }

  load(): void {
    if (this.#projects.value.status === 'idle') void this.#projects.load();
  }

  settle(): void {
    const { list } = this;
    if (!list) {
      this.#isMadeNow = false;
      return;
    }
    if (this.#isMadeNow) list.querySelector<HTMLElement>('input[tabindex="0"]')?.focus({ preventScroll: true });
    this.#isMadeNow = false;
    const { status, complete } = this.#projects.value;
    const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
    if (status === 'ready' && !complete && isNear) void this.#projects.more();
  }

  leave(): void {
    this.#hasLeft = true;
    this.#typing.stop();
  }

  get list(): HTMLElement | null {
    return this.#context.dialog.querySelector<HTMLElement>('.reassign-list.projects');
  }

  renderBody(): TemplateResult {
    const { localizer, ways } = this.#context;
    const label = localizer.t('reassign.searchProjects');
    const { status, error } = this.#projects.value;
    const shown = this.#shown;
    const isLoading = shown.length === 0 && (status === 'idle' || status === 'loading');
    return html`<input
        class="input"
        data-reassign="search"
        type="text"
        aria-label=${label}
        placeholder=${label}
        autocomplete="off"
        spellcheck="false"
        enterkeyhint=${ways.newProject ? 'done' : 'search'}
        .value=${this.#typing.typed}
        @input=${this.#typing.handle}
        @keydown=${this.#handleSearchKey}
      />
      ${ways.newProject ? this.#renderNew() : nothing}
      ${
        this.#failure
          ? html`<p class="reassign-line" role="alert"><span>${failureText(localizer, this.#failure)}</span></p>`
          : nothing
      }
      ${isLoading ? places() : nothing} ${shown.length > 0 ? this.#renderList(shown) : nothing}
      ${
        shown.length === 0 && status === 'ready'
          ? emptyState({
              icon: folder,
              title: localizer.t('reassign.noProjects'),
              text: this.#emptyText,
            })
          : nothing
      }
      ${status === 'error' && error && shown.length === 0 ? errorState(localizer, error, this.#retry) : nothing}
      ${status === 'error' && error && shown.length > 0 ? failedLine(localizer, error, this.#retry) : nothing}`;
  }

  renderFoot(): TemplateResult {
    const { localizer, rows, choose } = this.#context;
    const isUnread = !rows.isWhole;
    return html`${isUnread ? html`<p class="reassign-note">${localizer.t('reassign.unread')}</p>` : nothing}
      <button type="button" class="btn" data-reassign="cancel" @click=${() => choose(undefined)}>
        ${localizer.t('action.cancel')}
      </button>
      <button
        type="button"
        class="btn primary"
        data-reassign="apply"
        ?disabled=${this.#wanted.size === 0 || this.#isMaking}
        @click=${this.#apply}
      >
        ${localizer.t('reassign.apply')}
      </button>`;
  }

  get #shown(): readonly Project[] {
    return this.#projects.value.projects.filter(({ archivedAt }) => !archivedAt);
  }

  /** What helps where none shows: what is typed is offered as a name already. */
  get #emptyText(): string | undefined {
    const { localizer, ways } = this.#context;
    if (!ways.newProject) return localizer.t('reassign.noProjectsText');
    return this.#typing.text === '' ? localizer.t('reassign.newProjectHint') : undefined;
  }

  #named(name: string): Project | undefined {
    return this.#shown.find((project) => project.name.toLocaleLowerCase() === name.toLocaleLowerCase());
  }

  #shareOf(id: Id): Share {
    return this.#wanted.get(id) ?? this.#context.rows.inProject(id);
  }

  #renderNew(): TemplateResult | typeof nothing {
    const { localizer } = this.#context;
    const { text } = this.#typing;
    if (text === '' || this.#named(text)) return nothing;
    return html`<button
      type="button"
      class="reassign-new"
      data-reassign="new-project"
      aria-disabled=${this.#isMaking ? 'true' : nothing}
      @click=${this.#make}
    >
      <span class="reassign-picture">${icon(plus)}</span>
      <span class="reassign-name" dir="auto"
        >${localizer.t('reassign.newProject', { name: clipText(text, NAME_LENGTH) })}</span
      >
    </button>`;
  }

  #renderList(projects: readonly Project[]): TemplateResult {
    const { localizer, update } = this.#context;
    const stop = projects.some(({ id }) => id === this.#current) ? this.#current : projects[0]?.id;
    const rows = projects.map((project) => this.#renderProject(project, project.id === stop));
    return html`<div
      class="reassign-list projects"
      role="group"
      aria-label=${localizer.t('reassign.projects')}
      @scroll=${update}
      @keydown=${this.#handleKeydown}
    >
      ${rows}
    </div>`;
  }

  #renderProject({ id, name }: Project, isStop: boolean): TemplateResult {
    const { localizer } = this.#context;
    const share = this.#shareOf(id);
    return html`<label class="reassign-project" title=${share === 'mixed' ? localizer.t('reassign.some') : nothing}>
      <input
        type="checkbox"
        data-id=${id}
        tabindex=${isStop ? 0 : -1}
        .checked=${share === true}
        .indeterminate=${share === 'mixed'}
        @change=${(event: Event) => this.#toggle(id, share, event)}
        @focus=${() => this.#enter(id)}
      />
      <span class="reassign-name" dir="auto">${clipText(name, NAME_LENGTH)}</span>
    </label>`;
  }

  /** Some become all, all become none, and none become some again where they were; where it began it is left alone. */
  #toggle(id: Id, share: Share, { currentTarget: box }: Event): void {
    const isBack = share === false && this.#context.rows.inProject(id) === 'mixed';
    this.#want(id, isBack ? 'mixed' : share !== true);
    // The press has ticked it, which a binding that has not changed would not know.
    if (isBack && box instanceof HTMLInputElement) box.checked = false;
    this.#context.update();
  }

  #want(id: Id, share: Share): void {
    if (share === 'mixed' || share === this.#context.rows.inProject(id)) this.#wanted.delete(id);
    else this.#wanted.set(id, share);
  }

  #enter(id: Id): void {
    if (this.#current === id) return;
    this.#current = id;
    this.#context.update();
  }

  readonly #retry = (): void => void this.#projects.load();

  readonly #apply = (): void => {
    const add = [...this.#wanted].flatMap(([id, on]) => (on ? id : []));
    const remove = [...this.#wanted].flatMap(([id, on]) => (on ? [] : id));
    if (add.length + remove.length === 0) return;
    this.#context.choose({
      projects: { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) },
    });
  };

  readonly #make = (): void => {
    const { text } = this.#typing;
    if (!this.#isMaking && text !== '') void this.#create(text);
  };

  /** Makes a project and ticks it; or ticks the one that has the name. */
  async #create(name: string): Promise<void> {
    this.#isMaking = true;
    this.#failure = undefined;
    this.#typing.stop();
    this.#context.update();
    // What has been read may have been found by other words.
    await this.#projects.search(name);
    if (this.#hasLeft) return;
    try {
      const { status, text, error } = this.#projects.value;
      // Nobody knows whether there is one of that name.
      if (status === 'error' && text === name && error) throw new AdapterError(error.code, error.message);
      const known = this.#named(name);
      const { id } = known ?? (await createProject(this.#context.store, { name }));
      if (this.#shareOf(id) !== true) this.#want(id, true);
      this.#current = id;
      this.#isMadeNow = this.#isWaitedFor(name);
    } catch (thrown) {
      this.#failure = toFailure(thrown);
    }
    this.#isMaking = false;
    this.#context.update();
  }

  /** Whether the focus is still where it was asked for; who writes on, or has gone on, is not called back. */
  #isWaitedFor(name: string): boolean {
    const root = this.#context.dialog.getRootNode();
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    if (active?.matches('[data-reassign=search]')) return this.#typing.text === name;
    return !active || active === this.#context.dialog || active.matches('.reassign-new');
  }

  readonly #handleSearchKey = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter' && this.#context.ways.newProject && !isComposing(event);
    if (!isEnter && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (isEnter) {
      if (!event.repeat) this.#make();
      return;
    }
    this.list?.querySelector<HTMLElement>('input[tabindex="0"]')?.focus({ preventScroll: true });
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const { list } = this;
    const boxes = [...(list?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const at = boxes.findIndex((box) => box === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = boxes[to];
    if (to < 0)
      this.#context.dialog.querySelector<HTMLElement>('[data-reassign=search]')?.focus({ preventScroll: true });
    if (!next || !list) return;
    next.focus({ preventScroll: true });
    reveal(list, next);
  };
}
