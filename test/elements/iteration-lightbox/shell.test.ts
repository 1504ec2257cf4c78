import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../../src/define/iteration-grid.js';
import type { IterationGrid } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { backend, click, dialogOf, find, image, open, place, press, row, shows, textOf, THREE } from './lightbox.js';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';

const movingIn = (box: IterationLightbox): Animation[] => find(box, '.frame > *')?.getAnimations() ?? [];
/** Asked of the tree: in a window that has no focus itself, some engines let nothing match `:focus`. */
const hasFocus = (element: HTMLElement | undefined): boolean => {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot && root.activeElement === element;
};
const leavesLate = (): boolean => CSS.supports('overlay', 'auto');

/** A grid, and the lightbox that is opened from it. */
async function withGrid(): Promise<{
  readonly box: IterationLightbox;
  readonly tile: (id: string) => HTMLElement | undefined;
}> {
  const rows = ['a', 'b', 'c', 'd'].map((id, index) => row(id, 50 - index, { media: image() }));
  const store = new ImaginationsStore(backend(rows));
  const root = await fixture<HTMLElement>(
    html`<div>
      <iteration-grid .store=${store}></iteration-grid><iteration-lightbox .store=${store}></iteration-lightbox>
    </div>`,
  );
  const grid = root.querySelector<IterationGrid>('iteration-grid')!;
  grid.style.cssText = 'display: block; inline-size: 600px; block-size: 400px';
  const box = root.querySelector<IterationLightbox>('iteration-lightbox')!;
  const tile = (id: string): HTMLElement | undefined =>
    grid.shadowRoot?.querySelector<HTMLElement>(`.tile[data-id="${id}"]`) ?? undefined;
  await waitUntil(() => tile('d'), 'tiles');
  return { box, tile };
}

/** Where the picture is, to the pixel. */
function isAt(box: IterationLightbox, tile: HTMLElement | undefined): void {
  const [shown, expected] = [find(box, '.frame > *'), tile].map((one) => one?.getBoundingClientRect());
  const [clip] = getComputedStyle(find(box, '.frame > *')!).clipPath.match(/[\d.]+px/) ?? ['0px'];
  expect(shown && shown.width >= expected!.width - 1, 'covers it').to.equal(true);
  expect((shown!.left + shown!.right) / 2).to.be.closeTo((expected!.left + expected!.right) / 2, 1);
  expect((shown!.top + shown!.bottom) / 2).to.be.closeTo((expected!.top + expected!.bottom) / 2, 1);
  expect(Number.parseFloat(clip)).to.be.at.least(0);
}

const { animate } = Element.prototype;

/** The next movement, which a busy page would be through with before anybody looks. */
function heldAtItsStart(): Promise<Animation> {
  return new Promise((resolve) => {
    Element.prototype.animate = function (...args): Animation {
      Element.prototype.animate = animate;
      const animation = animate.apply(this, args);
      animation.pause();
      resolve(animation);
      return animation;
    };
  });
}

