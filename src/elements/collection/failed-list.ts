import { html, nothing, type TemplateResult } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { promptOf } from '../../model/index.js';
import type { Failed, ImaginationsStore } from '../../store/index.js';
import { failureText } from '../../ui/failure-text.js';
import { tileName } from '../../ui/iteration-tile-name.js';
import { mediaThumbnail } from '../../ui/media-thumbnail.js';
import { byReason } from '../outcome/by-reason.js';

/** Rows that are listed; of more, it says how many there are. */
const MOST_LISTED = 200;
/** Width of a row's picture, in px. */
const PICTURE = 40;

function failedRow(store: ImaginationsStore, localizer: Localizer, { id }: Failed): TemplateResult {
  const row = store.iteration(id);
  const session = row && store.session(row.sessionId);
  const name = row ? tileName(localizer, row, promptOf(row, session)) : clipText(id, PICTURE);
  return html`<li class="failed-row" data-id=${id}>
    <span class="failed-picture" aria-hidden="true"
      >${
        row?.media ? mediaThumbnail({ media: row.media, kind: row.kind, opener: store.media, width: PICTURE }) : nothing
      }</span
    >
    <span class="failed-name" dir="auto">${name}</span>
  </li>`;
}

/** The rows that failed, under their reasons. */
export function failedList(store: ImaginationsStore, localizer: Localizer, failed: readonly Failed[]): TemplateResult {
  let room = MOST_LISTED;
  const reasons = byReason(failed, ({ error }) => failureText(localizer, error)).map(({ text, rows }) => {
    const listed = rows.slice(0, room);
    room -= listed.length;
    return { text, rows: listed.map((one) => failedRow(store, localizer, one)), count: rows.length };
  });
  const left = failed.length - (MOST_LISTED - room);
  const groups = reasons.map(
    ({ text, rows, count }) =>
      html`<p class="failed-reason">
          <span dir="auto">${text}</span> <span class="failed-count">${localizer.number(count)}</span>
        </p>
        <ul>
          ${rows}
        </ul>`,
  );
  return html`<div
    class="failed-list"
    part="failed-list"
    role="region"
    tabindex="0"
    aria-label=${localizer.t('batch.failedLabel')}
  >
    ${groups} ${left > 0 ? html`<p class="failed-more">${localizer.t('batch.andMore', { count: left })}</p>` : nothing}
  </div>`;
}
