import { AdapterError } from '../../data/index.js';
import { tinyWav } from '../../internal/tiny-wav.js';
import { TINY_WEBM } from '../../internal/tiny-webm.js';

/** Scheme of the addresses of media that are made when they are opened. */
export const MEDIA_SCHEME = 'imaginations-synthetic';

export const PICTURE_MIME = 'image/png';
export const AUDIO_MIME = 'audio/wav';
/** All videos are the same one. */
export const VIDEO = { mime: 'video/webm', durationMs: TINY_WEBM.durationMs } as const;

/** Address of the file of an iteration, or of the still of a video. */
export const addressOf = (id: string, part?: 'poster'): string =>
  `${MEDIA_SCHEME}:${id}${part === undefined ? '' : `/${part}`}`;

/** How long a sound is, in ms. */
export const durationOf = (seed: number): number => 1000 + 250 * (seed % 9);

/** @throws AdapterError `unsupported` for an address of another scheme. */
export function readAddress(url: string): { readonly id: string; readonly isPoster: boolean } {
  const [, id, part] = new RegExp(`^${MEDIA_SCHEME}:(\\w+)(/poster)?$`).exec(url) ?? [];
  if (id === undefined) throw new AdapterError('unsupported', `Only ${MEDIA_SCHEME}: addresses can be opened here`);
  return { id, isPoster: part !== undefined };
}

export const makeSound = (seed: number): Blob => tinyWav(durationOf(seed), 196 + (seed % 24) * 16);

export const makeVideo = (): Blob => TINY_WEBM.blob();
