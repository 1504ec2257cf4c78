import type { ReassignTarget } from '../../data/index.js';
import type { Query } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';

/** Whether what is moved leaves a list: one of a session, or of a project; away or back from there with its session. */
export function leavesList(store: ImaginationsStore, { filter = {} }: Query, to: ReassignTarget): boolean {
  const { sessionId, projectId, archived } = filter;
  if ('projects' in to) {
    const { add = [], remove = [] } = to.projects;
    return projectId === null ? add.length > 0 : projectId !== undefined && remove.includes(projectId);
  }
  const isAway = 'sessionId' in to && Boolean(store.session(to.sessionId)?.archivedAt);
  return sessionId !== undefined || archived === 'only' || (isAway && archived !== 'include');
}
