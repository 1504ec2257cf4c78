import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import { waitUntil } from '../../../support/wait.js';
import { open, rowAt, SHAPES, signal, SIZE, type Library, type Shape } from '../million.js';

/** What a notch of a wheel is, in px. */
const NOTCH = 120;
/** Long enough for the scroller to be put elsewhere several times. */
const NOTCHES = 24;

/** Turns a real wheel over the list; where the browser's driver has none, does what a wheel does. */
async function turn({ scroller }: Library, by: number): Promise<void> {
  if (await executeServerCommand<boolean, { readonly deltaY: number }>('send-wheel', { deltaY: by })) return;
  scroller.scrollBy(0, by);
}

/** The tile under the middle of the list, its id, its place in the list and in the viewport. */
interface Seen {
  readonly id: string;
  readonly index: number;
  readonly top: number;
}

const tileOf = ({ scroller }: Library, id: string): HTMLElement | null =>
  scroller.querySelector<HTMLElement>(`.tile[data-id="${id}"]`);

const topOf = (library: Library, id: string): number =>
  (tileOf(library, id)?.getBoundingClientRect().top ?? Number.NaN) - library.scroller.getBoundingClientRect().top;

async function look(library: Library): Promise<Seen> {
  await waitUntil(() => library.at(0.4) !== undefined, 'a tile');
  await library.element.updateComplete;
  const id = library.at(0.4) ?? '';
  return { id, index: Number(tileOf(library, id)?.getAttribute('aria-rowindex')) - 1, top: topOf(library, id) };
}

/** Nothing moves any more, and the thumb has been put where it belongs. */
async function rest(library: Library, id: string): Promise<void> {
  let [top, thumb] = [Number.NaN, Number.NaN];
  for (let still = 0; still < 14; still++) {
    if (topOf(library, id) !== top || library.scroller.scrollTop !== thumb) still = 0;
    [top, thumb] = [topOf(library, id), library.scroller.scrollTop];
    await nextFrame();
  }
}

/** Where the adapter says that a row is. */
async function placeOf({ adapter }: Library, id: string): Promise<number> {
  const { items, offset = Number.NaN } = await adapter.listIterations({ around: id, limit: 1 }, { signal });
  return items[0]?.id === id ? offset : Number.NaN;
}

/** A file for each shape: in some browsers one takes minutes. */
export function scrollsByWheel(name: keyof typeof SHAPES): void {
  const shape: Shape = SHAPES[name];
  describe(`${name}: a million iterations by the wheel`, function () {
    this.timeout(120_000);

    async function begin(share: number): Promise<Library> {
      const library = await open(shape);
      const { scroller } = library;
      const { left, top, width, height } = scroller.getBoundingClientRect();
      await sendMouse({
        type: 'move',
        position: [left + width / 2, top + height / 2].map(Math.round) as [number, number],
      });
      scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * share;
      await nextFrame();
      const { id } = await look(library);
      await rest(library, id);
      return library;
    }

    /** Each notch moves what is seen by as much, and what is seen is what the adapter has there. */
    async function wheel(library: Library, by: number, notches: number): Promise<number> {
      const { scroller } = library;
      let anchored = 0;
      let before = await look(library);
      for (let notch = 0; notch < notches; notch++) {
        const where = `notch ${notch}, ${before.id}`;
        const [seen, thumb] = [before, scroller.scrollTop];
        await turn(library, by);
        await waitUntil(() => Math.abs(topOf(library, seen.id) - (seen.top - by)) <= 1, `moved by ${by} px, ${where}`);
        await rest(library, seen.id);
        expect(topOf(library, seen.id), `stays there, ${where}`).to.be.closeTo(seen.top - by, 1);
        if (Math.abs(scroller.scrollTop - thumb - by) > 2) anchored++;
        before = await look(library);
        if (by > 0) expect(before.index, where).to.be.at.least(seen.index);
        else expect(before.index, where).to.be.at.most(seen.index);
        expect(await placeOf(library, before.id), `what the adapter has there, ${where}`).to.equal(before.index);
      }
      return anchored;
    }

    it('scrolls from the first to the px, down and up again', async () => {
      const library = await begin(0);
      expect(library.at(0.1)).to.equal((await rowAt(library.adapter, 0))?.id);
      await wheel(library, NOTCH, 7);
      await wheel(library, -NOTCH, 6);
      await turn(library, -NOTCH * 2);
      await waitUntil(() => library.scroller.scrollTop === 0, 'the start');
      expect(library.at(0.1)).to.equal((await rowAt(library.adapter, 0))?.id);
    });

    it('scrolls in the middle to the px, while the scroller is put elsewhere beneath', async () => {
      const library = await begin(0.5);
      expect((await look(library)).index / SIZE).to.be.closeTo(0.5, 0.03);
      expect(await wheel(library, NOTCH, NOTCHES), 'times that it was put elsewhere').to.be.above(2);
      expect(await wheel(library, -NOTCH, NOTCHES)).to.be.above(2);
    });

    it('scrolls to the last, and no farther', async () => {
      const library = await begin(1);
      const { adapter, scroller } = library;
      const last = (await rowAt(adapter, SIZE - 1))?.id ?? '';
      await waitUntil(() => tileOf(library, last) !== null, 'the last');
      await wheel(library, -NOTCH, 7);
      await wheel(library, NOTCH, 6);
      await turn(library, NOTCH * 3);
      const below = (): number =>
        scroller.getBoundingClientRect().bottom - (tileOf(library, last)?.getBoundingClientRect().bottom ?? Number.NaN);
      await waitUntil(() => below() >= 0 && below() < 30, 'the last shows whole');
      await rest(library, last);
      expect(below()).to.be.within(0, 30);
    });
  });
}
