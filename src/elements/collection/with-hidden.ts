import type { Localizer } from '../../i18n/index.js';

/** What is selected, with how much is out of sight; `null`: nobody knows. */
export function withHidden(localizer: Localizer, selected: string, hidden: number | null): string {
  if (hidden === 0) return selected;
  const said =
    hidden === null ? localizer.t('selection.hiddenUnknown') : localizer.t('selection.hidden', { count: hidden });
  return `${selected}, ${said}`;
}
