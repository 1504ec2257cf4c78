import { disc, glow } from '../brush.js';
import { css, mixRgb, type Pixel } from '../color.js';
import { paintField, part } from '../field.js';
import { clamp01, fbm, mix, ridged, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';
import { paintPlanet } from './nebula-planet.js';

/** Clouds of gas lit from within, dust before them, stars of many sizes; a planet where the words ask for one. */
export function* paintNebula(ctx: Context, scene: Scene): Generator<number, void> {
  const { palette, intent } = scene;
  const random = scene.random.fork('nebula');
  const seed = random.int(1e9);
  const turn = random.next() * Math.PI;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const coreX = random.range(-0.25, 0.25);
  const coreY = random.range(-0.2, 0.2);
  const spiral = intent.words.some((word) => word === 'galaxy' || word === 'spiral' || word === 'milky');
  const arms = random.range(3.2, 4.6);
  const planet = intent.features.has('planet');
  const phase = scene.time * Math.PI * 2;
  const driftX = Math.cos(phase) * 0.07;
  const driftY = Math.sin(phase) * 0.07;
  const { ramp, accents } = palette;
  const hot = ramp.at(0.97);
  const other = accents[1] ?? accents[0];
  const gas: Pixel = { r: 0, g: 0, b: 0 };

  yield* part(
    paintField(ctx, scene, (px, u, v) => {
      const du = u - coreX;
      const dv = v - coreY;
      let x = du * cos - dv * sin;
      let y = du * sin + dv * cos;
      let band: number;
      if (spiral) {
        y *= 1.9;
        const r = Math.hypot(x, y) + 0.001;
        const angle = Math.atan2(y, x) + Math.log(r) * 2.1;
        // Two arms: half a turn brings them back to where they were.
        band =
          (0.5 + 0.5 * Math.cos((angle + scene.time * Math.PI) * 2)) * Math.exp(-r * 2.3) * 1.15 +
          Math.exp(-r * r * 45) * 1.1;
        x = r * Math.cos(angle) * 1.4;
        y = r * Math.sin(angle) * 1.4;
      } else {
        band = Math.exp(-((y * 1.9) ** 2)) * 0.75 + Math.exp(-(du * du + dv * dv) * 5) * 0.35;
      }
      const qx = fbm(x * 1.3 + driftX, y * 1.3 + driftY, seed, 4);
      const qy = fbm(x * 1.3 + 5.2 - driftY, y * 1.3 + 1.3 + driftX, seed + 17, 4);
      const cloud = fbm(x * 1.5 + qx * 1.5, y * 1.5 + qy * 1.5, seed + 31, 6, 0.55);
      const wisps = ridged(x * arms * 0.5 + qx * 1.3, y * arms * 0.5 + qy * 1.3, seed + 47, 5);
      const density = clamp01((0.32 + cloud * 0.95 + (wisps - 0.5) * 0.5) * band * 1.75);
      const dust = smooth(0.08, 0.5, fbm(x * 2.3 + qy * 1.8 + 9, y * 2.3 + qx * 1.8, seed + 61, 5) + 0.08);
      const lit = density * (1 - dust * 0.72);
      ramp.into(px, 0.015 + lit * 0.16);
      ramp.into(gas, clamp01(0.14 + lit * 0.74 + qx * 0.26));
      const shine = lit ** 1.4 * (planet ? 0.5 : 0.92);
      const cool = smooth(0.05, 0.45, qy) * 0.5 * lit;
      const core = smooth(0.72, 1.3, lit + wisps * 0.22) * (planet ? 0.12 : 0.8);
      px.r += gas.r * shine + (other.r - gas.r) * cool * 0.75;
      px.g += gas.g * shine + (other.g - gas.g) * cool * 0.75;
      px.b += gas.b * shine + (other.b - gas.b) * cool * 0.75;
      px.r = mix(px.r, hot.r, core);
      px.g = mix(px.g, hot.g, core);
      px.b = mix(px.b, hot.b, core);
    }),
    0,
    0.85,
  );
  stars(ctx, scene);
  if (planet) paintPlanet(ctx, scene);
  yield 1;
}

function stars(ctx: Context, scene: Scene): void {
  const { width, height, palette } = scene;
  const random = scene.random.fork('stars');
  const unit = Math.min(width, height);
  const many = Math.round(900 * (Math.max(width, height) / unit));
  const colours = [palette.ramp.at(1), palette.ramp.at(0.9), palette.accents[0], { r: 255, g: 255, b: 255 }] as const;
  for (let i = 0; i < many; i++) {
    const x = random.next() * width;
    const y = random.next() * height;
    const pulse = 0.8 + 0.2 * Math.sin((scene.time + random.next()) * Math.PI * 2);
    const size = unit * (0.00045 + 0.0014 * random.next() ** 7);
    ctx.fillStyle = css(random.pick(colours), (0.15 + 0.85 * random.next() ** 2.2) * pulse);
    disc(ctx, x, y, size);
  }
  for (let i = 0; i < 13; i++) {
    const x = random.next() * width;
    const y = random.next() * height;
    const size = unit * (0.008 + 0.034 * random.next() ** 3);
    const colour = mixRgb(random.pick(colours), { r: 255, g: 255, b: 255 }, 0.3);
    const pulse = 0.85 + 0.15 * Math.sin((scene.time + random.next()) * Math.PI * 2);
    glow(ctx, x, y, size * 2, colour, 0.75 * pulse);
    ctx.fillStyle = '#fff';
    disc(ctx, x, y, size * 0.055);
    spikes(ctx, x, y, size * 2.1 * pulse);
  }
}

function spikes(ctx: Context, x: number, y: number, length: number): void {
  const white = { r: 255, g: 255, b: 255 };
  ctx.save();
  ctx.globalCompositeOperation = 'lighter';
  ctx.translate(x, y);
  for (const angle of [0, Math.PI / 2]) {
    ctx.rotate(angle);
    const gradient = ctx.createLinearGradient(-length, 0, length, 0);
    gradient.addColorStop(0, css(white, 0));
    gradient.addColorStop(0.5, css(white, 0.6));
    gradient.addColorStop(1, css(white, 0));
    ctx.fillStyle = gradient;
    ctx.beginPath();
    ctx.ellipse(0, 0, length, length * 0.012, 0, 0, Math.PI * 2);
    ctx.fill();
  }
  ctx.restore();
}
