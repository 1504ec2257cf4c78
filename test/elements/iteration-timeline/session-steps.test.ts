import { expect } from '@open-wc/testing';
import { nextRun, previousRun } from '../../../src/elements/iteration-timeline/session-steps.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, LiveLibrary, picture } from '../iteration-grid/live-library.js';
import { mountFull, type Mounted } from '../iteration-grid/mounted.js';
import { million, open } from './scrubber-stage.js';

describe('Steps from session to session', () => {
  const list =
    (text: string) =>
    (item: number): string | undefined =>
      text[item] === '?' ? undefined : text[item];

  it('lead down to the first of the next run, as far as is known', () => {
    const next = (text: string, item: number): unknown => nextRun(text.length, list(text), item, text[item]);
    expect(next('aaabb', 0)).to.deep.equal({ item: 3, isOpen: false });
    expect(next('aaabb', 2)).to.deep.equal({ item: 3, isOpen: false });
    expect(next('aabba', 2)).to.deep.equal({ item: 4, isOpen: false });
    expect(next('aaabb', 3)).to.deep.equal({ item: 5, isOpen: false });
    expect(next('aa??b', 0)).to.deep.equal({ item: 2, isOpen: true });
  });

  it('lead up to the first of the own run, then of the one before', () => {
    const previous = (text: string, item: number): unknown => previousRun(list(text), item, text[item]);
    expect(previous('aabbb', 4)).to.deep.equal({ item: 2, isOpen: false });
    expect(previous('aabbb', 2)).to.deep.equal({ item: 0, isOpen: false });
    expect(previous('aabbb', 0)).to.deep.equal({ item: -1, isOpen: false });
    expect(previous('a??bb', 4)).to.deep.equal({ item: 2, isOpen: true });
    expect(previous('a?abb', 3)).to.deep.equal({ item: 1, isOpen: true });
  });
});

/** Sessions of 130 pictures each: more than a segment, and than what shows. */
const inSessions = (count: number): Iteration[] =>
  Array.from({ length: count }, (_, number) => picture(number, { sessionId: `s${Math.floor(number / 130)}` }));

const idOf = (number: number): string => `i${String(number).padStart(6, '0')}`;

for (const [list, make] of [
  ['pages', () => new LiveLibrary(inSessions(600))],
  ['an index', () => new IndexedLibrary(inSessions(600))],
] as const) {
  describe(`<iteration-timeline> with ${list}: Alt, Shift and the arrows`, () => {
    const down = { altKey: true, shiftKey: true } as const;
    const at = (mounted: Mounted, number: number): Promise<void> =>
      waitUntil(() => mounted.focused === idOf(number), `the focus on ${idOf(number)}`);

    for (const by of ['day', 'session'] as const) {
      it(`lead to the first item of the next session and back, by ${by}`, async () => {
        const mounted = await mountFull(make(), {
          tag: 'iteration-timeline',
          set: (element) => element.setAttribute('group-by', by),
        });
        mounted.focus(idOf(599));
        const press = (key: string): boolean => mounted.press(key, down).defaultPrevented;
        expect(press('ArrowDown')).to.equal(true);
        await at(mounted, 519);
        expect(mounted.offset(idOf(519)), 'below the heading').to.be.closeTo(44, 1);
        press('ArrowDown');
        await at(mounted, 389);
        press('ArrowDown');
        await at(mounted, 259);
        await mounted.type('ArrowRight');
        await at(mounted, 258);
        press('ArrowUp');
        await at(mounted, 259);
        press('ArrowUp');
        await at(mounted, 389);
        press('ArrowUp');
        await at(mounted, 519);
        press('ArrowUp');
        await at(mounted, 599);
        press('ArrowUp');
        await mounted.settled();
        expect(mounted.focused, 'there is none before').to.equal(idOf(599));
      });
    }

    it('lead from the last to nowhere', async () => {
      const mounted = await mountFull(make(), { tag: 'iteration-timeline' });
      mounted.focus(idOf(599));
      for (const first of [519, 389, 259, 129]) {
        mounted.press('ArrowDown', down);
        await at(mounted, first);
      }
      mounted.press('ArrowDown', down);
      await mounted.settled();
      await waitUntil(() => mounted.focused !== undefined);
      expect(Number(mounted.focused?.slice(1))).to.be.at.most(129);
    });
  });
}

describe('<iteration-timeline> with a million, deep inside', function () {
  this.timeout(60_000);

  it('reads what lies before to find where a session begins', async () => {
    const adapter = million(60);
    const stage = await open(adapter);
    stage.scroller.scrollTop = stage.scroller.scrollHeight / 2;
    await stage.settled();
    const { top } = stage.scroller.getBoundingClientRect();
    const tile = [...stage.root.querySelectorAll<HTMLElement>('.tile')].find(
      (one) => one.getBoundingClientRect().top > top + 100,
    )!;
    tile.focus({ preventScroll: true });
    const { signal } = new AbortController();
    const rowOf = async (id = ''): Promise<{ session: string; before: string | undefined }> => {
      const { items, offset = 0 } = await adapter.listIterations({ around: id, limit: 1 }, { signal });
      const { items: around } = await adapter.listIterations({ offset: Math.max(0, offset - 1), limit: 1 }, { signal });
      return { session: items[0]?.sessionId ?? '', before: around[0]?.sessionId };
    };
    let last = stage.focused;
    for (let step = 0; step < 12; step++) {
      await stage.press('ArrowUp', { altKey: true, shiftKey: true });
      await waitUntil(() => stage.focused !== undefined && stage.focused !== last, 'the focus');
      last = stage.focused;
      const { session, before } = await rowOf(last);
      expect(before, `step ${step}`).to.not.equal(session);
    }
    const up = last;
    for (let step = 0; step < 3; step++) {
      const from = stage.focused;
      await stage.press('ArrowDown', { altKey: true, shiftKey: true });
      await waitUntil(() => stage.focused !== undefined && stage.focused !== from, 'the focus');
    }
    expect(stage.focused).to.not.equal(up);
  });
});
