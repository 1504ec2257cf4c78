import type { Localizer } from '../../../i18n/index.js';
import { isWorded, ownLabel } from '../../remix/verb-words.js';

/** What an input was to an output, in a word; empty where there is none. */
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
