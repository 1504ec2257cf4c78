import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import type { Session } from '../../model/index.js';

/** Longest name, in characters: two lines of a wide card and some to spare. */
const LENGTH = 240;

/** What a session is called: its title, else its prompt, shortened. */
export const sessionName = (session: Session, localizer: Localizer, length = LENGTH): string =>
  clipText(session.title || session.brief.prompt, length) || localizer.t('session.untitled');
