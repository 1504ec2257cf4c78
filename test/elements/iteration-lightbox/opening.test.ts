import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, place, press, row, shows, textOf, THREE, type Opened } from './lightbox.js';

/** Opened when the row is known, as from a tile; and what stood there when the dialog opened. */
async function openKnown(id: string): Promise<Opened> {
  const opened = await place(backend(THREE));
  await opened.store.loadIteration(id);
  opened.store.navigate({ iterationId: id });
  await waitUntil(() => dialogOf(opened.box).open, 'opens');
  return opened;
}

const places = ({ box }: Opened): unknown[] =>
  ['.bar', '.stage', '.strip', '.box'].map((selector) => {
    const one = find(box, selector);
    return one && [one.offsetLeft, one.offsetTop, one.offsetWidth, one.offsetHeight];
  });

describe('iteration-lightbox: opening', () => {
  it('draws the picture first, and the rest around it when that has been painted', async () => {
    const opened = await place(backend(THREE));
    const { box, store } = opened;
    await store.loadIteration('b');
    // Read, so that there is a strip.
    await store.iterationList({ filter: { sessionId: 's' } }).more();
    let atFirst: { readonly picture: HTMLElement | undefined; readonly buttons: number } | undefined;
    const places0: unknown[] = [];
    box.addEventListener('lightbox-opened', () => {
      atFirst = {
        picture: find(box, '.box'),
        buttons: box.shadowRoot?.querySelectorAll('.layout button').length ?? -1,
      };
      places0.push(...places(opened));
    });
    store.navigate({ iterationId: 'b' });
    await waitUntil(() => atFirst, 'opens');
    await box.updateComplete;
    expect(atFirst?.buttons, 'nothing but the picture').to.equal(0);
    expect(find(box, '.close')).to.be.instanceOf(HTMLButtonElement);
    expect(find(box, '.turn.next')).to.be.instanceOf(HTMLButtonElement);
    expect(find(box, '.box'), 'is drawn once').to.equal(atFirst?.picture);
    await waitUntil(() => find(box, '.strip .cell'), 'the strip comes');
    expect(places(opened), 'stay where they were').to.deep.equal(places0);
  });

  it('obeys keys from the first frame on', async () => {
    const opened = await place(backend(THREE));
    const { box, store } = opened;
    await store.loadIteration('b');
    await store.iterationList({ filter: { sessionId: 's' } }).more();
    box.addEventListener('lightbox-opened', () => press(dialogOf(box), 'ArrowRight'), { once: true });
    store.navigate({ iterationId: 'b' });
    await shows(opened, 'c');
  });

  it('closes in its first frame, and opens again whole', async () => {
    const opened = await openKnown('a');
    const { box, store } = opened;
    press(dialogOf(box), 'Escape');
    await waitUntil(() => !dialogOf(box).open, 'closes');
    store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    await box.updateComplete;
    await waitUntil(() => textOf(box, '.place') === 'Session: 2 of 3', 'says where it is');
    expect(find(box, '.close')).to.be.instanceOf(HTMLButtonElement);
  });

  it('draws all at once where there is no picture yet: there is a way out at any time', async () => {
    const { box, store } = await place(backend([row('a', 30)], { getIterations: () => new Promise(() => undefined) }));
    store.navigate({ iterationId: 'a' });
    await waitUntil(() => dialogOf(box).open, 'opens');
    expect(find(box, '.close')).to.be.instanceOf(HTMLButtonElement);
  });
});
