import { css, type Pixel } from '../color.js';
import { paintField, part } from '../field.js';
import { clamp01, fbm, mix, noise, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';

/** Marbled ink: noise that bends noise, lit from one side like wet paint, with thin veins of metal. */
export function* paintInk(ctx: Context, scene: Scene): Generator<number, void> {
  const random = scene.random.fork('ink');
  const seed = random.int(1e9);
  const scale = random.range(0.95, 1.5);
  const turn = random.range(0, Math.PI * 2);
  const bend = random.range(1.3, 2);
  const shift = random.range(-0.12, 0.12);
  const cos = Math.cos(turn) * scale;
  const sin = Math.sin(turn) * scale;
  const phase = scene.time * Math.PI * 2;
  const driftX = Math.cos(phase) * 0.22;
  const driftY = Math.sin(phase) * 0.22;
  const { ramp, accents } = scene.palette;
  const metal = accents[0];
  const unit = Math.min(scene.width, scene.height);
  const veins = scene.intent.features.has('gold') ? 1 : 0.75;

  // Where the paint has been carried to, and from that its height.
  let qx = 0;
  let qy = 0;
  const height = (x: number, y: number): number => {
    qx = fbm(x + driftX, y + driftY, seed, 3);
    qy = fbm(x + 5.2 - driftY, y + 1.3 + driftX, seed + 71, 3);
    const rx = fbm(x + bend * qx + 1.7, y + bend * qy + 9.2 + driftY, seed + 139, 3);
    const ry = fbm(x + bend * qx + 8.3 - driftX, y + bend * qy + 2.8, seed + 211, 3);
    return fbm(x + bend * 1.3 * rx, y + bend * 1.3 * ry, seed + 307, 3);
  };

  const light: Pixel = { r: 0, g: 0, b: 0 };
  let before = 0;
  let left = 1;
  yield* part(
    paintField(ctx, scene, (px, u, v) => {
      const x = u * cos - v * sin;
      const y = u * sin + v * cos;
      const h = height(x, y);
      // The slope along a row; none at its start.
      const slope = u < left ? 0 : (h - before) * unit * scene.detail;
      before = h;
      left = u;
      const t = clamp01(0.5 + h * 1.15 + qx * 0.35 + shift);
      ramp.into(px, smooth(0.02, 0.98, t));
      ramp.into(light, clamp01(t + 0.28));
      const glow = smooth(0.1, 0.6, qy + 0.2) * 0.45;
      const shade = 1 + Math.max(-0.22, Math.min(0.24, slope * 0.028));
      px.r = mix(px.r, light.r, glow) * shade;
      px.g = mix(px.g, light.g, glow) * shade;
      px.b = mix(px.b, light.b, glow) * shade;
      const wave = Math.abs(((h * 5.5 + qx * 1.5 + 40) % 1) - 0.5);
      const vein = smooth(0.045, 0.004, wave) * smooth(-0.05, 0.35, qy) * veins;
      const gleam = 0.75 + 0.5 * clamp01(0.5 + slope * 0.12);
      px.r = mix(px.r, metal.r * gleam, vein);
      px.g = mix(px.g, metal.g * gleam, vein);
      px.b = mix(px.b, metal.b * gleam, vein);
    }),
    0,
    0.95,
  );

  // Fine drops, thrown from the brush.
  const drops = scene.random.fork('drops');
  for (let i = 0; i < 70; i++) {
    const x = drops.next() * scene.width;
    const y = drops.next() * scene.height;
    const size = 0.0006 + 0.0045 * drops.next() ** 5;
    if (noise((x / unit) * 2.2, (y / unit) * 2.2, seed) < 0.06) continue;
    ctx.fillStyle = css(metal, 0.35 + 0.45 * drops.next());
    ctx.beginPath();
    ctx.arc(x, y, size * unit, 0, Math.PI * 2);
    ctx.fill();
  }
  yield 1;
}
