import { tiePanes } from '../zoom/tie-panes.js';
import type { ZoomPane } from '../zoom/zoom-pane.js';
import type { ShortcutId } from '../../shortcuts/registry.js';

/** One press of a key. */
const STEP = 1.5;

/** The pictures that are compared, all looked at alike. */
export class TiedZoom {
  #panes: readonly ZoomPane[] = [];
  #untie: (() => void) | undefined;

  /** After each drawing: a picture that is new shows the part that the others do. */
  follow(panes: readonly ZoomPane[]): void {
    if (panes.length === this.#panes.length && panes.every((pane, at) => pane === this.#panes[at])) return;
    this.#untie?.();
    const before = this.#panes.find((pane) => panes.includes(pane));
    for (const pane of panes) if (before && !this.#panes.includes(pane)) pane.set(before.aim);
    this.#panes = panes;
    this.#untie = tiePanes(panes);
  }

  /** Lets the others show what one does, where that came there without them. */
  readonly align = (to: ZoomPane): void => {
    for (const pane of this.#panes) if (pane !== to) pane.set(to.aim);
  };

  /** Does what a key asks for; answers whether it was for this. */
  take(id: ShortcutId, pane = this.#panes[0]): boolean {
    if (!pane) return false;
    if (id === 'zoomIn') pane.zoomBy(STEP);
    else if (id === 'zoomOut') pane.zoomBy(1 / STEP);
    else if (id === 'zoomFill') pane.zoomTo(pane.scaleOf('fill'));
    else if (id === 'zoomToggle') pane.zoomTo(pane.aim.scale === 1 ? pane.scaleOf('actual') : 1);
    else return false;
    return true;
  }
}
