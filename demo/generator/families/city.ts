import { disc, glow, linear, mirror, radial } from '../brush.js';
import { css, mixRgb, type Rgb } from '../color.js';
import { paintField, part } from '../field.js';
import { clamp01, fbm, noise, smooth } from '../noise.js';
import type { Random } from '../random.js';
import type { Context, Scene } from '../scene.js';

interface Street {
  /** 0 far .. 1 near. */
  readonly near: number;
  readonly foot: number;
  readonly body: Rgb;
  readonly haze: Rgb;
  readonly lights: readonly Rgb[];
}

/** A skyline in the evening: towers behind towers in haze, lit windows, and water that shows it all again. */
export function* paintCity(ctx: Context, scene: Scene): Generator<number, void> {
  const { width, height, palette, intent } = scene;
  const random = scene.random.fork('city');
  const unit = Math.min(width, height);
  const { ramp, accents } = palette;
  const horizon = Math.round(height * random.range(0.69, 0.75));
  const dusk = intent.features.has('dusk') || intent.features.has('dawn');
  const seed = random.int(1e9);
  const drift = Math.sin(scene.time * Math.PI * 2) * 0.1;
  const half = height / unit / 2;
  yield* part(
    paintField(ctx, scene, (px, x, y) => {
      const fall = clamp01((y + half) / ((horizon / unit) * 1.02));
      const cloud = smooth(-0.05, 0.6, fbm(x * 1.2 + drift, y * 4 + 3, seed, 4)) * 0.13;
      ramp.into(px, (dusk ? 0.1 : 0.03) + (dusk ? 0.76 : 0.56) * fall ** 1.7 + cloud * (0.3 + fall));
    }),
    0,
    0.3,
  );
  const moon = {
    x: width * random.pick([0.24, 0.74]),
    y: height * random.range(0.18, 0.3),
    r: unit * random.range(0.05, 0.09),
  };
  const pale = mixRgb(ramp.at(0.96), accents[0], 0.25);
  glow(ctx, moon.x, moon.y, moon.r * 8, pale, 0.35);
  ctx.fillStyle = radial(ctx, moon.x, moon.y, moon.r, [
    [0, pale],
    [0.9, mixRgb(pale, accents[0], 0.25)],
    [1, mixRgb(pale, accents[0], 0.35)],
  ]);
  disc(ctx, moon.x, moon.y, moon.r);
  glow(ctx, width / 2, horizon, width * 0.6, ramp.at(0.6), 0.28);

  const depth = 5;
  for (let i = 0; i < depth; i++) {
    const near = i / (depth - 1);
    const tone = (dusk ? 0.56 : 0.4) * (1 - near) ** 1.15 + 0.01;
    const street: Street = {
      near,
      foot: horizon,
      body: ramp.at(tone),
      haze: ramp.at(tone + 0.3 - near * 0.12),
      lights: [mixRgb(accents[0], ramp.at(0.95), 0.35), ramp.at(0.88), accents[1] ?? accents[0], accents[0]],
    };
    skyline(ctx, scene, street, random.fork(`street ${i}`));
    if (near < 1) {
      ctx.fillStyle = linear(
        ctx,
        [0, horizon - unit * 0.42, 0, horizon],
        [
          [0, street.haze, 0],
          [0.5, street.haze, 0.16],
          [1, street.haze, 0.66],
        ],
      );
      ctx.fillRect(0, horizon - unit * 0.42, width, unit * 0.42);
    }
    yield 0.3 + (0.55 * (i + 1)) / depth;
  }
  mirror(ctx, horizon, (down) => noise(down ** 0.6 * 60, drift * 8, seed) * (2 + down * 26) * (height / 1000));
  ctx.fillStyle = linear(
    ctx,
    [0, horizon, 0, height],
    [
      [0, ramp.at(0.5), 0.28],
      [0.1, ramp.at(0.1), 0.2],
      [1, ramp.at(0), 0.72],
    ],
  );
  ctx.fillRect(0, horizon, width, height - horizon);
  if (intent.features.has('rain')) rain(ctx, scene);
  yield 1;
}

