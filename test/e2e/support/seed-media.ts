import type { BrowserContext } from 'playwright-core';
import { tinyWav } from '../../../src/internal/tiny-wav.js';
import { TINY_WEBM } from '../../../src/internal/tiny-webm.js';

/** Answers where the films and sounds of a seeded library would lie. */
export async function serveSeedMedia(context: BrowserContext): Promise<void> {
  const [film, sound] = await Promise.all([TINY_WEBM.blob().arrayBuffer(), tinyWav(200, 330).arrayBuffer()]);
  await context.route('https://media.example/**', (route) =>
    route.request().url().endsWith('.wav')
      ? route.fulfill({ body: Buffer.from(sound), contentType: 'audio/wav' })
      : route.fulfill({ body: Buffer.from(film), contentType: 'video/webm' }),
  );
}
