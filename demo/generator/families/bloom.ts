import { disc, linear, radial } from '../brush.js';
import { adjust, css, mixRgb, type Rgb } from '../color.js';
import type { Random } from '../random.js';
import type { Context, Scene } from '../scene.js';

const TAU = Math.PI * 2;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

interface Flower {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly petals: number;
  /** Share of a petal's length that is its width. */
  readonly width: number;
  readonly pointed: number;
  readonly heart: Rgb;
  readonly body: Rgb;
  readonly tip: Rgb;
  /** How far behind the others it stands, 0..1: darker and softer. */
  readonly back: number;
}

function petalPath(ctx: Context, length: number, wide: number, pointed: number): void {
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.bezierCurveTo(
    length * 0.22,
    -wide * 0.35,
    length * 0.5,
    -wide,
    length * (0.86 - pointed * 0.1),
    -wide * (0.62 - pointed * 0.3),
  );
  ctx.bezierCurveTo(length * 0.97, -wide * 0.42 * (1 - pointed), length, -wide * 0.14, length, 0);
  ctx.bezierCurveTo(
    length,
    wide * 0.14,
    length * 0.97,
    wide * 0.42 * (1 - pointed),
    length * (0.86 - pointed * 0.1),
    wide * (0.62 - pointed * 0.3),
  );
  ctx.bezierCurveTo(length * 0.5, wide, length * 0.22, wide * 0.35, 0, 0);
  ctx.closePath();
}

function paintFlower(ctx: Context, scene: Scene, flower: Flower, random: Random): void {
  const { radius, petals, heart, body, tip, back } = flower;
  const night = scene.palette.ramp.at(0.02);
  const breath = 1 + 0.025 * Math.sin(scene.time * TAU);
  const turn = random.next() * TAU + 0.06 * Math.sin(scene.time * TAU);
  ctx.save();
  ctx.translate(flower.x, flower.y);
  ctx.fillStyle = radial(ctx, 0, radius * 0.06, radius * 1.25, [
    [0, night, 0.75],
    [0.6, night, 0.5],
    [1, night, 0],
  ]);
  disc(ctx, 0, radius * 0.06, radius * 1.25);
  for (let i = petals - 1; i >= 0; i--) {
    const out = Math.sqrt((i + 0.4) / petals);
    const wobble = random.normal();
    const length = radius * (0.17 + 0.83 * out ** 1.05) * (1 + 0.045 * wobble) * (1 + (breath - 1) * out);
    const wide = (radius * flower.width * (0.3 + 0.9 * out) * (1 + 0.08 * random.normal())) / 2;
    const lit = 0.5 + 0.5 * Math.cos(i * GOLDEN + turn + 2.2);
    const base = mixRgb(heart, body, out ** 1.3);
    const end = adjust(mixRgb(mixRgb(body, tip, 0.25 + 0.75 * out), night, back * 0.5), {
      lift: (lit - 0.5) * 0.09 + random.normal() * 0.012,
    });
    const low = adjust(mixRgb(base, night, 0.3 + back * 0.4), { lift: (lit - 0.5) * 0.05 });
    ctx.save();
    ctx.rotate(i * GOLDEN + turn + wobble * 0.02);
    // A soft edge of shadow on the petals below.
    ctx.fillStyle = css(night, 0.17);
    for (const grow of [1.035, 1.015]) {
      petalPath(ctx, length * grow, wide * (1 + (grow - 1) * 4), flower.pointed);
      ctx.fill();
    }
    petalPath(ctx, length, wide, flower.pointed);
    ctx.fillStyle = linear(
      ctx,
      [0, 0, length, 0],
      [
        [0, low],
        [Math.max(0.1, out * 0.55), mixRgb(low, end, 0.45)],
        [0.88, end],
        [1, adjust(end, { lift: 0.06 })],
      ],
    );
    ctx.fill();
    veins(ctx, length, wide, adjust(end, { lift: 0.12 }), adjust(low, { lift: -0.04 }));
    ctx.restore();
  }
  centre(ctx, scene, flower, random);
  ctx.restore();
}

