import type { NewProject, Page, PageRequest } from '../../data/index.js';
import type { Id, Project } from '../../model/index.js';
import { projectNameOf, projectPage } from '../local/project-lists.js';
import { Chance } from './chance.js';
import { PROJECTS } from './words.js';

/** How many there are from the start. */
const FIRST = 5;

/** The projects of a library: a few that come with its seed, and what was made since. */
export class Projects {
  readonly #all: Project[] = [];

  constructor(seed: number) {
    const chance = new Chance(seed, 15);
    const order = PROJECTS.map((name, at) => ({ name, share: chance.share(at) })).sort((a, b) => a.share - b.share);
    for (const { name } of order.slice(0, FIRST)) this.#add(name);
  }

  has(id: Id): boolean {
    return this.#all.some((project) => project.id === id);
  }

  /** By name, as the local adapters have it. */
  list(request: PageRequest & { readonly text?: string }, pageSize: number): Promise<Page<Project>> {
    const byName = [...this.#all].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    return projectPage(() => byName, request, pageSize);
  }

  /** @throws AdapterError `invalid` where the name is none. */
  create(draft: NewProject): Project {
    return this.#add(projectNameOf(draft));
  }

  #add(name: string): Project {
    const project = { id: `p${this.#all.length + 1}`, name };
    this.#all.push(project);
    return project;
  }
}
