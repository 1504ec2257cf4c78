import { bytesText, durationText } from '../../../i18n/amounts.js';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Localizer } from '../../../i18n/index.js';
import { isFinal, type Iteration, type MediaSource } from '../../../model/index.js';
import { icon } from '../../../ui/icon.js';
import { alert, download as downloadShape, file, regenerate, stop } from '../../../ui/icon-shapes.js';
import type { MediaTrouble } from '../../../ui/media-trouble.js';
import { pictureSource } from '../../../ui/picture-source.js';
import { progressBar } from '../../../ui/progress-bar.js';
import { emptyState, errorState } from '../../../ui/states.js';
import type { LightboxActionId } from '../actions.js';
import { audioStage } from './audio-stage.js';
import { imageStage } from './image-stage.js';
import { knownFailure } from '../../outcome/known-failure.js';
import { kindText } from '../iteration-text.js';
import type { LightboxView } from '../sequence.js';
import { failureText } from '../../../ui/failure-text.js';
import type { StageContext } from './stage-context.js';
import { videoStage } from './video-stage.js';

const offers = ({ actions }: StageContext, wanted: LightboxActionId): boolean =>
  actions.some(({ id }) => id === wanted);

/** The medium, or what there is instead of it. */
export function stage(view: LightboxView, context: StageContext): TemplateResult {
  const { row } = view;
  const { localizer, failure, reload } = context;
  if (!row) {
    return failure
      ? errorState(localizer, failure, reload)
      : html`<p class="waiting" role="status">${localizer.t('lightbox.loading')}</p>`;
  }
  if (!isFinal(row.status)) return runStage(row, view, context);
  if (row.status === 'failed') return failedStage(row, context);
  if (row.status === 'canceled') {
    return emptyState({ icon: stop, title: localizer.t('tile.canceled'), action: retryButton(context) });
  }
  return row.media ? mediaStage(row, row.media, view, context) : troubleStage(row, undefined, context);
}

function mediaStage(row: Iteration, media: MediaSource, view: LightboxView, context: StageContext): TemplateResult {
  const trouble = context.media.troubleOf(view);
  if (trouble) return troubleStage(row, trouble, context);
  const stages: Readonly<Record<string, () => TemplateResult>> = {
    image: () => imageStage(media, context, downloadButton(context)),
    video: () => videoStage(row, media, context),
    audio: () => audioStage(row, media, context),
  };
  const shown = (Object.hasOwn(stages, row.kind) && stages[row.kind]) || (() => fileStage(row, media, context));
  // Not `keyed`: that takes out what was shown without telling its directives, which would hold its media open.
  return html`${repeat([`${row.id} ${context.media.attempt}`], (key) => key, shown)}`;
}

const retryButton = (context: StageContext): TemplateResult | undefined =>
  offers(context, 'retry')
    ? html`<button type="button" class="btn primary" @click=${() => context.act('retry')}>
        ${icon(regenerate)}${context.localizer.t('action.retry')}
      </button>`
    : undefined;

const downloadButton = (context: StageContext): TemplateResult | typeof nothing =>
  offers(context, 'download')
    ? html`<button type="button" class="btn" @click=${() => context.act('download')}>
        ${icon(downloadShape)}${context.localizer.t('action.download')}
      </button>`
    : nothing;

const failedStage = (row: Iteration, context: StageContext): TemplateResult =>
  emptyState({
    icon: alert,
    title: context.localizer.t('tile.failed'),
    text: failureText(context.localizer, knownFailure(row.error)),
    action: retryButton(context),
  });

/** What cannot be shown or played, and why. */
export const troubleTexts = (
  localizer: Localizer,
  { kind }: Iteration,
  trouble: MediaTrouble | undefined,
): readonly [title: string, text: string] => [
  localizer.t(kind === 'image' ? 'tile.noPicture' : 'error.title'),
  // Of a picture nobody knows why.
  trouble === 'unplayable'
    ? localizer.t('lightbox.cannotPlay')
    : kind === 'image'
      ? ''
      : localizer.t('error.unavailable'),
];

function troubleStage(row: Iteration, trouble: MediaTrouble | undefined, context: StageContext): TemplateResult {
  const { localizer, media, heal } = context;
  const [title, text] = troubleTexts(localizer, row, trouble);
  return emptyState({
    icon: alert,
    title,
    text,
    action: html`<div class="state-actions">
      ${
        row.media
          ? html`<button
              type="button"
              class="btn"
              @click=${() => {
                // What loads after all keeps its address; what does not, has a fresh one soon.
                heal(true);
                media.tryAgain();
              }}
            >
              ${icon(regenerate)}${localizer.t('action.retry')}
            </button>`
          : nothing
      }
      ${downloadButton(context)}
    </div>`,
  });
}

const fileStage = (row: Iteration, media: MediaSource, context: StageContext): TemplateResult =>
  emptyState({
    icon: file,
    title: kindText(context.localizer, row.kind),
    text: media.bytes === undefined ? media.mime : `${media.mime} · ${bytesText(context.localizer, media.bytes)}`,
    action: html`${downloadButton(context)}`,
  });

function runStage(row: Iteration, { generation, capabilities }: LightboxView, context: StageContext): TemplateResult {
  const { localizer, opener, cancel } = context;
  const canCancel =
    capabilities.cancel && row.generationId !== undefined && row.status !== 'canceling' && row.can?.cancel !== false;
  const progress = row.progress ?? generation?.progress ?? {};
  const { value, preview, message, queuePosition, etaMs } = progress;
  const state =
    row.status === 'canceling'
      ? localizer.t('tile.canceling')
      : row.status === 'queued'
        ? queuePosition === undefined
          ? localizer.t('tile.queued')
          : localizer.t('tile.queuedAt', { count: queuePosition })
        : value === undefined
          ? localizer.t('tile.starting')
          : localizer.t('tile.running', { percent: localizer.percent(value) });
  return html`<div class="run">
    ${
      preview === undefined
        ? html`<div class="preview skeleton"></div>`
        : html`<div class="preview">
            <img
              alt=""
              decoding="async"
              draggable="false"
              referrerpolicy="no-referrer"
              ${pictureSource({ opener, url: preview })}
            />
          </div>`
    }
    <div class="run-text">
      ${progressBar(value)}
      <p>
        <span>${state}</span>
        ${message ? html`<bdi class="quiet">${message.slice(0, 200)}</bdi>` : nothing}
        ${etaMs !== undefined && etaMs > 0 ? html`<span class="quiet">${localizer.t('tile.eta', { time: durationText(etaMs) })}</span>` : nothing}
      </p>
      ${
        canCancel
          ? html`<button type="button" class="btn" @click=${cancel}>${icon(stop)}${localizer.t('tile.cancel')}</button>`
          : nothing
      }
    </div>
  </div>`;
}
