import type { Iteration } from './entities.js';
import type { JsonObject, Kind } from './primitives.js';

const UNKNOWN: { readonly [kind in Kind]: number } = { image: 1, video: 16 / 9, audio: 1.6 };

function requestedRatio(params: JsonObject): number | undefined {
  const { width, height, aspect, aspectRatio, aspect_ratio: snake } = params;
  if (typeof width === 'number' && typeof height === 'number' && height > 0) return width / height;
  const text = [aspect, aspectRatio, snake].find((one) => typeof one === 'string');
  const [, across, down] = /^(\d+(?:\.\d+)?)\s*[:x/]\s*(\d+(?:\.\d+)?)$/.exec(text ?? '') ?? [];
  return across !== undefined && Number(down) > 0 ? Number(across) / Number(down) : undefined;
}

/**
 * Width by height of what an iteration shows, or will show: of its medium, else as far as its parameters tell.
 * `undefined` where nothing is known, and for sound.
 */
export function knownRatio({ kind, media, params }: Pick<Iteration, 'kind' | 'media' | 'params'>): number | undefined {
  if (media?.width && media.height) return media.width / media.height;
  return kind === 'audio' || !params ? undefined : requestedRatio(params);
}

/** Width by height of the box that something of a kind is shown in as long as nothing is known of it. */
export const usualRatio = (kind: string): number => (UNKNOWN as { readonly [kind: string]: number })[kind] ?? 1;

/** Width by height of the box an iteration is shown in, also where its own is not known. */
export const iterationRatio = (iteration: Iteration): number => knownRatio(iteration) ?? usualRatio(iteration.kind);
