import { matchesSession, type Id } from '../../model/index.js';
import type { BatchOutcome, ImaginationsStore, Target } from '../../store/index.js';
import { selectionOf, type StoreSelection } from '../../store/selection/selection-of.js';
import { sessionSelectionOf } from '../../store/selection/session-selection.js';

/** Whether a list, by the key of its query, shows no more what is put away with its session, or brought back. */
const isLeft = (view: string, put: 'archive' | 'unarchive'): boolean =>
  // The page of a session shows what it holds, whether it is put away or not.
  !view.includes('["sessionId",') &&
  (put === 'archive' ? !view.includes('["archived",') : view.includes('["archived","only"]'));

/** Which sessions are meant. */
function meant(store: ImaginationsStore, target: Target): (id: Id) => boolean {
  if (!('query' in target)) {
    const ids = new Set('ids' in target ? target.ids : target);
    return (id) => ids.has(id);
  }
  const except = new Set(target.except);
  return (id) => {
    const session = store.session(id);
    return session !== undefined && !except.has(id) && matchesSession(session, target.query.filter);
  };
}

/** Takes some ids out of a selection; answers with what selects some of them again. */
function take(
  selection: StoreSelection,
  goes: (id: Id, view: string) => boolean,
): (isBack: (id: Id) => boolean) => void {
  selection.finish();
  const views = new Map([...selection.views].filter(([id, view]) => goes(id, view)));
  if (views.size > 0) selection.set([...views.keys()], false, '', false);
  return (isBack) => {
    const back = [...views.keys()].filter(isBack);
    if (back.length > 0) selection.putBack(back, (id) => views.get(id) ?? '');
  };
}

/**
 * Sessions are put away, or brought back, and leave the list with all they hold: so do those of them that are selected, at
 * once, as rows do that are put away themselves.
 * @returns to be told of what came of it: what was refused is selected again.
 */
export function leaveSelections(
  store: ImaginationsStore,
  target: Target,
  put: 'archive' | 'unarchive',
): (outcome: BatchOutcome) => void {
  const isMeant = meant(store, target);
  const sessionOf = (id: Id): Id | undefined => store.iteration(id)?.sessionId;
  const backSessions = take(sessionSelectionOf(store), (id, view) => isLeft(view, put) && isMeant(id));
  const backIterations = take(selectionOf(store), (id, view) => {
    const row = store.iteration(id);
    // What is put away itself stays in the archive.
    return row !== undefined && isLeft(view, put) && isMeant(row.sessionId) && !(put === 'unarchive' && row.archivedAt);
  });
  return ({ failed, error }) => {
    const refused = new Set(failed.map(({ id }) => id));
    const isBack = (id: Id | undefined): boolean => {
      if (id === undefined || refused.has(id)) return id !== undefined;
      const session = store.session(id);
      return error !== undefined && session !== undefined && Boolean(session.archivedAt) === (put === 'unarchive');
    };
    backSessions(isBack);
    backIterations((id) => isBack(sessionOf(id)));
  };
}
