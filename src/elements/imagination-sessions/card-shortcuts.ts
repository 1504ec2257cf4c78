import { html, nothing, type TemplateResult } from 'lit';
import type { Id, Session } from '../../model/index.js';
import { isPlaceholder } from '../../store/index.js';
import { CommonShortcuts } from '../shortcuts/common-shortcuts.js';
import { isElsewhere } from '../shortcuts/is-elsewhere.js';
import type { ShortcutNeed } from '../shortcuts/registry.js';
import type { CardSelection } from './card-selection.js';
import type { Cards } from './cards.js';

/** What keys do among cards. */
export interface CardShortcutContext {
  readonly cards: Cards;
  readonly selection: CardSelection;
  /** Puts away, or brings back, what is selected. */
  readonly putSelected: () => void;
  /** The same with one; nothing where that cannot be. */
  readonly putOf: (session: Session) => (() => void) | undefined;
  /** Opens the menu of a card. */
  readonly openMenu: (button: HTMLElement, session: Session) => void;
}

/** What single keys do to the card with the focus or, where some are selected, to all of those; and the sheet that shows them. */
export class CardShortcuts {
  readonly #common: CommonShortcuts;
  readonly #context: CardShortcutContext;

  constructor(context: CardShortcutContext) {
    const { cards } = context;
    const { host } = cards;
    this.#context = context;
    this.#common = new CommonShortcuts(host, 'cards', {
      localizer: () => cards.localizer(),
      has: (need) => this.#has(need),
    });
    host.renderRoot.addEventListener('keydown', this.#handleKeydown);
  }

  render(): TemplateResult | typeof nothing {
    const sheet = this.#common.render();
    if (sheet === nothing) return nothing;
    return html`<div class="sheet-place" dir=${this.#context.cards.localizer().dir}>${sheet}</div>`;
  }

  readonly #handleKeydown = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || isElsewhere(event, this.#context.cards.host)) return;
    if (!this.#take(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Does what a key asks for; answers whether it asked for something that can be done. */
  #take(event: KeyboardEvent): boolean {
    const id = this.#common.keys.find(event);
    const store = this.#context.cards.store();
    if (id === undefined || !store) return false;
    if (this.#common.take(id, store)) return true;
    return id === 'archive' ? this.#archive(event.repeat) : id === 'menu' && this.#openMenu();
  }

  #archive(isRepeated: boolean): boolean {
    const { selection, putSelected, putOf } = this.#context;
    if (selection.isPossible && selection.now?.isEmpty === false) {
      if (!isRepeated) putSelected();
      return true;
    }
    const session = this.#focused;
    const put = session && putOf(session);
    if (!isRepeated) put?.();
    return put !== undefined;
  }

  #openMenu(): boolean {
    const session = this.#focused;
    const button = this.#card?.querySelector<HTMLElement>('[data-control=more]');
    if (session && button) this.#context.openMenu(button, session);
    return Boolean(session && button);
  }

  get #card(): HTMLElement | null | undefined {
    return this.#context.cards.host.shadowRoot?.activeElement?.closest<HTMLElement>('.card[data-id]');
  }

  /** The session that the focus is at. */
  get #focused(): Session | undefined {
    const id: Id | undefined = this.#card?.dataset['id'];
    return id === undefined || isPlaceholder(id) ? undefined : this.#context.cards.store()?.session(id);
  }

  #has(need: ShortcutNeed): boolean {
    const { archive, rename } = this.#context.cards.store()?.capabilities ?? {};
    const { isPossible } = this.#context.selection;
    const offered: Partial<Record<ShortcutNeed, boolean | undefined>> = {
      archive,
      rename,
      change: archive || rename,
      select: isPossible,
    };
    return Boolean(offered[need]);
  }
}
