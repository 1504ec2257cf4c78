import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../i18n/localizer.js';
import { clipText } from '../internal/clip-text.js';
import type { Iteration } from '../model/index.js';
import { icon } from './icon.js';
import { flag as flagShape } from './icons/flag.js';
import { note as noteShape } from './icons/note.js';
import { reject } from './icons/reject.js';
import { star } from './icons/star.js';

const MAX_TAG = 24;

/** What somebody thinks of an iteration, in words; empty where nobody has said. */
export function marksText(localizer: Localizer, { starred, rating, flag }: Iteration): string {
  return [
    starred ? localizer.t('mark.starred') : '',
    rating ? localizer.t('mark.rated', { count: rating }) : '',
    flag ? localizer.t(flag === 'pick' ? 'mark.pick' : 'mark.reject') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The same as a picture. What has none has no nodes either: they are what tiles cost. */
export function markSigns(localizer: Localizer, { starred, rating, flag }: Iteration): TemplateResult | typeof nothing {
  if (!starred && !rating && !flag) return nothing;
  return html`${starred ? html`<span class="mark-star">${icon(star)}</span>` : nothing}${
    rating ? html`<span class="mark-rating">${localizer.t('mark.rating', { count: rating })}</span>` : nothing
  }${flag ? icon(flag === 'pick' ? flagShape : reject) : nothing}`;
}

/** Star, rating and flag of a tile; its name says them. */
export function tileMarks(localizer: Localizer, iteration: Iteration): TemplateResult | typeof nothing {
  const signs = markSigns(localizer, iteration);
  if (signs === nothing) return nothing;
  return html`<span class="badge on-picture tile-marks" aria-hidden="true">${signs}</span>`;
}

/** The same of a line, with tags and whether there is a note. */
export function lineMarks(localizer: Localizer, iteration: Iteration): TemplateResult | typeof nothing {
  const { note, tags = [] } = iteration;
  const signs = markSigns(localizer, iteration);
  const [first, ...others] = tags;
  if (signs === nothing && !note && first === undefined) return nothing;
  const more = others.length > 0 ? html`<span class="count">+${localizer.number(others.length)}</span>` : nothing;
  return html`<span class="line-marks" aria-hidden="true"
    >${first === undefined ? nothing : html`<bdi class="line-tag">${clipText(first, MAX_TAG)}</bdi>${more}`}${
      note ? icon(noteShape) : nothing
    }${signs}</span
  >`;
}
