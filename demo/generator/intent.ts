/** The ways of painting, each with the words that call for it. */
const FAMILIES = {
  landscape:
    'landscape mountain mountains hill hills valley sea ocean lake river beach coast island waves forest woods tree trees pine pines desert dune dunes canyon sahara mist misty fog foggy horizon sunrise sunset dawn dusk twilight moonrise moonlit starry aurora northern snow snowy winter alps fjord nature field meadow sky sun moon',
  city: 'city skyline skyscraper skyscrapers tower towers downtown street urban metropolis manhattan tokyo shanghai cyberpunk buildings rooftop harbour harbor',
  nebula:
    'space star stars galaxy nebula cosmic cosmos planet planets saturn universe orbit astronaut milky supernova comet interstellar asteroid',
  bloom:
    'flower flowers bloom blooms blossom blossoms garden rose roses dahlia lotus peony petal petals botanical botany spring floral bouquet sakura cherry leaf leaves plant plants',
  geometric:
    'poster geometric geometry minimal minimalist bauhaus architecture architectural modernist shapes circle circles grid pattern logo swiss retro tiles mosaic mid-century collage cubist icon',
  silk: 'silk satin wind ribbon ribbons fabric cloth veil flow flowing dance music sound wave hair line lines motion speed glow energy thread threads elegant feather curtain',
  ink: 'ink marble marbled liquid fluid abstract paint acrylic agate stone smoke lava oil swirl swirls texture watercolor watercolour mineral geode dream chocolate coffee',
  orbs: 'sphere spheres orb orbs ball balls bubble bubbles glass 3d render product object objects clay still planetarium pearl pearls balloon balloons candy fruit',
} as const;

export type FamilyName = keyof typeof FAMILIES;

const NAMES = Object.keys(FAMILIES) as FamilyName[];

/** Words that mean the same to a painter. */
const FEATURES = {
  sea: 'sea ocean lake river beach coast island waves harbour harbor fjord water reflection bay boat underwater',
  forest: 'forest woods tree trees pine pines jungle woodland cabin',
  desert: 'desert dune dunes canyon sahara sand mars',
  mountain: 'mountain mountains alps peak peaks summit hill hills valley fjord',
  snow: 'snow snowy winter frost ice arctic glacier',
  aurora: 'aurora northern polar',
  night: 'night midnight moon moonlit moonrise moonlit starry stars starry dark nocturne noir aurora',
  dawn: 'dawn sunrise morning',
  dusk: 'dusk sunset twilight evening golden',
  mist: 'mist misty fog foggy haze hazy cloud clouds smoke',
  planet: 'planet planets saturn orbit moon jupiter mars earth world',
  rings: 'saturn rings ringed',
  calm: 'calm quiet peaceful serene ambient soft gentle slow zen meditation minimal sleep lullaby',
  energetic: 'energetic fast dance techno upbeat party speed electric storm bold dynamic drum drums rock',
  sad: 'sad melancholy lonely rain rainy minor blue nostalgia nostalgic dark noir',
  happy: 'happy joyful bright sunny summer cheerful playful major spring',
  rain: 'rain rainy storm',
  grid: 'grid tiles mosaic pattern',
  gold: 'gold golden kintsugi gilded',
} as const;

export type Feature = keyof typeof FEATURES;

/** Shapes a picture can have: width by height. */
export const ASPECTS = {
  '1:1': [1, 1],
  '3:2': [3, 2],
  '2:3': [2, 3],
  '16:9': [16, 9],
  '9:16': [9, 16],
  '4:5': [4, 5],
  '21:9': [21, 9],
} as const;

export type Aspect = keyof typeof ASPECTS;

const ASPECT_WORDS: Readonly<Record<string, Aspect>> = {
  portrait: '4:5',
  tall: '2:3',
  poster: '2:3',
  wide: '16:9',
  widescreen: '16:9',
  cinematic: '21:9',
  panorama: '21:9',
  panoramic: '21:9',
  banner: '21:9',
  story: '9:16',
  phone: '9:16',
  wallpaper: '16:9',
  square: '1:1',
  icon: '1:1',
  cover: '1:1',
};

/** What a prompt asks for, as far as a painter can tell. */
export interface Intent {
  readonly words: readonly string[];
  /** The way of painting the words call for; absent when none does. */
  readonly family: FamilyName | undefined;
  readonly features: ReadonlySet<Feature>;
  readonly aspect: Aspect | undefined;
}

const listed = (list: string, word: string): boolean => ` ${list} `.includes(` ${word} `);

const ALIASES: Readonly<Record<string, string>> = { grey: 'gray', colour: 'color', mist: 'misty', seas: 'sea' };

/** Words of a prompt, in lower case, without the cues in brackets. */
function wordsOf(prompt: string): string[] {
  const text = prompt
    .slice(0, 4000)
    .replace(/\[[^\]]*\]/g, ' ')
    .normalize('NFKC')
    .toLowerCase();
  const found = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return found
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .map((w) => ALIASES[w] ?? w);
}

const isAspect = (value: unknown): value is Aspect => typeof value === 'string' && value in ASPECTS;

/** Reads a prompt. A word early in it weighs a little more than a later one. */
export function readIntent(prompt: string, wanted?: unknown): Intent {
  const words = wordsOf(prompt);
  const scores = NAMES.map((name) => ({
    name,
    score: words.reduce((sum, word, at) => sum + (listed(FAMILIES[name], word) ? 1 + 1 / (2 + at) : 0), 0),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const features = (Object.keys(FEATURES) as Feature[]).filter((name) =>
    words.some((word) => listed(FEATURES[name], word)),
  );
  const implied = words.map((word) => ASPECT_WORDS[word]).find((aspect) => aspect !== undefined);
  return {
    words,
    family: best.score > 0 ? best.name : undefined,
    features: new Set(features),
    aspect: isAspect(wanted) ? wanted : implied,
  };
}
