import { expect } from '@open-wc/testing';
import '../../../src/elements/iteration-lightbox/axes/walk-part.js';
import { doubled, Listener, readAll } from '../../support/screen-reader.js';
import { waitUntil } from '../../support/wait.js';
import { AppPage } from './app-page.js';

describe('imaginations-app: its viewer to a screen reader', () => {
  let listener: Listener | undefined;
  afterEach(() => listener?.stop());

  it('says what the tile says, and where it stands in what one goes through', async () => {
    const page = await AppPage.open({ view: 'iterations' });
    const tile = await page.shown('iteration-grid', '.tile');
    await waitUntil(() => tile.getAttribute('aria-label'), 'its name');
    const name = tile.getAttribute('aria-label') ?? '';
    tile.focus({ preventScroll: true });
    tile.click();
    await waitUntil(() => page.part('iteration-lightbox')?.shadowRoot, 'its code');
    const root = page.part('iteration-lightbox')!.shadowRoot!;
    const find = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(selector);
    await waitUntil(() => find('dialog[open] .zoom-bar') && find('.cell') && find('.across'), 'opens');
    const dialog = root.querySelector('dialog')!;
    const phrases = await readAll(dialog);
    expect(phrases[0]).to.equal(`dialog, Iteration viewer, ${name}. Session: 1 of 6`);
    expect(phrases).to.include(`option, ${name}, selected, position 1, set size 6`);
    expect(doubled(phrases)).to.deep.equal([]);

    find('.place')?.click();
    await waitUntil(() => find('.menu [role=menuitemradio]'), 'the choice');
    const choices = await readAll(find('.menu')!);
    expect(choices.filter((one) => one.startsWith('menuitemradio'))).to.deep.equal([
      'menuitemradio, Sessions, checked, position 1, set size 2',
      'menuitemradio, Results, not checked, position 2, set size 2',
    ]);
    listener = await Listener.at(dialog);
    root.querySelectorAll<HTMLElement>('.menu [role=menuitemradio]')[1]?.click();
    await waitUntil(() => find('.place')?.textContent.includes('Results: 1 of 12'), 'the results');
    // The focus is back at what has changed, and reads it.
    expect(root.activeElement).to.equal(find('.place'));
    expect((await readAll(find('.ways')!))[0]).to.match(/^button, Results: 1 of 12, /);
    dialog.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true }),
    );
    await waitUntil(() => listener?.said.length, 'says the next');
    expect(listener.take())
      .to.have.length(1)
      .and.match(/^[A-Z][a-z]+: .*\. Results: 2 of 12$/);
  });
});
