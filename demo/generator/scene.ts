import type { Intent } from './intent.js';
import type { Palette } from './palette.js';
import type { Random } from './random.js';

export type Context = OffscreenCanvasRenderingContext2D;

/** What a family paints: the same scene at any size gives the same picture. */
export interface Scene {
  /** Px. */
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly intent: Intent;
  /** Fork it by subject; never draw from it directly. */
  readonly random: Random;
  /** Where in its loop a moving picture is, 0..1; 0 for stills. */
  readonly time: number;
  /** Share of the full resolution that soft fields are computed at. */
  readonly detail: number;
}

/** Paints a scene in parts; yields the share done, 0..1, wherever it can be interrupted. */
export type Paint = (ctx: Context, scene: Scene) => Generator<number, void>;
