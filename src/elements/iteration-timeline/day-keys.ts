import { dayKey } from '../../i18n/calendar.js';
import type { Localizer } from '../../i18n/index.js';
import type { Iteration } from '../../model/index.js';

type DayKey = (iteration: Iteration) => string;

const known = new WeakMap<Localizer, DayKey>();
/** Borders between days fall on whole minutes in every time zone. */
const MINUTE = 16;
const MOST_MINUTES = 50_000;

/** The day of an iteration in a localizer's time zone; the same function for the same localizer. */
export function dayKeys(localizer: Localizer): DayKey {
  const before = known.get(localizer);
  if (before) return before;
  const days = new Map<string, string>();
  const key: DayKey = ({ createdAt }) => {
    const minute = createdAt.slice(0, MINUTE);
    let day = days.get(minute);
    if (day === undefined) {
      day = dayKey(localizer, createdAt);
      if (days.size >= MOST_MINUTES) days.clear();
      days.set(minute, day);
    }
    return day;
  };
  known.set(localizer, key);
  return key;
}
