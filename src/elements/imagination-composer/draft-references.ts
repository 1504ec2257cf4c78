import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { bytesText } from '../../i18n/amounts.js';
import type { Localizer } from '../../i18n/index.js';
import type { Capabilities, DraftReference, MediaOpener } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { alert, audio, close, file, image, video } from '../../ui/icon-shapes.js';
import { progressBar } from '../../ui/progress-bar.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';
import { shownName } from './shown-name.js';

export interface DraftReferencesOptions {
  readonly localizer: Localizer;
  readonly references: readonly DraftReference[];
  readonly limits: Capabilities['limits'];
  readonly opener: MediaOpener;
  readonly remove: (key: string) => void;
}

const SHAPES: Readonly<Record<string, IconShape>> = { image, video, audio };

/** Why a file was not taken, in plain words. */
function refusalText(
  localizer: Localizer,
  { name, bytes = 0, failure }: DraftReference,
  limits: Capabilities['limits'],
): string {
  if (!failure) return '';
  const params = { name: shownName(name) };
  if (failure.code === 'too-large') {
    const [size, limit] = [bytesText(localizer, bytes), bytesText(localizer, limits.uploadBytes)];
    return localizer.t('composer.tooLarge', { ...params, size, limit });
  }
  switch (failure.fields?.[0]?.path) {
    case 'empty':
      return localizer.t('composer.emptyFile', params);
    case 'unreadable':
      return localizer.t('composer.unreadable', params);
    case 'type':
      return localizer.t('composer.wrongType', params);
    default:
      return failureText(localizer, failure);
  }
}

/** The references of a draft: pictures of what is stored, progress of what is on its way, reasons for what was refused. */
export function draftReferences(options: DraftReferencesOptions): TemplateResult | typeof nothing {
  const { localizer, references } = options;
  if (references.length === 0) return nothing;
  return html`<ul class="references" part="references" aria-label=${localizer.t('composer.references')}>
    ${repeat(
      references,
      (one) => one.key,
      (one) => reference(one, options),
    )}
  </ul>`;
}

function reference(one: DraftReference, options: DraftReferencesOptions): TemplateResult {
  const { localizer, limits, remove } = options;
  const name = shownName(one.name);
  const label = localizer.t('composer.removeReference', { name });
  return html`<li class="reference ${one.state}" part="reference" data-key=${one.key} title=${name}>
    ${
      one.state === 'failed'
        ? html`${icon(alert)}<span class="reason" role="alert">${refusalText(localizer, one, limits)}</span>`
        : picture(one, options)
    }
    <button type="button" class="remove" title=${label} aria-label=${label} @click=${() => remove(one.key)}>
      ${icon(close)}
    </button>
  </li>`;
}

function picture(
  { file: stored, name, state, progress }: DraftReference,
  options: DraftReferencesOptions,
): TemplateResult {
  const kind = stored?.kind ?? 'file';
  const label = shownName(name);
  if (state === 'uploading' || !stored) {
    return html`<span class="blank">${icon(file)}</span>${progressBar(progress > 0 ? progress : undefined, label)}`;
  }
  if (kind !== 'image' && kind !== 'video' && kind !== 'audio') {
    return html`<span class="blank">${icon(file, label)}</span>`;
  }
  const { source } = stored;
  const isDrawn = kind !== 'video' || source.poster !== undefined || (source.thumbnails?.length ?? 0) > 0;
  return isDrawn
    ? mediaThumbnail({ media: source, kind, opener: options.opener, width: 64, alt: label })
    : html`<span class="blank">${icon(SHAPES[kind] ?? file, label)}</span>`;
}