function skyline(ctx: Context, scene: Scene, street: Street, random: Random): void {
  const { width, height } = scene;
  const { near, foot, body, haze } = street;
  const unit = Math.min(width, height);
  const peak = random.range(0.3, 0.7);
  let x = -unit * 0.05;
  while (x < width) {
    const wide = unit * random.range(0.032, 0.085) * (0.8 + near * 0.7);
    const middle = Math.exp(-(((x / width - peak) / 0.24) ** 2));
    // Mostly low, a few very tall; the far ones reach highest, so that the depth shows.
    const storeys = 0.12 + 0.5 * random.next() ** 2.2 + 0.55 * middle * random.next() ** 1.3;
    const tall = Math.min(foot * 0.86, foot * storeys * (0.98 - 0.62 * near) + unit * 0.03);
    const fill = linear(
      ctx,
      [0, foot - tall, 0, foot],
      [
        [0, body],
        [1, mixRgb(body, haze, 0.7)],
      ],
    );
    ctx.fillStyle = fill;
    ctx.fillRect(x, foot - tall, wide + 1, tall);
    crown(ctx, x, foot - tall, wide, unit, random, street, scene.time);
    windows(ctx, x, foot - tall, wide, tall, unit, random, street, scene.time);
    x += wide * random.range(0.92, 1.5);
  }
}

function crown(
  ctx: Context,
  x: number,
  top: number,
  wide: number,
  unit: number,
  random: Random,
  street: Street,
  time: number,
): void {
  const kind = random.int(5);
  ctx.fillStyle = css(street.body);
  if (kind === 0) {
    ctx.fillRect(x + wide * 0.2, top - wide * 0.4, wide * 0.6, wide * 0.42);
    ctx.fillRect(x + wide * 0.36, top - wide * 0.7, wide * 0.28, wide * 0.72);
  } else if (kind === 1) {
    ctx.beginPath();
    ctx.moveTo(x, top + 1);
    ctx.lineTo(x + wide, top + 1);
    ctx.lineTo(x + wide, top - wide * 0.45);
    ctx.fill();
  } else if (kind === 2) {
    ctx.fillRect(x + wide * 0.47, top - wide * 1.1, Math.max(1, wide * 0.05), wide * 1.1);
    const blink = 0.6 + 0.4 * Math.sin((time + random.next()) * Math.PI * 2);
    glow(
      ctx,
      x + wide * 0.49,
      top - wide * 1.1,
      unit * 0.012,
      { r: 255, g: 80, b: 70 },
      blink * (0.4 + street.near * 0.5),
    );
  }
}

function windows(
  ctx: Context,
  x: number,
  top: number,
  wide: number,
  tall: number,
  unit: number,
  random: Random,
  { near, lights, body }: Street,
  time: number,
): void {
  const gap = unit * (0.0055 + 0.0055 * near);
  const columns = Math.max(2, Math.floor((wide - gap * 0.8) / gap));
  const step = (wide - gap * 0.8) / columns;
  const rows = Math.floor(tall / (gap * 1.35)) - 1;
  const lit = random.range(0.12, 0.5);
  const warm = lights[random.int(2)] ?? body;
  const odd = lights[2 + random.int(2)] ?? warm;
  const sign = near > 0.4 && random.chance(0.28);
  for (let row = 0; row < rows; row++) {
    // Offices light whole floors.
    const floor = random.chance(0.08) ? 0.95 : lit * random.range(0.5, 1.2);
    for (let column = 0; column < columns; column++) {
      const on = random.next();
      const tint = random.next();
      const pulse = on < 0.01 ? Math.max(0, Math.sin((time + tint) * Math.PI * 2)) : 1;
      if (on > floor) continue;
      const strength = (0.25 + 0.7 * tint) * (0.34 + 0.66 * near) * pulse;
      ctx.fillStyle = css(tint > 0.9 ? odd : warm, strength);
      ctx.fillRect(x + gap * 0.4 + column * step + step * 0.2, top + gap * (0.9 + row * 1.35), step * 0.6, gap * 0.72);
    }
  }
  if (!sign) return;
  const bar = { x: x + wide * random.range(0.2, 0.7), y: top + tall * 0.15, h: tall * random.range(0.12, 0.3) };
  glow(ctx, bar.x, bar.y + bar.h / 2, bar.h * 0.9, odd, 0.4);
  ctx.fillStyle = css(mixRgb(odd, { r: 255, g: 255, b: 255 }, 0.35), 0.95);
  ctx.fillRect(bar.x - wide * 0.03, bar.y, Math.max(1.2, wide * 0.06), bar.h);
}

function rain(ctx: Context, scene: Scene): void {
  const { width, height } = scene;
  const random = scene.random.fork('rain');
  const unit = Math.min(width, height);
  ctx.lineWidth = Math.max(0.5, unit * 0.0009);
  for (let i = 0; i < 520; i++) {
    const long = unit * random.range(0.02, 0.07);
    const x = random.next() * width * 1.1;
    const y = ((random.next() + scene.time * (1 + random.int(2))) % 1) * height * 1.1;
    ctx.strokeStyle = css(scene.palette.ramp.at(0.95), random.range(0.04, 0.17));
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x - long * 0.16, y + long);
    ctx.stroke();
  }
}
