import type { Localizer } from '../../../i18n/index.js';
import { promptOf, type Iteration, type JsonObject, type Session } from '../../../model/index.js';
import { jsonText, plainText } from './plain-text.js';

/** What a brief is made of; what is not known is left out. */
export interface WholeBrief {
  readonly prompt: string;
  readonly revisedPrompt?: string;
  readonly negativePrompt?: string;
  readonly references?: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly role?: string;
  }[];
  readonly model?: string;
  readonly seed?: string;
  readonly params?: JsonObject;
}

/** Everything that an iteration was asked with: its own, else what its session says. */
export function wholeBrief(row: Iteration, session: Session | undefined): WholeBrief {
  const { brief } = session ?? {};
  const [model, seed] = [plainText(row.model ?? brief?.model), plainText(row.seed)];
  const [revisedPrompt, negativePrompt] = [plainText(row.revisedPrompt), plainText(brief?.negativePrompt)];
  const params = row.params ?? brief?.params;
  const references = brief?.references ?? [];
  return {
    prompt: promptOf(row, session),
    ...(revisedPrompt && { revisedPrompt }),
    ...(negativePrompt && { negativePrompt }),
    ...(references.length > 0 && {
      // Their addresses run out, or mean something to the adapter alone.
      references: references.map(({ id, name, kind, role }) => ({ id, name, kind, ...(role && { role }) })),
    }),
    ...(model && { model }),
    ...(seed && { seed }),
    ...(params && Object.keys(params).length > 0 && { params }),
  };
}

/** The same to be read, and pasted elsewhere: prompt first, then a line for each of the rest. */
export function briefText(brief: WholeBrief, localizer: Localizer): string {
  const line = (label: string, value: string | undefined): readonly string[] => (value ? [`${label}: ${value}`] : []);
  const rest = [
    ...line(localizer.t('lightbox.revised'), brief.revisedPrompt),
    ...line(localizer.t('lightbox.negative'), brief.negativePrompt),
    ...line(localizer.t('lightbox.references'), brief.references?.map(({ name }) => name).join(', ')),
    ...line(localizer.t('lightbox.model'), brief.model),
    ...line(localizer.t('lightbox.seed'), brief.seed),
    ...Object.entries(brief.params ?? {}).flatMap(([label, value]) => line(label, jsonText(value))),
  ];
  return [brief.prompt, ...(rest.length > 0 ? [rest.join('\n')] : [])].filter(Boolean).join('\n\n');
}

/** The same as JSON; nothing where what the host gave is none. */
export function briefJson(brief: WholeBrief): string | undefined {
  try {
    return JSON.stringify(brief, null, 2);
  } catch {
    return undefined;
  }
}
