import lightGallery from 'lightgallery';
import type { Mount } from '../subject.js';

export const mount: Mount = (slides) => {
  const box = document.createElement('div');
  document.body.append(box);
  const gallery = lightGallery(box, {
    dynamic: true,
    dynamicEl: slides.map(({ src, thumb }) => ({ src, thumb })),
    // What its manual names for trying it.
    licenseKey: '0000-0000-000-0000',
    speed: 250,
    download: false,
  });
  return { open: (index) => gallery.openGallery(index), close: () => void gallery.closeGallery(true) };
};
