import { expect } from '@open-wc/testing';
import type { IterationTimeline } from '../../../src/elements/iteration-timeline/iteration-timeline-element.js';
import { RunNames } from '../../../src/elements/iteration-timeline/run-names.js';
import { runsShown } from '../../../src/elements/iteration-timeline/folded-looking.js';
import { FoldedRows, type Fold } from '../../../src/layouts/geometry/folded-rows.js';
import { JustifiedRows } from '../../../src/layouts/geometry/justified-rows.js';
import type { CollectionModel } from '../../../src/elements/collection/collection-model.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, LiveLibrary, picture } from '../iteration-grid/live-library.js';
import { mount, mountFull, type Mounted } from '../iteration-grid/mounted.js';
import { million, NOW, open } from './scrubber-stage.js';

/** Twelve pictures a day, from the noon of 20 November on. */
const days = (count: number): Iteration[] =>
  Array.from({ length: count * 12 }, (_, number) => {
    const day = Math.floor(number / 12);
    const createdAt = new Date(2026, 10, 20 + day, 12, number % 12).toISOString();
    return picture(number, { createdAt, sessionId: `s${day}` });
  });

const buttons = ({ root }: Mounted): HTMLButtonElement[] => [...root.querySelectorAll<HTMLButtonElement>('.fold')];

const timelineOf = ({ box }: Mounted): IterationTimeline => box.querySelector('iteration-timeline')!;

const isFolded = (button: Element | undefined): boolean => button?.getAttribute('aria-expanded') === 'false';

const daysShown = (count: number, indexed = false): Promise<Mounted> =>
  mountFull(indexed ? new IndexedLibrary(days(count)) : new LiveLibrary(days(count), { limits: { pageSize: 600 } }), {
    tag: 'iteration-timeline',
    width: 1000,
    set: (element) => (element.tileSize = 120),
  });

const nameOf = (button: Element | null | undefined): string => button?.querySelector('.name')?.textContent ?? '';

