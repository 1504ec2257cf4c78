import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { Id, Session } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore } from '../../store/index.js';
import type { IterationsReassignDetail, WithOutcome } from '../intents/edit-events.js';
import { sayBatch, sayPut, type BatchWays, type Sayer } from '../outcome/say-outcome.js';

/** What a message needs to be said. */
export interface ToastContext extends Sayer {
  readonly store: ImaginationsStore | undefined;
}

/** Longest title a message repeats, in characters. */
const TITLE_LENGTH = 60;

function titleOf(session: Session | undefined, localizer: Localizer): string {
  const text = session?.title || session?.brief.prompt || '';
  return clipText(text, TITLE_LENGTH) || localizer.t('session.untitled');
}

function sessionsText(
  { localizer, store }: ToastContext,
  archived: boolean,
  ids: readonly Id[],
  count: number,
): string {
  if (count > 1) return localizer.t(archived ? 'toast.archivedSessions' : 'toast.unarchivedSessions', { count });
  const title = titleOf(store?.session(ids[0] ?? ''), localizer);
  return localizer.t(archived ? 'toast.archivedSession' : 'toast.unarchivedSession', { title });
}

/** Says what a batch of archiving did. */
export function sayOutcome(
  context: ToastContext,
  on: 'iteration' | 'session',
  archived: boolean,
  outcome: BatchOutcome,
  retry?: BatchWays['retry'],
): void {
  if (on === 'iteration') sayPut(context, archived, outcome, { retry });
  else {
    const whole = (count: number): string => sessionsText(context, archived, outcome.done, count);
    sayBatch(context, outcome, { verb: archived ? 'archive' : 'unarchive', whole, retry });
  }
}

/** Says where iterations went. */
export function sayMoved(
  context: ToastContext,
  { to, outcome }: Pick<WithOutcome<IterationsReassignDetail>, 'to' | 'outcome'>,
  retry?: BatchWays['retry'],
): void {
  const { localizer, store } = context;
  const id = 'sessionId' in to ? to.sessionId : outcome.made;
  const session = id === undefined ? undefined : store?.session(id);
  const whole = (count: number): string => {
    if ('projects' in to) return localizer.t('toast.filed', { count });
    // Of a session that has just been made the store may not know more than what it was to be called.
    const given = 'create' in to ? clipText(to.create.title ?? '', TITLE_LENGTH) : '';
    const title = given || (session && titleOf(session, localizer));
    return title ? localizer.t('toast.movedTo', { count, title }) : localizer.t('toast.moved', { count });
  };
  sayBatch(context, outcome, { verb: 'projects' in to ? 'projects' : 'move', whole, retry });
}
