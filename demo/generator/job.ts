import type { GeneratedMedia, MediaProgress } from '../../src/data/index.js';
import type { Failure, JsonObject, Kind, ParentRole } from '../../src/model/index.js';

/** Largest sides in px; tests make small ones. */
export interface Sizes {
  /** Longest side of an image, about; the shape decides. */
  readonly image: number;
  /** Longest side of a video, about. */
  readonly video: number;
}

/** One output to make, as plain data that crosses to a worker. */
export interface Job {
  readonly kind: Kind;
  readonly prompt: string;
  readonly params: JsonObject;
  readonly references: readonly Blob[];
  /** What the first reference is to what is made, e.g. `edit`. */
  readonly role?: ParentRole | undefined;
  readonly seed: string;
  readonly variant: number;
  readonly sizes: Sizes;
  /** Pause after each step. */
  readonly stepDelayMs: number;
  /** Ends in the middle, on cue. */
  readonly fails: boolean;
}

export type Progress = Parameters<MediaProgress['progress']>[0];

export type ToWorker =
  { readonly type: 'make'; readonly id: number; readonly job: Job } | { readonly type: 'abort'; readonly id: number };

export type FromWorker =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly id: number; readonly media: GeneratedMedia }
  | { readonly type: 'failed'; readonly id: number; readonly failure: Failure };
