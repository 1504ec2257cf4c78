import type { Pixel } from './color.js';
import type { Context, Scene } from './scene.js';

/** Colours one point; `x` and `y` in units of the shorter side, from the centre. */
export type Shader = (px: Pixel, x: number, y: number) => void;

const ROWS_A_TURN = 96;

/** Fills the canvas point by point. */
export function* paintField(ctx: Context, scene: Scene, shader: Shader): Generator<number, void> {
  const { width, height } = scene;
  const w = Math.max(2, Math.round(width * scene.detail));
  const h = Math.max(2, Math.round(height * scene.detail));
  const scale = 1 / Math.min(w, h);
  const canvas = w === width && h === height ? undefined : new OffscreenCanvas(w, h);
  const target = canvas?.getContext('2d') ?? ctx;
  const image = target.createImageData(w, h);
  const { data } = image;
  const px: Pixel = { r: 0, g: 0, b: 0 };
  let at = 0;
  for (let row = 0; row < h; row++) {
    const y = (row + 0.5 - h / 2) * scale;
    for (let column = 0; column < w; column++) {
      shader(px, (column + 0.5 - w / 2) * scale, y);
      data[at] = px.r;
      data[at + 1] = px.g;
      data[at + 2] = px.b;
      data[at + 3] = 255;
      at += 4;
    }
    if (row % ROWS_A_TURN === ROWS_A_TURN - 1) yield (row + 1) / h;
  }
  target.putImageData(image, 0, 0);
  if (canvas) {
    ctx.imageSmoothingEnabled = true;
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(canvas, 0, 0, width, height);
  }
}

/** Takes a part of a painter's work: maps its own 0..1 into `from..to` of the whole. */
export function* part(work: Generator<number, void>, from: number, to: number): Generator<number, void> {
  for (const share of work) yield from + (to - from) * share;
}

/** Film grain, a darker edge, and with them no bands in smooth skies. */
export function finish(ctx: Context, scene: Scene, grain: number, vignette: number): void {
  const { width, height } = scene;
  const image = ctx.getImageData(0, 0, width, height);
  const { data } = image;
  const seed = scene.random.fork('grain').key;
  let at = 0;
  for (let row = 0; row < height; row++) {
    const v = (row / height) * 2 - 1;
    for (let column = 0; column < width; column++) {
      let h = (Math.imul(column, 374761393) + Math.imul(row, 668265263) + seed) | 0;
      h = Math.imul(h ^ (h >>> 13), 1274126177);
      h ^= h >>> 16;
      const speck = ((h & 0xff) + ((h >>> 8) & 0xff) - 255) * grain * 0.0078;
      const u = (column / width) * 2 - 1;
      const far = u * u + v * v;
      const shade = 1 - vignette * far * far * 0.25;
      data[at] = (data[at] ?? 0) * shade + speck;
      data[at + 1] = (data[at + 1] ?? 0) * shade + speck;
      data[at + 2] = (data[at + 2] ?? 0) * shade + speck;
      at += 4;
    }
  }
  ctx.putImageData(image, 0, 0);
}
