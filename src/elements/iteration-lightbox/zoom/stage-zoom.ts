import { nothing, render, type LitElement } from 'lit';
import type { Localizer } from '../../../i18n/index.js';
import { addEnglish } from '../../../i18n/registry.js';
import { zoomTexts } from '../../../i18n/texts/zoom.js';
import { wantsNoMotion } from '../../../internal/wants-no-motion.js';
import type { MediaSource } from '../../../model/index.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import type { MenuItem } from '../../../ui/menu.js';
import { keyHint } from '../../shortcuts/key-names.js';
import type { ShortcutId } from '../../shortcuts/registry.js';
import type { ShortcutKeys } from '../../shortcuts/shortcut-keys.js';
import type { MediaState } from '../stage/media-state.js';
import type { StageHand } from '../stage/stage-pointer.js';
import { panOnKey } from './pan-keys.js';
import { pictureRoom } from './picture-room.js';
import { zoomControl, zoomStyles } from './zoom-control.js';
import { isEnlarged } from './zoom-geometry.js';
import { ZoomGestures } from './zoom-gestures.js';
import { ZoomPane } from './zoom-pane.js';

/** What zooming needs of its lightbox. */
export interface StageZoomContext {
  readonly localizer: () => Localizer;
  readonly keys: ShortcutKeys;
  readonly media: MediaState;
  readonly openMenu: (button: HTMLElement, label: string, items: readonly MenuItem[]) => void;
}

/** One press of a key or a button. */
const STEP = 1.5;
/** How long the control stays after the pointer has moved. */
const SEEN_MS = 2500;
/** What changes faster than that is said when it no longer does. */
const SAY_MS = 400;
/** Stops in the menu, in px of the device for one of the medium. */
const STOPS = [1, 2, 4];

/** What is enlarged has more than 100 %. */
const percentText = (localizer: Localizer, share: number): string =>
  localizer.format('zoom', () => new Intl.NumberFormat(localizer.locale, { style: 'percent' })).format(share);

/** Looking closer at the picture on the stage: by hand, by keys, by its control. Begins anew with each picture. */
export class StageZoom implements StageHand {
  readonly #host: LitElement;
  readonly #context: StageZoomContext;
  readonly #observer = new ResizeObserver(() => this.#refresh());
  #stage: HTMLElement | undefined;
  #gestures: ZoomGestures | undefined;
  #media: MediaSource | undefined;
  #pane: ZoomPane | undefined;
  #said = '';
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #seenTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, context: StageZoomContext) {
    addEnglish(zoomTexts);
    adoptStyles(host, zoomStyles);
    this.#host = host;
    this.#context = context;
    host.renderRoot.querySelector('dialog.shell')?.addEventListener('keydown', this.#handleKeydown);
  }

  /** The picture's pane; nothing where no picture is shown. */
  get pane(): ZoomPane | undefined {
    return this.#pane;
  }

  /** After each drawing of the lightbox. @param media of the shown picture. */
  follow(media: MediaSource | undefined): void {
    this.#media = media;
    this.#followStage(this.#host.renderRoot.querySelector<HTMLElement>('.stage') ?? undefined);
    const box = media && this.#stage?.querySelector<HTMLElement>('.box.picture');
    if (box !== this.#pane?.target) this.#attach(box ?? undefined);
    this.#draw();
  }

  down(event: PointerEvent): boolean {
    return this.#hold(this.#gestures?.down(event));
  }

  move(event: PointerEvent): boolean {
    return this.#gestures?.move(event) ?? false;
  }

  up(event: PointerEvent): boolean {
    return this.#hold(this.#gestures?.up(event));
  }

  cancel(): void {
    this.#gestures?.cancel();
    this.#hold(false);
  }

  /** Does what a key or a button asks for; answers whether it was for this. */
  take(id: ShortcutId): boolean {
    const pane = this.#pane;
    if (!pane) return false;
    if (id === 'zoomIn') pane.zoomBy(STEP);
    else if (id === 'zoomOut') pane.zoomBy(1 / STEP);
    else if (id === 'zoomFill') pane.zoomTo(pane.scaleOf('fill'));
    else if (id === 'zoomToggle') pane.zoomTo(pane.aim.scale === 1 ? pane.scaleOf('actual') : 1);
    else return false;
    this.#stir();
    return true;
  }

  #hold(isTaken = false): boolean {
    this.#stage?.classList.toggle('held', this.#gestures?.isHeld ?? false);
    return isTaken;
  }

