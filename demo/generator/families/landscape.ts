import { glow, linear, mirror } from '../brush.js';
import { css, mixRgb } from '../color.js';
import { part } from '../field.js';
import { fbm, noise, ridged } from '../noise.js';
import type { Context, Scene } from '../scene.js';
import { paintDunes } from './landscape-dunes.js';
import { lightOf, type Light } from './landscape-light.js';
import { paintSea } from './landscape-sea.js';
import { paintSky } from './landscape-sky.js';
import { plantTrees } from './landscape-trees.js';

interface Ridge {
  /** 0 far .. 1 near. */
  readonly near: number;
  /** Height of its line, px from the top, at a column. */
  line(x: number): number;
}

type Ground = 'mountain' | 'forest' | 'desert' | 'sea' | 'lake';

function groundOf(scene: Scene): Ground {
  const { features } = scene.intent;
  if (features.has('sea')) return features.has('mountain') || features.has('forest') ? 'lake' : 'sea';
  if (features.has('desert')) return 'desert';
  if (features.has('forest')) return 'forest';
  return 'mountain';
}

function ridgesOf(scene: Scene, ground: Ground): Ridge[] {
  const { width, height } = scene;
  const random = scene.random.fork('ridges');
  const unit = Math.min(width, height);
  const count = ground === 'sea' ? 2 : ground === 'lake' ? 4 : 6;
  const top = ground === 'sea' ? 0.55 : random.range(0.4, 0.48);
  const bottom = ground === 'sea' ? 0.585 : ground === 'lake' ? 0.66 : 0.95;
  return Array.from({ length: count }, (_, i) => {
    const near = count > 1 ? i / (count - 1) : 1;
    const seed = random.int(1e9);
    const base = (top + (bottom - top) * near ** 1.15) * height;
    const rise = unit * (ground === 'sea' ? 0.05 : 0.3 - 0.16 * near);
    const scale = (1.15 + 0.7 * near) / unit;
    const offset = random.range(0, 50);
    const edge = random.chance(0.5) ? 0 : 1;
    return {
      near,
      line(x) {
        const u = x * scale + offset;
        const hill =
          fbm(u * 0.8, offset, seed, 3) * 0.75 + (ridged(u * 0.9, offset, seed, 5) - 0.55) * (1 - near * 0.55);
        // Islands rise from one side only and leave the water open.
        const open = ground === 'sea' ? Math.max(0, Math.abs(x / width - edge) * -2.4 + 1.15) : 1;
        return ground === 'sea' ? height * 0.602 - rise * open * (0.9 + hill * 1.3) : base - rise * hill * 1.25;
      },
    };
  });
}

function fillRidge(ctx: Context, scene: Scene, ridge: Ridge, light: Light, last: boolean): void {
  const { width, height, palette } = scene;
  const step = Math.max(1, width / 900);
  const points: [number, number][] = [];
  let top = height;
  for (let x = -step; x <= width + step; x += step) {
    const y = ridge.line(x);
    points.push([x, y]);
    top = Math.min(top, y);
  }
  const tone = light.far + (light.near - light.far) * ridge.near ** 0.85;
  const colour = palette.ramp.at(tone);
  const mist = mixRgb(colour, light.mist, last ? 0.06 : 0.72 - 0.34 * ridge.near);
  ctx.beginPath();
  ctx.moveTo(-step, height);
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.lineTo(width + step, height);
  ctx.closePath();
  const depth = Math.min(height, top + height * (last ? 0.6 : 0.34));
  ctx.fillStyle = linear(
    ctx,
    [0, top, 0, depth],
    [
      [0, colour],
      [0.3, mixRgb(colour, mist, 0.2)],
      [1, mist],
    ],
  );
  ctx.fill();
  // The side towards the light catches it.
  ctx.strokeStyle = linear(
    ctx,
    [light.x - width * 0.5, 0, light.x + width * 0.5, 0],
    [
      [0, light.colour, 0],
      [0.5, light.colour, 0.34 * (1 - ridge.near * 0.5)],
      [1, light.colour, 0],
    ],
  );
  ctx.lineWidth = Math.max(0.6, height / 900);
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.stroke();
}

