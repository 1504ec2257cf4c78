import type { LitElement, TemplateResult, nothing } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { annotateIterations } from '../intents/edit-intents.js';
import { archiveIterations, unarchiveIterations } from '../intents/iteration-intents.js';
import { verdictOf } from '../judging/judge.js';
import { CommonShortcuts } from '../shortcuts/common-shortcuts.js';
import { isElsewhere } from '../shortcuts/is-elsewhere.js';
import { ariaKeys } from '../shortcuts/key-names.js';
import type { ShortcutId, ShortcutNeed } from '../shortcuts/registry.js';
import { mayJudge, putOf } from './allows.js';
import { compareSelected, putSelected, starred } from './batch-actions.js';
import { judgeSelected } from './selected-actions.js';
import { idOf } from './tile-dom.js';
import type { TileFocus } from './tile-focus.js';
import type { TileInput } from './tile-input.js';
import type { TileSelection } from './tile-selection.js';

/** What acting by keys needs of its element. */
export interface TileShortcutContext {
  store(): ImaginationsStore | undefined;
  localizer(): Localizer;
  readonly selection: TileSelection;
  readonly focus: TileFocus;
  readonly input: TileInput;
}

/** What single keys do to the tile with the focus or, where something is selected, to all of that. */
export class TileShortcuts {
  readonly #common: CommonShortcuts;
  readonly #host: LitElement;
  readonly #context: TileShortcutContext;

  constructor(host: LitElement, context: TileShortcutContext) {
    this.#host = host;
    this.#context = context;
    this.#common = new CommonShortcuts(host, 'tiles', {
      localizer: () => context.localizer(),
      has: (need) => this.#has(need),
    });
  }

  /** The key that plays what stands on a tile. */
  get playKey(): string | undefined {
    return ariaKeys(this.#common.keys.of('play'));
  }

  render(): TemplateResult | typeof nothing {
    return this.#common.render();
  }

  /** Does what a key asks for; answers whether it asked for something that can be done. */
  take(event: KeyboardEvent): boolean {
    if (isElsewhere(event, this.#host)) return false;
    const id = this.#common.keys.find(event);
    const store = this.#context.store();
    if (id === undefined || !store) return false;
    if (this.#common.take(id, store)) return true;
    const tile = this.#tile;
    if (id === 'compare') return this.#compare(store);
    if (id === 'menu') return tile !== undefined && this.#context.input.openMenu(tile);
    if (id === 'play') return tile !== undefined && (event.repeat || this.#context.input.playAt(tile));
    return id === 'archive' ? this.#archive(store, event.repeat) : this.#judge(id, store, event.repeat);
  }

  /** The tile that the focus is in. */
  get #tile(): HTMLElement | undefined {
    return this.#host.shadowRoot?.activeElement?.closest<HTMLElement>('.tile') ?? undefined;
  }

  #focused(store: ImaginationsStore): Iteration | undefined {
    const id = idOf(this.#tile);
    return id === undefined ? undefined : store.iteration(id);
  }

  /** What a picker has selected is its host's to use. */
  get #actsOnSelected(): boolean {
    const { selection } = this.#context;
    return !selection.isEmpty && !selection.isOwn;
  }

  #compare(store: ImaginationsStore): boolean {
    const { now } = this.#context.selection;
    now?.finish();
    const run = now && this.#actsOnSelected ? compareSelected(this.#host, store, now) : undefined;
    if (!run) return false;
    const { focus } = this.#context;
    const from = idOf(this.#tile);
    // It closes to the tile of what is acted on then.
    if (from !== undefined) focus.opened(from);
    run();
    if (store.navigation.value.iterationId === null) focus.notOpened();
    return true;
  }

  #judge(id: ShortcutId, store: ImaginationsStore, isRepeated: boolean): boolean {
    const row = this.#focused(store);
    const isMany = this.#actsOnSelected;
    if (isMany ? !store.capabilities.annotate : !row || !mayJudge(store, row)) return false;
    const { now, query } = this.#context.selection;
    // It is said of a range that is being taken, too.
    if (isMany) now?.finish();
    const isOfMany = isMany && now && id === 'star';
    const patch = isOfMany ? { starred: starred({ store, selection: now }) !== true } : verdictOf(id, [row]);
    if (!patch) return false;
    if (isRepeated) return true;
    if (isMany && now) void judgeSelected(this.#host, store, now, query, patch);
    else if (row) void annotateIterations(this.#host, store, [row.id], patch);
    return true;
  }

  #archive(store: ImaginationsStore, isRepeated: boolean): boolean {
    const { selection, focus } = this.#context;
    const { now } = selection;
    if (now && this.#actsOnSelected) {
      const away = putSelected({ host: this.#host, store, selection: now, query: selection.query });
      if (!away || isRepeated) return away !== undefined;
      // The bar goes with the selection, and must not take the focus along.
      if (!this.#tile) focus.focusStop();
      away.run();
      return true;
    }
    const row = this.#focused(store);
    const put = row && putOf(store, row);
    if (!row || !put) return false;
    if (!isRepeated) void (put === 'archive' ? archiveIterations : unarchiveIterations)(this.#host, store, [row.id]);
    return true;
  }

  #has(need: ShortcutNeed): boolean {
    const { selection, input } = this.#context;
    const { annotate, archive, generate, reassign } = this.#context.store()?.capabilities ?? {};
    const offered: Partial<Record<ShortcutNeed, boolean | undefined>> = {
      annotate,
      archive,
      generate,
      change: annotate || archive || reassign,
      select: selection.isPossible,
      time: input.timeKey !== undefined,
    };
    return Boolean(offered[need]);
  }
}
