import { addEnglish } from '../../../i18n/registry.js';
import { compareTexts } from '../../../i18n/texts/compare.js';
import { judgingTexts } from '../../../i18n/texts/judging.js';
import { playerControlTexts } from '../../../i18n/texts/player-controls.js';
import { tileTexts } from '../../../i18n/texts/tile.js';
import { adoptStyles } from '../../../ui/adopt-styles.js';
import { waveformStyles } from '../../../ui/waveform.js';
import { playerStyles } from '../player/player.styles.js';
import type { CompareContext, Compared, CompareHost } from './compare-context.js';
import { Compare } from './compare.js';
import { compareStyles } from './compare.styles.js';
import { differencesStyles } from './differences.styles.js';
import { pictureStyles } from './pictures.styles.js';

/** Comparing in a lightbox, with its texts and styles. */
export function compareOf(host: CompareHost, context: CompareContext, late: Compared): Compare {
  for (const texts of [compareTexts, judgingTexts, playerControlTexts, tileTexts]) addEnglish(texts);
  adoptStyles(host, waveformStyles, playerStyles, compareStyles, pictureStyles, differencesStyles);
  return new Compare(host, context, late);
}
