import { html, nothing, type TemplateResult } from 'lit';
import type { Iteration, MediaSource } from '../model/index.js';
import type { MediaOpener } from './media-lease.js';
import { thumbnail } from './thumbnail.js';

export interface IterationTileOptions {
  readonly iteration: Iteration;
  readonly opener?: MediaOpener | undefined;
  /** Shown width in CSS px. */
  readonly width: number;
  /** Whether it is among the first a person sees. */
  readonly priority?: boolean | undefined;
  /** An address of the media did not load. */
  readonly onMediaError?: ((iteration: Iteration) => void) | undefined;
}

/** What comes after the first picture. */
export interface IterationTileMore {
  readonly parts: TemplateResult;
  /** Draws a sound that has no picture. */
  readonly sound: (media: MediaSource) => TemplateResult;
}

/**
 * The inside of an iteration's tile: its picture, and over it, as soon as that is there, what `iterationTileParts` draws.
 * The box around it (class `tile`) has the size, the name and the focus.
 */
export function iterationTile(options: IterationTileOptions, more?: IterationTileMore): TemplateResult {
  const { iteration, opener, width, priority, onMediaError } = options;
  const { media, kind, status } = iteration;
  const onError = onMediaError && (() => onMediaError(iteration));
  return html`${
    status === 'succeeded' && media
      ? thumbnail({ media, kind, opener, width, priority, onError }, more?.sound)
      : nothing
  }${more?.parts ?? nothing}`;
}
