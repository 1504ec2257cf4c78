import type { FamilyName, Intent } from '../intent.js';
import type { Random } from '../random.js';
import type { Paint } from '../scene.js';
import { paintBloom } from './bloom.js';
import { paintCity } from './city.js';
import { paintGeometric } from './geometric.js';
import { paintInk } from './ink.js';
import { paintNebula } from './nebula.js';
import { paintLandscape } from './landscape.js';
import { paintOrbs } from './orbs.js';
import { paintSilk } from './silk.js';

/** How a family is painted, and how much grain and shade its pictures bear. */
export interface Family {
  readonly paint: Paint;
  readonly grain: number;
  readonly vignette: number;
  /** Share of the resolution that its fields have in a moving picture; half where it says nothing. */
  readonly motion?: number;
}

export const FAMILY: Readonly<Record<FamilyName, Family>> = {
  landscape: { paint: paintLandscape, grain: 2.2, vignette: 0.22 },
  city: { paint: paintCity, grain: 2, vignette: 0.25 },
  nebula: { paint: paintNebula, grain: 2, vignette: 0.25 },
  bloom: { paint: paintBloom, grain: 2, vignette: 0.25 },
  geometric: { paint: paintGeometric, grain: 4, vignette: 0.08 },
  silk: { paint: paintSilk, grain: 1.8, vignette: 0.3, motion: 0.7 },
  ink: { paint: paintInk, grain: 2, vignette: 0.2 },
  orbs: { paint: paintOrbs, grain: 1.8, vignette: 0.2, motion: 0.7 },
};

/** Words that call for nothing in particular get one of these. */
const FREE: readonly [FamilyName, ...FamilyName[]] = ['ink', 'silk', 'orbs', 'geometric', 'landscape', 'bloom'];

export const chooseFamily = (intent: Intent, prompt: Random): FamilyName =>
  intent.family ?? prompt.fork('family').pick(FREE);
