import type { Localizer } from '../../i18n/index.js';
import { clipText } from '../../internal/clip-text.js';
import { KINDS, promptOf, type Iteration, type Kind, type Session } from '../../model/index.js';

/** Longest prompt a name repeats, in characters. */
const NAME_LENGTH = 120;

const isKnown = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind);

/** Name of a medium; "File" for one the kit does not know. */
export const kindText = (localizer: Localizer, kind: string): string =>
  localizer.t(isKnown(kind) ? `kind.${kind}` : 'kind.file');

/** What an iteration is called: medium and brief. */
export function nameOf(localizer: Localizer, row: Iteration, session: Session | undefined): string {
  const kind = kindText(localizer, row.kind);
  const prompt = clipText(promptOf(row, session), NAME_LENGTH);
  return prompt === ''
    ? localizer.t('tile.nameless', { kind, date: localizer.dateTime(row.createdAt) })
    : localizer.t('tile.name', { kind, prompt });
}
