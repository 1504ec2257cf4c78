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

const DAY_MS = 86_400_000;
const RTL_LANGUAGE = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b|-(arab|hebr)\b/i;
// Letters of right-to-left scripts and the characters that steer direction.
const NEEDS_ISOLATION = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

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
    return this.#format('n', () => new Intl.NumberFormat(this.locale)).format(value);
  }

  /** A share from 0 to 1 in whole per cent; values outside are clamped. */
  percent(share: number): string {
    const format = this.#format('p', () => new Intl.NumberFormat(this.locale, { style: 'percent' }));
    return format.format(Math.floor(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 100) / 100);
  }

  /** How long ago: "just now", "2 min ago", "yesterday", a date after a week. Empty for an instant that is none. */
  relativeTime(instant: string, nowMs: number): string {
    const then = Date.parse(instant);
    if (Number.isNaN(then)) return '';
    const minutes = Math.floor(Math.max(0, nowMs - then) / 60_000);
    if (minutes < 1) return this.t('time.now');
    if (minutes < 60) return this.t('time.minutesAgo', { count: minutes });
    const days = this.#day(nowMs) - this.#day(then);
    if (days < 1 || minutes < 6 * 60) return this.t('time.hoursAgo', { count: Math.floor(minutes / 60) });
    if (days < 7) return this.#relativeDays(-days);
    return this.#date(then, nowMs, { day: 'numeric', month: 'short' });
  }

  /** Heading of a day: "Today", "Yesterday", "Mon, Nov 3", with the year where it is another one. */
  dayHeading(instant: string, nowMs: number): string {
    const then = Date.parse(instant);
    if (Number.isNaN(then)) return '';
    const days = this.#day(nowMs) - this.#day(then);
    if (days !== 0 && days !== 1) return this.#date(then, nowMs, { weekday: 'short', day: 'numeric', month: 'short' });
    const text = this.#relativeDays(-days);
    return text.charAt(0).toLocaleUpperCase(this.locale) + text.slice(1);
  }

  /** The calendar day of an instant in the localizer's time zone, `YYYY-MM-DD`: equal for instants of one day. */
  dayKey(instant: string): string {
    const then = Date.parse(instant);
    return Number.isNaN(then) ? '' : new Date(this.#day(then) * DAY_MS).toISOString().slice(0, 10);
  }

  /** Day and time in full. */
  dateTime(instant: string): string {
    const then = Date.parse(instant);
    return Number.isNaN(then) ? '' : this.#dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(then);
  }

  /** Length of a medium: "0:07", "1:02:03". */
  duration(ms: number): string {
    const seconds = Math.max(0, Math.round((Number.isFinite(ms) ? ms : 0) / 1000));
    const two = (value: number): string => String(value).padStart(2, '0');
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  }

  /** A size in bytes, in the unit that keeps it short (1,024 of one make the next). */
  bytes(size: number): string {
    let value = Math.max(0, Number.isFinite(size) ? size : 0);
    let step = 0;
    while (value >= 1000 && step < BYTE_UNITS.length - 1) {
      value /= 1024;
      step += 1;
    }
    const unit = BYTE_UNITS[step] ?? 'byte';
    const format = this.#format(
      `b${unit}`,
      () =>
        new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 }),
    );
    return format.format(value);
  }

  #plural(forms: Exclude<Message, string>, count: string | number | undefined): string {
    const { lang } = this;
    const rules = this.#format(`pr${lang}`, () => new Intl.PluralRules(lang));
    return forms[rules.select(Number(count ?? 0))] ?? forms.other;
  }

  #isolate(value: string): string {
    return this.dir === 'rtl' || NEEDS_ISOLATION.test(value) ? `\u2068${value}\u2069` : value;
  }

  #relativeDays(days: number): string {
    const format = this.#format('r', () => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }));
    return format.format(days, 'day');
  }

  #date(then: number, nowMs: number, options: Intl.DateTimeFormatOptions): string {
    const year = (ms: number): number => new Date(this.#day(ms) * DAY_MS).getUTCFullYear();
    return this.#dateFormat(year(then) === year(nowMs) ? options : { ...options, year: 'numeric' }).format(then);
  }

  /** Days since 1970 of the calendar day on which an instant falls in the time zone. */
  #day(ms: number): number {
    if (this.timeZone === undefined) {
      const date = new Date(ms);
      return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
    }
    const parts = this.#format(
      'day',
      () =>
        new Intl.DateTimeFormat('en', { timeZone: this.timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }),
    ).formatToParts(ms);
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
    return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY_MS;
  }

  #dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const { timeZone } = this;
    return this.#format(
      `d${JSON.stringify(options)}`,
      () => new Intl.DateTimeFormat(this.locale, { ...options, timeZone }),
    );
  }

  #format<T extends object>(key: string, make: () => T): T {
    const known = this.#formats.get(key) as T | undefined;
    if (known) return known;
    const made = make();
    this.#formats.set(key, made);
    return made;
  }
}
