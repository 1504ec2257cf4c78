import { encodePng } from '../internal/png.js';

/** One colour, 0..255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * A real PNG file, drawn with a function.
 * @param width px.
 * @param height px.
 */
export function tinyPng(width: number, height: number, colorAt: (x: number, y: number) => Rgb): Blob {
  const bytes = new Uint8Array(width * height * 3);
  for (let y = 0, offset = 0; y < height; y++) {
    for (let x = 0; x < width; x++, offset += 3) bytes.set(colorAt(x, y), offset);
  }
  return encodePng({ width, height, bytes });
}
