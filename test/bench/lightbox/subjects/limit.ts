import type { Mount } from '../subject.js';

/** A dialog and three slides that take turns; what follows is loaded ahead. */
export const mount: Mount = (slides) => {
  const dialog = document.createElement('dialog');
  dialog.style.cssText =
    'border: 0; padding: 0; margin: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none; background: #000; overflow: hidden';
  const panes = [0, 1, 2].map(() => {
    const pane = document.createElement('div');
    pane.style.cssText = 'position: absolute; inset: 0; transition: transform 0.25s';
    const image = new Image();
    image.style.cssText = 'inline-size: 100%; block-size: 100%; object-fit: contain';
    pane.append(image);
    dialog.append(pane);
    return { pane, image, shows: -1 };
  });
  document.body.append(dialog);
  let at = 0;
  const around = (index: number, n: number): number => ((index % n) + n) % n;
  const lay = (from = 0): void => {
    for (const by of [-1, 0, 1]) {
      const slot = panes[around(at + by, panes.length)]!;
      slot.pane.style.transform = `translateX(${by * 100}%)`;
      // It passes behind from one side to the other.
      slot.pane.style.visibility = by !== 0 && by === from ? 'hidden' : 'visible';
      const index = around(at + by, slides.length);
      if (slot.shows === index) continue;
      slot.shows = index;
      slot.image.src = slides[index]!.src;
    }
  };
  dialog.addEventListener('keydown', ({ key }) => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    at += by;
    if (by !== 0) lay(by);
  });
  return {
    open: (index) => {
      at = index;
      lay();
      dialog.showModal();
    },
    close: () => dialog.close(),
  };
};
