import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { ReferenceFile } from '../../model/index.js';
import type { MediaOpener } from '../../store/index.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { audio, file, image, video } from '../../ui/icon-shapes.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';

export interface SessionReferencesOptions {
  readonly localizer: Localizer;
  readonly references: readonly ReferenceFile[];
  readonly opener: MediaOpener;
  /** The one that is shown large. */
  readonly shown: ReferenceFile | undefined;
  readonly show: (reference: ReferenceFile, chip: HTMLElement) => void;
}

const NAME_LENGTH = 60;
const SHAPES: Readonly<Record<string, IconShape>> = { image, video, audio };

/** The references of a brief as chips, and the one that is looked at. */
export function sessionReferences(options: SessionReferencesOptions): TemplateResult | typeof nothing {
  const { localizer, references } = options;
  if (references.length === 0) return nothing;
  const chips = references.map((reference) => chip(reference, options));
  return html`<ul class="references" part="references" aria-label=${localizer.t('composer.references')}>
      ${chips}
    </ul>
    ${preview(options)}`;
}

function chip(reference: ReferenceFile, { opener, show }: SessionReferencesOptions): TemplateResult {
  const { kind, name, source } = reference;
  const label = clipText(name, NAME_LENGTH);
  const isPicture = kind === 'image';
  const inner = html`<span class="chip-picture">
      ${isPicture ? mediaThumbnail({ media: source, kind, opener, width: 24 }) : icon(SHAPES[kind] ?? file)}
    </span>
    <bdi class="chip-name">${label}</bdi>`;
  return html`<li>
    ${
      isPicture
        ? html`<button
            type="button"
            class="chip outlined"
            part="reference"
            @click=${({ currentTarget }: Event) => show(reference, currentTarget as HTMLElement)}
          >
            ${inner}
          </button>`
        : html`<span class="chip outlined" part="reference">${inner}</span>`
    }
  </li>`;
}

const preview = ({ shown, opener }: SessionReferencesOptions): TemplateResult =>
  html`<div
    class="preview"
    popover="auto"
    role="dialog"
    aria-label=${shown ? clipText(shown.name, NAME_LENGTH) : nothing}
  >
    ${shown ? mediaThumbnail({ media: shown.source, kind: 'image', opener, width: 480, alt: shown.name }) : nothing}
  </div>`;