describe('The headings of <iteration-timeline>', () => {
  it('fold their section by a button that says what it does, and keeps its number', async () => {
    const mounted = await daysShown(20);
    const [button] = buttons(mounted);
    expect(button?.getAttribute('aria-expanded')).to.equal('true');
    expect(button?.title).to.equal('Collapse');
    button?.click();
    await mounted.settled();
    expect(button?.getAttribute('aria-expanded')).to.equal('false');
    expect(button?.title).to.equal('Expand');
    expect(button?.querySelector('.count')?.textContent).to.equal('12');
    expect(button?.textContent).to.contain('12 iterations');
    await expect(mounted.element).to.be.accessible();
    button?.click();
    await mounted.settled();
    expect(mounted.tiles[0]?.dataset['id']).to.equal('i000239');
  });

  it('are reached by Tab before the tile below, one of them, and lead to others by arrow keys', async () => {
    const mounted = await daysShown(20);
    const stops = (): HTMLButtonElement[] => buttons(mounted).filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).to.have.length(1);
    expect(stops()[0]).to.equal(buttons(mounted)[0]);
    buttons(mounted)[0]?.focus();
    for (let step = 1; step < 14; step++) {
      const before = nameOf(mounted.root.activeElement);
      await mounted.type('ArrowDown');
      await waitUntil(() => nameOf(mounted.root.activeElement) !== before, `step ${step}`);
      const { top, bottom } = mounted.root.activeElement!.getBoundingClientRect();
      const view = mounted.scroller.getBoundingClientRect();
      expect(top >= view.top && bottom <= view.bottom, 'it shows').to.equal(true);
    }
    const names = new Set<string>();
    for (let step = 0; step < 20; step++) {
      names.add(nameOf(mounted.root.activeElement));
      await mounted.type('ArrowUp');
    }
    expect(names.size).to.equal(14);
    expect(mounted.root.activeElement).to.equal(buttons(mounted)[0]);
    const [stop] = mounted.stops;
    const section = stop === undefined ? undefined : mounted.tile(stop)?.closest('.section');
    expect(section?.querySelector<HTMLElement>('.fold')?.tabIndex, 'the heading of the tile to tab to').to.equal(0);
  });

  it('can be folded before anything has been drawn', async () => {
    const library = new LiveLibrary(days(20), { limits: { pageSize: 600 } });
    const mounted = await mount(library, {
      tag: 'iteration-timeline',
      set: (element) => (element as unknown as IterationTimeline).collapseAll(),
    });
    await waitUntil(() => buttons(mounted).length > 12, 'headings');
    expect(mounted.tiles).to.have.length(0);
    buttons(mounted)[0]?.click();
    await waitUntil(() => mounted.tiles.length === 12, 'the first of them');
  });

  it('are all there is to tab to where all is folded', async () => {
    const mounted = await daysShown(20);
    timelineOf(mounted).collapseAll();
    await mounted.settled();
    expect(mounted.tiles).to.have.length(0);
    expect(buttons(mounted).filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    expect(buttons(mounted).length).to.be.above(12);
    await expect(mounted.element).to.be.accessible();
  });

  for (const indexed of [false, true]) {
    it(`are passed over by the keys of tiles where they are folded, ${indexed ? 'index' : 'pages'}`, async () => {
      const mounted = await daysShown(20, indexed);
      const [, second, third] = buttons(mounted);
      second?.click();
      third?.click();
      await mounted.settled();
      mounted.focus('i000228');
      await mounted.type('ArrowRight');
      expect(mounted.focused, 'right').to.equal('i000203');
      await mounted.type('ArrowLeft');
      expect(mounted.focused, 'left').to.equal('i000228');
      await mounted.type('ArrowDown');
      expect(Number(mounted.focused?.slice(1)), 'down').to.be.within(192, 203);
      await mounted.type('ArrowUp');
      expect(Number(mounted.focused?.slice(1)), 'up').to.be.within(228, 239);
      await mounted.type('ArrowDown', { altKey: true });
      await waitUntil(() => mounted.focused === 'i000203', 'the next day that is not folded');
      await mounted.type('ArrowUp', { altKey: true });
      await waitUntil(() => mounted.focused === 'i000239', 'the one before');
      await mounted.type('ArrowDown', { altKey: true, shiftKey: true });
      await waitUntil(() => mounted.focused === 'i000203', 'the next session that is not folded');
      expect([isFolded(second), isFolded(third)]).to.deep.equal([true, true]);
      await mounted.type('End', { ctrlKey: true });
      await waitUntil(() => mounted.focused === 'i000000', 'the last');
      buttons(mounted).at(-1)?.click();
      await mounted.settled();
      mounted.focus(mounted.visible[0] ?? '');
      await mounted.type('End', { ctrlKey: true });
      await waitUntil(() => mounted.focused === 'i000012', 'the last that is not folded');
    });
  }

  it('unfold what goToDate leads to, and what new work leads to', async () => {
    const library = new LiveLibrary(days(20), { limits: { pageSize: 600 } });
    const mounted = await mountFull(library, { tag: 'iteration-timeline' });
    timelineOf(mounted).collapseAll();
    await mounted.settled();
    await timelineOf(mounted).goToDate('2026-12-01');
    await mounted.settled();
    expect(mounted.visible).to.include('i000143');
    expect(mounted.offset('i000143')).to.be.closeTo(44, 1);
    expect(buttons(mounted).filter((button) => !isFolded(button))).to.have.length(1);
    library.put(picture(900, { createdAt: new Date(2026, 11, 9, 13).toISOString() }));
    await waitUntil(() => mounted.root.querySelector('.new-above'), 'it is told of');
    mounted.root.querySelector<HTMLElement>('.new-above')?.click();
    await waitUntil(() => mounted.focused === 'i000900', 'is shown, and has the focus');
  });

  it('fold sessions wherever they have a run, and days apart from weeks', async () => {
    const rows = ['a', 'b', 'a', 'c'].map((sessionId, index) =>
      picture(9 - index, {
        sessionId,
        prompt: sessionId,
        createdAt: new Date(2026, 10, 20, 12, 9 - index).toISOString(),
      }),
    );
    const mounted = await mountFull(new LiveLibrary(rows), { tag: 'iteration-timeline' });
    mounted.element.setAttribute('group-by', 'session');
    await mounted.settled();
    buttons(mounted)[0]?.click();
    await mounted.settled();
    expect(buttons(mounted).map(isFolded)).to.deep.equal([true, false, true, false]);
    mounted.element.setAttribute('group-by', 'day');
    await mounted.settled();
    expect(buttons(mounted).map(isFolded)).to.deep.equal([false]);
    mounted.element.setAttribute('group-by', 'session');
    await mounted.settled();
    expect(buttons(mounted).map(isFolded)).to.deep.equal([true, false, true, false]);
  });

  it('need not be read where they are folded', async () => {
    const library = new IndexedLibrary(days(60));
    library.index.segmentMs = 6 * 3_600_000;
    const mounted = await mountFull(library, { tag: 'iteration-timeline' });
    await waitUntil(() => library.index.manifests > 0 && library.index.segments.length > 0, 'the index');
    await mounted.settled();
    timelineOf(mounted).collapseAll();
    await mounted.settled();
    const [reads, rows] = [library.index.segments.length, library.rowReads];
    await mounted.scrollTo(700);
    await mounted.scrollTo(1400);
    await mounted.settled();
    expect(buttons(mounted).length).to.be.above(10);
    expect([library.index.segments.length, library.rowReads]).to.deep.equal([reads, rows]);
    buttons(mounted)[8]?.click();
    await waitUntil(() => mounted.tiles.length === 12, 'what is in it');
  });
});

