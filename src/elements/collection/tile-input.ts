import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { LatePart } from '../../controllers/late-part.js';
import { isRtl } from '../../internal/is-rtl.js';
import { needElement } from '../../internal/lazy-elements.js';
import type { Id, Iteration, Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { tileActionOf } from '../../ui/iteration-tile-action.js';
import type { MenuItem, MenuPoint } from '../../ui/menu.js';
import { cancelIteration, retryIteration } from '../intents/iteration-intents.js';
import { openIteration } from '../intents/open-iteration.js';
import { moveOne } from './batch-actions.js';
import type { AnyList } from './collection-list.js';
import type { CollectionModel } from './collection-model.js';
import { gridTarget } from './grid-navigation.js';
import { openFrom, type OpenedList } from './opened-list.js';
import type { TileActions } from './tile-actions.js';
import { buttonsOf, focusQuietly, idOf, tileOf, tileWith } from './tile-dom.js';
import type { TileFocus } from './tile-focus.js';
import type { TilePlayer } from './tile-player.js';
import { selectedText, type TileSelection } from './tile-selection.js';

/** Where a menu opens, and what gets the focus back. */
interface MenuPlace {
  readonly opener?: HTMLElement;
  /** Where the pointer is; nothing: at its button. */
  readonly at?: MenuPoint | undefined;
}

/** What input needs of its element. */
export interface TileInputContext {
  store(): ImaginationsStore | undefined;
  localizer(): Localizer;
  announce(text: string): void;
  /** Height of a page for PageUp and PageDown, in px. */
  page(): number;
  /** The focus has come to an item. */
  entered(item: number): void;
  /** The list that is shown, and its query. */
  list(store: ImaginationsStore): AnyList;
  query(store: ImaginationsStore): Query;
  readonly selection: TileSelection;
  /** Whether it was a finger that came down last. */
  isTouch(): boolean;
}

/** Whether there is something to play. */
const plays = ({ kind, status, media }: Iteration): boolean =>
  (kind === 'audio' || kind === 'video') && status === 'succeeded' && media !== undefined;

/** What a person does with tiles, by pointer and by keys. */
export class TileInput {
  /** Takes keys that lead through time, where there is such a thing; answers whether it was one. */
  timeKey: ((event: KeyboardEvent, item: number) => boolean) | undefined;
  readonly #host: LitElement;
  readonly #modelNow: () => CollectionModel;
  readonly #focus: TileFocus;
  readonly #context: TileInputContext;
  readonly #actions: LatePart<TileActions>;
  readonly #player: LatePart<TilePlayer>;
  /** What was opened here last, for whoever shows it. */
  #opened: OpenedList | undefined;
  /** Whose film begins as soon as its code is there. */
  #pointed: { readonly tile: HTMLElement; readonly id: Id } | undefined;

  constructor(host: LitElement, model: () => CollectionModel, focus: TileFocus, context: TileInputContext) {
    this.#host = host;
    this.#modelNow = model;
    this.#focus = focus;
    this.#context = context;
    this.#actions = new LatePart(host, async () => new (await import('./tile-actions.js')).TileActions(host));
    this.#player = new LatePart(
      host,
      async () =>
        new (await import('./tile-player.js')).TilePlayer(host, {
          ...context,
          tile: (id) => tileWith(host.renderRoot.querySelector('.canvas'), id),
          isListed: (id) => this.#model.indexOf(id) >= 0,
        }),
    );
    focus.isHeld = () => this.#actions.now?.isOpen ?? false;
  }

  renderMenu(): TemplateResult | typeof nothing {
    return this.#actions.now?.render() ?? nothing;
  }

  /** Closes the menu of a tile that has left; answers whether that was so. */
  closeOrphanedMenu(): boolean {
    return this.#actions.now?.closeOrphaned() ?? false;
  }

  /** Opens the menu of a tile; answers whether there is one. */
  openMenu(tile: HTMLElement, at?: MenuPoint): boolean {
    const iteration = this.#rowOf(tile);
    const focused = this.#host.shadowRoot?.activeElement;
    const opener = focused instanceof HTMLElement && tile.contains(focused) ? focused : tile;
    return iteration !== undefined && this.#menuByKey(opener, tile, iteration, at);
  }

  /** Plays what stands on a tile, or pauses it; on a picture, pauses what plays elsewhere. */
  playAt(tile: HTMLElement): boolean {
    const iteration = this.#rowOf(tile);
    if (!iteration) return false;
    if (plays(iteration)) return this.#play(tile, iteration);
    const sound = this.#player.now?.sound;
    if (!sound?.isOn) return false;
    sound.pause();
    return true;
  }

  /** Opens the menu of tiles at another button. */
  async openItems(anchor: HTMLElement, label: string, items: readonly MenuItem[]): Promise<void> {
    const actions = this.#actions.now ?? (await this.#actions.drawn());
    if (anchor.isConnected) actions?.open(anchor, label, items);
  }

  handle(event: Event): void {
    if (event.type === 'pointerover') this.#handlePointerover(event);
    else if (event.type === 'focusin') this.#handleFocusin(event);
    else if (event instanceof KeyboardEvent) this.#handleKeydown(event);
    else if (event instanceof MouseEvent) this.#handleClick(event);
  }

  readonly #handlePointerover = (event: Event): void => {
    const tile = tileOf(event);
    if (!tile) return;
    this.#prefetch(event);
    // A finger does not rest on a tile: it opens it.
    if (event instanceof PointerEvent && event.pointerType !== 'touch') this.#rest(tile, this.#iterationOf(event));
  };

  readonly #handleFocusin = (event: Event): void => {
    this.#prefetch(event);
    const id = idOf(tileOf(event));
    if (id !== undefined && this.#focus.accept(id)) this.#context.entered(this.#model.indexOf(id));
  };

  readonly #handleClick = (event: MouseEvent): void => {
    const iteration = this.#iterationOf(event);
    if (!iteration) return;
    const pressed = tileActionOf(event);
    const { selection } = this.#context;
    // From a checkbox that a pointer has pressed, keys go on as from its tile.
    if (pressed?.action === 'select' && event.detail > 0) focusQuietly(tileOf(event));
    if (pressed?.action === 'menu') void this.#toggleMenu(pressed.button, iteration);
    else if (pressed?.action === 'play') this.#play(tileOf(event), iteration);
    else if (event.shiftKey && selection.isPossible) selection.press(iteration.id, 'range');
    else if (
      pressed?.action === 'select' ||
      (selection.isPossible && (event.ctrlKey || event.metaKey || this.#selects))
    ) {
      selection.press(iteration.id, 'toggle');
    } else if (pressed) this.#act(pressed.action, iteration);
    else if (!event.altKey) this.#open(iteration);
  };

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    const tile = tileOf(event);
    const iteration = this.#iterationOf(event);
    if (!tile || !iteration || event.defaultPrevented || event.isComposing) return;
    const acted =
      this.#allKey(event) ||
      (event.target === tile ? this.#tileKey(event, tile, iteration) : this.#buttonKey(event, tile, iteration));
    if (!acted) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A tap selects as long as something is selected: there are no modifiers under a finger. */
  get #selects(): boolean {
    return this.#context.isTouch() && !this.#context.selection.isEmpty;
  }

  get #model(): CollectionModel {
    return this.#modelNow();
  }

  #iterationOf(event: Event): Iteration | undefined {
    return this.#rowOf(tileOf(event));
  }

  #rowOf(tile: HTMLElement | undefined): Iteration | undefined {
    const id = idOf(tile);
    return id === undefined ? undefined : this.#context.store()?.iteration(id);
  }

  /** Selects everything: also where the focus is in a button of a tile. */
  #allKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
    const { selection } = this.#context;
    if (!(ctrlKey || metaKey) || shiftKey || altKey || key.toLowerCase() !== 'a' || !selection.isPossible) return false;
    selection.all();
    return true;
  }

  #tileKey(event: KeyboardEvent, tile: HTMLElement, iteration: Iteration): boolean {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (this.#isMenuKey(event)) return this.#menuByKey(tile, tile, iteration);
    if (altKey && this.timeKey?.(event, this.#model.indexOf(iteration.id))) return true;
    const { selection } = this.#context;
    const ctrl = ctrlKey || metaKey;
    if (key === ' ' && !altKey && selection.isPossible) {
      if (!event.repeat) selection.press(iteration.id, shiftKey ? 'range' : 'toggle');
      return true;
    }
    if (!ctrl && !altKey && !shiftKey) {
      if (key === 'Escape') return selection.clear();
      if (key === 'Enter' || key === ' ') {
        if (!event.repeat) this.#open(iteration);
        return true;
      }
      if (key === 'F2') {
        focusQuietly(buttonsOf(tile)[0]);
        return true;
      }
    }
    return this.#moveKey(event, tile, iteration);
  }

  /** Moves the focus from a tile, with shift also the end of a range; answers whether the key does that. */
  #moveKey(event: KeyboardEvent, tile: HTMLElement, iteration: Iteration): boolean {
    const { key, altKey, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const { selection } = this.#context;
    const { current } = this.#focus;
    const at = {
      rows: this.#model.rows,
      count: this.#model.count,
      index: this.#focus.awaitedItem ?? this.#model.indexOf(iteration.id),
      rtl: isRtl(tile),
      page: this.#context.page(),
      goal: current.goal,
    };
    const target = at.index < 0 || (shiftKey && altKey) ? undefined : gridTarget(at, { key, ctrl, alt: altKey });
    if (target && shiftKey && selection.isPossible) selection.extend(iteration.id, target.index);
    if (target) this.#focus.moveTo(target.index, target.goal);
    return target !== undefined;
  }

  /** Keys inside a tile: its buttons are one beside the other, Escape leads back to it; all else that moves does so from its checkbox too. */
  #buttonKey(event: KeyboardEvent, tile: HTMLElement, iteration: Iteration): boolean {
    const { key } = event;
    if (this.#isMenuKey(event)) return this.#menuByKey(event.target as HTMLElement, tile, iteration);
    const buttons = buttonsOf(tile);
    const at = buttons.findIndex((button) => button === event.target);
    const isBeside = !event.shiftKey && /^Arrow[LR]/.test(key);
    if (buttons[at]?.dataset['tileAction'] === 'select' && !isBeside && this.#moveKey(event, tile, iteration))
      return true;
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (key === 'Escape' || key === 'F2') {
      focusQuietly(tile);
      return true;
    }
    const rtl = isRtl(tile);
    const isTab = key === 'Tab';
    const forward = isTab ? !event.shiftKey : key === (rtl ? 'ArrowLeft' : 'ArrowRight');
    if (!isTab && !forward && key !== (rtl ? 'ArrowRight' : 'ArrowLeft')) return false;
    const next = buttons[at + (forward ? 1 : -1)];
    // After the last one, Tab goes on as if the tile had been left.
    if (!next && isTab) return false;
    focusQuietly(next ?? buttons.at(forward ? 0 : -1));
    return true;
  }

  #isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
    return key === 'ContextMenu' || (key === 'F10' && shiftKey);
  }

  /** @param opener where the key was pressed: there the focus comes back. */
  #menuByKey(opener: HTMLElement, tile: HTMLElement, iteration: Iteration, at?: MenuPoint): boolean {
    const buttons = buttonsOf(tile);
    const anchor = buttons.find((button) => button.dataset['tileAction'] === 'menu') ?? buttons[0] ?? tile;
    void this.#toggleMenu(anchor, iteration, { opener, at });
    return true;
  }

  #open(iteration: Iteration): void {
    const store = this.#context.store();
    if (!store) return;
    this.#player.now?.film.stop();
    this.#focus.opened(iteration.id);
    this.#opened = {
      id: iteration.id,
      query: this.#context.query(store),
      list: () => this.#context.list(store),
    };
    openFrom(store, this.#opened);
    openIteration(this.#host, store, iteration);
    if (store.navigation.value.iterationId === iteration.id) return;
    this.#focus.notOpened();
    openFrom(store, (this.#opened = undefined));
  }

  #act(action: 'cancel' | 'retry', iteration: Iteration): void {
    const store = this.#context.store();
    if (!store) return;
    if (action === 'cancel') void cancelIteration(this.#host, store, iteration);
    else void retryIteration(this.#host, store, iteration);
  }

  #play(tile: HTMLElement | undefined, iteration: Iteration): true {
    void this.#player.need().then((player) => {
      if (iteration.kind === 'audio') player?.sound.toggle(iteration.id);
      else if (tile) player?.film.toggle(tile);
    });
    return true;
  }

  /** A pointer is over a tile: what is in its film shows if it stays. */
  #rest(tile: HTMLElement, iteration: Iteration | undefined): void {
    if (!iteration || iteration.kind !== 'video' || !plays(iteration)) return;
    const { id } = iteration;
    // It only moves within the tile.
    if (this.#pointed?.tile === tile && this.#pointed.id === id) return;
    const pointed = (this.#pointed = { tile, id });
    const leave = (): void => {
      if (this.#pointed === pointed) this.#pointed = undefined;
    };
    tile.addEventListener('pointerleave', leave, { once: true });
    void this.#player.need().then((player) => {
      if (this.#pointed === pointed && idOf(tile) === id) player?.film.rest(tile);
    });
  }

  /** Fetches what a person at a tile is likely to need next. */
  #prefetch(event: Event): void {
    void needElement('iteration-lightbox');
    void this.#actions.need();
    const iteration = this.#iterationOf(event);
    if (iteration && plays(iteration)) void this.#player.need();
  }

  async #toggleMenu(anchor: HTMLElement, iteration: Iteration, { opener = anchor, at }: MenuPlace = {}): Promise<void> {
    const actions = this.#actions.now ?? (await this.#actions.drawn());
    const store = this.#context.store();
    if (!actions || !store || !anchor.isConnected) return;
    actions.toggle(
      { anchor, opener, at },
      {
        source: this.#host,
        store,
        iteration,
        localizer: this.#context.localizer(),
        open: () => this.#open(iteration),
        select: this.#context.selection.isPossible
          ? {
              isSelected: this.#context.selection.has(iteration.id),
              run: () => this.#context.selection.press(iteration.id, 'toggle'),
            }
          : undefined,
        move: moveOne({ host: this.#host, store, localizer: this.#context.localizer() }, iteration.id),
        announce: (text) => this.#context.announce(text),
        selection: this.#context.selection,
        selectedText: (now) => selectedText(this.#context.localizer(), now, this.#context.selection.query),
      },
    );
  }
}
