import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import type { Failure } from '../model/index.js';
import { failureText } from './failure-text.js';
import { icon, type IconShape } from './icon.js';
import { alert, offline, regenerate } from './icon-shapes.js';

export interface EmptyStateOptions {
  readonly icon: IconShape;
  readonly title: string;
  readonly text?: string | undefined;
  /** The one next step, e.g. a `btn`. */
  readonly action?: TemplateResult | undefined;
}

/** Says what will be here, and offers the next step. */
export const emptyState = ({ icon: shape, title, text, action }: EmptyStateOptions): TemplateResult =>
  html`<div class="state" part="empty">
    <span class="state-icon">${icon(shape)}</span>
    <p class="state-title">${title}</p>
    ${text ? html`<p class="state-text">${text}</p>` : nothing} ${action ?? nothing}
  </div>`;

/**
 * Says what went wrong, in place.
 * @param retry what trying again does; left out, there is no button.
 */
export const errorState = (localizer: Localizer, failure: Failure, retry?: () => void): TemplateResult =>
  html`<div class="state" part="error" role="alert">
    <span class="state-icon failed">${icon(alert)}</span>
    <p class="state-title">${localizer.t('error.title')}</p>
    <p class="state-text">${failureText(localizer, failure)}</p>
    ${
      retry && failure.retryable !== false
        ? html`<button type="button" class="btn" @click=${retry}>
            ${icon(regenerate)}${localizer.t('action.retry')}
          </button>`
        : nothing
    }
  </div>`;

/** A quiet line while there is no connection. */
export const offlineLine = (localizer: Localizer): TemplateResult =>
  html`<p class="offline-line" part="offline" role="status">
    ${icon(offline)}<span>${localizer.t('state.offline')}</span>
  </p>`;

export const stateStyles = css`
  .state {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    max-inline-size: 420px;
    margin: 0 auto;
    padding: 48px 24px;
    text-align: center;
  }

  .state > .btn {
    margin-block-start: 16px;
  }

  .state-icon {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 12px;
    border-radius: var(--_radius-card);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    box-shadow: inset 0 0 0 1px var(--_line);
  }

  .state-icon.failed {
    color: var(--_danger);
  }

  .state p {
    margin: 0;
    text-wrap: balance;
  }

  .state-title {
    font-size: var(--_size-l);
    font-weight: 600;
  }

  .state-text {
    color: var(--_text-quiet);
    font-size: var(--_size-m);
    line-height: calc(20 / 14);
  }

  .offline-line {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--_radius-control);
    background: var(--_surface-sunken);
    color: var(--_text-quiet);
    font-size: var(--_size-m);
  }
`;
