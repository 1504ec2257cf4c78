import { nothing } from 'lit';
import type { Localizer } from '../../i18n/index.js';
import { CollectionElement } from '../collection/collection-element.js';

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
export class IterationGrid extends CollectionElement {
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
