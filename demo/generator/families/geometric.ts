import { css, mixRgb, toLab, type Rgb } from '../color.js';
import { smooth } from '../noise.js';
import type { Random } from '../random.js';
import type { Context, Scene } from '../scene.js';
import { paintComposition } from './geometric-composition.js';

const TAU = Math.PI * 2;

/** Colours of a print: its paper, and inks that stand apart from one another. */
export interface Inks {
  readonly paper: Rgb;
  readonly dark: Rgb;
  readonly inks: readonly [Rgb, ...Rgb[]];
}

function inksOf(scene: Scene): Inks {
  const { stops, accents, ramp } = scene.palette;
  const dark = stops[0] ?? ramp.at(0);
  const paper = mixRgb(stops[5] ?? ramp.at(1), { r: 246, g: 238, b: 220 }, 0.45);
  const inks: Rgb[] = [];
  for (const ink of [stops[2], accents[0], stops[3], stops[1], accents[1], stops[4]]) {
    if (!ink) continue;
    const lab = toLab(ink);
    const apart = inks.every((other) => {
      const { l, a, b } = toLab(other);
      return Math.hypot(l - lab.l, a - lab.a, b - lab.b) > 0.09;
    });
    if (apart) inks.push(ink);
  }
  const [first = ramp.at(0.5), ...rest] = inks;
  return { paper, dark, inks: [first, ...rest] };
}

/** Prints in flat inks: a grid of simple shapes, or a free composition of a few large ones. */
export function* paintGeometric(ctx: Context, scene: Scene): Generator<number, void> {
  const { intent } = scene;
  const random = scene.random.fork('geometric');
  const inks = inksOf(scene);
  ctx.fillStyle = css(inks.paper);
  ctx.fillRect(0, 0, scene.width, scene.height);
  const grid = intent.features.has('grid') || random.chance(0.5);
  if (grid) yield* paintGrid(ctx, scene, inks, random);
  else yield* paintComposition(ctx, scene, inks, random);
  yield 1;
}

function* paintGrid(ctx: Context, scene: Scene, inks: Inks, random: Random): Generator<number, void> {
  const { width, height, time } = scene;
  const across = 3 + random.int(3);
  const unit = Math.min(width, height);
  const margin = unit * 0.055;
  const short = (unit - margin * 2) / across;
  const columns = Math.max(1, Math.round((width - margin * 2) / short));
  const rows = Math.max(1, Math.round((height - margin * 2) / short));
  const size = Math.min((width - margin * 2) / columns, (height - margin * 2) / rows);
  const left = (width - size * columns) / 2;
  const top = (height - size * rows) / 2;
  let last = -1;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let kind = random.int(TILES.length);
      if (kind === last) kind = (kind + 1) % TILES.length;
      last = kind;
      const palette = [...inks.inks, inks.dark, inks.paper];
      const ground = palette.splice(random.int(palette.length), 1)[0] ?? inks.paper;
      const figure = palette.splice(random.int(palette.length), 1)[0] ?? inks.dark;
      const second = palette[random.int(palette.length)] ?? inks.dark;
      ctx.save();
      ctx.translate(left + (column + 0.5) * size, top + (row + 0.5) * size);
      // A hair's breadth over, so that no seam shows between tiles.
      ctx.beginPath();
      ctx.rect(-size / 2 - 0.4, -size / 2 - 0.4, size + 0.8, size + 0.8);
      ctx.clip();
      ctx.fillStyle = css(ground);
      ctx.fillRect(-size / 2 - 1, -size / 2 - 1, size + 2, size + 2);
      const turns = random.int(4);
      const wait = (column + row) / (columns + rows);
      // In a moving picture each tile turns and turns back, one after the other.
      const moment = time - wait * 0.15;
      const turned = smooth(0.1, 0.3, moment) - smooth(0.6, 0.8, moment);
      ctx.rotate(((turns + turned) * Math.PI) / 2);
      TILES[kind]?.(ctx, size, css(figure), css(second), css(ground));
      ctx.restore();
    }
    yield (row + 1) / rows;
  }
}

type Tile = (ctx: Context, size: number, figure: string, second: string, ground: string) => void;

function pie(ctx: Context, x: number, y: number, radius: number, from: number, to: number, fill: string): void {
  ctx.fillStyle = fill;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.arc(x, y, radius, from, to);
  ctx.closePath();
  ctx.fill();
}

const TILES: readonly Tile[] = [
  (ctx, s, figure, second) => {
    pie(ctx, -s / 2, -s / 2, s, 0, TAU / 4, figure);
    pie(ctx, -s / 2, -s / 2, s * 0.5, 0, TAU / 4, second);
  },
  (ctx, s, figure, second, ground) => {
    [1, 0.75, 0.5, 0.25].forEach((r, i) =>
      pie(ctx, -s / 2, s / 2, s * r, -TAU / 4, 0, [figure, ground, second, ground][i] ?? ground),
    );
  },
  (ctx, s, figure, second) => {
    pie(ctx, 0, 0, s * 0.36, 0, TAU, figure);
    pie(ctx, 0, 0, s * 0.14, 0, TAU, second);
  },
  (ctx, s, figure) => {
    // A leaf: what two quarter circles share.
    ctx.fillStyle = figure;
    ctx.beginPath();
    ctx.arc(-s / 2, -s / 2, s, 0, TAU / 4);
    ctx.arc(s / 2, s / 2, s, TAU / 2, (TAU * 3) / 4);
    ctx.fill();
  },
  (ctx, s, figure, second) => {
    pie(ctx, -s / 2, 0, s / 2, -TAU / 4, TAU / 4, figure);
    pie(ctx, 0, 0, s / 2, -TAU / 4, TAU / 4, second);
  },
  (ctx, s, figure) => {
    ctx.fillStyle = figure;
    for (let i = 0; i < 4; i++) ctx.fillRect(-s / 2 - 1, -s / 2 + (i * s) / 4, s + 2, s / 8);
  },
  (ctx, s, figure, second) => {
    ctx.fillStyle = figure;
    ctx.beginPath();
    ctx.moveTo(-s / 2, s / 2);
    ctx.lineTo(-s / 2, -s / 2);
    ctx.lineTo(s / 2, s / 2);
    ctx.fill();
    pie(ctx, s * 0.2, -s * 0.2, s * 0.16, 0, TAU, second);
  },
  (ctx, s, figure, second) => {
    for (const [x, y, fill] of [
      [-1, -1, figure],
      [1, 1, figure],
      [1, -1, second],
      [-1, 1, second],
    ] as const) {
      pie(ctx, (x * s) / 4, (y * s) / 4, s * 0.17, 0, TAU, fill);
    }
  },
  (ctx, s, figure, second) => {
    pie(ctx, 0, s / 2, s / 2, TAU / 2, TAU, figure);
    pie(ctx, 0, s / 2, s / 4, TAU / 2, TAU, second);
    pie(ctx, 0, -s / 2, s / 2, 0, TAU / 2, second);
  },
];
