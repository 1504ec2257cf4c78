import type { Id, Instant, Iteration, Query, Session } from '../model/index.js';

/**
 * Sessions that were never read, but are archived: a backend's archive lists iterations of theirs that are not archived
 * themselves.
 */
export class HiddenSessions {
  /** @internal Those of which nothing is held are taken out. */
  readonly since = new Map<Id, Instant>();

  /** Takes rows that a backend has listed for a query, which it understands. */
  learn(rows: readonly Iteration[], { filter = {} }: Query): void {
    const { archived = 'exclude', sessionId } = filter;
    // A session's own page lists what it holds, whether it is archived or not.
    if (archived === 'include' || sessionId !== undefined) return;
    for (const row of rows) {
      if (archived === 'exclude') this.since.delete(row.sessionId);
      else if (!row.archivedAt) this.since.set(row.sessionId, row.createdAt);
    }
  }

  /** As much of a session as decides whether its iterations are seen. */
  get(id: Id): Session | undefined {
    const at = this.since.get(id);
    return at === undefined ? undefined : { id, createdAt: at, archivedAt: at, brief: { prompt: '' } };
  }
}
