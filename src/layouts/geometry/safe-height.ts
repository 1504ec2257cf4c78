/**
 * Tallest content that is given to a browser, in CSS px. Measured limits: Chromium and WebKit clamp at 33,554,428 device
 * px, which is half of that at a device pixel ratio of 2; Firefox collapses what is above 17.9 M, and keeps places as
 * numbers of 24 bits, which hold a quarter of a px up to 4.19 M.
 */
export const SAFE_HEIGHT = 4_000_000;
