import type { LitElement, TemplateResult } from 'lit';
import { LatePart } from '../../controllers/late-part.js';
import type { Box } from '../../layouts/geometry/rows.js';
import type { Iteration } from '../../model/index.js';
import { iterationTileParts, previewOf } from '../../ui/iteration-tile-parts.js';
import { phaseOf, type IterationTilePartsOptions } from '../../ui/iteration-tile-pieces.js';
import type { Layout, Layouts } from './layout.js';
import { tileClass } from './tile-class.js';

/** A picture that is wider than this many times its height is not loaded larger for the sake of what shows of it. */
const MOST_CUT = 4;

/** How tiles are laid out: in justified rows, or in another way whose code comes when it is asked for. */
export class LayoutChoice {
  readonly #late: LatePart<Layouts>;
  #current: Layout | undefined;

  constructor(host: LitElement) {
    this.#late = new LatePart(host, async () => (await import('./other-layouts.js')).otherLayouts(host));
  }

  /** Nothing: justified rows. */
  get current(): Layout | undefined {
    return this.#current;
  }

  /** Resolves when what was asked for has come, or failed to. */
  get coming(): Promise<unknown> | undefined {
    return this.#late.coming;
  }

  /** Asks for a layout by its name, where it is another than justified rows; resolves when it has come, or failed to. */
  need(name: unknown): Promise<unknown> | undefined {
    return name ? this.#late.need() : undefined;
  }

  /** Takes a layout; for a name that nobody knows, and for as long as its code is on its way, justified rows. */
  take(name: unknown): Layout | undefined {
    void this.need(name);
    this.#current = this.#late.now?.get(name);
    return this.#current;
  }

  tileClass(box: Box, isSelected?: boolean): string {
    return (this.#current?.tileClass ?? tileClass)(box) + (isSelected ? ' selected' : '');
  }

  /** How wide the picture of a tile is drawn, with what of it is cut off. */
  pictureWidth(box: Box, iteration: Iteration): number {
    if (!this.#current) return box.width;
    const { width, height } = this.#current.picture(box);
    const { width: own = 1, height: ownHeight = 1 } = iteration.media ?? {};
    const ratio = own / ownHeight;
    return Math.max(width, ratio > 0 ? Math.min(MOST_CUT, ratio) * height : 0);
  }

  /**
   * What stands on a tile beside its picture.
   * @param now in ms since the epoch.
   */
  parts(options: IterationTilePartsOptions, now: number): TemplateResult {
    const parts = this.#current?.parts;
    if (!parts) return iterationTileParts(options);
    return parts({
      ...options,
      now,
      preview: phaseOf(options.iteration) === 'running' ? previewOf(options) : undefined,
    });
  }

  /** Says it to the styles. */
  mark({ dataset }: HTMLElement): void {
    const { name } = this.#current ?? {};
    if (name === undefined) delete dataset['layout'];
    else dataset['layout'] = name;
  }
}
