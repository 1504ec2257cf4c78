import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { shortcutTexts } from '../../i18n/texts/shortcuts.js';
import { showModal } from '../../ui/modal.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { arrowUp, close } from '../../ui/icon-shapes.js';
import { arrowDown } from '../../ui/icons/arrow-down.js';
import { arrowLeft } from '../../ui/icons/arrow-left.js';
import { arrowRight } from '../../ui/icons/arrow-right.js';
import { keyNames, partsOf } from './key-names.js';
import { shortcutsIn, type Shortcut, type ShortcutGroup, type ShortcutNeed, type ShortcutPlace } from './registry.js';
import type { ShortcutKeys } from './shortcut-keys.js';
import { shortcutSheetStyles } from './shortcut-sheet.styles.js';

/** What the sheet needs of its element. */
export interface ShortcutSheetContext {
  readonly place: ShortcutPlace;
  readonly keys: ShortcutKeys;
  localizer(): Localizer;
  /** Whether there is what a key needs: what is not offered is not listed. */
  has(need: ShortcutNeed): boolean;
}

const GROUPS: readonly ShortcutGroup[] = ['judge', 'act', 'play', 'move', 'zoom', 'select', 'help'];

/** Drawn: not every font has them. */
const ARROWS: Readonly<Record<string, IconShape>> = {
  arrowleft: arrowLeft,
  arrowright: arrowRight,
  arrowup: arrowUp,
  arrowdown: arrowDown,
};

/** The keys of a combination as they are printed. */
function keyCaps(localizer: Localizer, combination: string): readonly TemplateResult[] {
  const parts = partsOf(combination);
  return keyNames(localizer, combination).map((name, at) => {
    const shape = ARROWS[parts[at] ?? ''];
    return html`<kbd>${shape ? icon(shape, name) : name}</kbd>`;
  });
}

/** One line of the sheet: what shares its words shares its line. */
interface Line {
  readonly label: string;
  readonly keys: string[];
}

/** Arrows that are pressed with the same keys stand behind one another. */
function inRows(keys: readonly string[]): readonly (readonly string[])[] {
  const held = (key: string): string | undefined => /^(.*)arrow\w+$/.exec(key)?.[1];
  const rows: string[][] = [];
  for (const key of keys) {
    const last = rows.at(-1);
    const isSame = last?.[0] !== undefined && held(key) !== undefined && held(key) === held(last[0]);
    if (last && isSame) last.push(key);
    else rows.push([key]);
  }
  return rows;
}

/** The sheet of shortcuts: a native modal dialog in its element, made of the registry. */
export class ShortcutSheet {
  readonly #host: LitElement;
  readonly #context: ShortcutSheetContext;
  #isOpen = false;

  constructor(host: LitElement, context: ShortcutSheetContext) {
    this.#host = host;
    this.#context = context;
    addEnglish(shortcutTexts);
    adoptStyles(host, shortcutSheetStyles);
  }

  /** Whether it shows. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  async open(): Promise<void> {
    this.#isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.sheet');
    if (dialog?.isConnected && !dialog.open) showModal(this.#host, dialog);
    else this.#isOpen = dialog?.open ?? false;
  }

  render(): TemplateResult {
    const localizer = this.#context.localizer();
    const closeLabel = localizer.t('shortcuts.close');
    const groups = this.#isOpen ? GROUPS.map((group) => this.#renderGroup(group, localizer)) : nothing;
    return html`<dialog
      class="sheet"
      part="shortcuts"
      aria-label=${localizer.t('shortcuts.title')}
      @close=${this.#handleClose}
      @click=${this.#handleClick}
      @keydown=${this.#handleKeydown}
    >
      ${
        this.#isOpen
          ? html`<div class="sheet-head">
                <h2>${localizer.t('shortcuts.title')}</h2>
                <button
                  type="button"
                  class="btn icon"
                  aria-label=${closeLabel}
                  title=${closeLabel}
                  @click=${this.#close}
                >
                  ${icon(close)}
                </button>
              </div>
              <div class="sheet-groups">${groups}</div>`
          : nothing
      }
    </dialog>`;
  }

  #renderGroup(group: ShortcutGroup, localizer: Localizer): TemplateResult | typeof nothing {
    const lines = this.#lines(group, localizer);
    if (lines.length === 0) return nothing;
    const rendered = lines.map((line) => this.#renderLine(line, localizer));
    return html`<section class="sheet-group">
      <h3>${localizer.t(`shortcuts.${group}`)}</h3>
      <dl>${rendered}</dl>
    </section>`;
  }

  #renderLine({ label, keys }: Line, localizer: Localizer): TemplateResult {
    const or = localizer.t('shortcuts.or');
    // Between arrows the word would say nothing.
    const rows = inRows(keys);
    const shown = rows.map((row, at) => {
      const [first = '', ...others] = row;
      const names = [...keyCaps(localizer, first), ...others.flatMap((key) => keyCaps(localizer, key).slice(-1))];
      return html`${at > 0 ? html`<span>${or}</span>` : nothing}<span class="sheet-keys">${names}</span>`;
    });
    return html`<div class="sheet-line">
      <dt>${label}</dt>
      <dd>${shown}</dd>
    </div>`;
  }

  #lines(group: ShortcutGroup, localizer: Localizer): readonly Line[] {
    const { place, keys } = this.#context;
    const isShown = ({ group: own, needs }: Shortcut): boolean => own === group && (!needs || this.#context.has(needs));
    const lines = new Map<string, Line>();
    for (const shortcut of shortcutsIn(place).filter(isShown)) {
      const own = keys.of(shortcut.id);
      const line = lines.get(shortcut.label) ?? { label: localizer.t(shortcut.label), keys: [] };
      line.keys.push(...own);
      if (line.keys.length > 0) lines.set(shortcut.label, line);
    }
    return [...lines.values()];
  }

  readonly #close = (): void => this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.sheet')?.close();

  readonly #handleClose = (event: Event): void => {
    event.stopPropagation();
    this.#isOpen = false;
    this.#host.requestUpdate();
  };

  /** Beside it: what is inside covers all of it. */
  readonly #handleClick = (event: Event): void => {
    event.stopPropagation();
    if (event.target === event.currentTarget) this.#close();
  };

  /** The keys in it are its own; what closes it closes nothing else. */
  readonly #handleKeydown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === '?') {
      event.preventDefault();
      this.#close();
    }
  };
}
