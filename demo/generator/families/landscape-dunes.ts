import { linear } from '../brush.js';
import { css, mixRgb } from '../color.js';
import { clamp01, fbm, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';
import type { Light } from './landscape-light.js';

interface Dune {
  readonly near: number;
  readonly base: number;
  readonly rise: number;
  readonly peak: number;
  readonly wide: number;
  readonly seed: number;
}

/** Dunes with a lit and a shaded side, parted by a crest that winds down to the foot. */
export function* paintDunes(ctx: Context, scene: Scene, light: Light): Generator<number, void> {
  const { width, height } = scene;
  const random = scene.random.fork('dunes');
  const unit = Math.min(width, height);
  const count = 6;
  for (let i = 0; i < count; i++) {
    const near = i / (count - 1);
    const dune: Dune = {
      near,
      base: height * (0.585 + 0.34 * near ** 1.25),
      rise: unit * (0.07 + 0.15 * near) * random.range(0.8, 1.25),
      peak: width * ((i % 2 === 0 ? 0.28 : 0.72) + random.range(-0.16, 0.16)),
      wide: width * random.range(0.3, 0.46),
      seed: random.int(1e9),
    };
    paintDune(ctx, scene, dune, light);
    yield (i + 1) / count;
  }
}

function lineOf(scene: Scene, { base, rise, peak, wide, seed, near }: Dune, x: number): number {
  const u = (x - peak) / wide;
  // Steeper on one side of the crest than on the other.
  const crest = Math.exp(-(Math.abs(u) ** 1.35) * (u > 0 ? 1.5 : 1.05));
  const roll = fbm((x / scene.width) * (1.6 + near), near * 9, seed, 2, 0.35);
  return base - rise * (crest + roll * 0.42);
}

function paintDune(ctx: Context, scene: Scene, dune: Dune, light: Light): void {
  const { width, height, palette } = scene;
  const { near, peak, rise } = dune;
  const unit = Math.min(width, height);
  const step = Math.max(1, width / 700);
  const line = (x: number): number => lineOf(scene, dune, x);
  const tone = light.far + (Math.max(light.near, 0.16) - light.far) * near ** 0.8;
  const bright = mixRgb(palette.ramp.at(clamp01(tone + 0.2 + 0.05 * near)), light.colour, 0.12);
  const base = palette.ramp.at(tone);
  const dark = palette.ramp.at(clamp01(tone - 0.2 - 0.1 * near));
  const trace = (from: number, to: number): void => {
    for (let x = from; x <= to; x += step) ctx.lineTo(x, line(x));
  };
  const top = line(peak);
  const foot = Math.min(height, top + rise * 2.4 + unit * 0.1);

  ctx.beginPath();
  ctx.moveTo(-step, height);
  trace(-step, width + step);
  ctx.lineTo(width + step, height);
  ctx.closePath();
  ctx.fillStyle = linear(
    ctx,
    [0, top, 0, foot],
    [
      [0, bright],
      [0.45, mixRgb(bright, base, 0.6)],
      [1, mixRgb(base, light.mist, 0.24 * (1 - near))],
    ],
  );
  ctx.fill();

  // The side away from the light, seen past the crest.
  const away = light.x < peak ? 1 : -1;
  const bend = (share: number): number =>
    peak + away * unit * (0.05 * Math.sin(share * 5 + near * 3) + 0.16 * share - 0.05 * smooth(0.5, 1, share));
  ctx.beginPath();
  ctx.moveTo(peak, top);
  if (away > 0) trace(peak, width + step);
  else for (let x = peak; x >= -step; x -= step) ctx.lineTo(x, line(x));
  ctx.lineTo(away > 0 ? width + step : -step, height);
  ctx.lineTo(bend(1), height);
  for (let k = 40; k >= 0; k--) {
    const share = k / 40;
    ctx.lineTo(bend(share), top + (height - top) * share * 0.8);
  }
  ctx.closePath();
  ctx.fillStyle = linear(
    ctx,
    [peak, top, peak + away * dune.wide, foot],
    [
      [0, dark],
      [0.55, mixRgb(dark, base, 0.5)],
      [1, mixRgb(base, light.mist, 0.15 * (1 - near)), 0.9],
    ],
  );
  ctx.fill();
  ripples(ctx, scene, dune, line, css(bright, 0.1 + 0.08 * near));
}

/** What the wind draws on the near dunes. */
function ripples(ctx: Context, scene: Scene, dune: Dune, line: (x: number) => number, stroke: string): void {
  const { width, height } = scene;
  if (dune.near < 0.55) return;
  const unit = Math.min(width, height);
  ctx.strokeStyle = stroke;
  ctx.lineWidth = Math.max(0.5, unit * 0.0012);
  for (let i = 1; i < 16; i++) {
    const down = unit * 0.011 * i * (1 + i * 0.05);
    ctx.beginPath();
    for (let x = -8; x <= width + 8; x += width / 160) {
      const wave = fbm((x / unit) * 2.2, i * 0.21, dune.seed + 5, 2) * unit * 0.012;
      ctx.lineTo(x, line(x) + down + wave);
    }
    ctx.stroke();
  }
}
