import { expect } from '@open-wc/testing';
import { AdapterError, type ImaginationsAdapter } from '../../../../src/data/index.js';
import { storeFor, type ImaginationsStore } from '../../../../src/store/index.js';
import { waitUntil } from '../../../support/wait.js';
import { IndexedLibrary, LiveLibrary, picture } from '../live-library.js';
import { mountFull, type Mounted } from '../mounted.js';
import type { GridLayout } from '../../../../src/elements/iteration-grid/iteration-grid-element.js';
import type { Iteration } from '../../../../src/model/index.js';

export interface Case {
  readonly tag: 'iteration-grid' | 'iteration-timeline';
  readonly list: 'pages' | 'an index';
  /** Of a grid; default: justified rows. */
  readonly layout: GridLayout | undefined;
  /** What both say. */
  readonly name: string;
  /** A library of these rows; `archive` works. */
  readonly make: (rows: readonly Iteration[]) => LiveLibrary;
}

/** What is archived through the store is archived in the library; `refuses`: or it is refused, when the gate lets it. */
export function letArchive(library: LiveLibrary, refuses?: Promise<void>): void {
  const archive: ImaginationsAdapter['archive'] = async (selection, _on, archived) => {
    await refuses;
    if (refuses) throw new AdapterError('forbidden');
    const ids = 'ids' in selection ? selection.ids : [];
    for (const id of ids) library.patch(id, { archivedAt: archived ? '2026-12-01T00:00:00.000Z' : null });
    return { results: ids.map((id) => ({ id, ok: true as const })) };
  };
  Object.assign(library.adapter, { archive });
}

const MAKERS = {
  pages: (rows: readonly Iteration[]) => new LiveLibrary(rows, { limits: { pageSize: rows.length } }),
  'an index': (rows: readonly Iteration[]) => new IndexedLibrary(rows),
};

const SHAPES: readonly Pick<Case, 'tag' | 'list' | 'layout'>[] = [
  { tag: 'iteration-grid', list: 'pages', layout: undefined },
  { tag: 'iteration-grid', list: 'an index', layout: undefined },
  { tag: 'iteration-timeline', list: 'pages', layout: undefined },
  { tag: 'iteration-timeline', list: 'an index', layout: undefined },
  { tag: 'iteration-grid', list: 'pages', layout: 'list' },
  { tag: 'iteration-grid', list: 'an index', layout: 'square' },
];

/** Grid and timeline, each read in pages and by an index, and the other layouts of a grid, each read in one way. */
export const CASES: readonly Case[] = SHAPES.map(({ tag, list, layout }) => ({
  tag,
  list,
  layout,
  name: `<${tag}${layout ? ` layout=${layout}` : ''}> with ${list}`,
  make: (rows) => {
    const library = MAKERS[list](rows);
    letArchive(library);
    return library;
  },
}));

/** Those whose heights depend on the size of the element and of its tiles. */
export const FLUID_CASES = CASES.filter(({ layout }) => layout !== 'list');

export const storeOf = (library: LiveLibrary): ImaginationsStore => storeFor(library.adapter);

/** Every third one is a video. */
export const mixed = (count: number): Iteration[] =>
  Array.from({ length: count }, (_, number) => picture(number, number % 3 === 0 ? { kind: 'video' } : {}));

export interface UnderTheEye {
  readonly id: string;
  readonly offset: number;
}

/** Everything that shows has been read and stands. */
export async function allRead(mounted: Mounted): Promise<void> {
  await waitUntil(() => mounted.visible.length > 0 && !mounted.canvas.querySelector('.skeleton'), 'all tiles');
  await mounted.settled();
}

/** The first tile that shows whole, and how far below the top it begins. */
export async function underTheEye(mounted: Mounted): Promise<UnderTheEye> {
  await allRead(mounted);
  const [id = ''] = mounted.visible;
  return { id, offset: mounted.offset(id) };
}

/** An element that shows something far from its start. */
export async function lookedAt(
  library: LiveLibrary,
  shape: Pick<Case, 'tag' | 'layout'>,
): Promise<{ readonly mounted: Mounted; readonly eye: UnderTheEye }> {
  const mounted = await mountFull(library, shape);
  await mounted.scrollTo(3000);
  return { mounted, eye: await underTheEye(mounted) };
}

/** How far a tile is from where it was, in px. */
export const shift = (mounted: Mounted, { id, offset }: UnderTheEye): number =>
  mounted.tile(id) ? Math.abs(mounted.offset(id) - offset) : Number.NaN;

/** Waits until it is back, and says that it has not moved. */
export async function expectKept(mounted: Mounted, eye: UnderTheEye, when = ''): Promise<void> {
  await waitUntil(() => mounted.tile(eye.id) !== undefined, `${eye.id} is drawn ${when}`);
  await mounted.settled();
  expect(shift(mounted, eye), `px that ${eye.id} has moved ${when}`).to.be.at.most(1);
}

/** Rows that the list is said to have. */
export const rowCount = (mounted: Mounted): number => Number(mounted.canvas.getAttribute('aria-rowcount'));

export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
