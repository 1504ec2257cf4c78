import type { Failure } from './failure.js';
import type { Cost, Parent, ParentRole, Provenance } from './lineage.js';
import type { MediaSource } from './media.js';
import type { Id, Instant, JsonObject, Kind } from './primitives.js';

/** State of a generation or of one of its iterations. `succeeded`, `failed` and `canceled` are final. */
export type RunStatus = 'queued' | 'running' | 'canceling' | 'succeeded' | 'failed' | 'canceled';

/** How far a run has come. Ephemeral: may be lost, doubled or late, and never changes a status. */
export interface Progress {
  /** 0..1. */
  readonly value?: number;
  readonly step?: number;
  readonly steps?: number;
  readonly message?: string;
  readonly queuePosition?: number;
  /** Estimated time left in ms. */
  readonly etaMs?: number;
  /** Address of a picture of the unfinished output. */
  readonly preview?: string;
}

/** What a person can do to a row; `can` of an entity narrows what the adapter offers. */
export type Action =
  | 'archive'
  | 'unarchive'
  | 'reassign'
  | 'annotate'
  | 'delete'
  | 'rename'
  | 'regenerate'
  | 'remix'
  | 'cancel'
  | 'download';

/** What every entity has. */
export interface Entity {
  readonly id: Id;
  /** Grows with every visible change (not with progress or fresh addresses); lets events arrive in any order. */
  readonly rev?: number;
  /** Never changes; with `id` it is the order of every list. */
  readonly createdAt: Instant;
  readonly updatedAt?: Instant;
  /** The host's own data, carried along untouched. */
  readonly ext?: JsonObject;
}

/** A file a brief refers to. */
export interface ReferenceFile {
  readonly id: Id;
  readonly name: string;
  readonly kind: Kind | 'file';
  readonly source: MediaSource;
  readonly role?: ParentRole;
  /** Where it was taken from. */
  readonly from?: { readonly iterationId?: Id; readonly url?: string };
}

/** What a person asked for. */
export interface Brief {
  readonly prompt: string;
  readonly negativePrompt?: string;
  readonly references?: readonly ReferenceFile[];
  readonly model?: string;
  readonly params?: JsonObject;
}

/** How many iterations there are, per medium and state. */
export interface Counts {
  readonly total: number;
  readonly image?: number;
  readonly video?: number;
  readonly audio?: number;
  /** Not yet final. */
  readonly active?: number;
  readonly failed?: number;
}

/** A creative brief and the container of everything that came from it. */
export interface Session extends Entity {
  readonly title?: string;
  readonly brief: Brief;
  readonly projectIds?: readonly Id[];
  readonly lastActivityAt?: Instant;
  /** When the session was put away; hides all its iterations without touching them. */
  readonly archivedAt?: Instant | null;
  readonly counts?: Counts;
  /** Iterations to show on the card, newest first; the kit shows up to four. */
  readonly cover?: readonly Iteration[];
  readonly can?: { readonly [action in Action]?: boolean };
}

/** One output of a session: a single image, video or audio file, finished or on its way. */
export interface Iteration extends Entity {
  readonly sessionId: Id;
  readonly generationId?: Id;
  /** Place within the generation, from 0; (`generationId`, `variant`) identifies a placeholder. */
  readonly variant?: number;
  readonly kind: Kind;
  readonly status: RunStatus;
  /** Present exactly when `status` is `succeeded`. */
  readonly media?: MediaSource;
  readonly progress?: Progress;
  readonly error?: Failure;
  readonly prompt?: string;
  readonly revisedPrompt?: string;
  readonly model?: string;
  /** A string, for seeds exceed the safe integers. */
  readonly seed?: string;
  readonly params?: JsonObject;
  readonly parents?: readonly Parent[];
  readonly projectIds?: readonly Id[];
  readonly archivedAt?: Instant | null;
  readonly completedAt?: Instant;
  readonly starred?: boolean;
  readonly rating?: 0 | 1 | 2 | 3 | 4 | 5;
  readonly flag?: 'pick' | 'reject';
  readonly tags?: readonly string[];
  readonly note?: string;
  readonly provenance?: Provenance;
  readonly cost?: Cost;
  /** When the backend will delete the output. */
  readonly expiresAt?: Instant;
  readonly can?: { readonly [action in Action]?: boolean };
}

/** One attempt: a prompt submission, a regeneration or a remix, with `requested` outputs. */
export interface Generation extends Entity {
  readonly sessionId: Id;
  readonly origin: 'prompt' | 'regenerate' | 'remix' | 'import';
  readonly status: RunStatus;
  readonly progress?: Progress;
  readonly error?: Failure;
  readonly requested: number;
  /** Outputs withheld by moderation; `requested = succeeded + failed + canceled + filtered` at the end. */
  readonly filtered?: number;
  readonly iterationIds: readonly Id[];
  readonly cost?: Cost;
  readonly startedAt?: Instant;
  readonly completedAt?: Instant;
  readonly retryOf?: Id;
}

/** A place to file work in; an item can belong to many. */
export interface Project {
  readonly id: Id;
  readonly name: string;
  readonly color?: string;
  readonly archivedAt?: Instant | null;
}

const FINAL: ReadonlySet<RunStatus> = new Set(['succeeded', 'failed', 'canceled']);

/** Whether a run has ended. A status the kit does not know counts as running. */
export const isFinal = (status: RunStatus): boolean => FINAL.has(status);

/** The one predicate of visibility: an archived session hides its iterations without touching them. */
export const isVisible = (iteration: Iteration, session: Session | undefined): boolean =>
  !iteration.archivedAt && !session?.archivedAt;

/** What an iteration was made from: its own brief, else that of its session; empty where neither is known. */
export const promptOf = (row: Pick<Iteration, 'prompt'> | undefined, session: Session | undefined): string =>
  row?.prompt ?? session?.brief.prompt ?? '';
