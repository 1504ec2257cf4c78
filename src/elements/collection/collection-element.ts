import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { LatePart } from '../../controllers/late-part.js';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { collectionFirstTexts } from '../../i18n/texts/collection-first.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import type { Localizer } from '../../i18n/index.js';
import { RowWindow } from '../../layouts/row-window.js';
import { promptOf, queryKey, type Id } from '../../model/index.js';
import type { SelectionMode, SelectionSnapshot } from '../../store/selection/selection.js';
import type { Capabilities, ImaginationsStore } from '../../store/index.js';
import { iterationTile } from '../../ui/iteration-tile.js';
import type { KindChoice } from '../../ui/kind-filter.js';
import type { Shortcuts } from '../shortcuts/registry.js';
import type { AnyList, AnySnapshot } from './collection-list.js';
import type { CollectionModel, SectionKey, Time } from './collection-model.js';
import { collectionChoice } from './collection-query.js';
import type { CollectionRest, CollectionView } from './collection-rest.js';
import { CollectionSource } from './collection-source.js';
import { collectionStyles } from './collection.styles.js';
import { keepForLater } from './later-input.js';
import { place } from './place.js';
import { boxInSection, itemsToDraw, sectionViews, type SectionView } from './section-view.js';
import { rowHeightFor } from './tile-size.js';

/** What is taken from the store. */
interface Selection extends CollectionView {
  readonly list: AnySnapshot;
  readonly key: string;
  readonly openId: Id | null;
  readonly offline: boolean;
  readonly capabilities: Capabilities;
  /** Another one whenever something else is selected. */
  readonly selected: number | undefined;
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

  /**
   * How much can be selected: `none`, `single` or `multiple`. An element that is told so is a picker: it has a selection of its own,
   * and no bar to act on it. Default: many, in the selection that all elements of a store share.
   */
  @property({ attribute: 'selection-mode' }) selectionMode: SelectionMode | undefined;
  /** Most that a picker takes. Default: no limit. */
  @property({ type: Number, attribute: 'selection-maximum' }) selectionMaximum: number | undefined;

  /** Other keys than its own, by shortcut: `{ star: 'g', archive: null }`; they come before those of elements around it. */
  @property({ attribute: false }) shortcuts: Shortcuts | undefined;

