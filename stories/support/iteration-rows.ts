import type { ImaginationsAdapter } from '../../src/data/index.js';
import type { Iteration, MediaSource } from '../../src/model/index.js';
import { createMemoryAdapter } from '../../src/adapters/memory/index.js';
import { fakeGenerator, slowAdapter, tinyPng, type Rgb } from '../../src/testing/index.js';

const PROMPTS = [
  'A lighthouse on a cliff in heavy fog, oil on canvas, muted teal and amber',
  'Paper cranes over a rice field at dawn',
  'Neon city of glass, rain and reflections, 35 mm',
  'Fox cubs asleep in tall grass, soft focus',
  'منظر طبيعي هادئ عند الغروب',
];
const SHAPES = [
  [96, 96],
  [120, 80],
  [80, 120],
  [128, 72],
  [72, 128],
] as const;
const NEWEST = Date.UTC(2026, 10, 20, 12);

const of = <T>(values: readonly T[], index: number): T => {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('There is nothing to choose from');
  return value;
};

/** Hills under a sky, in colours that go with the number. */
function hills(number: number, width: number, height: number): Blob {
  const wave = (x: number, line: number): number =>
    height * (0.5 + line * 0.14) + Math.sin(x / 9 + number * 2 + line * 1.7) * height * 0.06;
  const channel = (phase: number, light: number): number =>
    Math.round(Math.min(255, light * (150 + 100 * Math.sin(number * 1.9 + phase))));
  const shade = (light: number, phase: number): Rgb => [
    channel(phase, light),
    channel(phase + 2, light),
    channel(phase + 4, light),
  ];
  return tinyPng(width, height, (x, y) => {
    const line = [2, 1, 0].find((one) => y > wave(x, one));
    if (line !== undefined) return shade(0.62 - line * 0.17, line * 0.4);
    const glow = Math.max(0, 1 - Math.hypot(x - width * 0.68, y - height * 0.3) / (width * 0.3));
    return shade(0.75 + (y / height) * 0.25 + glow * 0.4, y / height);
  });
}

const pictures = new Map<string, string>();

/** Addresses of a few pictures that serve all stories, for as long as the page lives. */
function picture(number: number): MediaSource {
  const [width, height] = of(SHAPES, number);
  const key = `${number % 25}`;
  const url = pictures.get(key) ?? URL.createObjectURL(hills(number % 25, width, height));
  pictures.set(key, url);
  return { url, mime: 'image/png', width: width * 10, height: height * 10 };
}

const peaks = (number: number): number[] =>
  Array.from({ length: 64 }, (_, at) => Math.abs(Math.sin(at / 5 + number) * Math.cos(at / 13)));

/** An iteration; the newest has the highest number. */
export function row(number: number, more: Partial<Iteration> = {}): Iteration {
  const base = {
    id: `story-${String(number).padStart(6, '0')}`,
    sessionId: `session-${Math.floor(number / 6)}`,
    generationId: `generation-${Math.floor(number / 6)}`,
    createdAt: new Date(NEWEST + number * 2_400_000).toISOString(),
    prompt: of(PROMPTS, number),
  };
  const media = picture(number);
  if (number % 7 === 3) {
    return { ...base, kind: 'video', status: 'succeeded', media: film(number, media), ...more };
  }
  if (number % 9 === 5) {
    const sound = { url: 'https://media.example/a.wav', mime: 'audio/wav', durationMs: 12_000 };
    return {
      ...base,
      kind: 'audio',
      status: 'succeeded',
      media: { ...sound, waveform: { peaks: peaks(number) } },
      ...more,
    };
  }
  return { ...base, kind: 'image', status: 'succeeded', media, ...more };
}

const film = (number: number, poster: MediaSource): MediaSource => ({
  ...poster,
  url: 'https://media.example/a.mp4',
  mime: 'video/mp4',
  durationMs: 2000 + (number % 9) * 1000,
  poster,
});

/** An iteration that is not done, or never will be. */
export function undone(number: number, more: Partial<Iteration>): Iteration {
  const undone: { media?: unknown } & Iteration = { ...row(number, { kind: 'image', ...more }) };
  delete undone.media;
  return undone;
}

export const rows = (count: number): Iteration[] => Array.from({ length: count }, (_, number) => row(number));

/** A working backend with these rows. */
export const adapterWith = (iterations: readonly Iteration[]): ImaginationsAdapter =>
  createMemoryAdapter({
    iterations,
    sessions: [...new Set(iterations.map(({ sessionId }) => sessionId))].map((id) => ({
      id,
      createdAt: '2026-11-20T12:00:00.000Z',
      brief: { prompt: 'A brief' },
    })),
    generator: fakeGenerator(),
  });

/** One whose answers never come. */
export const waiting = (): ImaginationsAdapter => slowAdapter(adapterWith([]), Infinity);

/** A read-only one that is built by hand. */
export const readOnly = (parts: Partial<ImaginationsAdapter>): ImaginationsAdapter => ({
  contract: 1,
  listSessions: () => Promise.resolve({ items: [] }),
  listIterations: () => Promise.resolve({ items: [] }),
  ...parts,
});
