import type { Message } from './message.js';
import { allArchivedTexts } from './texts/all-archived.js';
import { appTexts } from './texts/app.js';
import { copiedTexts } from './texts/copied.js';
import { collectionTexts } from './texts/collection.js';
import { compareTexts } from './texts/compare.js';
import { composerTexts } from './texts/composer.js';
import { judgingFieldTexts } from './texts/judging-fields.js';
import { judgingTexts } from './texts/judging.js';
import { downloadTexts } from './texts/download.js';
import { handingOnTexts } from './texts/handing-on.js';
import { lightboxAxesTexts } from './texts/lightbox-axes.js';
import { lightboxPanelTexts } from './texts/lightbox-panel.js';
import { lightboxTexts } from './texts/lightbox.js';
import { outcomeTexts } from './texts/outcome.js';
import { playerControlTexts } from './texts/player-controls.js';
import { sessionPageTexts } from './texts/session-page.js';
import { sessionSelectionTexts } from './texts/session-selection.js';
import { sessionToastTexts } from './texts/session-toasts.js';
import { sessionsTexts } from './texts/sessions.js';
import { sharedTexts } from './texts/shared.js';
import { shortcutTexts } from './texts/shortcuts.js';
import { slideshowTexts } from './texts/slideshow.js';
import { verbTexts } from './texts/verbs.js';
import { zoomTexts } from './texts/zoom.js';

/** All texts in English, e.g. to translate from. The elements bring their own part, so that a page loads what it shows. */
export const en = {
  ...allArchivedTexts,
  ...appTexts,
  ...copiedTexts,
  ...collectionTexts,
  ...compareTexts,
  ...composerTexts,
  ...judgingFieldTexts,
  ...judgingTexts,
  ...downloadTexts,
  ...handingOnTexts,
  ...lightboxAxesTexts,
  ...lightboxPanelTexts,
  ...lightboxTexts,
  ...outcomeTexts,
  ...playerControlTexts,
  ...sessionPageTexts,
  ...sessionSelectionTexts,
  ...sessionToastTexts,
  ...sessionsTexts,
  ...sharedTexts,
  ...shortcutTexts,
  ...slideshowTexts,
  ...verbTexts,
  ...zoomTexts,
} as const satisfies Readonly<Record<string, Message>>;

/** The name of a text. */
export type MessageKey = keyof typeof en;

/** Every text of the interface in one language. */
export type Messages = Readonly<Record<MessageKey, Message>>;
