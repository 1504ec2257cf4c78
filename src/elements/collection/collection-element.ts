import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { loadingTexts } from '../../i18n/texts/loading.js';
import { collectionFirstTexts } from '../../i18n/texts/collection-first.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import { RowWindow } from '../../layouts/row-window.js';
import { promptOf, queryKey, type Counts, type Id } from '../../model/index.js';
import type { Capabilities, ImaginationsStore } from '../../store/index.js';
import { iterationTile } from '../../ui/iteration-tile.js';
import type { KindChoice } from '../../ui/kind-filter.js';
import { allows } from './allows.js';
import type { AnyList, AnySnapshot } from './collection-list.js';
import type { CollectionModel, SectionKey, Time } from './collection-model.js';
import { collectionChoice } from './collection-query.js';
import type { CollectionRest } from './collection-rest.js';
import { CollectionSource } from './collection-source.js';
import { collectionStyles } from './collection.styles.js';
import { keepForLater } from './later-input.js';
import { place } from './place.js';
import { boxInSection, itemsToDraw, sectionViews, type SectionView } from './section-view.js';
import { rowHeightFor } from './tile-size.js';

/** What is taken from the store. */
interface Selection {
  readonly list: AnySnapshot;
  readonly key: string;
  readonly kind: KindChoice;
  readonly archived: boolean;
  readonly counts: Counts | null;
  readonly openId: Id | null;
  readonly offline: boolean;
  readonly capabilities: Capabilities;
  /** Another one whenever a row that matters is another. */
  readonly rows: object;
}

/** Pictures are chosen for widths in steps, so that a few px do not load them anew. */
const WIDTH_STEP = 80;

/**
 * What grid and timeline share: iterations as tiles in virtual rows, one tab stop, keys in two dimensions, and a
 * viewport that keeps what is under the eye where it is.
 */
export abstract class CollectionElement extends LitElement {
  static override styles = collectionStyles;

  /** The backend; leave it out inside `<imaginations-provider>`. */
  @property({ attribute: false }) adapter: ImaginationsAdapter | undefined;
  /** A store to share with other elements; comes before `adapter`. */
  @property({ attribute: false }) store: ImaginationsStore | undefined;
  /** Shows the iterations of this session only. */
  @property({ attribute: 'session-id' }) sessionId: Id | undefined;
  /** Shows one medium: `image`, `video` or `audio`, or `all`. Default: what the store's navigation says. */
  @property() kind: KindChoice | undefined;
  /** Shows what has been archived. Default: what the store's navigation says. */
  @property({ type: Boolean }) archived = false;
  /** Leaves out the filter bar. */
  @property({ type: Boolean, attribute: 'no-filter' }) noFilter = false;
  /** Height in px that rows of tiles aim at. Default 220, and never more than lets two tiles stand side by side. */
  @property({ type: Number, attribute: 'tile-size' }) tileSize: number | undefined;

