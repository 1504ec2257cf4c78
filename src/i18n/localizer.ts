import type { MessageKey, Messages } from './en.js';
import type { Message, MessageParams } from './message.js';
import { englishText, findMessages } from './registry.js';

/** How a {@link Localizer} speaks. */
export interface LocalizerOptions {
  /** BCP 47 tag; one the browser does not understand counts as `en`. Default `en`. */
  readonly locale?: string | undefined;
  /** Texts that take precedence over the registered ones. */
  readonly messages?: Partial<Messages> | undefined;
  /** Default: by the locale's script. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
  /** IANA time zone in which days begin and end. Default: the browser's. */
  readonly timeZone?: string | undefined;
}

const RTL_LANGUAGE = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b|-(arab|hebr)\b/i;
// Letters of right-to-left scripts and the characters that steer direction.
const NEEDS_ISOLATION = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

const understood = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

const knownZone = (timeZone: string | undefined): string | undefined => {
  try {
    return timeZone === undefined ? undefined : new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/** Turns keys, numbers and instants into text; immutable, so a new language is a new localizer. */
export class Localizer {
  /** BCP 47 tag in canonical form. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly timeZone: string | undefined;

  readonly #messages: Partial<Messages>;
  readonly #formats = new Map<string, unknown>();

  constructor({ locale = 'en', messages = {}, dir, timeZone }: LocalizerOptions = {}) {
    this.locale = understood(locale);
    this.dir = dir ?? (RTL_LANGUAGE.test(this.locale) ? 'rtl' : 'ltr');
    this.timeZone = knownZone(timeZone);
    this.#messages = messages;
  }

  /** The language the texts are in: English where none are registered for the locale. */
  get lang(): string {
    return findMessages(this.locale)?.lang ?? (Object.keys(this.#messages).length > 0 ? this.locale : 'en');
  }

  /**
   * The text for a key.
   * @param params values for its `{names}`; `count` also chooses the plural form.
   */
  t(key: MessageKey, params: MessageParams = {}): string {
    const message: Message = this.#messages[key] ?? findMessages(this.locale)?.messages[key] ?? englishText(key);
    const text = typeof message === 'string' ? message : this.#plural(message, params['count']);
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return value === undefined ? whole : typeof value === 'number' ? this.number(value) : this.#isolate(value);
    });
  }

  /** A number, grouped. */
  number(value: number): string {
    return this.format('n', () => new Intl.NumberFormat(this.locale)).format(value);
  }

  /** A share from 0 to 1 in whole per cent; values outside are clamped. */
  percent(share: number): string {
    const format = this.format('p', () => new Intl.NumberFormat(this.locale, { style: 'percent' }));
    return format.format(Math.floor(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 100) / 100);
  }

  /** Day and time in full. */
  dateTime(instant: string): string {
    const then = Date.parse(instant);
    return Number.isNaN(then) ? '' : this.dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(then);
  }

  #plural(forms: Exclude<Message, string>, count: string | number | undefined): string {
    const { lang } = this;
    const rules = this.format(`pr${lang}`, () => new Intl.PluralRules(lang));
    return forms[rules.select(Number(count ?? 0))] ?? forms.other;
  }

  #isolate(value: string): string {
    return this.dir === 'rtl' || NEEDS_ISOLATION.test(value) ? `\u2068${value}\u2069` : value;
  }

  /**
   * A format of the locale and the time zone, made once.
   * @internal
   */
  dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const { timeZone } = this;
    return this.format(
      `d${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(this.locale, { ...options, timeZone }),
    );
  }

  /**
   * Something that takes long to make, made once for each key.
   * @internal
   */
  format<T extends object>(key: string, make: () => T): T {
    const known = this.#formats.get(key) as T | undefined;
    if (known) return known;
    const made = make();
    this.#formats.set(key, made);
    return made;
  }
}
