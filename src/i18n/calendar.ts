import type { Localizer } from './localizer.js';

const DAY_MS = 86_400_000;

/** How long ago: "just now", "2 min ago", "yesterday", a date after a week. Empty for an instant that is none. */
export function relativeTime(localizer: Localizer, instant: string, nowMs: number): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return '';
  const minutes = Math.floor(Math.max(0, nowMs - then) / 60_000);
  if (minutes < 1) return localizer.t('time.now');
  if (minutes < 60) return localizer.t('time.minutesAgo', { count: minutes });
  const days = dayOf(localizer, nowMs) - dayOf(localizer, then);
  if (days < 1 || minutes < 6 * 60) return localizer.t('time.hoursAgo', { count: Math.floor(minutes / 60) });
  if (days < 7) return relativeDays(localizer, -days);
  return dateOf(localizer, then, nowMs, { day: 'numeric', month: 'short' });
}

/** Heading of a day: "Today", "Yesterday", "Mon, Nov 3", with the year where it is another one. */
export function dayHeading(localizer: Localizer, time: string | number, nowMs: number): string {
  const then = msOf(time);
  if (Number.isNaN(then)) return '';
  const days = dayOf(localizer, nowMs) - dayOf(localizer, then);
  if (days !== 0 && days !== 1) {
    return dateOf(localizer, then, nowMs, { weekday: 'short', day: 'numeric', month: 'short' });
  }
  const text = relativeDays(localizer, -days);
  return text.charAt(0).toLocaleUpperCase(localizer.locale) + text.slice(1);
}

/** The calendar day of an instant in the localizer's time zone, `YYYY-MM-DD`: equal for instants of one day. */
export function dayKey(localizer: Localizer, time: string | number): string {
  const then = msOf(time);
  return Number.isNaN(then) ? '' : new Date(dayOf(localizer, then) * DAY_MS).toISOString().slice(0, 10);
}

const msOf = (time: string | number): number => (typeof time === 'number' ? time : Date.parse(time));

function relativeDays(localizer: Localizer, days: number): string {
  const { locale } = localizer;
  return localizer.format('r', () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(days, 'day');
}

function dateOf(localizer: Localizer, then: number, nowMs: number, options: Intl.DateTimeFormatOptions): string {
  const year = (ms: number): number => new Date(dayOf(localizer, ms) * DAY_MS).getUTCFullYear();
  return localizer.dateFormat(year(then) === year(nowMs) ? options : { ...options, year: 'numeric' }).format(then);
}

/** Days since 1970 of the calendar day on which an instant falls in the time zone. */
function dayOf(localizer: Localizer, ms: number): number {
  const { timeZone } = localizer;
  if (timeZone === undefined) {
    const date = new Date(ms);
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
  }
  const parts = localizer
    .format('day', () => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }))
    .formatToParts(ms);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY_MS;
}
