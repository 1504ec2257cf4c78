/** Rows aim at this height in px, where nobody says otherwise. */
const USUAL = 220;
const LEAST = 64;
const MOST = 640;
/** Two or three tiles stand beside each other on a phone. */
const MOST_OF_WIDTH = 0.34;

/** The height rows aim at, in px, in an element of a width. */
export function rowHeightFor(width: number, wanted: number | undefined): number {
  const size = wanted !== undefined && Number.isFinite(wanted) && wanted > 0 ? wanted : USUAL;
  return Math.round(Math.min(Math.max(LEAST, Math.min(MOST, size)), Math.max(LEAST, width * MOST_OF_WIDTH)));
}
