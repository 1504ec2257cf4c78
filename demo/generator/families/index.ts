import type { FamilyName, Intent } from '../intent.js';
import type { Random } from '../random.js';
import type { Paint } from '../scene.js';
import { paintInk } from './ink.js';

/** How a family is painted, and how much grain and shade its pictures bear. */
export interface Family {
  readonly paint: Paint;
  readonly grain: number;
  readonly vignette: number;
}

const INK: Family = { paint: paintInk, grain: 2, vignette: 0.2 };

export const FAMILY: Readonly<Record<FamilyName, Family>> = {
  landscape: INK,
  city: INK,
  nebula: INK,
  bloom: INK,
  geometric: INK,
  silk: INK,
  ink: INK,
  orbs: INK,
};

/** Words that call for nothing in particular get one of these. */
const FREE: readonly [FamilyName, ...FamilyName[]] = ['ink', 'silk', 'orbs', 'geometric', 'landscape', 'bloom'];

export const chooseFamily = (intent: Intent, prompt: Random): FamilyName =>
  intent.family ?? prompt.fork('family').pick(FREE);