  #followStage(stage: HTMLElement | undefined): void {
    if (stage === this.#stage) return;
    this.#gestures?.release();
    this.#stage?.removeEventListener('pointermove', this.#stir);
    this.#stage?.removeEventListener('pointerdown', this.#stir);
    this.#attach(undefined);
    this.#stage = stage;
    this.#gestures = stage && new ZoomGestures(stage, () => this.#pane);
    stage?.addEventListener('pointermove', this.#stir);
    stage?.addEventListener('pointerdown', this.#stir);
  }

  #attach(box: HTMLElement | undefined): void {
    this.#gestures?.cancel();
    this.#pane?.target.removeEventListener('load', this.#handleLoad, true);
    this.#pane?.release();
    this.#pane = undefined;
    this.#observer.disconnect();
    clearTimeout(this.#sayTimer);
    clearTimeout(this.#seenTimer);
    this.#said = '';
    const stage = this.#stage;
    stage?.classList.toggle('zoomable', box !== undefined);
    stage?.classList.remove('enlarged', 'held');
    if (!stage || !box) return;
    const pane = new ZoomPane({
      target: box,
      measure: () => pictureRoom(stage, box, this.#media),
      isCalm: wantsNoMotion,
    });
    this.#pane = pane;
    pane.watch(() => this.#changed(pane));
    this.#observer.observe(stage);
    this.#observer.observe(box);
    box.addEventListener('load', this.#handleLoad, true);
  }

  #changed(pane: ZoomPane): void {
    this.#stage?.classList.toggle('enlarged', pane.isEnlarged);
    this.#sharpen(pane);
    this.#draw();
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => {
      const percent = this.#percent(pane);
      this.#said = pane.aim.scale === 1 ? this.#context.localizer().t('zoom.fitted', { percent }) : percent;
      this.#draw();
    }, SAY_MS);
  }

  /** Asks for more where the picture is seen larger than it is. */
  #sharpen({ room, aim }: ZoomPane): void {
    if (!room || !this.#media) return;
    const shown = this.#context.media.pictures.full(this.#media)?.width ?? Infinity;
    if (room.fitted.width * aim.scale * devicePixelRatio > shown * 1.05) this.#context.media.pictures.wantFinest();
  }

  #refresh(): void {
    const pane = this.#pane;
    if (!pane) return;
    pane.refresh();
    this.#sharpen(pane);
    this.#draw();
  }

  #percent({ aim, room }: ZoomPane): string {
    return percentText(this.#context.localizer(), room ? aim.scale / room.actual : 1);
  }

  #draw(): void {
    const place = this.#stage?.querySelector<HTMLElement>('.zoom');
    if (!place) return;
    const pane = this.#pane;
    const { keys } = this.#context;
    const localizer = this.#context.localizer();
    const least = Math.min(1, pane?.aim.scale ?? 1);
    const control = pane?.room
      ? zoomControl({
          localizer,
          keys,
          percent: this.#percent(pane),
          isFitted: pane.aim.scale === 1,
          canGrow: pane.aim.scale < pane.room.most,
          canShrink: pane.aim.scale > least,
          said: this.#said,
          take: (id) => this.take(id),
          openMenu: (button) => this.#openMenu(button, pane, localizer),
        })
      : nothing;
    render(control, place, { host: this.#host });
  }

  #openMenu(button: HTMLElement, pane: ZoomPane, localizer: Localizer): void {
    const hintOf = (id: ShortcutId): string | undefined => keyHint(localizer, this.#context.keys, id);
    const actual = pane.scaleOf('actual');
    const stops = STOPS.filter((stop) => stop * actual <= (pane.room?.most ?? 0)).map((stop) => ({
      id: `zoom${stop}`,
      label: percentText(localizer, stop),
      run: () => pane.zoomTo(stop * actual),
    }));
    this.#context.openMenu(button, localizer.t('zoom.label'), [
      { id: 'fit', label: localizer.t('zoom.fit'), hint: hintOf('zoomToggle'), run: () => pane.zoomTo(1) },
      {
        id: 'fill',
        label: localizer.t('zoom.fill'),
        hint: hintOf('zoomFill'),
        run: () => pane.zoomTo(pane.scaleOf('fill')),
      },
      ...stops,
    ]);
  }

  /** A picture whose size nobody knew before it came. */
  readonly #handleLoad = (): void => {
    const { width, height } = this.#media ?? {};
    if (!width || !height) this.#refresh();
  };

  /** Shows the control for a while. */
  readonly #stir = (): void => {
    const place = this.#stage?.querySelector<HTMLElement>('.zoom');
    place?.classList.add('seen');
    clearTimeout(this.#seenTimer);
    this.#seenTimer = setTimeout(() => place?.classList.remove('seen'), SEEN_MS);
  };

  readonly #handleKeydown = (event: Event): void => {
    const pane = this.#pane;
    if (!pane || !isEnlarged(pane.aim) || !(event instanceof KeyboardEvent)) return;
    if (!panOnKey(event, pane)) return;
    this.#stir();
    event.preventDefault();
    event.stopPropagation();
  };
}
