import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { LatePart } from '../../controllers/late-part.js';
import { dayHeading } from '../../i18n/calendar.js';
import type { Localizer } from '../../i18n/index.js';
import { addEnglish } from '../../i18n/registry.js';
import { timelineTexts } from '../../i18n/texts/timeline.js';
import { icon } from '../../ui/icon.js';
import { chevronDown } from '../../ui/icons/chevron-down.js';
import { CollectionElement } from '../collection/collection-element.js';
import type { CollectionModel, SectionKey, Time } from '../collection/collection-model.js';
import type { SectionView } from '../collection/section-view.js';
import { iterationTimelineStyles } from './iteration-timeline.styles.js';
import { SectionFolds } from './section-folds.js';
import { SectionNames } from './section-names.js';
import { groupingOf, monthHeading, sectionKeys, weekHeading, type GroupBy } from './section-keys.js';

/** A day of the calendar, as opposed to an instant. */
const DAY = /^\d{4}-\d\d-\d\d$/;
/** As the styles say. */
const HEADING_HEIGHT = 44;

/**
 * Iterations by day, week, month or session, newest first, under headings that stay in view; otherwise as `<iteration-grid>`.
 * Days begin and end in the time zone of the provider's localizer, else in the browser's. Alt with arrow down or up leads to
 * another day, with Shift as well to another session; with page down or up to another month, with Shift to another year. Where
 * there is much, a rail beside it shows what was made when and leads to any day: by pointer, or with the same keys without Alt.
 * A heading's button folds its section: Tab reaches the one above the current tile, up and down lead to others.
 *
 * @element iteration-timeline
 * @csspart root - Everything.
 * @csspart bar - The bar with the filter.
 * @csspart filter - The choice of a medium.
 * @csspart scroller - What scrolls.
 * @csspart heading - The heading of a section.
 * @csspart fold - The button in it that folds the section.
 * @csspart choose - The checkbox in it that selects the section.
 * @csspart scrubber - The rail beside the sections.
 * @csspart tile - The box around one iteration; it has the focus.
 * @csspart menu - The menu of a tile.
 * @csspart new - The button that tells of what has come above, and leads there.
 * @csspart batch - The bar of what is selected.
 * @csspart shortcuts - The sheet of keys.
 * @csspart batch-notes - What is said of batches: how far one is, and what failed.
 * @csspart failed-list - The rows that failed, with their reasons.
 * @csspart reassign - The dialog that asks where iterations go.
 * @csspart toasts - Region of the short messages, where no app says them.
 * @csspart toast - One of them.
 * @csspart empty - Shown when there is nothing.
 * @csspart error - Shown when reading failed.
 * @csspart offline - Shown while there is no connection.
 * @cssprop [--imagination-tile-size=220px] - Height that rows aim at, in px.
 * @cssprop [--imagination-gap=8px] - Space between tiles, in px.
 * @fires {IterationOpenEvent} iteration-open - An iteration is about to be opened; cancelable.
 * @fires {IterationOpenedEvent} iteration-opened - An iteration was opened.
 * @fires {IterationRegenerateEvent} iteration-regenerate - An output is about to be made again; cancelable.
 * @fires {IterationRegeneratedEvent} iteration-regenerated - An output is being made again.
 * @fires {IterationRemixEvent} iteration-remix - An output is about to be built on, by the `verb` of the detail; cancelable.
 * @fires {IterationRemixedEvent} iteration-remixed - The composer has taken an output to build on.
 * @fires {IterationCancelEvent} iteration-cancel - A run is about to be stopped; cancelable.
 * @fires {IterationCanceledEvent} iteration-canceled - A run was asked to stop.
 * @fires {IterationsArchiveEvent} iterations-archive - Iterations are about to be archived; cancelable.
 * @fires {IterationsArchivedEvent} iterations-archived - Iterations were archived.
 * @fires {IterationsUnarchiveEvent} iterations-unarchive - Iterations are about to be brought back; cancelable.
 * @fires {IterationsUnarchivedEvent} iterations-unarchived - Iterations were brought back.
 * @fires {IterationsAnnotateEvent} iterations-annotate - Iterations are about to be starred, rated or flagged; cancelable.
 * @fires {IterationsAnnotatedEvent} iterations-annotated - Iterations were starred, rated or flagged.
 * @fires {IterationsReassignEvent} iterations-reassign - Iterations are about to move; cancelable.
 * @fires {IterationsReassignedEvent} iterations-reassigned - Iterations were moved.
 * @fires {IterationsCompareEvent} iterations-compare - Iterations are about to be compared; cancelable.
 * @fires {IterationsComparedEvent} iterations-compared - Iterations are being compared.
 * @fires {IterationsDownloadEvent} iterations-download - Files are about to be downloaded; cancelable.
 * @fires {IterationsDownloadedEvent} iterations-downloaded - Files were downloaded.
 * @fires {HostActionEvent} host-action - One of the host's own actions is about to run; cancelable.
 * @fires {SelectionChangedEvent} selection-changed - Something else is selected than before.
 * @fires {ImaginationsUndoEvent} imaginations-undo - The last command is about to be taken back, or done again; cancelable.
 * @fires {ImaginationsUndoneEvent} imaginations-undone - It was.
 * @fires {IntentFailedEvent} imaginations-failed - What a person wanted did not work.
 */
