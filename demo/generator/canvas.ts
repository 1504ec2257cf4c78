import { AdapterError } from '../../src/data/index.js';
import { toHex, type Rgb } from './color.js';
import type { Context } from './scene.js';

export interface Surface {
  readonly canvas: OffscreenCanvas;
  readonly ctx: Context;
}

export function surface(width: number, height: number): Surface {
  const canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new AdapterError('unsupported', 'No 2D context in this worker');
  return { canvas, ctx };
}

/** Encodes as WebP where the engine can, else as PNG: it answers with what it made. */
export const encode = (canvas: OffscreenCanvas, quality = 0.86): Promise<Blob> =>
  canvas.convertToBlob({ type: 'image/webp', quality });

/** A smaller copy; halves first, so that nothing in between is skipped. */
export function shrink(source: OffscreenCanvas, longest: number): OffscreenCanvas {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  let from = source;
  while (from.width > width * 2) from = draw(from, Math.ceil(from.width / 2), Math.ceil(from.height / 2));
  return draw(from, width, height);
}

export function draw(source: CanvasImageSource, width: number, height: number): OffscreenCanvas {
  const { canvas, ctx } = surface(width, height);
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(source, 0, 0, width, height);
  return canvas;
}

export async function thumbnail(source: OffscreenCanvas, longest = 480) {
  const small = shrink(source, longest);
  return { blob: await encode(small, 0.82), width: small.width, height: small.height };
}

/** The pixels of a picture no larger than `longest`. */
export function pixels(source: OffscreenCanvas, longest: number): Rgb[] {
  const small = shrink(source, longest);
  const { data } = surfaceOf(small).getImageData(0, 0, small.width, small.height);
  const found: Rgb[] = [];
  for (let i = 0; i < data.length; i += 4) {
    if ((data[i + 3] ?? 0) < 128) continue;
    found.push({ r: data[i] ?? 0, g: data[i + 1] ?? 0, b: data[i + 2] ?? 0 });
  }
  return found;
}

function surfaceOf(canvas: OffscreenCanvas): Context {
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new AdapterError('unsupported', 'No 2D context in this worker');
  return ctx;
}

/** The average colour as `#rrggbb`. */
export function averageColor(source: OffscreenCanvas): string {
  const all = pixels(source, 24);
  const mean = (channel: keyof Rgb): number => all.reduce((sum, px) => sum + px[channel], 0) / Math.max(1, all.length);
  return toHex({ r: mean('r'), g: mean('g'), b: mean('b') });
}
