import { html, nothing, type TemplateResult } from 'lit';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { collectionRestTexts } from '../../i18n/texts/collection-rest.js';
import { actionTexts } from '../../i18n/texts/actions.js';
import { downloadTexts } from '../../i18n/texts/download.js';
import { judgingTexts } from '../../i18n/texts/judging.js';
import { filterTexts } from '../../i18n/texts/filter.js';
import { loadingTexts } from '../../i18n/texts/loading.js';
import { playerTexts } from '../../i18n/texts/player.js';
import { errorTexts } from '../../i18n/texts/errors.js';
import { tileTexts } from '../../i18n/texts/tile.js';
import { selectionTexts } from '../../i18n/texts/selection.js';
import { stateTexts } from '../../i18n/texts/states.js';
import type { RowWindow } from '../../layouts/row-window.js';
import { pictureCheckStyles } from '../../theme/picture-check.styles.js';
import { tileControlStyles } from '../../theme/tile-controls.styles.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { image } from '../../ui/icon-shapes.js';
import type { IterationTileMore } from '../../ui/iteration-tile.js';
import type { IterationTilePartsOptions } from '../../ui/iteration-tile-pieces.js';
import { iterationTilePartStyles } from '../../ui/iteration-tile-parts.styles.js';
import { iterationMarkStyles } from '../../ui/iteration-marks.styles.js';
import { kindFilter, kindFilterStyles, type KindChoice } from '../../ui/kind-filter.js';
import { soundPicture, soundPictureStyles } from '../../ui/media-thumbnail.js';
import { emptyState, offlineLine, stateStyles } from '../../ui/states.js';
import type { Counts, Id, Iteration, Query } from '../../model/index.js';
import type { Capabilities, ImaginationsStore } from '../../store/index.js';
import { isEnabled } from '../host/host-actions.js';
import { OwnMessages } from '../messages/own-messages.js';
import { allows } from './allows.js';
import type { AnySnapshot } from './collection-list.js';
import type { CollectionModel, Time } from './collection-model.js';
import { LatePart } from '../../controllers/late-part.js';
import { collectionState, collectionStateStyles } from './collection-states.js';
import { collectionChoice, type CollectionScope } from './collection-query.js';
import { BatchBar } from './batch-bar.js';
import { batchBarStyles } from './batch-bar.styles.js';
import { Flight, flightStyles } from './flight.js';
import { LayoutChoice } from './layout-choice.js';
import { NewAbove, newAboveStyles } from './new-above.js';
import { PointerGestures } from './pointer-gestures.js';
import { TallScroll } from './tall-scroll.js';
import { TileContextMenu } from './tile-context-menu.js';
import { TileNames } from './tile-names.js';
import { TileFocus } from './tile-focus.js';
import { tileSelectionStyles } from './tile-selection.styles.js';
import { TileSelection, type SelectionHost } from './tile-selection.js';
import { TileInput, type TileInputContext } from './tile-input.js';
import { TileShortcuts } from './tile-shortcuts.js';

/** What the rest needs of its element. */
export interface RestContext extends Omit<
  TileInputContext,
  'announce' | 'entered' | 'selection' | 'isTouch' | 'query'
> {
  /** What the section of an item is called; empty where there are none. */
  sectionName(time: Time, item: number): string;
}

/** What the element is asked to show. */
export interface RestHost extends SelectionHost, CollectionScope {
  kind: KindChoice | undefined;
  readonly noFilter: boolean;
}

/** What there is to show. */
export interface CollectionView {
  readonly list: AnySnapshot;
  readonly kind: KindChoice;
  readonly archived: boolean;
  readonly counts: Counts | null;
}

/**
 * What grid and timeline need as soon as their first picture stands: the filter, what stands on tiles, focus and keys,
 * what holds the viewport in place, announcements, and what is said where there are no tiles.
 */
