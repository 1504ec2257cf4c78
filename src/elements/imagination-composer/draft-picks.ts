import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { Kind } from '../../model/index.js';
import type { Capabilities, Draft } from '../../store/index.js';
import { audio, image, maximize, video } from '../../ui/icon-shapes.js';
import { countOf, kindOf, knownKinds, mostVariants, offeredVerb } from './imagine-request.js';
import { pick } from './pick.js';

export interface DraftPicksOptions {
  readonly localizer: Localizer;
  readonly draft: Draft;
  readonly capabilities: Capabilities;
  readonly aspects: readonly string[];
  readonly choose: (patch: Partial<Draft>) => void;
}

// Named one by one: a namespace read by a computed name would bring every icon there is.
const SHAPES = { image, video, audio } as const;

const firstUpper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What can be chosen for a brief; no choice among one. */
export const draftPicks = (options: DraftPicksOptions): TemplateResult =>
  html`${kindPick(options)}${aspectPick(options)}${countPick(options)}`;

function kindPick({ localizer, draft, capabilities, choose }: DraftPicksOptions): TemplateResult | typeof nothing {
  // A verb makes what the adapter says.
  const kinds = offeredVerb(draft, capabilities) ? [] : knownKinds(capabilities);
  if (kinds.length < 2) return nothing;
  const kind = kindOf(draft, capabilities);
  return pick({
    name: 'kind',
    label: localizer.t('composer.kind'),
    icon: SHAPES[kind],
    value: kind,
    choices: kinds.map((one) => ({ value: one, label: localizer.t(`kind.${one}`) })),
    choose: (value) => choose({ kind: value as Kind }),
  });
}

function aspectPick(options: DraftPicksOptions): TemplateResult | typeof nothing {
  const { localizer, draft, capabilities, aspects, choose } = options;
  if (aspects.length === 0 || kindOf(draft, capabilities) === 'audio') return nothing;
  return pick({
    name: 'aspect',
    label: localizer.t('composer.aspect'),
    icon: maximize,
    value: draft.params['aspect'] ?? aspects[0] ?? '',
    choices: aspects.map((one) => ({ value: one, label: firstUpper(one) })),
    choose: (value) => choose({ params: { ...draft.params, aspect: value } }),
  });
}

function countPick({ localizer, draft, capabilities, choose }: DraftPicksOptions): TemplateResult | typeof nothing {
  const most = mostVariants(capabilities);
  if (most < 2) return nothing;
  const counts = Array.from({ length: most }, (_, index) => index + 1);
  return pick({
    name: 'count',
    label: localizer.t('composer.variantsLabel'),
    value: String(countOf(draft, capabilities)),
    choices: counts.map((count) => ({ value: String(count), label: localizer.t('composer.variants', { count }) })),
    choose: (value) => choose({ count: Number(value) }),
  });
}
