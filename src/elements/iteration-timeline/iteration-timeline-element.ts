import { html, nothing, type TemplateResult } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import { dayHeading } from '../../i18n/calendar.js';
import type { Localizer } from '../../i18n/index.js';
import { CollectionElement } from '../collection/collection-element.js';
import type { SectionKey, Time } from '../collection/collection-model.js';
import type { SectionView } from '../collection/section-view.js';
import { dayKeys } from './day-keys.js';
import { iterationTimelineStyles } from './iteration-timeline.styles.js';

/** A day of the calendar, as opposed to an instant. */
const DAY = /^\d{4}-\d\d-\d\d$/;
/** As the styles say. */
const HEADING_HEIGHT = 44;

/**
 * Iterations by day, newest first, under headings that stay in view; otherwise as `<iteration-grid>`. Days begin and end
 * in the time zone of the provider's localizer, else in the browser's. Alt with arrow down or up leads to another day,
 * with page down or up to another month, with Shift as well to another year. Where there is much, a rail beside it shows what
 * was made when and leads to any day: by pointer, or with the same keys without Alt.
 *
 * @element iteration-timeline
 * @csspart root - Everything.
 * @csspart bar - The bar with the filter.
 * @csspart filter - The choice of a medium.
 * @csspart scroller - What scrolls.
 * @csspart heading - The heading of a day.
 * @csspart scrubber - The rail beside the days.
 * @csspart tile - The box around one iteration; it has the focus.
 * @csspart menu - The menu of a tile.
 * @csspart new - The button that tells of what has come above, and leads there.
 * @csspart empty - Shown when there is nothing.
 * @csspart error - Shown when reading failed.
 * @csspart offline - Shown while there is no connection.
 * @cssprop [--imagination-tile-size=220px] - Height that rows aim at, in px.
 * @cssprop [--imagination-gap=8px] - Space between tiles, in px.
 * @fires {IterationOpenEvent} iteration-open - An iteration is about to be opened; cancelable.
 * @fires {IterationOpenedEvent} iteration-opened - An iteration was opened.
 * @fires {IterationRegenerateEvent} iteration-regenerate - An output is about to be made again; cancelable.
 * @fires {IterationRegeneratedEvent} iteration-regenerated - An output is being made again.
 * @fires {IterationRemixEvent} iteration-remix - A remix is about to start; cancelable.
 * @fires {IterationRemixedEvent} iteration-remixed - The composer has taken an iteration to remix.
 * @fires {IterationCancelEvent} iteration-cancel - A run is about to be stopped; cancelable.
 * @fires {IterationCanceledEvent} iteration-canceled - A run was asked to stop.
 * @fires {IterationsArchiveEvent} iterations-archive - Iterations are about to be archived; cancelable.
 * @fires {IterationsArchivedEvent} iterations-archived - Iterations were archived.
 * @fires {IterationsUnarchiveEvent} iterations-unarchive - Iterations are about to be brought back; cancelable.
 * @fires {IterationsUnarchivedEvent} iterations-unarchived - Iterations were brought back.
 * @fires {IntentFailedEvent} imaginations-failed - What a person wanted did not work.
 */
export class IterationTimeline extends CollectionElement {
  static override styles = [...CollectionElement.styles, iterationTimelineStyles];

  readonly #scrubber = new LatePart(this, async () => {
    const { Scrubber: Late } = await import('./scrubber.js');
    return this.rest && new Late(this, this.rest);
  });

  /**
   * Scrolls to the first iteration at or before a date: a day, `YYYY-MM-DD`, in the time zone of the timeline, with
   * all that was made in it, or an instant. Resolves when it is there; what has not been read yet follows.
   * @throws {RangeError} where it is no date.
   */
  async goToDate(date: Date | string | number): Promise<void> {
    const time = new Date(date).getTime();
    if (Number.isNaN(time)) throw new RangeError('goToDate: not a date');
    await this.updateComplete;
    this.#scrubber.now?.goTo(typeof date === 'string' && DAY.test(date) ? date : time);
    await this.updateComplete;
  }

  protected override updated(): void {
    super.updated();
    if (this.rest) void this.#scrubber.need();
    this.#scrubber.now?.settled();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#scrubber.coming;
    return super.getUpdateComplete();
  }

  protected override get headingHeight(): number {
    return HEADING_HEIGHT;
  }

  protected override sectionKeys(localizer: Localizer): SectionKey {
    return dayKeys(localizer);
  }

  protected override label(localizer: Localizer): string {
    return localizer.t('timeline.label');
  }

  protected override sectionName(time: Time): string {
    return dayHeading(this.localizer, time, this.now);
  }

  protected override renderHeading(section: SectionView, time: Time | undefined): TemplateResult | typeof nothing {
    if (time === undefined) return nothing;
    const { localizer } = this;
    const day = this.sectionName(time);
    const name = section.open ? day : localizer.t('timeline.day', { day, count: section.count });
    return html`<div class="heading" part="heading" role="row">
      <span id=${`day-${section.key}`} role="rowheader" aria-label=${name}
        >${day}${section.open ? nothing : html`<span class="count">${localizer.number(section.count)}</span>`}</span
      >
    </div>`;
  }
}
