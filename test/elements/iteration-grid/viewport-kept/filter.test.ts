import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../support/wait.js';
import { picture } from '../live-library.js';
import { mountFull, type Mounted } from '../mounted.js';
import { allRead, CASES, expectKept, mixed, rowCount, storeOf, underTheEye } from './stage.js';

/** Waits until a list of so many is shown, all of it that shows. */
async function shows(mounted: Mounted, count: number): Promise<void> {
  await waitUntil(() => rowCount(mounted) === count, `${count} are shown`);
  await allRead(mounted);
}

for (const { tag, layout, name, make } of CASES) {
  describe(`${name} keeps what was looked at`, () => {
    it('when it is filtered and the filter taken back, for each filter', async () => {
      const library = make(mixed(600));
      const store = storeOf(library);
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(6000);
      const all = await underTheEye(mounted);
      store.navigate({ kind: 'video' });
      await shows(mounted, 200);
      expect(mounted.scroller.scrollTop, 'another list begins at its start').to.equal(0);
      await mounted.scrollTo(2500);
      const videos = await underTheEye(mounted);
      store.navigate({ kind: 'all' });
      await shows(mounted, 600);
      await expectKept(mounted, all, 'of all');
      store.navigate({ kind: 'image' });
      await shows(mounted, 400);
      expect(mounted.scroller.scrollTop).to.equal(0);
      store.navigate({ kind: 'video' });
      await shows(mounted, 200);
      await expectKept(mounted, videos, 'of the videos');
      store.navigate({ kind: 'all' });
      await shows(mounted, 600);
      await expectKept(mounted, all, 'of all again');
    });

    it('when more has come, and some has left, while the filter was on', async () => {
      const library = make(mixed(600));
      const store = storeOf(library);
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(6000);
      const eye = await underTheEye(mounted);
      store.navigate({ kind: 'video' });
      await shows(mounted, 200);
      library.put(...[600, 601, 602].map((number) => picture(number)));
      library.remove('i000598', 'i000597', 'i000596', 'i000595');
      await waitUntil(() => store.iteration('i000598') === undefined, 'it has been heard');
      store.navigate({ kind: 'all' });
      await shows(mounted, 599);
      await expectKept(mounted, eye);
    });

    it('when what was looked at has left while the filter was on: what was beside it is where it was', async () => {
      const library = make(mixed(600));
      const store = storeOf(library);
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(6000);
      const { id } = await underTheEye(mounted);
      const next = mounted.visible.find((one) => one !== id)!;
      const eye = { id: next, offset: mounted.offset(next) };
      store.navigate({ kind: 'video' });
      await shows(mounted, 200);
      library.remove(id);
      await waitUntil(() => store.iteration(id) === undefined, 'it has been heard');
      store.navigate({ kind: 'all' });
      await waitUntil(() => rowCount(mounted) === 599);
      await expectKept(mounted, eye);
    });

    it('when it shows what is archived, and back, in another width, with the tab stop', async () => {
      const library = make(mixed(600));
      library.patch('i000599', { archivedAt: '2026-12-01T00:00:00.000Z' });
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(6000);
      const eye = await underTheEye(mounted);
      mounted.focus(eye.id);
      mounted.element.archived = true;
      await shows(mounted, 1);
      mounted.box.style.width = '500px';
      await mounted.settled();
      mounted.element.archived = false;
      await shows(mounted, 599);
      await expectKept(mounted, eye);
      expect(mounted.stops).to.deep.equal([eye.id]);
    });

    it('and stays at the start where it was there', async () => {
      const library = make(mixed(600));
      const store = storeOf(library);
      const mounted = await mountFull(library, { tag, layout });
      store.navigate({ kind: 'video' });
      await shows(mounted, 200);
      await mounted.scrollTo(1000);
      library.put(picture(600));
      await waitUntil(() => store.iteration('i000600') !== undefined, 'it has been heard');
      store.navigate({ kind: 'all' });
      await shows(mounted, 601);
      expect([mounted.scroller.scrollTop, mounted.visible[0]]).to.deep.equal([0, 'i000600']);
    });
  });
}
