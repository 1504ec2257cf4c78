import { isFinal, type Action, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';

/** Whether a row allows something that the adapter offers. */
export const allows = (iteration: Iteration, action: Action): boolean => iteration.can?.[action] !== false;

/** Whether somebody may star, rate, flag or tag it. */
export const mayJudge = ({ capabilities }: ImaginationsStore, iteration: Iteration): boolean =>
  capabilities.annotate && allows(iteration, 'annotate');

/** Whether it can be put away or brought back; nothing where neither. What is away with its session comes back with it. */
export function putOf(store: ImaginationsStore, iteration: Iteration): 'archive' | 'unarchive' | undefined {
  const put = iteration.archivedAt ? 'unarchive' : 'archive';
  const isAway = put === 'archive' && Boolean(store.session(iteration.sessionId)?.archivedAt);
  if (!store.capabilities.archive || isAway || !isFinal(iteration.status) || !allows(iteration, put)) return undefined;
  return put;
}
