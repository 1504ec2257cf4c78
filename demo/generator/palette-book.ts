/** Colours chosen by eye: six from dark to light, then accents; with the words that ask for them. */
export interface Swatch {
  readonly name: string;
  readonly words: string;
  readonly stops: string;
  readonly accents: string;
}

const swatch = (name: string, words: string, stops: string, accents: string): Swatch => ({
  name,
  words: `${name} ${words}`,
  stops,
  accents,
});

export const PALETTE_BOOK: readonly Swatch[] = [
  swatch(
    'dusk',
    'sunset twilight evening violet',
    '#170f2e #43205c #95386c #e8686b #fbb17e #ffeccb',
    '#ffd27a #5ec2c8',
  ),
  swatch(
    'dawn',
    'sunrise morning soft dream dreamy',
    '#22304f #56658f #a48fb4 #eeb3a8 #fddcc0 #fff7ea',
    '#ff9d7a #7fb8c4',
  ),
  swatch(
    'teal',
    'ocean sea turquoise aqua lagoon cyan',
    '#04202b #0a4858 #15838a #5bc0b3 #bce6d6 #f4fbef',
    '#ff9b71 #ffd98a',
  ),
  swatch(
    'forest',
    'green woods jungle moss emerald nature',
    '#0b1d16 #1c3f2d #3f6e42 #8cab62 #d4d8a2 #f8f3de',
    '#e8a33d #d9623b',
  ),
  swatch(
    'night',
    'midnight moon moonlit navy indigo nocturne',
    '#060a1c #0f1e42 #25407a #4f76b4 #a6c3e4 #f2f5ff',
    '#ffd58a #b18cff',
  ),
  swatch(
    'red',
    'fire ember lava crimson scarlet volcano flame',
    '#150a0d #4a0f1a #a4211f #e75f2b #ffb44b #fff1c6',
    '#ffd86b #4ea3a5',
  ),
  swatch(
    'rose',
    'pink blush sakura cherry romantic love peony',
    '#35122a #7b2a50 #c6598a #ef9fb8 #fcd6d9 #fff5f1',
    '#7fae8b #f2b56b',
  ),
  swatch(
    'lavender',
    'purple lilac violet wisteria amethyst mystic',
    '#1b1438 #45327a #8062b5 #b79be0 #dfd0f3 #fbf7ff',
    '#f6b6c8 #ffd38a',
  ),
  swatch(
    'gold',
    'golden noir luxury champagne bronze amber honey',
    '#0d0b0b #2c2119 #624725 #ad7d36 #e5c06f #fcf1d3',
    '#f4d58a #8c2f2b',
  ),
  swatch(
    'ice',
    'winter snow arctic frost frozen cold glacier',
    '#0a1b2c #1d466a #4c8fb9 #98c9de #d5ecf3 #fafeff',
    '#f7b7a3 #8d86d8',
  ),
  swatch(
    'desert',
    'sand dune dunes terracotta canyon clay earth copper',
    '#2a1420 #6b2e2d #b65e3a #e29e64 #f4d1a2 #fdf4e2',
    '#3f8f91 #f6e27a',
  ),
  swatch(
    'neon',
    'cyberpunk synthwave electric vaporwave retro-wave',
    '#0a0420 #2a0b5c #7a14a8 #f62f94 #ff90c6 #eafbff',
    '#18e7ff #ffe14a',
  ),
  swatch(
    'pastel',
    'candy soft baby ice-cream macaron gentle',
    '#57506f #9485b5 #c6aee0 #f6c5d8 #fde3cf #fffaf3',
    '#8fd3d0 #ffd28f',
  ),
  swatch(
    'monochrome',
    'black white gray grayscale bw noir silver',
    '#0b0c0e #2a2d31 #5c6167 #9aa0a5 #d4d7d9 #f9f9f7',
    '#c9cdd0 #7f858a',
  ),
  swatch(
    'autumn',
    'fall rust orange pumpkin october maple',
    '#22120e #5a2618 #a9431f #dc7c29 #efb85e #faeccd',
    '#6f7d3c #f4e1a0',
  ),
  swatch(
    'tropical',
    'summer paradise beach mango coral hawaii',
    '#032b3b #00747a #1ab49a #ffc264 #ff8470 #fff2de',
    '#ffdf6b #f2557a',
  ),
  swatch(
    'sage',
    'mint olive calm zen linen eucalyptus',
    '#1d2a27 #43574e #7a9182 #b1c2ac #dde2cf #faf7ec',
    '#d98e6a #c9a64d',
  ),
  swatch(
    'cobalt',
    'blue sapphire azure electric-blue royal',
    '#050b2e #0d2270 #1f4ac2 #5c8df0 #b3cffa #f5f8ff',
    '#ff7a59 #ffd15c',
  ),
  swatch(
    'wine',
    'burgundy velvet plum maroon berry',
    '#1a0712 #47102b #842345 #c0566b #e7a9a0 #fbeee5',
    '#d9a441 #6f8f8a',
  ),
  swatch(
    'yellow',
    'lemon sunny sunflower happy bright',
    '#2b1c08 #7a4d0b #d08f12 #f7c531 #fde58a #fffbe6',
    '#e8563a #2f8f9d',
  ),
  swatch(
    'peach',
    'apricot salmon nude cream warm',
    '#38201f #85473f #cf7d66 #f3b08f #fbdac0 #fff7ec',
    '#6f9c97 #f6cf6a',
  ),
  swatch('aurora', 'northern polar magic', '#040b1c #0b2a3e #0f6a63 #35c48d #9df0b5 #f0fff2', '#b07cff #ff8fc7'),
  swatch(
    'bauhaus',
    'primary modernist swiss mid-century poster',
    '#17171b #1f3f86 #d23a2b #ee8a2e #f4bf3f #f5ecd8',
    '#1f7a6d #e9b7a2',
  ),
  swatch(
    'coffee',
    'brown chocolate mocha wood vintage sepia',
    '#1a100c #40271b #77492f #b07d55 #dcbc95 #f8efe0',
    '#c2542d #7d8a63',
  ),
];
