import type {
  Brief,
  Cost,
  Failure,
  Generation,
  Id,
  Iteration,
  JsonObject,
  Kind,
  ParentRole,
  Query,
  Session,
} from '../model/index.js';
import type { Call, Write } from './call.js';
import type { Verb } from './verbs.js';

/**
 * What a batch works on: ids, or everything that a query matches - but `except`, and, with `asOf` (a stream position),
 * nothing that has come since. An adapter that does not take a query answers `unsupported` (or `too-large`, or `invalid`)
 * and does nothing; the kit then reads what the query matches and sends ids.
 */
export type Selection =
  { readonly ids: readonly Id[] } | { readonly query: Query; readonly except?: readonly Id[]; readonly asOf?: string };

/** What became of one row of a batch. */
export type ItemResult =
  | { readonly id: Id; readonly ok: true; readonly rev?: number }
  | { readonly id: Id; readonly ok: false; readonly error: Failure };

/**
 * For ids: one result for each, exactly once, also when all failed. For a query that stands for very many rows, `count`
 * may say how many were done, and `results` name those alone that failed: a million results would be 50 MB.
 */
export interface BatchResult {
  readonly results: readonly ItemResult[];
  /** For a query only: how many rows were done, where `results` does not name them. */
  readonly count?: number;
  /** Token for `undo`. */
  readonly undo?: string;
  readonly touched?: { readonly sessionIds?: readonly Id[] };
}

/**
 * Where to move iterations: to another session, into a new one, or into and out of projects. A new session is made with the
 * first row that can move into it, never empty; it stands first in `touched.sessionIds`, and `undo` takes it away again.
 */
export type ReassignTarget =
  | { readonly sessionId: Id }
  | { readonly create: NewSession }
  | { readonly projects: { readonly add?: readonly Id[]; readonly remove?: readonly Id[] } };

/** What is known of a session that is still to be made. */
export interface NewSession {
  readonly title?: string;
}

/** A project that is still to be made. */
export interface NewProject {
  readonly name: string;
}

/** A judgement on iterations; absent fields stay as they are. */
export interface Annotation {
  readonly starred?: boolean;
  readonly rating?: NonNullable<Iteration['rating']>;
  readonly flag?: 'pick' | 'reject' | null;
  readonly tags?: { readonly add?: readonly string[]; readonly remove?: readonly string[] };
  readonly note?: string;
}

/** Changes to a session; absent fields stay as they are. */
export interface SessionPatch {
  readonly title?: string;
  readonly projects?: { readonly add?: readonly Id[]; readonly remove?: readonly Id[] };
}

/** Asks for outputs. */
export interface GenerateRequest {
  readonly session:
    { readonly id: Id } | { readonly create: Brief & { readonly title?: string; readonly projectIds?: readonly Id[] } };
  readonly origin: 'prompt' | 'regenerate' | 'remix';
  /** The iteration that is remixed or regenerated. */
  readonly from?: Id;
  /**
   * What `from` is to what is made from it, e.g. `edit`: the id of one of `generate.verbs`, to be recorded as the role of
   * the parent. Never sent to an adapter that names no verbs. Without it: `remix` or `variation`, as `origin` says.
   */
  readonly as?: ParentRole;
  /**
   * The failed generation that is tried again. Beside it `from` is the iteration that failed, for finding it only: origin,
   * role and parents are those of the attempt that is repeated, whatever `origin` and `from` say.
   */
  readonly retryOf?: Id;
  readonly kind: Kind;
  /** How many variants. */
  readonly count: number;
  /** What differs from the session's brief; where `as` comes without a prompt here, from the brief that made `from`. */
  readonly brief?: Partial<Brief>;
  readonly seed?: string;
  readonly model?: string;
  readonly params?: JsonObject;
}

/** A generation as recorded, with its session and the placeholders of its outputs. */
export interface StartedGeneration {
  readonly session: Session;
  readonly generation: Generation;
  readonly iterations: readonly Iteration[];
}

/** State of one generation. */
export interface GenerationState {
  readonly generation: Generation;
  readonly iterations: readonly Iteration[];
}

/** A model a person can choose. */
export interface ModelInfo {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly Kind[];
  /** JSON Schema of its parameters. */
  readonly schema?: JsonObject;
}

/** Making new outputs. */
export interface Generate {
  /** Resolves once the attempt is recorded; the ids it returns are final. */
  start(request: GenerateRequest, write: Write): Promise<StartedGeneration>;
  /** Same length and order as `ids`; `null` for unknown ones. The authoritative poll. */
  get(ids: readonly Id[], call: Call): Promise<readonly (GenerationState | null)[]>;
  /** Asks for the end of a generation: idempotent; answers `canceling` or a final state. */
  cancel?(id: Id, write: Write): Promise<Generation>;
  estimate?(request: GenerateRequest, call: Call): Promise<Cost>;
  models?(call: Call): Promise<readonly ModelInfo[]>;
  /**
   * The ways to build on an output, in the order of the menu, of which 12 show; at most 64. Default: one, remixing. `remix`
   * sends no `as`, nor does `reference`: that comes in the brief, as a reference whose `role` is `reference` and whose `from`
   * names the output.
   */
  readonly verbs?: readonly Verb[];
}

/** Follows an upload. */
export interface UploadTask {
  onProgress?(sent: number, total: number): void;
}
