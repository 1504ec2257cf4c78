import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clipText } from '../../../internal/clip-text.js';
import type { Id, ReferenceFile } from '../../../model/index.js';
import { file } from '../../../ui/icon-shapes.js';
import { audio } from '../../../ui/icons/audio.js';
import type { PanelContext } from './panel-context.js';
import { linkOfReference } from './reference-look.js';
import { smallPicture } from './small-picture.js';

const NAME_LENGTH = 80;

/** The references of a brief; each opens: what it was taken from, a look at it, or its address in another tab. */
export function referenceList(
  references: readonly ReferenceFile[],
  of: Id,
  base: string,
  context: PanelContext,
): TemplateResult {
  return html`<section>
    <h3>${context.localizer.t('lightbox.references')}</h3>
    <ul class="references">
      ${repeat(
        references,
        ({ id }) => id,
        (reference) => html`<li>${referenceItem(reference, of, base, context)}</li>`,
      )}
    </ul>
  </section>`;
}

function referenceItem(reference: ReferenceFile, of: Id, base: string, context: PanelContext): TemplateResult {
  const { localizer, store, open, look } = context;
  const { kind, source, name, from } = reference;
  const text = clipText(name, NAME_LENGTH);
  const isSeen = kind === 'image' || kind === 'video';
  const picture = smallPicture(
    isSeen ? { media: source, kind, opener: store.media, width: 64 } : undefined,
    kind === 'audio' ? audio : file,
  );
  const inner = html`${picture}<bdi class="reference-name">${text}</bdi>`;
  const id = from?.iterationId;
  if (id !== undefined || isSeen || kind === 'audio') {
    return html`<button
      type="button"
      class="reference"
      title=${localizer.t('panel.openReference', { name: text })}
      aria-haspopup=${id === undefined ? 'dialog' : 'false'}
      @click=${() => (id === undefined ? void look.open(reference, of) : open(id))}
    >
      ${inner}
    </button>`;
  }
  const link = linkOfReference(reference, base);
  return link === undefined
    ? html`<span class="reference" title=${text}>${inner}</span>`
    : html`<a
        class="reference"
        href=${link}
        target="_blank"
        rel="noopener noreferrer"
        title=${localizer.t('panel.newTab', { name: text })}
        >${inner}</a
      >`;
}