describe('iteration-lightbox: from tile to dialog', () => {
  // Also after a test that saw no movement.
  afterEach(() => {
    Element.prototype.animate = animate;
  });

  it('grows from the bounds of the tile, and ends where it is laid out', async () => {
    const { box, tile } = await withGrid();
    const held = heldAtItsStart();
    tile('b')?.focus({ preventScroll: true });
    tile('b')?.click();
    const animation = await held;
    expect(movingIn(box)).to.deep.equal([animation]);
    animation.currentTime = 0;
    isAt(box, tile('b'));
    animation.finish();
    await waitUntil(() => movingIn(box).length === 0, 'is there');
    expect(getComputedStyle(find(box, '.frame > *')!).transform).to.equal('none');
    expect(getComputedStyle(find(box, '.stage')!).overflow).to.equal('hidden');
  });

  it('shrinks to the tile that shows the same then, and gives that the focus', async function () {
    const { box, tile } = await withGrid();
    tile('a')?.focus({ preventScroll: true });
    tile('a')?.click();
    await waitUntil(() => textOf(box, '.place') !== '', 'open');
    for (const id of ['b', 'c']) {
      press(dialogOf(box), 'ArrowRight');
      await waitUntil(() => box.iterationId === id && movingIn(box).length === 0 && textOf(box, '.place'), 'further');
    }
    press(dialogOf(box), 'Escape');
    expect(dialogOf(box).open).to.equal(false);
    if (leavesLate()) {
      const [animation] = movingIn(box);
      animation!.pause();
      animation!.currentTime = Number(animation!.effect?.getComputedTiming().endTime);
      isAt(box, tile('c'));
      animation!.finish();
    }
    await waitUntil(() => hasFocus(tile('c')), 'the focus');
    await waitUntil(() => !find(box, '.layout'), 'nothing is left');
  });

  it('turns round where it is opened while it closes', async function () {
    if (!leavesLate()) this.skip();
    const { box, tile } = await withGrid();
    tile('a')?.focus({ preventScroll: true });
    tile('a')?.click();
    await waitUntil(() => textOf(box, '.place') !== '' && movingIn(box).length === 0, 'open');
    press(dialogOf(box), 'Escape');
    // Else it may be gone before the next line, on a slow machine.
    for (const one of dialogOf(box).getAnimations()) one.pause();
    const [closing] = movingIn(box);
    closing!.pause();
    closing!.currentTime = Number(closing!.effect?.getComputedTiming().endTime) / 2;
    const before = find(box, '.frame > *')!.getBoundingClientRect();
    tile('a')?.click();
    await waitUntil(() => dialogOf(box).open, 'open again');
    const [opening] = movingIn(box);
    opening!.pause();
    opening!.currentTime = 0;
    const after = find(box, '.frame > *')!.getBoundingClientRect();
    expect(after.left).to.be.closeTo(before.left, 1);
    expect(after.width).to.be.closeTo(before.width, 1);
    opening!.finish();
    await waitUntil(() => movingIn(box).length === 0 && find(box, '.layout'), 'stays open');
  });

  it('fades where there is no tile', async () => {
    const { box } = await open(backend(THREE), 'b');
    expect(movingIn(box).length).to.equal(0);
    expect(dialogOf(box).classList.contains('from-tile')).to.equal(false);
  });
});

describe('iteration-lightbox: and the way back', () => {
  const back = async (): Promise<void> => {
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await gone;
    await nextFrame();
  };

  const task = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  it('makes no entry in the history unless it is asked to', async () => {
    const before = history.length;
    const { box } = await open(backend(THREE), 'b');
    press(dialogOf(box), 'Escape');
    expect(history.length).to.equal(before);
  });

  it('closes by going back, and goes back when it is closed; the state of the host stays', async () => {
    history.replaceState({ route: '/list' }, '');
    const opened = await place(backend(THREE));
    opened.box.closeOnBack = true;
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    expect(history.state).to.deep.include({ route: '/list' });
    await back();
    expect(dialogOf(opened.box).open).to.equal(false);
    expect(history.state).to.deep.equal({ route: '/list' });

    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    const gone = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    press(dialogOf(opened.box), 'Escape');
    await gone;
    expect(history.state).to.deep.equal({ route: '/list' });
    history.replaceState(null, '');
  });

  it('stays open, with its entry, where the host objects; and leaves alone where the host has gone on', async () => {
    const opened = await place(backend(THREE));
    opened.box.closeOnBack = true;
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    opened.box.addEventListener('lightbox-close', (event) => event.preventDefault(), { once: true });
    await back();
    expect(dialogOf(opened.box).open).to.equal(true);
    history.pushState({ route: '/other' }, '');
    opened.box.remove();
    await nextFrame();
    expect(history.state).to.deep.equal({ route: '/other' });
    await back();
    await back();
    history.replaceState(null, '');
  });

  for (const [when, later] of [
    ['at once', (act: () => void) => act()],
    ['a moment later', queueMicrotask],
  ] as const) {
    it(`leaves the host where it goes when it hears of the closing, ${when}`, async () => {
      const opened = await place(backend(THREE));
      opened.box.closeOnBack = true;
      opened.store.navigate({ iterationId: 'b' });
      await shows(opened, 'b');
      const go = (): void => history.pushState({ route: '/next' }, '');
      opened.box.addEventListener('lightbox-closed', () => later(go), { once: true });
      press(dialogOf(opened.box), 'Escape');
      await waitUntil(() => !dialogOf(opened.box).open, 'closes');
      await task();
      // A step back that was still under way would be undone by this, and told of first.
      await back();
      expect(history.state).to.have.property('imaginationsLightbox');
      await back();
      history.replaceState(null, '');
    });
  }

  it('closes by going back to an entry that was made for an earlier one, as after a reload', async () => {
    history.pushState({ imaginationsLightbox: 'earlier' }, '');
    const opened = await place(backend(THREE));
    opened.box.closeOnBack = true;
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    await back();
    expect(dialogOf(opened.box).open).to.equal(false);
    expect(history.state).to.deep.equal({ imaginationsLightbox: 'earlier' });
    await back();
    history.replaceState(null, '');
  });

  it('has one entry where it is opened again as it closes', async () => {
    const opened = await place(backend(THREE));
    opened.box.closeOnBack = true;
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    const before = history.length;
    press(dialogOf(opened.box), 'Escape');
    opened.store.navigate({ iterationId: 'a' });
    await shows(opened, 'a');
    await task();
    expect([history.length, dialogOf(opened.box).open]).to.deep.equal([before, true]);
    await back();
    expect([dialogOf(opened.box).open, history.state]).to.deep.equal([false, null]);
  });
});

