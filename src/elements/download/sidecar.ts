import {
  promptOf,
  type Failure,
  type Id,
  type Instant,
  type Iteration,
  type JsonObject,
  type Parent,
  type Session,
} from '../../model/index.js';

/** What stands in the zip beside the files. */
export const SIDECAR_NAME = 'imaginations.json';

/** What a zip says of one of its files. */
export interface SidecarFile {
  /** Its name in the zip. */
  readonly file: string;
  readonly mime: string;
  readonly bytes: number;
  /** The iteration's id. */
  readonly iteration: Id;
  readonly kind: string;
  readonly session: { readonly id: Id; readonly title?: string };
  readonly prompt: string;
  readonly revisedPrompt?: string;
  readonly negativePrompt?: string;
  readonly model?: string;
  readonly seed?: string;
  readonly params?: JsonObject;
  readonly createdAt: Instant;
  readonly completedAt?: Instant;
  /** What it was made from. */
  readonly parents: readonly Parent[];
}

/** `imaginations.json`: what is in a zip, and what should have been. */
export interface Sidecar {
  readonly format: 'imaginations-download/1';
  readonly createdAt: Instant;
  readonly files: readonly SidecarFile[];
  readonly failed: readonly { readonly iteration: Id; readonly reason: Failure['code']; readonly message: string }[];
  /** Iterations that had no file: not made yet, or not made at all. */
  readonly skipped: readonly Id[];
}

/** What is said of a file. */
export function sidecarFile(
  row: Iteration,
  session: Session | undefined,
  { file, mime, bytes }: Pick<SidecarFile, 'file' | 'mime' | 'bytes'>,
): SidecarFile {
  const { revisedPrompt, model = session?.brief.model, seed, params = session?.brief.params, completedAt } = row;
  const title = session?.title;
  const negativePrompt = session?.brief.negativePrompt;
  return {
    file,
    mime,
    bytes,
    iteration: row.id,
    kind: row.kind,
    session: { id: row.sessionId, ...(title !== undefined && { title }) },
    prompt: promptOf(row, session),
    ...(revisedPrompt !== undefined && { revisedPrompt }),
    ...(negativePrompt !== undefined && { negativePrompt }),
    ...(model !== undefined && { model }),
    ...(seed !== undefined && { seed }),
    ...(params !== undefined && isJson(params) && { params }),
    createdAt: row.createdAt,
    ...(completedAt !== undefined && { completedAt }),
    parents: row.parents?.filter(isJson) ?? [],
  };
}

/** What comes from a host may be anything: what is no JSON is left out, and the rest of the zip is whole. */
function isJson(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}