/** A veil of fog in front of a ridge, denser in places. */
function veil(ctx: Context, scene: Scene, ridge: Ridge, light: Light, strength: number): void {
  const { width, height } = scene;
  const random = scene.random.fork(`veil ${ridge.near.toFixed(2)}`);
  const drift = Math.sin(scene.time * Math.PI * 2 + ridge.near * 4) * width * 0.03;
  for (let i = 0; i < 5; i++) {
    const x = random.range(-0.1, 1.1) * width + drift * random.range(0.5, 1.5);
    const y = ridge.line(Math.max(0, Math.min(width, x))) + random.range(0.08, 0.2) * height;
    const radius = random.range(0.25, 0.5) * width;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(1, 0.16);
    const gradient = ctx.createRadialGradient(0, 0, 0, 0, 0, radius);
    gradient.addColorStop(0, css(light.mist, strength));
    gradient.addColorStop(0.5, css(light.mist, strength * 0.4));
    gradient.addColorStop(1, css(light.mist, 0));
    ctx.fillStyle = gradient;
    ctx.fillRect(-radius, -radius, radius * 2, radius * 2);
    ctx.restore();
  }
}

/** Far ridges in mist, a sun or moon, and where the words ask for it: sea, lake, woods, dunes, aurora, stars. */
export function* paintLandscape(ctx: Context, scene: Scene): Generator<number, void> {
  const { width, height, intent } = scene;
  const ground = groundOf(scene);
  const light = lightOf(scene);
  yield* part(paintSky(ctx, scene, light), 0, 0.45);

  if (ground === 'sea') yield* part(paintSea(ctx, scene, light), 0.45, 0.85);
  if (ground === 'desert') yield* part(paintDunes(ctx, scene, light), 0.45, 0.95);
  const ridges = ground === 'desert' ? [] : ridgesOf(scene, ground);
  const foggy = intent.features.has('mist') ? 0.5 : 0.3;
  for (const [i, ridge] of ridges.entries()) {
    const last = i === ridges.length - 1 && ground !== 'lake';
    if (ground === 'sea') {
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, 0, width, height * 0.6);
      ctx.clip();
      fillRidge(ctx, scene, ridge, light, false);
      ctx.restore();
      continue;
    }
    fillRidge(ctx, scene, ridge, light, last);
    const wooded = ridge.near > (ground === 'forest' ? 0.3 : 0.75);
    if (wooded) plantTrees(ctx, scene, ridge, light);
    if (!last) veil(ctx, scene, ridge, light, foggy);
    yield 0.45 + (0.4 * (i + 1)) / ridges.length;
  }
  if (ground === 'lake') {
    const horizon = Math.round(height * 0.68);
    const seed = scene.random.fork('water').int(1e9);
    const sway = Math.sin(scene.time * Math.PI * 2) * 0.4;
    mirror(ctx, horizon, (depth) => {
      const reach = 1.5 + depth * 22;
      return noise(depth ** 0.6 * 70 + sway, sway * 2, seed) * reach * (height / 1000);
    });
    ctx.fillStyle = linear(
      ctx,
      [0, horizon, 0, height],
      [
        [0, light.mist, 0.3],
        [0.14, light.mist, 0.06],
        [1, scene.palette.ramp.at(0.02), 0.5],
      ],
    );
    ctx.fillRect(0, horizon, width, height - horizon);
  }
  glow(
    ctx,
    light.x,
    light.y,
    Math.max(width, height) * 0.55,
    light.colour,
    light.night ? 0.1 : light.bright ? 0.06 : 0.14,
  );
  yield 1;
}
