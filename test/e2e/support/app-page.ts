import type { BrowserContext, Locator, Page } from 'playwright-core';

/** What the demo's database holds, read behind the interface's back. */
export interface StoredMedia {
  readonly mime: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
}

/** The demo in one tab, worked as a person would. */
export class AppPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, url: string): Promise<AppPage> {
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: 'Imagine', exact: true }).waitFor();
    return new AppPage(page);
  }

  /** Puts a library into the database, as an import does. */
  async fill(library: object): Promise<void> {
    await this.page.evaluate(async (given) => {
      const { adapter } = document.querySelector('imaginations-app') as unknown as {
        adapter: { load(library: object): Promise<void> };
      };
      await adapter.load(given);
    }, library);
  }

  get prompt(): Locator {
    return this.page.getByRole('textbox', { name: 'Brief' });
  }

  get tiles(): Locator {
    return this.page.locator('iteration-grid').getByRole('row');
  }

  get cards(): Locator {
    return this.page.locator('imagination-sessions [part~=card][data-id]');
  }

  get lightbox(): Locator {
    return this.page.locator('iteration-lightbox dialog[open]');
  }

  /** Goes to one of the two views. */
  async view(name: 'Sessions' | 'Iterations'): Promise<void> {
    await this.page.getByRole('group', { name: 'View' }).getByRole('button', { name, exact: true }).click();
  }

  /** Writes a brief and sends it. */
  async imagine(prompt: string, medium: 'Image' | 'Video' | 'Audio', count: number): Promise<void> {
    await this.prompt.fill(prompt);
    await this.page.getByRole('combobox', { name: 'Medium' }).selectOption({ label: medium });
    await this.page.getByRole('combobox', { name: 'Variants' }).selectOption(String(count));
    await this.page.getByRole('button', { name: 'Imagine', exact: true }).click();
  }
}

interface Row {
  readonly id: string;
  readonly status: string;
  readonly prompt?: string;
  readonly archivedAt?: string | null;
  readonly media?: { readonly url: string; readonly mime: string };
  readonly parents?: readonly { readonly role: string; readonly iterationId?: string }[];
}

/** The iterations as the adapter has them, newest first. */
export const storedIterations = (page: Page, archived: 'exclude' | 'include' = 'include'): Promise<readonly Row[]> =>
  page.evaluate(async (wanted) => {
    const app = document.querySelector('imaginations-app');
    const { adapter } = app as unknown as {
      adapter: { listIterations(request: object, call: object): Promise<{ items: Row[] }> };
    };
    const { signal } = new AbortController();
    return (await adapter.listIterations({ limit: 100, filter: { archived: wanted } }, { signal })).items;
  }, archived);

/** Decodes what is stored of an iteration with the browser's own decoders. */
export const decodeStored = (page: Page, id: string): Promise<StoredMedia> =>
  page.evaluate(async (wanted) => {
    interface Opened {
      readonly url: string;
      close(): void;
    }
    interface Adapter {
      getIterations(
        ids: readonly string[],
        call: object,
      ): Promise<readonly { readonly media: { readonly url: string; readonly mime: string } }[]>;
      openMedia(url: string, call: object): Promise<Opened>;
    }
    const { adapter } = document.querySelector('imaginations-app') as unknown as { adapter: Adapter };
    const { signal } = new AbortController();
    const [row] = await adapter.getIterations([wanted], { signal });
    if (!row) throw new Error(`No iteration ${wanted}`);
    const opened = await adapter.openMedia(row.media.url, { signal });
    try {
      const blob = await (await fetch(opened.url)).blob();
      const size = { width: 0, height: 0, durationMs: 0 };
      if (row.media.mime.startsWith('image/')) {
        const bitmap = await createImageBitmap(blob);
        Object.assign(size, { width: bitmap.width, height: bitmap.height });
        bitmap.close();
      } else if (row.media.mime.startsWith('audio/')) {
        const context = new OfflineAudioContext(1, 1, 44_100);
        Object.assign(size, { durationMs: (await context.decodeAudioData(await blob.arrayBuffer())).duration * 1000 });
      } else {
        const video = document.createElement('video');
        video.muted = true;
        video.src = opened.url;
        await new Promise((resolve, reject) => {
          video.onloadeddata = resolve;
          video.onerror = () => reject(new Error(video.error?.message ?? 'The video does not decode'));
        });
        Object.assign(size, { width: video.videoWidth, height: video.videoHeight, durationMs: video.duration * 1000 });
        video.removeAttribute('src');
        video.load();
      }
      return { mime: row.media.mime, bytes: blob.size, ...size };
    } finally {
      opened.close();
    }
  }, id);
