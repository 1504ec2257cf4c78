import { css, mixRgb, type Rgb } from '../color.js';
import type { Random } from '../random.js';
import type { Context, Scene } from '../scene.js';
import type { Inks } from './geometric.js';

const TAU = Math.PI * 2;

/** Large shapes on paper, overprinted where they meet, as two inks do. */
export function* paintComposition(ctx: Context, scene: Scene, inks: Inks, random: Random): Generator<number, void> {
  const { width, height } = scene;
  const unit = Math.min(width, height);
  const sway = Math.sin(scene.time * TAU);
  ctx.globalCompositeOperation = 'multiply';
  const [main, ...others] = inks.inks;
  const ink = (i: number): Rgb => others[i % Math.max(1, others.length)] ?? main;
  const tilt = random.pick([-1, 1]) * random.range(0.35, 0.7);
  const sun = {
    x: width * random.range(0.36, 0.64),
    y: height * random.range(0.34, 0.46),
    r: unit * random.range(0.24, 0.31),
  };

  // A beam through all of it.
  ctx.save();
  ctx.translate(width / 2, height / 2);
  ctx.rotate(tilt + sway * 0.02);
  ctx.fillStyle = css(mixRgb(ink(1), inks.paper, 0.35));
  ctx.fillRect(-width * 2, unit * 0.02, width * 4, unit * random.range(0.1, 0.2));
  ctx.fillStyle = css(ink(2));
  ctx.fillRect(-width * 2, -unit * 0.075, width * 4, unit * 0.018);
  ctx.restore();
  yield 0.2;

  ctx.fillStyle = css(main);
  circle(ctx, sun.x, sun.y + sway * unit * 0.012, sun.r);
  yield 0.35;

  const away = sun.x > width / 2 ? -1 : 1;
  const half = {
    x: sun.x + away * unit * random.range(0.2, 0.32),
    y: sun.y + unit * random.range(0.22, 0.32),
    r: unit * random.range(0.22, 0.3),
  };
  ctx.fillStyle = css(ink(0));
  ctx.save();
  ctx.translate(half.x, half.y);
  ctx.rotate(tilt + random.int(4) * (TAU / 4) + sway * 0.12);
  ctx.beginPath();
  ctx.arc(0, 0, half.r, 0, Math.PI);
  ctx.closePath();
  ctx.fill();
  ctx.restore();
  yield 0.5;

  rings(
    ctx,
    sun.x - away * unit * 0.3,
    sun.y + unit * random.range(0.25, 0.4),
    unit * random.range(0.13, 0.2),
    inks.dark,
    random,
    sway,
  );
  steps(ctx, scene, half.x, half.y + half.r * 0.6, ink(1), random);
  yield 0.7;

  // Lines and small marks that hold the large shapes together.
  ctx.strokeStyle = css(inks.dark);
  ctx.lineWidth = unit * 0.0035;
  ctx.beginPath();
  const x = sun.x - away * unit * 0.02;
  ctx.moveTo(x, -height);
  ctx.lineTo(x, height * 2);
  ctx.moveTo(-width, half.y);
  ctx.lineTo(width * 2, half.y);
  ctx.stroke();
  ctx.fillStyle = css(inks.dark);
  circle(ctx, x, half.y, unit * 0.02);
  circle(
    ctx,
    sun.x + away * unit * random.range(0.28, 0.4),
    sun.y - unit * random.range(0.12, 0.22),
    unit * random.range(0.03, 0.05),
  );
  ctx.fillStyle = css(ink(0));
  circle(
    ctx,
    sun.x - away * unit * random.range(0.34, 0.42),
    sun.y - unit * random.range(0.02, 0.2),
    unit * random.range(0.05, 0.075),
  );
  dots(ctx, sun.x + away * unit * 0.36, half.y + unit * 0.14, unit * 0.022, inks.dark);
  yield 0.9;

  ctx.globalCompositeOperation = 'source-over';
  const margin = unit * 0.05;
  ctx.fillStyle = css(inks.paper);
  ctx.fillRect(0, 0, width, margin);
  ctx.fillRect(0, height - margin, width, margin);
  ctx.fillRect(0, 0, margin, height);
  ctx.fillRect(width - margin, 0, margin, height);
}

function circle(ctx: Context, x: number, y: number, radius: number): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, TAU);
  ctx.fill();
}

function rings(ctx: Context, x: number, y: number, radius: number, colour: Rgb, random: Random, sway: number): void {
  const count = 5 + random.int(3);
  const from = random.int(4) * (TAU / 4) + sway * 0.25;
  const arc = random.pick([TAU / 2, TAU * 0.75, TAU]);
  ctx.strokeStyle = css(colour);
  for (let i = 0; i < count; i++) {
    ctx.lineWidth = (radius / count) * 0.42;
    ctx.beginPath();
    ctx.arc(x, y, (radius * (i + 0.6)) / count, from, from + arc);
    ctx.stroke();
  }
}

function steps(ctx: Context, scene: Scene, x: number, y: number, colour: Rgb, random: Random): void {
  const unit = Math.min(scene.width, scene.height);
  const size = unit * random.range(0.05, 0.075);
  const way = random.pick([-1, 1]);
  ctx.fillStyle = css(colour);
  for (let i = 0; i < 4; i++) ctx.fillRect(x + way * i * size, y - i * size * 0.9, size, size * 8);
}

function dots(ctx: Context, x: number, y: number, gap: number, colour: Rgb): void {
  ctx.fillStyle = css(colour);
  for (let row = 0; row < 5; row++) {
    for (let column = 0; column < 5; column++) circle(ctx, x + (column - 2) * gap, y + (row - 2) * gap, gap * 0.17);
  }
}
