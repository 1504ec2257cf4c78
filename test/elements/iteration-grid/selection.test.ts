import { expect } from '@open-wc/testing';
import { selectionOf } from '../../../src/store/selection/selection-of.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { waitUntil } from '../../support/wait.js';
import { picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { check, fromEye, selected } from './selecting.js';
import { CASES, gate, letArchive, lookedAt, mixed, rowCount, storeOf } from './viewport-kept/stage.js';

const bar = ({ root }: Mounted): string => root.querySelector('.batch-count')?.textContent.trim() ?? '';

/** The bar comes with the first selection. */
const expectBar = (mounted: Mounted, text: string): Promise<void> =>
  waitUntil(() => bar(mounted) === text, `the bar says '${text}'`);

async function press(mounted: Mounted, action: string): Promise<void> {
  const button = (): HTMLElement | null => mounted.root.querySelector(`[data-batch=${action}]`);
  await waitUntil(() => button() !== null, action);
  button()!.click();
}

const click = (mounted: Mounted, id: string, init: MouseEventInit = {}): void =>
  void mounted.tile(id)!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...init }));

const ids = (from: number, to: number): string[] =>
  Array.from({ length: Math.abs(from - to) + 1 }, (_, at) => picture(from - at).id);

for (const { tag, layout, name, make } of CASES) {
  describe(`${name}: selection`, () => {
    it('everything by a key, also where the focus is on a checkbox', async () => {
      const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
      const [a = ''] = fromEye(mounted);
      mounted.tile(a)!.querySelector<HTMLElement>('[data-tile-action=select]')!.focus();
      check(mounted, a);
      await expectBar(mounted, '1 selected');
      expect(mounted.press('a', { ctrlKey: true }).defaultPrevented).to.equal(true);
      await expectBar(mounted, '300 selected');
    });

    it('by checkbox, by modifier and by shift, in both directions', async () => {
      const library = make(pictures(300));
      const { mounted } = await lookedAt(library, { tag, layout });
      const [a = '', b = '', c = '', d = ''] = fromEye(mounted);
      check(mounted, b);
      await mounted.settled();
      expect(selected(mounted)).to.deep.equal([b]);
      await expectBar(mounted, '1 selected');
      click(mounted, d, { shiftKey: true });
      await mounted.settled();
      expect(selected(mounted)).to.deep.equal([b, c, d]);
      click(mounted, a, { shiftKey: true });
      await mounted.settled();
      expect(selected(mounted)).to.deep.equal([a, b]);
      click(mounted, a, { ctrlKey: true });
      click(mounted, d, { metaKey: true });
      await mounted.settled();
      expect(selected(mounted)).to.deep.equal([b, d]);
      expect(storeOf(library).navigation.value.iterationId, 'nothing was opened').to.equal(null);
      expect(mounted.canvas.getAttribute('aria-multiselectable')).to.equal('true');
    });

    it('renders the one tile that it touches', async () => {
      const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
      const [a = '', b = ''] = fromEye(mounted);
      check(mounted, a);
      await mounted.settled();
      const touched = new Set<string | undefined>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          touched.add(element?.closest<HTMLElement>('.tile')?.dataset['id']);
        }
      });
      observer.observe(mounted.canvas, { subtree: true, childList: true, attributes: true, characterData: true });
      check(mounted, b);
      await mounted.settled();
      observer.disconnect();
      expect([...touched]).to.deep.equal([b]);
    });

    it('by keys: space, shift and arrows, everything, nothing', async () => {
      const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
      const [, , first = ''] = fromEye(mounted);
      const at = Number(first.slice(1));
      mounted.focus(first);
      await mounted.type('ArrowRight', { shiftKey: true });
      await mounted.type('ArrowRight', { shiftKey: true });
      expect(selected(mounted)).to.deep.equal(ids(at, at - 2));
      expect(mounted.focused).to.equal(picture(at - 2).id);
      await mounted.type('ArrowLeft', { shiftKey: true });
      expect(selected(mounted)).to.deep.equal(ids(at, at - 1));
      await mounted.type(' ');
      expect(selected(mounted)).to.deep.equal([first]);
      await mounted.type('a', { ctrlKey: true });
      await expectBar(mounted, '300 selected');
      expect(selected(mounted)).to.have.length(mounted.tiles.length);
      check(mounted, first);
      await mounted.settled();
      await expectBar(mounted, '299 selected');
      await mounted.type('Escape');
      expect(selected(mounted)).to.deep.equal([]);
      await expectBar(mounted, '');
      expect(mounted.focused, 'the focus stays').to.equal(picture(at - 1).id);
    });

    it('a range runs over what was never drawn', async () => {
      const library = make(pictures(2500));
      const mounted = await mountFull(library, { tag, layout });
      await mounted.settled();
      const [first = ''] = mounted.visible;
      check(mounted, first);
      await mounted.type('End', { ctrlKey: true });
      mounted.focus(first);
      await mounted.type('End', { ctrlKey: true, shiftKey: true });
      await expectBar(mounted, '2,500 selected');
      expect(selectionOf(storeOf(library)).views.size).to.equal(2500);
    });

    it('stays through a filter and back, and says what does not show', async () => {
      const { mounted } = await lookedAt(make(mixed(300)), { tag, layout });
      const [a = '', b = '', c = ''] = fromEye(mounted);
      check(mounted, a);
      click(mounted, c, { shiftKey: true });
      await mounted.settled();
      mounted.element.kind = 'video';
      await waitUntil(() => rowCount(mounted) === 100, 'videos');
      await mounted.settled();
      await expectBar(mounted, '3 selected, 2 not shown');
      mounted.element.kind = 'all';
      await waitUntil(() => rowCount(mounted) === 300, 'everything');
      await waitUntil(() => selected(mounted).length === 3, 'they show');
      expect(selected(mounted)).to.deep.equal([a, b, c]);
      await expectBar(mounted, '3 selected');
    });

    it('what is removed leaves it; what comes does not come into everything', async () => {
      const library = make(pictures(300));
      const mounted = await mountFull(library, { tag, layout });
      mounted.focus(mounted.visible[0]!);
      await mounted.type('a', { ctrlKey: true });
      library.remove('i000298');
      library.put(picture(301));
      await waitUntil(() => rowCount(mounted) === 300 && mounted.tile('i000301') !== undefined, 'one came, one left');
      await expectBar(mounted, '299 selected');
      expect(mounted.tile('i000301')?.getAttribute('aria-selected')).to.equal('false');
    });

    it('is put away, and what the backend refuses is selected again', async () => {
      const library = make(pictures(300));
      const door = gate();
      const { mounted } = await lookedAt(library, { tag, layout });
      const [a = '', b = ''] = fromEye(mounted);
      check(mounted, a);
      check(mounted, b);
      await mounted.settled();
      await press(mounted, 'archive');
      await waitUntil(() => rowCount(mounted) === 298, 'they leave');
      expect(mounted.root.querySelector('.batch')).to.equal(null);
      expect(mounted.root.activeElement, 'the focus is among the tiles').not.to.equal(null);
      const said = (): string => mounted.root.querySelector('[part=announcer]')?.textContent ?? '';
      await waitUntil(() => said().includes('Nothing selected'), 'it is said that nothing is selected any more');
      // They leave before the backend is asked.
      await waitUntil(() => library.rows.filter(({ archivedAt }) => archivedAt).length === 2, 'they are away');
      letArchive(library, door.opened);
      const [c = ''] = mounted.visible;
      check(mounted, c);
      await mounted.settled();
      await press(mounted, 'archive');
      door.open();
      await waitUntil(() => selected(mounted).join() === c, 'it is back, and selected');
    });
  });
}

