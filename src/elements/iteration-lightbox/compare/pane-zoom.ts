import { wantsNoMotion } from '../../../internal/wants-no-motion.js';
import type { MediaSource } from '../../../model/index.js';
import type { PictureChoice } from '../stage/picture-choice.js';
import { pictureRoom } from '../zoom/picture-room.js';
import { ZoomGestures } from '../zoom/zoom-gestures.js';
import { ZoomPane } from '../zoom/zoom-pane.js';

const POINTER = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;

/** Looking closer at one of several pictures. */
export class PaneZoom {
  readonly #pictures: PictureChoice;
  readonly #jumped: (pane: ZoomPane) => void;
  readonly #observer = new ResizeObserver(() => this.#refresh());
  #stage: HTMLElement | undefined;
  #media: MediaSource | undefined;
  #pane: ZoomPane | undefined;
  #gestures: ZoomGestures | undefined;

  constructor(pictures: PictureChoice, jumped: (pane: ZoomPane) => void) {
    this.#pictures = pictures;
    this.#jumped = jumped;
  }

  /** Nothing where no picture is shown. */
  get pane(): ZoomPane | undefined {
    return this.#pane;
  }

  /**
   * After each drawing.
   * @param takesHands whether hands on the stage are for this picture.
   */
  follow(
    stage: HTMLElement | undefined,
    box: HTMLElement | undefined,
    media: MediaSource | undefined,
    takesHands: boolean,
  ): void {
    this.#media = media;
    const isSame = stage === this.#stage && box === this.#pane?.target && takesHands === (this.#gestures !== undefined);
    if (isSame) return;
    this.release();
    if (!stage || !box) return;
    this.#stage = stage;
    const pane = new ZoomPane({
      target: box,
      measure: () => pictureRoom(stage, box, this.#media),
      isCalm: wantsNoMotion,
    });
    this.#pane = pane;
    pane.watch(() => {
      stage.classList.toggle('enlarged', pane.isEnlarged);
      this.#sharpen(pane);
    });
    this.#observer.observe(stage);
    this.#observer.observe(box);
    box.addEventListener('load', this.#handleLoad, true);
    if (!takesHands) return;
    this.#gestures = new ZoomGestures(stage, () => this.#pane);
    for (const type of POINTER) stage.addEventListener(type, this.#handlePointer);
  }

  release(): void {
    const stage = this.#stage;
    this.#observer.disconnect();
    this.#gestures?.release();
    for (const type of POINTER) stage?.removeEventListener(type, this.#handlePointer);
    stage?.classList.remove('enlarged', 'held');
    this.#pane?.target.removeEventListener('load', this.#handleLoad, true);
    this.#pane?.release();
    this.#stage = this.#pane = this.#gestures = undefined;
  }

  /** Asks for more where the picture is seen larger than it is. */
  #sharpen({ room, aim }: ZoomPane): void {
    if (!room || !this.#media) return;
    const shown = this.#pictures.full(this.#media)?.width ?? Infinity;
    if (room.fitted.width * aim.scale * devicePixelRatio > shown * 1.05) this.#pictures.wantFinest();
  }

  #refresh(): void {
    const pane = this.#pane;
    if (!pane) return;
    const wasMoving = pane.isMoving;
    pane.refresh();
    // It has jumped to where it was going, and those that follow it have not been told.
    if (wasMoving) this.#jumped(pane);
    this.#sharpen(pane);
  }

  readonly #handleLoad = (): void => this.#refresh();

  readonly #handlePointer = (event: PointerEvent): void => {
    const [at] = event.composedPath();
    const gestures = this.#gestures;
    if (!gestures || (at instanceof Element && at.closest('button, [role=slider]'))) return;
    if (event.type === 'pointerdown') gestures.down(event);
    else if (event.type === 'pointermove') gestures.move(event);
    else if (event.type === 'pointerup') gestures.up(event);
    else gestures.cancel();
    this.#stage?.classList.toggle('held', gestures.isHeld);
  };
}
