import type { Message } from '../message.js';

/** What became of copying and sharing. */
export const handingOnTexts = {
  'handOn.notRead': 'The file could not be read for that. Download it instead.',
  'handOn.ready': 'Ready to share. The browser wants one more press.',
  'handOn.shareRefused': 'The browser did not allow sharing. Try again, or download it.',
} as const satisfies Readonly<Record<string, Message>>;
