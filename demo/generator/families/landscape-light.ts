import { mixRgb, toLab, type Rgb } from '../color.js';
import type { Scene } from '../scene.js';

/** Where the light of a landscape stands and what it does to the colours; places on the ramp are 0 dark .. 1 light. */
export interface Light {
  readonly night: boolean;
  readonly moon: boolean;
  /** A sky so light that a glow would burn it out. */
  readonly bright: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: Rgb;
  readonly mist: Rgb;
  readonly skyTop: number;
  readonly skyLow: number;
  /** Farthest and nearest ridge. */
  readonly far: number;
  readonly near: number;
}

const HOURS = {
  night: { skyTop: 0.03, skyLow: 0.5, far: 0.36, near: 0.0, mist: 0.5 },
  dusk: { skyTop: 0.2, skyLow: 0.9, far: 0.6, near: 0.0, mist: 0.74 },
  dawn: { skyTop: 0.42, skyLow: 0.9, far: 0.7, near: 0.05, mist: 0.86 },
  day: { skyTop: 0.5, skyLow: 0.92, far: 0.74, near: 0.04, mist: 0.9 },
} as const;

const FREE_HOURS: readonly ['dusk', 'dawn', 'day', 'dusk'] = ['dusk', 'dawn', 'day', 'dusk'];

export function lightOf(scene: Scene): Light {
  const { intent, palette, width, height } = scene;
  const { features } = intent;
  const random = scene.random.fork('light');
  const hour =
    features.has('night') || features.has('aurora')
      ? 'night'
      : features.has('dusk')
        ? 'dusk'
        : features.has('dawn')
          ? 'dawn'
          : features.has('snow')
            ? 'day'
            : palette.name === 'night'
              ? 'night'
              : random.pick<keyof typeof HOURS>(FREE_HOURS);
  const { mist, ...tones } = HOURS[hour];
  const night = hour === 'night';
  const unit = Math.min(width, height);
  const side = random.chance(0.5) ? random.range(0.26, 0.4) : random.range(0.6, 0.74);
  const low = features.has('sea') ? random.range(0.3, 0.46) : random.range(0.2, 0.36);
  // A cold accent would make a grey sun.
  const first = palette.accents[0];
  const accent = night || toLab(first).b > 0.04 ? first : palette.ramp.at(0.86);
  return {
    night,
    moon: night,
    bright: hour === 'dawn' || hour === 'day',
    x: side * width,
    y: low * height,
    radius: unit * (night ? random.range(0.035, 0.06) : random.range(0.05, 0.085)),
    colour: night ? mixRgb(palette.ramp.at(0.98), accent, 0.18) : mixRgb(palette.ramp.at(0.97), accent, 0.3),
    mist: palette.ramp.at(mist),
    ...tones,
  };
}
