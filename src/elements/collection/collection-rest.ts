import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { AnnouncerController } from '../../controllers/announcer-controller.js';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { collectionRestTexts } from '../../i18n/texts/collection-rest.js';
import { actionTexts } from '../../i18n/texts/actions.js';
import { filterTexts } from '../../i18n/texts/filter.js';
import { playerTexts } from '../../i18n/texts/player.js';
import { errorTexts } from '../../i18n/texts/errors.js';
import { tileTexts } from '../../i18n/texts/tile.js';
import { stateTexts } from '../../i18n/texts/states.js';
import type { RowWindow } from '../../layouts/row-window.js';
import { tileControlStyles } from '../../theme/tile-controls.styles.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { image } from '../../ui/icon-shapes.js';
import type { IterationTileMore } from '../../ui/iteration-tile.js';
import { iterationTileParts, type IterationTilePartsOptions } from '../../ui/iteration-tile-parts.js';
import { iterationTilePartStyles } from '../../ui/iteration-tile-parts.styles.js';
import { kindFilter, kindFilterStyles, type KindFilterOptions } from '../../ui/kind-filter.js';
import { soundPicture, soundPictureStyles } from '../../ui/media-thumbnail.js';
import { emptyState, offlineLine, stateStyles } from '../../ui/states.js';
import type { Id, Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import type { CollectionModel, Time } from './collection-model.js';
import { collectionState, collectionStateStyles, type CollectionStateOptions } from './collection-states.js';
import { Flight, flightStyles } from './flight.js';
import { NewAbove, newAboveStyles } from './new-above.js';
import { TallScroll } from './tall-scroll.js';
import { tileClass } from './tile-class.js';
import { TileNames } from './tile-names.js';
import { TileFocus } from './tile-focus.js';
import { TileInput, type TileInputContext } from './tile-input.js';

/** What the rest needs of its element. */
export interface RestContext extends Omit<TileInputContext, 'announce' | 'entered'> {
  /** What a section is called; empty where there are none. */
  sectionName(time: Time): string;
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
  readonly tileClass = tileClass;
  readonly #flight: Flight;
  readonly #above: NewAbove;
  readonly #names = new TileNames();
  readonly #announcer: AnnouncerController;
  readonly #context: RestContext;
  #store: ImaginationsStore | undefined;
  #section: string | undefined;
  #isOther = false;

  constructor(host: LitElement, model: () => CollectionModel, window: RowWindow, context: RestContext) {
    for (const texts of [collectionRestTexts, filterTexts, actionTexts, tileTexts, playerTexts, stateTexts, errorTexts])
      addEnglish(texts);
    adoptStyles(
      host,
      tileControlStyles,
      iterationTilePartStyles,
      ...soundPictureStyles,
      kindFilterStyles,
      stateStyles,
      collectionStateStyles,
      newAboveStyles,
      flightStyles,
    );
    this.#context = context;
    this.model = model;
    this.window = window;
    this.tall = new TallScroll(window);
    this.#flight = new Flight(host, window, model);
    this.#announcer = new AnnouncerController(host);
    this.focus = new TileFocus(host, model, window);
    this.#above = new NewAbove(host, model, window, {
      localizer: () => context.localizer(),
      announce: (text) => this.announce(text),
      goToStart: () => this.focus.goTo(0),
    });
    this.input = new TileInput(host, model, this.focus, {
      ...context,
      announce: (text) => this.announce(text),
      entered: (item) => this.#announceSection(item),
    });
  }

  /**
   * @param isOther whether another list comes: then nothing of this one is held in place.
   * @param key which list it is.
   */
  beforeChange(isOther: boolean, key: string | undefined): void {
    const store = this.#context.store();
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
    this.tall.follow(scroller);
    this.#flight.follow(scroller);
    this.focus.settle(this.input.closeOrphanedMenu());
    this.#above.settle(scroller);
  }

  disconnect(): void {
    this.tall.follow(undefined);
    this.#flight.follow(undefined);
    this.#above.disconnect();
  }

  get localizer(): Localizer {
    return this.#context.localizer();
  }

  /** What a tile is called. */
  nameOf(iteration: Iteration, prompt: string | undefined): string {
    return this.#names.get(this.localizer, iteration, prompt);
  }

  announceResults(count: number): void {
    this.announce(this.localizer.t('say.results', { count }));
  }

  announce(text: string): void {
    this.#announcer.announce(text);
  }

  renderFilter(options: KindFilterOptions): TemplateResult {
    return kindFilter(options);
  }

  tileMore(options: IterationTilePartsOptions): IterationTileMore {
    return { parts: iterationTileParts(options), sound: soundPicture };
  }

  /** What stands for tiles while they fly past. */
  renderFlight(): TemplateResult | typeof nothing {
    return this.#flight.render();
  }

  /** The menu, and what else is no part of what scrolls. */
  renderBeside(): TemplateResult {
    return html`${this.renderAside?.() ?? nothing}${this.#above.render()}${this.input.renderMenu()}`;
  }

  renderOffline(): TemplateResult {
    return offlineLine(this.localizer);
  }

  renderNoStore(): TemplateResult {
    return emptyState({ icon: image, title: this.localizer.t('state.noStore') });
  }

  renderState(options: Omit<CollectionStateOptions, 'localizer'>): ReturnType<typeof collectionState> {
    return collectionState({ ...options, localizer: this.localizer });
  }

  /** Says that the focus is in another section than before: the headings are seen, but never focused. */
  #announceSection(item: number): void {
    const model = this.model();
    const { rows } = model;
    const section = rows.sectionOf(item);
    const key = rows.sectionKey(section);
    const time = model.time(rows.sectionFirst(section));
    if (this.#section !== undefined && key !== this.#section && time !== undefined) {
      this.announce(this.#context.sectionName(time));
    }
    this.#section = key;
  }
}