describe('iteration-lightbox: inline', () => {
  async function inline(): Promise<Awaited<ReturnType<typeof place>>> {
    const opened = await place(backend(THREE));
    opened.box.inline = true;
    opened.box.style.blockSize = '400px';
    await opened.box.updateComplete;
    return opened;
  }

  it('says what will be there, shows it where it stands, and leaves the focus alone', async () => {
    const opened = await inline();
    expect(opened.box.shadowRoot?.textContent).to.contain('Open an iteration');
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    const dialog = dialogOf(opened.box);
    expect(dialog.matches(':modal')).to.equal(false);
    expect(document.activeElement).to.equal(opened.opener);
    const [outer, inner] = [opened.box, dialog].map((one) => one.getBoundingClientRect());
    expect([inner!.left, inner!.top, inner!.width]).to.deep.equal([outer!.left, outer!.top, outer!.width]);
    await waitUntil(() => textOf(opened.box, '.place') !== '', 'its place');
    press(dialog, 'ArrowRight');
    await shows(opened, 'c');
  });

  it('is closed by the host alone, and lets keys and wheel scroll the page', async () => {
    const opened = await inline();
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    const dialog = dialogOf(opened.box);
    expect(find(opened.box, '.close')).to.equal(undefined);
    expect(press(dialog, 'Escape').defaultPrevented).to.equal(false);
    expect(press(dialog, ' ').defaultPrevented).to.equal(false);
    expect(press(dialog, 'Tab').defaultPrevented).to.equal(false);
    click(opened.box, '.stage');
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, composed: true, cancelable: true });
    find(opened.box, '.bar')?.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(false);
    expect(dialog.open).to.equal(true);
    opened.box.iterationId = null;
    await waitUntil(() => !dialog.open && !find(opened.box, '.layout'), 'closed');
    expect(opened.box.shadowRoot?.textContent).to.contain('Open an iteration');
  });

  it('can be put above the page while it shows something, and back', async () => {
    const opened = await inline();
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    opened.box.inline = false;
    await opened.box.updateComplete;
    expect(dialogOf(opened.box).matches(':modal')).to.equal(true);
    opened.box.inline = true;
    await opened.box.updateComplete;
    expect(dialogOf(opened.box).matches(':modal')).to.equal(false);
    expect(dialogOf(opened.box).open).to.equal(true);
  });
});
