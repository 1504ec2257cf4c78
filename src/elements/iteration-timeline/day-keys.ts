import { dayKey } from '../../i18n/calendar.js';
import type { Localizer } from '../../i18n/index.js';
import type { SectionKey } from '../collection/collection-model.js';

const known = new WeakMap<Localizer, SectionKey>();
/** Borders between days fall on whole minutes in every time zone. */
const MINUTE = 16;
const MOST_MINUTES = 50_000;

/** The day of a time in a localizer's time zone; the same function for the same localizer. */
export function dayKeys(localizer: Localizer): SectionKey {
  const before = known.get(localizer);
  if (before) return before;
  const days = new Map<string | number, string>();
  const key: SectionKey = (time) => {
    const minute = typeof time === 'number' ? Math.floor(time / 60_000) : time.slice(0, MINUTE);
    let day = days.get(minute);
    if (day === undefined) {
      day = dayKey(localizer, time);
      if (days.size >= MOST_MINUTES) days.clear();
      days.set(minute, day);
    }
    return day;
  };
  known.set(localizer, key);
  return key;
}
