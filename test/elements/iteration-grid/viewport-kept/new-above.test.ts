import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../support/wait.js';
import { IndexedLibrary, picture, pictures } from '../live-library.js';
import { mountFull } from '../mounted.js';
import { CASES, expectKept, rowCount, underTheEye } from './stage.js';

for (const { tag, layout, name, list, make } of CASES) {
  describe(`${name}, when new work comes above`, () => {
    it('says how many have come above, and leads there with the focus', async () => {
      const library = make(pictures(300));
      const mounted = await mountFull(library, { tag, layout });
      expect(mounted.root.querySelector('.new-above')).to.equal(null);
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      library.put(picture(300), picture(301), picture(302));
      await waitUntil(() => mounted.root.querySelector('.new-above')?.textContent.trim() === '3 new', 'the button');
      library.put(picture(303));
      await waitUntil(() => mounted.root.querySelector('.new-above')?.textContent.trim() === '4 new', 'one more');
      expect(Math.abs(mounted.offset(id) - offset)).to.be.at.most(1);
      const button = mounted.root.querySelector<HTMLElement>('.new-above')!;
      button.focus();
      button.click();
      await waitUntil(() => mounted.focused === 'i000303', 'the newest has the focus');
      expect(mounted.root.querySelector('.new-above')).to.equal(null);
      expect(mounted.scroller.scrollTop).to.be.below(60);
    });

    it('forgets it when somebody goes there', async () => {
      const library = make(pictures(300));
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(3000);
      await underTheEye(mounted);
      library.put(picture(300));
      await waitUntil(() => mounted.root.querySelector('.new-above'), 'the button');
      await mounted.scrollTo(0);
      await waitUntil(() => mounted.root.querySelector('.new-above') === null, 'the button goes');
    });

    it('shows it to who stands at the top', async () => {
      const library = make(pictures(100));
      const mounted = await mountFull(library, { tag, layout });
      library.put(picture(100));
      await waitUntil(() => mounted.visible[0] === 'i000100');
      expect(mounted.scroller.scrollTop).to.equal(0);
    });

    if (list !== 'an index') return;

    it('does not take for new what comes far below, where nothing has been read', async () => {
      const library = new IndexedLibrary(pictures(300));
      const mounted = await mountFull(library, { tag, layout });
      await waitUntil(() => mounted.scroller.scrollHeight > 5000, 'all of it');
      await mounted.scrollTo(3000);
      const eye = await underTheEye(mounted);
      expect(mounted.root.querySelector('.new-above')).to.equal(null);
      // Of a time that lies in a segment far below that has not been read.
      library.put(...[1, 2, 3, 4].map((number) => picture(number, { id: `late${number}` })));
      await waitUntil(() => rowCount(mounted) === 304, 'they are counted');
      await expectKept(mounted, eye);
      expect(mounted.root.querySelector('.new-above')).to.equal(null);
      library.put(picture(300), picture(301));
      await waitUntil(() => rowCount(mounted) === 306, 'the new ones are counted');
      await waitUntil(() => mounted.root.querySelector('.new-above')?.textContent.trim() === '2 new', 'the button');
      await expectKept(mounted, eye);
    });
  });
}
