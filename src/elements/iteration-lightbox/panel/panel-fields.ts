import { bytesText, durationText } from '../../../i18n/amounts.js';
import type { Localizer } from '../../../i18n/index.js';
import type { LightboxView } from '../sequence.js';
import { costOf, projectIdsOf } from './origin-fields.js';
import type { Field, PanelContext } from './panel-context.js';
import { jsonText, plainText } from './plain-text.js';

/** More parameters than anybody reads. */
const MOST_PARAMETERS = 100;

const isLength = (value: number | undefined): value is number =>
  value !== undefined && Number.isFinite(value) && value > 0;

/** What is known of the output itself, in the order it is shown; what is not known is left out. */
export function factsOf(view: LightboxView, localizer: Localizer): readonly Field[] {
  const { row, session, generation } = view;
  if (!row) return [];
  const day = (instant: unknown): string => (typeof instant === 'string' ? localizer.dateTime(instant) : '');
  const { width, height, durationMs, bytes } = row.media ?? {};
  const size =
    isLength(width) && isLength(height)
      ? localizer.t('lightbox.dimensions', { width: String(width), height: String(height) })
      : '';
  const facts: readonly Field[] = [
    { id: 'model', label: localizer.t('lightbox.model'), value: plainText(row.model ?? session?.brief.model) },
    { id: 'seed', label: localizer.t('lightbox.seed'), value: plainText(row.seed) },
    { id: 'size', label: localizer.t('lightbox.size'), value: size },
    {
      id: 'duration',
      label: localizer.t('lightbox.duration'),
      value: isLength(durationMs) ? durationText(durationMs) : '',
    },
    { id: 'bytes', label: localizer.t('lightbox.fileSize'), value: isLength(bytes) ? bytesText(localizer, bytes) : '' },
    { id: 'created', label: localizer.t('lightbox.created'), value: localizer.dateTime(row.createdAt) },
    { id: 'completed', label: localizer.t('panel.completed'), value: day(row.completedAt) },
    { id: 'expires', label: localizer.t('panel.expires'), value: day(row.expiresAt) },
    { id: 'cost', label: localizer.t('panel.cost'), value: costOf(row, generation, localizer) },
  ];
  return facts.filter(({ value }) => value !== '');
}

type ProjectsContext = Pick<PanelContext, 'localizer' | 'store' | 'projects'>;

/** The projects it is in, if it is in any. */
export function projectsFieldOf(view: LightboxView, { localizer, store, projects }: ProjectsContext): readonly Field[] {
  const value = projects.of(store, projectIdsOf(view)).join(', ');
  return value === '' ? [] : [{ id: 'projects', label: localizer.t('panel.projects'), value }];
}

/** The generator's parameters. */
export const parametersOf = ({ row, session }: LightboxView): readonly Field[] =>
  Object.entries(row?.params ?? session?.brief.params ?? {})
    .slice(0, MOST_PARAMETERS)
    .map(([label, value]) => ({ id: `param ${label}`, label, value: jsonText(value) }));
