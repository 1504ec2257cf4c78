import { expect } from '@open-wc/testing';
import '../../../../src/define/iteration-lightbox.js';
import type { IterationLightbox } from '../../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import type { ImaginationsStore } from '../../../../src/store/index.js';
import { waitUntil } from '../../../support/wait.js';
import { picture, type LiveLibrary } from '../live-library.js';
import { mountFull, type Mounted } from '../mounted.js';
import { CASES, expectKept, rowCount, storeOf, underTheEye, type Case, type UnderTheEye } from './stage.js';
import type { Iteration } from '../../../../src/model/index.js';

/** Sessions of 160: some of one lies far from what shows. */
const inSessions = (count: number): Iteration[] =>
  Array.from({ length: count }, (_, number) => picture(number, { sessionId: `s${Math.floor(number / 160)}` }));

interface Viewed {
  readonly library: LiveLibrary;
  readonly store: ImaginationsStore;
  readonly mounted: Mounted;
  readonly dialog: () => HTMLDialogElement | null;
  readonly eye: UnderTheEye;
}

/** Scrolls, and opens what is under the eye by a click. */
async function open({ tag, layout, make }: Case): Promise<Viewed> {
  const library = make(inSessions(480));
  const store = storeOf(library);
  const mounted = await mountFull(library, { tag, layout, set: (element) => (element.tileSize = 120) });
  const lightbox: IterationLightbox = document.createElement('iteration-lightbox');
  lightbox.store = store;
  mounted.box.append(lightbox);
  await mounted.scrollTo(1500);
  const eye = await underTheEye(mounted);
  mounted.focus(eye.id);
  mounted.press('Enter');
  const dialog = (): HTMLDialogElement | null => lightbox.shadowRoot?.querySelector('dialog') ?? null;
  await waitUntil(() => dialog()?.open, 'the lightbox opens');
  await waitUntil(() => lightbox.shadowRoot?.querySelector('.place')?.textContent.trim(), 'and knows its place');
  return { library, store, mounted, dialog, eye };
}

async function close({ store, dialog, mounted }: Viewed): Promise<void> {
  store.navigate({ iterationId: null });
  await waitUntil(() => !dialog()?.open, 'the lightbox closes');
  await mounted.settled();
}

for (const one of CASES) {
  describe(`${one.name} keeps what is looked at behind the lightbox`, () => {
    it('when that is closed again, whatever has come and gone meanwhile', async () => {
      const viewed = await open(one);
      const { library, mounted, eye } = viewed;
      await expectKept(mounted, eye, 'opened');
      library.put(picture(480), picture(481));
      library.remove('i000470', 'i000469', 'i000468');
      await waitUntil(() => rowCount(mounted) === 479, 'it has been heard');
      await expectKept(mounted, eye, 'behind it');
      await close(viewed);
      await expectKept(mounted, eye, 'closed');
      await waitUntil(() => mounted.focused === eye.id, 'the focus is back');
    });

    it('when others were paged to that show anyway', async () => {
      const viewed = await open(one);
      const { mounted, eye, store, library } = viewed;
      const seen = mounted.visible[Math.floor(mounted.visible.length / 2)]!;
      expect(store.iteration(seen)?.sessionId).to.equal(store.iteration(eye.id)?.sessionId);
      store.navigate({ iterationId: seen });
      await mounted.settled();
      library.put(picture(480));
      await waitUntil(() => rowCount(mounted) === 481, 'it has been heard');
      await close(viewed);
      await expectKept(mounted, eye);
      await waitUntil(() => mounted.focused === seen, 'the focus is on what was shown last');
    });

    it('shows what was paged to far away, and stays there', async () => {
      const viewed = await open(one);
      const { mounted, eye, store, library } = viewed;
      const session = store.iteration(eye.id)?.sessionId;
      const far = library.rows.filter(({ sessionId }) => sessionId === session).at(-1)!.id;
      expect(mounted.visible).not.to.include(far);
      store.navigate({ iterationId: far });
      await mounted.settled();
      await expectKept(mounted, eye, 'for as long as the lightbox is open');
      await close(viewed);
      await waitUntil(() => mounted.focused === far, 'the focus is on what was shown last');
      expect(mounted.visible).to.include(far);
      const there = { id: far, offset: mounted.offset(far) };
      library.put(picture(480), picture(481));
      await waitUntil(() => rowCount(mounted) === 482, 'it has been heard');
      await expectKept(mounted, there, 'when more comes');
    });

    it('when what it shows is archived: the neighbour is shown, and has the focus then', async () => {
      const viewed = await open(one);
      const { mounted, eye, store } = viewed;
      const beside = mounted.visible.filter((id) => id !== eye.id);
      const kept = { id: beside[1]!, offset: mounted.offset(beside[1]!) };
      await store.archive('iteration', [eye.id]);
      await waitUntil(() => !mounted.visible.includes(eye.id), 'it leaves');
      await waitUntil(() => store.navigation.value.iterationId !== eye.id, 'another is shown');
      const now = store.navigation.value.iterationId;
      await close(viewed);
      expect(mounted.visible).to.include(kept.id);
      await waitUntil(() => mounted.focused === now, 'the focus is on what was shown last');
      expect(mounted.visible).to.include(now);
    });

    it('when what it shows is archived, far away, and nothing else is shown: it is where it was', async () => {
      const viewed = await open(one);
      const { mounted, eye, store, library, dialog } = viewed;
      const session = store.iteration(eye.id)?.sessionId;
      const far = library.rows.filter(({ sessionId }) => sessionId === session).at(-1)!.id;
      store.navigate({ iterationId: far });
      await mounted.settled();
      const closing = close(viewed);
      void store.archive('iteration', [far]);
      await closing;
      expect(dialog()?.open).to.equal(false);
      await expectKept(mounted, eye);
      await waitUntil(() => mounted.focused === eye.id, 'the focus is on what was opened');
    });
  });
}
