import type { Localizer } from '../../../i18n/index.js';
import type { LightboxView } from '../sequence.js';
import { factsOf, parametersOf } from '../panel/panel-fields.js';
import { plainText } from '../panel/plain-text.js';

/** A line of the table: something that is not the same of all. */
export interface DifferingField {
  readonly id: string;
  readonly label: string;
  /** One for each of those that are compared; empty where one has none. */
  readonly values: readonly string[];
}

/** What is different of any two outputs says nothing of how they were made. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set(['created', 'completed', 'expires', 'bytes']);

const differs = ({ values }: DifferingField): boolean => values.some((value) => value !== values[0]);

/** What is known of each, by what it is. */
function fieldsOf(views: readonly LightboxView[], localizer: Localizer): DifferingField[] {
  const all = views.map((view) => [
    ...factsOf(view, localizer).filter(({ id }) => !BESIDE_THE_POINT.has(id)),
    { id: 'negative', label: localizer.t('lightbox.negative'), value: plainText(view.session?.brief.negativePrompt) },
    ...parametersOf(view),
  ]);
  const labels = new Map(all.flat().map(({ id, label }) => [id, label]));
  return [...labels].map(([id, label]) => ({
    id,
    label,
    values: all.map((fields) => fields.find((field) => field.id === id)?.value ?? ''),
  }));
}

function referencesOf(views: readonly LightboxView[], localizer: Localizer): DifferingField[] {
  const all = views.map(({ session }) => session?.brief.references ?? []);
  const names = new Map(all.flat().map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({
    id: `reference ${id}`,
    label: localizer.t('compare.reference', { name }),
    values: all.map((references) =>
      localizer.t(references.some((one) => one.id === id) ? 'compare.yes' : 'compare.no'),
    ),
  }));
}

/** Only those references and parameters that differ. */
export const differingFields = (views: readonly LightboxView[], localizer: Localizer): readonly DifferingField[] =>
  [...referencesOf(views, localizer), ...fieldsOf(views, localizer)].filter(differs);
