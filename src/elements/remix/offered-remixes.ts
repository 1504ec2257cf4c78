import type { Verb } from '../../data/index.js';
import { soundVerbs } from '../../data/verbs.js';
import type { Localizer, MessageKey } from '../../i18n/index.js';
import type { Iteration, Kind } from '../../model/index.js';
import type { Capabilities } from '../../store/index.js';
import { maximize, pencil, remix } from '../../ui/icon-shapes.js';
import { attach } from '../../ui/icons/attach.js';
import { extend } from '../../ui/icons/extend.js';
import { vary } from '../../ui/icons/vary.js';
import type { IconShape } from '../../ui/icon.js';
import { isEnabled } from '../host/host-actions.js';
import { isWorded, ownLabel } from './verb-words.js';

/** A way to build on an output, as a menu or a bar shows it. */
export interface OfferedRemix {
  readonly id: `verb:${string}`;
  readonly label: string;
  readonly icon: IconShape;
  /** Nothing where the adapter names none: a plain remix. */
  readonly verb: Verb | undefined;
}

/** More than a menu can hold. */
const MOST_VERBS = 12;

const SHAPES: Readonly<Record<string, IconShape>> = {
  variation: vary,
  edit: pencil,
  extend,
  upscale: maximize,
  reference: attach,
};

function worksOn({ kinds, makes, id }: Verb, { kind, media }: Iteration, made: readonly Kind[]): boolean {
  // What a reference is used for is chosen later.
  const isPossible = id === 'reference' ? media !== undefined : made.includes(makes ?? kind);
  return isPossible && (kinds?.includes(kind) ?? true);
}

function labelOf(localizer: Localizer, role: string, verbs: unknown): string {
  const key: MessageKey = isWorded(role) || role === 'reference' ? `verb.${role}` : 'action.remix';
  return ownLabel(role, verbs) || localizer.t(key);
}

/** The ways to build on an output: only what the adapter offers, the host leaves in and the row allows. */
export function remixesFor(capabilities: Capabilities, localizer: Localizer, row: Iteration): readonly OfferedRemix[] {
  const { generate, verbs, limits } = capabilities;
  const isOffered =
    generate && isEnabled(capabilities, 'remix') && row.status === 'succeeded' && row.can?.remix !== false;
  if (!isOffered) return [];
  const offered = soundVerbs(verbs);
  if (!offered) return [{ id: 'verb:remix', label: localizer.t('action.remix'), icon: remix, verb: undefined }];
  return offered
    .filter((verb) => worksOn(verb, row, limits.kinds))
    .slice(0, MOST_VERBS)
    .map((verb) => ({
      id: `verb:${verb.id}`,
      label: labelOf(localizer, verb.id, verbs),
      icon: Object.hasOwn(SHAPES, verb.id) ? (SHAPES[verb.id] ?? remix) : remix,
      verb,
    }));
}
