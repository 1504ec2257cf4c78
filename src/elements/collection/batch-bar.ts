import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LatePart } from '../../controllers/late-part.js';
import { RovingFocusController } from '../../controllers/roving-focus-controller.js';
import type { Localizer } from '../../i18n/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { icon } from '../../ui/icon.js';
import { more } from '../../ui/icon-shapes.js';
import type { MenuItem } from '../../ui/menu.js';
import { hostActionsAround } from '../host/host-actions.js';
import { batchActions, type BatchAction, type BatchActionContext } from './batch-actions.js';
import { batchButton, clearButton, clearOnEscape } from './batch-pieces.js';
import type { BatchNotes } from './batch-notes.js';
import * as words from './batch-words.js';
import { batchRunsOf, type BatchRuns } from './batch-runs.js';
import { failedList } from './failed-list.js';
import { selectedText, type TileSelection } from './tile-selection.js';

/** What the bar needs of its element. */
export interface BatchBarContext {
  store(): ImaginationsStore | undefined;
  localizer(): Localizer;
  announce(text: string): void;
  /** Puts the focus where it belongs among the tiles. */
  focusTiles(): void;
  /** Width of the element, in px. */
  width(): number;
  /** Opens the menu of the element at a button. */
  openMenu(anchor: HTMLElement, label: string, items: readonly MenuItem[]): void;
}

/** What can be done with everything that is selected, and what came of it; stands below the tiles. */
export class BatchBar {
  readonly #host: LitElement;
  readonly #selection: TileSelection;
  readonly #context: BatchBarContext;
  readonly #roving: RovingFocusController;
  readonly #notes: LatePart<BatchNotes>;
  #actions: readonly BatchAction[] = [];
  #actionsOf: readonly unknown[] = [];
  /** How many of them fit, and for what that was measured. */
  #fit = Infinity;
  #measured = '';
  #focused: HTMLElement | undefined;
  #runs: BatchRuns | undefined;
  #stop: (() => void) | undefined;