describe('<iteration-grid>: the checkbox on a picture', () => {
  it('is seen on the lightest and on the darkest', async () => {
    const [{ tag, layout, make }] = CASES as [(typeof CASES)[number]];
    const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
    await waitUntil(() => mounted.root.querySelector('.tile-check'), 'checkboxes');
    const { backgroundColor, boxShadow } = getComputedStyle(mounted.root.querySelector('.tile-check')!);
    const alpha = Number(/, ([\d.]+)\)$/.exec(backgroundColor)?.[1]);
    const luminance = (value: number): number => (value <= 0.04 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    // A white ring, around black that lets through what is below: on white that must be dark enough.
    expect([backgroundColor, boxShadow]).to.satisfy(([fill = '', ring = '']: string[]) => {
      return fill.startsWith('rgba(0, 0, 0') && ring.startsWith('rgb(255, 255, 255)');
    });
    expect(1.05 / (luminance(1 - alpha) + 0.05)).to.be.at.least(4.5);
  });
});

describe('<iteration-grid>: what is selected is put away, and taken back', () => {
  it('by Ctrl and Z, and again by Shift, in and out of the archive', async () => {
    const library = CASES[0]!.make(pictures(60));
    const mounted = await mountFull(library);
    const asked: string[] = [];
    mounted.element.addEventListener('imaginations-undo', ({ detail }) => asked.push(detail.way));
    const [a = '', b = '', c = ''] = fromEye(mounted);
    check(mounted, a);
    click(mounted, c, { shiftKey: true });
    await mounted.settled();
    await press(mounted, 'archive');
    await waitUntil(() => library.rows.filter(({ archivedAt }) => archivedAt).length === 3, 'put away');
    mounted.focus(mounted.visible[0]!);
    await mounted.type('z', { ctrlKey: true });
    await waitUntil(() => rowCount(mounted) === 60, 'back');
    expect(library.rows.filter(({ archivedAt }) => archivedAt)).to.have.length(0);
    await mounted.type('Z', { ctrlKey: true, shiftKey: true });
    await waitUntil(() => rowCount(mounted) === 57, 'away again');
    expect(library.rows.filter(({ archivedAt }) => archivedAt).map(({ id }) => id)).to.deep.equal([a, b, c]);
    expect(asked).to.deep.equal(['undo', 'redo']);
  });

  it('also what is still under way', async () => {
    const library = CASES[0]!.make(pictures(60));
    const archive = library.adapter.archive!.bind(library.adapter);
    const door = gate();
    const late: ImaginationsAdapter['archive'] = (...args) => door.opened.then(() => archive(...args));
    Object.assign(library.adapter, { archive: late });
    const mounted = await mountFull(library);
    check(mounted, fromEye(mounted)[0] ?? '');
    await mounted.settled();
    await press(mounted, 'archive');
    await waitUntil(() => rowCount(mounted) === 59, 'put away, as it seems');
    mounted.focus(mounted.visible[0]!);
    await mounted.type('z', { ctrlKey: true });
    door.open();
    await waitUntil(() => rowCount(mounted) === 60, 'back');
    expect(library.rows.filter(({ archivedAt }) => archivedAt)).to.have.length(0);
  });

  it('unless the host says no', async () => {
    const mounted = await mountFull(CASES[0]!.make(pictures(60)));
    mounted.element.addEventListener('iterations-archive', (event) => event.preventDefault(), { once: true });
    const [a = '', b = ''] = fromEye(mounted);
    check(mounted, a);
    check(mounted, b);
    await mounted.settled();
    await press(mounted, 'archive');
    await waitUntil(() => selected(mounted).length === 2, 'still selected');
    expect(rowCount(mounted)).to.equal(60);
  });
});

