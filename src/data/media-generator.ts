import type { Verb } from './verbs.js';
import type { Brief, Json, JsonObject, Kind, Placeholder, Progress } from '../model/index.js';

/** One output to make. */
export interface MediaRequest {
  readonly kind: Kind;
  /** The brief as it stands for this attempt. */
  readonly brief: Brief;
  /**
   * The reference files' bytes, in the order of `brief.references`; an output that is built on comes first, and its `role`
   * says how: `remix`, or the id of the verb.
   */
  readonly references: readonly Blob[];
  /** Decimal. The same (brief, references, seed, variant) gives the same output. */
  readonly seed: string;
  /** From 0. */
  readonly variant: number;
  readonly model?: string;
  readonly params?: JsonObject;
}

/** What a generator may say while it works. */
export interface MediaProgress {
  progress(progress: Omit<Progress, 'preview'> & { readonly preview?: Blob }): void;
}

/** One finished output. */
export interface GeneratedMedia {
  readonly blob: Blob;
  /** Display px; required for images and videos. */
  readonly width?: number;
  readonly height?: number;
  /** Required for videos and audio. */
  readonly durationMs?: number;
  /** A small picture of it (of its poster, for a video). */
  readonly thumbnail?: { readonly blob: Blob; readonly width: number; readonly height: number };
  /** Still for a video, cover for audio. */
  readonly poster?: { readonly blob: Blob; readonly width: number; readonly height: number };
  /** Loudness over time, 0..1. */
  readonly peaks?: readonly number[];
  readonly placeholder?: Placeholder;
  readonly revisedPrompt?: string;
  readonly model?: string;
  readonly params?: { readonly [name: string]: Json };
}

/**
 * Makes media for an adapter that keeps its data on this machine (memory, IndexedDB): a real model behind a request, or
 * the demo's procedural one.
 */
export interface MediaGenerator {
  /** What it can make. */
  readonly kinds: readonly Kind[];
  /** The ways to build on an output. Default: remixing. */
  readonly verbs?: readonly Verb[];
  /**
   * Makes one output.
   * @throws AdapterError `moderated` when it refuses, `aborted` when the signal ended it between two steps.
   */
  make(request: MediaRequest, task: MediaProgress, signal: AbortSignal): Promise<GeneratedMedia>;
  /** Frees what it holds (workers). Idempotent. */
  dispose?(): void;
}
