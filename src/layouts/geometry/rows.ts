/** Lengths in CSS px. */
export interface RowsMetrics {
  /** Width to fill; counts in whole px. */
  readonly width: number;
  /** Height rows aim at. */
  readonly rowHeight: number;
  readonly gap: number;
  /** Height of a section's heading; 0: none is drawn. */
  readonly headingHeight: number;
}

/** What is laid out, in reading order. */
export interface RowItems {
  readonly count: number;
  /** Width by height. */
  ratio(item: number): number;
  /** Items in a row with the same key are one section. Default: all are one. */
  section?(item: number): string;
  /** The first section has begun before: its heading is not here. */
  readonly isContinued?: boolean;
  /** One past the last item of the row that begins with an item, where that is settled: it fills the width. */
  rowEnd?(first: number): number | undefined;
}

/** A box in the coordinates of the whole, `x` from the side where reading begins. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Items in rows, in reading order and in sections, all known ahead: an item's box, and what is at an offset, take no longer
 * in a list of a million than in one of a hundred. Items, rows and sections are counted from 0, lengths are whole CSS px.
 */
export interface Rows {
  readonly count: number;
  readonly rowCount: number;
  readonly sectionCount: number;
  readonly metrics: RowsMetrics;
  /** Height of the whole. */
  readonly height: number;
  isHeading(row: number): boolean;
  rowTop(row: number): number;
  rowHeight(row: number): number;
  /** First item of a row; of a heading, that of the row below. */
  rowFirst(row: number): number;
  /** One past the last item of a row. */
  rowEnd(row: number): number;
  /** The row that holds an item: never a heading. */
  rowOf(item: number): number;
  /** The row at an offset, or the one before it where the offset falls between two. */
  rowAt(offset: number): number;
  sectionOf(item: number): number;
  sectionKey(section: number): string;
  sectionFirst(section: number): number;
  /** One past the last item of a section. */
  sectionEnd(section: number): number;
  sectionTop(section: number): number;
  sectionBottom(section: number): number;
  /** Where an item is drawn. */
  box(item: number): Box;
  /** Whether an item is not drawn, for its section is folded: then its box is the heading's. */
  isFolded?(item: number): boolean;
  /** The next item, where some are folded: after one of those, the first after all that are folded with it. */
  after?(item: number): number;
  /** The item before, in the same way. */
  before?(item: number): number;
}

/** As much of rows as is needed to say which of them show. */
export type RowLines = Pick<Rows, 'rowCount' | 'height' | 'rowAt' | 'rowTop' | 'rowFirst' | 'rowEnd'>;
