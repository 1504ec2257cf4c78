import type { Message } from '../message.js';

/** What is said when something was copied, or could not be. */
export const copiedTexts = {
  'toast.copiedPrompt': 'Prompt copied',
  'toast.copyFailed': 'The browser did not allow copying.',
} as const satisfies Readonly<Record<string, Message>>;
