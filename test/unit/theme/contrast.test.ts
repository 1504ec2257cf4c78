import { expect } from '@open-wc/testing';
import { tokens } from '../../../src/theme/tokens.js';

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

const declared = new Map(
  [
    ...tokens.cssText.matchAll(/--_([\w-]+): var\(--imagination-[\w-]+, light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)\)/g),
  ].map(([, name, light, dark]) => [name, { light: parse(light!), dark: parse(dark!) }]),
);

const colorOf = (name: string, scheme: Scheme): Rgb => {
  const color = declared.get(name);
  if (!color) throw new Error(`no such colour: ${name}`);
  return color[scheme];
};

const luminance = (rgb: Rgb): number => {
  const [r, g, b] = rgb.map((byte) => {
    const share = byte / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (a: Rgb, b: Rgb): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
};

const over = (top: Rgb, share: number, below: Rgb): Rgb =>
  top.map((byte, at) => byte * share + below[at]! * (1 - share)) as unknown as Rgb;

const SURFACES = ['surface', 'surface-raised', 'surface-sunken'];
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

describe('colours', () => {
  it('measure as the standard does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).to.equal(21);
    expect(contrast(parse('#767676'), [255, 255, 255])).to.be.closeTo(4.54, 0.01);
  });

  for (const scheme of SCHEMES) {
    for (const surface of SURFACES) {
      for (const text of ['text', 'text-quiet', 'accent', 'danger', 'success', 'warning']) {
        it(`${scheme}: ${text} on ${surface} reads`, () => {
          expect(contrast(colorOf(text, scheme), colorOf(surface, scheme))).to.be.at.least(4.5);
        });
      }
      for (const sign of ['line-strong', 'focus']) {
        it(`${scheme}: ${sign} on ${surface} shows`, () => {
          expect(contrast(colorOf(sign, scheme), colorOf(surface, scheme))).to.be.at.least(3);
        });
      }
      it(`${scheme}: texts on ${surface} read while hovered and pressed`, () => {
        for (const text of ['text', 'text-quiet']) {
          const hovered = over(colorOf('text', scheme), text === 'text' ? 0.12 : 0.04, colorOf(surface, scheme));
          expect(contrast(colorOf(text, scheme), hovered)).to.be.at.least(4.5);
        }
      });
    }

    it(`${scheme}: text on the accent reads`, () => {
      expect(contrast(colorOf('accent-text', scheme), colorOf('accent', scheme))).to.be.at.least(4.5);
    });

    it(`${scheme}: the two tones of the focus ring differ`, () => {
      expect(contrast(colorOf('focus', scheme), colorOf('focus-halo', scheme))).to.be.at.least(3);
    });
  }

  it('white reads on the scrim over a white picture', () => {
    expect(contrast([255, 255, 255], over([0, 0, 0], 0.62, [255, 255, 255]))).to.be.at.least(4.5);
  });
});
