import { AdapterError, type NewProject } from '../data/index.js';
import type { Project } from '../model/index.js';
import { command } from './later.js';
import { listProject } from './project-list.js';
import type { ImaginationsStore } from './store.js';

/**
 * Makes a project, which stands first in every list of projects that it belongs to. Where the adapter has no
 * `createProject`, this fails with `unsupported`.
 * @throws AdapterError why it was not made; nothing has changed then.
 */
export async function createProject(store: ImaginationsStore, draft: NewProject): Promise<Project> {
  const project = await command(
    (parts) => parts.createProject(store.core, draft),
    (failure): Project => {
      throw new AdapterError(failure.code, failure.message, failure);
    },
  );
  listProject(store, project);
  return project;
}
