import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../support/wait.js';
import { picture, pictures } from '../live-library.js';
import { mountFull } from '../mounted.js';
import { CASES, expectKept, gate, letArchive, lookedAt, rowCount, storeOf, underTheEye } from './stage.js';

for (const { tag, layout, name, make } of CASES) {
  describe(`${name} keeps what is looked at`, () => {
    it('when others come before it: in the same frame, within 1 px', async () => {
      const library = make(pictures(300));
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      for (let number = 300; number < 312; number++) {
        library.put(picture(number));
        await waitUntil(() => mounted.canvas.getAttribute('aria-rowcount') === String(number + 1));
        await mounted.element.updateComplete;
        expect(Math.abs(mounted.offset(id) - offset), `after ${number}`).to.be.at.most(1);
      }
      expect(mounted.scroller.scrollTop).to.be.above(3000);
    });

    it('when what is above it leaves, and when it leaves itself', async () => {
      const library = make(pictures(300));
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(3000);
      const { id, offset } = await underTheEye(mounted);
      library.remove('i000299', 'i000298', 'i000297', 'i000296');
      await waitUntil(() => mounted.canvas.getAttribute('aria-rowcount') === '296');
      await mounted.element.updateComplete;
      expect(Math.abs(mounted.offset(id) - offset)).to.be.at.most(1);
      const [, second = ''] = mounted.visible;
      const before = mounted.offset(second);
      library.remove(id);
      await waitUntil(() => mounted.tile(id) === undefined);
      expect(Math.abs(mounted.offset(second) - before)).to.be.at.most(1);
    });

    it('when a picture above it turns out to have another shape', async () => {
      const library = make(pictures(100));
      const mounted = await mountFull(library, { tag, layout });
      const running = picture(101, { status: 'running', progress: { value: 0.5 } });
      const { media } = running;
      delete (running as { media?: unknown }).media;
      library.put(running);
      await waitUntil(() => mounted.tile('i000101') !== undefined);
      await mounted.scrollTo(2000);
      const { id, offset } = await underTheEye(mounted);
      const height = mounted.scroller.scrollHeight;
      library.patch('i000101', {
        status: 'succeeded',
        ...(media && { media: { ...media, width: 3400, height: 1000 } }),
      });
      // In boxes of one size it moves nothing.
      if (layout) await waitUntil(() => storeOf(library).iteration('i000101')?.status === 'succeeded');
      else await waitUntil(() => mounted.scroller.scrollHeight !== height);
      await mounted.settled();
      expect(Math.abs(mounted.offset(id) - offset)).to.be.at.most(1);
    });

    it('when something gets a star, in the same node', async () => {
      const library = make(pictures(300));
      const { mounted, eye } = await lookedAt(library, { tag, layout });
      const node = mounted.tile(eye.id);
      for (const id of [eye.id, mounted.visible.at(-1)!, 'i000290', 'i000010']) {
        library.patch(id, { starred: true });
        await waitUntil(() => storeOf(library).iteration(id)?.starred || !mounted.tile(id), 'the star');
        await expectKept(mounted, eye, `with a star on ${id}`);
      }
      expect(mounted.tile(eye.id) === node).to.equal(true);
    });

    it('when something above is archived, and brought back', async () => {
      const library = make(pictures(300));
      const store = storeOf(library);
      const { mounted, eye } = await lookedAt(library, { tag, layout });
      mounted.focus(eye.id);
      const above = library.rows.slice(2, 9).map(({ id }) => id);
      const { undo } = await store.archive('iteration', above);
      await waitUntil(() => rowCount(mounted) === 293, 'they leave');
      await expectKept(mounted, eye, 'archived');
      await undo?.();
      await waitUntil(() => rowCount(mounted) === 300, 'they are back');
      await expectKept(mounted, eye, 'brought back');
      expect([mounted.focused, mounted.stops]).to.deep.equal([eye.id, [eye.id]]);
    });

    it('when it is archived itself: what is beside it stays; brought back, it is where it was', async () => {
      const library = make(pictures(300));
      const store = storeOf(library);
      const { mounted, eye } = await lookedAt(library, { tag, layout });
      mounted.focus(eye.id);
      const next = library.rows[library.rows.findIndex(({ id }) => id === eye.id) + 1]!.id;
      const offset = mounted.offset(next);
      const { undo } = await store.archive('iteration', [eye.id]);
      await waitUntil(() => mounted.tile(eye.id) === undefined, 'it leaves');
      await expectKept(mounted, { id: next, offset }, 'beside it');
      expect(mounted.focused).to.equal(next);
      await undo?.();
      await expectKept(mounted, eye, 'brought back');
      expect(mounted.focused, 'the focus stays with who has it').to.equal(next);
    });

    it('when an archive is refused, while it is under way and after', async () => {
      const library = make(pictures(300));
      const door = gate();
      letArchive(library, door.opened);
      const { mounted, eye } = await lookedAt(library, { tag, layout });
      const ids = library.rows.slice(0, 5).map(({ id }) => id);
      const archiving = storeOf(library).archive('iteration', [...ids, eye.id]);
      await waitUntil(() => rowCount(mounted) === 294, 'they leave');
      const second = mounted.visible.find((id) => id !== eye.id)!;
      const beside = { id: second, offset: mounted.offset(second) };
      await mounted.settled();
      await expectKept(mounted, beside, 'under way');
      door.open();
      expect((await archiving).failed).to.have.length(6);
      await waitUntil(() => rowCount(mounted) === 300, 'they are back');
      await expectKept(mounted, eye, 'refused');
    });

    it('when all of that happens at once, and somebody has scrolled between', async () => {
      const library = make(pictures(300));
      const store = storeOf(library);
      const mounted = await mountFull(library, { tag, layout });
      await mounted.scrollTo(3000);
      const first = library.rows.slice(20, 40).map(({ id }) => id);
      const { undo } = await store.archive('iteration', first);
      await waitUntil(() => rowCount(mounted) === 280, 'they leave');
      await mounted.scrollTo(mounted.scroller.scrollTop + 700);
      const eye = await underTheEye(mounted);
      library.put(picture(300), picture(301));
      library.remove('i000299', 'i000295');
      library.patch('i000290', { starred: true });
      await undo?.();
      await waitUntil(() => rowCount(mounted) === 300, 'all of it');
      await expectKept(mounted, eye);
    });
  });
}
