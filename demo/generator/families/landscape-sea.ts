import type { Pixel } from '../color.js';
import { glow } from '../brush.js';
import { clamp01, mix, noise, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';
import type { Light } from './landscape-light.js';

/** Open water from the horizon to the near edge, with the light's path on it. */
export function* paintSea(ctx: Context, scene: Scene, light: Light): Generator<number, void> {
  const { width, height, palette } = scene;
  const seed = scene.random.fork('sea').int(1e9);
  const horizon = Math.round(height * 0.6);
  const rows = height - horizon;
  const scale = scene.detail;
  const w = Math.max(2, Math.round(width * scale));
  const h = Math.max(2, Math.round(rows * scale));
  const canvas = new OffscreenCanvas(w, h);
  const target = canvas.getContext('2d');
  if (!target) return;
  const image = target.createImageData(w, h);
  const { data } = image;
  const px: Pixel = { r: 0, g: 0, b: 0 };
  const { ramp } = palette;
  const aspect = width / height;
  const phase = scene.time * Math.PI * 2;
  const sway = Math.sin(phase);
  const roll = Math.cos(phase);
  let at = 0;
  for (let row = 0; row < h; row++) {
    const near = (row + 0.5) / h;
    // Rows far away show much more water than near ones.
    const z = 1.15 / (near + 0.035);
    const mirrored = mix(light.skyLow * 0.92, light.skyTop * 0.72, near ** 0.7);
    const path = 0.05 + near * 0.17;
    for (let column = 0; column < w; column++) {
      const x = ((column + 0.5) / w - 0.5) * aspect;
      const far = x - (light.x / width - 0.5) * aspect;
      const wx = far * z;
      const swell = noise(wx * 1.1 + roll * 0.1, z * 5 + sway * 0.35, seed);
      const chop = noise(wx * 3.6 - sway * 0.3, z * 17 + roll * 0.5, seed + 9);
      const fine = noise(wx * 9 + roll * 0.4, z * 41 - sway * 0.6, seed + 23);
      const wave = swell * 0.5 + chop * 0.36 + fine * 0.24;
      const calm = smooth(0, 0.18, near);
      ramp.into(px, clamp01(mirrored + wave * (0.035 + 0.075 * calm)));
      const column0 = Math.exp(-((far / path) ** 2) * 0.9);
      const sparkle = smooth(0.12, 0.34, wave + column0 * 0.3 - 0.12) * column0;
      const sheen = Math.exp(-Math.abs(far) * 2.2) * (1 - near) * 0.22;
      const gleam = Math.min(1, sparkle * (light.night ? 0.75 : 0.95) + sheen);
      data[at] = mix(px.r, light.colour.r, gleam);
      data[at + 1] = mix(px.g, light.colour.g, gleam);
      data[at + 2] = mix(px.b, light.colour.b, gleam);
      data[at + 3] = 255;
      at += 4;
    }
    if (row % 96 === 95) yield near;
  }
  target.putImageData(image, 0, 0);
  ctx.drawImage(canvas, 0, horizon, width, rows);
  glow(ctx, light.x, horizon, width * 0.4, light.colour, light.night ? 0.12 : light.bright ? 0.1 : 0.26);
  yield 1;
}
