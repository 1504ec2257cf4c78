import type { TemplateResult } from 'lit';
import { archivedState } from '../collection/all-archived.js';
import { hasSome } from '../collection/has-some.js';
import type { Cards } from './cards.js';

/** Says that all sessions are in the archive, and leads there; nothing where that is not so, or not known yet. */
export function sessionsAway(cards: Cards): TemplateResult | undefined {
  const [store, localizer] = [cards.store(), cards.localizer()];
  if (!store?.capabilities.archive) return undefined;
  if (!hasSome(cards.host, store.sessionList({ filter: { archived: 'only' } }))) return undefined;
  const text = store.capabilities.generate ? localizer.t('empty.allArchivedSessions.text') : undefined;
  return archivedState(store, localizer, localizer.t('empty.allArchivedSessions.title'), text);
}
