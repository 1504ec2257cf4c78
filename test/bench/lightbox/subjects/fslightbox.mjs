import 'fslightbox';

/** @type {import('../subject.js').Mount} */
export const mount = (slides) => {
  const gallery = new globalThis.FsLightbox();
  gallery.props.sources = slides.map(({ src }) => src);
  gallery.props.types = slides.map(() => 'image');
  return { open: (index) => gallery.open(index), close: () => gallery.close() };
};
