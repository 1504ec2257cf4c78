import type { ImaginationsStore } from '../../store/index.js';

/** Ways to file iterations elsewhere. */
export interface ReassignWays {
  readonly session: boolean;
  readonly newSession: boolean;
  readonly projects: boolean;
  readonly newProject: boolean;
}

/** What the adapter offers. */
export function reassignWays({ adapter, capabilities }: ImaginationsStore): ReassignWays {
  const to: readonly string[] = capabilities.reassign ? capabilities.limits.reassignTo : [];
  const projects = to.includes('project') && adapter.listProjects !== undefined;
  return {
    session: to.includes('session'),
    newSession: to.includes('new-session'),
    projects,
    newProject: projects && adapter.createProject !== undefined,
  };
}

/** Whether iterations can be filed elsewhere at all. */
export function canReassign(store: ImaginationsStore): boolean {
  const { session, newSession, projects } = reassignWays(store);
  return session || newSession || projects;
}
