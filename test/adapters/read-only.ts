import type { ImaginationsAdapter } from '../../src/data/index.js';

/** The least an adapter can be: two lists and an end. */
export const readOnly = (adapter: ImaginationsAdapter): ImaginationsAdapter => ({
  contract: 1,
  name: 'read-only',
  ...(adapter.limits && { limits: adapter.limits }),
  listSessions: (request, call) => adapter.listSessions(request, call),
  listIterations: (request, call) => adapter.listIterations(request, call),
  dispose: () => adapter.dispose?.(),
});
