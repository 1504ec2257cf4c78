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

interface Row {
  readonly id: string;
  readonly isArchived: boolean;
  readonly sessionId: string;
  readonly projects: readonly string[];
}

interface Session {
  readonly id: string;
  readonly title: string;
  readonly total: number;
}

/** What the adapter says, asked itself. */
interface Library {
  readonly shown: Readonly<Record<string, number>>;
  readonly archived: Readonly<Record<string, number>>;
  /** Pages from the start, the middle and the end of what is not archived. */
  readonly pages: readonly (readonly Row[])[];
  readonly sampled: readonly Row[];
  /** How many sessions there are. */
  readonly sessions: number;
  readonly newest: Session;
  /** The sessions that were asked for. */
  readonly homes: readonly Session[];
}

const ask = (app: AppPage, rows: readonly string[], homes: readonly string[]): Promise<Library> =>
  app.page.evaluate(
    async (wanted) => {
      interface Item {
        readonly id: string;
        readonly archivedAt?: string | null;
        readonly sessionId: string;
        readonly projectIds?: readonly string[];
      }
      interface Home {
        readonly id: string;
        readonly title?: string;
        readonly counts: { readonly total: number };
      }
      interface Adapter {
        counts(query: object, call: object): Promise<Record<string, number>>;
        listIterations(request: object, call: object): Promise<{ items: readonly Item[] }>;
        getIterations(ids: readonly string[], call: object): Promise<readonly Item[]>;
        listSessions(request: object, call: object): Promise<{ items: readonly Home[]; total: number }>;
        getSession(id: string, call: object): Promise<Home>;
      }
      const { adapter } = document.querySelector('imaginations-app') as unknown as { adapter: Adapter };
      const call = { signal: new AbortController().signal };
      const counts = (archived: string) => adapter.counts({ filter: { archived } }, call);
      const row = ({ id, archivedAt, sessionId, projectIds = [] }: Item) => {
        return { id, isArchived: Boolean(archivedAt), sessionId, projects: projectIds };
      };
      const session = ({ id, title = '', counts: { total } }: Home) => ({ id, title, total });
      const shown = await counts('exclude');
      const last = Math.max(0, (shown['total'] ?? 0) - 20);
      const pages = [0, Math.floor(last / 2), last].map((offset) =>
        adapter.listIterations({ limit: 20, offset, filter: { archived: 'exclude' } }, call),
      );
      const { items, total } = await adapter.listSessions({ limit: 1 }, call);
      const [newest] = items.map(session);
      if (!newest) throw new Error('There is no session');
      return {
        shown,
        archived: await counts('only'),
        pages: (await Promise.all(pages)).map((page) => page.items.map(row)),
        sampled: (await adapter.getIterations(wanted.rows, call)).map(row),
        sessions: total,
        newest,
        homes: (await Promise.all(wanted.homes.map((id) => adapter.getSession(id, call)))).map(session),
      };
    },
    { rows, homes },
  );

const VIEWS = [
  { name: 'the grid', layout: 'grid', tag: 'imaginations-app iteration-grid', all: 'a key' },
  { name: 'the timeline', layout: 'timeline', tag: 'imaginations-app iteration-timeline', all: 'the bar' },
] as const;