describe('<iteration-timeline> with a million, folded', function () {
  this.timeout(60_000);

  for (const by of ['month', 'session'] as const) {
    it(`folds all by ${by}, here and far away, and unfolds one`, async () => {
      const stage = await open(million(20));
      stage.element.groupBy = by;
      await stage.settled();
      const bare = (): boolean => stage.root.querySelectorAll('.tile, .skeleton').length === 0;
      const folds = (): HTMLButtonElement[] => [...stage.root.querySelectorAll<HTMLButtonElement>('.fold')];
      stage.element.collapseAll();
      await waitUntil(() => bare() && folds().length > 12, 'all folded');
      stage.scroller.scrollTop = stage.scroller.scrollHeight * 0.6;
      // Month after month is read and folded, in a window that may get one frame a second.
      await stage.settled({ timeout: 40_000 });
      expect(bare() && folds().length > 12, 'all folded there, too').to.equal(true);
      const { top, height } = stage.scroller.getBoundingClientRect();
      const button = folds().find((one) => one.getBoundingClientRect().top > top + height / 2)!;
      const at = button.getBoundingClientRect().top;
      button.click();
      await waitUntil(() => stage.root.querySelector('.tile') && !stage.isWaiting, 'what is in it');
      await stage.settled();
      expect(button.isConnected).to.equal(true);
      expect(button.getBoundingClientRect().top).to.be.closeTo(at, 1);
    });
  }

  it('leads by the rail: past headings where it is dragged, into what is folded by keys', async () => {
    const stage = await open(million(20));
    const folds = (): HTMLButtonElement[] => [...stage.root.querySelectorAll<HTMLButtonElement>('.fold')];
    for (const index of [0, 1]) {
      folds()[index]?.click();
      await stage.settled();
    }
    expect(folds().slice(0, 3).map(isFolded)).to.deep.equal([true, true, false]);
    stage.point('pointerdown', 0.5);
    await stage.settled();
    for (const share of [0.2, 0.1, 0]) {
      stage.point('pointermove', share);
      await stage.settled();
    }
    stage.point('pointerup', 0);
    await stage.settled();
    expect(folds().slice(0, 2).map(isFolded), 'dragged to').to.deep.equal([true, true]);
    expect(stage.scroller.scrollTop).to.be.below(1);
    stage.slider?.focus({ preventScroll: true });
    await stage.press('ArrowDown');
    await waitUntil(() => !isFolded(folds()[1]), 'the next day is shown');
    await waitUntil(() => stage.landed !== undefined, 'and its first row');
    expect(isFolded(folds()[0])).to.equal(true);
  });

  it('folds a month that spans segments which have not been read, and goes to a day in it', async () => {
    const stage = await open(million(20));
    stage.element.groupBy = 'month';
    await stage.settled();
    const headings = (): number[] =>
      [...stage.root.querySelectorAll('.heading')].map((heading) => heading.getBoundingClientRect().top);
    const [month] = [...stage.root.querySelectorAll<HTMLButtonElement>('.fold')];
    month?.click();
    await stage.settled();
    await waitUntil(() => Math.abs((headings()[1] ?? 0) - (headings()[0] ?? 0) - 44) < 1, 'the next month below it');
    expect(isFolded(month)).to.equal(true);
    const date = new Date(NOW - 5 * 86_400_000);
    await stage.element.goToDate(date);
    await waitUntil(() => stage.landed !== undefined, 'it is there');
    expect(isFolded(stage.root.querySelector('.fold') ?? undefined)).to.equal(false);
  });
});

