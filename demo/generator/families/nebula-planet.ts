import { glow } from '../brush.js';
import { css, mixRgb, type Pixel } from '../color.js';
import { clamp01, fbm, mix, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';

/** A banded planet, lit from one side, with rings where the words or the seed want them. */
export function paintPlanet(ctx: Context, scene: Scene): void {
  const { width, height, palette, intent } = scene;
  const random = scene.random.fork('planet');
  const unit = Math.min(width, height);
  const radius = unit * random.range(0.2, 0.29);
  const x = width * (width > height * 1.2 ? random.pick([0.33, 0.66]) : 0.5);
  const y = height * random.range(0.46, 0.58);
  const tilt = random.range(-0.45, 0.45);
  const ringed = intent.features.has('rings') || random.chance(0.4);
  const seed = random.int(1e9);
  const lightX = random.pick([-0.72, 0.72]);
  const light = { x: lightX, y: -0.42, z: 0.55 };
  const air = mixRgb(palette.ramp.at(0.75), palette.accents[1] ?? palette.accents[0], 0.35);

  glow(ctx, x + light.x * radius * 0.35, y + light.y * radius * 0.35, radius * 2.2, air, 0.3);
  if (ringed) ring(ctx, scene, x, y, radius, tilt, Math.PI, Math.PI * 2);
  const size = Math.ceil(radius * 2 + 4);
  const canvas = new OffscreenCanvas(size, size);
  const target = canvas.getContext('2d');
  if (!target) return;
  const image = target.createImageData(size, size);
  const { data } = image;
  const px: Pixel = { r: 0, g: 0, b: 0 };
  const cos = Math.cos(tilt);
  const sin = Math.sin(tilt);
  // Turns a little and back, so that the loop closes.
  const spin = Math.sin(scene.time * Math.PI * 2) * 0.12;
  let at = 0;
  for (let row = 0; row < size; row++) {
    const v = (row + 0.5 - size / 2) / radius;
    for (let column = 0; column < size; column++, at += 4) {
      const u = (column + 0.5 - size / 2) / radius;
      const d = Math.hypot(u, v);
      if (d > 1.02) continue;
      const z = Math.sqrt(Math.max(0, 1 - d * d));
      const a = u * cos + v * sin;
      const b = v * cos - u * sin;
      const wind = fbm(a * 1.6 + spin, b * 2.6, seed, 4) * 0.22;
      const bands = Math.sin((b + wind * 0.8) * 13) * 0.5 + Math.sin((b + wind) * 31 + 1) * 0.2;
      const detail = fbm(a * 3.2 + wind * 4, b * 13 + wind * 9, seed + 3, 4) * 0.25;
      palette.ramp.into(px, clamp01(0.58 + bands * 0.22 + detail));
      const lambert = u * light.x + v * light.y + z * light.z;
      const day = smooth(-0.14, 0.75, lambert);
      const rim = (1 - z) ** 3 * smooth(-0.25, 0.5, lambert);
      const edge = clamp01((1 - d) * radius + 0.5);
      data[at] = mix(px.r * (0.025 + 0.98 * day), air.r, rim * 0.75);
      data[at + 1] = mix(px.g * (0.025 + 0.98 * day), air.g, rim * 0.75);
      data[at + 2] = mix(px.b * (0.035 + 0.98 * day), air.b, rim * 0.75);
      data[at + 3] = 255 * edge;
    }
  }
  target.putImageData(image, 0, 0);
  ctx.drawImage(canvas, x - size / 2, y - size / 2);
  if (ringed) ring(ctx, scene, x, y, radius, tilt, 0, Math.PI);
}

function ring(
  ctx: Context,
  scene: Scene,
  x: number,
  y: number,
  radius: number,
  tilt: number,
  from: number,
  to: number,
): void {
  const random = scene.random.fork('ring');
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(tilt);
  ctx.scale(1, 0.24);
  const lines = 64;
  for (let i = 0; i < lines; i++) {
    const out = i / lines;
    const gap = out > 0.58 && out < 0.66 ? 0.08 : 1;
    const alpha = (0.16 + 0.5 * random.next()) * gap * Math.sin(Math.PI * Math.min(1, out + 0.12)) ** 0.6;
    ctx.strokeStyle = css(scene.palette.ramp.at(0.55 + 0.4 * random.next()), alpha);
    ctx.lineWidth = (radius * 0.95) / lines + 0.4;
    ctx.beginPath();
    ctx.arc(0, 0, radius * (1.28 + out * 0.92), from, to);
    ctx.stroke();
  }
  ctx.restore();
}
