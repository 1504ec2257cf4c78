import { linear } from '../brush.js';
import { mixRgb, type Pixel } from '../color.js';
import { paintField, part } from '../field.js';
import { clamp01, mix, smooth } from '../noise.js';
import type { Context, Scene } from '../scene.js';

const TAU = Math.PI * 2;

interface Wave {
  readonly reach: number;
  /** Turns over the shorter side. */
  readonly often: number;
  readonly phase: number;
  /** Whole turns a loop. */
  readonly speed: number;
}

interface Fold {
  readonly at: number;
  readonly waves: readonly Wave[];
  /** Places on the ramp at its edge and in its depth. */
  readonly edge: number;
  readonly depth: number;
  readonly fall: number;
  readonly accent: number;
  readonly sheen: number;
}

function foldsOf(scene: Scene): Fold[] {
  const random = scene.random.fork('folds');
  const count = 6 + random.int(3);
  const lean = random.range(-0.5, 0.5);
  // Each fold takes after the one behind it.
  let phase = random.next() * TAU;
  return Array.from({ length: count }, (_, i) => {
    const near = i / (count - 1);
    phase += random.range(0.35, 1.1);
    const even = i % 2 === 0;
    return {
      at: mix(-0.62, 0.5, near) + random.range(-0.05, 0.05),
      waves: [
        { reach: random.range(0.12, 0.24), often: random.range(0.28, 0.5), phase, speed: even ? 1 : -1 },
        { reach: random.range(0.03, 0.08), often: random.range(0.7, 1.1), phase: phase * 1.7 + lean, speed: 1 },
      ],
      edge: random.range(0.62, 0.95) - near * 0.1,
      depth: random.range(0.02, 0.3),
      fall: random.range(1.9, 3.4),
      accent: random.chance(0.4) ? random.range(0.4, 0.9) : 0,
      sheen: random.range(0.25, 0.6),
    };
  });
}

const heightOf = (fold: Fold, x: number, time: number): number => {
  let y = fold.at;
  for (const { reach, often, phase, speed } of fold.waves) {
    y += reach * Math.sin(x * often * TAU + phase + 0.55 * Math.sin(TAU * time * speed + phase));
  }
  return y;
};

/** A fold's line as a table over `x`: all that does not change from row to row. */
class Profile {
  readonly fold: Fold;
  top = 0;
  /** Turns a vertical distance into the one across the fold. */
  across = 1;
  lit = 0;
  readonly #reach: number;
  readonly #table = new Float32Array((TABLE + 2) * 3);

  constructor(fold: Fold, time: number, reach: number) {
    this.fold = fold;
    this.#reach = reach;
    for (let i = 0; i <= TABLE + 1; i++) {
      const x = (i / TABLE - 0.5) * 2 * reach;
      const top = heightOf(fold, x, time);
      const slope = (heightOf(fold, x + 0.01, time) - top) * 100;
      const lit = 0.5 + 0.5 * Math.sin(slope * 2.2 + x * 2.4 + fold.at * 9);
      this.#table.set([top, 1 / Math.sqrt(1 + slope * slope), lit], i * 3);
    }
  }

