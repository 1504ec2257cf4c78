import { encodePng } from '../../internal/png.js';
import { Chance } from './chance.js';

/** A file is not compressed and has a byte per pixel: this many keep it below 40 kB. */
const PIXELS = 36_000;
const SHADES = 256;

type Rgb = readonly [red: number, green: number, blue: number];

/** A colour from hue (turns), saturation and lightness (0..1). */
function hsl(hue: number, saturation: number, lightness: number): Rgb {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const part = (offset: number): number => {
    const place = (offset + 12 * hue) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [part(0), part(8), part(4)];
}

/** The colours of a picture by their shade, from dark to light. */
function shadesOf(seed: number): (shade: number) => Rgb {
  const chance = new Chance(seed, 1);
  const hue = chance.share(0);
  const turn = 0.08 + 0.35 * chance.share(1);
  const saturation = 0.35 + 0.4 * chance.share(2);
  return (shade) => {
    const part = shade / (SHADES - 1);
    return hsl((hue + turn * part) % 1, saturation * (1 - 0.4 * part), 0.16 + 0.7 * part);
  };
}

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** The colour a picture has on the whole, as `#rrggbb`. */
export const colorOf = (seed: number): string =>
  `#${shadesOf(seed)(SHADES / 2)
    .map(hex)
    .join('')}`;

/** Light is reckoned in whole numbers, of which this is full light. */
const FULL = 1 << 16;
/** Steps in which the light of a disc falls with the square of the distance from its middle. */
const FALLS = 2048;

const whole = (value: number): number => Math.round(value);
const clamp = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value);

/** A disc with a glow around it. */
interface Disc {
  /** Its middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Squares of distances, in square pixels, shifted right by this are a place in `light`. */
  readonly shift: number;
  /** Light that it gives or takes. */
  readonly light: Int32Array;
}

function discOf(chance: Chance, each: number, [width, height]: readonly [number, number]): Disc {
  const radius = (0.08 + 0.16 * chance.share(30 + each)) * Math.max(width, height);
  const strength = (chance.share(40 + each) < 0.7 ? 0.3 : -0.3) * FULL;
  const shift = Math.max(0, Math.ceil(Math.log2((12 * radius * radius) / FALLS)));
  const light = new Int32Array(FALLS);
  for (let step = 0; step < FALLS; step++) {
    const distance = Math.sqrt((step + 0.5) * 2 ** shift);
    // The edge is a pixel or two wide.
    const inside = clamp((radius - distance) / 1.5 + 0.5, 1);
    light[step] = whole(strength * Math.max(inside, 0.5 * Math.exp(-distance / radius)));
  }
  const [x, y] = [whole(chance.share(10 + each) * width), whole(0.7 * chance.share(20 + each) * height)];
  return { x, y, shift, light };
}

/** What the pixels of a column have in common. */
interface Columns {
  /** Light that falls from the side. */
  readonly light: Int32Array;
  /** Where the hills begin, in 256ths of a pixel. */
  readonly hills: Int32Array;
}

function columnsOf([width, height]: readonly [number, number], across: number, phase: number): Columns {
  const [light, hills] = [new Int32Array(width), new Int32Array(width)];
  for (let column = 0; column < width; column++) {
    const x = column / width;
    light[column] = whole(FULL * (0.5 + 0.64 * across * (x - 0.5)));
    hills[column] = whole(256 * height * (0.72 + 0.09 * Math.sin(5 * x + phase) + 0.05 * Math.sin(13 * x)));
  }
  return { light, hills };
}

/**
 * Draws a picture: light falling across it, hills, and a disc or two. A page draws dozens of them at once, so what there is to
 * do for a pixel is done in whole numbers.
 */
function draw(width: number, height: number, seed: number): Uint8Array {
  const chance = new Chance(seed, 2);
  const angle = 2 * Math.PI * chance.share(0);
  const discs = Array.from({ length: 1 + (chance.bits(1) & 1) }, (_, each) => discOf(chance, each, [width, height]));
  const columns = columnsOf([width, height], Math.cos(angle), 6 * chance.share(2));
  const bytes = new Uint8Array(width * height);
  for (let row = 0, offset = 0; row < height; row++) {
    const y = row / height;
    const fromAbove = whole(FULL * 0.64 * Math.sin(angle) * (y - 0.5));
    const shade = whole(FULL * 0.28 * (0.4 + 0.6 * y));
    for (let column = 0; column < width; column++, offset++) {
      let light = (columns.light[column] ?? 0) + fromAbove;
      for (const disc of discs) {
        const [dx, dy] = [column - disc.x, row - disc.y];
        const step = (dx * dx + dy * dy) >> disc.shift;
        if (step < FALLS) light += disc.light[step] ?? 0;
      }
      const below = clamp(((row << 8) - (columns.hills[column] ?? 0)) >> 1, 256);
      light -= (below * shade) >> 8;
      bytes[offset] = clamp(light, FULL - 1) >> 8;
    }
  }
  return bytes;
}

/**
 * Draws the picture of a number; the same one each time.
 * @param ratio width by height; the file is small, whatever size the medium is said to have.
 */
export function drawPicture(ratio: number, seed: number): Blob {
  const width = Math.max(1, Math.floor(Math.sqrt(PIXELS * ratio)));
  const height = Math.max(1, Math.floor(PIXELS / width));
  const shadeOf = shadesOf(seed);
  const palette = Uint8Array.from(Array.from({ length: SHADES }, (_, shade) => shadeOf(shade)).flat());
  return encodePng({ width, height, bytes: draw(width, height, seed), palette });
}
