import type { Localizer, MessageKey } from '../../../i18n/index.js';
import type { Cost, Generation, Id, Iteration, Provenance } from '../../../model/index.js';
import type { LightboxView } from '../sequence.js';
import type { Field } from './panel-context.js';

/** What the last part of an IPTC source type means. */
const SOURCES: Readonly<Record<string, MessageKey>> = {
  trainedAlgorithmicMedia: 'panel.source.ai',
  compositeWithTrainedAlgorithmicMedia: 'panel.source.partlyAi',
  compositeSynthetic: 'panel.source.partlyAi',
  algorithmicMedia: 'panel.source.algorithm',
  algorithmicallyEnhanced: 'panel.source.algorithm',
  digitalCapture: 'panel.source.capture',
  computationalCapture: 'panel.source.capture',
  digitalArt: 'panel.source.human',
  digitalCreation: 'panel.source.human',
  humanEdits: 'panel.source.human',
};

const VALIDATIONS: Readonly<Record<string, MessageKey>> = {
  valid: 'panel.credentials.valid',
  trusted: 'panel.credentials.trusted',
  invalid: 'panel.credentials.invalid',
};

/** What comes from a host may be anything. */
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A price: as money where its unit is a currency, else the number and the host's own unit. */
function costText(localizer: Localizer, cost: Cost | undefined): string {
  const { amount, unit, estimated } = cost ?? {};
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return '';
  const text = /^[A-Z]{3}$/.test(textIn(unit))
    ? moneyText(localizer, amount, textIn(unit))
    : localizer.t('panel.amount', { amount: localizer.number(amount), unit: textIn(unit) }).trim();
  return estimated ? localizer.t('panel.estimated', { cost: text }) : text;
}

const moneyText = (localizer: Localizer, amount: number, currency: string): string =>
  localizer
    .format(
      `c${currency}`,
      // Outputs often cost less than a cent.
      () =>
        new Intl.NumberFormat(localizer.locale, {
          style: 'currency',
          currency,
          maximumFractionDigits: 4,
        }),
    )
    .format(amount);

/** What the output cost, or else the attempt that made it. */
export function costOf(row: Iteration, generation: Generation | undefined, localizer: Localizer): string {
  const own = costText(localizer, row.cost);
  const whole = own === '' ? costText(localizer, generation?.cost) : '';
  return whole === '' ? own : localizer.t('panel.attemptCost', { cost: whole });
}

/** The projects of the output, and of its session. */
export const projectIdsOf = ({ row, session }: LightboxView): readonly Id[] => [
  ...new Set([...(row?.projectIds ?? []), ...(session?.projectIds ?? [])]),
];

function sourceText(localizer: Localizer, uri: string): string {
  const name = uri.split('/').pop() ?? '';
  const key = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  return key ? localizer.t(key) : name;
}

function credentialsText(localizer: Localizer, c2pa: Provenance['c2pa']): string {
  if (!c2pa) return '';
  if (!c2pa.present) return localizer.t('panel.credentials.none');
  const validation = textIn(c2pa.validation);
  const key = Object.hasOwn(VALIDATIONS, validation) ? VALIDATIONS[validation] : undefined;
  return localizer.t(key ?? 'panel.credentials.unchecked');
}

/** Where the medium says it comes from; what is not known is left out. */
export function provenanceOf(row: Iteration | undefined, localizer: Localizer): readonly Field[] {
  const { generator, digitalSourceType, c2pa } = row?.provenance ?? {};
  const facts: readonly Field[] = [
    { id: 'generator', label: localizer.t('panel.generator'), value: textIn(generator) },
    {
      id: 'source',
      label: localizer.t('panel.source'),
      value: sourceText(localizer, textIn(digitalSourceType)),
    },
    { id: 'credentials', label: localizer.t('panel.credentials'), value: credentialsText(localizer, c2pa) },
    { id: 'issuer', label: localizer.t('panel.issuer'), value: textIn(c2pa?.issuer) },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** Parameters that were found inside the file, as they are. */
export const embeddedOf = (row: Iteration | undefined): string => textIn(row?.provenance?.embedded?.raw);