function veins(ctx: Context, length: number, wide: number, light: Rgb, dark: Rgb): void {
  if (length < 24) return;
  ctx.lineWidth = Math.max(0.5, length * 0.004);
  for (let k = -2; k <= 2; k++) {
    ctx.strokeStyle = k === 0 ? css(dark, 0.3) : css(light, 0.16);
    ctx.beginPath();
    ctx.moveTo(length * 0.25, (k * wide) / 14);
    ctx.quadraticCurveTo(length * 0.6, (k * wide) / 2.9, length * 0.93, (k * wide) / 5.2);
    ctx.stroke();
  }
}

function centre(ctx: Context, scene: Scene, { radius, heart, back }: Flower, random: Random): void {
  const accent = mixRgb(scene.palette.accents[0], scene.palette.ramp.at(0.02), back * 0.5);
  const size = radius * 0.13;
  ctx.fillStyle = radial(ctx, 0, 0, size * 1.6, [
    [0, adjust(heart, { lift: -0.08 }), 0.95],
    [0.6, adjust(heart, { lift: -0.1 }), 0.7],
    [1, heart, 0],
  ]);
  disc(ctx, 0, 0, size * 1.6);
  for (let i = 150; i >= 0; i--) {
    const r = size * 1.15 * Math.sqrt(i / 150);
    const a = i * GOLDEN;
    const dot = size * (0.055 + 0.05 * (i / 150)) * (1 + 0.2 * random.normal());
    ctx.fillStyle = css(mixRgb(adjust(accent, { lift: -0.28 }), adjust(accent, { lift: 0.06 }), i / 150), 0.95);
    disc(ctx, Math.cos(a) * r, Math.sin(a) * r, dot);
  }
}

function leaf(ctx: Context, x: number, y: number, length: number, angle: number, colour: Rgb, dark: Rgb): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  const wide = length * 0.2;
  for (const side of [-1, 1]) {
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.bezierCurveTo(length * 0.25, side * wide * 1.3, length * 0.7, side * wide * 1.1, length, 0);
    ctx.closePath();
    ctx.fillStyle = linear(
      ctx,
      [0, 0, length, side * wide],
      [
        [0, dark],
        [0.7, side > 0 ? colour : mixRgb(colour, dark, 0.4)],
        [1, adjust(colour, { lift: 0.05 })],
      ],
    );
    ctx.fill();
    ctx.strokeStyle = css(adjust(colour, { lift: 0.1 }), 0.22);
    ctx.lineWidth = Math.max(0.5, length * 0.004);
    for (let i = 1; i < 9; i++) {
      ctx.beginPath();
      ctx.moveTo((length * i) / 10, 0);
      ctx.quadraticCurveTo(length * (i / 10 + 0.07), side * wide * 0.3, length * (i / 10 + 0.12), side * wide * 0.62);
      ctx.stroke();
    }
  }
  ctx.restore();
}

