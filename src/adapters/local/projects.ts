import type { NewProject, Write } from '../../data/index.js';
import type { Project } from '../../model/index.js';
import { command } from './command.js';
import { facet } from './facets.js';
import type { Local } from './local.js';
import { projectNameOf } from './project-lists.js';

/** Makes a project; names need not be unique. */
export async function createProject(local: Local, draft: NewProject, write: Write): Promise<Project> {
  const name = projectNameOf(draft);
  return command(local, write, ['createProject', name], async (unit) => {
    const item: Project = { id: unit.tick().id, name };
    await unit.tx.put('projects', { id: item.id, at: name, facets: [facet.all('e')], value: { item } });
    return item;
  });
}
