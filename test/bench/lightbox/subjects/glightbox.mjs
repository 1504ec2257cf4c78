import GLightbox from 'glightbox';

/** @type {import('../subject.js').Mount} */
export const mount = (slides) => {
  const gallery = GLightbox({ elements: slides.map(({ src }) => ({ href: src, type: 'image' })), preload: true });
  return { open: (index) => gallery.openAt(index), close: () => gallery.close() };
};
