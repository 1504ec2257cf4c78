import type { ImaginationsAdapter } from '../../../src/data/index.js';

/** What a subject shows; the same for all of them. */
export interface Library {
  readonly size: number;
  /** Width by height of each row. */
  readonly ratios: Float32Array;
  /** 0 image, 1 video, 2 sound. */
  readonly kinds: Uint8Array;
  /** 0, 1, 2 and so on, for those that want an array of items. */
  readonly numbers: readonly number[];
  prompt(row: number): string;
  picture(row: number): string;
  color(row: number): string;
}

/** How tiles are laid out. */
export interface Geometry {
  /** Width and height of what scrolls, in px. */
  readonly width: number;
  readonly height: number;
  /** Space around the tiles, as the public element leaves it. */
  readonly padding: { readonly top: number; readonly side: number; readonly bottom: number };
  readonly gap: number;
  /** Height that justified rows aim at, and that of uniform ones. */
  readonly rowHeight: number;
  /** Uniform tiles in a row. */
  readonly columns: number;
  /** What is drawn before and after what is seen, in px: as much as the public element does. */
  readonly overscan: number;
}

/** What a subject's module has made. */
export interface Mounted {
  readonly scroller: HTMLElement;
  /** Where its tiles are found. */
  readonly root: ParentNode;
  /** Selector of a tile that shows its row. */
  readonly tiles: string;
  /** Selector of what stands in for a tile. */
  readonly placeholders?: string;
  /** The row a tile shows. */
  rowOf(tile: HTMLElement): number;
}

/** @param backend has the library's rows, for those that ask a backend. */
export type Mount = (
  library: Library,
  geometry: Geometry,
  box: HTMLElement,
  backend: ImaginationsAdapter,
) => Mounted | Promise<Mounted>;

const PADDING = { top: 8, side: 16, bottom: 24 };

export const geometryOf = (density: string, scrollbar: number): Geometry => ({
  width: innerWidth - scrollbar,
  height: innerHeight,
  padding: PADDING,
  gap: 8,
  rowHeight: density === 'dense' ? 100 : 220,
  columns: density === 'dense' ? 11 : 5,
  overscan: innerHeight,
});

/** Width of the rows. */
export const contentWidth = ({ width, padding }: Geometry): number => width - 2 * padding.side;

/** Size of a uniform tile. */
export const uniformSize = (geometry: Geometry): { readonly width: number; readonly height: number } => ({
  width: Math.floor((contentWidth(geometry) - geometry.gap * (geometry.columns - 1)) / geometry.columns),
  height: geometry.rowHeight,
});

export async function fetchLibrary(size: number, pictures: number): Promise<Library> {
  const [columns, prompts] = await Promise.all([
    fetch(`/columns/${size}`).then((response) => response.arrayBuffer()),
    fetch(`/prompts/${size}`).then((response) => response.json() as Promise<string[]>),
  ]);
  return {
    size,
    ratios: new Float32Array(columns, 0, size),
    kinds: new Uint8Array(columns, size * 4, size),
    numbers: Array.from({ length: size }, (_, row) => row),
    prompt: (row) => prompts[row % prompts.length] ?? '',
    picture: (row) => `/pictures/${row % pictures}.png`,
    color: (row) => `hsl(${(row % pictures) * 5} 40% 60%)`,
  };
}
