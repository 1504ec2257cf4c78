import type { Message } from './message.js';
import { appTexts } from './texts/app.js';
import { collectionTexts } from './texts/collection.js';
import { composerTexts } from './texts/composer.js';
import { lightboxTexts } from './texts/lightbox.js';
import { sessionsTexts } from './texts/sessions.js';
import { sharedTexts } from './texts/shared.js';

/** All texts in English, e.g. to translate from. The elements bring their own part, so that a page loads what it shows. */
export const en = {
  ...appTexts,
  ...collectionTexts,
  ...composerTexts,
  ...lightboxTexts,
  ...sessionsTexts,
  ...sharedTexts,
} as const satisfies Readonly<Record<string, Message>>;

/** The name of a text. */
export type MessageKey = keyof typeof en;

/** Every text of the interface in one language. */
export type Messages = Readonly<Record<MessageKey, Message>>;
