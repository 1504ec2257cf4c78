import type { Localizer } from './localizer.js';

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Length of a medium: "0:07", "1:02:03"; what lasts at all lasts a second. */
export function durationText(ms: number): string {
  const seconds = ms > 0 && ms < Infinity ? Math.max(1, Math.round(ms / 1000)) : 0;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** A size in bytes, in the unit that keeps it short (1,024 of one make the next). */
export function bytesText(localizer: Localizer, size: number): string {
  let value = Math.max(0, Number.isFinite(size) ? size : 0);
  let step = 0;
  while (value >= 1000 && step < BYTE_UNITS.length - 1) {
    value /= 1024;
    step += 1;
  }
  const unit = BYTE_UNITS[step] ?? 'byte';
  const { locale } = localizer;
  const format = localizer.format(
    `b${unit}`,
    () => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 }),
  );
  return format.format(value);
}
