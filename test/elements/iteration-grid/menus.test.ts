import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { draftOf, selectionOf, storeFor } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { letAnnotate } from './judging.js';
import { LiveLibrary, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { letArchive } from './viewport-kept/stage.js';

const menu = ({ root }: Mounted): HTMLElement | null => root.querySelector<HTMLElement>('.menu:popover-open');

const lines = (mounted: Mounted): string[] =>
  [...(menu(mounted)?.querySelectorAll('.menu-label') ?? [])].map((line) => line.textContent);

const choose = (mounted: Mounted, label: string): void =>
  [...(menu(mounted)?.querySelectorAll('button') ?? [])].find((line) => line.textContent.includes(label))?.click();

function rightClick(target: Element, init: MouseEventInit = {}): MouseEvent {
  const { left, top } = target.getBoundingClientRect();
  const event = new MouseEvent('contextmenu', {
    bubbles: true,
    composed: true,
    cancelable: true,
    button: 2,
    clientX: left + 20,
    clientY: top + 20,
    ...init,
  });
  target.dispatchEvent(event);
  return event;
}

async function stage(): Promise<{ readonly library: LiveLibrary; readonly mounted: Mounted }> {
  const library = new LiveLibrary(pictures(30));
  letAnnotate(library);
  letArchive(library);
  const mounted = await mountFull(library);
  mounted.focus(mounted.visible[0]!);
  await mounted.settled();
  return { library, mounted };
}

describe('<iteration-grid>: menus', () => {
  it('a right click opens the menu of the tile, at the pointer', async () => {
    const { mounted, library } = await stage();
    const [a = ''] = mounted.visible;
    const tile = mounted.tile(a)!;
    const { left, top } = tile.getBoundingClientRect();
    expect(rightClick(tile).defaultPrevented).to.equal(true);
    await waitUntil(() => menu(mounted), 'opens');
    expect(lines(mounted)).to.include.members(['Open', 'Star', 'Pick', 'Reject', 'Archive']);
    const box = menu(mounted)!.getBoundingClientRect();
    expect(Math.abs(box.left - left - 20)).to.be.at.most(2);
    expect(box.top).to.be.at.most(top + 22);
    choose(mounted, 'Pick');
    await waitUntil(() => storeFor(library.adapter).iteration(a)?.flag === 'pick', 'picked');
    expect(mounted.focused, 'the focus is back').to.equal(a);
  });

  it('has the verbs of the adapter as a group of lines in the place of Remix', async () => {
    const library = new LiveLibrary(pictures(3));
    const nothing = () => Promise.reject(new Error('not asked for'));
    const verbs = [{ id: 'variation' }, { id: 'edit' }, { id: 'extend', kinds: ['video'] }];
    Object.assign(library.adapter, { generate: { start: nothing, get: nothing, verbs } });
    const mounted = await mountFull(library);
    const [a = ''] = mounted.visible;
    mounted.focus(a);
    await mounted.settled();
    rightClick(mounted.tile(a)!);
    await waitUntil(() => menu(mounted), 'opens');
    const all = lines(mounted);
    expect(all.slice(all.indexOf('Vary')))
      .to.include('Edit')
      .and.not.include('Extend');
    expect(all).not.to.include('Remix');
    const before = (label: string) =>
      [...(menu(mounted)?.querySelectorAll('button') ?? [])].find((line) => line.textContent.includes(label))
        ?.previousElementSibling?.role;
    expect([before('Vary'), before('Edit')]).to.deep.equal(['separator', 'menuitem']);
    choose(mounted, 'Edit');
    const { remixOf, as } = draftOf(storeFor(library.adapter)).value;
    expect([remixOf, as]).to.deep.equal([a, 'edit']);
  });

  it('opens under a real mouse, and stays when its button is let go', async () => {
    const { mounted } = await stage();
    const { left, top } = mounted.tile(mounted.visible[0]!)!.getBoundingClientRect();
    await sendMouse({ type: 'click', button: 'right', position: [Math.round(left + 40), Math.round(top + 40)] });
    await waitUntil(() => menu(mounted), 'opens');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(lines(mounted)).to.include('Pick');
    await resetMouse();
  });

  it('on what is selected it is about all of that', async () => {
    const { mounted, library } = await stage();
    const [a = '', b = '', c = ''] = mounted.visible;
    const store = storeFor(library.adapter);
    selectionOf(store).replace([a, b], '');
    await mounted.settled();
    rightClick(mounted.tile(b)!);
    await waitUntil(() => menu(mounted), 'opens');
    expect(lines(mounted)[0]).to.equal('2 selected');
    expect(lines(mounted)).not.to.include('Open');
    choose(mounted, 'Star');
    await waitUntil(() => store.iteration(a)?.starred && store.iteration(b)?.starred, 'both');
    expect(selectionOf(store).has(a), 'stays selected').to.equal(true);
    rightClick(mounted.tile(c)!);
    await waitUntil(() => lines(mounted).includes('Open'), 'another tile has its own');
    rightClick(mounted.tile(a)!);
    await waitUntil(() => lines(mounted)[0] === '2 selected');
    choose(mounted, 'Archive');
    await waitUntil(() => !mounted.tile(a) && !mounted.tile(b), 'both are away');
    expect(store.iteration(c)?.archivedAt ?? null).to.equal(null);
  });

  it('with Shift, under a finger and beside the tiles the browser’s stays', async () => {
    const { mounted } = await stage();
    const tile = mounted.tile(mounted.visible[0]!)!;
    expect(rightClick(tile, { shiftKey: true }).defaultPrevented).to.equal(false);
    expect(rightClick(mounted.scroller).defaultPrevented).to.equal(false);
    const link = document.createElement('a');
    link.href = '#';
    tile.append(link);
    expect(rightClick(link).defaultPrevented).to.equal(false);
    link.remove();
    tile.dispatchEvent(new PointerEvent('pointerdown', { pointerType: 'touch', bubbles: true, composed: true }));
    expect(rightClick(tile).defaultPrevented).to.equal(false);
    expect(menu(mounted)).to.equal(null);
  });

  for (const [key, init] of [
    ['ContextMenu', {}],
    ['F10', { shiftKey: true }],
    ['m', {}],
  ] as const) {
    it(`${key} opens it, and Escape gives the focus back`, async () => {
      const { mounted } = await stage();
      const [a = ''] = mounted.visible;
      expect(mounted.press(key, init).defaultPrevented).to.equal(true);
      await waitUntil(() => menu(mounted), 'opens');
      expect(rightClick(menu(mounted)!).defaultPrevented, 'the key may ask once more').to.equal(true);
      expect(mounted.press('s').defaultPrevented, 'keys in the menu are the menu’s').to.equal(false);
      mounted.press('Escape');
      await waitUntil(() => !menu(mounted), 'closes');
      expect(mounted.focused).to.equal(a);
    });
  }
});
