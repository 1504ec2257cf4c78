import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { AnyList } from '../../../src/elements/collection/collection-list.js';
import { openFrom, type OpenedList } from '../../../src/elements/collection/opened-list.js';
import {
  backend,
  click,
  dialogOf,
  find,
  open,
  place,
  press,
  row,
  shows,
  textOf,
  THREE,
  video,
  type Opened,
} from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const isShowing = ({ box }: Opened): boolean => find(box, '.stage')?.classList.contains('showing') ?? false;

const item = ({ box }: Opened, name: string): HTMLElement | undefined =>
  [...(box.shadowRoot?.querySelectorAll<HTMLElement>('.menu-item') ?? [])].find(({ textContent }) =>
    textContent.includes(name),
  );

/** Chooses something in the menu of the chip. */
async function choose(at: Opened, name: string): Promise<void> {
  await waitUntil(() => item(at, name), `the menu has ${name}`);
  item(at, name)?.click();
}

async function openMenu(at: Opened): Promise<void> {
  await waitUntil(() => find(at.box, '.place.btn'), 'the chip');
  click(at.box, '.place.btn');
  await choose(at, 'Slideshow');
}

describe('iteration-lightbox: slideshow', () => {
  const undo: (() => void)[] = [];
  afterEach(() => undo.splice(0).forEach((one) => one()));

  const put = (target: object, name: string, value: unknown): void => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
    undo.push(() => (before ? Object.defineProperty(target, name, before) : Reflect.deleteProperty(target, name)));
  };

  beforeEach(() => put(Element.prototype, 'requestFullscreen', () => Promise.reject(new TypeError('no'))));

  it('goes on by itself, round the session, until a key that does nothing besides', async () => {
    const locks: string[] = [];
    const lock = { release: () => Promise.resolve(void locks.push('released')) };
    put(navigator, 'wakeLock', { request: (type: string) => Promise.resolve((locks.push(type), lock)) });
    const at = await open(backend(THREE), 'b');
    await openMenu(at);
    await choose(at, 'Every 3 seconds');
    await waitUntil(() => item(at, 'Every 3 seconds')?.getAttribute('aria-checked') === 'true', 'is remembered');
    await choose(at, 'Play in order');
    await waitUntil(() => isShowing(at), 'begins');
    expect(textOf(at.box, '.toasts')).to.include('Any key or press ends it');
    await shows(at, 'c');
    await shows(at, 'a');
    press(dialogOf(at.box), 'e');
    expect(isShowing(at)).to.equal(false);
    await waitUntil(() => locks.length === 2, 'gives the screen back');
    expect(locks).to.deep.equal(['screen', 'released']);
    expect(at.adapter.rows.every(({ archivedAt }) => !archivedAt)).to.equal(true);
    expect(dialogOf(at.box).open).to.equal(true);
  });

  it('plays a film to its end before it goes on, and leaves its loop as it was', async () => {
    const at = await open(backend([row('a', 30, { kind: 'video', media: video }), row('b', 20)]), 'a');
    const film = (): HTMLVideoElement | null => at.box.shadowRoot?.querySelector('video') ?? null;
    await waitUntil(() => (film()?.readyState ?? 0) > 1 && film()?.loop, 'the film');
    let ended = 0;
    film()?.addEventListener('ended', () => ended++);
    press(dialogOf(at.box), 'S', { shiftKey: true });
    await shows(at, 'b');
    expect(ended).to.equal(1);
    const dialog = dialogOf(at.box);
    dialog.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }));
    expect(isShowing(at)).to.equal(false);
  });

  it('goes on from a film that something else has paused', async () => {
    const at = await open(backend([row('a', 30, { kind: 'video', media: video }), row('b', 20)]), 'a');
    const film = (): HTMLVideoElement | null => at.box.shadowRoot?.querySelector('video') ?? null;
    await waitUntil(() => (film()?.readyState ?? 0) > 1, 'the film');
    await openMenu(at);
    await choose(at, 'Every 3 seconds');
    await waitUntil(() => item(at, 'Every 3 seconds')?.getAttribute('aria-checked') === 'true', 'is remembered');
    film()?.addEventListener('playing', () => film()?.pause());
    await choose(at, 'Play in order');
    await shows(at, 'b');
    expect(isShowing(at)).to.equal(true);
  });

  it('goes on once from a film that plays on while the next one is on its way', async () => {
    const at = await place(backend([row('a', 30, { kind: 'video', media: video }), row('b', 20), row('c', 10)]));
    const hits = { ids: ['a'], complete: false };
    let answer = (): void => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const more = async (): Promise<void> => {
      await gate;
      Object.assign(hits, { ids: ['a', 'b', 'c'], complete: true });
    };
    const state = { status: 'ready', error: null, total: 3, loadingMore: false, dropped: 0, stale: false } as const;
    const list: AnyList = {
      get value() {
        return { ...state, ...hits };
      },
      load: () => Promise.resolve(),
      more,
    };
    const from: OpenedList = { id: 'a', query: { filter: { kinds: ['video', 'image'] } }, list: () => list };
    openFrom(at.store, from);
    at.store.navigate({ iterationId: 'a' });
    const film = (): HTMLVideoElement | null => at.box.shadowRoot?.querySelector('video') ?? null;
    await waitUntil(() => (film()?.readyState ?? 0) > 1, 'the film');
    await openMenu(at);
    await choose(at, 'Every 3 seconds');
    await waitUntil(() => item(at, 'Every 3 seconds')?.getAttribute('aria-checked') === 'true', 'is remembered');
    film()?.addEventListener('playing', () => film()?.pause(), { once: true });
    await choose(at, 'Play in order');
    await waitUntil(() => textOf(at.box, '.toast-text').startsWith('Looking further'), 'goes on');
    let isOver = false;
    film()?.addEventListener('ended', () => (isOver = true));
    await film()?.play();
    await waitUntil(() => isOver, 'ends after all');
    answer();
    await shows(at, 'b');
    press(dialogOf(at.box), 'e');
    // Steps come one after another.
    press(dialogOf(at.box), 'ArrowUp');
    await shows(at, 'a');
    expect(from.id).to.equal('a');
  });

  it('shows each once when it is shuffled, and ends with the viewer', async () => {
    put(Math, 'random', () => 0.99);
    const at = await open(backend(THREE), 'a');
    await openMenu(at);
    await choose(at, 'Every 3 seconds');
    await choose(at, 'Play shuffled');
    await shows(at, 'c');
    await shows(at, 'b');
    at.store.navigate({ iterationId: null });
    await waitUntil(() => !dialogOf(at.box).open && !isShowing(at), 'ends');
  });

  it('gives back a screen and a light that come after its end', async () => {
    const screens: (() => void)[] = [];
    const lights: (() => void)[] = [];
    let isFull = false;
    let [left, released] = [0, 0];
    put(document, 'fullscreenEnabled', true);
    put(document, 'exitFullscreen', () => Promise.resolve(left++));
    put(Element.prototype, 'requestFullscreen', () => new Promise<void>((resolve) => screens.push(resolve)));
    const lock = { release: () => Promise.resolve(released++) };
    put(navigator, 'wakeLock', { request: () => new Promise((resolve) => lights.push(() => resolve(lock))) });
    const at = await open(backend(THREE), 'a');
    if (at.box.shadowRoot)
      Object.defineProperty(at.box.shadowRoot, 'fullscreenElement', {
        get: () => (isFull ? find(at.box, '.stage') : null),
      });
    const dialog = dialogOf(at.box);
    const begin = async (): Promise<void> => {
      press(dialog, 'S', { shiftKey: true });
      await waitUntil(() => isShowing(at), 'begins');
    };
    await begin();
    press(dialog, 'e');
    await begin();
    lights.forEach((come) => come());
    await waitUntil(() => released === 1, 'keeps one of two lights');
    press(dialog, 'e');
    expect([isShowing(at), left, screens.length]).to.deep.equal([false, 0, 2]);
    isFull = true;
    screens.forEach((come) => come());
    await waitUntil(() => left > 0 && released === 2, 'gives back the screen and the other light');
  });

  it('ends when the host compares', async () => {
    let ended = false;
    put(navigator, 'wakeLock', {
      request: () => Promise.resolve({ release: () => Promise.resolve((ended = true)) }),
    });
    const at = await open(backend(THREE), 'a');
    press(dialogOf(at.box), 'S', { shiftKey: true });
    await waitUntil(() => isShowing(at), 'begins');
    at.box.compare = ['a', 'c'];
    await waitUntil(() => find(at.box, '.pane'), 'compares');
    await waitUntil(() => ended, 'gives back the light');
    expect(at.box.compare).to.deep.equal(['a', 'c']);
  });

  it('keeps the keys when the button that has them is hidden', async () => {
    const at = await open(backend(THREE), 'a');
    const { left, top, width, height } = find(at.box, '.turn.next')?.getBoundingClientRect() ?? new DOMRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await shows(at, 'b');
    find(at.box, '.turn.next')?.focus();
    press(at.box.shadowRoot?.activeElement ?? undefined, 'S', { shiftKey: true });
    await waitUntil(() => isShowing(at), 'begins');
    // Where it falls to the page, it does so when the page is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(at.box.shadowRoot?.activeElement?.className).to.equal('shell');
  });

  it('is neither ended nor begun by a key that is held', async () => {
    const at = await open(backend(THREE), 'a');
    const dialog = dialogOf(at.box);
    press(dialog, 'S', { shiftKey: true });
    await waitUntil(() => isShowing(at), 'begins');
    press(dialog, 'S', { shiftKey: true, repeat: true });
    expect(isShowing(at)).to.equal(true);
    press(dialog, 'S', { shiftKey: true });
    expect(isShowing(at)).to.equal(false);
    expect(press(dialog, 'ArrowRight', { repeat: true }).defaultPrevented).to.equal(true);
    expect(at.box.iterationId).to.equal('a');
    dialog.dispatchEvent(new KeyboardEvent('keyup', { key: 'S', bubbles: true, composed: true }));
    press(dialog, 'ArrowRight', { repeat: true });
    await shows(at, 'b');
  });

  it('takes the press that ended it, and not the next after two fingers', async () => {
    const at = await open(backend(THREE), 'a');
    const dialog = dialogOf(at.box);
    for (const last of ['pointerup', 'pointercancel']) {
      press(dialog, 'S', { shiftKey: true });
      await waitUntil(() => isShowing(at), 'begins');
      const stage = find(at.box, '.stage');
      for (const type of ['pointerdown', last])
        stage?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true }));
      if (last === 'pointerup') click(at.box, '.turn.next');
      expect(at.box.iterationId).to.equal('a');
    }
    await new Promise((resolve) => setTimeout(resolve));
    click(at.box, '.turn.next');
    await shows(at, 'b');
  });
});
