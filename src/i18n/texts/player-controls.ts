import type { Message } from '../message.js';

/** Texts of the controls of film and sound. */
export const playerControlTexts = {
  'player.controls': 'Player',
  'player.seek': 'Position',
  'player.position': '{time} of {total}',
  'player.frameBack': 'Previous frame',
  'player.frameOn': 'Next frame',
  'player.frameMeasured': '{ms} ms a frame, measured',
  'player.frameAssumed': '{ms} ms a frame, assumed',
  'player.loop': 'Loop',
  'player.speed': 'Speed',
  'player.mute': 'Mute',
  'player.volume': 'Volume',
  'player.captions': 'Captions',
  'player.fullScreen': 'Full screen',
  'player.pictureInPicture': 'Picture in picture',
} as const satisfies Readonly<Record<string, Message>>;
