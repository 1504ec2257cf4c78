import { html, nothing, type TemplateResult } from 'lit';
import { archive, check, unarchive } from '../../ui/icon-shapes.js';
import { batchButton, clearButton, clearOnEscape } from '../collection/batch-pieces.js';
import { actQuietly } from '../collection/selected-actions.js';
import { archiveSessions, unarchiveSessions } from '../intents/session-intents.js';
import { selectedSessions, type CardSelection } from './card-selection.js';
import type { Cards } from './cards.js';

/** What can be done with the sessions that are selected; stands below the cards as long as some are. */
export class SessionBar {
  readonly #cards: Cards;
  readonly #selection: CardSelection;

  constructor(cards: Cards, selection: CardSelection) {
    this.#cards = cards;
    this.#selection = selection;
  }

  render(): TemplateResult | typeof nothing {
    const { now, isPossible } = this.#selection;
    if (!now || now.isEmpty || !isPossible) return nothing;
    const localizer = this.#cards.localizer();
    const put = this.#put;
    return html`<div
      class="batch"
      part="batch"
      role="toolbar"
      dir=${localizer.dir}
      aria-label=${localizer.t('selection.label')}
      @keydown=${this.#handleKeydown}
    >
      <span class="batch-count">${selectedSessions(this.#cards, now)}</span>
      ${
        now.everything === undefined
          ? batchButton({
              id: 'all',
              label: localizer.t('action.selectAll'),
              icon: check,
              run: () => this.#selection.all(),
            })
          : nothing
      }
      ${batchButton({
        id: put,
        label: localizer.t(`action.${put}`),
        icon: put === 'archive' ? archive : unarchive,
        run: () => this.act(),
      })}
      ${clearButton(localizer, this.#clear)}
    </div>`;
  }

  get #put(): 'archive' | 'unarchive' {
    return this.#cards.query().filter?.archived === 'only' ? 'unarchive' : 'archive';
  }

  /** Puts away what is selected, or brings it back from there. */
  act(): void {
    const { host } = this.#cards;
    const put = this.#put;
    const store = this.#cards.store();
    const { now } = this.#selection;
    if (!store || !now) return;
    this.#focusCards();
    const act = put === 'archive' ? archiveSessions : unarchiveSessions;
    const done = actQuietly(now, (target) => act(host, store, target));
    this.#selection.say(now);
    // What was refused is selected again.
    void done.then(() => now.isEmpty || this.#selection.say(now));
  }

  /** The bar goes: the focus is back among the cards before that. */
  #focusCards(): void {
    const { renderRoot } = this.#cards.host;
    const card = renderRoot.querySelector<HTMLElement>('.card [data-control=open][tabindex="0"]');
    (card ?? renderRoot.querySelector<HTMLElement>('.scroller'))?.focus({ preventScroll: true });
  }

  readonly #clear = (): void => {
    this.#focusCards();
    this.#selection.clear();
  };

  readonly #handleKeydown = clearOnEscape(this.#clear);
}