describe('selecting everything that matches, of a million', () => {
  const site = demoSite();

  it.each(VIEWS)('in $name: but ten, put away, moved, taken back, and filed', { timeout: 240_000 }, async (at) => {
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
      const here = await tiles();
      await view.tick(here, here[Math.floor(here.length / 2)] ?? '');
      await countSays('1 selected');
      await page.keyboard.press('Control+Home');
      await expect.poll(async () => (await tiles())[0]).toBe(top[0]);
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

    const leftOut = await select();
    expect(new Set(leftOut).size).toBe(LEFT_OUT);
    const ids = [...leftOut, ...SAMPLED.filter((id) => !leftOut.includes(id))];
    const homes = [...new Set((await ask(app, ids, [])).sampled.map(({ sessionId }) => sessionId))];
    const state = (): Promise<Library> => ask(app, ids, homes);
    const before = await state();
    expect([before.shown['total'], before.archived['total']]).toEqual([ROWS, 0]);
    expect(before.sampled.filter(({ projects }) => projects.length > 0)).toEqual([]);
    const changed = (rows: readonly Row[], change: Partial<Row>): readonly Row[] =>
      rows.map((row) => (leftOut.includes(row.id) ? row : { ...row, ...change }));

    await view.act('Archive');
    await says(`Archived ${DONE} iterations`);
    const away = await state();
    expect([away.shown['total'], away.archived['total']]).toEqual([LEFT_OUT, ROWS - LEFT_OUT]);
    for (const kind of ['image', 'video', 'audio']) {
      expect((away.shown[kind] ?? 0) + (away.archived[kind] ?? 0), kind).toBe(before.shown[kind]);
    }
    expect(away.pages[0]?.map(({ id }) => id)).toEqual(leftOut);
    expect(away.sampled).toEqual(changed(before.sampled, { isArchived: true }));
    const left = (id: string): number =>
      before.sampled.filter((row) => row.sessionId === id && leftOut.includes(row.id)).length;
    const emptied = before.homes.map((home) => ({ ...home, total: left(home.id) }));
    expect(away.homes).toEqual(emptied);
    await expect.poll(() => view.total()).toBe(LEFT_OUT);
    await expect.poll(tiles).toEqual(leftOut);
    await page.getByRole('radio', { name: `All ${LEFT_OUT}` }).waitFor();
    expect(await view.bar.count()).toBe(0);

    /** Everything is where it was. */
    const isBack = async (): Promise<void> => {
      await says('Undone');
      expect(await state()).toEqual(before);
      await expect.poll(() => view.total()).toBe(ROWS);
      await page.getByRole('radio', { name: 'All 1,000,000' }).waitFor();
    };
    await page.keyboard.press('Control+z');
    await isBack();
    expect(await view.bar.count()).toBe(0);

    expect(await select()).toEqual(leftOut);
    await view.act('Move…');
    await view.dialog.getByRole('button', { name: 'New session' }).click();
    await page.keyboard.type('All of it');
    await page.keyboard.press('Enter');
    await says(`Moved ${DONE} iterations to “All of it”`);
    const moved = await state();
    const made = moved.newest;
    expect([made.title, made.total, moved.sessions]).toEqual(['All of it', ROWS - LEFT_OUT, before.sessions + 1]);
    const { pages, sampled } = before;
    expect(moved).toEqual({
      ...before,
      pages: pages.map((rows) => changed(rows, { sessionId: made.id })),
      sampled: changed(sampled, { sessionId: made.id }),
      sessions: before.sessions + 1,
      newest: made,
      homes: emptied,
    });
    // It still shows: it stays selected.
    await countSays(`${DONE} selected`);
    expect(await view.total()).toBe(ROWS);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await isBack();
    await countSays(`${DONE} selected`);
    await view.act('Clear selection');

    expect(await select()).toEqual(leftOut);
    await view.act('Move…');
    await view.dialog.getByRole('tab', { name: 'Projects' }).click();
    const boxes = view.dialog.getByRole('checkbox');
    for (const at of [0, 1]) await boxes.nth(at).click();
    await view.dialog.getByRole('button', { name: 'Apply' }).click();
    await says(`Projects of ${DONE} iterations changed`);
    const filed = await state();
    const projects = filed.sampled.find(({ id }) => !leftOut.includes(id))?.projects ?? [];
    expect(new Set(projects).size).toBe(2);
    expect(filed).toEqual({
      ...before,
      pages: pages.map((rows) => changed(rows, { projects })),
      sampled: changed(sampled, { projects }),
    });
    expect(trouble).toEqual([]);
  });
});
