import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { waitUntil } from '../../../support/wait.js';
import { picture, pictures } from '../live-library.js';
import { mountFull } from '../mounted.js';
import { FLUID_CASES, allRead, expectKept, rowCount, shift, underTheEye } from './stage.js';

for (const { tag, layout, name, make } of FLUID_CASES) {
  describe(`${name} keeps what is looked at`, () => {
    // An element is no higher than the window.
    before(() => setViewport({ width: 1000, height: 900 }));
    after(() => setViewport({ width: 800, height: 600 }));

    it('when the element gets another width', async () => {
      const mounted = await mountFull(make(pictures(300)), { tag, layout });
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      for (const width of [500, 1100, 380, 800]) {
        const before = mounted.canvas.style.blockSize;
        mounted.box.style.width = `${width}px`;
        await waitUntil(() => mounted.canvas.style.blockSize !== before);
        await mounted.settled();
        expect(Math.abs(mounted.offset(id) - offset), `${width} px`).to.be.at.most(1);
      }
    });

    it('when the device is turned, there and back, with the focus', async () => {
      const mounted = await mountFull(make(pictures(300)), { tag, layout, width: 390, height: 844 });
      await mounted.scrollTo(5000);
      const eye = await underTheEye(mounted);
      mounted.focus(eye.id);
      const node = mounted.root.activeElement;
      for (const [width, height] of [
        [844, 390],
        [390, 844],
        [844, 390],
        [390, 844],
      ]) {
        const before = mounted.canvas.style.blockSize;
        mounted.box.style.width = `${width}px`;
        mounted.box.style.height = `${height}px`;
        await waitUntil(() => mounted.canvas.style.blockSize !== before, 'it is laid out anew');
        await expectKept(mounted, eye, `at ${width} x ${height}`);
        expect([mounted.root.activeElement === node, mounted.stops]).to.deep.equal([true, [eye.id]]);
      }
    });

    it('when the device is turned: what has the focus low in the viewport can still be seen', async () => {
      const mounted = await mountFull(make(pictures(300)), { tag, layout, width: 390, height: 844 });
      await mounted.scrollTo(5000);
      await allRead(mounted);
      const low = mounted.visible.at(-1)!;
      mounted.focus(low);
      expect(mounted.offset(low)).to.be.above(400);
      const before = mounted.canvas.style.blockSize;
      mounted.box.style.width = '844px';
      mounted.box.style.height = '390px';
      await waitUntil(() => mounted.canvas.style.blockSize !== before, 'it is laid out anew');
      await mounted.settled();
      const { height } = mounted.tile(low)!.getBoundingClientRect();
      expect(mounted.offset(low) + height / 2, 'the middle of it').to.be.within(0, mounted.scroller.clientHeight);
      expect(mounted.focused).to.equal(low);
    });

    it('when tiles get another size, by property and by style', async () => {
      const mounted = await mountFull(make(pictures(300)), { tag, layout });
      await mounted.scrollTo(3000);
      const eye = await underTheEye(mounted);
      for (const size of [120, 64, 260, 180]) {
        const before = mounted.canvas.style.blockSize;
        mounted.element.tileSize = size;
        await waitUntil(() => mounted.canvas.style.blockSize !== before, `tiles of ${size} px`);
        await expectKept(mounted, eye, `at ${size} px`);
      }
      mounted.element.tileSize = undefined;
      for (const size of [100, 250]) {
        const before = mounted.canvas.style.blockSize;
        mounted.element.style.setProperty('--imagination-tile-size', `${size}px`);
        mounted.element.requestUpdate();
        await waitUntil(() => mounted.canvas.style.blockSize !== before, `a style of ${size} px`);
        await expectKept(mounted, eye, `with a style of ${size} px`);
      }
    });

    for (const [what, hide, show] of [
      ['not shown', (box) => (box.style.display = 'none'), (box) => (box.style.display = '')],
      ['without width', (box) => (box.style.width = '0'), (box) => (box.style.width = '800px')],
      ['without height', (box) => (box.style.height = '0'), (box) => (box.style.height = '600px')],
      ['10 px wide', (box) => (box.style.width = '10px'), (box) => (box.style.width = '800px')],
      ['8,000 px wide', (box) => (box.style.width = '8000px'), (box) => (box.style.width = '800px')],
    ] as readonly (readonly [string, (box: HTMLElement) => unknown, (box: HTMLElement) => unknown])[]) {
      it(`when it is ${what} for a while, and more comes meanwhile`, async () => {
        const library = make(pictures(300));
        const mounted = await mountFull(library, { tag, layout });
        await mounted.scrollTo(3000);
        await allRead(mounted);
        // Not far enough to be drawn anew.
        await mounted.scrollTo(3100);
        const eye = await underTheEye(mounted);
        hide(mounted.box);
        for (let frame = 0; frame < 4; frame++) await mounted.settled();
        library.put(picture(300), picture(301), picture(302));
        await waitUntil(() => rowCount(mounted) === 303, 'more comes');
        for (let frame = 0; frame < 4; frame++) await mounted.settled();
        show(mounted.box);
        await waitUntil(() => shift(mounted, eye) <= 1, `${eye.id} is where it was`);
        await expectKept(mounted, eye);
      });
    }

    it('when it is moved to another place of the page', async () => {
      const mounted = await mountFull(make(pictures(300)), { tag, layout });
      await mounted.scrollTo(3000);
      const eye = await underTheEye(mounted);
      const other = mounted.box.cloneNode() as HTMLElement;
      mounted.box.after(other);
      other.append(mounted.element);
      await waitUntil(() => shift(mounted, eye) <= 1, `${eye.id} is where it was`);
      other.remove();
    });
  });
}
