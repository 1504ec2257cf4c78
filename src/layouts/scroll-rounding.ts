/** A scroller that stands within this is where it was put, in px: they round. */
export const SCROLL_ROUNDING = 1.5;
