import { expect } from '@open-wc/testing';
import '../../../../src/define/iteration-lightbox.js';
import '../../../../src/define/iteration-timeline.js';
import { waitUntil } from '../../../support/wait.js';
import { picture } from '../live-library.js';
import { mountFull, type Mounted } from '../mounted.js';
import { allRead, CASES, expectKept, mixed, rowCount, storeOf, underTheEye, type Case } from './stage.js';

const TIMELINES = CASES.filter(({ tag }) => tag === 'iteration-timeline');

interface Heading {
  /** What it says, without the number. */
  readonly name: string;
  readonly offset: number;
}

const buttons = ({ root }: Mounted): HTMLButtonElement[] => [...root.querySelectorAll<HTMLButtonElement>('.fold')];

const nameOf = (button: Element): string => button.querySelector('.name')?.textContent ?? '';

const buttonOf = (mounted: Mounted, name: string): HTMLButtonElement | undefined =>
  buttons(mounted).find((button) => nameOf(button) === name);

const offsetOf = ({ scroller }: Mounted, button: Element): number =>
  button.closest('.heading')!.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

/** The headings that show, from the first: that which sticks. */
function shown(mounted: Mounted): (Heading & { readonly button: HTMLButtonElement })[] {
  return buttons(mounted)
    .map((button) => ({ button, name: nameOf(button), offset: offsetOf(mounted, button) }))
    .filter(({ offset }) => offset >= 0 && offset < mounted.scroller.clientHeight - 44)
    .sort((a, b) => a.offset - b.offset);
}

async function expectHeadingKept(mounted: Mounted, { name, offset }: Heading, when = ''): Promise<void> {
  await mounted.settled();
  const button = buttonOf(mounted, name);
  expect(button, `${name} is drawn ${when}`).to.not.equal(undefined);
  expect(offsetOf(mounted, button!), `where ${name} is ${when}`).to.be.closeTo(offset, 1);
}

/** A timeline that shows something in its middle, and the heading that sticks there. */
async function lookedAt({ make, tag }: Case, top = 3000): Promise<Mounted> {
  const mounted = await mountFull(make(mixed(600)), { tag });
  await mounted.scrollTo(top);
  await allRead(mounted);
  return mounted;
}

const isFolded = (button: Element | undefined): boolean => button?.getAttribute('aria-expanded') === 'false';

