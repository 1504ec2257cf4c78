import { expect } from '@open-wc/testing';
import { storeFor } from '../../../src/store/index.js';
import { LiveLibrary, picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const isInside = ({ element, root }: Mounted): boolean =>
  document.activeElement === element && root.activeElement !== null;

describe('<iteration-grid> keeps the focus', () => {
  it('in a tile that has been scrolled far away, in the same node', async () => {
    const library = new LiveLibrary(pictures(400), { limits: { pageSize: 400 } });
    const mounted = await mountFull(library);
    mounted.focus('i000399');
    const node = mounted.root.activeElement;
    const { height } = mounted.tile('i000399')!.getBoundingClientRect();
    await mounted.scrollTo(50 * (height + 8));
    expect(mounted.scroller.scrollTop).to.be.above(9000);
    expect(mounted.root.activeElement === node && node?.isConnected).to.equal(true);
    expect(mounted.stops).to.deep.equal(['i000399']);
    expect(mounted.tiles.length).to.be.below(60);
    await mounted.type('ArrowRight');
    expect(mounted.focused).to.equal('i000398');
    expect(mounted.visible).to.include('i000398');
    mounted.element.requestUpdate();
    await mounted.settled();
    expect(mounted.visible, 'and stays there').to.include('i000398');
  });

  it('by id when others come before it, in the same node', async () => {
    const library = new LiveLibrary(pictures(60));
    const mounted = await mountFull(library);
    mounted.focus('i000057');
    const node = mounted.root.activeElement;
    for (let number = 60; number < 70; number++) {
      library.put(picture(number));
      await mounted.settled();
      expect(mounted.root.activeElement === node).to.equal(true);
    }
    await waitUntil(() => mounted.tile('i000069') !== undefined);
    expect([mounted.focused, mounted.tile('i000057')?.getAttribute('aria-rowindex')]).to.deep.equal(['i000057', '13']);
  });

  it('on the neighbour of what has left, and inside when nothing is left', async () => {
    const library = new LiveLibrary(pictures(5));
    const mounted = await mountFull(library);
    mounted.focus('i000002');
    for (const [gone, next] of [
      ['i000002', 'i000001'],
      ['i000001', 'i000000'],
      ['i000000', 'i000003'],
      ['i000003', 'i000004'],
    ] as const) {
      library.remove(gone);
      await waitUntil(() => mounted.tile(gone) === undefined);
      expect(mounted.focused).to.equal(next);
      expect(mounted.stops).to.deep.equal([next]);
    }
    library.remove('i000004');
    await waitUntil(() => mounted.tiles.length === 0);
    expect(isInside(mounted)).to.equal(true);
    library.put(picture(7));
    await waitUntil(() => mounted.focused === 'i000007');
  });

  it('on a tile whose button has gone', async () => {
    const generate = { cancel: () => Promise.resolve() } as never;
    const running = picture(3, { status: 'running', generationId: 'g' });
    const { media } = running;
    delete (running as { media?: unknown }).media;
    const library = new LiveLibrary([...pictures(3), running], { generate });
    const mounted = await mountFull(library);
    mounted.focus('i000003');
    await mounted.type('F2');
    library.patch('i000003', { status: 'succeeded', ...(media && { media }) });
    await waitUntil(() => mounted.tile('i000003')?.querySelector('img') !== null);
    expect(mounted.root.activeElement?.className).to.equal('tile');
    expect(mounted.focused).to.equal('i000003');
  });

  it('comes back from the viewer to what was shown last, far away', async () => {
    const library = new LiveLibrary(pictures(300), { limits: { pageSize: 300 } });
    const store = storeFor(library.adapter);
    const mounted = await mountFull(library);
    mounted.focus('i000299');
    mounted.press('Enter');
    expect(store.navigation.value.iterationId).to.equal('i000299');
    const viewer = document.createElement('dialog');
    document.body.append(viewer);
    viewer.showModal();
    store.navigate({ iterationId: 'i000030' });
    await mounted.settled();
    store.navigate({ iterationId: null });
    await mounted.settled();
    viewer.close();
    await waitUntil(() => mounted.focused === 'i000030');
    expect(mounted.visible).to.include('i000030');
    expect(mounted.stops).to.deep.equal(['i000030']);
    viewer.remove();
  });

  it('leaves the focus of the page alone, whatever happens', async () => {
    const library = new LiveLibrary(pictures(100));
    const mounted = await mountFull(library);
    const input = document.createElement('input');
    mounted.box.before(input);
    input.focus({ preventScroll: true });
    await mounted.scrollTo(2000);
    for (let number = 100; number < 120; number++) library.put(picture(number));
    library.remove('i000099', 'i000090');
    await mounted.settled();
    mounted.box.style.width = '500px';
    await mounted.settled();
    await mounted.settled();
    expect(document.activeElement === input).to.equal(true);
    input.remove();
  });

  it('never loses its one tab stop in 300 random steps', async () => {
    const library = new LiveLibrary(pictures(120));
    const store = storeFor(library.adapter);
    const mounted = await mountFull(library);
    let seed = 20261123;
    const random = (below: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below;
    let next = 120;
    let wasInside = false;
    const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
    const steps: (() => void)[] = [
      () => (mounted.scroller.scrollTop = random(Math.max(1, mounted.scroller.scrollHeight))),
      () => library.put(picture(next++, random(3) === 0 ? { kind: 'video' } : {})),
      () => library.put(picture(random(next), { rev: 50 })),
      () => library.remove(library.rows[random(library.rows.length)]?.id ?? ''),
      () => library.remove(mounted.focused ?? ''),
      () => store.navigate({ kind: random(4) === 0 ? 'video' : 'all' }),
      () => (mounted.box.style.width = `${300 + random(700)}px`),
      () => mounted.tiles[random(mounted.tiles.length)]?.focus({ preventScroll: true }),
      () => mounted.press(KEYS[random(KEYS.length)]!),
      () => mounted.press(KEYS[random(KEYS.length)]!),
      () => mounted.press(random(2) === 0 ? 'F2' : 'Escape'),
    ];
    for (let step = 0; step < 300; step++) {
      const which = random(steps.length);
      steps[which]!();
      if (step % 3 === 0) await mounted.settled();
      else await mounted.element.updateComplete;
      const where = `step ${step} (${which})`;
      const shown = mounted.tiles.length;
      expect(mounted.stops.length, `tab stops, ${where}`).to.equal(shown > 0 ? 1 : 0);
      if (wasInside) expect(isInside(mounted), `focus inside, ${where}`).to.equal(true);
      wasInside ||= isInside(mounted);
      const rows = mounted.tiles.map((tile) => Number(tile.getAttribute('aria-rowindex')));
      expect(rows, where).to.deep.equal([...rows].sort((a, b) => a - b));
      expect(new Set(mounted.ids).size, where).to.equal(shown);
    }
    expect(wasInside).to.equal(true);
  }).timeout(30_000);
});
