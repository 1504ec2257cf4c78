import { html, type TemplateResult } from 'lit';
import { archive } from '../../ui/icon-shapes.js';
import { emptyState } from '../../ui/states.js';
import { hasSome } from '../collection/has-some.js';
import type { Cards } from './cards.js';

/** Says that all sessions are in the archive, and leads there; nothing where that is not so, or not known yet. */
export function sessionsAway(cards: Cards): TemplateResult | undefined {
  const [store, localizer] = [cards.store(), cards.localizer()];
  if (!store?.capabilities.archive) return undefined;
  if (!hasSome(cards.host, store.sessionList({ filter: { archived: 'only' } }))) return undefined;
  return emptyState({
    icon: archive,
    title: localizer.t('empty.allArchivedSessions.title'),
    text: store.capabilities.generate ? localizer.t('empty.allArchivedSessions.text') : undefined,
    action: html`<button type="button" class="btn" @click=${() => store.navigate({ archived: true })}>
      ${localizer.t('empty.allArchived.action')}
    </button>`,
  });
}
