import { expect } from '@open-wc/testing';
import { AdapterError, IndexedLibrary, pictures } from './live-library.js';
import { waitUntil } from '../../support/wait.js';
import { mountFull } from './mounted.js';

/** An index that answers when it is told to. */
function heldBack(library: IndexedLibrary): () => void {
  let answer = (): void => undefined;
  const told = new Promise<void>((resolve) => (answer = resolve));
  library.index.before = () => told;
  return answer;
}

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`${tag}: pages, until the index is there`, () => {
    it('shows the first tiles before the index has answered, and moves nothing when it does', async () => {
      const library = new IndexedLibrary(pictures(3000));
      const answer = heldBack(library);
      const mounted = await mountFull(library, { tag });
      await waitUntil(() => library.index.manifests > 0, 'the index is asked');
      await mounted.scrollTo(700);
      const [first = ''] = mounted.visible;
      mounted.focus(first);
      const [offset, height] = [mounted.offset(first), mounted.scroller.scrollHeight];
      expect(height).to.be.below(60_000);
      answer();
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      await mounted.settled();
      expect(mounted.offset(first)).to.be.closeTo(offset, 1);
      expect(mounted.focused).to.equal(first);
      expect(mounted.root.querySelector('.new'), 'nothing of it is new').to.equal(null);
      expect(library.rowReads, 'rows that are known are not read again').to.equal(0);
    });

    it('reads no pages any more when the index has taken over', async () => {
      const library = new IndexedLibrary(pictures(3000));
      const mounted = await mountFull(library, { tag });
      await waitUntil(() => mounted.scroller.scrollHeight > 60_000, 'all of it');
      const before = library.reads;
      await mounted.scrollTo(mounted.scroller.scrollHeight);
      await waitUntil(() => mounted.root.querySelector('.skeleton') === null, 'the end');
      expect(mounted.ids).to.include(library.rows.at(-1)?.id);
      expect(library.reads).to.equal(before);
    });

    it('goes on by pages where the index cannot be had', async () => {
      const library = new IndexedLibrary(pictures(300));
      library.index.before = () => {
        throw new AdapterError('not-found');
      };
      const mounted = await mountFull(library, { tag });
      await waitUntil(() => library.index.manifests > 0, 'the index is asked');
      const last = library.rows.at(-1)?.id;
      await waitUntil(async () => {
        await mounted.scrollTo(mounted.scroller.scrollHeight);
        return mounted.ids.includes(last);
      }, 'the end');
      expect(mounted.root.querySelector('[part=error]')).to.equal(null);
    });
  });
}
