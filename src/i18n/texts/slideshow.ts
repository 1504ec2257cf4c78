import type { Message } from '../message.js';

/** Texts of the slideshow. */
export const slideshowTexts = {
  'slideshow.forward': 'Play in order',
  'slideshow.shuffled': 'Play shuffled',
  'slideshow.interval': { one: 'Every {count} second', other: 'Every {count} seconds' },
  'slideshow.started': 'Slideshow. Any key or press ends it.',
  'slideshow.ended': 'Slideshow ended',
} as const satisfies Readonly<Record<string, Message>>;
