import type { Message } from '../message.js';

/** How large a picture is. */
export const dimensionsTexts = {
  'lightbox.dimensions': '{width} × {height}',
} as const satisfies Readonly<Record<string, Message>>;
