import { LitVirtualizer } from '@lit-labs/virtualizer';
import { grid } from '@lit-labs/virtualizer/layouts/grid.js';
import { html, nothing } from 'lit';
import { uniformSize, type Mount } from '../library.js';
import { BADGE_TEXT, MORE, PLAY, plainTiles } from '../tile.js';

export const mount: Mount = (library, geometry, box) => {
  const { width, height } = uniformSize(geometry);
  const { gap, padding } = geometry;
  const scroller = new LitVirtualizer<number>();
  scroller.scroller = true;
  scroller.style.cssText = 'position: absolute; inset: 0; overflow: hidden scroll';
  scroller.layout = grid({
    itemSize: { width: `${width}px`, height: `${height}px` },
    gap: `${gap}px`,
    padding: `${padding.top}px ${padding.side}px ${padding.bottom}px ${padding.side}px`,
  });
  scroller.renderItem = (row) =>
    html`<div class="tile" role="row" tabindex="-1" data-row=${row} aria-label=${library.prompt(row)}>
      <img
        alt=""
        decoding="async"
        draggable="false"
        src=${library.picture(row)}
        .style=${`background-color: ${library.color(row)}`}
      />
      <p class="prompt">${library.prompt(row)}</p>
      <button class="menu" type="button" tabindex="-1" aria-label="Actions">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${MORE}></path></svg>
      </button>
      <button
        class="check"
        type="button"
        role="checkbox"
        tabindex="-1"
        aria-checked="false"
        aria-label="Select"
      ></button>
      ${
        library.kinds[row] === 0
          ? nothing
          : html`<span class="badge">
              <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${PLAY}></path></svg>${BADGE_TEXT}
            </span>`
      }
    </div>`;
  scroller.items = [...library.numbers];
  box.append(scroller);
  return { scroller, root: scroller, ...plainTiles };
};
