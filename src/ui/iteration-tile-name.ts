import type { Localizer } from '../i18n/localizer.js';
import { clipText } from '../internal/clip-text.js';
import { KINDS, type Iteration } from '../model/index.js';
import { marksText } from './iteration-marks.js';

/** Longest name of a tile, in UTF-16 units. */
const MAX_NAME = 120;

/** The name of a medium; a kind this version does not know is a file. */
export const kindName = (localizer: Localizer, kind: string): string =>
  localizer.t(`kind.${KINDS.find((known) => known === kind) ?? 'file'}`);

/** How far an iteration has come, in words; nothing for one that is done. */
export function stateText(localizer: Localizer, { status, progress }: Iteration): string | undefined {
  switch (status) {
    case 'succeeded':
      return undefined;
    case 'failed':
    case 'canceled':
    case 'canceling':
      return localizer.t(`tile.${status}`);
    case 'queued':
      return progress?.queuePosition === undefined
        ? localizer.t('tile.queued')
        : localizer.t('tile.queuedAt', { count: progress.queuePosition });
    default:
      return progress?.value === undefined
        ? localizer.t('tile.starting')
        : localizer.t('tile.running', { percent: localizer.percent(progress.value) });
  }
}

/**
 * What a tile is called: its medium, its prompt as far as it fits, its state and what was said of it; at most 120 characters.
 * @param prompt the session's, where the iteration has none of its own.
 */
export function tileName(localizer: Localizer, iteration: Iteration, prompt?: string): string {
  const kind = kindName(localizer, iteration.kind);
  const text = iteration.prompt ?? prompt ?? '';
  const state = stateText(localizer, iteration);
  const end = [state, marksText(localizer, iteration)].map((part) => (part ? `, ${part}` : '')).join('');
  const named = (clipped: string): string => localizer.t('tile.name', { kind, prompt: clipped });
  const clipped = clipText(text, MAX_NAME - named('').length - end.length - 2);
  if (clipped !== '') return `${named(clipped)}${end}`;
  return `${localizer.t('tile.nameless', { kind, date: localizer.dateTime(iteration.createdAt) })}${end}`;
}
