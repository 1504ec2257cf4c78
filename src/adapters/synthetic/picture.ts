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

/** The colours of a picture, from dark to light. */
function paletteOf(seed: number): readonly Rgb[] {
  const chance = new Chance(seed, 1);
  const hue = chance.share(0);
  const turn = 0.08 + 0.35 * chance.share(1);
  const saturation = 0.35 + 0.4 * chance.share(2);
  return Array.from({ length: SHADES }, (_, shade) => {
    const part = shade / (SHADES - 1);
    return hsl((hue + turn * part) % 1, saturation * (1 - 0.4 * part), 0.16 + 0.7 * part);
  });
}

const hex = (value: number): string => value.toString(16).padStart(2, '0');

/** The colour a picture has on the whole, as `#rrggbb`. */
export const colorOf = (seed: number): string => `#${(paletteOf(seed)[SHADES / 2] ?? [0, 0, 0]).map(hex).join('')}`;

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly light: number;
}

/** Draws a picture: light falling across it, hills, and a disc or two. */
function draw(width: number, height: number, seed: number): Uint8Array {
  const chance = new Chance(seed, 2);
  const angle = 2 * Math.PI * chance.share(0);
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const discs = Array.from({ length: 1 + (chance.bits(1) & 1) }, (_, each): Disc => ({
    x: chance.share(10 + each),
    y: 0.7 * chance.share(20 + each),
    radius: 0.08 + 0.16 * chance.share(30 + each),
    light: chance.share(40 + each) < 0.7 ? 0.3 : -0.3,
  }));
  const phase = 6 * chance.share(2);
  const longer = Math.max(width, height);
  const bytes = new Uint8Array(width * height);
  for (let y = 0, offset = 0; y < height; y++) {
    for (let x = 0; x < width; x++, offset++) {
      let light = 0.5 + 0.32 * (across * (x / width - 0.5) + down * (y / height - 0.5)) * 2;
      for (const disc of discs) {
        const distance = Math.hypot((x - disc.x * width) / longer, (y - disc.y * height) / longer) / disc.radius;
        // An edge a pixel or two wide, and a glow around it.
        const edge = Math.min(1, Math.max(0, (1 - distance) * 20 + 0.5));
        light += disc.light * Math.max(edge, 0.5 * Math.exp(-distance));
      }
      const hill = 0.72 + 0.09 * Math.sin(5 * (x / width) + phase) + 0.05 * Math.sin(13 * (x / width));
      const below = Math.min(1, Math.max(0, (y / height - hill) * height * 0.5));
      light -= 0.28 * below * (0.4 + 0.6 * (y / height));
      bytes[offset] = Math.round((SHADES - 1) * Math.min(1, Math.max(0, light)));
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
  const palette = Uint8Array.from(paletteOf(seed).flat());
  return encodePng({ width, height, bytes: draw(width, height, seed), palette });
}
