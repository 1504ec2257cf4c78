import { dayKey } from '../../i18n/calendar.js';
import type { Localizer } from '../../i18n/index.js';
import type { SectionKey, Time } from '../collection/collection-model.js';
import { dayKeys } from './day-keys.js';

/** What a section of the timeline is. */
export type GroupBy = 'day' | 'week' | 'month' | 'session';

const DAY_MS = 86_400_000;
/** As long as sections usually are, in ms. */
const SPANS = { day: DAY_MS, week: 7 * DAY_MS, month: 30.4 * DAY_MS } as const;
const MONTH = 7;
const MONDAY = 1;

interface WeekInfo {
  readonly firstDay: number;
}

/** Not every browser knows it yet, and some as a property. */
type WeekLocale = Intl.Locale & { getWeekInfo?(): WeekInfo; readonly weekInfo?: WeekInfo };

const known = new WeakMap<Localizer, Map<GroupBy, SectionKey>>();

/** What an attribute says, or a day. */
export const groupingOf = (value: string | null | undefined): GroupBy =>
  value === 'week' || value === 'month' || value === 'session' ? value : 'day';

/** Which section belongs to an iteration; the same function for the same localizer. */
export function sectionKeys(localizer: Localizer, by: GroupBy): SectionKey {
  const keys = known.get(localizer) ?? new Map<GroupBy, SectionKey>();
  known.set(localizer, keys);
  let key = keys.get(by);
  if (!key) keys.set(by, (key = keyFor(localizer, by)));
  return key;
}

function keyFor(localizer: Localizer, by: GroupBy): SectionKey {
  if (by === 'session') return (_time, sessionId = '') => sessionId;
  const day = dayKeys(localizer);
  const spanMs = SPANS[by];
  if (by === 'day') return Object.assign((time: Time) => day(time), { spanMs });
  if (by === 'month') return Object.assign((time: Time) => day(time).slice(0, MONTH), { spanMs });
  const firstDay = firstDayOfWeek(localizer.locale);
  const weeks = new Map<string, string>();
  const week = (time: Time): string => {
    const of = day(time);
    let start = weeks.get(of);
    if (start === undefined) weeks.set(of, (start = weekStart(of, firstDay)));
    return start;
  };
  return Object.assign(week, { spanMs });
}

/** The first day of the week of a locale: 1 is Monday, 7 Sunday. */
export function firstDayOfWeek(locale: string): number {
  const here: WeekLocale = new Intl.Locale(locale);
  return (here.getWeekInfo?.() ?? here.weekInfo)?.firstDay ?? MONDAY;
}

/** The first day of the week that a day, `YYYY-MM-DD`, is in. Days of the calendar: no clock can change between them. */
export function weekStart(day: string, firstDay: number): string {
  const at = Date.parse(day);
  if (Number.isNaN(at)) return '';
  const since = (new Date(at).getUTCDay() - firstDay + 7) % 7;
  return new Date(at - since * DAY_MS).toISOString().slice(0, 10);
}

/** Heading of the week that begins on a day: "Week of November 3, 2025". */
export const weekHeading = (localizer: Localizer, start: string): string =>
  localizer.t('timeline.week', { date: calendarDate(localizer, start) });

/** Heading of the month of a time: "November 2025". */
export const monthHeading = (localizer: Localizer, time: Time): string =>
  dayKey(localizer, time) &&
  localizer.dateFormat({ month: 'long', year: 'numeric' }).format(typeof time === 'number' ? time : Date.parse(time));

/** A day of the calendar, which is the same in every time zone. */
function calendarDate(localizer: Localizer, day: string): string {
  const at = Date.parse(day);
  const make = (): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(localizer.locale, { dateStyle: 'long', timeZone: 'UTC' });
  return Number.isNaN(at) ? '' : localizer.format('calendar', make).format(at);
}