describe('<iteration-grid>: selection in a picker', () => {
  it('takes no more than it may, has no bar, and is its own', async () => {
    const library = CASES[0]!.make(pictures(60));
    const mounted = await mountFull(library, { set: (element) => Object.assign(element, { selectionMaximum: 2 }) });
    const other = await mountFull(library);
    const told: (readonly string[])[] = [];
    mounted.element.addEventListener('selection-changed', ({ detail }) => told.push(detail.selection.ids));
    const [a = '', b = '', c = ''] = fromEye(mounted);
    for (const id of [a, b, c]) check(mounted, id);
    await mounted.settled();
    expect(selected(mounted)).to.deep.equal([a, b]);
    expect(told.at(-1)).to.deep.equal([a, b]);
    expect(selected(other)).to.deep.equal([]);
    expect(mounted.root.querySelector('.batch')).to.equal(null);
    await mounted.element.select([c]);
    await waitUntil(() => selected(mounted).join() === c, 'chosen by the host');
    expect(mounted.element.selection?.ids).to.deep.equal([c]);
    mounted.element.remove();
    library.remove(c);
    mounted.box.append(mounted.element);
    await waitUntil(() => mounted.tiles.length > 0, 'back');
    await mounted.settled();
  });

  it('of nothing that is there: what is no grid says nothing of it', async () => {
    const rows = pictures(3);
    const library = CASES[0]!.make(rows);
    letArchive(library);
    const mounted = await mountFull(library);
    expect(mounted.canvas.getAttribute('aria-multiselectable')).to.equal('true');
    await storeOf(library).archive('iteration', { ids: rows.map(({ id }) => id) });
    await waitUntil(() => !mounted.canvas.hasAttribute('role'), 'empty');
    await mounted.settled();
    expect(mounted.canvas.hasAttribute('aria-multiselectable')).to.equal(false);
  });

  it('of one, or of none', async () => {
    const mounted = await mountFull(CASES[0]!.make(pictures(60)));
    const [a = '', b = ''] = fromEye(mounted);
    mounted.element.selectionMode = 'single';
    await mounted.settled();
    check(mounted, a);
    check(mounted, b);
    await mounted.settled();
    expect(selected(mounted)).to.deep.equal([b]);
    expect(mounted.canvas.getAttribute('aria-multiselectable')).to.equal('false');
    mounted.element.selectionMode = 'none';
    await waitUntil(() => !mounted.tile(a)?.hasAttribute('aria-selected'), 'nothing can be selected');
    expect(mounted.tile(a)?.querySelector('[data-tile-action=select]')).to.equal(null);
    expect(mounted.canvas.hasAttribute('aria-multiselectable')).to.equal(false);
    mounted.element.setAttribute('selection-mode', 'what');
    await waitUntil(() => mounted.tile(a)?.hasAttribute('aria-selected') === true, 'a word that nobody knows is many');
  });
});

