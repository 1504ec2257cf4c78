import { AdapterError, toFailure, type NewProject } from '../../data/index.js';
import type { Project } from '../../model/index.js';
import { isProject } from '../is-project.js';
import type { StoreCore } from '../store-core.js';
import { notOffered } from './edit.js';

/** Makes a project. @throws AdapterError why it was not made. */
export async function createProject({ adapter, caller }: StoreCore, draft: NewProject): Promise<Project> {
  try {
    const made: unknown = await caller.write(
      (write) => adapter.createProject?.(draft, write) ?? Promise.reject(notOffered('createProject')),
    );
    if (!isProject(made)) throw new AdapterError('internal', 'The adapter answered with something else than a project');
    return Object.freeze({ ...made });
  } catch (thrown) {
    const failure = toFailure(thrown);
    throw new AdapterError(failure.code, failure.message, { ...failure, cause: thrown });
  }
}
