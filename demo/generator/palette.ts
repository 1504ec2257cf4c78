import { adjust, chroma, fromHex, mixRgb, Ramp, toLab, toRgb, type Rgb } from './color.js';
import type { FamilyName, Intent } from './intent.js';
import { PALETTE_BOOK, type Swatch } from './palette-book.js';
import type { Random } from './random.js';

/** The colours of one picture. */
export interface Palette {
  readonly name: string;
  /** From dark to light. */
  readonly ramp: Ramp;
  readonly stops: readonly Rgb[];
  /** The colours that stand out; at least one. */
  readonly accents: readonly [Rgb, ...Rgb[]];
}

/** What a family wears when the words name no colour. */
const DEFAULTS: Readonly<Record<FamilyName, readonly [string, ...string[]]>> = {
  landscape: ['dusk', 'dawn', 'teal', 'desert', 'ice', 'sage'],
  city: ['neon', 'night', 'dusk', 'wine'],
  nebula: ['dusk', 'night', 'neon', 'aurora', 'lavender'],
  bloom: ['rose', 'peach', 'lavender', 'wine', 'yellow', 'dusk'],
  geometric: ['bauhaus', 'desert', 'cobalt', 'tropical', 'sage'],
  silk: ['dusk', 'night', 'neon', 'teal', 'rose', 'aurora'],
  ink: ['teal', 'gold', 'cobalt', 'wine', 'dawn', 'dusk'],
  orbs: ['peach', 'pastel', 'cobalt', 'tropical', 'lavender', 'dusk'],
};

const colours = (list: string): Rgb[] => list.split(' ').map(fromHex);

const named = (name: string): Swatch => {
  const found = PALETTE_BOOK.find((swatch) => swatch.name === name) ?? PALETTE_BOOK[0];
  if (!found) throw new Error('The palette book is empty');
  return found;
};

/** Words that name the subject first and its colours only by the way. */
const SUBJECTS = new Set(
  'forest woods jungle nature moss ocean sea lagoon beach desert sand dune dunes canyon clay earth snow glacier moon wood fire'.split(
    ' ',
  ),
);

/** The swatches some words name, in their order; the name of a swatch counts before what it reminds of. */
function swatchesFor(words: readonly string[]): Swatch[] {
  const found = words.flatMap((word) => {
    const exact = PALETTE_BOOK.filter((swatch) => swatch.name === word);
    if (exact.length > 0) return exact;
    return PALETTE_BOOK.filter((swatch) => ` ${swatch.words} `.includes(` ${word} `)).slice(0, 1);
  });
  return [...new Set(found)];
}

/** What a prompt asks for: colours and hours, or else what its subject reminds of. */
function asked(intent: Intent): Swatch[] {
  const clear = swatchesFor(intent.words.filter((word) => !SUBJECTS.has(word)));
  return clear.length > 0 ? clear : swatchesFor(intent.words).slice(0, 1);
}

function build(name: string, stops: readonly Rgb[], accents: readonly Rgb[]): Palette {
  const [first, ...rest] = accents;
  return { name, stops, ramp: new Ramp(stops), accents: [first ?? { r: 255, g: 214, b: 140 }, ...rest] };
}

/** Colours for a prompt; where it names none, the seed chooses among those that suit the family. */
export function choosePalette(intent: Intent, family: FamilyName, random: Random): Palette {
  const draw = random.fork('palette');
  const found = asked(intent);
  const main = found[0] ?? named(draw.pick(DEFAULTS[family]));
  const second = found[1];
  // A little of its own for each seed, less where the words were clear.
  const turn = (main.name === 'monochrome' ? 0 : draw.range(-1, 1)) * (found.length > 0 ? 0.012 : 0.03);
  let stops = colours(main.stops).map((stop) => adjust(stop, { turn }));
  let accents = colours(main.accents);
  if (second) {
    const other = colours(second.stops);
    // The second colour takes the light, the first keeps the shadows: mixed evenly they would turn to mud.
    stops = stops.map((stop, i) => mixRgb(stop, other[i] ?? stop, [0, 0, 0.04, 0.9, 0.85, 0.6][i] ?? 0.5));
    accents = [other[3] ?? stop0(other), other[4] ?? stop0(other), ...accents];
  }
  return build(main.name, stops, accents);
}

const stop0 = (list: readonly Rgb[]): Rgb => list[0] ?? { r: 128, g: 128, b: 128 };

/** Colours taken from a reference: its own, stretched so that there is dark and light to paint with. */
export function paletteFrom(found: readonly Rgb[]): Palette {
  const labs = found.map(toLab).sort((a, b) => a.l - b.l);
  const lights = [0.16, 0.32, 0.5, 0.68, 0.84, 0.95];
  const stops = lights.map((light, i) => {
    const at = (i / (lights.length - 1)) * (labs.length - 1);
    const low = labs[Math.floor(at)];
    const high = labs[Math.ceil(at)];
    if (!low || !high) return { r: 128, g: 128, b: 128 };
    const near = at - Math.floor(at) < 0.5 ? low : high;
    // Full chroma only where the gamut has room for it.
    const room = 1 - Math.abs(light - 0.6) * 0.9;
    return toRgb({ l: light * 0.72 + near.l * 0.28, a: near.a * room, b: near.b * room });
  });
  const vivid = [...labs].sort((a, b) => chroma(b) - chroma(a)).slice(0, 2);
  return build(
    'reference',
    stops,
    vivid.map((lab) => toRgb({ ...lab, l: Math.max(lab.l, 0.6) })),
  );
}
