import { toFailure, type PageRequest } from '../data/index.js';
import type { Failure, Id, Project } from '../model/index.js';
import { isProject } from './is-project.js';
import { Observable } from './observable.js';
import { cleanPage } from './sanitize.js';
import type { ImaginationsStore } from './store.js';

/** Projects as far as they are loaded. */
export interface ProjectListSnapshot {
  readonly projects: readonly Project[];
  /** `ready` also while further ones load. */
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly error: Failure | null;
  /** All of them are loaded. */
  readonly complete: boolean;
  /** What is searched for. */
  readonly text: string;
}

const isFound = ({ name }: Project, text: string): boolean =>
  name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());

/** How far one search has come; a cursor that comes round again ends it. */
interface Course {
  readonly text: string;
  readonly seen: Set<Id>;
  readonly next: Pick<PageRequest, 'cursor' | 'offset'>;
  readonly taken: number;
}

/** The projects of an adapter, page by page, or those that a text finds. */
export class ProjectList {
  readonly #store: ImaginationsStore;
  readonly #state: Observable<ProjectListSnapshot>;
  readonly #made: Project[] = [];
  /** Projects that have been made since the last page: so many rows of the next may be known. */
  #shift = 0;
  #course: Course | undefined;
  #reading: Promise<void> | undefined;

  constructor(store: ImaginationsStore) {
    this.#store = store;
    const start = { projects: [], status: 'idle', error: null, complete: false, text: '' } as const;
    this.#state = new Observable<ProjectListSnapshot>(start, () => store.core.changed());
  }

  /** The list as it stands. */
  get value(): ProjectListSnapshot {
    return this.#state.value;
  }

  /** Calls back after each change until the returned function is called. */
  subscribe(listener: (value: ProjectListSnapshot) => void): () => void {
    return this.#state.subscribe(listener);
  }

  /** Reads the first page, unless that has been done or is under way; after an error, again. */
  load(): Promise<void> {
    if (this.#reading) return this.#reading;
    return this.value.status === 'ready' ? Promise.resolve() : this.#begin(this.value.text);
  }

  /** Looks for projects by name; what was found before stays until something comes. */
  search(text: string): Promise<void> {
    return text === this.value.text && this.value.status !== 'idle' ? this.load() : this.#begin(text);
  }

  /** Reads the next page, unless all are read or one is under way. */
  more(): Promise<void> {
    const { complete, status } = this.value;
    if (this.#reading) return this.#reading;
    if (!this.#course || status !== 'ready') return this.load();
    return complete ? Promise.resolve() : this.#read(this.#course);
  }

  /** @internal A project has been made: it stands first, whether the next page has it or not. */
  add(project: Project): void {
    this.#made.unshift(project);
    this.#shift++;
    const { status, projects, text } = this.value;
    if (status === 'idle' || !isFound(project, text)) return;
    this.#state.patch({ projects: Object.freeze([project, ...projects.filter(({ id }) => id !== project.id)]) });
  }

  #begin(text: string): Promise<void> {
    if (!this.#store.adapter.listProjects) {
      this.#state.patch({ status: 'ready', complete: true, projects: [], text });
      return Promise.resolve();
    }
    this.#state.patch({ status: 'loading', error: null, text });
    return this.#read({ text, seen: new Set(), next: {}, taken: 0 });
  }

  #read(course: Course): Promise<void> {
    this.#course = course;
    const reading = this.#page(course).finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
    return reading;
  }

  async #page(course: Course): Promise<void> {
    const { adapter, core } = this.#store;
    const { pageSize, random } = core.capabilities.limits;
    const { text, seen, next, taken } = course;
    const request = { limit: pageSize, ...next, ...(text !== '' && { text }) };
    try {
      const answer: unknown = await core.caller.read(
        (call) => adapter.listProjects?.(request, call) ?? Promise.resolve({ items: [] }),
      );
      // Another text has been asked for meanwhile.
      if (course !== this.#course) return;
      const { items, dropped, nextCursor = null, total = 0 } = cleanPage(answer, isProject);
      const made = taken === 0 ? this.#made.filter((one) => isFound(one, text)) : [];
      const fresh = items.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      const come = taken + items.length + dropped;
      const isOver = nextCursor === null && (random !== 'offset' || come >= total);
      this.#course = {
        ...course,
        taken: come,
        next: nextCursor === null ? { offset: come } : { cursor: nextCursor },
      };
      const before = taken === 0 ? made : this.value.projects;
      const shown = new Set(before.map(({ id }) => id));
      const projects = Object.freeze([...before, ...fresh.filter(({ id }) => !shown.has(id))]);
      const isShifted = items.length > 0 && items.length <= this.#shift;
      this.#shift = Math.max(0, this.#shift - items.length);
      this.#state.patch({
        projects,
        status: 'ready',
        error: null,
        complete: isOver || (fresh.length === 0 && !isShifted),
      });
    } catch (thrown) {
      if (course === this.#course) this.#state.patch({ status: 'error', error: toFailure(thrown) });
    }
  }
}

const lists = new WeakMap<ImaginationsStore, Set<WeakRef<ProjectList>>>();

/** The projects that iterations can be filed in: a list of its own for each who asks. */
export function projectList(store: ImaginationsStore): ProjectList {
  const list = new ProjectList(store);
  const known = lists.get(store) ?? new Set();
  lists.set(store, known.add(new WeakRef(list)));
  return list;
}

/** @internal A project has been made: every list that somebody has shows it. */
export function listProject(store: ImaginationsStore, project: Project): void {
  const known = lists.get(store) ?? [];
  for (const ref of known) {
    const list = ref.deref();
    if (list) list.add(project);
    else lists.get(store)?.delete(ref);
  }
}
