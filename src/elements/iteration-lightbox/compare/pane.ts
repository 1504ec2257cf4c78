import type { Id, Iteration } from '../../../model/index.js';
import type { ImaginationsStore } from '../../../store/index.js';
import { RowLoading } from '../row-loading.js';
import type { LightboxView } from '../sequence.js';
import { MediaState } from '../stage/media-state.js';
import type { ZoomPane } from '../zoom/zoom-pane.js';
import { PaneZoom } from './pane-zoom.js';

/** One of those that are compared. */
export class Pane {
  readonly id: Id;
  /** What it is called as long as it is compared: A, B, ... */
  readonly letter: string;
  readonly media: MediaState;
  readonly loading: RowLoading;
  readonly zoom: PaneZoom;
  #isKnown = false;
  #wasHidden: boolean | undefined;

  constructor(id: Id, letter: string, changed: () => void, jumped: (pane: ZoomPane) => void) {
    this.id = id;
    this.letter = letter;
    this.media = new MediaState(changed);
    this.loading = new RowLoading(changed);
    this.zoom = new PaneZoom(this.media.pictures, jumped);
  }

  view(store: ImaginationsStore): LightboxView {
    const row = store.iteration(this.id);
    return {
      id: this.id,
      row,
      session: row && store.session(row.sessionId),
      generation: row?.generationId === undefined ? undefined : store.generation(row.generationId),
      list: undefined,
      capabilities: store.capabilities,
    };
  }

  /** Whether it is no more, was never there, or has been put away since it is looked at. */
  hasLeft(store: ImaginationsStore): boolean {
    const { row, session } = this.view(store);
    if (!row) return this.#isKnown || this.loading.failure?.code === 'not-found';
    this.#isKnown = true;
    const isHidden = Boolean(row.archivedAt) || Boolean(session?.archivedAt);
    this.#wasHidden ??= isHidden;
    return isHidden && !this.#wasHidden;
  }
}

/** Whether there is a picture of it to lay over another. */
export const isPicture = (row: Iteration | undefined): boolean =>
  row?.kind === 'image' && row.status === 'succeeded' && row.media !== undefined;

/** Whether it has a playhead. */
export const isPlayed = (row: Iteration | undefined): boolean =>
  (row?.kind === 'video' || row?.kind === 'audio') && row.status === 'succeeded' && row.media !== undefined;
