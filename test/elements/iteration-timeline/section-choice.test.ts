import { expect } from '@open-wc/testing';
import type { GroupBy } from '../../../src/elements/iteration-timeline/section-keys.js';
import type { Iteration } from '../../../src/model/index.js';
import { storeFor } from '../../../src/store/index.js';
import { selectionOf, type StoreSelection } from '../../../src/store/selection/selection-of.js';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, LiveLibrary, picture } from '../iteration-grid/live-library.js';
import { mountFull, type Mounted } from '../iteration-grid/mounted.js';

const PER_DAY = 12;

/** Twelve pictures a day, each day a session of its own. */
const days = (count: number): Iteration[] =>
  Array.from({ length: count * PER_DAY }, (_, number) => {
    const day = Math.floor(number / PER_DAY);
    const createdAt = new Date(2026, 6, 1 + day, 12, number % PER_DAY).toISOString();
    return picture(number, { createdAt, sessionId: `s${day}` });
  });

interface Stage {
  readonly mounted: Mounted;
  readonly rows: readonly Iteration[];
  readonly selection: StoreSelection;
}

async function stage(count: number, indexed: boolean, groupBy: GroupBy = 'day'): Promise<Stage> {
  const rows = days(count);
  const library = indexed ? new IndexedLibrary(rows) : new LiveLibrary(rows, { limits: { pageSize: 600 } });
  const mounted = await mountFull(library, {
    tag: 'iteration-timeline',
    width: 1000,
    set: (element) => {
      element.tileSize = 120;
      element.setAttribute('group-by', groupBy);
    },
  });
  await waitUntil(() => boxes(mounted).length > 0, 'checkboxes');
  return { mounted, rows, selection: selectionOf(storeFor(library.adapter)) };
}

const boxes = ({ root }: Mounted): HTMLButtonElement[] => [...root.querySelectorAll<HTMLButtonElement>('.choose')];

const stateOf = (mounted: Mounted, at = 0): string | null | undefined =>
  boxes(mounted)[at]?.getAttribute('aria-checked');

const idsOf = (rows: readonly Iteration[], test: (row: Iteration) => boolean): string[] =>
  rows
    .filter(test)
    .map(({ id }) => id)
    .sort();

const selected = ({ views }: StoreSelection): string[] => [...views.keys()].sort();

for (const indexed of [false, true]) {
  describe(`The checkbox in a heading of <iteration-timeline>, over ${indexed ? 'an index' : 'pages'}`, () => {
    it('selects the whole day, shows so, and takes it away again', async () => {
      const { mounted, rows, selection } = await stage(20, indexed);
      const [box] = boxes(mounted);
      expect(box?.getAttribute('role')).to.equal('checkbox');
      expect(box?.getAttribute('aria-label')).to.match(/^Select all of .+/);
      expect(stateOf(mounted)).to.equal('false');
      box?.click();
      await waitUntil(() => stateOf(mounted) === 'true', 'it shows');
      expect(selected(selection)).to.deep.equal(idsOf(rows, ({ sessionId }) => sessionId === 's19'));
      expect(mounted.root.querySelector('.batch-count')?.textContent.trim()).to.equal('12 selected');
      // Half seen while it comes, the bar has no contrast yet.
      await waitUntil(() => mounted.root.querySelector('.batch')?.getAnimations().length === 0, 'the bar has come');
      await expect(mounted.element).to.be.accessible();
      boxes(mounted)[0]?.click();
      await waitUntil(() => stateOf(mounted) === 'false', 'nothing is');
      expect(selection.isEmpty).to.equal(true);
    });

    it('says that some are, and then takes the others as well', async () => {
      const { mounted, rows, selection } = await stage(20, indexed);
      const tile = mounted.tiles[1];
      tile?.querySelector<HTMLElement>('[data-tile-action=select]')?.click();
      await waitUntil(() => stateOf(mounted) === 'mixed', 'some are');
      expect(stateOf(mounted, 1)).to.equal('false');
      boxes(mounted)[0]?.click();
      await waitUntil(() => stateOf(mounted) === 'true', 'all are');
      expect(selected(selection)).to.deep.equal(idsOf(rows, ({ sessionId }) => sessionId === 's19'));
    });

    it('is reached by Tab after the button that folds, and selects by Space', async () => {
      const { mounted, selection } = await stage(20, indexed);
      const stops = boxes(mounted).filter(({ tabIndex }) => tabIndex === 0);
      expect(stops).to.have.length(1);
      stops[0]?.focus();
      expect(mounted.root.activeElement).to.equal(stops[0]);
      stops[0]?.click();
      await waitUntil(() => selection.views.size === PER_DAY, 'the day');
      expect(mounted.root.activeElement?.classList.contains('choose')).to.equal(true);
    });

    it('selects what is folded', async () => {
      const { mounted, rows, selection } = await stage(20, indexed);
      mounted.root.querySelector<HTMLElement>('.fold')?.click();
      await mounted.settled();
      boxes(mounted)[0]?.click();
      await waitUntil(() => stateOf(mounted) === 'true', 'it shows');
      expect(selected(selection)).to.deep.equal(idsOf(rows, ({ sessionId }) => sessionId === 's19'));
    });

    it('selects a session, as far as it goes on', async () => {
      const { mounted, rows, selection } = await stage(20, indexed, 'session');
      boxes(mounted)[1]?.click();
      await waitUntil(() => stateOf(mounted, 1) === 'true', 'it shows');
      expect(selected(selection)).to.deep.equal(idsOf(rows, ({ sessionId }) => sessionId === 's18'));
    });
  });
}

