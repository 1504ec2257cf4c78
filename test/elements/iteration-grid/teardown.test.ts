import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LiveLibrary, pictures } from './live-library.js';
import { Mounted, mountFull } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

type Listen = (this: EventTarget | undefined, ...args: Parameters<EventTarget['addEventListener']>) => void;

/** Counts listeners on what outlives an element. */
function countListeners(): { readonly value: () => number; readonly end: () => void } {
  const prototype: Record<'addEventListener' | 'removeEventListener', Listen> = EventTarget.prototype;
  const before = { add: prototype.addEventListener, remove: prototype.removeEventListener };
  let count = 0;
  const outlives = (target: EventTarget): boolean =>
    target === window || target === document || target === document.body || target instanceof MediaQueryList;
  const counting = (listen: Listen, by: number): Listen =>
    function (...args) {
      if (outlives(this ?? window)) count += by;
      listen.apply(this, args);
    };
  prototype.addEventListener = counting(before.add, 1);
  prototype.removeEventListener = counting(before.remove, -1);
  return {
    value: () => count,
    end: () => {
      prototype.addEventListener = before.add;
      prototype.removeEventListener = before.remove;
    },
  };
}

describe('<iteration-grid> leaves', () => {
  it('no node and no listener behind after a hundred times', async () => {
    const library = new LiveLibrary(pictures(30));
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.height = '400px';
    const nodes = document.querySelectorAll('*').length;
    const listeners = countListeners();
    const before = listeners.value();
    for (let round = 0; round < 100; round++) {
      for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
        const element = document.createElement(tag);
        element.adapter = library.adapter;
        box.append(element);
        await element.updateComplete;
        if (round % 10 === 0) await waitUntil(() => element.shadowRoot?.querySelector('.tile') !== null);
        element.remove();
      }
    }
    await nextFrame();
    listeners.end();
    expect(listeners.value() - before).to.equal(0);
    expect(document.querySelectorAll('*').length).to.equal(nodes);
  }).timeout(20_000);

  it('nothing undone when it is moved', async () => {
    const library = new LiveLibrary(pictures(100));
    const mounted = await mountFull(library);
    const other = await fixture<HTMLElement>(html`<div></div>`);
    other.style.height = '300px';
    other.append(mounted.element);
    const moved = new Mounted(other, mounted.element);
    await moved.settled();
    await moved.scrollTo(1200);
    await waitUntil(() => moved.visible.length > 0);
    const [id = ''] = moved.visible;
    moved.focus(id);
    expect(moved.focused).to.equal(id);
  });

  it('a page without a height of its own room to be read: it takes what it needs, up to the window', async () => {
    const few = await mountFull(new LiveLibrary(pictures(5)), { set: () => undefined });
    few.box.style.height = 'auto';
    await nextFrame();
    await few.settled();
    expect(few.element.offsetHeight).to.be.within(200, innerHeight);
    const many = await mountFull(new LiveLibrary(pictures(200)));
    many.box.style.height = 'auto';
    await nextFrame();
    await many.settled();
    expect(many.element.offsetHeight).to.be.at.most(innerHeight);
    expect(many.scroller.scrollHeight).to.be.above(many.scroller.clientHeight);
  });

  it('nothing drawn without room, and draws when it gets some', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(50)));
    mounted.box.style.display = 'none';
    await nextFrame();
    await mounted.settled();
    mounted.box.style.display = '';
    await waitUntil(() => mounted.visible.length > 3);
  });
});
