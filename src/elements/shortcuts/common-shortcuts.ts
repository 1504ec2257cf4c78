import { nothing, type LitElement, type TemplateResult } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import type { Localizer } from '../../i18n/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { stepHistory } from '../intents/history-intents.js';
import type { ShortcutId, ShortcutNeed, ShortcutPlace } from './registry.js';
import { shortcutKeysOf, type ShortcutKeys } from './shortcut-keys.js';
import type { ShortcutSheet } from './shortcut-sheet.js';

/** What the sheet of an element needs of it. */
export interface CommonShortcutContext {
  readonly localizer: () => Localizer;
  /** Whether something is offered that shortcuts are for. */
  readonly has: (need: ShortcutNeed) => boolean;
}

/** What is the same in every element with shortcuts: undo, redo, and the sheet that shows them all. */
export class CommonShortcuts {
  readonly keys: ShortcutKeys;
  readonly #host: LitElement;
  readonly #sheet: LatePart<ShortcutSheet>;

  constructor(host: LitElement, place: ShortcutPlace, { localizer, has }: CommonShortcutContext) {
    this.#host = host;
    this.keys = shortcutKeysOf(host, place);
    this.#sheet = new LatePart(host, async () => {
      const { ShortcutSheet: Sheet } = await import('./shortcut-sheet.js');
      return new Sheet(host, { place, keys: this.keys, localizer, has });
    });
  }

  /** Whether the sheet is open: the keys are its own then. */
  get isSheetOpen(): boolean {
    return this.#sheet.now?.isOpen ?? false;
  }

  /** The sheet. */
  render(): TemplateResult | typeof nothing {
    return this.#sheet.now?.render() ?? nothing;
  }

  /** Does what a key asks for, where that is the same everywhere; answers whether it was. */
  take(id: ShortcutId, store: ImaginationsStore): boolean {
    if (id === 'undo' || id === 'redo') void stepHistory(this.#host, store, id);
    else if (id === 'help') void this.#showSheet();
    else return false;
    return true;
  }

  async #showSheet(): Promise<void> {
    await (await this.#sheet.drawn())?.open();
  }
}
