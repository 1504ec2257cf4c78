import { dayKey } from './calendar.js';
import type { Localizer } from './localizer.js';

/** When something came, as short as can be: the time of what is of today, else the day. Empty for an instant that is none. */
export function shortTime(localizer: Localizer, instant: string, nowMs: number): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return '';
  const [day, today] = [dayKey(localizer, then), dayKey(localizer, nowMs)];
  const format =
    day === today
      ? localizer.dateFormat({ hour: 'numeric', minute: '2-digit' })
      : localizer.dateFormat({
          day: 'numeric',
          month: 'short',
          ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' as const }),
        });
  return format.format(then);
}
