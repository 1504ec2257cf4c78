import { clamp01, mix } from './noise.js';

/** sRGB, each 0..255. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** OKLab: lightness 0..1, and two axes of colour. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

/** A colour that is written in place, for loops over pixels. */
export interface Pixel {
  r: number;
  g: number;
  b: number;
}

const toLinear = (v: number): number => (v <= 10.31475 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number): number => 255 * clamp01(v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

export function fromHex(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return { r: n >> 16, g: (n >> 8) & 255, b: n & 255 };
}

export const toHex = ({ r, g, b }: Rgb): string =>
  `#${[r, g, b].map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`;

export function toLab(rgb: Rgb): Lab {
  const r = toLinear(rgb.r);
  const g = toLinear(rgb.g);
  const b = toLinear(rgb.b);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

export function toRgb({ l, a, b }: Lab): Rgb {
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: toGamma(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
    g: toGamma(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
    b: toGamma(-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z),
  };
}

export const chroma = ({ a, b }: Lab): number => Math.hypot(a, b);

/** Changes lightness, colourfulness and hue (in turns) of a colour. */
export function adjust(rgb: Rgb, change: { lift?: number; chroma?: number; turn?: number }): Rgb {
  const lab = toLab(rgb);
  const angle = (change.turn ?? 0) * Math.PI * 2;
  const c = change.chroma ?? 1;
  const cos = Math.cos(angle) * c;
  const sin = Math.sin(angle) * c;
  return toRgb({ l: clamp01(lab.l + (change.lift ?? 0)), a: lab.a * cos - lab.b * sin, b: lab.a * sin + lab.b * cos });
}

export function mixRgb(from: Rgb, to: Rgb, t: number): Rgb {
  const p = toLab(from);
  const q = toLab(to);
  return toRgb({ l: mix(p.l, q.l, t), a: mix(p.a, q.a, t), b: mix(p.b, q.b, t) });
}

export const css = ({ r, g, b }: Rgb, alpha = 1): string =>
  `rgba(${Math.round(r)},${Math.round(g)},${Math.round(b)},${alpha.toFixed(4)})`;

const STEPS = 512;

/** A row of colours, mixed in OKLab, as a table that is fast to read. */
export class Ramp {
  readonly #table = new Float32Array((STEPS + 1) * 3);

  constructor(stops: readonly Rgb[]) {
    const labs = stops.map(toLab);
    for (let i = 0; i <= STEPS; i++) {
      const at = (i / STEPS) * (labs.length - 1);
      const from = labs[Math.floor(at)];
      const to = labs[Math.ceil(at)];
      if (!from || !to) continue;
      const t = at - Math.floor(at);
      const { r, g, b } = toRgb({ l: mix(from.l, to.l, t), a: mix(from.a, to.a, t), b: mix(from.b, to.b, t) });
      this.#table.set([r, g, b], i * 3);
    }
  }

  /** Writes the colour at 0..1. */
  into(px: Pixel, t: number): void {
    const at = clamp01(t) * STEPS;
    const i = Math.min(Math.floor(at), STEPS - 1);
    const f = at - i;
    const j = i * 3;
    const table = this.#table;
    const r = table[j] ?? 0;
    const g = table[j + 1] ?? 0;
    const b = table[j + 2] ?? 0;
    px.r = r + ((table[j + 3] ?? 0) - r) * f;
    px.g = g + ((table[j + 4] ?? 0) - g) * f;
    px.b = b + ((table[j + 5] ?? 0) - b) * f;
  }

  at(t: number): Rgb {
    const px: Pixel = { r: 0, g: 0, b: 0 };
    this.into(px, t);
    return px;
  }
}
