import type { Id } from '../../../model/index.js';
import { projectList, type ImaginationsStore, type ProjectList } from '../../../store/index.js';

/** Pages that are read to find a name; a backend with more projects says their ids. */
const MOST_PAGES = 10;

/** What the projects of what is shown are called: the list is read when the first name is asked for, no further than needed. */
export class ProjectNames {
  readonly #changed: () => void;
  #store: ImaginationsStore | undefined;
  #list: ProjectList | undefined;
  #wanted: readonly Id[] = [];
  #isReading = false;
  #pages = 0;

  /** @param changed something else is to be shown. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Names of projects, in the order of their ids; the id of one that the backend does not name, nothing while that is not known. */
  of(store: ImaginationsStore, ids: readonly Id[]): readonly string[] {
    if (ids.length === 0) return [];
    if (store !== this.#store) {
      this.#store = store;
      this.#list = projectList(store);
      this.#pages = 0;
    }
    this.#wanted = ids;
    void this.#read();
    const known = this.#known;
    return ids.flatMap((id) => known.get(id) ?? (this.#isReading ? [] : [id]));
  }

  get #known(): ReadonlyMap<Id, string> {
    return new Map(this.#list?.value.projects.map(({ id, name }) => [id, name] as const));
  }

  #lacks(): boolean {
    const known = this.#known;
    const { status, complete } = this.#list?.value ?? {};
    const isOver = status === 'error' || complete || this.#pages >= MOST_PAGES;
    return !isOver && this.#wanted.some((id) => !known.has(id));
  }

  async #read(): Promise<void> {
    if (this.#isReading || !this.#lacks()) return;
    this.#isReading = true;
    for (; this.#lacks(); this.#pages++) await this.#list?.more();
    this.#isReading = false;
    this.#changed();
  }
}
