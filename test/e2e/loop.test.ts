import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppPage, decodeStored, storedIterations } from './support/app-page.js';
import { root, watchTrouble } from './support/browser.js';
import { demoSite } from './support/demo-site.js';

/** A generator that does not pause between its steps. */
const FAST = '?step=0';

describe('the whole loop, on the built demo', () => {
  const site = demoSite();

  const open = (): Promise<AppPage> => AppPage.open(site.context, site.url + FAST);

  const untilDone = async ({ page }: AppPage, count: number): Promise<void> => {
    await expect
      .poll(async () => (await storedIterations(page)).filter((row) => row.status === 'succeeded').length, {
        timeout: 45_000,
      })
      .toBe(count);
  };

  it('keeps an image brief with its reference over a reload and shows it in a second tab', async () => {
    const app = await open();
    const { page } = app;
    const trouble = watchTrouble(page);
    const reference = readFileSync(path.join(root, 'test/support/media/reference.png'));
    await page
      .locator('imagination-composer input[type=file]')
      .setInputFiles({ name: 'palette.png', mimeType: 'image/png', buffer: reference });
    await page.getByText('palette.png').first().waitFor();
    await app.imagine('Teal mountains at dawn', 'Image', 4);
    expect(await app.prompt.inputValue()).toBe('');
    await untilDone(app, 4);

    // As a session: one card, with its brief.
    await expect.poll(() => app.cards.count()).toBe(1);
    await app.cards.first().getByText('Teal mountains at dawn').first().waitFor();

    // The bytes are real pictures.
    const rows = await storedIterations(page);
    for (const { id } of rows) {
      const media = await decodeStored(page, id);
      expect(media.mime).toMatch(/^image\//);
      expect(Math.min(media.width, media.height)).toBeGreaterThan(200);
    }

    // A real reload: everything is there, as iterations too.
    await page.reload();
    await app.view('Iterations');
    await expect.poll(() => app.tiles.count()).toBe(4);

    // Open one, page through its session, close: the focus is back on a tile.
    await app.tiles.first().click();
    await app.lightbox.waitFor();
    await app.lightbox
      .getByText(/1 of 4/)
      .first()
      .waitFor();
    await page.keyboard.press('ArrowRight');
    await app.lightbox
      .getByText(/2 of 4/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await app.lightbox.waitFor({ state: 'hidden' });
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.closest('[role=row]')?.getAttribute('aria-rowindex') ?? null;
    });
    expect(focused).toBe('2');

    // A second tab has the same, and follows what the first one does.
    const second = await open();
    await second.view('Iterations');
    await expect.poll(() => second.tiles.count()).toBe(4);
    await app.tiles.first().click();
    await app.lightbox.getByRole('button', { name: 'Archive', exact: true }).click();
    await expect.poll(() => second.tiles.count()).toBe(3);
    expect(trouble).toEqual([]);
  });

  it('regenerates, remixes with the output as reference, archives and brings back', async () => {
    const app = await open();
    const { page } = app;
    const trouble = watchTrouble(page);
    await app.imagine('A quiet harbour, blue hour', 'Image', 1);
    await untilDone(app, 1);
    const [original] = await storedIterations(page);
    await app.view('Iterations');

    await app.tiles.first().click();
    await app.lightbox.getByRole('button', { name: 'Regenerate', exact: true }).click();
    await untilDone(app, 2);

    await app.lightbox.getByRole('button', { name: 'Remix', exact: true }).click();
    await app.lightbox.getByRole('menuitem', { name: 'Edit', exact: true }).click();
    await app.lightbox.waitFor({ state: 'hidden' });
    await page
      .locator('imagination-composer')
      .getByText(/Edit “A quiet harbour/)
      .first()
      .waitFor();
    // The brief has the focus: what is typed goes there, and does nothing to the tile that was looked at.
    await page.waitForFunction(() => {
      const app = document.activeElement?.shadowRoot?.activeElement;
      return app?.shadowRoot?.activeElement?.localName === 'textarea';
    });
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The same harbour in autumn gold');
    await page.keyboard.press('Control+Enter');
    await untilDone(app, 3);
    const remix = (await storedIterations(page)).find((row) => row.prompt?.includes('autumn'));
    expect(remix?.parents?.map(({ role }) => role)).toContain('edit');
    expect(remix?.parents?.map(({ iterationId }) => iterationId)).toContain(original?.id);

    // Archiving the session hides all its iterations from every view and count, without touching one of them.
    const act = async (name: string): Promise<void> => {
      await app.cards.first().hover();
      await app.cards
        .first()
        .getByRole('button', { name: /Actions/ })
        .click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    const archivedView = page.getByRole('button', { name: 'Archived', exact: true });
    await app.view('Sessions');
    await act('Archive');
    await expect.poll(() => app.cards.count()).toBe(0);
    await app.view('Iterations');
    await expect.poll(() => app.tiles.count()).toBe(0);
    await page.getByRole('radio', { name: 'All 0' }).waitFor();
    expect((await storedIterations(page)).every((row) => !row.archivedAt)).toBe(true);

    // The archived view has it, and bringing it back brings back exactly what was visible.
    await archivedView.click();
    await expect.poll(() => app.tiles.count()).toBe(3);
    await app.view('Sessions');
    await act('Unarchive');
    await expect.poll(() => app.cards.count()).toBe(0);
    await archivedView.click();
    await expect.poll(() => app.cards.count()).toBe(1);

    // So does undo.
    await act('Archive');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => app.cards.count()).toBe(1);
    await app.view('Iterations');
    await expect.poll(() => app.tiles.count()).toBe(3);
    expect(trouble).toEqual([]);
  });

  it('makes a video and an audio brief whose stored bytes play', async () => {
    const app = await open();
    const { page } = app;
    const trouble = watchTrouble(page);
    await app.imagine('Slow silk in the wind, violet', 'Video', 1);
    await untilDone(app, 1);
    await app.imagine('Calm pads for a rainy evening', 'Audio', 1);
    await untilDone(app, 2);
    const [audio, video] = await storedIterations(page);
    const movie = await decodeStored(page, video?.id ?? '');
    expect(movie.mime).toMatch(/^video\//);
    expect(movie.width).toBeGreaterThan(100);
    expect(movie.durationMs).toBeGreaterThan(1900);
    expect(movie.durationMs).toBeLessThan(5500);
    const sound = await decodeStored(page, audio?.id ?? '');
    expect(sound.mime).toMatch(/^audio\//);
    expect(sound.durationMs).toBeGreaterThan(4500);
    expect(sound.durationMs).toBeLessThan(15_500);

    // Filtered, each stands alone; the counts say so.
    await page.reload();
    await app.view('Iterations');
    const filter = page.getByRole('radiogroup', { name: 'Filter by medium' });
    await filter.getByRole('radio', { name: /Videos/ }).click();
    await expect.poll(() => app.tiles.count()).toBe(1);
    await filter.getByRole('radio', { name: /Audios/ }).click();
    await expect.poll(() => app.tiles.count()).toBe(1);
    await app.tiles.first().click();
    await app.lightbox.getByRole('slider').first().waitFor();
    expect(trouble).toEqual([]);
  });

  it('shows a failed and a refused attempt in plain words, and retries', async () => {
    const app = await open();
    const { page } = app;
    await app.view('Iterations');
    await app.imagine('A lighthouse [fail once]', 'Image', 1);
    await app.tiles.first().getByRole('button', { name: 'Try again' }).click();
    await untilDone(app, 1);
    await app.imagine('Something that is not allowed [moderated]', 'Image', 1);
    await app.tiles
      .first()
      .getByText(/content rules/)
      .waitFor();
    expect(await app.tiles.first().getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.reload();
    await app.tiles
      .first()
      .getByText(/content rules/)
      .waitFor();
  });

  it('keeps what is being written over a reload', async () => {
    const app = await open();
    await app.prompt.fill('Half a thought about');
    await app.page.reload();
    await expect.poll(() => app.prompt.inputValue()).toBe('Half a thought about');
  });
});
