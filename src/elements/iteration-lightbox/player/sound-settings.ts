import { draftStorage } from '../../../controllers/draft-storage.js';
import { isObject } from '../../../internal/is-object.js';

/** How loud and how fast a person wants to have it. */
export interface SoundSettings {
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
  /** 1 is as it was made. */
  readonly rate: number;
  /** The language in which a person reads along; nothing where they do not. */
  readonly captions?: string | undefined;
}

/** The speeds that are offered. */
export const RATES: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** The next slower (-1) or faster (1) one; nothing where there is none. */
export const rateBeside = (rate: number, by: 1 | -1): number | undefined =>
  by < 0 ? RATES.findLast((one) => one < rate) : RATES.find((one) => one > rate);

const AS_MADE: SoundSettings = { volume: 1, muted: false, rate: 1 };
const storage = draftStorage('imaginations:player');

let kept: SoundSettings | undefined;

/** Settings as they were stored: what makes no sense in them, for anybody may have written there, is as it was made. */
export function settingsFrom(text: string | null): SoundSettings {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    if (!isObject(found)) return AS_MADE;
    const { volume, muted, rate, captions } = found;
    return {
      volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : AS_MADE.volume,
      muted: muted === true,
      rate: typeof rate === 'number' && RATES.includes(rate) ? rate : AS_MADE.rate,
      captions: typeof captions === 'string' ? captions : undefined,
    };
  } catch {
    return AS_MADE;
  }
}

/** As it was left last: on this page or, where the browser keeps that, on an earlier one. */
export const soundSettings = (): SoundSettings => (kept ??= settingsFrom(storage.load()));

/** Remembers what a person has set. */
export function keepSettings(change: Partial<SoundSettings>): void {
  kept = { ...soundSettings(), ...change };
  storage.save(JSON.stringify(kept));
}
