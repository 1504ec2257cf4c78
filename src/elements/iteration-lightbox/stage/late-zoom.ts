import type { LitElement } from 'lit';
import { LatePart } from '../../../controllers/late-part.js';
import { whenIdle } from '../../../internal/when-idle.js';
import type { MediaSource } from '../../../model/index.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { LightboxView } from '../sequence.js';
import type { StageZoom, StageZoomContext } from '../zoom/stage-zoom.js';
import type { StageHand } from './stage-pointer.js';

const KEYS: ReadonlySet<ShortcutId> = new Set(['zoomIn', 'zoomOut', 'zoomToggle', 'zoomFill']);

const pictureOf = ({ row }: LightboxView): MediaSource | undefined =>
  row?.kind === 'image' && row.status === 'succeeded' ? row.media : undefined;

/** Zooming, whose code comes when a picture is shown and the page is idle, or somebody wants it before. */
export class LateZoom {
  readonly #host: LitElement;
  readonly #part: LatePart<StageZoom>;
  #media: MediaSource | undefined;
  #isAsked = false;
  #isFirst = false;

  constructor(host: LitElement, context: StageZoomContext) {
    this.#host = host;
    this.#part = new LatePart(host, async () => {
      const { StageZoom: Zoom } = await import('../zoom/stage-zoom.js');
      return new Zoom(host, context);
    });
  }

  /** What takes pinches, and the finger on what is enlarged. */
  readonly hand = (begins = false): StageHand | undefined => {
    if (begins && this.#media) void this.#part.need();
    return this.#part.now;
  };

  /**
   * After each drawing.
   * @param isFirst whether only the picture is there: its control comes with the rest.
   */
  follow(view: LightboxView | undefined, isFirst: boolean): void {
    this.#media = view && pictureOf(view);
    this.#isFirst = isFirst;
    if (isFirst) return;
    this.#part.now?.follow(this.#media);
    if (!this.#media || this.#isAsked) return;
    this.#isAsked = true;
    whenIdle(() => {
      if (this.#host.isConnected && this.#media) void this.#part.need();
      else this.#isAsked = false;
    });
  }

  /** Does what a key stands for; answers whether it was for this. */
  take(id: ShortcutId): boolean {
    if (!KEYS.has(id) || !this.#media) return false;
    const { now } = this.#part;
    if (now && !this.#isFirst) now.take(id);
    else void this.#part.drawn().then((zoom) => zoom?.take(id));
    return true;
  }
}
