import type { Random } from '../random.js';
import type { Ambience } from './score.js';
import { SAMPLE_RATE, type Stereo } from './voices.js';

/** A delay that feeds itself, a little duller each time round. */
class Comb {
  readonly #line: Float32Array;
  readonly #keep: number;
  #at = 0;
  #dull = 0;

  constructor(samples: number, keep: number) {
    this.#line = new Float32Array(samples);
    this.#keep = keep;
  }

  pass(value: number): number {
    const out = this.#line[this.#at] ?? 0;
    this.#dull = out * 0.68 + this.#dull * 0.32;
    this.#line[this.#at] = value + this.#dull * this.#keep;
    this.#at = (this.#at + 1) % this.#line.length;
    return out;
  }
}

/** Spreads what passes in time without colouring it. */
class Diffuser {
  readonly #line: Float32Array;
  #at = 0;

  constructor(samples: number) {
    this.#line = new Float32Array(samples);
  }

  pass(value: number): number {
    const held = this.#line[this.#at] ?? 0;
    const out = held - value * 0.5;
    this.#line[this.#at] = value + held * 0.5;
    this.#at = (this.#at + 1) % this.#line.length;
    return out;
  }
}

const COMBS = [1687, 1601, 2053, 2251, 2399, 1867];
const DIFFUSERS = [307, 461, 127];

/** Puts the sound into a hall. */
export function reverb(dry: Stereo, wet: number): void {
  for (const [channel, spread] of [
    [dry.left, 0],
    [dry.right, 37],
  ] as const) {
    const combs = COMBS.map((samples) => new Comb(samples + spread, 0.86));
    const diffusers = DIFFUSERS.map((samples) => new Diffuser(samples + spread));
    let low = 0;
    for (let i = 0; i < channel.length; i++) {
      const value = channel[i] ?? 0;
      // The hall hears no deep tones, in which delays of one length would boom.
      low += (value - low) * 0.028;
      let sum = 0;
      let sign = 1;
      for (const comb of combs) {
        sum += sign * comb.pass(value - low);
        sign = -sign;
      }
      for (const diffuser of diffusers) sum = diffuser.pass(sum);
      channel[i] = value + sum * wet * 0.2;
    }
  }
}

/** Echoes that go from side to side. */
export function echo(sound: Stereo, seconds: number, strength: number): void {
  const back = Math.max(1, Math.round(seconds * SAMPLE_RATE));
  const { left, right } = sound;
  for (let i = back; i < left.length; i++) {
    const l = left[i - back] ?? 0;
    const r = right[i - back] ?? 0;
    left[i] = (left[i] ?? 0) + r * strength;
    right[i] = (right[i] ?? 0) + l * strength;
  }
}

/** The sea, rain or wind behind the music. */
export function surround(sound: Stereo, ambience: Ambience, random: Random): void {
  if (ambience === 'none') return;
  const cut = ambience === 'rain' ? 0.5 : ambience === 'sea' ? 0.07 : 0.025;
  const gain = ambience === 'rain' ? 0.014 : ambience === 'sea' ? 0.09 : 0.16;
  const slow = ambience === 'sea' ? 0.16 : 0.11;
  for (const channel of [sound.left, sound.right]) {
    const phase = random.next() * 6;
    let low = 0;
    let drop = 0;
    for (let i = 0; i < channel.length; i++) {
      const t = i / SAMPLE_RATE;
      const swell = ambience === 'rain' ? 1 : 0.25 + 0.75 * Math.sin(t * slow * Math.PI * 2 + phase) ** 2;
      low += (random.range(-1, 1) - low) * cut;
      if (ambience === 'rain' && random.chance(0.0006)) drop = random.range(0.3, 1);
      drop *= 0.994;
      channel[i] = (channel[i] ?? 0) + low * gain * swell + drop * 0.035 * Math.sin(i * (0.12 + drop * 0.05));
    }
  }
}

/** Adds one sound to another. */
export function blend(into: Stereo, other: Stereo): void {
  for (const side of ['left', 'right'] as const) {
    const from = other[side];
    const to = into[side];
    for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + (from[i] ?? 0);
  }
}

function loudestOf({ left, right }: Stereo): number {
  let loudest = 1e-6;
  for (const channel of [left, right]) {
    for (const value of channel) loudest = Math.max(loudest, Math.abs(value));
  }
  return loudest;
}

/** Rounds off the loudest, brings the whole to one level, and fades both ends. */
export function master(sound: Stereo, level = 0.86): void {
  const { left, right } = sound;
  const drive = 1.1 / loudestOf(sound);
  for (const channel of [left, right]) {
    for (let i = 0; i < channel.length; i++) channel[i] = Math.tanh((channel[i] ?? 0) * drive);
  }
  const loudest = loudestOf(sound);
  const gain = level / loudest;
  const fadeIn = 0.02 * SAMPLE_RATE;
  const fadeOut = 1.1 * SAMPLE_RATE;
  for (const channel of [left, right]) {
    for (let i = 0; i < channel.length; i++) {
      const end = Math.min(1, (channel.length - 1 - i) / fadeOut);
      channel[i] = (channel[i] ?? 0) * gain * Math.min(1, i / fadeIn) * end * end;
    }
  }
}

/** The loudest moment of each of `count` equal parts, 0..1. */
export function peaksOf({ left, right }: Stereo, count = 200): number[] {
  const peaks = Array.from({ length: count }, (_, part) => {
    const from = Math.floor((part * left.length) / count);
    const to = Math.floor(((part + 1) * left.length) / count);
    let peak = 0;
    for (let i = from; i < to; i++) peak = Math.max(peak, Math.abs(left[i] ?? 0), Math.abs(right[i] ?? 0));
    return peak;
  });
  const top = Math.max(...peaks, 1e-6);
  return peaks.map((peak) => Math.round((peak / top) * 1000) / 1000);
}
