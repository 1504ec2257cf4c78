import type { Localizer } from '../../i18n/index.js';
import { isFinal, type Id, type Iteration, type RunStatus } from '../../model/index.js';
import { failureText } from '../../ui/failure-text.js';
import { stateText, tileName } from '../../ui/iteration-tile-name.js';
import { knownFailure } from '../outcome/known-failure.js';
import { troubleTexts } from './stage/stage.js';
import type { MediaTrouble } from '../../ui/media-trouble.js';
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

const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).join('. ');

/** What is read out: each change once - what is shown, how that and its run stand, and how the run has ended. */
export class Narrator {
  #id: Id | undefined;
  #status: RunStatus | undefined;
  #trouble: MediaTrouble | undefined;
  #text = '';

  get text(): string {
    return this.#text;
  }

  reset(): void {
    this.#id = this.#status = this.#trouble = undefined;
    this.#text = '';
  }

  /**
   * @param place where it stands.
   * @param isRead whether the focus goes along, and reads what it comes to. What is shown first is said all the same: the focus
   * may have come before it was known.
   * @param trouble what is wrong with the medium.
   */
  look(view: LightboxView, localizer: Localizer, place: string, isRead: boolean, trouble?: MediaTrouble): void {
    const { row, list } = view;
    const isSettled = place !== '' || !list || list.status === 'error';
    if (!row || !isSettled) return;
    this.#tell(view, row, localizer, place, isRead);
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    // What is tried again in vain is said again.
    this.#text = trouble ? sentences(...troubleTexts(localizer, row, trouble)) : '';
  }

  #tell(view: LightboxView, row: Iteration, localizer: Localizer, place: string, isRead: boolean): void {
    if (row.id === this.#id && row.status === this.#status) return;
    const { status } = row;
    const name = isRead && this.#id !== undefined ? '' : tileName(localizer, row, view.session?.brief.prompt);
    if (row.id !== this.#id) {
      this.#text = name && sentences(name, place);
      this.#trouble = undefined;
    } else if (status === 'succeeded') this.#text = localizer.t('say.done', { count: 1 });
    else if (isFinal(status)) {
      const why = status === 'failed' ? failureText(localizer, knownFailure(row.error)) : '';
      this.#text = sentences(stateText(localizer, row) ?? '', why);
    }
    this.#id = row.id;
    this.#status = status;
  }
}
