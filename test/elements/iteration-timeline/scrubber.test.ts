import { expect, nextFrame } from '@open-wc/testing';
import { createSyntheticAdapter, type SyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import { dayKeys } from '../../../src/elements/iteration-timeline/day-keys.js';
import { Localizer } from '../../../src/i18n/index.js';
import type { Iteration } from '../../../src/model/index.js';
import { LiveLibrary, pictures } from '../iteration-grid/live-library.js';
import { mountFull } from '../iteration-grid/mounted.js';
import { million, NOW, open, rowAt, signal, SIZE, Stage } from './scrubber-stage.js';
import { waitUntil } from '../../support/wait.js';

const dayOf = dayKeys(new Localizer({ locale: 'en' }));

/** An iteration, the one before it in the list, and its place. */
async function around(
  adapter: SyntheticAdapter,
  id: string,
): Promise<{ row: Iteration; before: Iteration | undefined; offset: number }> {
  const page = await adapter.listIterations({ around: id, limit: 5 }, { signal });
  const at = page.items.findIndex((one) => one.id === id);
  const offset = (page.offset ?? 0) + at;
  return { row: page.items[at]!, before: offset > 0 ? await rowAt(adapter, offset - 1) : undefined, offset };
}

const isFirstOf = (length: number, { row, before }: { row: Iteration; before: Iteration | undefined }): boolean =>
  dayOf(row.createdAt).slice(0, length) !== (before && dayOf(before.createdAt).slice(0, length));

describe('The scrubber of <iteration-timeline>', function () {
  this.timeout(60_000);

  it('leaves the pictures of the tiles as large as those', async () => {
    const stage = await open(million());
    expect(stage.slider).to.exist;
    await waitUntil(() => stage.root.querySelector('.tile img'), 'a picture');
    const picture = stage.root.querySelector('.tile img')!;
    const [box, tile] = [picture.getBoundingClientRect(), picture.closest('.tile')!.getBoundingClientRect()];
    expect(box.width).to.be.closeTo(tile.width, 2);
    expect(box.height).to.be.closeTo(tile.height, 2);
  });

  it('is a slider that says which day is below the heading that sticks', async () => {
    const adapter = million();
    const stage = await open(adapter);
    const { slider } = stage;
    expect(slider?.getAttribute('aria-orientation')).to.equal('vertical');
    expect(slider?.getAttribute('aria-label')).to.equal('Go to a day');
    expect(slider?.getAttribute('aria-valuemin')).to.equal('0');
    expect(stage.value).to.equal(0);
    const [first, last] = [await rowAt(adapter, 0), await rowAt(adapter, SIZE - 1)];
    const days = (Date.parse(dayOf(first.createdAt)) - Date.parse(dayOf(last.createdAt))) / 86_400_000;
    expect(stage.last).to.equal(days);
    expect(slider?.getAttribute('aria-valuetext')).to.equal(
      new Intl.DateTimeFormat('en', { dateStyle: 'full' }).format(Date.parse(first.createdAt)),
    );
    expect(slider?.tabIndex).to.equal(0);
    await expect(stage.element).to.be.accessible();
  });

  it('names the years once each, in order, without one over another', async () => {
    const stage = await open(million());
    const years = [...stage.root.querySelectorAll('.mark.year')];
    const names = years.map(({ textContent }) => Number(textContent));
    expect(names).to.deep.equal(names.toSorted((a, b) => b - a));
    expect(new Set(names).size).to.be.above(5);
    const boxes = years.map((year) => year.getBoundingClientRect());
    for (const [index, box] of boxes.slice(1).entries()) expect(box.top).to.be.at.least(boxes[index]!.bottom);
  });

  it('leaves the names their room: no tick and no bar is drawn through one', async () => {
    const stage = await open(million());
    const boxesOf = (selector: string): DOMRect[] =>
      [...stage.root.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
    const [names, others] = [boxesOf('.mark'), boxesOf('.tick, .density')];
    expect(others.length).to.be.above(20);
    const isThrough = (name: DOMRect): boolean =>
      others.some(
        ({ left, right, top, bottom }) =>
          left < name.right && right > name.left && top < name.bottom && bottom > name.top,
      );
    expect(names.filter(isThrough).length).to.equal(0);
  });

  it('leads by keys to the last and the first, and to days, months and years, each to its first iteration', async () => {
    const adapter = million();
    const stage = await open(adapter);
    stage.slider?.focus();
    await stage.press('End');
    const last = await rowAt(adapter, SIZE - 1);
    expect(stage.root.querySelector(`.tile[data-id="${last.id}"]`)).to.not.equal(null);
    expect(stage.value).to.equal(stage.last);
    await stage.press('Home');
    expect(stage.landed).to.equal((await rowAt(adapter, 0)).id);
    let offset = 0;
    for (const [key, shiftKey, length] of [
      ['ArrowDown', false, 10],
      ['PageDown', false, 7],
      ['PageDown', true, 4],
      ['PageDown', true, 4],
      ['PageDown', false, 7],
      ['ArrowDown', false, 10],
    ] as const) {
      const before = await rowAt(adapter, offset);
      await stage.press(key, { shiftKey });
      await waitUntil(() => stage.landed !== undefined, `a row where ${key} leads`);
      const now = await around(adapter, stage.landed ?? '');
      expect(isFirstOf(length, now), `${key} leads to the first of its kind`).to.equal(true);
      expect(dayOf(now.row.createdAt).slice(0, length) < dayOf(before.createdAt).slice(0, length)).to.equal(true);
      // Nothing of that kind is between them.
      expect(dayOf((now.before ?? now.row).createdAt).slice(0, length)).to.equal(
        dayOf(before.createdAt).slice(0, length),
      );
      offset = now.offset;
    }
    for (const [key, shiftKey, length] of [
      ['PageUp', false, 7],
      ['PageUp', true, 4],
      ['ArrowUp', false, 10],
    ] as const) {
      await stage.press(key, { shiftKey });
      await waitUntil(() => stage.landed !== undefined, `a row where ${key} leads`);
      const now = await around(adapter, stage.landed ?? '');
      expect(isFirstOf(length, now), `${key} leads to the first of its kind`).to.equal(true);
      expect(now.offset).to.be.below(offset);
      offset = now.offset;
    }
  });

  it('follows the pointer, says where it is, and lands on a row that stays when what is there has been read', async () => {
    const adapter = million();
    const stage = await open(adapter);
    const bubble = stage.root.querySelector('.bubble')!;
    stage.point('pointerdown', 0.2);
    await stage.element.updateComplete;
    const at20 = bubble.textContent;
    for (const share of [0.3, 0.5, 0.62]) stage.point('pointermove', share);
    await stage.element.updateComplete;
    expect(bubble.textContent).to.not.equal(at20);
    const thumb = stage.root.querySelector('.grip')!.getBoundingClientRect();
    const rail = stage.root.querySelector('.rail')!.getBoundingClientRect();
    expect((thumb.top + thumb.bottom) / 2).to.be.closeTo(rail.top + rail.height * 0.62, 1);
    expect(stage.root.querySelectorAll('.skeleton').length, 'nothing is read there').to.be.above(0);
    stage.point('pointerup', 0.62);
    await stage.settled();
    const { landed } = stage;
    expect(landed).to.not.equal(undefined);
    const { row, offset } = await around(adapter, landed ?? '');
    expect(offset / SIZE).to.be.closeTo(0.62, 0.02);
    expect(stage.slider?.getAttribute('aria-valuetext')).to.equal(
      new Intl.DateTimeFormat('en', { dateStyle: 'full' }).format(Date.parse(row.createdAt)),
    );
    // What is read around it later does not move it.
    stage.scroller.dispatchEvent(new Event('scroll'));
    await stage.settled();
    expect(stage.landed).to.equal(landed);
  });

  it('lets go of the goal when somebody scrolls before it has been read', async () => {
    const landings: (string | undefined)[] = [];
    for (const by of [0, 900]) {
      // Slow enough to be looked at while it waits, also where a frame is long.
      const stage = await open(million(600));
      stage.point('pointerdown', 0.4);
      stage.point('pointerup', 0.4);
      await nextFrame();
      expect(stage.isWaiting).to.equal(true);
      stage.scroller.scrollTop += by;
      await nextFrame();
      await stage.settled();
      landings.push(stage.landed);
    }
    expect(landings[0]).to.not.equal(undefined);
    expect(landings[1]).to.not.equal(landings[0]);
  });

  it('leads from a tile to the next month and year with Alt and the page keys, and takes the focus along', async () => {
    const adapter = million();
    const stage = await open(adapter);
    const first = await rowAt(adapter, 0);
    // WebKit would scroll to what was focused a moment later, after the first key.
    stage.root.querySelector<HTMLElement>(`.tile[data-id="${first.id}"]`)?.focus({ preventScroll: true });
    let offset = 0;
    for (const [key, shiftKey, length] of [
      ['PageDown', false, 7],
      ['PageDown', true, 4],
      ['ArrowDown', false, 10],
      ['PageUp', false, 7],
    ] as const) {
      const before = stage.focused;
      await stage.press(key, { altKey: true, shiftKey });
      await waitUntil(() => stage.focused !== before && stage.focused !== undefined, `the focus goes with ${key}`);
      const now = await around(adapter, stage.focused ?? '');
      expect(isFirstOf(length, now), `${key} leads to the first of its kind`).to.equal(true);
      expect(now.offset > offset).to.equal(key.endsWith('Down'));
      expect(stage.landed).to.equal(stage.focused);
      offset = now.offset;
    }
    const { litIssuedWarnings = new Set<string | undefined>() } = globalThis as {
      litIssuedWarnings?: Set<string | undefined>;
    };
    const twice = [...litIssuedWarnings].filter((text) => text?.includes('after an update completed'));
    expect(twice, 'nothing is drawn twice').to.deep.equal([]);
  });

  it('says where the viewport is when other keys lead away from where those led', async () => {
    const adapter = million();
    const stage = await open(adapter);
    stage.root.querySelector<HTMLElement>('.tile')?.focus({ preventScroll: true });
    await stage.press('PageDown', { altKey: true });
    await waitUntil(() => stage.value > 0 && stage.focused !== undefined, 'another month');
    await stage.press('End', { ctrlKey: true });
    await waitUntil(() => stage.last - stage.value < 2, 'the last days');
    const { createdAt } = await rowAt(adapter, SIZE - 1);
    expect(stage.slider?.getAttribute('aria-valuetext')).to.contain(createdAt.slice(0, 4));
  });

  it('goes to a date: to the first iteration of that day, or at that instant, or before it', async () => {
    const adapter = million();
    const stage = await open(adapter);
    await stage.element.goToDate('2023-05-17');
    await stage.settled();
    const day = await around(adapter, stage.landed ?? '');
    expect(dayOf(day.row.createdAt) <= '2023-05-17').to.equal(true);
    expect(dayOf(day.before!.createdAt) > '2023-05-17').to.equal(true);
    const time = new Date('2020-02-29T10:00:00Z');
    await stage.element.goToDate(time);
    await stage.settled();
    const { row } = await around(adapter, stage.landed ?? '');
    expect(Date.parse(row.createdAt)).to.be.at.most(time.getTime() + 86_400_000);
    await stage.element.goToDate(0);
    await stage.settled();
    expect(stage.root.querySelector(`.tile[data-id="${(await rowAt(adapter, SIZE - 1)).id}"]`)).to.not.equal(null);
    let failure: unknown;
    await stage.element.goToDate('no date').catch((thrown: unknown) => (failure = thrown));
    expect(failure).to.be.instanceOf(RangeError);
  });

  it('stands at the inline end, clear of tiles and scrollbar, in both directions', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const stage = await open(createSyntheticAdapter({ size: 5000, now: NOW }), { dir });
      const slider = stage.slider!.getBoundingClientRect();
      const host = stage.element.getBoundingClientRect();
      const bar = stage.scroller.offsetWidth - stage.scroller.clientWidth;
      if (dir === 'ltr') expect(slider.right).to.be.closeTo(host.right - bar, 0.5);
      else expect(slider.left).to.be.closeTo(host.left + bar, 0.5);
      expect(slider.width).to.be.at.least(24);
      for (const tile of stage.root.querySelectorAll('.tile')) {
        const box = tile.getBoundingClientRect();
        expect(dir === 'ltr' ? box.right <= slider.left : box.left >= slider.right).to.equal(true);
      }
      await stage.press('PageDown');
      expect(stage.value).to.be.above(0);
      expect(stage.slider!.scrollHeight).to.be.at.most(stage.scroller.clientHeight);
    }
  });

  it('lets presses through to the tiles on a narrow element', async () => {
    const stage = await open(createSyntheticAdapter({ size: 5000, now: NOW }), { width: 390 });
    const { left, width, top, height } = stage.slider!.getBoundingClientRect();
    const hit = stage.root.elementFromPoint(left + width / 2, top + height / 2);
    expect(hit?.closest('.scrubber')).to.equal(null);
    stage.slider?.focus();
    await stage.press('PageDown');
    expect(stage.value).to.be.above(0);
  });

  it('is not there for a few', async () => {
    const stage = await mountFull(new LiveLibrary(pictures(12)), { tag: 'iteration-timeline' });
    expect(stage.root.querySelector('.scrubber')).to.equal(null);
  });

  it('works where pages are read one after the other', async () => {
    const library = new LiveLibrary(pictures(600), { limits: { pageSize: 300 } });
    const mounted = await mountFull(library, { tag: 'iteration-timeline', width: 900 });
    const stage = new Stage(mounted.box.querySelector('iteration-timeline')!);
    stage.slider?.focus();
    await stage.press('ArrowDown');
    const first = library.rows[0]!;
    const row = library.rows.find(({ id }) => id === stage.landed)!;
    expect(dayOf(row.createdAt) < dayOf(first.createdAt)).to.equal(true);
    const oldest = library.rows.at(-1)!;
    await stage.element.goToDate(oldest.createdAt);
    await waitUntil(() => stage.root.querySelector(`.tile[data-id="${oldest.id}"]`) !== null, 'the oldest');
  });
});
