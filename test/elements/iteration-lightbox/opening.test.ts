import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import {
  backend,
  click,
  dialogOf,
  find,
  open,
  place,
  press,
  row,
  shows,
  textOf,
  THREE,
  type Opened,
} from './lightbox.js';

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
    const opened = await place(backend(THREE));
    const { box, store } = opened;
    await store.loadIteration('a');
    box.addEventListener('lightbox-opened', () => press(dialogOf(box), 'Escape'), { once: true });
    const closed = new Promise((resolve) => box.addEventListener('lightbox-closed', resolve, { once: true }));
    store.navigate({ iterationId: 'a' });
    await closed;
    expect(dialogOf(box).open).to.equal(false);
    store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    await waitUntil(() => textOf(box, '.place') === 'Session: 2 of 3', 'says where it is');
    expect(find(box, '.close')).to.be.instanceOf(HTMLButtonElement);
  });

  it('stays drawn while it closes', async () => {
    const { box } = await open(backend(THREE), 'b');
    const close = find(box, '.close');
    expect(close).to.be.instanceOf(HTMLButtonElement);
    press(dialogOf(box), 'Escape');
    // For as long as it fades.
    const fades = dialogOf(box).getAnimations().length > 0;
    await box.updateComplete;
    if (fades) expect(find(box, '.close')).to.equal(close);
    await waitUntil(() => !find(box, '.close'), 'is gone');
  });

  it('draws all at once where the details would push the picture away when they come', async () => {
    const opened = await open(backend(THREE), 'a');
    const { box, store } = opened;
    press(dialogOf(box), 'i');
    await waitUntil(() => find(box, '.panel section'), 'the details come');
    click(box, '.close');
    await waitUntil(() => !find(box, '.box'), 'is gone');
    let parts: (HTMLElement | undefined)[] = [];
    box.addEventListener('lightbox-opened', () => (parts = [find(box, '.panel section'), find(box, '.close')]));
    store.navigate({ iterationId: 'b' });
    await waitUntil(() => parts.length > 0, 'opens');
    expect(parts).not.to.include(undefined);
  });

  it('draws all at once where there is no picture yet: there is a way out at any time', async () => {
    const { box, store } = await place(backend([row('a', 30)], { getIterations: () => new Promise(() => undefined) }));
    store.navigate({ iterationId: 'a' });
    await waitUntil(() => dialogOf(box).open, 'opens');
    expect(find(box, '.close')).to.be.instanceOf(HTMLButtonElement);
  });
});
