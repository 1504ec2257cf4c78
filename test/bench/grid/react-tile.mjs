import { createElement, memo } from 'react';
import { BADGE_TEXT, MORE, PLAY } from './tile.js';

const icon = (shape) =>
  createElement('svg', { viewBox: '0 0 24 24', 'aria-hidden': true }, createElement('path', { d: shape }));

/** The same tile for React. */
export const ReactTile = memo(function ReactTile({ library, row, width, height }) {
  const prompt = library.prompt(row);
  return createElement(
    'div',
    {
      className: 'tile',
      role: 'row',
      tabIndex: -1,
      'data-row': row,
      'aria-label': prompt,
      style: { width, height, flex: 'none', backgroundColor: library.color(row) },
    },
    createElement('img', { alt: '', decoding: 'async', draggable: false, src: library.picture(row) }),
    createElement('p', { className: 'prompt' }, prompt),
    createElement('button', { className: 'menu', type: 'button', tabIndex: -1, 'aria-label': 'Actions' }, icon(MORE)),
    createElement('button', {
      className: 'check',
      type: 'button',
      role: 'checkbox',
      tabIndex: -1,
      'aria-checked': false,
      'aria-label': 'Select',
    }),
    library.kinds[row] === 0 ? null : createElement('span', { className: 'badge' }, icon(PLAY), BADGE_TEXT),
  );
});