  /** Reads the table; what it finds stays until the next reading. */
  read(x: number): void {
    const at = Math.max(0, Math.min(TABLE, (x / this.#reach / 2 + 0.5) * TABLE));
    const i = Math.floor(at);
    const f = at - i;
    const j = i * 3;
    const table = this.#table;
    const top = table[j] ?? 0;
    this.top = top + ((table[j + 3] ?? 0) - top) * f;
    this.across = table[j + 1] ?? 1;
    const lit = table[j + 2] ?? 0;
    this.lit = lit + ((table[j + 5] ?? 0) - lit) * f;
  }
}

const TABLE = 2048;

/** Satin folds, one over the other, each with a bright hem and a shadow under it, and threads along one of them. */
export function* paintSilk(ctx: Context, scene: Scene): Generator<number, void> {
  const { width, height, palette } = scene;
  const random = scene.random.fork('silk');
  const unit = Math.min(width, height);
  const angle = random.range(-0.45, 0.45) + (height > width ? random.pick([-0.9, 0.9]) : 0);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const folds = foldsOf(scene);
  const reach = Math.hypot(width, height) / unit / 2 + 0.05;
  const profiles = folds.map((fold) => new Profile(fold, scene.time, reach));
  const { ramp } = palette;
  const accent = palette.accents[0];
  const back = random.range(0.04, 0.2);
  const tint: Pixel = { r: 0, g: 0, b: 0 };
  const pixel = 1 / (unit * scene.detail);

  yield* part(
    paintField(ctx, scene, (px, u, v) => {
      const x = u * cos + v * sin;
      const y = v * cos - u * sin;
      ramp.into(px, back + 0.16 * clamp01(0.5 - y));
      for (const profile of profiles) {
        profile.read(x);
        const { fold, lit } = profile;
        const d = (y - profile.top) * profile.across;
        if (d < -pixel) {
          // Its shadow on what lies behind.
          if (d < -0.4) continue;
          const shade = 1 - 0.5 * Math.exp(d * 15);
          px.r *= shade;
          px.g *= shade;
          px.b *= shade;
          continue;
        }
        const cover = smooth(-pixel, pixel, d);
        const deep = 1 - Math.exp(-Math.max(0, d) * fold.fall);
        ramp.into(tint, clamp01(mix(fold.edge, fold.depth, deep) + (lit - 0.5) * 0.22));
        if (d < 0.9) {
          const blend = fold.accent * Math.exp(-d * 5) * lit;
          const hem = d < 0.12 ? Math.exp(-Math.max(0, d) * 60) * fold.sheen : 0;
          tint.r = mix(mix(tint.r, accent.r, blend), 255, hem * 0.55);
          tint.g = mix(mix(tint.g, accent.g, blend), 250, hem * 0.55);
          tint.b = mix(mix(tint.b, accent.b, blend), 245, hem * 0.5);
        }
        px.r = mix(px.r, tint.r, cover);
        px.g = mix(px.g, tint.g, cover);
        px.b = mix(px.b, tint.b, cover);
      }
    }),
    0,
    0.8,
  );
  threads(ctx, scene, folds, angle);
  yield 1;
}

/** Fine threads that follow two folds and swing away from them. */
function threads(ctx: Context, scene: Scene, folds: readonly Fold[], angle: number): void {
  const { width, height, palette } = scene;
  const random = scene.random.fork('threads');
  const unit = Math.min(width, height);
  const long = Math.hypot(width, height) / unit;
  const count = 46;
  ctx.save();
  ctx.translate(width / 2, height / 2);
  ctx.rotate(angle);
  ctx.scale(unit, unit);
  ctx.globalCompositeOperation = 'lighter';
  for (const fold of [folds[1 + random.int(2)], folds[4]]) {
    if (!fold) continue;
    const colour = mixRgb(palette.ramp.at(0.9), palette.accents[0], 0.35);
    const twist = random.range(1.2, 2.4);
    const spread = random.range(0.06, 0.14);
    for (let i = 0; i < count; i++) {
      const across = i / (count - 1);
      const alpha = 0.05 + 0.17 * Math.abs(across * 2 - 1) ** 3;
      ctx.strokeStyle = linear(
        ctx,
        [-long * 0.5, 0, long * 0.5, 0],
        [
          [0, colour, 0],
          [0.35, colour, alpha],
          [0.7, colour, alpha * 0.7],
          [1, colour, 0],
        ],
      );
      ctx.lineWidth = 0.0011;
      ctx.beginPath();
      for (let s = 0; s <= 90; s++) {
        const x = (s / 90 - 0.5) * long * 1.05;
        const swing = Math.sin(x * 2.3 + across * twist + Math.sin(scene.time * TAU) * 0.5 + fold.at * 7);
        ctx.lineTo(x, heightOf(fold, x, scene.time) - 0.03 + swing * spread + across * 0.05 * Math.cos(x * 3));
      }
      ctx.stroke();
    }
  }
  ctx.restore();
}
