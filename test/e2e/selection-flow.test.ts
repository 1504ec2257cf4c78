import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { seedLibrary } from '../../src/testing/seeds.js';
import { AppPage } from './support/app-page.js';
import { watchTrouble } from './support/browser.js';
import { CollectionPage } from './support/collection-page.js';
import { storedLibrary, type StoredIteration, type StoredLibrary } from './support/stored-library.js';
import { demoSite } from './support/demo-site.js';
import { serveSeedMedia } from './support/seed-media.js';

/** Beside what is selected. */
const OTHERS = 120;
const FIRST = 23;
const LEFT_OUT = 10;
const DATABASE = 'selection-flow';
/** Has nearly all of the library, so that its page can have as much selected as the others. */
const SESSION = 'session-0000000';
const ELSEWHERE = 40;

interface View {
  readonly name: string;
  readonly address: string;
  readonly tag: string;
  readonly isShown: (row: StoredIteration) => boolean;
  /** What is selected: from one to another, or everything that matches. */
  readonly what: 'range' | 'everything';
  /** How many are; two thousand once, for the same way through each view is what the others are about. */
  readonly selected: number;
}

const GRID = { address: '#view=iterations', tag: 'imaginations-app iteration-grid', isShown: () => true };

const VIEWS: readonly View[] = [
  { name: 'the grid', ...GRID, what: 'range', selected: 2000 },
  {
    name: 'the timeline',
    address: '#view=iterations&layout=timeline',
    tag: 'imaginations-app iteration-timeline',
    isShown: () => true,
    what: 'range',
    selected: 500,
  },
  {
    name: 'the page of a session',
    address: `#view=sessions&sessionId=${SESSION}`,
    tag: 'imagination-session iteration-grid',
    isShown: ({ sessionId }) => sessionId === SESSION,
    what: 'range',
    selected: 500,
  },
  { name: 'the grid, with everything that matches', ...GRID, what: 'everything', selected: 500 },
];

type Rows = StoredLibrary['iterations'];

/** What must lie in the database when some rows have been changed and nothing else has. */
function changed(rows: Rows, ids: readonly string[], change: (row: StoredIteration) => Partial<StoredIteration>): Rows {
  const chosen = new Set(ids);
  return new Map([...rows].map(([id, row]) => [id, chosen.has(id) ? { ...row, ...change(row) } : row]));
}

/** Counts are kept beside a session, never worked out when read. */
function checkCounts({ iterations, sessions }: StoredLibrary): void {
  for (const [id, { total }] of sessions) {
    const members = [...iterations.values()].filter((row) => row.sessionId === id && !row.isArchived);
    expect(total, id).toBe(members.length);
  }
}

