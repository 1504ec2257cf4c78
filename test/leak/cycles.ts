import type { Page } from 'playwright-core';
import { installCounters, type LiveCounts } from './counters.js';

/** What is mounted and removed: the whole app, the parts in a provider, or an element that forgets to tidy up. */
export type Scene = 'app' | 'parts' | 'forgetful';

/** What the page needs of the single file. */
interface Imaginations {
  createMemoryAdapter(seed: object): {
    upload(file: File, task: object, write: object): Promise<{ source: { url: string; mime: string } }>;
  };
}

interface Cycling {
  cycle(scene: Scene, isOpen: boolean): Promise<void>;
}

/** Puts a page together in which `window.cycle()` mounts a scene once and removes it. */
export async function prepare(page: Page, url: string): Promise<void> {
  await page.addInitScript(installCounters);
  await page.goto(url);
  await page.evaluate(async () => {
    const { createMemoryAdapter } = (window as unknown as { imaginations: Imaginations }).imaginations;
    const canvas = new OffscreenCanvas(64, 48);
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('No canvas');
    brush.fillStyle = 'teal';
    brush.fillRect(0, 0, 64, 48);
    const picture = await canvas.convertToBlob();
    const { signal } = new AbortController();
    const at = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    // A private address: each cycle has to open it, and to close it again.
    const seedOf = (source: object | undefined): object => ({
      sessions: [{ id: 's', createdAt: at(0), brief: { prompt: 'A teal brief' } }],
      iterations: source
        ? Array.from({ length: 40 }, (_, n) => ({
            id: `i${String(n)}`,
            sessionId: 's',
            createdAt: at(n),
            kind: 'image',
            status: 'succeeded',
            prompt: `Picture ${String(n)}`,
            media: { ...source, width: 64, height: 48 },
          }))
        : [],
    });
    const store = createMemoryAdapter(seedOf(undefined));
    const file = new File([picture], 'teal.png', { type: 'image/png' });
    const { source } = await store.upload(file, {}, { signal, idempotencyKey: 'one' });
    const seeded = createMemoryAdapter(seedOf(source));
    const adapter = { ...seeded, openMedia: (store as unknown as { openMedia: unknown }).openMedia };

    const make = (tag: string, properties: object, ...children: readonly Element[]): HTMLElement => {
      const element = Object.assign(document.createElement(tag), properties);
      element.append(...children);
      return element;
    };
    const scenes: Readonly<Record<Scene, (isOpen: boolean) => HTMLElement>> = {
      app: (isOpen) =>
        make('imaginations-app', {
          adapter,
          navigation: { view: 'iterations', iterationId: isOpen ? 'i3' : null },
        }),
      parts: (isOpen) =>
        make(
          'imaginations-provider',
          { adapter },
          make('imagination-composer', {}),
          make('imagination-sessions', {}),
          make('imagination-session', { sessionId: 's' }),
          make('iteration-grid', {}),
          make('iteration-timeline', {}),
          make('iteration-lightbox', { iterationId: isOpen ? 'i3' : null }),
        ),
      forgetful: () => {
        const element = make('div', {});
        window.addEventListener('resize', () => element.remove());
        URL.createObjectURL(picture);
        return element;
      },
    };
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const { liveCounts } = window as unknown as { liveCounts(): LiveCounts };
    const showsPicture = (element: HTMLElement): boolean => {
      const tag = 'iteration-lightbox';
      const lightbox = element.querySelector(tag) ?? element.shadowRoot?.querySelector(tag);
      return lightbox?.shadowRoot?.querySelector('dialog')?.open === true && liveCounts().objectUrls > 0;
    };
    const cycle = async (scene: Scene, isOpen: boolean): Promise<void> => {
      const element = scenes[scene](isOpen);
      document.body.append(element);
      await frame();
      await frame();
      for (let n = 0; isOpen && scene !== 'forgetful' && !showsPicture(element); n++) {
        if (n > 600) throw new Error('The lightbox does not open');
        await frame();
      }
      element.remove();
    };
    Object.assign(window, { cycle });
  });
}

/** Mounts and removes a scene so many times, each tenth time with the lightbox open. */
export const cycles = (page: Page, scene: Scene, count: number): Promise<void> =>
  page.evaluate(
    async ([shown, wanted]) => {
      const { cycle } = window as unknown as Cycling;
      for (let n = 0; n < wanted; n++) await cycle(shown, n % 10 === 0);
    },
    [scene, count] as const,
  );