describe('The checkbox in a heading of <iteration-timeline>', () => {
  it('selects a month of which the most has not been read', async () => {
    const { mounted, rows, selection } = await stage(150, true, 'month');
    // July to November: the second month begins in what has been read, and ends far below.
    const [newest] = rows.map(({ createdAt }) => createdAt).sort((a, b) => b.localeCompare(a));
    const month = newest?.slice(0, 7) ?? '';
    boxes(mounted)[0]?.click();
    await waitUntil(() => stateOf(mounted) === 'true', 'all of it');
    const isIn = ({ createdAt }: Iteration): boolean => createdAt.startsWith(month);
    expect(selected(selection).length).to.be.greaterThan(200);
    expect(selected(selection)).to.deep.equal(idsOf(rows, isIn));
  });

  it('says nothing of a list by what was read of another', async () => {
    const rows = days(150).flatMap((row): Iteration[] => [
      row,
      { ...row, id: `v${row.id}`, kind: 'video', media: { ...row.media!, mime: 'video/mp4' } },
    ]);
    const library = new IndexedLibrary(rows);
    const mounted = await mountFull(library, {
      tag: 'iteration-timeline',
      width: 1000,
      set: (element) => {
        element.tileSize = 120;
        element.kind = 'image';
        element.setAttribute('group-by', 'month');
      },
    });
    await waitUntil(() => boxes(mounted).length > 0, 'checkboxes');
    boxes(mounted)[0]?.click();
    await waitUntil(() => stateOf(mounted) === 'true', 'the images of the month');
    mounted.element.kind = 'video';
    await waitUntil(() => mounted.tiles[0]?.dataset['id']?.startsWith('v'), 'videos');
    await mounted.settled();
    expect(stateOf(mounted)).to.equal('false');
  });

  it('shows everything as selected, and some where one is not', async () => {
    const { mounted } = await stage(20, true);
    mounted.focus(mounted.stops[0] ?? '');
    mounted.press('a', { ctrlKey: true });
    await waitUntil(() => stateOf(mounted) === 'true' && stateOf(mounted, 1) === 'true', 'all are');
    mounted.tiles[0]?.querySelector<HTMLElement>('[data-tile-action=select]')?.click();
    await waitUntil(() => stateOf(mounted) === 'mixed', 'one is not');
    expect(stateOf(mounted, 1)).to.equal('true');
  });

  it('is not there where one can be selected, or none', async () => {
    const { mounted } = await stage(20, true);
    const timeline = mounted.box.querySelector('iteration-timeline')!;
    for (const mode of ['single', 'none'] as const) {
      timeline.selectionMode = mode;
      await waitUntil(() => boxes(mounted).length === 0, mode);
      timeline.selectionMode = 'multiple';
      await waitUntil(() => boxes(mounted).length > 0, 'multiple');
    }
  });
});
