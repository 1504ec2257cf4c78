import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { pictures } from './live-library.js';
import { check, fromEye, selected } from './selecting.js';
import { CASES, lookedAt } from './viewport-kept/stage.js';

for (const { tag, layout, name, make } of CASES) {
  describe(`${name}: keys after a checkbox`, () => {
    it('a press on a checkbox is where keys go on: to the next tile, and as the start of a range', async () => {
      const { mounted } = await lookedAt(make(pictures(300)), { tag, layout });
      const [, a = '', b = '', c = ''] = fromEye(mounted);
      mounted.tile(a)!.querySelector<HTMLElement>('[data-tile-action=select]')!.focus();
      check(mounted, a, { detail: 1 });
      await mounted.settled();
      expect(selected(mounted)).to.deep.equal([a]);
      expect(mounted.root.activeElement === mounted.tile(a), 'the tile has the focus').to.equal(true);
      await mounted.type('ArrowRight', { shiftKey: true });
      expect([selected(mounted), mounted.focused]).to.deep.equal([[a, b], b]);
      await mounted.type('ArrowRight');
      expect(mounted.focused).to.equal(c);
      // Where a key has led to the checkbox, its neighbours are the buttons beside it; all other keys are the tile's.
      const checkbox = (): HTMLElement | null | undefined =>
        mounted.tile(c)?.querySelector('[data-tile-action=select]');
      await waitUntil(() => (checkbox()?.getClientRects().length ?? 0) > 0, 'its buttons are there');
      await mounted.type('F2');
      mounted.element.requestUpdate();
      await mounted.settled();
      const at = mounted.root.activeElement;
      expect(at?.matches('[data-tile-action]') && at.getClientRects().length > 0, 'a button that shows').to.equal(true);
      checkbox()!.focus();
      await mounted.settled();
      await mounted.type('ArrowLeft', { shiftKey: true });
      expect([selected(mounted), mounted.focused]).to.deep.equal([[a, b], b]);
      expect(mounted.root.activeElement === mounted.tile(b), 'the tile has the focus').to.equal(true);
      await mounted.type('Escape');
      expect(selected(mounted)).to.deep.equal([]);
    });
  });
}
