const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

const corner = (ix: number, iy: number, seed: number, dx: number, dy: number): number => {
  let h = (Math.imul(ix, 374761393) + Math.imul(iy, 668265263) + seed) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h ^= h >>> 16;
  return ((h & 0xffff) / 32767.5 - 1) * dx + ((h >>> 16) / 32767.5 - 1) * dy;
};

/** Smooth noise, about -1..1. */
export function noise(x: number, y: number, seed: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fade(fx);
  const a = corner(ix, iy, seed, fx, fy);
  const b = corner(ix + 1, iy, seed, fx - 1, fy);
  const c = corner(ix, iy + 1, seed, fx, fy - 1);
  const d = corner(ix + 1, iy + 1, seed, fx - 1, fy - 1);
  const top = a + (b - a) * u;
  return (top + (c + (d - c) * u - top) * fade(fy)) * 1.25;
}

/** Layers of noise, each finer and fainter than the one before; about -1..1. */
export function fbm(x: number, y: number, seed: number, octaves: number, gain = 0.5): number {
  let sum = 0;
  let share = 1;
  let total = 0;
  let px = x;
  let py = y;
  for (let i = 0; i < octaves; i++) {
    sum += share * noise(px, py, seed + i * 1013);
    total += share;
    share *= gain;
    // Turned a little each time, so that no grid shows.
    const turned = px * 1.616 + py * 1.212;
    py = py * 1.616 - px * 1.212;
    px = turned;
  }
  return sum / total;
}

/** Noise with sharp crests, 0..1. */
export function ridged(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0;
  let share = 0.5;
  let px = x;
  let py = y;
  for (let i = 0; i < octaves; i++) {
    const crest = 1 - Math.abs(noise(px, py, seed + i * 733));
    sum += share * crest * crest;
    share *= 0.5;
    px *= 2.03;
    py *= 2.03;
  }
  return sum;
}

export const clamp01 = (t: number): number => (t < 0 ? 0 : t > 1 ? 1 : t);

export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 below `from`, 1 above `to`, smooth between; `from` may be the larger one. */
export function smooth(from: number, to: number, x: number): number {
  const t = clamp01((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}