describe('selecting many, doing it to all, taking it back', () => {
  const site = demoSite();

  beforeEach(() => serveSeedMedia(site.context));

  it.each(VIEWS)('in $name', { timeout: 240_000 }, async ({ address, tag, isShown, what, selected }) => {
    const url = `${site.url}?database=${DATABASE}&step=0`;
    const app = await AppPage.open(site.context, url + address);
    const { page } = app;
    const trouble = watchTrouble(page);
    const rows = selected + OTHERS;
    await app.fill(seedLibrary(rows, { finished: true, perSession: rows - ELSEWHERE }));
    await page.reload();
    const view = new CollectionPage(page, tag);
    const stored = (): Promise<StoredLibrary> => storedLibrary(page, DATABASE);

    const first = await stored();
    const order = [...first.iterations.values()].filter(isShown).map(({ id }) => id);
    const all = what === 'everything' ? order : order.slice(FIRST, FIRST + selected);
    const leftOut = all.slice(-60).filter((_, at) => at % 6 === 2);
    const chosen = all.filter((id) => !leftOut.includes(id));
    const count = chosen.length.toLocaleString('en');
    expect(leftOut).toHaveLength(LEFT_OUT);

    /** Exactly this lies in the database, and the screen says the same. */
    const check = async (rows: Rows, selected: readonly string[]): Promise<StoredLibrary> => {
      let now = await stored();
      const isStored = (): boolean => isDeepStrictEqual(now.iterations, rows);
      for (let tries = 0; !isStored() && tries < 20; tries++) {
        await page.waitForTimeout(500);
        now = await stored();
      }
      expect([...now.iterations.values()]).toEqual([...rows.values()]);
      checkCounts(now);
      const listed = [...rows.values()].filter((row) => !row.isArchived && isShown(row)).map(({ id }) => id);
      await expect.poll(() => view.total()).toBe(listed.length);
      const [places, marked] = [new Set(listed), new Set(selected)];
      const wrong = async (): Promise<readonly string[]> => {
        const tiles = await view.shown();
        if (tiles.length === 0 && listed.length > 0) return ['nothing shows'];
        return tiles
          .filter(({ id, isSelected }) => !places.has(id) || isSelected !== marked.has(id))
          .map(({ id }) => id);
      };
      await expect.poll(wrong).toEqual([]);
      if (selected.length === 0) await expect.poll(() => view.bar.count()).toBe(0);
      else await expect.poll(() => view.count.textContent()).toBe(`${selected.length.toLocaleString('en')} selected`);
      return now;
    };
    const says = (text: string): Promise<void> =>
      expect.poll(() => view.toast.textContent({ timeout: 1000 }).catch(() => null), { timeout: 30_000 }).toBe(text);
    const leaveOut = async (): Promise<void> => {
      for (const [at, id] of leftOut.toReversed().entries()) {
        if (at % 2 === 0) await view.tick(order, id);
        else await view.press(order, id, 'Control');
      }
      await check(first.iterations, chosen);
    };
    const select = async (from: string, to: string): Promise<void> => {
      await view.tick(order, from);
      if (what === 'range') await view.press(order, to, 'Shift');
      else if (from === all[0]) await page.keyboard.press('Control+a');
      else await view.act('Select all');
      await check(first.iterations, all);
      await leaveOut();
    };
    const [start = '', end = ''] = [all[0], all.at(-1)];

    await check(first.iterations, []);
    await select(start, end);
    await view.act('Archive');
    await says(`Archived ${count} iterations`);
    await check(
      changed(first.iterations, chosen, () => ({ isArchived: true })),
      [],
    );
    await page.keyboard.press('Control+z');
    await says('Undone');
    await check(first.iterations, []);

    await select(end, start);
    await view.act('Move…');
    await view.dialog.getByRole('button', { name: 'New session' }).click();
    await page.keyboard.type('All of it');
    await page.keyboard.press('Enter');
    await says(`Moved ${count} iterations to “All of it”`);
    const sessions = (await stored()).sessions;
    const made = [...sessions.values()].filter(({ id }) => !first.sessions.has(id));
    expect(made.map(({ title, total, isArchived }) => [title, total, isArchived])).toEqual([
      ['All of it', chosen.length, false],
    ]);
    const moved = changed(first.iterations, chosen, () => ({ sessionId: made[0]?.id ?? '' }));
    // What still shows stays selected; what has left the page of its session does not.
    const kept = chosen.filter((id) => [moved.get(id)].some((row) => row && isShown(row)));
    await check(moved, kept);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await says('Undone');
    expect((await check(first.iterations, kept)).sessions).toEqual(first.sessions);
    if (kept.length > 0) await view.act('Clear selection');

    await select(start, end);
    await view.act('Move…');
    await view.dialog.getByRole('tab', { name: 'Projects' }).click();
    for (const project of ['Autumn campaign', 'Sketches']) {
      await view.dialog.getByRole('checkbox', { name: project }).click();
    }
    await view.dialog.getByRole('button', { name: 'Apply' }).click();
    await says(`Projects of ${count} iterations changed`);
    const filed = changed(first.iterations, chosen, () => ({ projects: ['project-0', 'project-1'] }));
    await check(filed, chosen);

    await page.reload();
    const last = await check(filed, []);
    expect([last.sessions, last.projects]).toEqual([first.sessions, first.projects]);
    await view.tick(order, chosen[0] ?? '');
    await view.act('Move…');
    await view.dialog.getByRole('tab', { name: 'Projects' }).click();
    for (const project of ['Autumn campaign', 'Sketches']) {
      expect(await view.dialog.getByRole('checkbox', { name: project }).isChecked()).toBe(true);
    }
    expect(trouble).toEqual([]);
  });
});