describe('What is looked at beside what is folded', () => {
  const base = new JustifiedRows();
  const metrics = { width: 400, rowHeight: 100, gap: 0, headingHeight: 44 };
  base.update({ count: 800, ratio: () => 1, section: (item) => String(item >> 3) }, metrics);
  const looked = (folds: readonly Fold[], from: number, to: number): unknown => {
    const rows = new FoldedRows(base, folds);
    const [firstRow, endRow] = [rows.rowOf(from), rows.rowOf(to) + 1];
    return runsShown(rows, { firstRow, endRow, first: rows.rowFirst(firstRow), end: rows.rowEnd(endRow - 1) });
  };

  it('are the items that show, in runs, and half as many before and after', () => {
    expect(looked([{ first: 160, end: 640 }], 144, 655)).to.deep.equal([
      [128, 160],
      [640, 672],
    ]);
  });

  it('are no more than what is folded leaves', () => {
    const folds = [
      { first: 136, end: 144 },
      { first: 160, end: 640 },
      { first: 656, end: 664 },
    ];
    expect(looked(folds, 144, 655)).to.deep.equal([
      [144, 160],
      [640, 656],
    ]);
    expect(looked(folds, 200, 300)).to.deep.equal([]);
  });
});

describe('Names of runs', () => {
  interface Run {
    readonly session: string;
    readonly ids: string;
  }

  const model = (runs: readonly Run[]): CollectionModel => {
    const items = runs.flatMap(({ session, ids }, at) => Array.from(ids, (id) => ({ session, id, at })));
    const rows = new JustifiedRows();
    const metrics = { width: 400, rowHeight: 100, gap: 0, headingHeight: 44 };
    rows.update({ count: items.length, ratio: () => 1, section: (item) => items[item]!.session }, metrics);
    return { rows, count: items.length, key: (item: number) => items[item]?.id ?? '' } as unknown as CollectionModel;
  };
  const namesOf = (names: RunNames, runs: readonly Run[]): string[] => {
    names.begin();
    return runs.map((_, section) => names.name(model(runs), section));
  };

  it('are of their own for each run of a session, and stay when it grows at either end', () => {
    const names = new RunNames();
    const [a, b, c] = namesOf(names, [
      { session: 'x', ids: 'kl' },
      { session: 'y', ids: 'm' },
      { session: 'x', ids: 'no' },
    ]);
    expect(new Set([a, b, c]).size).to.equal(3);
    const later = namesOf(names, [
      { session: 'y', ids: 'h' },
      { session: 'x', ids: 'jkl' },
      { session: 'y', ids: 'm' },
      { session: 'x', ids: 'nop' },
    ]);
    expect(later.slice(1)).to.deep.equal([a, b, c]);
    expect([a, b, c]).not.to.include(later[0]);
  });

  it('are two where something comes between', () => {
    const names = new RunNames();
    const [a] = namesOf(names, [{ session: 'x', ids: 'klm' }]);
    const parted = namesOf(names, [
      { session: 'x', ids: 'k' },
      { session: 'y', ids: 'z' },
      { session: 'x', ids: 'lm' },
    ]);
    expect(parted[0]).to.equal(a);
    expect(new Set(parted).size).to.equal(3);
  });
});
