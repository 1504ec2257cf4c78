import { css, html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import type { ListSnapshot } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import { icon } from '../../ui/icon.js';
import { alert, archive, image, imagine, regenerate } from '../../ui/icon-shapes.js';
import type { KindChoice } from '../../ui/kind-filter.js';
import { emptyState, errorState } from '../../ui/states.js';

export interface CollectionStateOptions {
  readonly list: Pick<ListSnapshot, 'status' | 'error' | 'complete'>;
  /** How many there are. */
  readonly count: number;
  readonly localizer: Localizer;
  readonly kind: KindChoice;
  readonly archived: boolean;
  readonly inSession: boolean;
  /** Whether the filter can be taken back here. */
  readonly onShowAll?: (() => void) | undefined;
  /** What is said instead where nothing is there only because all has been put away. */
  readonly away: () => TemplateResult | undefined;
  readonly onRetry: () => void;
}

/** What stands where tiles would be, or below them. */
export function collectionState(options: CollectionStateOptions): TemplateResult | typeof nothing {
  const { list, count, localizer, onRetry } = options;
  if (list.status === 'idle' || (list.status === 'loading' && count === 0)) {
    return html`<span class="visually-hidden" role="status">${localizer.t('state.loading')}</span>`;
  }
  if (list.status === 'error' && list.error) {
    return count > 0 ? errorLine(options) : errorState(localizer, list.error, onRetry);
  }
  return count === 0 && list.complete ? nothingHere(options) : nothing;
}

function nothingHere({
  localizer,
  kind,
  archived,
  inSession,
  away,
  onShowAll,
}: CollectionStateOptions): TemplateResult {
  const texts = (name: 'archived' | 'filtered' | 'session' | 'iterations'): { title: string; text: string } => ({
    title: localizer.t(`empty.${name}.title`),
    text: localizer.t(`empty.${name}.text`),
  });
  if (kind !== 'all') {
    const action = onShowAll
      ? html`<button type="button" class="btn" @click=${onShowAll}>${localizer.t('empty.filtered.action')}</button>`
      : undefined;
    return emptyState({ icon: image, ...texts('filtered'), action });
  }
  if (archived) return emptyState({ icon: archive, ...texts('archived') });
  return (!inSession && away()) || emptyState({ icon: imagine, ...texts(inSession ? 'session' : 'iterations') });
}

const errorLine = ({ list, localizer, onRetry }: CollectionStateOptions): TemplateResult =>
  html`<div class="error-line" part="error" role="alert">
    ${icon(alert)}<span>${list.error ? failureText(localizer, list.error) : nothing}</span>
    ${
      list.error?.retryable === false
        ? nothing
        : html`<button type="button" class="btn small" @click=${onRetry}>
            ${icon(regenerate)}${localizer.t('action.retry')}
          </button>`
    }
  </div>`;

export const collectionStateStyles = css`
  .root > .offline-line {
    flex: none;
    margin: 4px 12px;
  }

  .error-line {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-block-start: 12px;
    padding: 10px 14px;
    border-radius: var(--_radius-control);
    background: var(--_surface-sunken);
    font-size: var(--_size-m);
  }

  .error-line > span {
    flex: 1;
    overflow-wrap: anywhere;
  }

  .error-line > .icon-shape {
    color: var(--_danger);
  }
`;
