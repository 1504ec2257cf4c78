import { appTexts } from '../../i18n/texts/app.js';
import { collectionTexts } from '../../i18n/texts/collection.js';
import { judgingTexts } from '../../i18n/texts/judging.js';
import { copiedTexts } from '../../i18n/texts/copied.js';
import { lightboxTexts } from '../../i18n/texts/lightbox.js';
import { outcomeTexts } from '../../i18n/texts/outcome.js';
import { sessionPageTexts } from '../../i18n/texts/session-page.js';
import { sessionsTexts } from '../../i18n/texts/sessions.js';
import { sharedTexts } from '../../i18n/texts/shared.js';
import { shortcutTexts } from '../../i18n/texts/shortcuts.js';
import { verbTexts } from '../../i18n/texts/verbs.js';

/** The texts the lightbox shows: its own, and those it has in common with other elements. */
export const texts = [
  appTexts,
  collectionTexts,
  judgingTexts,
  copiedTexts,
  lightboxTexts,
  outcomeTexts,
  sessionPageTexts,
  sessionsTexts,
  sharedTexts,
  shortcutTexts,
  verbTexts,
] as const;
