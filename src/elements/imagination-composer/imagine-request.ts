import type { Verb } from '../../data/index.js';
import { verbSentAs } from '../../data/verbs.js';
import { KINDS, type Kind } from '../../model/index.js';
import type { Capabilities, Draft, ImagineRequest } from '../../store/index.js';

/** Longest brief that is sent, in characters. */
export const LONGEST_PROMPT = 100_000;
/** Most variants a person can ask for at once. */
const MOST_VARIANTS = 8;

export const isBlank = (prompt: string): boolean => prompt.trim() === '';

/** The media the backend makes; ones nobody has heard of are left out. */
export const knownKinds = ({ limits }: Capabilities): readonly Kind[] =>
  limits.kinds.filter((kind) => KINDS.includes(kind));

/** The verb of a draft that can be sent now: it may be older than what the adapter offers. Without one it is a plain remix. */
export function offeredVerb({ as, kind }: Draft, { verbs, limits }: Capabilities): Verb | undefined {
  const verb = verbSentAs(verbs, as);
  return verb && limits.kinds.includes(verb.makes ?? kind) ? verb : undefined;
}

/** What its verb makes, else the chosen medium, or the first there is where the backend does not make it. */
export function kindOf(draft: Draft, capabilities: Capabilities): Kind {
  const made = offeredVerb(draft, capabilities)?.makes;
  if (made) return made;
  const kinds = knownKinds(capabilities);
  return kinds.includes(draft.kind) ? draft.kind : (kinds[0] ?? draft.kind);
}

export const mostVariants = ({ limits }: Capabilities): number => Math.min(MOST_VARIANTS, limits.maxVariants);

export const countOf = (draft: Draft, capabilities: Capabilities): number =>
  Math.min(draft.count, mostVariants(capabilities));

/** What a draft asks for. The text goes as it was typed. */
export function imagineRequest(draft: Draft, capabilities: Capabilities, aspects: readonly string[]): ImagineRequest {
  const kind = kindOf(draft, capabilities);
  const { aspect, ...rest } = draft.params;
  const isWanted = aspect !== undefined && aspect !== 'auto' && kind !== 'audio' && aspects.includes(aspect);
  const params = { ...rest, ...(isWanted && { aspect }) };
  const { prompt, sessionId, remixOf } = draft;
  const references = draft.references.flatMap(({ state, file }) => (state === 'ready' && file ? [file] : []));
  return {
    prompt,
    kind,
    count: countOf(draft, capabilities),
    sessionId,
    remixOf,
    as: offeredVerb(draft, capabilities)?.id ?? null,
    ...(references.length > 0 && { references }),
    ...(Object.keys(params).length > 0 && { params }),
  };
}
