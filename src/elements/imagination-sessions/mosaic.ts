import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { durationText } from '../../i18n/amounts.js';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { isFinal, type Iteration } from '../../model/index.js';
import type { ImaginationsStore } from '../../store/index.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { alert, audio, file, image, play, sessions, stop, video } from '../../ui/icon-shapes.js';
import { progressBar } from '../../ui/progress-bar.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';

export interface MosaicOptions {
  readonly localizer: Localizer;
  readonly store: ImaginationsStore;
  readonly cover: readonly Iteration[];
  /** The brief: stands in for previews where there are none. */
  readonly prompt: string;
  /** Shown width of the card in px. */
  readonly width: number;
  readonly isPriority: boolean;
  readonly tabIndex: 0 | -1;
  readonly open: (iteration: Iteration) => void;
}

const NAME_LENGTH = 120;
/** Words that stand in for a picture, in characters. */
const WORDS_LENGTH = 90;
const SHAPES: Readonly<Record<string, IconShape>> = { image, video, audio };

const shapeOf = (kind: string): IconShape => SHAPES[kind] ?? file;

/** Up to four previews, the newest first; what is not finished says how far it is, what failed that it did. */
export function mosaic(options: MosaicOptions): TemplateResult {
  const { cover, localizer, prompt } = options;
  if (cover.length === 0) {
    return html`<div class="mosaic" part="mosaic" data-count="1">
      <span class="cell blank">
        ${icon(sessions, localizer.t('session.noPreview'))}
        <span class="clamp words" dir="auto" aria-hidden="true">${clipText(prompt, WORDS_LENGTH)}</span>
      </span>
    </div>`;
  }
  return html`<div class="mosaic" part="mosaic" data-count=${cover.length}>
    ${repeat(
      cover,
      (one) => one.id,
      (one) => cell(one, options),
    )}
  </div>`;
}

function cell(iteration: Iteration, options: MosaicOptions): TemplateResult {
  const { status, media } = iteration;
  if (status === 'succeeded' && media) return picture(iteration, media, options);
  const { localizer } = options;
  if (!isFinal(status)) return running(iteration, options);
  const isFailed = status === 'failed';
  return html`<span class=${isFailed ? 'cell ended failed' : 'cell ended'}>
    ${icon(isFailed ? alert : stop, localizer.t(isFailed ? 'tile.failed' : 'tile.canceled'))}
  </span>`;
}

function picture(
  iteration: Iteration,
  media: NonNullable<Iteration['media']>,
  { localizer, store, cover, width, isPriority, tabIndex, open }: MosaicOptions,
): TemplateResult {
  const { kind, prompt } = iteration;
  const kindName = kind in SHAPES ? localizer.t(`kind.${kind}`) : localizer.t('kind.file');
  const name = prompt
    ? localizer.t('tile.name', { kind: kindName, prompt: clipText(prompt, NAME_LENGTH) })
    : localizer.t('tile.nameless', { kind: kindName, date: localizer.dateTime(iteration.createdAt) });
  const isTimed = kind === 'video' || kind === 'audio';
  const length = isTimed && media.durationMs !== undefined ? durationText(media.durationMs) : undefined;
  const share = cover.length > 1 ? 0.5 : 1;
  return html`<button
    type="button"
    class="cell picture"
    part="preview"
    tabindex=${tabIndex}
    data-control=${iteration.id}
    aria-label=${length === undefined ? name : `${name}, ${length}`}
    @click=${() => open(iteration)}
  >
    ${mediaThumbnail({
      media,
      kind,
      opener: store.media,
      width: width * share,
      priority: isPriority,
      onError: () => store.healMedia(iteration.id),
    })}
    <span class="broken" title=${localizer.t('tile.noPicture')}>${icon(shapeOf(kind))}</span>
    ${
      isTimed
        ? html`<span class="badge on-picture length"
            >${icon(kind === 'video' ? play : audio)}${length ?? nothing}</span
          >`
        : nothing
    }
  </button>`;
}

function running({ progress, kind, status }: Iteration, { localizer, store, width }: MosaicOptions): TemplateResult {
  const value = progress?.value;
  const percent = value === undefined ? undefined : localizer.percent(value);
  const label =
    percent !== undefined
      ? localizer.t('tile.running', { percent })
      : localizer.t(status === 'running' ? 'tile.starting' : status === 'canceling' ? 'tile.canceling' : 'tile.queued');
  return html`<span class="cell running">
    ${
      progress?.preview
        ? mediaThumbnail({ media: { url: progress.preview, mime: '' }, kind: 'image', opener: store.media, width })
        : nothing
    }
    <span class="run">${icon(shapeOf(kind))}<span class="percent">${percent ?? nothing}</span></span>
    ${progressBar(value, label)}
  </span>`;
}
