import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { promptOf, type Iteration, type Session } from '../../model/index.js';
import type { Capabilities, Draft, MediaOpener } from '../../store/index.js';
import { icon } from '../../ui/icon.js';
import { close, remix, sessions } from '../../ui/icon-shapes.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';
import { isWorded, ownLabel } from '../remix/verb-words.js';
import { offeredVerb } from './imagine-request.js';
import { shownName } from './shown-name.js';

/** What a draft builds on, as far as it is loaded. */
export interface Aim {
  readonly localizer: Localizer;
  readonly draft: Draft;
  readonly iteration?: Iteration | undefined;
  readonly session?: Session | undefined;
  readonly capabilities: Capabilities;
}

export interface DraftAimOptions extends Aim {
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

/** What is about to be done with an output, e.g. "Edit “A fox”"; its prompt may not be known. */
function remixText({ localizer, draft, iteration, session, capabilities }: Aim): string {
  const prompt = clipText(promptOf(iteration, session), LENGTH);
  const role: string | null = offeredVerb(draft, capabilities)?.id ?? null;
  const label = ownLabel(role, capabilities.verbs);
  if (label !== '') return prompt === '' ? label : localizer.t('verb.own', { label, prompt });
  if (role !== null && isWorded(role)) {
    return prompt === '' ? localizer.t(`verb.${role}`) : localizer.t(`verb.aim.${role}`, { prompt });
  }
  return prompt === '' ? localizer.t('composer.remixOfUntitled') : localizer.t('composer.remixOf', { prompt });
}

/** Whether what stands there has come back from a brief that could not be sent. */
const isBack = (before: Draft, { failure, unsent }: Draft): boolean =>
  (failure !== null && failure !== before.failure) || unsent !== before.unsent;

/** What is new since then, for those who do not see it; nothing where that is only words. */
export function aimNews(before: Draft, aim: Aim): string {
  const { localizer, draft, capabilities } = aim;
  if (isBack(before, draft)) return '';
  const { remixOf, as, references } = draft;
  if (remixOf !== null && (remixOf !== before.remixOf || as !== before.as)) {
    const isVerb = offeredVerb(draft, capabilities) !== undefined;
    return isVerb ? localizer.t('verb.aimed', { aim: remixText(aim) }) : localizer.t('say.remixing');
  }
  const added = references.find(({ key, file }) => file?.from && before.references.every((one) => one.key !== key));
  return added ? localizer.t('composer.referenceAdded', { name: shownName(added.name) }) : '';
}

function remixAim(options: DraftAimOptions): TemplateResult {
  const { localizer, draft, iteration, capabilities, opener, clear } = options;
  const media = iteration?.status === 'succeeded' ? iteration.media : undefined;
  return html`<p class="aim" part="remix">
    <span class="aim-picture">
      ${media && iteration ? mediaThumbnail({ media, kind: iteration.kind, opener, width: 32 }) : icon(remix)}
    </span>
    <bdi class="aim-text">${remixText(options)}</bdi>
    ${clearButton(localizer.t(offeredVerb(draft, capabilities) ? 'verb.clear' : 'composer.clearRemix'), clear)}
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
