import { expect } from '@open-wc/testing';
import { AdapterError, LiveLibrary, picture, pictures } from './live-library.js';
import { mount, mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

/** Presses a button as a person with a keyboard does: it has the focus. */
async function press(mounted: Mounted, selector: string): Promise<void> {
  await waitUntil(() => mounted.root.querySelector(selector) !== null, selector);
  const button = mounted.root.querySelector<HTMLElement>(selector);
  button?.focus({ preventScroll: true });
  expect(mounted.root.activeElement === button).to.equal(true);
  button?.click();
}

const refuses = (): AdapterError => new AdapterError('forbidden', 'No', { retryable: true });

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`<${tag}> where a button goes that had the focus`, () => {
    let above: HTMLElement;

    // The page could be scrolled to what gets the focus.
    beforeEach(() => {
      above = document.createElement('div');
      above.style.blockSize = '2000px';
      document.body.prepend(above);
    });

    afterEach(() => {
      expect(scrollY).to.equal(0);
      above.remove();
    });

    it('it goes to the first tile that is read in its place', async () => {
      const library = new LiveLibrary(pictures(3));
      library.failure = refuses();
      const mounted = await mount(library, { tag });
      await waitUntil(() => mounted.root.querySelector('.state .btn') !== null);
      library.failure = undefined;
      await press(mounted, '.state .btn');
      await waitUntil(() => mounted.focused === 'i000002', 'the first tile');
    });

    it('it stays inside while that is read, and is on the button again when that fails', async () => {
      const library = new LiveLibrary(pictures(3));
      library.failure = refuses();
      const mounted = await mount(library, { tag });
      await waitUntil(() => mounted.root.querySelector('.state .btn') !== null);
      let open = (): void => undefined;
      library.gate = new Promise((resolve) => (open = resolve));
      await press(mounted, '.state .btn');
      await waitUntil(() => mounted.root.querySelector('.state') === null, 'that it is read');
      expect(mounted.root.activeElement === mounted.scroller).to.equal(true);
      open();
      await waitUntil(() => mounted.root.activeElement?.matches('.state .btn'), 'the button');
    });

    it('it goes to the first of all when the filter is taken back', async () => {
      const library = new LiveLibrary(pictures(3));
      const mounted = await mountFull(library, { tag });
      mounted.root.querySelector<HTMLElement>('[data-kind=audio]')?.click();
      await press(mounted, '.state .btn');
      await waitUntil(() => mounted.focused === 'i000002', 'the first tile');
    });

    it('it goes to a tile that shows when the rest of a list is read', async () => {
      const library = new LiveLibrary([...pictures(149), picture(149)]);
      const mounted = await mountFull(library, { tag });
      library.failure = refuses();
      await mounted.scrollTo(100_000);
      await waitUntil(() => mounted.root.querySelector('.error-line') !== null);
      library.failure = undefined;
      await press(mounted, '.error-line .btn');
      await waitUntil(() => mounted.focused !== undefined, 'a tile');
    });
  });
}