describe('<iteration-grid>: selection by touch', () => {
  const touch = (target: Element, type: string, at: Partial<PointerEventInit> = {}): void =>
    void target.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        composed: true,
        pointerType: 'touch',
        isPrimary: true,
        clientX: 50,
        clientY: 50,
        ...at,
      }),
    );

  /** What a browser tells of a finger that comes down, and is lifted after a while. */
  async function hold(mounted: Mounted, id: string, until: () => boolean): Promise<void> {
    const target = mounted.tile(id)!.querySelector('.tile-cell')!;
    touch(target, 'pointerdown');
    await waitUntil(until, 'the finger has rested');
    target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true }));
    touch(target, 'pointerup');
    target.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, pointerType: 'touch' }));
    await mounted.settled();
  }

  it('a finger that rests begins it, taps go on with it, and open again when nothing is selected', async () => {
    const mounted = await mountFull(CASES[0]!.make(pictures(60)));
    const opened: string[] = [];
    mounted.element.addEventListener('iteration-open', (event) => {
      opened.push(event.detail.iteration.id);
      event.preventDefault();
    });
    const tap = async (id: string): Promise<void> => {
      const target = mounted.tile(id)!;
      touch(target, 'pointerdown');
      touch(target, 'pointerup');
      target.dispatchEvent(new PointerEvent('click', { bubbles: true, composed: true, pointerType: 'touch' }));
      await mounted.settled();
    };
    const [a = '', b = ''] = fromEye(mounted);
    await hold(mounted, a, () => selected(mounted).length === 1);
    expect([selected(mounted), opened]).to.deep.equal([[a], []]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await tap(b);
    expect(selected(mounted)).to.deep.equal([a, b]);
    await tap(a);
    await tap(b);
    expect([selected(mounted), opened]).to.deep.equal([[], []]);
    await tap(a);
    expect(opened).to.deep.equal([a]);
  });

  it('a finger that scrolls, or is lifted, selects nothing', async () => {
    const mounted = await mountFull(CASES[0]!.make(pictures(60)));
    const [a = '', b = '', c = ''] = fromEye(mounted);
    const [first, second, third] = [a, b, c].map((id) => mounted.tile(id)!);
    touch(first!, 'pointerdown');
    touch(first!, 'pointermove', { clientY: 90 });
    touch(second!, 'pointerdown', { isPrimary: false });
    touch(third!, 'pointerdown');
    touch(third!, 'pointercancel');
    await new Promise((resolve) => setTimeout(resolve, 700));
    await mounted.settled();
    expect(selected(mounted)).to.deep.equal([]);
  });
});
