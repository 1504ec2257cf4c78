import { expect } from '@open-wc/testing';
import { storeFor } from '../../../src/store/index.js';
import { LiveLibrary, picture, pictures } from './live-library.js';
import { mountFull } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const number = (id: string | undefined): number => Number(id?.slice(1));

describe('<iteration-grid> by keyboard', () => {
  for (const dir of ['ltr', 'rtl'] as const) {
    it(`arrows walk as the eye does (${dir})`, async () => {
      const mounted = await mountFull(new LiveLibrary(pictures(50)), { dir });
      const [forward, back] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
      mounted.focus('i000049');
      const start = mounted.tile('i000049')!.getBoundingClientRect();
      await mounted.type(forward);
      expect(mounted.focused).to.equal('i000048');
      const next = mounted.tile('i000048')!.getBoundingClientRect();
      expect(dir === 'ltr' ? next.left > start.left : next.left < start.left, 'goes the way of the key').to.equal(true);
      await mounted.type(back);
      expect(mounted.focused).to.equal('i000049');
      await mounted.type('ArrowDown');
      const below = mounted.tile(mounted.focused!)!.getBoundingClientRect();
      expect(below.top).to.be.above(start.bottom);
      expect(below.left <= start.right && below.right >= start.left, 'is below it').to.equal(true);
      await mounted.type('ArrowUp');
      expect(mounted.focused).to.equal('i000049');
    });
  }

  it('reaches the last that is loaded and comes back', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(50)), { height: 500 });
    mounted.focus('i000049');
    await mounted.type('End', { ctrlKey: true });
    expect(mounted.focused).to.equal('i000000');
    expect(mounted.visible).to.include('i000000');
    await mounted.type('PageUp');
    expect(number(mounted.focused)).to.be.above(5);
    await mounted.type('Home', { ctrlKey: true });
    expect([mounted.focused, mounted.scroller.scrollTop]).to.deep.equal(['i000049', 0]);
    for (let step = 0; step < 8; step++) await mounted.type('PageDown');
    expect(mounted.visible).to.include(mounted.focused);
  });

  it('the page stays where it is when no key gives the focus', async () => {
    const library = new LiveLibrary(pictures(50));
    const store = storeFor(library.adapter);
    const mounted = await mountFull(library, { height: 500 });
    const spacer = document.createElement('div');
    spacer.style.height = '5000px';
    mounted.box.before(spacer);
    mounted.focus('i000049');
    library.remove('i000049');
    await waitUntil(() => mounted.focused === 'i000048', 'the one beside what has left');
    await mounted.settled();
    expect(scrollY).to.equal(0);
    mounted.tile('i000048')?.click();
    expect(store.navigation.value.iterationId).to.equal('i000048');
    store.navigate({ iterationId: 'i000010' });
    await mounted.settled();
    store.navigate({ iterationId: null });
    await waitUntil(() => mounted.focused === 'i000010', 'what the viewer showed last');
    await mounted.settled();
    expect(scrollY).to.equal(0);
    spacer.remove();
  });

  it('Enter opens and Space selects, once each; a key that is held does not', async () => {
    const library = new LiveLibrary(pictures(9));
    const mounted = await mountFull(library);
    const opened: string[] = [];
    mounted.element.addEventListener('iteration-open', (event) => {
      opened.push(event.detail.iteration.id);
      event.preventDefault();
    });
    mounted.focus('i000008');
    expect(mounted.press('Enter').defaultPrevented).to.equal(true);
    mounted.press('Enter', { repeat: true });
    await mounted.type('ArrowRight');
    expect(mounted.press(' ').defaultPrevented, 'does not scroll').to.equal(true);
    mounted.press(' ', { repeat: true });
    await mounted.settled();
    expect(opened).to.deep.equal(['i000008']);
    expect(mounted.tile('i000007')?.getAttribute('aria-selected')).to.equal('true');
    expect(storeFor(library.adapter).navigation.value.iterationId).to.equal(null);
  });

  it('F2 goes to the buttons of a tile, Escape back', async () => {
    const generate = { cancel: () => Promise.resolve() } as never;
    const running = picture(9, { status: 'running', generationId: 'g' });
    delete (running as { media?: unknown }).media;
    const mounted = await mountFull(new LiveLibrary([...pictures(9), running], { generate }));
    mounted.focus('i000009');
    await mounted.type('F2');
    expect((mounted.root.activeElement as HTMLElement).dataset['tileAction']).to.equal('cancel');
    expect(mounted.focused).to.equal('i000009');
    expect(mounted.stops).to.deep.equal(['i000009']);
    await mounted.type('Escape');
    expect(mounted.root.activeElement?.className).to.equal('tile');
  });

  it('Shift+F10 and the menu key open the menu of a tile; Escape gives the focus back', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(9)));
    mounted.focus('i000008');
    for (const [key, init] of [
      ['F10', { shiftKey: true }],
      ['ContextMenu', {}],
    ] as const) {
      await mounted.type(key, init);
      await waitUntil(() => mounted.root.activeElement?.getAttribute('role') === 'menuitem');
      await mounted.type('Escape');
      await waitUntil(() => mounted.focused === 'i000008');
    }
  });

  it('leaves keys alone that it does not know', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(9)));
    mounted.focus('i000008');
    for (const [key, init] of [
      ['a', {}],
      ['b', { ctrlKey: true }],
      ['/', {}],
      ['Escape', {}],
      ['Delete', {}],
      ['Tab', {}],
      ['ArrowRight', { ctrlKey: true }],
      ['ArrowRight', { shiftKey: true, altKey: true }],
    ] as const) {
      expect(mounted.press(key, init).defaultPrevented, key).to.equal(false);
    }
  });

  it('goes on with the next page at the end of what is loaded', async () => {
    const library = new LiveLibrary(pictures(200));
    const mounted = await mountFull(library);
    mounted.focus('i000199');
    await mounted.type('End', { ctrlKey: true });
    const end = number(mounted.focused);
    expect(end).to.be.at.most(140);
    await waitUntil(() => mounted.canvas.getAttribute('aria-rowcount') === '200' && library.reads > 1);
    await mounted.settled();
    await mounted.type('ArrowRight');
    expect(number(mounted.focused)).to.equal(end - 1);
  });

  it('opens and walks with any modifier, and says nothing, where nothing can be selected', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(50)), {
      set: (element) => (element.selectionMode = 'none'),
    });
    const opened: string[] = [];
    mounted.element.addEventListener('iteration-open', (event) => {
      opened.push(event.detail.iteration.id);
      event.preventDefault();
    });
    const said: string[] = [];
    new MutationObserver((records) => {
      for (const { target } of records) {
        if (target instanceof Element && target.matches('[part=announcer]')) said.push(target.textContent);
      }
    }).observe(mounted.root, { childList: true, subtree: true });
    const [a = '', b = '', c = ''] = mounted.visible;
    for (const [id, init] of [
      [a, { shiftKey: true }],
      [b, { ctrlKey: true }],
    ] as const) {
      mounted.tile(id)!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...init }));
    }
    expect(opened).to.deep.equal([a, b]);
    mounted.focus(b);
    await mounted.type('ArrowRight', { shiftKey: true });
    expect(mounted.focused).to.equal(c);
    expect(mounted.press('a', { ctrlKey: true }).defaultPrevented, 'it is the page to say').to.equal(false);
    mounted.element.selectionMode = 'multiple';
    await mounted.settled();
    mounted.press(' ');
    await waitUntil(() => said.some((text) => text.includes('1 selected')), 'what is said next');
    expect(said.join()).not.to.contain('Only');
  });
});
