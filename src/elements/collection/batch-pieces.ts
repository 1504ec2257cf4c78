import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { icon, type IconShape } from '../../ui/icon.js';
import { close } from '../../ui/icon-shapes.js';

/** A button of the bar of what is selected. */
export interface BatchButton {
  readonly id: string;
  readonly label: string;
  readonly icon: IconShape;
  /** Of a switch: whether all that is selected is so, none of it, or some. */
  readonly pressed?: boolean | 'mixed' | undefined;
  readonly run: () => void;
}

/** @param isHidden it does not fit. */
export const batchButton = ({ id, label, icon: shape, pressed, run }: BatchButton, isHidden = false): TemplateResult =>
  html`<button
    type="button"
    class="btn quiet small"
    data-batch=${id}
    title=${label}
    aria-label=${label}
    aria-pressed=${pressed ?? nothing}
    ?hidden=${isHidden}
    @click=${run}
  >
    ${icon(shape)}<span class="batch-label">${label}</span>
  </button>`;

/** The button at the end of the bar: nothing is selected any more. */
export const clearButton = (localizer: Localizer, clear: () => void): TemplateResult =>
  html`<button
    type="button"
    class="btn icon small"
    data-batch="clear"
    aria-label=${localizer.t('action.clearSelection')}
    title=${localizer.t('action.clearSelection')}
    @click=${clear}
  >
    ${icon(close)}
  </button>`;

/** Keys in the bar: Escape does the same as that button. */
export const clearOnEscape =
  (clear: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    clear();
  };
