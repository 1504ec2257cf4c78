import { expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { CASES, lookedAt, storeOf } from './viewport-kept/stage.js';

const selected = ({ tiles }: Mounted): string[] =>
  tiles.filter((tile) => tile.getAttribute('aria-selected') === 'true').map((tile) => tile.dataset['id'] ?? '');

/** A pointer that the browser does not know: what it does is told to what is under it. */
class Pointer {
  readonly #mounted: Mounted;
  readonly #init: PointerEventInit;

  constructor(mounted: Mounted, pointerType: 'mouse' | 'touch') {
    this.#mounted = mounted;
    this.#init = { bubbles: true, composed: true, cancelable: true, isPrimary: true, pointerId: 77, pointerType };
  }

  async tell(type: string, [clientX, clientY]: readonly [number, number], on?: Element): Promise<void> {
    const target = on ?? this.#mounted.scroller;
    const buttons = type === 'pointerup' ? 0 : 1;
    target.dispatchEvent(new PointerEvent(type, { ...this.#init, clientX, clientY, buttons }));
    await this.#mounted.settled();
  }
}

/** Moves there, as often as it takes: the code of the marquee comes with the first pointer. */
const draw = (mounted: Mounted, mouse: Pointer, to: readonly [number, number]): Promise<void> =>
  waitUntil(async () => {
    await mouse.tell('pointermove', to);
    return mounted.root.querySelector('.marquee') !== null;
  }, 'the marquee is drawn');

const centre = (mounted: Mounted, id: string): [number, number] => {
  const { left, top, width, height } = mounted.tile(id)!.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

for (const { tag, layout, name, make } of CASES) {
  describe(`${name}: a marquee`, () => {
    it('selects what it touches, beside what was selected, and opens nothing', async () => {
      const library = make(pictures(300));
      const { mounted } = await lookedAt(library, { tag, layout });
      const mouse = new Pointer(mounted, 'mouse');
      const [a = ''] = mounted.visible;
      const last = mounted.visible.at(-1)!;
      mounted.tile(last)!.querySelector<HTMLElement>('[data-tile-action=select]')!.click();
      const { left, top } = mounted.tile(a)!.getBoundingClientRect();
      await mouse.tell('pointerdown', [left + 3, top + 3], mounted.tile(a));
      await mouse.tell('pointermove', [left + 6, top + 4]);
      expect(selected(mounted), 'it has hardly moved').to.deep.equal([last]);
      const second = mounted.visible[1]!;
      const box = mounted.tile(second)!.getBoundingClientRect();
      await draw(mounted, mouse, [box.left + 30, box.top + 20]);
      expect(mounted.root.querySelector('.marquee')).not.to.equal(null);
      expect(selected(mounted)).to.deep.equal([a, second, last]);
      await mouse.tell('pointermove', [left + 20, top + 12]);
      expect(selected(mounted)).to.deep.equal([a, last]);
      const lifted = mouse.tell('pointerup', [left + 20, top + 20]);
      // As a browser does: at once.
      mounted.tile(a)!.click();
      await lifted;
      expect(storeOf(library).navigation.value.iterationId, 'the click that ends it opens nothing').to.equal(null);
      expect(selected(mounted)).to.deep.equal([a, last]);
      expect(mounted.root.querySelector('.marquee')).to.equal(null);
    });

    it('scrolls at the edge, and takes what it has passed', async () => {
      const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
      const mouse = new Pointer(mounted, 'mouse');
      const { scroller } = mounted;
      const { left, right, top, bottom } = scroller.getBoundingClientRect();
      const [a = ''] = mounted.visible;
      const before = scroller.scrollTop;
      await mouse.tell('pointerdown', [left + 4, top + 4]);
      await draw(mounted, mouse, [right - 40, bottom - 2]);
      await waitUntil(() => scroller.scrollTop > before + 1500, 'it scrolls');
      await mouse.tell('pointermove', [right - 40, (top + bottom) / 2]);
      await mouse.tell('pointerup', [right - 40, (top + bottom) / 2]);
      const chosen = selected(mounted);
      expect(chosen.length).to.be.greaterThan(3);
      scroller.scrollTop = before;
      await waitUntil(() => mounted.tile(a)?.getAttribute('aria-selected') === 'true', 'where it began');
    });

    it('is taken back by Escape', async () => {
      const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
      const mouse = new Pointer(mounted, 'mouse');
      const [a = '', b = ''] = mounted.visible;
      mounted.focus(a);
      mounted.tile(b)!.querySelector<HTMLElement>('[data-tile-action=select]')!.click();
      const [x, y] = centre(mounted, a);
      await mouse.tell('pointerdown', [x, y], mounted.tile(a));
      await draw(mounted, mouse, [x + 400, y + 100]);
      expect(selected(mounted).length).to.be.greaterThan(1);
      await mounted.type('Escape');
      expect(selected(mounted)).to.deep.equal([b]);
      await mouse.tell('pointermove', [x + 300, y + 100]);
      expect(selected(mounted)).to.deep.equal([b]);
    });
  });
}

describe('<iteration-grid>: a finger that has rested', () => {
  it('takes what it passes, in both directions', async () => {
    const mounted = await mountFull(CASES[0]!.make(pictures(60)));
    const finger = new Pointer(mounted, 'touch');
    const ids = mounted.visible;
    const [first, last] = [ids[1]!, ids.at(-1)!];
    await finger.tell('pointerdown', centre(mounted, first), mounted.tile(first));
    await waitUntil(() => selected(mounted).length === 1, 'it has rested');
    await finger.tell('pointermove', centre(mounted, last));
    expect(selected(mounted)).to.deep.equal(ids.slice(1));
    await finger.tell('pointermove', centre(mounted, ids[2]!));
    expect(selected(mounted)).to.deep.equal(ids.slice(1, 3));
    await finger.tell('pointermove', centre(mounted, ids[0]!));
    expect(selected(mounted)).to.deep.equal(ids.slice(0, 2));
    await finger.tell('pointerup', centre(mounted, ids[0]!));
    await nextFrame();
    await finger.tell('pointermove', centre(mounted, last));
    expect(selected(mounted)).to.deep.equal(ids.slice(0, 2));
    expect(picture(59).id).to.equal(ids[0]);
  });
});
