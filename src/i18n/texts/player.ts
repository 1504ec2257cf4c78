import type { Message } from '../message.js';

/** Texts of what plays, on tiles and in the lightbox. */
export const playerTexts = {
  'player.play': 'Play',
  'player.pause': 'Pause',
  'player.cannotPlay': 'Cannot be played here',
  'player.cannotLoad': 'Could not be loaded',
} as const satisfies Readonly<Record<string, Message>>;
