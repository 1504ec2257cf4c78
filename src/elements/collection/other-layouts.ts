import type { LitElement } from 'lit';
import { lineBoxes, squareBoxes } from '../../layouts/geometry/equal-boxes.js';
import { adoptStyles } from '../../ui/adopt-styles.js';
import { iterationLineStyles, LINE_PICTURE } from '../../ui/iteration-line.styles.js';
import { addEnglish } from '../../i18n/registry.js';
import { dimensionsTexts } from '../../i18n/texts/dimensions.js';
import type { Layout, Layouts } from './layout.js';
import { tileClass } from './tile-class.js';
import { iterationLineParts } from '../../ui/iteration-line-parts.js';

/** Height of a line in px: two lines of a prompt and one below, or a button for a finger. */
const LINE_HEIGHT = 72;
/** The same in sizes of its text, where that is larger than usual. */
const LINE_EM = 4.5;

/** The layouts that are no justified rows, for an element. */
export function otherLayouts(host: LitElement): Layouts {
  addEnglish(dimensionsTexts);
  adoptStyles(host, iterationLineStyles);
  const layouts: readonly Layout[] = [
    {
      name: 'square',
      rows: squareBoxes,
      tileClass,
      picture: (box) => box,
    },
    {
      name: 'list',
      rows: (count, metrics) => {
        const text = parseFloat(getComputedStyle(host).fontSize) || 0;
        return lineBoxes(count, Math.max(LINE_HEIGHT, Math.round(LINE_EM * text)), metrics);
      },
      tileClass: () => 'tile line',
      picture: () => ({ width: LINE_PICTURE, height: LINE_PICTURE }),
      parts: iterationLineParts,
    },
  ];
  return new Map(layouts.map((layout) => [layout.name, layout]));
}
