import type { Id } from '../../model/index.js';

/** What travels between tile and dialog. */
const MOVED = '.frame > *';

/** What a box that is laid out at `at` needs to be seen at `to`: as large as covers it, the rest cut away. */
function seenAt(at: DOMRect, to: DOMRect): Keyframe {
  const scale = Math.max(to.width / at.width, to.height / at.height);
  const [cutX, cutY] = [(at.width - to.width / scale) / 2, (at.height - to.height / scale) / 2];
  const [x, y] = [to.left - at.left - cutX * scale, to.top - at.top - cutY * scale];
  return {
    transform: `translate(${x}px, ${y}px) scale(${scale})`,
    clipPath: `inset(${Math.max(0, cutY)}px ${Math.max(0, cutX)}px)`,
  };
}

const AT_HOME: Keyframe = { transform: 'none', clipPath: 'inset(0)' };

const isSeen = ({ width, height, top, bottom, left, right }: DOMRect, { innerWidth, innerHeight }: Window): boolean =>
  width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;

/**
 * Opens from the bounds of the tile and closes to those of the tile that shows the same then, from wherever the picture is at
 * that moment. Without a tile in sight the dialog fades.
 */
export class TileTransition {
  #animation: Animation | undefined;
  /** Where tiles are looked for. */
  #from: WeakRef<ParentNode> | undefined;

  /** Before the dialog opens: whether there is a tile to open from. */
  prepare(dialog: HTMLDialogElement, opener: HTMLElement | undefined, id: Id): (() => void) | undefined {
    const root = opener?.getRootNode();
    const tiles = root instanceof ShadowRoot || root instanceof Document ? root : undefined;
    this.#from = tiles && new WeakRef(tiles);
    // One that is on its way back turns round.
    const from = this.#animation ? this.#moved(dialog)?.getBoundingClientRect() : this.#tileOf(id);
    dialog.classList.toggle('from-tile', from !== undefined);
    return from && (() => this.#play(dialog, (home) => [seenAt(home, from), AT_HOME]));
  }

  /** Before the dialog closes. */
  leave(dialog: HTMLDialogElement, id: Id | null | undefined): void {
    const to = id ? this.#tileOf(id) : undefined;
    dialog.classList.toggle('from-tile', to !== undefined);
    if (!to) {
      this.end(dialog);
      return;
    }
    const from = this.#moved(dialog)?.getBoundingClientRect();
    if (from) this.#play(dialog, (home) => [seenAt(home, from), seenAt(home, to)]);
  }

  /** The picture is where it is laid out. */
  end(dialog: HTMLDialogElement): void {
    this.#animation?.cancel();
    this.#animation = undefined;
    dialog.classList.remove('moves');
  }

  #moved(dialog: HTMLDialogElement): HTMLElement | undefined {
    return dialog.querySelector<HTMLElement>(MOVED) ?? undefined;
  }

  #play(dialog: HTMLDialogElement, keyframes: (home: DOMRect) => Keyframe[]): void {
    this.end(dialog);
    const moved = this.#moved(dialog);
    const home = moved?.getBoundingClientRect();
    // In s; nothing where motion is not wanted.
    const duration = Number.parseFloat(getComputedStyle(dialog).transitionDuration) * 1000;
    if (!moved || !home || !(home.width > 0 && home.height > 0 && duration > 0)) return;
    const animation = moved.animate(
      keyframes(home).map((one) => ({ transformOrigin: '0 0', ...one })),
      { duration, easing: 'cubic-bezier(0.2, 0, 0, 1)', fill: 'forwards' },
    );
    this.#animation = animation;
    dialog.classList.add('moves');
    animation.addEventListener('finish', () => {
      // One that closes is held where it ends, until the dialog is not seen any more.
      if (this.#animation === animation && dialog.open) this.end(dialog);
    });
  }

  #tileOf(id: Id): DOMRect | undefined {
    const tiles = this.#from?.deref()?.querySelectorAll<HTMLElement>('.tile[data-id]') ?? [];
    const tile = Array.from(tiles).find((one) => one.dataset['id'] === id);
    const rect = tile?.isConnected ? tile.getBoundingClientRect() : undefined;
    return rect && isSeen(rect, window) ? rect : undefined;
  }
}
