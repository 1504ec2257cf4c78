import type { Iteration, Kind, MediaSource } from '../../src/model/index.js';

const FILES = import.meta.glob<string>('./media/*', { eager: true, query: '?url', import: 'default' });

/** Address of a file in `media/`, all of them made by the demo's generator. */
function address(name: string): string {
  const url = FILES[`./media/${name}`];
  if (url === undefined) throw new RangeError(`There is no media/${name}`);
  return new URL(url, document.baseURI).href;
}

const picture = (name: string, width: number, height: number, color: string): MediaSource => ({
  url: address(`${name}.webp`),
  mime: 'image/webp',
  width,
  height,
  placeholder: { color },
  downloadName: `${name}.webp`,
});

const film = (name: string, width: number, height: number, color: string): MediaSource => ({
  url: address(`${name}.webm`),
  mime: 'video/webm',
  width,
  height,
  durationMs: 2000,
  poster: { url: address(`${name}-poster.webp`), width, height, mime: 'image/webp' },
  placeholder: { color },
});

/** Peaks as one digit each, 0 to 9. */
const peaks = (digits: string): readonly number[] => Array.from(digits, (digit) => Number(digit) / 9);

const sound = (name: string, durationMs: number, loudness: string): MediaSource => ({
  url: address(`${name}.webm`),
  mime: 'audio/webm',
  durationMs,
  waveform: { peaks: peaks(loudness) },
  poster: { url: address(`${name}-cover.webp`), width: 360, height: 360, mime: 'image/webp' },
});

/** Everything there is to show, by name. */
export const MEDIA = {
  'autumn-1': picture('autumn-1', 644, 428, '#a58c78'),
  'autumn-2': picture('autumn-2', 644, 428, '#aa937b'),
  'autumn-3': picture('autumn-3', 644, 428, '#a8907b'),
  'autumn-4': picture('autumn-4', 644, 428, '#a48e7a'),
  'jazz-1': picture('jazz-1', 428, 644, '#cca994'),
  'jazz-2': picture('jazz-2', 428, 644, '#cdb29f'),
  'jazz-3': picture('jazz-3', 428, 644, '#98766b'),
  'gin-1': picture('gin-1', 526, 526, '#79774d'),
  'gin-2': picture('gin-2', 526, 526, '#6e6e47'),
  'gin-3': picture('gin-3', 526, 526, '#76734b'),
  'gin-4': picture('gin-4', 526, 526, '#77764c'),
  'galaxy-1': picture('galaxy-1', 700, 394, '#2c1937'),
  'galaxy-2': picture('galaxy-2', 700, 394, '#301d3b'),
  'galaxy-film': film('galaxy-film', 312, 176, '#110a2f'),
  'silk-1': picture('silk-1', 470, 588, '#b3788b'),
  'silk-2': picture('silk-2', 470, 588, '#9a5878'),
  'silk-film': film('silk-film', 234, 234, '#b27187'),
  'city-1': picture('city-1', 394, 700, '#191d3c'),
  'city-2': picture('city-2', 394, 700, '#1d1f3f'),
  'city-3': picture('city-3', 394, 700, '#1e1d3d'),
  'marble-1': picture('marble-1', 526, 526, '#8b6f3f'),
  'marble-2': picture('marble-2', 526, 526, '#9e7f52'),
  'marble-3': picture('marble-3', 526, 526, '#b99e6a'),
  chime: sound('chime', 8981, '7665556656777676665788889997757776787756876664665545434433211000'),
  pulse: sound('pulse', 9601, '8559666658756658668667677755676575665455755556555444554432111000'),
} as const satisfies Readonly<Record<string, MediaSource>>;

/** Name of a medium. */
export type MediaName = keyof typeof MEDIA;

const MIME: Readonly<Record<Kind, string>> = { image: 'image/', video: 'video/', audio: 'audio/' };

/** One of the media of a kind; the same for the same number. */
export function mediaOf(kind: Kind, number: number): MediaSource {
  const known = Object.values(MEDIA).filter(({ mime }) => mime.startsWith(MIME[kind]));
  // Neighbours from different series: 5 has no divisor in common with how many images there are.
  const media = known[(number * 5) % known.length];
  if (!media) throw new RangeError(`There is no ${kind}`);
  return media;
}

/** The same library with something to look at. */
export const dressed = <T extends { readonly iterations: readonly Iteration[] }>(library: T): T => ({
  ...library,
  iterations: library.iterations.map((row, index) => (row.media ? { ...row, media: mediaOf(row.kind, index) } : row)),
});
