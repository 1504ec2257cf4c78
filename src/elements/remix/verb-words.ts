import { soundVerbs } from '../../data/verbs.js';
import type { Localizer, MessageKey } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { ParentRole } from '../../model/index.js';

/** Longest name of a verb, in characters. */
const LABEL_LENGTH = 60;

/** Roles there are words for, beside `remix`. */
type Worded = 'variation' | 'edit' | 'extend' | 'upscale';

const WORDED: readonly string[] = ['variation', 'edit', 'extend', 'upscale'] satisfies readonly Worded[];
const isWorded = (role: string): role is Worded => WORDED.includes(role);

/** What the adapter itself calls a verb; empty where it leaves that to the kit. */
export function ownLabel(id: ParentRole | null, verbs: unknown): string {
  const own = soundVerbs(verbs)?.find((verb) => verb.id === id)?.label;
  return own === undefined ? '' : clipText(own, LABEL_LENGTH);
}

/** What a verb is called in a menu. */
export function verbLabel(localizer: Localizer, id: ParentRole, verbs: unknown): string {
  const role: string = id;
  const key: MessageKey = isWorded(role) || role === 'reference' ? `verb.${role}` : 'action.remix';
  return ownLabel(id, verbs) || localizer.t(key);
}

/**
 * What is about to be done with an output, e.g. "Edit “A fox”".
 * @param prompt what made the output; empty where that is not known.
 */
export function aimText(localizer: Localizer, id: ParentRole | null, prompt: string, verbs: unknown): string {
  const label = ownLabel(id, verbs);
  if (label !== '') return prompt === '' ? label : localizer.t('verb.own', { label, prompt });
  if (id !== null && isWorded(id)) {
    return prompt === '' ? localizer.t(`verb.${id}`) : localizer.t(`verb.aim.${id}`, { prompt });
  }
  return prompt === '' ? localizer.t('composer.remixOfUntitled') : localizer.t('composer.remixOf', { prompt });
}

/** What an input was to an output, in one word; empty where there is none. */
export function roleText(localizer: Localizer, role: string, verbs: unknown): string {
  if (isWorded(role) || role === 'reference') return localizer.t(`panel.role.${role}`);
  return role === 'remix' ? localizer.t('panel.origin.remix') : ownLabel(role, verbs);
}

/**
 * What an output was made from, e.g. "Edit of “A fox”".
 * @param prompt what made the input; empty where that is not known.
 */
export function madeFromText(localizer: Localizer, role: string, prompt: string, verbs: unknown): string {
  if (prompt === '') return roleText(localizer, role, verbs) || localizer.t('composer.remixOfUntitled');
  if (isWorded(role) || role === 'reference') return localizer.t(`panel.madeFrom.${role}`, { prompt });
  if (role === 'remix') return localizer.t('composer.remixOf', { prompt });
  const label = ownLabel(role, verbs);
  return label === '' ? prompt : localizer.t('verb.own', { label, prompt });
}
