import { ContextProvider } from '@lit/context';
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localizerContext } from '../../context/localizer-context.js';
import { storeContext } from '../../context/store-context.js';
import { StoreController } from '../../controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../data/index.js';
import { Localizer, type Messages } from '../../i18n/index.js';
import { needElement } from '../../internal/lazy-elements.js';
import type { ImaginationsStore } from '../../store/index.js';
import { SettingsElement } from '../host/settings-element.js';
import { AuthNotice } from '../intents/auth-notice.js';
import type { Shortcuts } from '../shortcuts/registry.js';

/**
 * Gives every Imaginations element inside it - also across shadow roots - one backend and one language. Draws nothing.
 *
 * Its store is its own `store`, that of its `adapter`, or that of a provider around it.
 *
 * @element imaginations-provider
 * @slot - The elements it serves, and anything else.
 * @fires {AuthRequiredEvent} imaginations-auth-required - The backend said `unauthorized`; call `resume()` once that is mended.
 */
export class ImaginationsProvider extends SettingsElement {
  static override styles = css`
    :host {
      display: contents !important;
    }
  `;

  /** The backend. */
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;

  /** A store made elsewhere; comes before `adapter`. */
  @property({ attribute: false }) store?: ImaginationsStore | undefined;

  /** Language as a BCP 47 tag; default: the nearest `lang` attribute's. */
  @property() locale?: string | undefined;

  /** Own texts, by key; they come before those of the language. */
  @property({ attribute: false }) messages?: Partial<Messages> | undefined;

  /** IANA time zone in which days begin; default: the browser's. */
  @property({ attribute: 'time-zone' }) timeZone?: string | undefined;

  /** Other keys for everything inside it, by shortcut: `{ star: 'g', undo: ['mod+u'], archive: null }`. */
  @property({ attribute: false }) shortcuts?: Shortcuts | undefined;

  readonly #data = new StoreController(
    this,
    (store) => ({ authRequired: store.status.value.authRequired }),
    (store) => this.#storeProvider.setValue(store),
  );

  readonly #storeProvider = new ContextProvider(this, { context: storeContext });
  readonly #localizerProvider = new ContextProvider(this, { context: localizerContext });
  readonly #auth = new AuthNotice();

  /** The store in use; `undefined` until there is a backend. */
  get activeStore(): ImaginationsStore | undefined {
    return this.#data.store;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('locale') || changed.has('messages') || changed.has('timeZone')) this.#provideLocalizer();
  }

  protected override updated(): void {
    this.#auth.tell(this, this.#data.value?.authRequired ?? false);
  }

  /** Says that the person is signed in again: what failed is read again. */
  resume(): void {
    this.#data.store?.resume();
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${this.#needInside}></slot>`;
  }

  /** Elements of ours whose code was to come later are wanted now. */
  readonly #needInside = (): void => {
    for (const { localName } of this.querySelectorAll(':not(:defined)')) void needElement(localName);
  };

  #provideLocalizer(): void {
    const { locale, messages, timeZone } = this;
    // Without a word on language the elements inside go by their own `lang`.
    const isSet = locale !== undefined || messages !== undefined || timeZone !== undefined;
    this.#localizerProvider.setValue(isSet ? new Localizer({ locale, messages, timeZone }) : undefined);
  }
}
