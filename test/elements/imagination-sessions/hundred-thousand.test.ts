import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/define/imagination-sessions.js';
import type { ImaginationsAdapter, PageRequest } from '../../../src/data/index.js';
import type { ImaginationSessions } from '../../../src/elements/imagination-sessions/imagination-sessions-element.js';
import { expectFocusKeptInFlight } from '../../support/fly-past.js';
import { waitUntil } from '../../support/wait.js';
import { session } from './sessions-page.js';

const COUNT = 100_000;

interface Library {
  readonly element: ImaginationSessions;
  readonly root: ShadowRoot;
  readonly scroller: HTMLElement;
  /** Offsets, or cursors, that were asked for. */
  readonly asked: (number | string | undefined)[];
  /** The number of the card under a point, so far down the viewport as this share of its height, or just below. */
  at(down: number): number | undefined;
  /** Its offset from the top of the viewport. */
  offset(number: number): number;
  press(key: string): void;
  focused(): number | undefined;
}

const numberOf = (id: string | undefined): number | undefined => (id === undefined ? undefined : Number(id.slice(1)));

/** So many sessions, each made as it is asked for; `s0` is the newest. */
async function open(isByOffset = true, count = COUNT): Promise<Library> {
  const asked: Library['asked'] = [];
  const adapter: ImaginationsAdapter = {
    contract: 1,
    limits: { pageSize: 100, random: isByOffset ? 'offset' : 'none' },
    listSessions: ({ limit, offset, cursor }: PageRequest) => {
      asked.push(offset ?? cursor);
      const from = offset ?? Number(cursor ?? 0);
      const end = Math.min(count, from + limit);
      const items = Array.from({ length: end - from }, (_, at) => {
        const title = (from + at) % 7 === 3 ? 'A long title that needs both of its lines, '.repeat(4) : undefined;
        return session(`s${from + at}`, from + at, title === undefined ? {} : { title });
      });
      return Promise.resolve({ items, nextCursor: end < count ? String(end) : null, total: count });
    },
    listIterations: () => Promise.resolve({ items: [], nextCursor: null, total: 0 }),
  };
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.cssText = 'width: 620px; height: 640px';
  const element = document.createElement('imagination-sessions');
  element.adapter = adapter;
  box.append(element);
  const root = element.shadowRoot!;
  await waitUntil(() => root.querySelectorAll('.card[data-id]').length > 5, 'cards');
  const scroller = root.querySelector<HTMLElement>('.scroller')!;
  // All of it is known, and what shows it has come.
  if (isByOffset) await waitUntil(() => Math.abs(scroller.scrollHeight - 4_000_000) < 100, 'the whole');
  await element.updateComplete;
  const card = (number: number): HTMLElement | null => root.querySelector(`.card[data-id="s${number}"]`);
  return {
    element,
    root,
    scroller,
    asked,
    at: (down) => {
      const { left, top, width, height } = scroller.getBoundingClientRect();
      for (const dy of [0, 24]) {
        const hits = root.elementsFromPoint(left + width * 0.2, top + height * down + dy);
        const id = hits.map((hit) => hit.closest<HTMLElement>('.card')?.dataset['id']).find((one) => one !== undefined);
        if (id !== undefined) return numberOf(id);
      }
      return undefined;
    },
    offset: (number) => card(number)!.getBoundingClientRect().top - scroller.getBoundingClientRect().top,
    press: (key) =>
      void (root.activeElement ?? element).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
      ),
    focused: () => numberOf(root.activeElement?.closest<HTMLElement>('.card')?.dataset['id']),
  };
}

