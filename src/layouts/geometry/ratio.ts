/** Ratios outside are drawn as if they were these: a picture of 1:100 must not be a line, nor one of 100:1 a row. */
export const MIN_RATIO = 0.4;
export const MAX_RATIO = 3.5;

/** A ratio (width by height) that can be laid out; anything that is none counts as square. */
export const cleanRatio = (ratio: number): number =>
  Number.isFinite(ratio) && ratio > 0 ? Math.min(MAX_RATIO, Math.max(MIN_RATIO, ratio)) : 1;
