import { describe, expect, it } from 'vitest';
import { AppPage } from './support/app-page.js';
import { watchTrouble } from './support/browser.js';
import { CollectionPage } from './support/collection-page.js';
import { demoSite } from './support/demo-site.js';

const ROWS = 1_000_000;
const LEFT_OUT = 10;
const DONE = '999,990';
/** Rows that are looked at one by one: every so manyth, from one end to the other. */
const SAMPLED = Array.from({ length: 90 }, (_, at) => `i${String(at * 11_111).padStart(7, '0')}`);

/** What the adapter says, asked itself. */
interface Library {
  readonly shown: Readonly<Record<string, number>>;
  readonly archived: Readonly<Record<string, number>>;
  /** The first that are not archived. */
  readonly first: readonly string[];
  readonly sampled: readonly { readonly id: string; readonly isArchived: boolean; readonly isStarred: boolean }[];
}

const ask = (app: AppPage, ids: readonly string[]): Promise<Library> =>
  app.page.evaluate(async (wanted) => {
    interface Row {
      readonly id: string;
      readonly archivedAt?: string | null;
      readonly starred?: boolean;
    }
    interface Adapter {
      counts(query: object, call: object): Promise<Record<string, number>>;
      listIterations(request: object, call: object): Promise<{ items: readonly Row[] }>;
      getIterations(ids: readonly string[], call: object): Promise<readonly Row[]>;
    }
    const { adapter } = document.querySelector('imaginations-app') as unknown as { adapter: Adapter };
    const call = { signal: new AbortController().signal };
    const counts = (archived: string) => adapter.counts({ filter: { archived } }, call);
    const { items } = await adapter.listIterations({ limit: 20, filter: { archived: 'exclude' } }, call);
    return {
      shown: await counts('exclude'),
      archived: await counts('only'),
      first: items.map(({ id }) => id),
      sampled: (await adapter.getIterations(wanted, call)).map(({ id, archivedAt, starred }) => {
        return { id, isArchived: Boolean(archivedAt), isStarred: Boolean(starred) };
      }),
    };
  }, ids);

const VIEWS = [
  { name: 'the grid', layout: 'grid', tag: 'imaginations-app iteration-grid', all: 'a key' },
  { name: 'the timeline', layout: 'timeline', tag: 'imaginations-app iteration-timeline', all: 'the bar' },
] as const;

describe('selecting everything that matches, of a million', () => {
  const site = demoSite();

  it.each(VIEWS)('in $name: but ten, put away, and taken back', { timeout: 240_000 }, async (at) => {
    const page = await site.context.newPage();
    const trouble = watchTrouble(page);
    await page.goto(`${site.url}?size=${ROWS}#view=iterations&layout=${at.layout}`);
    const app = new AppPage(page);
    const view = new CollectionPage(page, at.tag);
    const says = (text: string): Promise<void> =>
      expect.poll(() => view.toast.textContent({ timeout: 1000 }).catch(() => null), { timeout: 30_000 }).toBe(text);
    const countSays = (text: string): Promise<void> =>
      expect.poll(() => view.count.textContent({ timeout: 1000 }).catch(() => null)).toBe(text);
    const tiles = async (): Promise<readonly string[]> => (await view.shown()).map(({ id }) => id);

    await expect.poll(() => view.total(), { timeout: 20_000 }).toBe(ROWS);
    await expect.poll(async () => (await tiles()).length).toBeGreaterThan(5);
    const top = (await tiles()).slice(0, 5);

    /** Everything, and then five at the one end and five at the other that are not wanted. */
    const select = async (): Promise<readonly string[]> => {
      await page.keyboard.press('Control+Home');
      await expect.poll(async () => (await tiles())[0]).toBe(top[0]);
      await view.tick(top, top[0] ?? '');
      await countSays('1 selected');
      if (at.all === 'a key') await page.keyboard.press('Control+a');
      else await view.act('Select all');
      await countSays('1,000,000 selected');
      for (const id of top) await view.press(top, id, 'Control');
      await countSays('999,995 selected');
      await page.keyboard.press('Control+End');
      await expect.poll(async () => (await tiles()).at(-1), { timeout: 20_000 }).toBe('i0000000');
      const bottom = (await tiles()).slice(-5);
      for (const [number, id] of bottom.entries()) {
        if (number % 2 === 0) await view.tick(bottom, id);
        else await view.press(bottom, id, 'Control');
      }
      await countSays(`${DONE} selected`);
      return [...top, ...bottom];
    };

    const before = await ask(app, SAMPLED);
    expect([before.shown['total'], before.archived['total']]).toEqual([ROWS, 0]);
    const leftOut = await select();
    expect(new Set(leftOut).size).toBe(LEFT_OUT);
    const sampled = [...leftOut, ...SAMPLED.filter((id) => !leftOut.includes(id))];
    const rows = (await ask(app, sampled)).sampled;
    expect(rows.some(({ isStarred }) => isStarred)).toBe(false);

    // It moves nothing: no control says that it would.
    expect(await view.bar.getByRole('button', { name: 'Move…' }).count()).toBe(0);
    await view.act('Archive');
    await says(`Archived ${DONE} iterations`);
    const away = await ask(app, sampled);
    expect([away.shown['total'], away.archived['total']]).toEqual([LEFT_OUT, ROWS - LEFT_OUT]);
    for (const kind of ['image', 'video', 'audio']) {
      expect((away.shown[kind] ?? 0) + (away.archived[kind] ?? 0), kind).toBe(before.shown[kind]);
    }
    expect(away.first).toEqual(leftOut);
    expect(away.sampled).toEqual(rows.map((row) => ({ ...row, isArchived: !leftOut.includes(row.id) })));
    await expect.poll(() => view.total()).toBe(LEFT_OUT);
    await expect.poll(tiles).toEqual(leftOut);
    await page.getByRole('radio', { name: `All ${LEFT_OUT}` }).waitFor();
    expect(await view.bar.count()).toBe(0);

    await page.keyboard.press('Control+z');
    await says('Undone');
    expect(await ask(app, sampled)).toEqual({ ...before, sampled: rows });
    await expect.poll(() => view.total()).toBe(ROWS);
    await page.getByRole('radio', { name: 'All 1,000,000' }).waitFor();
    expect(trouble).toEqual([]);
  });
});