for (const one of TIMELINES) {
  describe(`${one.name} keeps what is looked at when sections are folded`, () => {
    it('that which sticks: its heading stays where it is drawn, and so when it is unfolded', async () => {
      const mounted = await lookedAt(one);
      const [stuck] = shown(mounted) as [Heading & { readonly button: HTMLButtonElement }];
      expect(stuck.offset).to.be.closeTo(0, 1);
      stuck.button.click();
      await expectHeadingKept(mounted, stuck, 'folded');
      expect(isFolded(buttonOf(mounted, stuck.name))).to.equal(true);
      buttonOf(mounted, stuck.name)?.click();
      await expectHeadingKept(mounted, stuck, 'unfolded');
    });

    it('that which begins in the middle: everything above stays, too', async () => {
      const mounted = await lookedAt(one);
      const below = shown(mounted).find(({ offset }) => offset > 60)!;
      const eye = await underTheEye(mounted);
      below.button.click();
      await expectHeadingKept(mounted, below, 'folded');
      await expectKept(mounted, eye, 'folded');
      await allRead(mounted);
      await expectHeadingKept(mounted, below, 'when what follows has been read');
      buttonOf(mounted, below.name)?.click();
      await expectHeadingKept(mounted, below, 'unfolded');
      await expectKept(mounted, eye, 'unfolded');
    });

    it('takes no more room than its heading, and draws and counts on', async () => {
      const library = one.make(mixed(600));
      const mounted = await mountFull(library, one);
      const [first, second] = shown(mounted).map(({ button }) => button);
      const name = nameOf(first!);
      first?.click();
      await mounted.settled();
      expect(buttonOf(mounted, name)?.closest('.section')?.querySelectorAll('.tile, .skeleton')).to.have.length(0);
      const next = buttons(mounted)[1]!;
      expect(second === undefined || nameOf(next) === nameOf(second)).to.equal(true);
      expect(offsetOf(mounted, next)).to.be.closeTo(44, 1);
      const count = (): number => Number(buttonOf(mounted, name)?.querySelector('.count')?.textContent);
      const before = count();
      const eye = await underTheEye(mounted);
      const newest = Date.parse(library.rows[0]!.createdAt);
      library.put(picture(600, { createdAt: new Date(newest + 1000).toISOString() }));
      await waitUntil(() => rowCount(mounted) === 601, 'one more');
      await waitUntil(() => count() === before + 1, 'is counted');
      await mounted.settled();
      expect(isFolded(buttonOf(mounted, name)), 'and unfolds nothing').to.equal(true);
      await expectKept(mounted, eye);
    });

    it('when something comes and goes in one that is folded above', async () => {
      const library = one.make(mixed(600));
      const mounted = await mountFull(library, one);
      await mounted.scrollTo(1500);
      await allRead(mounted);
      const [stuck] = shown(mounted);
      stuck?.button.click();
      await mounted.settled();
      await mounted.scrollTo(mounted.scroller.scrollTop + 700);
      const eye = await underTheEye(mounted);
      const gone = library.rows.slice(20, 30).map(({ id }) => id);
      library.remove(...gone);
      await waitUntil(() => rowCount(mounted) === 590, 'ten less');
      await expectKept(mounted, eye, 'less');
      library.put(picture(601), picture(602));
      await waitUntil(() => rowCount(mounted) === 592, 'two more');
      await expectKept(mounted, eye, 'more');
    });

    it('when all that shows is folded, and more comes above', async () => {
      const library = one.make(mixed(600));
      const mounted = await mountFull(library, one);
      mounted.box.querySelector('iteration-timeline')?.collapseAll();
      await mounted.settled();
      await waitUntil(() => mounted.canvas.querySelectorAll('.tile, .skeleton').length === 0, 'all is folded');
      await mounted.scrollTo(80);
      await mounted.settled();
      const [, second] = shown(mounted);
      // A day of its own.
      library.put(picture(760));
      await waitUntil(() => rowCount(mounted) === 601, 'one more');
      await expectHeadingKept(mounted, second!);
    });

    it('when all are folded and unfolded', async () => {
      const mounted = await lookedAt(one);
      const timeline = mounted.box.querySelector('iteration-timeline')!;
      const [stuck] = shown(mounted);
      timeline.collapseAll();
      await expectHeadingKept(mounted, stuck!, 'folded');
      await waitUntil(() => mounted.canvas.querySelectorAll('.tile, .skeleton').length === 0, 'all is folded');
      await expectHeadingKept(mounted, stuck!, 'when everything has been read');
      timeline.expandAll();
      await expectHeadingKept(mounted, stuck!, 'unfolded');
      await allRead(mounted);
      await expectHeadingKept(mounted, stuck!, 'and read');
    });

    it('through other widths and heights', async () => {
      const mounted = await lookedAt(one);
      const [stuck] = shown(mounted);
      stuck?.button.click();
      await mounted.settled();
      for (const [width, height] of [
        [500, 600],
        [1100, 400],
        [800, 600],
      ]) {
        const eye = await underTheEye(mounted);
        mounted.box.style.width = `${width}px`;
        mounted.box.style.height = `${height}px`;
        await waitUntil(() => mounted.element.clientWidth === width, 'its size');
        await mounted.settled();
        await mounted.settled();
        await expectKept(mounted, eye, `at ${width} x ${height}`);
        expect(isFolded(buttonOf(mounted, stuck!.name))).to.equal(true);
      }
    });

    it('gives the focus of a tile that is folded away to the heading, and never to the page', async () => {
      const mounted = await lookedAt(one);
      const [stuck] = shown(mounted);
      const inside = [...stuck!.button.closest('.section')!.querySelectorAll<HTMLElement>('.tile')].find((tile) =>
        mounted.visible.includes(tile.dataset['id'] ?? ''),
      )!;
      mounted.focus(inside.dataset['id'] ?? '');
      stuck?.button.click();
      await mounted.settled();
      expect(mounted.root.activeElement).to.equal(buttonOf(mounted, stuck!.name));
      await mounted.scrollTo(mounted.scroller.scrollTop + 2000);
      await mounted.settled();
      expect(mounted.root.activeElement && nameOf(mounted.root.activeElement), 'far away, too').to.equal(stuck?.name);
    });

    it('unfolds what the lightbox showed last, and gives it the focus', async () => {
      const library = one.make(mixed(600).map((row) => ({ ...row, sessionId: 's' })));
      const store = storeOf(library);
      const mounted = await mountFull(library, { tag: one.tag, set: (element) => (element.tileSize = 120) });
      const lightbox = document.createElement('iteration-lightbox');
      lightbox.store = store;
      mounted.box.append(lightbox);
      const last = shown(mounted).at(-1)!;
      last.button.click();
      await mounted.settled();
      const folded = library.rows.find(({ id }) => !mounted.tile(id))!.id;
      const [eye = ''] = mounted.visible;
      mounted.focus(eye);
      mounted.press('Enter');
      await waitUntil(() => lightbox.shadowRoot?.querySelector('dialog')?.open, 'the lightbox opens');
      store.navigate({ iterationId: folded });
      await mounted.settled();
      store.navigate({ iterationId: null });
      await waitUntil(() => mounted.focused === folded, 'the focus is on what was shown last');
      expect(isFolded(buttonOf(mounted, last.name))).to.equal(false);
      expect(mounted.visible).to.include(folded);
    });
  });
}
