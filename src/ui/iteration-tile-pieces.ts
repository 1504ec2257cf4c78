import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../i18n/amounts.js';
import type { Localizer } from '../i18n/localizer.js';
import { isFinal, KINDS, type Iteration } from '../model/index.js';
import { icon, type IconShape } from './icon.js';
import { audio, file, image, play, video } from './icon-shapes.js';
import type { TileAction } from './iteration-tile-action.js';
import type { MediaOpener } from './media-lease.js';

export interface IterationTilePartsOptions {
  readonly iteration: Iteration;
  readonly localizer: Localizer;
  readonly opener?: MediaOpener | undefined;
  /** The session's, where the iteration has none of its own. */
  readonly prompt?: string | undefined;
  /** Whether a run can be stopped, or tried again. Default false. */
  readonly canCancel?: boolean | undefined;
  readonly canRetry?: boolean | undefined;
  /** Whether it is selected; nothing: it cannot be. */
  readonly selected?: boolean | undefined;
  /** Whether stars, ratings and flags are a thing here. Default false. */
  readonly hasMarks?: boolean | undefined;
  /** The key that plays, as `aria-keyshortcuts` has it. */
  readonly playKey?: string | undefined;
}

const SHAPES: Readonly<Record<string, IconShape>> = { image, video, audio };
/** The icon of a medium; a kind this version does not know is a file. */
export const shapeOf = (kind: string): IconShape =>
  (KINDS as readonly string[]).includes(kind) ? (SHAPES[kind] ?? file) : file;

/** Most of a prompt that a tile holds, in UTF-16 units. */
export const MAX_PROMPT = 240;

/** Whether a run is on its way, has an output, or has ended without one. */
export const phaseOf = ({ status, media }: Iteration): 'running' | 'done' | 'ended' =>
  !isFinal(status) ? 'running' : status === 'succeeded' && media ? 'done' : 'ended';

/** Whether another try of what ended without an output may end otherwise. */
export const mayRetry = ({ status, error }: Iteration): boolean =>
  status !== 'succeeded' && error?.code !== 'moderated' && error?.retryable !== false;

/** What a sound has for a badge: a button, for it plays in its place. Its time is no part of its name, which would never be still. */
export function playButton({ iteration, localizer, playKey }: IterationTilePartsOptions): TemplateResult {
  const label = localizer.t('player.play');
  const { durationMs } = iteration.media ?? {};
  return html`<button
    type="button"
    class="tile-badge tile-play"
    tabindex="-1"
    data-tile-action="play"
    aria-label=${label}
    title=${label}
    aria-keyshortcuts=${playKey ?? nothing}
    data-time=${durationMs === undefined ? '' : durationText(durationMs)}
  >
    ${icon(play)}
  </button>`;
}

/** A button with nothing but an icon, beside or on a picture. */
export const tileButton = (action: TileAction, shape: IconShape, label: string): TemplateResult =>
  html`<button
    type="button"
    class="tile-button"
    tabindex="-1"
    data-tile-action=${action}
    aria-label=${label}
    title=${label}
    aria-haspopup=${action === 'menu' ? 'menu' : nothing}
  >
    ${icon(shape)}
  </button>`;

/** Selects it, where it can be selected. Its hook is drawn by styles: each tile has one, and nodes are what tiles cost. */
export function checkbox({ localizer, selected }: IterationTilePartsOptions): TemplateResult | typeof nothing {
  if (selected === undefined) return nothing;
  const label = localizer.t('tile.select');
  return html`<button
    type="button"
    class="tile-check"
    role="checkbox"
    tabindex="-1"
    data-tile-action="select"
    aria-checked=${selected}
    aria-label=${label}
    title=${label}
  ></button>`;
}
