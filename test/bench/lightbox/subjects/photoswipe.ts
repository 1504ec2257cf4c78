import PhotoSwipe from 'photoswipe';
import type { Mount } from '../subject.js';

export const mount: Mount = (slides) => {
  let open: PhotoSwipe | undefined;
  const dataSource = slides.map(({ src, thumb, width, height }) => ({ src, msrc: thumb, width, height }));
  return {
    open: (index) => {
      // Its quickest way: growing out of the thumbnail, it shows the picture itself a second later.
      open = new PhotoSwipe({ dataSource, index, showHideAnimationType: 'none' });
      open.init();
    },
    close: () => open?.close(),
  };
};
