import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../i18n/amounts.js';
import { clipText } from '../internal/clip-text.js';
import { failureReason } from './failure-reason.js';
import { icon } from './icon.js';
import { alert, close, more, play, regenerate } from './icon-shapes.js';
import { tileMarks } from './iteration-marks.js';
import { stateText } from './iteration-tile-name.js';
import {
  checkbox,
  mayRetry,
  MAX_PROMPT,
  phaseOf,
  playButton,
  shapeOf,
  tileButton,
  type IterationTilePartsOptions,
} from './iteration-tile-pieces.js';
import { pictureSource } from './picture-source.js';
import { progressBar } from './progress-bar.js';

/**
 * What stands on a tile beside its picture: prompt, badge and menu, or how its run stands. Its buttons answer to
 * `tileActionOf`, and are reached by keys of the box around it, not by Tab.
 */
export function iterationTileParts(options: IterationTilePartsOptions): TemplateResult {
  return html`${PARTS[phaseOf(options.iteration)](options)}${
    options.hasMarks ? tileMarks(options.localizer, options.iteration) : nothing
  }${checkbox(options)}`;
}

function finished(options: IterationTilePartsOptions): TemplateResult {
  const { iteration, localizer } = options;
  return html`<span class="tile-broken">${localizer.t('tile.noPicture')}</span> ${scrim(options)}
    ${iteration.kind === 'image' ? nothing : iteration.kind === 'audio' ? playButton(options) : badge(options)}
    ${tileButton('menu', more, localizer.t('tile.actions'))}`;
}

function badge({ iteration }: IterationTilePartsOptions): TemplateResult {
  const { kind, media } = iteration;
  const shape = kind === 'video' ? play : shapeOf(kind);
  const duration = media?.durationMs === undefined ? nothing : durationText(media.durationMs);
  return html`<span class="badge on-picture tile-badge" aria-hidden="true">${icon(shape)}${duration}</span>`;
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
  const reason = failed && error ? failureReason(localizer, error) : undefined;
  return html`<div class="tile-quiet">
      <span class=${failed ? 'tile-sign failed' : 'tile-sign'}>${icon(failed ? alert : shapeOf(kind))}</span>
      <p class="tile-state">${stateText(localizer, iteration) ?? localizer.t('tile.noPicture')}</p>
      ${reason ? html`<p class="tile-reason" dir="auto" title=${reason.whole}>${reason.short}</p>` : nothing}
      ${
        canRetry && mayRetry(iteration)
          ? html`<button type="button" class="btn small tile-retry" tabindex="-1" data-tile-action="retry">
              ${icon(regenerate)}<span>${localizer.t('action.retry')}</span>
            </button>`
          : nothing
      }
    </div>
    ${tileButton('menu', more, localizer.t('tile.actions'))}`;
}

/** The picture of an unfinished output, where there is one. */
export function previewOf({ iteration: { progress }, opener }: IterationTilePartsOptions): TemplateResult | undefined {
  const url = progress?.preview;
  if (url === undefined) return undefined;
  return html`<img class="tile-preview" alt="" draggable="false" ${pictureSource({ opener, url })} />`;
}

function running(options: IterationTilePartsOptions): TemplateResult {
  const { iteration, localizer, canCancel } = options;
  const { progress, status, kind } = iteration;
  return html`<div class="tile-running">
    ${previewOf(options) ?? html`<span class="tile-waiting">${icon(shapeOf(kind))}</span>`}
    <div class="tile-progress">
      <span class="tile-state">${stateText(localizer, iteration) ?? ''}</span>
      ${status === 'queued' ? nothing : progressBar(progress?.value)}
    </div>
    ${canCancel && status !== 'canceling' ? tileButton('cancel', close, localizer.t('tile.cancel')) : nothing}
  </div>`;
}

const PARTS = { running, done: finished, ended };
