import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../i18n/amounts.js';
import type { Localizer } from '../i18n/localizer.js';
import { clipText } from '../internal/clip-text.js';
import { isFinal, KINDS, type Iteration } from '../model/index.js';
import { failureText } from './failure-text.js';
import { icon, type IconShape } from './icon.js';
import { alert, audio, close, file, image, more, play, regenerate, video } from './icon-shapes.js';
import type { TileAction } from './iteration-tile-action.js';
import { stateText } from './iteration-tile-name.js';
import type { MediaOpener } from './media-lease.js';
import { pictureSource } from './picture-source.js';
import { progressBar } from './progress-bar.js';

export interface IterationTilePartsOptions {
  readonly iteration: Iteration;
  readonly localizer: Localizer;
  readonly opener?: MediaOpener | undefined;
  /** The session's, where the iteration has none of its own. */
  readonly prompt?: string | undefined;
  /** Whether a run can be stopped, or tried again. Default false. */
  readonly canCancel?: boolean | undefined;
  readonly canRetry?: boolean | undefined;
}

const SHAPES: Readonly<Record<string, IconShape>> = { image, video, audio };
const shapeOf = (kind: string): IconShape =>
  (KINDS as readonly string[]).includes(kind) ? (SHAPES[kind] ?? file) : file;

/** Most of a prompt that a tile holds, in UTF-16 units. */
const MAX_PROMPT = 240;

/**
 * What stands on a tile beside its picture: prompt, badge and menu, or how its run stands. Its buttons answer to
 * `tileActionOf`, and are reached by keys of the box around it, not by Tab.
 */
export function iterationTileParts(options: IterationTilePartsOptions): TemplateResult {
  const { iteration } = options;
  if (!isFinal(iteration.status)) return running(options);
  if (iteration.status === 'succeeded' && iteration.media) return finished(options);
  return ended(options);
}

function finished(options: IterationTilePartsOptions): TemplateResult {
  const { iteration, localizer } = options;
  return html`<span class="tile-broken">${localizer.t('tile.noPicture')}</span> ${scrim(options)}
    ${iteration.kind === 'image' ? nothing : iteration.kind === 'audio' ? playButton(options) : badge(options)}
    ${button('menu', more, localizer.t('tile.actions'))}`;
}

function badge({ iteration }: IterationTilePartsOptions): TemplateResult {
  const { kind, media } = iteration;
  const shape = kind === 'video' ? play : shapeOf(kind);
  const duration = media?.durationMs === undefined ? nothing : durationText(media.durationMs);
  return html`<span class="badge on-picture tile-badge" aria-hidden="true">${icon(shape)}${duration}</span>`;
}

/** What a sound has for a badge: a button, for it plays in its place. Its time is no part of its name, which would never be still. */
function playButton({ iteration, localizer }: IterationTilePartsOptions): TemplateResult {
  const label = localizer.t('player.play');
  const { durationMs } = iteration.media ?? {};
  return html`<button
    type="button"
    class="tile-badge tile-play"
    tabindex="-1"
    data-tile-action="play"
    aria-label=${label}
    title=${label}
    aria-keyshortcuts="P"
    data-time=${durationMs === undefined ? '' : durationText(durationMs)}
  >
    ${icon(play)}
  </button>`;
}

function scrim(options: IterationTilePartsOptions): TemplateResult | typeof nothing {
  const { iteration } = options;
  const text = clipText(iteration.prompt ?? options.prompt ?? '', MAX_PROMPT);
  if (!text) return nothing;
  return html`<div class="tile-scrim scrim"><p class="tile-prompt" dir="auto" aria-hidden="true">${text}</p></div>`;
}

function ended(options: IterationTilePartsOptions): TemplateResult {
  const { iteration, localizer, canRetry } = options;
  const { error, status, kind } = iteration;
  const failed = status === 'failed';
  const retry = canRetry && status !== 'succeeded' && error?.code !== 'moderated' && error?.retryable !== false;
  return html`<div class="tile-quiet">
      <span class=${failed ? 'tile-sign failed' : 'tile-sign'}>${icon(failed ? alert : shapeOf(kind))}</span>
      <p class="tile-state">${stateText(localizer, iteration) ?? localizer.t('tile.noPicture')}</p>
      ${failed && error ? html`<p class="tile-reason" dir="auto">${clipText(failureText(localizer, error), MAX_PROMPT)}</p>` : nothing}
      ${
        retry
          ? html`<button type="button" class="btn small tile-retry" tabindex="-1" data-tile-action="retry">
              ${icon(regenerate)}<span>${localizer.t('action.retry')}</span>
            </button>`
          : nothing
      }
    </div>
    ${button('menu', more, localizer.t('tile.actions'))}`;
}

function running(options: IterationTilePartsOptions): TemplateResult {
  const { iteration, localizer, opener, canCancel } = options;
  const { progress, status, kind } = iteration;
  const state = stateText(localizer, iteration) ?? '';
  const preview = progress?.preview;
  return html`<div class="tile-running">
    ${
      preview === undefined
        ? html`<span class="tile-waiting">${icon(shapeOf(kind))}</span>`
        : html`<img class="tile-preview" alt="" draggable="false" ${pictureSource({ opener, url: preview })} />`
    }
    <div class="tile-progress">
      <span class="tile-state">${state}</span>
      ${status === 'queued' ? nothing : progressBar(progress?.value, state)}
    </div>
    ${canCancel && status !== 'canceling' ? button('cancel', close, localizer.t('tile.cancel')) : nothing}
  </div>`;
}

const button = (action: TileAction, shape: IconShape, label: string): TemplateResult =>
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