export class CollectionRest {
  readonly focus: TileFocus;
  readonly input: TileInput;
  readonly tall: TallScroll;
  readonly window: RowWindow;
  /** Which one is drawn: another list may need another kind. */
  readonly model: () => CollectionModel;
  /** Draws what stands beside what scrolls. */
  renderAside: (() => TemplateResult | typeof nothing) | undefined;
  readonly layouts: LayoutChoice;
  readonly selection: TileSelection;
  readonly shortcuts: TileShortcuts;
  /** The key that plays what stands on a tile, as of this drawing. */
  #playKey: string | undefined;
  readonly #contextMenu: TileContextMenu;
  readonly #batch: BatchBar;
  readonly #messages: OwnMessages;
  readonly #pointers: PointerGestures;
  readonly #flight: Flight;
  readonly #above: NewAbove;
  readonly #away: LatePart<(store: ImaginationsStore | undefined) => TemplateResult | undefined>;
  readonly #names = new TileNames();
  readonly #announcer: AnnouncerController;
  readonly #host: RestHost;
  readonly #context: RestContext;
  #store: ImaginationsStore | undefined;
  #section: string | undefined;
  #isOther = false;

  constructor(host: RestHost, model: () => CollectionModel, window: RowWindow, context: RestContext) {
    for (const texts of [
      collectionRestTexts,
      loadingTexts,
      filterTexts,
      actionTexts,
      tileTexts,
      judgingTexts,
      downloadTexts,
      playerTexts,
      selectionTexts,
      stateTexts,
      errorTexts,
    ])
      addEnglish(texts);
    adoptStyles(
      host,
      tileControlStyles,
      iterationTilePartStyles,
      iterationMarkStyles,
      ...soundPictureStyles,
      kindFilterStyles,
      stateStyles,
      collectionStateStyles,
      newAboveStyles,
      pictureCheckStyles,
      tileSelectionStyles,
      batchBarStyles,
      flightStyles,
    );
    this.#host = host;
    this.#context = context;
    this.model = model;
    this.window = window;
    this.layouts = new LayoutChoice(host);
    this.tall = new TallScroll(window);
    this.#flight = new Flight(host, window, model);
    this.#announcer = new AnnouncerController(host);
    this.focus = new TileFocus(host, model, window);
    this.#away = new LatePart(host, async () => {
      const { allArchived } = await import('./all-archived.js');
      return (store) => allArchived(host, this.localizer, store);
    });
    this.#above = new NewAbove(host, model, window, {
      localizer: () => context.localizer(),
      announce: (text) => this.announce(text),
      goToStart: (isByKey) => this.focus.goTo(0, isByKey),
    });
    const query = (store: ImaginationsStore): Query => collectionChoice(store, host).query;
    this.selection = new TileSelection(host, model, {
      ...context,
      query,
      announce: (text, about) => this.announce(text, about),
    });
    this.#batch = new BatchBar(host, this.selection, {
      ...context,
      announce: (text) => this.announce(text),
      focusTiles: () => this.focus.focusStop(),
      width: () => this.window.viewport.width,
      openMenu: (anchor, label, items) => void this.input.openItems(anchor, label, items),
    });
    this.#messages = new OwnMessages(host, () => ({ localizer: this.localizer, store: context.store() }));
    this.#pointers = new PointerGestures(host, model, window, this.selection);
    this.input = new TileInput(host, model, this.focus, {
      ...context,
      query,
      selection: this.selection,
      isTouch: () => this.#pointers.isTouch,
      announce: (text) => this.announce(text),
      entered: (item) => this.#announceSection(item),
    });
    const { focus, input, selection } = this;
    this.shortcuts = new TileShortcuts(host, { ...context, focus, input, selection });
    this.#contextMenu = new TileContextMenu(input, () => this.#pointers.isTouch);
  }

  /**
   * @param isOther whether another list comes: then nothing of this one is held in place.
   * @param key which list it is.
   */
  beforeChange(isOther: boolean, key: string | undefined): void {
    const store = this.#context.store();
    // Asked of all elements around: not for each tile.
    this.#playKey = this.shortcuts.playKey;
    if (store && store !== this.#store) this.focus.forget();
    this.#store = store ?? this.#store;
    this.#isOther = isOther;
    this.focus.beforeChange(isOther, key);
    this.#above.beforeChange();
  }

  /** @param openId what the viewer shows. */
  afterChange(openId: Id | null): void {
    this.#above.afterChange(this.#isOther);
    this.focus.afterChange(openId);
  }

  /** Moves viewport and focus to where they belong, when everything is drawn. */
  settle(scroller: HTMLElement): void {
    this.layouts.mark(scroller);
    this.tall.follow(scroller);
    this.#flight.follow(scroller);
    this.#pointers.follow(scroller);
    this.#contextMenu.follow(scroller);
    this.focus.settle(this.input.closeOrphanedMenu());
    this.#above.settle(scroller);
    this.#batch.settle();
    this.selection.settle(scroller.querySelector('.canvas'));
  }

  disconnect(): void {
    this.tall.follow(undefined);
    this.#flight.follow(undefined);
    this.#contextMenu.follow(undefined);
    this.#above.disconnect();
    this.selection.disconnect();
    this.#batch.disconnect();
    this.#pointers.disconnect();
  }

  get localizer(): Localizer {
    return this.#context.localizer();
  }

  /** A person does something in here. */
  act(event: Event): void {
    this.focus.release();
    if (event instanceof PointerEvent) this.#pointers.down(event);
    if (!(event instanceof KeyboardEvent) || !this.shortcuts.take(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whether it is selected; nothing where nothing can be. */
  isSelected(id: Id): boolean | undefined {
    return this.selection.stateOf(id);
  }

  /** The session of an item; nothing where that has not been read. */
  sessionOf(item: number): Id | undefined {
    const { order } = this.model();
    return order.session?.(item) ?? this.#context.store()?.iteration(order.id(item) ?? '')?.sessionId;
  }

  /** Whether there is more of an item than its place. */
  isRead(item: number): boolean {
    return this.#context.store()?.iteration(this.model().id(item) ?? '') !== undefined;
  }

  /** What a tile is called. */
  nameOf(iteration: Iteration, prompt: string | undefined): string {
    return this.#names.get(this.localizer, iteration, prompt);
  }

  announceResults(count: number): void {
    this.announce(this.localizer.t('say.results', { count }));
  }

  announce(text: string, about?: string): void {
    this.#announcer.announce(text, about);
  }

  renderFilter({ kind, counts }: CollectionView): TemplateResult {
    return kindFilter({ value: kind, counts, localize: this.localizer, onSelect: this.#select });
  }

  tileMore(options: IterationTilePartsOptions, capabilities: Capabilities): IterationTileMore {
    const { iteration } = options;
    const { cancel, generate, annotate } = capabilities;
    const canCancel = cancel && allows(iteration, 'cancel');
    const canRetry = generate && isEnabled(capabilities, 'regenerate') && allows(iteration, 'regenerate');
    const now = this.#context.store()?.now() ?? 0;
    const more = { canCancel, canRetry, hasMarks: annotate, playKey: this.#playKey };
    return { parts: this.layouts.parts({ ...options, ...more }, now), sound: soundPicture };
  }

  /** What stands for tiles while they fly past. */
  renderFlight(): TemplateResult | typeof nothing {
    return this.#flight.render();
  }

  /** The menu, and what else is no part of what scrolls. */
  renderBeside(): TemplateResult {
    return html`${this.renderAside?.() ?? nothing}${this.#above.render()}${this.#pointers.render()}${this.#batch.render()}${this.#messages.render()}${this.input.renderMenu()}${this.shortcuts.render()}`;
  }

  renderOffline(): TemplateResult {
    return offlineLine(this.localizer);
  }

  /** What stands where tiles would be, or below them; nothing: there is no backend. */
  renderState(view: CollectionView | undefined): ReturnType<typeof collectionState> {
    const { localizer } = this;
    if (!view) return emptyState({ icon: image, title: localizer.t('state.noStore') });
    const { noFilter, kind, sessionId } = this.#host;
    return collectionState({
      ...view,
      count: this.model().count,
      localizer,
      inSession: sessionId !== undefined,
      onShowAll: noFilter && kind !== undefined ? undefined : () => this.#select('all'),
      away: () => {
        void this.#away.need();
        return this.#away.now?.(this.#context.store());
      },
      onRetry: this.#retry,
    });
  }

  readonly #select = (kind: KindChoice): void => {
    if (this.#host.kind !== undefined) this.#host.kind = kind;
    else this.#context.store()?.navigate({ kind });
  };

  readonly #retry = (): void => {
    const store = this.#context.store();
    if (store) void this.#context.list(store).more();
  };

  /** Says that the focus is in another section than before: the headings are seen, but never focused. */
  #announceSection(item: number): void {
    const model = this.model();
    const { rows } = model;
    const section = rows.sectionOf(item);
    const key = rows.sectionKey(section);
    const first = rows.sectionFirst(section);
    const time = model.time(first);
    if (this.#section !== undefined && key !== this.#section && time !== undefined) {
      this.announce(this.#context.sectionName(time, first));
    }
    this.#section = key;
  }
}
