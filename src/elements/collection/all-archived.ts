import { html, type ReactiveElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { allArchivedTexts } from '../../i18n/texts/all-archived.js';
import type { ImaginationsStore } from '../../store/index.js';
import { archive } from '../../ui/icon-shapes.js';
import { emptyState } from '../../ui/states.js';
import { hasSome } from './has-some.js';

/** Leads to the archive. */
export const archivedState = (
  store: ImaginationsStore,
  localizer: Localizer,
  title: string,
  text: string | undefined,
): TemplateResult =>
  emptyState({
    icon: archive,
    title,
    text,
    action: html`<button type="button" class="btn" @click=${() => store.navigate({ archived: true })}>
      ${localizer.t('empty.allArchived.action')}
    </button>`,
  });

/** Says that everything is in the archive, and leads there; nothing where that is not so, or not known yet. */
export function allArchived(
  host: ReactiveElement,
  localizer: Localizer,
  store?: ImaginationsStore,
): TemplateResult | undefined {
  addEnglish(allArchivedTexts);
  if (!store?.capabilities.archive || !hasSome(host, store.iterationList({ filter: { archived: 'only' } })))
    return undefined;
  return archivedState(store, localizer, localizer.t('empty.allArchived.title'), localizer.t('empty.allArchived.text'));
}