  constructor(host: LitElement, selection: TileSelection, context: BatchBarContext) {
    this.#host = host;
    this.#selection = selection;
    this.#context = context;
    this.#roving = new RovingFocusController(host, {
      items: () => this.#bar?.querySelectorAll<HTMLElement>('button:not([hidden])') ?? [],
      initial: () => this.#bar?.querySelector<HTMLElement>('button:not([hidden])') ?? undefined,
    });
    this.#notes = new LatePart(
      host,
      async () =>
        new (await import('./batch-notes.js')).BatchNotes(host, {
          ...context,
          focusBack: () => this.#focusBack(),
          // Beside what the tiles are made of: in a part of its own it would split what is loaded first.
          failedList,
          words,
          repeat,
        }),
    );
  }

  render(): TemplateResult | typeof nothing {
    const active = this.#host.shadowRoot?.activeElement;
    this.#focused = active instanceof HTMLElement && active.closest('.batch, .batch-notes') ? active : undefined;
    const store = this.#context.store();
    // In a picker, what becomes of it is its host's.
    if (!store || this.#selection.isOwn) return nothing;
    const runs = batchRunsOf(store);
    if (runs.running || runs.notes.length > 0) void this.#notes.need();
    return html`${this.#notes.now?.render(store, runs) ?? nothing}${this.#renderBar(store)}`;
  }

  /** To be called when everything is drawn. */
  settle(): void {
    const store = this.#context.store();
    const runs = store && batchRunsOf(store);
    if (runs !== this.#runs || !this.#stop) {
      this.disconnect();
      this.#runs = runs;
      this.#stop = runs?.listen(() => this.#host.requestUpdate());
    }
    this.#measure();
    const lost = this.#focused;
    this.#focused = undefined;
    if (lost && (!lost.isConnected || lost.hidden) && !this.#host.shadowRoot?.activeElement) this.#focusBack();
  }

  disconnect(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  get #bar(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('.batch');
  }

  /** A control that had the focus has gone. */
  #focusBack(): void {
    if (this.#bar) this.#roving.focusItem();
    else this.#context.focusTiles();
  }

  #renderBar(store: ImaginationsStore): TemplateResult | typeof nothing {
    const { now, query } = this.#selection;
    if (!now || now.isEmpty) return nothing;
    const localizer = this.#context.localizer();
    const host = this.#host;
    const tally = now.tally(query);
    // Asked for at each frame of a scroll.
    const { capabilities } = store;
    const of = [now, tally, store, capabilities, localizer, query.filter?.archived, hostActionsAround(host)];
    if (of.some((one, at) => one !== this.#actionsOf[at])) {
      const context: BatchActionContext = {
        host,
        store,
        localizer,
        selection: now,
        query,
        selectAll: () => this.#selection.all(),
        invert: () => void this.#selection.invert(),
        focusTiles: () => this.#context.focusTiles(),
      };
      this.#actions = batchActions.flatMap((make) => make(context));
      this.#actionsOf = of;
    }
    const all = this.#actions.length;
    const shown = this.#fit >= all ? all : this.#fit;
    const buttons = this.#actions.map((action, at) => batchButton(action, at >= shown));
    return html`<div
      class="batch"
      part="batch"
      role="toolbar"
      aria-label=${localizer.t('selection.label')}
      @keydown=${this.#handleKeydown}
    >
      <span class="batch-count">${selectedText(localizer, now, query)}</span>
      ${buttons}
      <button
        type="button"
        class="btn icon small"
        data-batch="more"
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${localizer.t('action.moreActions')}
        title=${localizer.t('action.moreActions')}
        ?hidden=${shown === all}
        @click=${this.#handleMore}
      >
        ${icon(more)}
      </button>
      ${clearButton(localizer, this.#clear)}
    </div>`;
  }

  /** How many actions fit: measured once for each width and each text of the bar. */
  #measure(): void {
    const bar = this.#bar;
    if (!bar) {
      this.#measured = '';
      return;
    }
    const what = [this.#context.width(), bar.textContent, ...this.#actions.map(({ id }) => id)].join('|');
    if (what === this.#measured) return;
    this.#measured = what;
    const hidden = [...bar.querySelectorAll<HTMLElement>('[hidden]')];
    for (const one of hidden) one.hidden = false;
    bar.classList.add('measured');
    const [count, ...buttons] = [...bar.children].map((one) => one.getBoundingClientRect().width);
    const style = getComputedStyle(bar);
    const gap = Number.parseFloat(style.columnGap) || 0;
    const around = Number.parseFloat(style.paddingInlineStart) + Number.parseFloat(style.paddingInlineEnd) + 2;
    bar.classList.remove('measured');
    for (const one of hidden) one.hidden = true;
    const [menu = 0, clear = 0] = buttons.splice(-2);
    const most = Number.parseFloat(style.maxInlineSize);
    const room = (Number.isFinite(most) ? most : this.#context.width()) - around - (count ?? 0) - clear - gap;
    const whole = buttons.reduce((sum, width) => sum + width + gap, 0);
    let fit = buttons.length;
    let used = menu + gap;
    if (whole > room) {
      fit = buttons.findIndex((width) => (used += width + gap) > room);
      fit = fit < 0 ? buttons.length - 1 : fit;
    }
    if (fit === this.#fit) return;
    this.#fit = fit;
    // This update has drawn already: the next follows before anything is painted.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  readonly #clear = (): void => {
    this.#context.focusTiles();
    this.#selection.clear();
  };

  readonly #handleMore = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const items = this.#actions
      .slice(this.#fit)
      .map(({ id, label, icon: shape, run }): MenuItem => ({ id, label, icon: shape, run }));
    this.#context.openMenu(currentTarget, this.#context.localizer().t('action.moreActions'), items);
  };

  readonly #handleKeydown = clearOnEscape(this.#clear);
}