describe('imagination-sessions: a hundred thousand', function () {
  this.timeout(60_000);

  it('runs at as many device pixels to one of CSS as it was asked to', () => {
    expect(devicePixelRatio).to.equal(Number(document.documentElement.dataset['dpr']));
  });

  it('are all there by the thumb: the first, the middle and the last, each where it belongs', async () => {
    const { scroller, at, root, asked } = await open();
    expect(scroller.scrollHeight).to.be.within(3_900_000, 4_100_000);
    expect(at(0.1)).to.equal(0);
    const end = scroller.scrollHeight - scroller.clientHeight;
    scroller.scrollTop = end;
    await waitUntil(() => root.querySelector(`.card[data-id="s${COUNT - 1}"]`), 'the last card');
    const last = root.querySelector(`.card[data-id="s${COUNT - 1}"]`)!.getBoundingClientRect();
    expect(scroller.getBoundingClientRect().bottom - last.bottom).to.be.within(0, 40);
    scroller.scrollTop = end / 2;
    await waitUntil(() => at(0.5) !== undefined, 'a card in the middle');
    expect((at(0.5) ?? 0) / COUNT).to.be.closeTo(0.5, 0.01);
    scroller.scrollTop = 0;
    await waitUntil(() => at(0.1) === 0, 'the first card');
    // The start once, and what was looked at.
    expect(asked.length).to.be.below(12);
    expect(root.querySelectorAll('.card').length).to.be.below(40);
  });

  it('move by as much as is scrolled, wherever that is', async () => {
    const { scroller, at, offset, element } = await open();
    const end = scroller.scrollHeight - scroller.clientHeight;
    for (const share of [0.03, 0.4, 0.9]) {
      scroller.scrollTop = end * share;
      await waitUntil(() => at(0.5) !== undefined, 'a card');
      await nextFrame();
      for (let step = 0; step < 12; step++) {
        const number = at(0.6)!;
        const before = offset(number);
        scroller.scrollTop += 100;
        await nextFrame();
        await element.updateComplete;
        expect(offset(number) - before, `${share}, step ${step}`).to.be.closeTo(-100, 1);
        await waitUntil(() => at(0.6) !== undefined, 'the next card');
      }
    }
  });

  it('lose nothing of what is scrolled just as they come to rest', async () => {
    const { scroller, at, offset, root } = await open();
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * 0.4;
    await waitUntil(() => at(0.6) !== undefined, 'a card');
    await nextFrame();
    // The browser's own rest comes later than what is scrolled, but not here.
    root.addEventListener('scrollend', (event) => event.isTrusted && event.stopImmediatePropagation(), true);
    // Far enough for the thumb to be elsewhere than where it belongs.
    scroller.scrollTop += 2500;
    await waitUntil(() => at(0.6) !== undefined, 'another');
    await nextFrame();
    const number = at(0.6)!;
    const before = offset(number);
    scroller.scrollTop += 100;
    scroller.dispatchEvent(new Event('scrollend'));
    await nextFrame();
    await nextFrame();
    expect(offset(number) - before).to.be.closeTo(-100, 1);
  });

  it('can be gone through by keys: to the last, page by page back, row by row, and to the first', async () => {
    const { root, scroller, press, focused } = await open();
    // WebKit brings into view a little later what is focused otherwise.
    root.querySelector<HTMLElement>('.card [data-control=open]')?.focus({ preventScroll: true });
    press('End');
    await waitUntil(() => focused() === COUNT - 1, 'the last has the focus');
    const places = [COUNT - 1];
    for (const key of ['PageUp', 'PageUp', 'PageUp', 'ArrowUp', 'ArrowLeft', 'PageUp']) {
      const before = focused();
      press(key);
      await waitUntil(() => focused() !== before && focused() !== undefined, key);
      places.push(focused() ?? -1);
      const box = root.activeElement!.closest('.card')!.getBoundingClientRect();
      const view = scroller.getBoundingClientRect();
      expect(box.top >= view.top && box.bottom <= view.bottom, `${key} shows`).to.equal(true);
    }
    expect(places).to.deep.equal([...new Set(places)].sort((a, b) => b - a));
    press('PageDown');
    await waitUntil(() => focused() === places.at(-2), 'a page down');
    press('Home');
    await waitUntil(() => focused() === 0, 'the first has the focus');
    expect(scroller.scrollTop).to.be.below(10);
  });

  it('do not call back a page that has been scrolled since the key', async () => {
    const { element, root, press, focused } = await open();
    const rest = document.createElement('div');
    rest.style.height = '2000px';
    element.parentElement?.after(rest);
    root.querySelector<HTMLElement>('.card [data-control=open]')?.focus({ preventScroll: true });
    press('End');
    scrollTo(0, 900);
    await waitUntil(() => focused() === COUNT - 1, 'the last has the focus');
    expect(scrollY).to.equal(900);
    scrollTo(0, 0);
  });

  it('keep one tab stop, and the focus, while they fly past', async () => {
    const { root, scroller, element } = await open();
    root.querySelector<HTMLElement>('.card [data-control=open]')?.focus({ preventScroll: true });
    await expectFocusKeptInFlight(element, scroller, '.card [data-control=open][tabindex="0"]');
  });

  it('tell a screen reader where each of them is', async () => {
    const { root, scroller, at } = await open();
    scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * 0.4;
    await waitUntil(() => at(0.5) !== undefined, 'a card');
    const number = at(0.5) ?? 0;
    const card = root.querySelector(`.card[data-id="s${number}"]`)!;
    expect(card.getAttribute('aria-posinset')).to.equal(String(number + 1));
    expect(card.getAttribute('aria-setsize')).to.equal(String(COUNT));
  });

  it('are read on as the end comes near where there are only cursors', async () => {
    const { scroller, asked, root } = await open(false, 1000);
    const before = scroller.scrollHeight;
    scroller.scrollTop = before;
    await waitUntil(() => scroller.scrollHeight > before, 'more');
    expect(asked.slice(0, 2)).to.deep.equal([undefined, '100']);
    expect(root.querySelector('ul .card')?.getAttribute('aria-setsize')).to.equal('-1');
  });
});