  readonly #i18n = new LocalizeController(this, collectionFirstTexts);
  readonly #data = new StoreController<Selection>(this, (store) => this.#select(store));
  readonly #source = new CollectionSource(this);
  readonly #window = new RowWindow(() => this.requestUpdate());
  readonly #late = new LatePart(this, async () => {
    const { CollectionRest: Rest } = await import('./collection-rest.js');
    const rest = new Rest(this, () => this.#model, this.#window, {
      store: () => this.#data.store,
      list: (store) => this.#list(store),
      localizer: () => this.#i18n.localizer,
      page: () => this.#window.viewport.height * 0.9,
      sectionName: (time, item) => this.sectionName(time, item),
    });
    await rest.layouts.need(this.otherLayout);
    return rest;
  });
  #rowsToken = {};
  #shownKey: string | undefined;
  #shownStore: ImaginationsStore | undefined;
  #announcesResults = false;

  constructor() {
    super();
    this.addController({
      hostConnected: () => this.requestUpdate(),
      hostDisconnected: () => {
        this.rest?.disconnect();
        this.#source.leave();
        this.#window.disconnect();
      },
    });
  }

  /** What is selected. `selection-changed` tells when it is something else. */
  get selection(): SelectionSnapshot | undefined {
    return this.rest?.selection.now?.value;
  }

  /** Selects these, and nothing else. */
  async select(ids: readonly Id[]): Promise<void> {
    (await this.#late.need())?.selection.choose(ids);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    this.#prepare();
    super.update(changed);
  }

  protected override updated(): void {
    const late = this.#late.need();
    const canvas = this.#canvas;
    const scroller = canvas?.parentElement;
    if (!canvas || !scroller || !this.isConnected) return;
    this.#load();
    const connect = (): unknown => this.isConnected && this.#window.connect(scroller, canvas);
    // What is drawn before it is known how would be drawn twice.
    if (this.rest || !this.otherLayout) connect();
    else void late.then(connect);
    const height = `${this.#window.space.physicalHeight}px`;
    if (canvas.style.blockSize !== height) canvas.style.blockSize = height;
    this.rest?.settle(scroller);
    this.#read();
  }

  /** How tiles are laid out, where it is not in justified rows. */
  protected get otherLayout(): unknown {
    return undefined;
  }

  /** Height in px of a section's heading; 0 where there are no sections. */
  protected abstract get headingHeight(): number;

  /** Which section a time belongs to; nothing where there are none. The same function for the same localizer. */
  protected abstract sectionKeys(localizer: Localizer): SectionKey | undefined;

  /** What the list is called. */
  protected abstract label(localizer: Localizer): string;

  /** A section's heading. @param time of its first item. */
  protected abstract renderHeading(section: SectionView, time: Time | undefined): TemplateResult | typeof nothing;

  /** What the section of an item is called; empty where there are none. */
  protected abstract sectionName(time: Time, item: number): string;

  /** Makes of the list as it was laid out what is drawn, where that is not the same. */
  protected fold?(model: CollectionModel): CollectionModel;

  protected get localizer(): Localizer {
    return this.#i18n.localizer;
  }

  protected get now(): number {
    return this.#data.store?.now() ?? Date.now();
  }

  /** Also waits for what comes after the first picture. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await Promise.all([(await this.#late.coming)?.layouts.coming, this.#source.coming]);
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
    return itemsToDraw(this.#model.rows, this.#window.range, this.rest?.focus.pinned() ?? []);
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
      selected: this.rest?.selection.now?.version,
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
      layout: rest?.layouts.take(this.otherLayout),
      fold: this.fold?.bind(this),
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
    return value >= 0 && value < Infinity ? value : undefined;
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
    else {
      const handle = keepForLater(event);
      void this.#late.need().then((rest) => rest && handle());
    }
  };

  readonly #handleAct = (event: Event): void => this.rest?.act(event);

  #renderTile(item: number, section: SectionView): TemplateResult {
    const box = boxInSection(this.#model.rows.box(item), section);
    const { store, value } = this.#data;
    const id = this.#model.id(item);
    const iteration = id === undefined ? undefined : store?.iteration(id);
    if (!iteration || !store || !value) return html`<div class="skeleton" aria-hidden="true" ${place(box)}></div>`;
    const { localizer } = this.#i18n;
    const prompt = promptOf(iteration, store.session(iteration.sessionId));
    const width = Math.ceil((this.rest?.layouts.pictureWidth(box, iteration) ?? box.width) / WIDTH_STEP) * WIDTH_STEP;
    const { capabilities } = value;
    const selected = this.rest?.isSelected(iteration.id);
    return html`<div
      class=${this.rest?.layouts.tileClass(box, selected) ?? 'tile'}
      part="tile"
      role="row"
      data-id=${iteration.id}
      tabindex=${this.#stopId === iteration.id ? 0 : -1}
      aria-rowindex=${item + 1}
      aria-selected=${selected ?? nothing}
      aria-label=${this.rest?.nameOf(iteration, prompt) ?? nothing}
      ${place(box)}
    >
      <div class="tile-cell" role="gridcell">
        ${guard(
          [iteration, localizer, prompt, width, store, capabilities, selected, this.rest, this.rest?.layouts.current],
          () => {
            const opener = store.media;
            return iterationTile(
              {
                iteration,
                opener,
                width,
                priority: item < 8,
                onMediaError: ({ id: broken }) => store.healMedia(broken),
              },
              this.rest?.tileMore({ iteration, localizer, opener, prompt, selected }, capabilities),
            );
          },
        )}
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
      ${this.noFilter || !value ? nothing : html`<div class="bar" part="bar">${this.rest?.renderFilter(value)}</div>`}
      ${value?.offline ? this.rest?.renderOffline() : nothing}
      <div class="scroller" part="scroller" tabindex="-1" ?data-bare=${this.#isBare}>
        ${this.#renderCanvas()} ${this.rest?.renderState(value)}
      </div>
      ${this.rest?.renderBeside()}
    </div>`;
  }
}