/** A large bloom with its petals set by the golden angle, smaller ones behind it, and leaves. */
export function* paintBloom(ctx: Context, scene: Scene): Generator<number, void> {
  const { width, height, palette } = scene;
  const random = scene.random.fork('bloom');
  const unit = Math.min(width, height);
  const { ramp, accents } = palette;
  const long = Math.max(width, height);
  const green = mixRgb(ramp.at(0.3), { r: 72, g: 122, b: 84 }, 0.6);
  const dark = mixRgb(ramp.at(0.03), { r: 10, g: 24, b: 18 }, 0.45);

  ctx.fillStyle = radial(ctx, width * 0.4, height * 0.3, long * 0.95, [
    [0, mixRgb(green, ramp.at(0.3), 0.6)],
    [0.5, mixRgb(dark, green, 0.35)],
    [1, dark],
  ]);
  ctx.fillRect(0, 0, width, height);
  bokeh(ctx, scene);
  yield 0.08;

  const wide = width / height;
  const hero = {
    x: width * (wide > 1.2 ? random.pick([0.38, 0.62]) + random.range(-0.03, 0.03) : random.range(0.44, 0.56)),
    y: height * random.range(0.46, 0.54),
    radius: unit * random.range(0.4, 0.5) * (wide > 1.2 || wide < 0.8 ? 1.12 : 1),
  };
  const away = hero.x > width / 2 ? -1 : 1;
  const places = [
    {
      x: hero.x + away * width * 0.42,
      y: height * random.range(0.08, 0.3),
      radius: unit * random.range(0.2, 0.28),
      back: 0.75,
    },
    {
      x: hero.x + away * width * random.range(0.36, 0.46),
      y: height * random.range(0.72, 0.95),
      radius: unit * random.range(0.22, 0.3),
      back: 0.45,
    },
    {
      x: hero.x - away * width * 0.34,
      y: height * random.range(0.85, 1.02),
      radius: unit * random.range(0.13, 0.2),
      back: 0.6,
    },
    {
      x: hero.x - away * width * 0.36,
      y: height * random.range(0.02, 0.14),
      radius: unit * random.range(0.1, 0.17),
      back: 0.85,
    },
  ];
  for (const place of [...places, { ...hero, back: 0.1 }]) {
    const leaves = 5 + random.int(4);
    for (let i = 0; i < leaves; i++) {
      const angle = (i / leaves) * TAU + random.range(-0.3, 0.3) + 0.03 * Math.sin(scene.time * TAU + i);
      const shade = mixRgb(green, dark, 0.05 + place.back * 0.35 + random.range(0, 0.25));
      leaf(ctx, place.x, place.y, place.radius * random.range(1.2, 1.6), angle, shade, dark);
    }
  }
  yield 0.25;

  const style = random.int(3);
  const looks = [
    { petals: 150, width: 0.34, pointed: 0.55 },
    { petals: 90, width: 0.56, pointed: 0.15 },
    { petals: 230, width: 0.22, pointed: 0.8 },
  ];
  const flowers: Flower[] = [...places, { ...hero, back: 0 }].map((place, i) => {
    const look = looks[i === places.length ? style : (style + i) % 3] ?? { petals: 120, width: 0.4, pointed: 0.4 };
    const other = i % 2 === 0 && i < places.length;
    return {
      ...place,
      ...look,
      petals: Math.round(look.petals * (i === places.length ? 1 : 0.6)),
      heart: ramp.at(other ? 0.26 : 0.18),
      body: other
        ? mixRgb(ramp.at(0.6), accents[accents.length - 1] ?? accents[0], 0.4)
        : adjust(ramp.at(0.42), { chroma: 1.15 }),
      tip: ramp.at(other ? 0.8 : 0.74),
    };
  });
  for (const [i, flower] of flowers.entries()) {
    paintFlower(ctx, scene, flower, random.fork(`flower ${i}`));
    yield 0.25 + (0.7 * (i + 1)) / flowers.length;
  }
  ctx.globalCompositeOperation = 'soft-light';
  ctx.fillStyle = linear(
    ctx,
    [0, 0, width, height],
    [
      [0, ramp.at(0.98), 0.5],
      [0.5, ramp.at(0.6), 0],
      [1, ramp.at(0), 0.55],
    ],
  );
  ctx.fillRect(0, 0, width, height);
  yield 1;
}

function bokeh(ctx: Context, scene: Scene): void {
  const { width, height, palette } = scene;
  const random = scene.random.fork('bokeh');
  const unit = Math.min(width, height);
  for (let i = 0; i < 22; i++) {
    const x = random.next() * width;
    const y = random.next() * height;
    const radius = unit * random.range(0.02, 0.09);
    const colour = palette.ramp.at(random.range(0.5, 0.9));
    const alpha = random.range(0.04, 0.13);
    ctx.fillStyle = radial(ctx, x, y, radius, [
      [0, colour, alpha * 0.7],
      [0.8, colour, alpha],
      [0.95, colour, alpha * 0.8],
      [1, colour, 0],
    ]);
    disc(ctx, x, y, radius);
  }
}
