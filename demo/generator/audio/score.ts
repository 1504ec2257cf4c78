import type { Intent } from '../intent.js';
import type { Random } from '../random.js';

export type Voice = 'pad' | 'pluck' | 'bell' | 'bass' | 'kick' | 'hat' | 'brush';

/** One sound. */
export interface Note {
  readonly voice: Voice;
  /** Seconds from the start. */
  readonly at: number;
  readonly length: number;
  /** Hz; what drums do with it is their own affair. */
  readonly pitch: number;
  /** 0..1. */
  readonly strength: number;
  /** -1 left .. 1 right. */
  readonly pan: number;
}

/** What surrounds the music. */
export type Ambience = 'sea' | 'rain' | 'wind' | 'none';

export interface Score {
  readonly notes: readonly Note[];
  /** Seconds, with the tail. */
  readonly seconds: number;
  readonly tempo: number;
  readonly scale: string;
  readonly ambience: Ambience;
}

const SCALES = {
  lydian: [0, 2, 4, 6, 7, 9, 11],
  major: [0, 2, 4, 5, 7, 9, 11],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  minor: [0, 2, 3, 5, 7, 8, 10],
} as const;

/** Roots of four chords, as steps of the scale. */
const PROGRESSIONS: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 5, 3, 4],
  [0, 3, 5, 4],
  [5, 3, 0, 4],
  [0, 2, 3, 5],
  [3, 0, 4, 5],
];

function moodOf(intent: Intent, random: Random): { scale: keyof typeof SCALES; tempo: number; drums: number } {
  const { features } = intent;
  const sad = features.has('sad') || features.has('night');
  const happy = features.has('happy') || features.has('dawn');
  const scale = sad
    ? random.pick(['minor', 'dorian'] as const)
    : happy
      ? random.pick(['major', 'lydian'] as const)
      : random.pick(['dorian', 'lydian', 'major', 'minor'] as const);
  if (features.has('calm')) return { scale, tempo: random.range(62, 76), drums: 0 };
  if (features.has('energetic')) return { scale, tempo: random.range(112, 126), drums: 1 };
  return { scale, tempo: random.range(82, 100), drums: random.chance(0.7) ? 0.6 : 0 };
}

function ambienceOf({ features, words }: Intent): Ambience {
  if (features.has('rain')) return 'rain';
  if (features.has('sea')) return 'sea';
  return words.some((word) => ['wind', 'windy', 'desert', 'storm', 'mountain', 'mountains'].includes(word))
    ? 'wind'
    : 'none';
}

