import type { Localizer } from '../../i18n/index.js';
import type { Id, RunStatus } from '../../model/index.js';
import { nameOf } from './iteration-text.js';
import { placeOf, type LightboxView, type Place } from './sequence.js';

/** E.g. "3 of 8"; "3 of 8+" where there are more than are known. */
export const positionText = (
  localizer: Localizer,
  index: number | string,
  { total, more }: Pick<Place, 'total' | 'more'>,
): string => localizer.t('lightbox.position', { index, total: `${localizer.number(total)}${more ? '+' : ''}` });

/** Where the shown iteration stands, e.g. "Session: 3 of 8"; empty while that is not known. */
export function placeText(view: LightboxView, localizer: Localizer): string {
  const place = placeOf(view);
  return place ? localizer.t('session.name', { title: positionText(localizer, place.index, place) }) : '';
}

/** What is read out: each change once - what is shown and where it stands, and that a run has ended. */
export class Narrator {
  #id: Id | undefined;
  #status: RunStatus | undefined;
  #text = '';

  get text(): string {
    return this.#text;
  }

  reset(): void {
    this.#id = this.#status = undefined;
    this.#text = '';
  }

  /** @param place where it stands. */
  look(view: LightboxView, localizer: Localizer, place: string): void {
    const { row, list } = view;
    const isSettled = place !== '' || !list || list.status === 'error';
    if (!row || !isSettled || (row.id === this.#id && row.status === this.#status)) return;
    const done = row.status === 'succeeded' ? 'say.done' : row.status === 'failed' ? 'say.failed' : undefined;
    if (row.id !== this.#id) this.#text = [nameOf(localizer, row, view.session), place].filter(Boolean).join('. ');
    else if (done) this.#text = localizer.t(done, { count: 1 });
    this.#id = row.id;
    this.#status = row.status;
  }
}
