import { linear } from '../brush.js';
import { mixRgb } from '../color.js';
import type { Context, Scene } from '../scene.js';
import type { Light } from './landscape-light.js';

interface Slope {
  readonly near: number;
  line(x: number): number;
}

/** Conifers along a slope, a few tall ones among many small. */
export function plantTrees(ctx: Context, scene: Scene, slope: Slope, light: Light): void {
  const { width, height, palette } = scene;
  const random = scene.random.fork(`trees ${slope.near.toFixed(2)}`);
  const unit = Math.min(width, height);
  const size = unit * (0.022 + 0.085 * slope.near ** 1.6);
  const tone = light.far + (light.near - light.far) * slope.near ** 0.85;
  const colour = palette.ramp.at(Math.max(0, tone - 0.02));
  const sway = Math.sin(scene.time * Math.PI * 2) * 0.012;
  ctx.beginPath();
  let top = height;
  for (let x = -size; x < width + size; x += size * random.range(0.14, 0.5)) {
    const tall = size * (0.45 + 0.75 * random.next() ** 2 + (random.chance(0.06) ? 0.5 : 0));
    const foot = slope.line(x) + size * 0.12;
    conifer(ctx, x, foot, tall, tall * random.range(0.15, 0.21), random.int(1000), sway * tall);
    top = Math.min(top, foot - tall);
  }
  ctx.fillStyle = linear(
    ctx,
    [0, top, 0, top + height * 0.36],
    [
      [0, colour],
      [0.45, colour],
      [1, mixRgb(colour, light.mist, 0.45 - 0.3 * slope.near)],
    ],
  );
  ctx.fill();
}

/** One tree as part of the current path. */
function conifer(ctx: Context, x: number, foot: number, tall: number, wide: number, kind: number, sway: number): void {
  const tiers = Math.max(4, Math.min(9, Math.round(tall / 9)));
  const right: [number, number][] = [];
  const left: [number, number][] = [];
  for (let i = 0; i < tiers; i++) {
    const down = (i + 1) / tiers;
    const y = foot - tall + tall * (0.06 + 0.88 * down);
    // Irregular, but the same for the same tree.
    const uneven = 0.82 + 0.36 * (((kind * (i + 3) * 7919) % 97) / 97);
    const reach = wide * down ** 0.9;
    right.push([x + reach * uneven, y], [x + reach * 0.45, y - tall * 0.02]);
    left.push([x - reach * (2 - uneven), y + tall * 0.008], [x - reach * 0.45, y - tall * 0.02]);
  }
  ctx.moveTo(x + sway, foot - tall);
  for (const [px, py] of right) ctx.lineTo(px, py);
  ctx.lineTo(x + wide * 0.09, foot);
  ctx.lineTo(x - wide * 0.09, foot);
  for (const [px, py] of left.reverse()) ctx.lineTo(px, py);
  ctx.closePath();
}
