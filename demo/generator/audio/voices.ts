import type { Random } from '../random.js';
import type { Note } from './score.js';

export const SAMPLE_RATE = 48_000;

/** Two channels of sound, added to in place. */
export interface Stereo {
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
}

export const silence = (seconds: number): Stereo => {
  const length = Math.ceil(seconds * SAMPLE_RATE);
  return { left: new Float32Array(length), right: new Float32Array(length) };
};

const TAU = Math.PI * 2;

/** Adds a sound that is written sample by sample; `shape` gets seconds since its start. */
function lay(into: Stereo, note: Note, length: number, gain: number, shape: (t: number) => number): void {
  const from = Math.round(note.at * SAMPLE_RATE);
  const to = Math.min(into.left.length, from + Math.round(length * SAMPLE_RATE));
  const angle = ((note.pan + 1) * Math.PI) / 4;
  const l = Math.cos(angle) * gain * note.strength;
  const r = Math.sin(angle) * gain * note.strength;
  for (let i = from; i < to; i++) {
    const value = shape((i - from) / SAMPLE_RATE);
    into.left[i] = (into.left[i] ?? 0) + value * l;
    into.right[i] = (into.right[i] ?? 0) + value * r;
  }
}

/** Several slightly detuned strings of harmonics behind a filter that opens slowly. */
function pad(into: Stereo, note: Note): void {
  const { pitch, length } = note;
  const release = 1.1;
  const brightness = Math.min(6, Math.floor(2600 / pitch));
  for (const detune of [-0.0032, 0.0029]) {
    const step = TAU * pitch * (1 + detune);
    lay(into, { ...note, pan: Math.max(-1, Math.min(1, note.pan + detune * 120)) }, length + release, 0.034, (t) => {
      const env = Math.min(1, t / 0.7) * (t > length ? Math.max(0, 1 - (t - length) / release) : 1);
      const open = 0.45 + 0.25 * Math.sin(t * 0.9 + pitch) + 0.2 * Math.min(1, t);
      let sum = 0;
      let share = 1;
      for (let k = 1; k <= brightness; k++) {
        sum += (share / k) * Math.sin(step * k * t + k * 0.7);
        share *= open;
      }
      return sum * env * env;
    });
  }
}

/** A plucked string: a burst of noise that rings in a delay line and loses its brightness. */
function pluck(into: Stereo, note: Note, random: Random): void {
  const period = Math.max(2, Math.round(SAMPLE_RATE / note.pitch));
  const line = Float32Array.from({ length: period }, () => random.range(-1, 1));
  // A soft finger takes the edge off the noise.
  let before = 0;
  for (let i = 0; i < period; i++) line[i] = before = before * 0.6 + (line[i] ?? 0) * 0.4;
  let at = 0;
  const length = 1.6;
  lay(into, note, length, 1.15, (t) => {
    const next = (at + 1) % period;
    const value = line[at] ?? 0;
    line[at] = 0.9965 * (0.55 * value + 0.45 * (line[next] ?? 0));
    at = next;
    return value * Math.min(1, t * 900) * Math.min(1, (length - t) * 6);
  });
}

/** A small bell: one tone bends another, less and less. */
function bell(into: Stereo, note: Note): void {
  const step = TAU * note.pitch;
  lay(into, note, 2.6, 0.19, (t) => {
    const env = Math.min(1, t * 260) * Math.exp(-t * 2.1);
    const bend = 1.5 * Math.exp(-t * 5.5);
    return (
      env *
      (Math.sin(step * t + bend * Math.sin(step * 2.003 * t)) + 0.22 * Math.sin(step * 3.99 * t) * Math.exp(-t * 7))
    );
  });
}

function bass(into: Stereo, note: Note): void {
  const step = TAU * note.pitch;
  lay(into, note, note.length + 0.25, 0.2, (t) => {
    const env =
      Math.min(1, t * 45) *
      (t > note.length ? Math.max(0, 1 - (t - note.length) / 0.25) : 0.65 + 0.35 * Math.exp(-t * 3));
    return (
      env * (Math.sin(step * t) + 0.28 * Math.sin(step * 2 * t) * Math.exp(-t * 2.5) + 0.1 * Math.sin(step * 3 * t))
    );
  });
}

function kick(into: Stereo, note: Note): void {
  lay(into, note, 0.36, 0.62, (t) => {
    const phase = TAU * (note.pitch * t + 5.2 * (1 - Math.exp(-t * 26)) * 0.42);
    return Math.sin(phase) * Math.exp(-t * 11) * Math.min(1, t * 700);
  });
}

function hiss(into: Stereo, note: Note, random: Random, gain: number, decay: number, cut: number): void {
  let low = 0;
  lay(into, note, note.length + 0.05, gain, (t) => {
    const white = random.range(-1, 1);
    low += (white - low) * cut;
    return (white - low) * Math.exp(-t * decay) * Math.min(1, t * 500);
  });
}

/** Plays one note. */
export function play(into: Stereo, note: Note, random: Random): void {
  switch (note.voice) {
    case 'pad': {
      pad(into, note);
      return;
    }
    case 'pluck': {
      pluck(into, note, random);
      return;
    }
    case 'bell': {
      bell(into, note);
      return;
    }
    case 'bass': {
      bass(into, note);
      return;
    }
    case 'kick': {
      kick(into, note);
      return;
    }
    case 'hat': {
      hiss(into, note, random, 0.2, 55, 0.6);
      return;
    }
    case 'brush': {
      hiss(into, note, random, 0.2, 19, 0.25);
      return;
    }
  }
}
