import type { Failure, Id } from '../../model/index.js';
import type { Failed } from '../../store/index.js';

/** How far a download is. */
export interface DownloadProgress {
  /** Files that are in the zip. */
  readonly done: number;
  readonly failed: number;
  /** Files there will be; 0 until that is known. */
  readonly total: number;
  /** Bytes read so far. */
  readonly bytes: number;
}

/** How files are named, and how a download is followed and stopped. */
export interface DownloadOptions {
  /**
   * How files are called, without extension: `{date}`, `{time}`, `{session}`, `{prompt}`, `{id}`, `{model}`, `{seed}`,
   * `{number}` and `{kind}` are what they say. Default in a zip `{date}_{session}_{number}`, of a single file its own
   * name or its prompt.
   */
  readonly names?: string | undefined;
  /** How the zip is called; default `imaginations` and the day. */
  readonly zipName?: string | undefined;
  /** Ends it: nothing is saved then. */
  readonly signal?: AbortSignal | undefined;
  /** Called as files are read; what it throws is left to it. */
  readonly progress?: ((progress: DownloadProgress) => void) | undefined;
}

/** What became of a download; never rejects, for some of it may have worked. */
export interface DownloadOutcome {
  /** What was saved. */
  readonly done: readonly Id[];
  /** What could not be read, and why; the zip has the rest. */
  readonly failed: readonly Failed[];
  /** What has no file: not made yet, or not made at all. */
  readonly skipped: readonly Id[];
  readonly bytes: number;
  /** Why nothing was saved at all; `aborted` where it was canceled. */
  readonly error?: Failure;
}
