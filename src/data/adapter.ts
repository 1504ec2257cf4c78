import type { Counts, Id, Iteration, MediaSource, Project, Query, ReferenceFile, Session } from '../model/index.js';
import type { Call, Write } from './call.js';
import type { Subscription } from './changes.js';
import type { Limits } from './limits.js';
import type { Page, PageRequest } from './page.js';
import type { SegmentIndex } from './segment-index.js';
import type {
  Annotation,
  BatchResult,
  Generate,
  NewProject,
  ReassignTarget,
  Selection,
  SessionPatch,
  UploadTask,
} from './writes.js';

/** An address that works for as long as it is held open. */
export interface OpenedMedia {
  /** An address the browser can load. */
  readonly url: string;
  /** Says that it is not needed any more; idempotent. */
  close(): void;
}

/**
 * What a host writes to plug its backend in. The two list methods make a complete read-only gallery; each further
 * method switches its part of the interface on, and `limits` narrows it.
 *
 * Methods reject with an `AdapterError` (see `errors.ts`); anything else counts as `internal`.
 */
export interface ImaginationsAdapter {
  /** Version of this contract. */
  readonly contract: 1;
  /** For messages to developers. */
  readonly name?: string;
  readonly limits?: Limits | ((call: Call) => Promise<Limits>);

  listSessions(request: PageRequest, call: Call): Promise<Page<Session>>;
  listIterations(request: PageRequest, call: Call): Promise<Page<Iteration>>;

  getSession?(id: Id, call: Call): Promise<Session | null>;
  /** Same length and order as `ids`; `null` for unknown or forbidden ones. */
  getIterations?(ids: readonly Id[], call: Call): Promise<readonly (Iteration | null)[]>;
  /** Counts of the iterations a query matches. */
  counts?(query: Query, call: Call): Promise<Counts>;
  readonly index?: SegmentIndex;
  /** Fresh addresses for media whose own ran out. */
  refreshMedia?(ids: readonly Id[], call: Call): Promise<readonly (MediaSource | null)[]>;
  /**
   * Turns an address of one of `limits.mediaSchemes` into one the browser can load, for as long as it is held open:
   * for media in a local database, or behind a header that `<img>` cannot send.
   */
  openMedia?(url: string, call: Call): Promise<OpenedMedia>;
  listProjects?(request: PageRequest & { readonly text?: string }, call: Call): Promise<Page<Project>>;

  /** Makes a project. @throws AdapterError `conflict` where names are unique and this one is taken. */
  createProject?(draft: NewProject, write: Write): Promise<Project>;

  archive?(selection: Selection, on: 'iteration' | 'session', archived: boolean, write: Write): Promise<BatchResult>;
  reassign?(selection: Selection, to: ReassignTarget, write: Write): Promise<BatchResult>;
  annotate?(selection: Selection, patch: Annotation, write: Write): Promise<BatchResult>;
  remove?(selection: Selection, on: 'iteration' | 'session', write: Write): Promise<BatchResult>;
  /** @throws AdapterError `conflict` when `ifRev` is older than the current one. */
  updateSession?(id: Id, patch: SessionPatch, ifRev: number | undefined, write: Write): Promise<Session>;
  undo?(token: string, write: Write): Promise<BatchResult>;
  readonly generate?: Generate;
  /** Stores a reference file. */
  upload?(file: File, task: UploadTask, write: Write): Promise<ReferenceFile>;
  subscribe?(subscription: Subscription): void | Promise<void>;
  /** Ends everything: afterwards no callback fires and every signal aborts. Idempotent. */
  dispose?(): void;
}
