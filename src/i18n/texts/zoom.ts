import type { Message } from '../message.js';

/** Looking closer at a picture. */
export const zoomTexts = {
  'zoom.label': 'Zoom',
  'zoom.fit': 'Fit',
  'zoom.fill': 'Fill',
  'zoom.actual': 'Actual size',
  'zoom.fitted': 'Fitted, {percent}',
} as const satisfies Readonly<Record<string, Message>>;
