import type { Pixel, Rgb } from '../color.js';
import { adjust } from '../color.js';
import { paintField } from '../field.js';
import { clamp01, mix, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';

interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly r: number;
  readonly low: Rgb;
  readonly high: Rgb;
  /** 0 matt .. 1 polished. */
  readonly gloss: number;
}

const FLOOR = 0.36;
const LIGHT = { x: -0.52, y: -0.72, z: -0.46 };

/** Balls that lie on the floor without touching, large ones first. */
function ballsOf(scene: Scene): Ball[] {
  const random = scene.random.fork('balls');
  const { ramp, accents } = scene.palette;
  const wide = scene.width / Math.min(scene.width, scene.height);
  const balls: Ball[] = [];
  const sizes = [random.range(0.27, 0.33), 0.2, 0.17, 0.13, 0.12, 0.1, 0.085, 0.075, 0.06, 0.055, 0.05];
  for (const [i, base] of sizes.entries()) {
    for (let attempt = 0; attempt < 40; attempt++) {
      const r = base * random.range(0.9, 1.12);
      const x = i === 0 ? random.range(-0.16, 0.16) * wide : random.normal() * 0.33 * wide;
      const z = i === 0 ? 0.12 : random.range(-0.42, 0.85);
      const floats = i > 3 && random.chance(0.16);
      const y = FLOOR - r - (floats ? random.range(0.2, 0.5) : 0);
      const bob = floats ? Math.sin(scene.time * Math.PI * 2 + i) * 0.02 : 0;
      const free = balls.every((b) => Math.hypot(b.x - x, b.y - y, b.z - z) > (b.r + r) * 1.04);
      // In front of the largest only small ones.
      const hides = z < 0 && Math.abs(x - (balls[0]?.x ?? 9)) < r && r > 0.09;
      if (!free || hides || Math.abs(x) + r * 0.4 > wide * 0.62) continue;
      const accent = accents[i % accents.length] ?? accents[0];
      const tone = random.range(0.4, 0.9);
      const colour = i % 3 === 1 ? accent : ramp.at(tone);
      balls.push({
        x,
        y: y + bob,
        z,
        r,
        low: adjust(i % 3 === 1 ? accent : ramp.at(tone - 0.25), { lift: -0.12, chroma: 1.1 }),
        high: adjust(colour, { lift: 0.05 }),
        gloss: random.chance(0.65) ? random.range(0.55, 1) : 0.12,
      });
      break;
    }
  }
  return balls.sort((a, b) => b.z - a.z);
}

/** Balls of glass and clay on a seamless floor, in the soft light of a studio. */
export function* paintOrbs(ctx: Context, scene: Scene): Generator<number, void> {
  const { palette } = scene;
  const random = scene.random.fork('orbs');
  const balls = ballsOf(scene);
  const { ramp } = palette;
  const wall = random.chance(0.7) ? random.range(0.7, 0.86) : random.range(0.1, 0.2);
  const bright = wall > 0.5;
  const edge = 1 / (Math.min(scene.width, scene.height) * scene.detail);
  const turn = scene.time * Math.PI * 2;
  const lightX = LIGHT.x + 0.12 * Math.sin(turn);
  const sky: Pixel = { r: 0, g: 0, b: 0 };
  const dark = ramp.at(0.02);

  /** The room: floor that rises into the wall without an edge. */
  const room = (px: Pixel, x: number, y: number): void => {
    const rise = smooth(0.42, -0.35, y);
    const pool = Math.exp(-(((x + 0.25) * 0.9) ** 2 + ((y - 0.1) * 1.3) ** 2) * 1.4);
    ramp.into(px, clamp01(wall + (bright ? 0.12 : 0.1) * pool - (bright ? 0.12 : 0.06) * rise));
  };

  // Where a point of the floor lies in the shade of the balls.
  const shadeAt = (x: number, z: number): number => {
    let light = 1;
    for (const ball of balls) {
      const up = FLOOR - ball.y;
      const cast = up / 0.95;
      const dx = x - ball.x - 0.52 * cast;
      const dz = z - ball.z - 0.4 * cast;
      const far = Math.hypot(dx, dz * 0.9) / ball.r;
      const soft = 0.35 + (up - ball.r) * 2;
      light *= 1 - 0.42 * smooth(1.25 + soft, 0.75 - soft * 0.4, far);
      const near = Math.hypot(x - ball.x, z - ball.z) / ball.r;
      light *= 1 - 0.55 * Math.exp(-near * near * 1.6) * Math.max(0, 1 - (up - ball.r) * 6);
    }
    return light;
  };

  yield* paintField(ctx, scene, (px, x, y) => {
    room(px, x, y);
    // The camera looks a little down: higher on the picture is farther on the floor.
    if (y > -0.1) {
      const z = (FLOOR + 0.06 - y) * 3.4;
      const fade = smooth(-0.1, 0.06, y);
      const light = 1 - (1 - shadeAt(x, z)) * fade;
      const t = (1 - light) * (bright ? 0.75 : 0.9);
      px.r = mix(px.r, dark.r * 0.6 + px.r * 0.18, t);
      px.g = mix(px.g, dark.g * 0.6 + px.g * 0.18, t);
      px.b = mix(px.b, dark.b * 0.6 + px.b * 0.18, t);
    }
    for (const ball of balls) {
      const bx = x - ball.x;
      const by = y - (ball.y - (ball.z * 0.294 - 0.0) + 0.06);
      const d = Math.hypot(bx, by);
      if (d > ball.r + edge) continue;
      const cover = smooth(ball.r + edge, ball.r - edge, d);
      const nx = bx / ball.r;
      const ny = by / ball.r;
      const nz = -Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
      const lambert = nx * lightX + ny * LIGHT.y + nz * LIGHT.z;
      const wrap = smooth(-0.75, 1.05, lambert);
      const shadow = smooth(-0.55, 0.4, lambert);
      const fresnel = (1 + nz) ** 3;
      let r = mix(ball.low.r, ball.high.r, wrap) * (0.42 + 0.66 * shadow);
      let g = mix(ball.low.g, ball.high.g, wrap) * (0.42 + 0.66 * shadow);
      let b = mix(ball.low.b, ball.high.b, wrap) * (0.42 + 0.66 * shadow);
      // What it mirrors: the floor below, a window above.
      const ry = 2 * nz * ny;
      const rx = 2 * nz * nx;
      room(sky, -rx * 0.8, clamp01(ny * 0.7 + 0.4) * 0.9 - 0.4);
      const bounce = smooth(0.1, 0.95, ny) * 0.34;
      const mirrored = fresnel * (0.3 + 0.5 * ball.gloss) + bounce;
      r = mix(r, sky.r, mirrored * 0.72);
      g = mix(g, sky.g, mirrored * 0.72);
      b = mix(b, sky.b, mirrored * 0.72);
      const half = clamp01((nx * lightX + ny * (LIGHT.y - 0) + nz * (LIGHT.z - 1)) / 1.71);
      const spec = half ** 220 * 0.9 * ball.gloss + half ** 26 * (0.07 + 0.2 * ball.gloss);
      const window =
        smooth(0.06, 0.0, Math.abs(rx - 0.86) - 0.14) * smooth(0.08, 0, Math.abs(ry - 0.52) - 0.2) * ball.gloss * 0.22;
      const shine = Math.min(1, spec + window);
      r = mix(r, 255, shine);
      g = mix(g, 253, shine);
      b = mix(b, 250, shine);
      px.r = mix(px.r, r, cover);
      px.g = mix(px.g, g, cover);
      px.b = mix(px.b, b, cover);
    }
  });
  yield 1;
}
