import type { Library } from './library.js';

/** What the public tile shows, with as few elements as it takes: picture, prompt, menu and checkbox (seen on hover), badge. */
export const tileStyles = `
  .tile { position: relative; overflow: hidden; border-radius: 8px; background: #f4f4f5; cursor: pointer; user-select: none;
    contain: strict; font: 14px/1.5 system-ui, sans-serif; }
  .tile::after { content: ''; position: absolute; inset: 0; border-radius: inherit; pointer-events: none;
    box-shadow: inset 0 0 0 1px rgb(0 0 0 / 8%); }
  .tile img { display: block; width: 100%; height: 100%; object-fit: cover; }
  .prompt { position: absolute; inset: auto 0 0; margin: 0; padding: 28px 10px 10px; opacity: 0; pointer-events: none;
    background: linear-gradient(transparent, rgb(0 0 0 / 70%)); color: #fff; font-size: 12px; line-height: 1.4; overflow-wrap: anywhere; }
  .menu { position: absolute; top: 6px; right: 6px; display: grid; place-items: center; width: 30px; height: 30px; padding: 0;
    border: 0; border-radius: 999px; background: rgb(0 0 0 / 62%); color: #fff; opacity: 0; }
  .menu svg, .badge svg { width: 16px; height: 16px; fill: none; stroke: currentcolor; stroke-width: 2; }
  .badge { position: absolute; bottom: 8px; left: 8px; display: flex; align-items: center; gap: 4px; padding: 2px 6px;
    border-radius: 999px; background: rgb(0 0 0 / 62%); color: #fff; font-size: 12px; }
  .check { position: absolute; top: 6px; left: 6px; width: 30px; height: 30px; padding: 0; border: 4px solid transparent;
    border-radius: 999px; background: rgb(0 0 0 / 45%) padding-box; box-shadow: inset 0 0 0 1.5px #fff; opacity: 0; }
  .tile:hover :is(.prompt, .menu, .check) { opacity: 1; }
`;

export const MORE = 'M5 12h.01M12 12h.01M19 12h.01';
export const PLAY = 'M8 5v14l11-7z';
export const BADGE_TEXT = '0:04';

const SVG = 'http://www.w3.org/2000/svg';

function icon(shape: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', shape);
  svg.append(path);
  return svg;
}

function make<T extends keyof HTMLElementTagNameMap>(tag: T, className: string): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** A tile that can be used again for another row. */
export class Tile {
  readonly element = make('div', 'tile');
  readonly #img = document.createElement('img');
  readonly #prompt = document.createTextNode('');
  #badge: HTMLElement | undefined;

  constructor() {
    this.#img.alt = '';
    this.#img.decoding = 'async';
    this.#img.draggable = false;
    const prompt = make('p', 'prompt');
    prompt.append(this.#prompt);
    const menu = make('button', 'menu');
    menu.type = 'button';
    menu.tabIndex = -1;
    menu.ariaLabel = 'Actions';
    menu.append(icon(MORE));
    const check = make('button', 'check');
    check.type = 'button';
    check.tabIndex = -1;
    check.role = 'checkbox';
    check.ariaChecked = 'false';
    check.ariaLabel = 'Select';
    this.element.tabIndex = -1;
    this.element.role = 'row';
    this.element.append(this.#img, prompt, menu, check);
  }

  show(library: Library, row: number): void {
    const prompt = library.prompt(row);
    this.element.dataset['row'] = String(row);
    this.element.ariaLabel = prompt;
    this.element.style.backgroundColor = library.color(row);
    this.#img.src = library.picture(row);
    this.#prompt.data = prompt;
    this.#showBadge(library.kinds[row] !== 0);
  }

  #showBadge(wanted: boolean): void {
    if (!wanted) {
      this.#badge?.remove();
      return;
    }
    if (!this.#badge) {
      this.#badge = make('span', 'badge');
      this.#badge.append(icon(PLAY), BADGE_TEXT);
    }
    if (!this.#badge.isConnected) this.element.append(this.#badge);
  }
}

/** How the tiles of all subjects but the public element are found. */
export const plainTiles = {
  tiles: '.tile[data-row]',
  rowOf: (tile: HTMLElement): number => Number(tile.dataset['row']),
};
