import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Localizer } from '../../../i18n/index.js';
import { clipText } from '../../../internal/clip-text.js';
import { safeLinkUrl } from '../../../internal/safe-url.js';
import { takeTurn } from '../../../internal/take-turn.js';
import type { Id, ReferenceFile } from '../../../model/index.js';
import type { MediaOpener } from '../../../store/index.js';
import { icon } from '../../../ui/icon.js';
import { close } from '../../../ui/icon-shapes.js';
import { mediaThumbnail } from '../../../ui/media-thumbnail.js';
import { mediaUrl } from '../../../ui/media-url.js';
import { tip } from '../tip.js';

const NAME_LENGTH = 80;
/** Width of the picture, in px. */
const WIDTH = 640;

interface LookContext {
  readonly localizer: Localizer;
  readonly opener: MediaOpener;
}

/**
 * The address under which a reference opens in another tab: only of what lies on a server. What the adapter opens would be
 * read with the rights of this page.
 */
export const linkOfReference = ({ source, from }: ReferenceFile, base: string): string | undefined =>
  safeLinkUrl(source.url, base) ?? safeLinkUrl(from?.url, base);

/** A reference that is looked at, larger, above the details. */
export class ReferenceLook {
  readonly #host: LitElement;
  #shown: { readonly reference: ReferenceFile; readonly of: Id } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Looks at one, as long as `of` is what is shown. */
  async open(reference: ReferenceFile, of: Id): Promise<void> {
    this.#shown = { reference, of };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const popover = this.#popover;
    if (!popover || popover.matches(':popover-open')) return;
    popover.showPopover();
    popover.querySelector('button')?.focus({ preventScroll: true });
  }

  render(of: Id | null, context: LookContext): TemplateResult | typeof nothing {
    const shown = this.#shown;
    if (!shown || shown.of !== of) return nothing;
    const { localizer } = context;
    const { reference } = shown;
    const name = clipText(reference.name, NAME_LENGTH);
    const link = linkOfReference(reference, this.#host.baseURI);
    const closeLabel = localizer.t('panel.closeLook');
    return html`<div
      class="look"
      popover="auto"
      role="dialog"
      aria-label=${name}
      @toggle=${this.#toggled}
      @keydown=${this.#keydown}
    >
      <div class="look-head">
        <bdi>${name}</bdi>
        <button
          type="button"
          class="btn icon"
          aria-label=${closeLabel}
          ${tip(closeLabel)}
          @click=${() => this.#popover?.hidePopover()}
        >
          ${icon(close)}
        </button>
      </div>
      ${look(reference, context)}
      ${
        link === undefined
          ? nothing
          : html`<a class="btn quiet small" href=${link} target="_blank" rel="noopener noreferrer"
              >${localizer.t('panel.openInTab')}</a
            >`
      }
    </div>`;
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.look');
  }

  readonly #toggled = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed') return;
    this.#shown = undefined;
    this.#host.requestUpdate();
  };

  /** Keys are those of what is looked at; Escape closes it, and nothing else. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return;
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#popover?.hidePopover();
  };
}

const heard = ({ currentTarget }: Event): void => takeTurn(currentTarget as HTMLMediaElement, 'heard');

function look(reference: ReferenceFile, { opener }: LookContext): TemplateResult | typeof nothing {
  const { kind, source, name } = reference;
  if (kind === 'image') {
    return html`<div class="look-picture">
      ${mediaThumbnail({ media: source, kind, opener, width: WIDTH, alt: name })}
    </div>`;
  }
  if (kind === 'video') {
    return html`<video
      class="look-film"
      controls
      playsinline
      preload="metadata"
      aria-label=${name}
      src=${mediaUrl(opener, source.url)}
      @play=${heard}
    ></video>`;
  }
  if (kind === 'audio') {
    return html`<audio
      class="look-sound"
      controls
      preload="metadata"
      aria-label=${name}
      src=${mediaUrl(opener, source.url)}
      @play=${heard}
    ></audio>`;
  }
  return nothing;
}
