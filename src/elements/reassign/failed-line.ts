import { html, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { Failure } from '../../model/index.js';
import { failureText } from '../../ui/failure-text.js';

/** Says below rows that are there why no more could be read, and tries again. */
export const failedLine = (localizer: Localizer, error: Failure, retry: () => void): TemplateResult =>
  html`<p class="reassign-line" role="alert">
    <span>${failureText(localizer, error)}</span>
    <button type="button" class="btn small" @click=${retry}>${localizer.t('action.retry')}</button>
  </p>`;
