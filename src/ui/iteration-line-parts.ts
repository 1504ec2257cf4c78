import { html, nothing, type TemplateResult } from 'lit';
import { durationText } from '../i18n/amounts.js';
import { shortTime } from '../i18n/short-time.js';
import { clipText } from '../internal/clip-text.js';
import { failureReason } from './failure-reason.js';
import { icon } from './icon.js';
import { alert, close, more, regenerate } from './icon-shapes.js';
import { lineMarks } from './iteration-marks.js';
import { kindName, stateText } from './iteration-tile-name.js';
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
import { progressBar } from './progress-bar.js';

export interface LinePartsOptions extends IterationTilePartsOptions {
  /** The present, in ms since the epoch. */
  readonly now: number;
  /** The picture of an unfinished output: with its code in this file, bundlers would take the first picture's code apart. */
  readonly preview: TemplateResult | undefined;
}

/** What stands beside the picture of an iteration in a list: its prompt, what is known of it or how its run stands, its buttons. */
export function iterationLineParts(options: LinePartsOptions): TemplateResult {
  const { iteration, localizer, prompt, now, hasMarks } = options;
  const { kind, model, createdAt } = iteration;
  const isDone = phaseOf(iteration) === 'done';
  return html`${isDone ? (kind === 'audio' ? playButton(options) : nothing) : sign(options)}
    <p class="line-prompt" dir="auto" aria-hidden="true">${clipText(iteration.prompt ?? prompt ?? '', MAX_PROMPT)}</p>
    <div class="line-facts">
      ${isDone ? facts(options) : state(options)}<span class="line-model" dir="auto">${model ?? nothing}</span
      ><time class="line-time" datetime=${createdAt} title=${localizer.dateTime(createdAt)}
        >${shortTime(localizer, createdAt, now)}</time
      >
    </div>
    ${hasMarks ? lineMarks(localizer, iteration) : nothing} ${retryButton(options)}
    <div class="line-actions">${lastButton(options)}</div>
    ${checkbox(options)}`;
}

function facts({ iteration: { kind, media }, localizer }: LinePartsOptions): TemplateResult {
  const { width, height, durationMs } = media ?? {};
  const size =
    durationMs !== undefined
      ? durationText(durationMs)
      : width && height
        ? localizer.t('lightbox.dimensions', { width: String(width), height: String(height) })
        : nothing;
  return html`<span class="line-kind">${icon(shapeOf(kind))}<span>${kindName(localizer, kind)}</span></span
    ><span class="line-size">${size}</span>`;
}

/** In place of a picture. */
function sign({ iteration, preview }: LinePartsOptions): TemplateResult {
  const { status, kind } = iteration;
  if (preview) return html`<span class="line-sign">${preview}</span>`;
  const failed = status === 'failed';
  return html`<span class=${failed ? 'line-sign failed' : 'line-sign'}>${icon(failed ? alert : shapeOf(kind))}</span>`;
}

function state({ iteration, localizer }: LinePartsOptions): TemplateResult {
  const { status, error, progress } = iteration;
  const text = stateText(localizer, iteration) ?? localizer.t('tile.noPicture');
  const reason = status === 'failed' && error ? failureReason(localizer, error) : undefined;
  return html`<span class="line-state"
    ><span class="line-said">${text}</span>${
      reason === undefined
        ? nothing
        : html`<span class="line-reason" dir="auto" title=${reason.whole}>${reason.short}</span>`
    }${phaseOf(iteration) !== 'running' || status === 'queued' ? nothing : progressBar(progress?.value)}</span
  >`;
}

function retryButton({ iteration, localizer, canRetry }: LinePartsOptions): TemplateResult | typeof nothing {
  if (!canRetry || phaseOf(iteration) !== 'ended' || !mayRetry(iteration)) return nothing;
  const label = localizer.t('action.retry');
  return html`<button
    type="button"
    class="btn small line-retry"
    tabindex="-1"
    data-tile-action="retry"
    aria-label=${label}
    title=${label}
  >
    ${icon(regenerate)}<span>${label}</span>
  </button>`;
}

function lastButton({ iteration, localizer, canCancel }: LinePartsOptions): TemplateResult | typeof nothing {
  if (phaseOf(iteration) !== 'running') return tileButton('menu', more, localizer.t('tile.actions'));
  return canCancel && iteration.status !== 'canceling'
    ? tileButton('cancel', close, localizer.t('tile.cancel'))
    : nothing;
}
