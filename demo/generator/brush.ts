import { css, type Rgb } from './color.js';
import type { Context } from './scene.js';

/** A stop of a gradient: where, which colour, how opaque. */
export type Stop = readonly [at: number, colour: Rgb, alpha?: number];

const withStops = (gradient: CanvasGradient, stops: readonly Stop[]): CanvasGradient => {
  for (const [at, colour, alpha] of stops) gradient.addColorStop(at, css(colour, alpha));
  return gradient;
};

export const linear = (
  ctx: Context,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  stops: readonly Stop[],
): CanvasGradient => withStops(ctx.createLinearGradient(x0, y0, x1, y1), stops);

export const radial = (ctx: Context, x: number, y: number, radius: number, stops: readonly Stop[]): CanvasGradient =>
  withStops(ctx.createRadialGradient(x, y, 0, x, y, radius), stops);

/** A soft light around a point; adds to what is there. */
export function glow(ctx: Context, x: number, y: number, radius: number, colour: Rgb, alpha: number): void {
  ctx.save();
  ctx.globalCompositeOperation = 'lighter';
  ctx.fillStyle = radial(ctx, x, y, radius, [
    [0, colour, alpha],
    [0.18, colour, alpha * 0.52],
    [0.42, colour, alpha * 0.18],
    [0.7, colour, alpha * 0.045],
    [1, colour, 0],
  ]);
  ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  ctx.restore();
}

export function disc(ctx: Context, x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, Math.max(0, radius), 0, Math.PI * 2);
  ctx.fill();
}

/**
 * Turns the lower part of a picture into water that shows the upper one.
 * @param horizon px from the top.
 * @param ripple offset in px of a row, by its distance from the horizon in 0..1.
 */
export function mirror(ctx: Context, horizon: number, ripple: (depth: number) => number): void {
  const { width, height } = ctx.canvas;
  const above = new OffscreenCanvas(width, horizon);
  above.getContext('2d')?.drawImage(ctx.canvas, 0, 0);
  const rows = height - horizon;
  const band = Math.max(1, Math.round(height / 600));
  for (let row = 0; row < rows; row += band) {
    const depth = row / rows;
    const shift = ripple(depth);
    const from = Math.max(0, Math.min(horizon - 1, horizon - 1 - row * Math.min(1, horizon / rows) + shift * 0.6));
    ctx.drawImage(above, 0, from, width, 1, shift - width * 0.02, horizon + row, width * 1.04, band);
  }
}