const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** Composes a short piece: chords, a bass, a melody that prefers small steps, soft drums where the mood has them. */
export function compose(intent: Intent, wanted: number, random: Random): Score {
  const mood = moodOf(intent, random.fork('mood'));
  const { scale, tempo, drums } = mood;
  const steps = SCALES[scale];
  const beat = 60 / tempo;
  const tail = 2.4;
  const bars = Math.max(2, Math.round((wanted - tail) / (beat * 4)));
  const root = 48 + random.fork('key').int(8);
  const progression = random.fork('chords').pick(PROGRESSIONS);
  const pitchOf = (degree: number, octave: number): number => {
    const step = ((degree % 7) + 7) % 7;
    return hertz(root + (steps[step] ?? 0) + 12 * (octave + Math.floor(degree / 7)));
  };

  // Short pieces change the chord twice a bar, so that they too come round.
  const span = bars < 4 ? 2 : 4;
  const chordAt = (beats: number): number => progression[Math.floor(beats / span) % progression.length] ?? 0;

  const notes: Note[] = [];
  const add = (voice: Voice, at: number, length: number, pitch: number, strength: number, pan = 0): void => {
    notes.push({ voice, at, length, pitch, strength, pan });
  };
  const tune = random.fork('tune');
  const lead: Voice = tune.chance(0.5) ? 'bell' : 'pluck';
  let degree = 7 + tune.int(3);
  // A rhythm of eighths that comes back in every bar, with small changes.
  const rhythm = Array.from({ length: 8 }, (_, i) => (i === 0 ? 1 : tune.chance(i % 2 === 0 ? 0.75 : 0.42) ? 1 : 0));
  for (let bar = 0; bar < bars; bar++) {
    const at = bar * beat * 4;
    const chord = chordAt(bar * 4);
    for (let from = 0; from < 4; from += span) {
      const here = chordAt(bar * 4 + from);
      [0, 2, 4, 6].forEach((third, i) => {
        const octave = i === 0 || third > 4 ? 0 : 1;
        add(
          'pad',
          at + from * beat,
          beat * (span + 0.15),
          pitchOf(here + third, octave),
          i === 3 ? 0.5 : 0.8,
          i * 0.4 - 0.6,
        );
      });
      add('bass', at + from * beat, beat * (drums ? 1.6 : span - 0.4), pitchOf(here, -1), 0.9);
    }
    if (drums && span === 4)
      add('bass', at + beat * 2.5, beat * 1.2, pitchOf(chord + (bar % 2 === 0 ? 0 : 4), -1), 0.6);

    for (let eighth = 0; eighth < 8; eighth++) {
      const when = at + eighth * beat * 0.5;
      // An arpeggio below, the tune above it.
      const under = chordAt(bar * 4 + eighth / 2);
      const tone = [0, 4, 7, 9, 7, 4, 2, 4][eighth] ?? 0;
      const soft = drums > 0 || eighth % 2 === 0 ? 1 : 0.5;
      const touch = (0.26 + 0.1 * tune.next()) * soft;
      add('pluck', when + tune.range(0, 0.012), beat, pitchOf(under + tone, 1), touch, Math.sin(eighth * 1.3) * 0.6);
      const plays = rhythm[eighth] === 1 ? tune.chance(0.86) : tune.chance(0.1);
      const last = bar === bars - 1 && eighth > 3;
      if (!plays || last) continue;
      degree += tune.pick([-2, -1, -1, 0, 1, 1, 2, 3]);
      if (degree > 13) degree -= 4;
      if (degree < 5) degree += 4;
      // On the strong beats a tone of the chord.
      if (eighth % 4 === 0) degree = nearest(degree, under);
      add(lead, when, beat * 1.8, pitchOf(degree, 1), 0.55 + 0.25 * tune.next(), tune.range(-0.35, 0.35));
    }
    if (drums > 0) beatsOf(add, at, beat, drums, tune);
  }
  // It comes home.
  const end = bars * beat * 4;
  [0, 2, 4, 7].forEach((third, i) => add('pad', end, tail * 0.85, pitchOf(third, i === 0 ? 0 : 1), 0.6, i * 0.4 - 0.6));
  add('bell', end, 2, pitchOf(7, 1), 0.55);
  add('bass', end, 1.8, pitchOf(0, -1), 0.7);
  return { notes, seconds: end + tail, tempo, scale, ambience: ambienceOf(intent) };
}

function nearest(degree: number, chord: number): number {
  const tones = [0, 2, 4];
  let best = degree;
  let distance = Infinity;
  for (let octave = 0; octave < 3; octave++) {
    for (const tone of tones) {
      const candidate = chord + tone + octave * 7;
      if (Math.abs(candidate - degree) >= distance) continue;
      best = candidate;
      distance = Math.abs(candidate - degree);
    }
  }
  return best;
}

type Add = (voice: Voice, at: number, length: number, pitch: number, strength: number, pan?: number) => void;

function beatsOf(add: Add, at: number, beat: number, drums: number, random: Random): void {
  for (let quarter = 0; quarter < 4; quarter++) {
    const when = at + quarter * beat;
    if (drums >= 1 || quarter % 2 === 0) add('kick', when, 0.35, 52, 0.75 * drums);
    if (quarter % 2 === 1) add('brush', when, 0.22, 0, 0.5 * drums, 0.1);
    add('hat', when + beat * 0.5, 0.07, 0, 0.4 * drums, 0.35);
    if (random.chance(0.4)) add('hat', when + beat * 0.75, 0.05, 0, 0.22 * drums, -0.35);
  }
}
