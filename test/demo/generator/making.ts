import type { GeneratedMedia, MediaGenerator, MediaProgress, MediaRequest } from '../../../src/data/index.js';

export const signal = (): AbortSignal => new AbortController().signal;

export type Told = Parameters<MediaProgress['progress']>[0];

export const request = (prompt: string, more: Partial<MediaRequest> = {}): MediaRequest => ({
  kind: 'image',
  brief: { prompt },
  references: [],
  seed: '1',
  variant: 0,
  ...more,
});

/** Makes one output and keeps what was said meanwhile. */
export async function make(
  generator: MediaGenerator,
  wanted: MediaRequest,
): Promise<{ media: GeneratedMedia; told: Told[] }> {
  const told: Told[] = [];
  const media = await generator.make(wanted, { progress: (progress) => told.push(progress) }, signal());
  return { media, told };
}

/** The pixels of a picture file. */
export async function decode(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const ctx = canvas.getContext('2d')!;
  ctx.drawImage(bitmap, 0, 0);
  return ctx.getImageData(0, 0, width, height);
}

/** Mean difference per channel, 0..255; `Infinity` for other sizes. */
export function difference(a: ImageData, b: ImageData): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

/** The code of the failure a promise ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? String(thrown);
  }
}
