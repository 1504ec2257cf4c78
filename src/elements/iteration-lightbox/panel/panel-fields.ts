import { bytesText, durationText } from '../../../i18n/amounts.js';
import type { Localizer } from '../../../i18n/index.js';
import type { Json } from '../../../model/index.js';
import type { LightboxView } from '../sequence.js';

/** A fact about what is shown. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** More parameters than anybody reads. */
const MOST_PARAMETERS = 100;

const isLength = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0;

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/** What is known of the output, in the order it is shown; what is not known is left out. */
export function factsOf({ row, session }: LightboxView, localizer: Localizer): readonly Field[] {
  if (!row) return [];
  const { width, height, durationMs, bytes } = row.media ?? {};
  const size =
    isLength(width) && isLength(height)
      ? localizer.t('lightbox.dimensions', { width: String(width), height: String(height) })
      : '';
  const facts: readonly Field[] = [
    { id: 'model', label: localizer.t('lightbox.model'), value: row.model ?? session?.brief.model ?? '' },
    { id: 'seed', label: localizer.t('lightbox.seed'), value: row.seed ?? '' },
    { id: 'size', label: localizer.t('lightbox.size'), value: size },
    {
      id: 'duration',
      label: localizer.t('lightbox.duration'),
      value: isLength(durationMs) ? durationText(durationMs) : '',
    },
    { id: 'bytes', label: localizer.t('lightbox.fileSize'), value: isLength(bytes) ? bytesText(localizer, bytes) : '' },
    { id: 'created', label: localizer.t('lightbox.created'), value: localizer.dateTime(row.createdAt) },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** The generator's parameters. */
export const parametersOf = ({ row, session }: LightboxView): readonly Field[] =>
  Object.entries(row?.params ?? session?.brief.params ?? {})
    .slice(0, MOST_PARAMETERS)
    .map(([label, value]) => ({ id: `param ${label}`, label, value: textOf(value) }));
