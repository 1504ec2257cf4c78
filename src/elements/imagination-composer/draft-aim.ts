import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { promptOf, type Iteration, type Session } from '../../model/index.js';
import type { Draft, MediaOpener } from '../../store/index.js';
import { icon } from '../../ui/icon.js';
import { close, remix, sessions } from '../../ui/icon-shapes.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';

export interface DraftAimOptions {
  readonly localizer: Localizer;
  readonly draft: Draft;
  readonly iteration: Iteration | undefined;
  readonly session: Session | undefined;
  readonly opener: MediaOpener;
  readonly clear: () => void;
}

const LENGTH = 80;

/** Says what the brief builds on: the iteration that is remixed, else the session it adds to. */
export function draftAim(options: DraftAimOptions): TemplateResult | typeof nothing {
  const { draft } = options;
  if (draft.remixOf !== null) return remixAim(options);
  return draft.sessionId === null ? nothing : sessionAim(options);
}

function remixAim({ localizer, iteration, session, opener, clear }: DraftAimOptions): TemplateResult {
  const prompt = clipText(promptOf(iteration, session), LENGTH);
  const media = iteration?.status === 'succeeded' ? iteration.media : undefined;
  return html`<p class="aim" part="remix">
    <span class="aim-picture">
      ${media && iteration ? mediaThumbnail({ media, kind: iteration.kind, opener, width: 32 }) : icon(remix)}
    </span>
    <bdi class="aim-text"
      >${prompt ? localizer.t('composer.remixOf', { prompt }) : localizer.t('composer.remixOfUntitled')}</bdi
    >
    ${clearButton(localizer.t('composer.clearRemix'), clear)}
  </p>`;
}

function sessionAim({ localizer, session, clear }: DraftAimOptions): TemplateResult {
  const title = clipText(session?.title || session?.brief.prompt || '', LENGTH) || localizer.t('session.untitled');
  return html`<p class="aim" part="session">
    <span class="aim-picture">${icon(sessions)}</span>
    <bdi class="aim-text">${localizer.t('composer.addsTo', { title })}</bdi>
    ${clearButton(localizer.t('composer.clearSession'), clear)}
  </p>`;
}

const clearButton = (label: string, clear: () => void): TemplateResult =>
  html`<button type="button" class="btn icon small" title=${label} aria-label=${label} @click=${clear}>
    ${icon(close)}
  </button>`;