  readonly #i18n = new LocalizeController(this, collectionFirstTexts, loadingTexts);
  readonly #data = new StoreController<Selection>(this, (store) => this.#select(store));
  readonly #source = new CollectionSource(this);
  readonly #window = new RowWindow(() => this.requestUpdate());
  readonly #late = new LatePart(this, async () => {
    const { CollectionRest: Rest } = await import('./collection-rest.js');
    return new Rest(this, () => this.#model, this.#window, {
      store: () => this.#data.store,
      localizer: () => this.#i18n.localizer,
      page: () => this.#window.viewport.height * 0.9,
      sectionName: (time) => this.sectionName(time),
    });
  });
  #rowsToken = {};
  #shownKey: string | undefined;
  #shownStore: ImaginationsStore | undefined;
  #announcesResults = false;

  constructor() {
    super();
    this.addController({
      hostConnected: () => {
        if (this.hasUpdated) this.requestUpdate();
      },
      hostDisconnected: () => {
        this.rest?.disconnect();
        this.#source.leave();
        this.#window.disconnect();
      },
    });
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    this.#prepare();
    super.update(changed);
  }

  protected override updated(): void {
    this.#load();
    void this.#late.need();
    const canvas = this.#canvas;
    const scroller = canvas?.parentElement;
    if (!canvas || !scroller || !this.isConnected) return;
    this.#window.connect(scroller, canvas);
    const height = `${this.#window.space.physicalHeight}px`;
    if (canvas.style.blockSize !== height) canvas.style.blockSize = height;
    this.rest?.settle(scroller);
    this.#read();
  }

  /** Height in px of a section's heading; 0 where there are no sections. */
  protected abstract get headingHeight(): number;

  /** Which section a time belongs to; nothing where there are none. The same function for the same localizer. */
  protected abstract sectionKeys(localizer: Localizer): SectionKey | undefined;

  /** What the list is called. */
  protected abstract label(localizer: Localizer): string;

  /** A section's heading. @param time of its first item. */
  protected abstract renderHeading(section: SectionView, time: Time | undefined): TemplateResult | typeof nothing;

  /** What a section is called; empty where there are none. */
  protected abstract sectionName(time: Time): string;

  protected get localizer(): Localizer {
    return this.#i18n.localizer;
  }

  protected get now(): number {
    return this.#data.store?.now() ?? Date.now();
  }

  /** Also waits for what comes after the first picture. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await Promise.all([this.#late.coming, this.#source.coming]);
    return super.getUpdateComplete();
  }

  /** What comes after the first picture, as soon as it is there. */
  protected get rest(): CollectionRest | undefined {
    return this.#late.now;
  }

  get #model(): CollectionModel {
    return this.#source.model;
  }

  get #canvas(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.canvas');
  }

  /** The tile that Tab reaches. */
  get #stopId(): Id | undefined {
    return this.rest ? this.rest.focus.stopId : this.#model.id(0);
  }

  #itemsToDraw(): number[] {
    const { first, end } = this.#window.range;
    return itemsToDraw(first, end, this.rest?.focus.pinned() ?? []);
  }

  #list(store: ImaginationsStore): AnyList {
    return this.#source.list(store, collectionChoice(store, this).query);
  }

  #select(store: ImaginationsStore): Selection {
    const choice = collectionChoice(store, this);
    if (this.#model.changed((id) => store.iteration(id))) this.#rowsToken = {};
    return {
      list: this.#source.list(store, choice.query).value,
      key: queryKey(choice.query),
      kind: choice.kind,
      archived: choice.archived,
      counts: this.noFilter ? null : store.counts(choice.all).value,
      openId: store.navigation.value.iterationId,
      offline: store.status.value.connection === 'offline',
      capabilities: store.capabilities,
      rows: this.#rowsToken,
    };
  }

  /** Lays out what there is now, and decides where the viewport stands and what is drawn. */
  #prepare(): void {
    const { store, value } = this.#data;
    const { width } = this.#window.viewport;
    const known = store ? value : undefined;
    const isOther = known !== undefined && (known.key !== this.#shownKey || store !== this.#shownStore);
    const rest = this.rest;
    rest?.beforeChange(isOther, known?.key);
    this.#source.update(known?.list, {
      metrics: {
        width,
        rowHeight: rowHeightFor(width, this.tileSize ?? this.#token('--imagination-tile-size')),
        gap: this.#token('--imagination-gap') ?? 8,
        headingHeight: this.headingHeight,
      },
      row: (id) => store?.iteration(id),
      sectionKey: this.sectionKeys(this.#i18n.localizer),
    });
    if (rest) rest.afterChange(known?.openId ?? null);
    else this.#window.compute(this.#model.rows);
    if (!known || !isOther) return;
    this.#announcesResults = this.#shownKey !== undefined;
    this.#shownKey = known.key;
    this.#shownStore = store;
  }

  #token(name: string): number | undefined {
    if (!this.#canvas) return undefined;
    const value = parseFloat(getComputedStyle(this).getPropertyValue(name));
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  }

  /** Before anything is measured, which takes a moment. */
  #load(): void {
    const { store, value } = this.#data;
    if (store && value?.list.status === 'idle') void this.#list(store).load();
  }

  /** Reads what is near the end of what is shown. */
  #read(): void {
    const { store, value } = this.#data;
    if (!store || !value) return;
    const { list } = value;
    this.#model.watch(
      this.#itemsToDraw().flatMap((item) => this.#model.id(item) ?? []),
      (id) => store.iteration(id),
    );
    const source = this.#list(store);
    if (list.status === 'ready') {
      if (this.#announcesResults) this.rest?.announceResults(list.total ?? this.#model.count);
      this.#announcesResults = false;
    }
    // A read that was under way may have been joined instead of begun: looks again when it has ended.
    void this.#source.read(source, this.#window)?.then(() => this.requestUpdate());
  }

  readonly #handleInput = (event: Event): void => {
    if (this.rest) this.rest.input.handle(event);
    else void this.#handleLater(keepForLater(event));
  };

  async #handleLater(handle: () => void): Promise<void> {
    if (await this.#late.need()) handle();
  }

  readonly #handleAct = (): void => this.rest?.focus.release();

  readonly #handleSelect = (kind: KindChoice): void => {
    if (this.kind !== undefined) this.kind = kind;
    else this.#data.store?.navigate({ kind });
  };

  readonly #handleRetry = (): void => {
    const { store } = this.#data;
    if (store) void this.#list(store).more();
  };

  #renderTile(item: number, section: SectionView): TemplateResult {
    const box = boxInSection(this.#model.rows.box(item), section);
    const { store, value } = this.#data;
    const id = this.#model.id(item);
    const iteration = id === undefined ? undefined : store?.iteration(id);
    if (!iteration || !store || !value) return html`<div class="skeleton" aria-hidden="true" ${place(box)}></div>`;
    const { localizer } = this.#i18n;
    const prompt = promptOf(iteration, store.session(iteration.sessionId));
    const width = Math.ceil(box.width / WIDTH_STEP) * WIDTH_STEP;
    const canCancel = value.capabilities.cancel && allows(iteration, 'cancel');
    const canRetry = value.capabilities.generate && allows(iteration, 'regenerate');
    return html`<div
      class=${this.rest?.tileClass(box) ?? 'tile'}
      part="tile"
      role="row"
      data-id=${iteration.id}
      tabindex=${this.#stopId === iteration.id ? 0 : -1}
      aria-rowindex=${item + 1}
      aria-label=${this.rest?.nameOf(iteration, prompt) ?? nothing}
      ${place(box)}
    >
      <div class="tile-cell" role="gridcell">
        ${guard([iteration, localizer, prompt, width, store, canCancel, canRetry, this.rest], () => {
          const opener = store.media;
          return iterationTile(
            { iteration, opener, width, priority: item < 8, onMediaError: ({ id: broken }) => store.healMedia(broken) },
            this.rest?.tileMore({ iteration, localizer, opener, prompt, canCancel, canRetry }),
          );
        })}
      </div>
    </div>`;
  }

  #renderSection(section: SectionView): TemplateResult {
    const heading = this.renderHeading(section, this.#model.time(section.first));
    return html`<div
      class="section"
      role=${heading === nothing ? 'presentation' : 'rowgroup'}
      aria-labelledby=${heading === nothing ? nothing : `day-${section.key}`}
      ${place(section.box)}
    >
      ${heading}
      ${repeat(
        section.items,
        (item) => this.#model.key(item),
        (item) => this.#renderTile(item, section),
      )}
    </div>`;
  }

  #renderCanvas(): TemplateResult {
    const { value } = this.#data;
    const sections = sectionViews(this.#model, this.#itemsToDraw(), this.#window);
    const shown = this.#model.count > 0;
    return html`<div
      class="canvas"
      role=${shown ? 'grid' : nothing}
      aria-label=${shown ? this.label(this.#i18n.localizer) : nothing}
      aria-rowcount=${shown && value ? (value.list.total ?? (value.list.complete ? this.#model.count : -1)) : nothing}
      aria-colcount=${shown ? 1 : nothing}
      @click=${this.#handleInput}
      @keydown=${this.#handleInput}
      @focusin=${this.#handleInput}
      @pointerover=${this.#handleInput}
    >
      ${repeat(
        sections,
        (section) => section.key,
        (section) => this.#renderSection(section),
      )}${this.rest?.renderFlight()}
    </div>`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const { store, value } = this.#data;
    if (!store || !value) return this.rest?.renderNoStore() ?? nothing;
    const { list, kind, archived } = value;
    if (list.status === 'idle' || (list.status === 'loading' && this.#model.count === 0)) {
      return html`<span class="visually-hidden" role="status">${this.#i18n.t('state.loading')}</span>`;
    }
    const inSession = this.sessionId !== undefined;
    const onShowAll = this.noFilter && this.kind !== undefined ? undefined : () => this.#handleSelect('all');
    return (
      this.rest?.renderState({
        list,
        count: this.#model.count,
        kind,
        archived,
        inSession,
        onShowAll,
        onRetry: this.#handleRetry,
      }) ?? nothing
    );
  }

  /** Placeholders are all there is: there is nothing to scroll to, and nothing in it that a key could reach. */
  get #isBare(): boolean {
    const { list } = this.#data.value ?? {};
    return this.#model.count === 0 && list?.error === null && !list.complete;
  }

  protected override render(): TemplateResult {
    const { value } = this.#data;
    return html`<div
      class="root"
      part="root"
      dir=${this.#i18n.dir}
      @pointerdown=${this.#handleAct}
      @keydown=${this.#handleAct}
    >
      ${
        this.noFilter || !value
          ? nothing
          : html`<div class="bar" part="bar">
              ${this.rest?.renderFilter({
                value: value.kind,
                counts: value.counts,
                localize: this.#i18n.localizer,
                onSelect: this.#handleSelect,
              })}
            </div>`
      }
      ${value?.offline ? this.rest?.renderOffline() : nothing}
      <div class="scroller" part="scroller" tabindex="-1" ?data-bare=${this.#isBare}>
        ${this.#renderCanvas()} ${this.#renderState()}
      </div>
      ${this.rest?.renderBeside()}
    </div>`;
  }
}
