import { nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Localizer } from '../../i18n/index.js';
import { CollectionElement } from '../collection/collection-element.js';

/** How a grid lays its tiles out. */
export type GridLayout = 'justified' | 'square' | 'list';

/**
 * Iterations of all sessions, or of one, as tiles in justified rows that keep their order. It scrolls in itself and draws
 * only what is near the viewport; a live insert never moves what is looked at. Finds its data by its own `store` or
 * `adapter`, else from the nearest `<imaginations-provider>`. Give it a height, or let it take its parent's.
 *
 * @element iteration-grid
 * @csspart root - Everything.
 * @csspart bar - The bar with the filter.
 * @csspart filter - The choice of a medium.
 * @csspart scroller - What scrolls.
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
export class IterationGrid extends CollectionElement {
  /**
   * `justified`: rows of one height, pictures in their own shapes; `square`: squares of one size, filled; `list`: one below the
   * other, with what is known of each. Anything else counts as `justified`.
   */
  @property() layout: GridLayout | undefined = 'justified';

  protected override get otherLayout(): unknown {
    return this.layout !== 'justified' && this.layout;
  }

  protected override get headingHeight(): number {
    return 0;
  }

  protected override sectionKeys(): undefined {
    return undefined;
  }

  protected override label(localizer: Localizer): string {
    return localizer.t('grid.label');
  }

  protected override sectionName(): string {
    return '';
  }

  protected override renderHeading(): typeof nothing {
    return nothing;
  }
}
