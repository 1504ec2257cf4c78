import { disc, glow, radial } from '../brush.js';
import { css, mixRgb, type Pixel } from '../color.js';
import { paintField } from '../field.js';
import { clamp01, fbm, mix, noise, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';
import type { Light } from './landscape-light.js';

/** Sky with clouds, and what stands in it: stars, aurora, sun or moon. */
export function* paintSky(ctx: Context, scene: Scene, light: Light): Generator<number, void> {
  const { width, height, palette, intent } = scene;
  const random = scene.random.fork('sky');
  const seed = random.int(1e9);
  const unit = Math.min(width, height);
  const sunX = (light.x - width / 2) / unit;
  const sunY = (light.y - height / 2) / unit;
  const half = height / unit / 2;
  const phase = scene.time * Math.PI * 2;
  const driftX = Math.cos(phase) * 0.08;
  const driftY = Math.sin(phase) * 0.05;
  const cloudy = intent.features.has('mist') ? 0.8 : random.range(0.25, 0.75);
  const aurora = intent.features.has('aurora');
  const { ramp } = palette;
  const second = palette.accents[1] ?? palette.accents[0];
  const green = palette.ramp.at(0.68);
  const warm: Pixel = { r: 0, g: 0, b: 0 };

  yield* paintField(ctx, scene, (px, x, y) => {
    const fall = clamp01((y + half) / (half * 1.35));
    const far = Math.hypot(x - sunX, (y - sunY) * 1.25);
    const halo = Math.exp(-far * 2.6);
    // Clouds lie flat, flatter near the horizon.
    const stretch = 1.4 + fall * 5;
    const cloud =
      smooth(0, 0.55, fbm(x * 1.1 + driftX, y * stretch + driftY, seed, 4) + 0.1) * cloudy * smooth(0, 0.3, fall);
    const t =
      mix(light.skyTop, light.skyLow, fall ** 0.9) +
      halo * (light.bright ? 0.07 : 0.12) +
      cloud * (light.night ? 0.07 : 0.1);
    ramp.into(px, t);
    ramp.into(warm, t + 0.2);
    const lit = cloud * halo * 0.9;
    px.r = mix(px.r, warm.r, lit) + (light.colour.r - px.r) * halo * halo * 0.3;
    px.g = mix(px.g, warm.g, lit) + (light.colour.g - px.g) * halo * halo * 0.3;
    px.b = mix(px.b, warm.b, lit) + (light.colour.b - px.b) * halo * halo * 0.3;
    if (aurora) {
      let sum = 0;
      for (let i = 0; i < 3; i++) {
        const fold = noise(x * 1.5 + i * 7 + driftX * 3, i * 3.1 + driftY * 3, seed + i) * 0.3;
        const foot = y + half * (0.05 + i * 0.22) - fold;
        const rays = 0.55 + 0.45 * noise(x * 22 + fold * 30, driftX * 6 + i, seed + 5 + i);
        const curtain = foot < 0 ? Math.exp(foot * 4.2) * smooth(0, -0.025, foot) : 0;
        sum += curtain * rays * (0.75 - i * 0.15);
      }
      const high = smooth(-half * 0.2, -half, y);
      px.r += mix(green.r, second.r, high) * sum * 0.75;
      px.g += mix(green.g, second.g, high) * sum * 0.75;
      px.b += mix(green.b, second.b, high) * sum * 0.75;
    }
  });

  if (light.night) paintStars(ctx, scene, aurora ? 320 : 620);
  paintDisc(ctx, scene, light);
}

function paintStars(ctx: Context, scene: Scene, count: number): void {
  const { width, height } = scene;
  const random = scene.random.fork('stars');
  const unit = Math.min(width, height);
  const colour = scene.palette.ramp.at(1);
  for (let i = 0; i < count; i++) {
    const x = random.next() * width;
    const y = random.next() ** 1.4 * height * 0.62;
    const size = (0.0006 + 0.0019 * random.next() ** 5) * unit;
    const pulse = 0.75 + 0.25 * Math.sin((scene.time + random.next()) * Math.PI * 2 * (1 + random.int(2)));
    ctx.fillStyle = css(colour, (0.3 + 0.7 * random.next() ** 2) * pulse * (1 - (y / height) * 1.2));
    disc(ctx, x, y, size);
  }
}

function paintDisc(ctx: Context, scene: Scene, light: Light): void {
  const { x, y, radius, colour, moon } = light;
  const white = { r: 255, g: 255, b: 255 };
  glow(ctx, x, y, radius * (moon ? 7 : 9), colour, moon ? 0.4 : light.bright ? 0.18 : 0.26);
  const core = mixRgb(colour, white, moon ? 0.35 : 0.85);
  ctx.fillStyle = moon
    ? radial(ctx, x - radius * 0.3, y - radius * 0.3, radius * 1.7, [
        [0, core],
        [0.6, colour],
        [1, mixRgb(colour, scene.palette.ramp.at(0.4), 0.45)],
      ])
    : radial(ctx, x, y, radius, [
        [0, core],
        [0.85, mixRgb(core, colour, 0.25)],
        [1, mixRgb(core, colour, 0.4)],
      ]);
  disc(ctx, x, y, radius);
  if (!moon) return;
  // Its seas, faintly.
  const random = scene.random.fork('moon');
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.clip();
  for (let i = 0; i < 9; i++) {
    const at = random.range(0, Math.PI * 2);
    const out = random.next() * radius * 0.8;
    const cx = x + Math.cos(at) * out;
    const cy = y + Math.sin(at) * out;
    const size = radius * random.range(0.15, 0.42);
    ctx.fillStyle = radial(ctx, cx, cy, size, [
      [0, scene.palette.ramp.at(0.55), 0.22],
      [1, scene.palette.ramp.at(0.55), 0],
    ]);
    disc(ctx, cx, cy, size);
  }
  ctx.restore();
}