export class IterationTimeline extends CollectionElement {
  static override styles = [...CollectionElement.styles, iterationTimelineStyles];

  /** What stands under one heading: `day`, `week`, `month`, or the neighbours of one `session`. Default `day`. */
  @property({ attribute: 'group-by' }) groupBy: GroupBy = 'day';

  readonly #folds = new SectionFolds(this);
  #names: SectionNames | undefined;

  readonly #scrubber = new LatePart(this, async () => {
    const { Scrubber: Late } = await import('./scrubber.js');
    return this.rest && new Late(this, this.rest);
  });

  readonly #choice = new LatePart(this, async () => {
    const { SectionChoice: Late } = await import('./section-choice.js');
    if (!this.rest) return undefined;
    return new Late(this, this.rest, {
      key: () => this.sectionKeys(this.localizer),
      name: ({ first }) => this.sectionName(this.rest?.model().time(first) ?? 0, first),
      isStop: ({ first, count }) => this.#folds.isStop(first, first + count),
      spotAt: (item) => this.#folds.spotAt(item),
      handleKeydown: this.#folds.handleKeydown,
    });
  });

  constructor() {
    super();
    addEnglish(timelineTexts);
  }

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

  /** Folds every section, also those that come later. */
  collapseAll(): void {
    this.#folds.setAll(true);
  }

  /** Unfolds every section. */
  expandAll(): void {
    this.#folds.setAll(false);
  }

  protected override update(changed: Map<PropertyKey, unknown>): void {
    if (this.#by === 'session') (this.#names ??= new SectionNames(this)).begin();
    super.update(changed);
  }

  protected override updated(): void {
    super.updated();
    if (this.rest) {
      this.#folds.connect(this.rest);
      void this.#scrubber.need();
      void this.#choice.need();
    }
    this.#scrubber.now?.settled();
    this.#folds.settled();
    this.#names?.settled();
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
    return sectionKeys(localizer, this.#by);
  }

  protected override label(localizer: Localizer): string {
    const by = this.#by;
    return localizer.t(by === 'day' ? 'timeline.label' : `timeline.label.${by}`);
  }

  protected override fold(model: CollectionModel): CollectionModel {
    return this.#folds.take(model, this.#by);
  }

  protected override sectionName(time: Time, item: number): string {
    const { localizer } = this;
    const by = this.#by;
    if (by === 'day') return dayHeading(localizer, time, this.now);
    if (by === 'month') return monthHeading(localizer, time);
    if (by === 'week') return weekHeading(localizer, sectionKeys(localizer, by)(time));
    const session = this.#folds.keyAt(item);
    return session ? (this.#names?.name(session, this.#folds.idAt(item), localizer) ?? '') : '';
  }

  protected override renderHeading(section: SectionView, time: Time | undefined): TemplateResult | typeof nothing {
    if (time === undefined || this.#folds.isUnknown(section.first)) return nothing;
    const { localizer } = this;
    const day = this.sectionName(time, section.first);
    const name = section.open ? day : localizer.t('timeline.day', { day, count: section.count });
    const isFolded = this.#folds.isFoldedAt(section.first);
    const isStop = this.#folds.isStop(section.first, section.first + section.count);
    return html`<div class="heading" part="heading" role="row">
      <span id=${`day-${section.key}`} class="title" role="rowheader" aria-label=${name}
        ><button
          type="button"
          class="fold"
          part="fold"
          aria-expanded=${isFolded ? 'false' : 'true'}
          title=${localizer.t(isFolded ? 'timeline.expand' : 'timeline.collapse')}
          tabindex=${isStop ? nothing : -1}
          data-first=${this.#folds.spotAt(section.first)}
          @click=${() => this.#folds.toggle(section.first)}
          @keydown=${this.#folds.handleKeydown}
        >
          ${icon(chevronDown)}<span class="name" aria-hidden="true">${day}</span>${
            section.open
              ? nothing
              : html`<span class="count" aria-hidden="true">${localizer.number(section.count)}</span>`
          }<span class="visually-hidden">${name}</span>
        </button></span
      >${this.#choice.now?.render(section) ?? nothing}
    </div>`;
  }

  get #by(): GroupBy {
    return groupingOf(this.groupBy);
  }
}
