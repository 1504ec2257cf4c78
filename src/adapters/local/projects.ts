import { AdapterError, type NewProject, type Write } from '../../data/index.js';
import type { Project } from '../../model/index.js';
import { command } from './command.js';
import { facet } from './facets.js';
import type { Local } from './local.js';

/** Longest name that is kept, in characters. */
const LONGEST_NAME = 200;

/** @throws AdapterError `invalid` with the field at fault. */
function nameOf({ name }: NewProject): string {
  const given: unknown = name;
  const trimmed = typeof given === 'string' ? given.trim() : '';
  // By characters, for half of an emoji is none.
  const { length } = Array.from(trimmed);
  if (length >= 1 && length <= LONGEST_NAME) return trimmed;
  const message = `must have 1 to ${LONGEST_NAME} characters`;
  throw new AdapterError('invalid', `name ${message}`, { fields: [{ path: 'name', message }] });
}

/** Makes a project; names need not be unique. */
export async function createProject(local: Local, draft: NewProject, write: Write): Promise<Project> {
  const name = nameOf(draft);
  return command(local, write, ['createProject', name], async (unit) => {
    const item: Project = { id: unit.tick().id, name };
    await unit.tx.put('projects', { id: item.id, at: name, facets: [facet.all('e')], value: { item } });
    return item;
  });
}
