import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { AdapterError } from '../../../src/data/index.js';
import { backend, click, dialogOf, find, open, place, press, row, shows, textOf, THREE } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

const eventsOf = (target: EventTarget): string[] => {
  const heard: string[] = [];
  for (const type of ['lightbox-open', 'lightbox-opened', 'lightbox-close', 'lightbox-closed']) {
    target.addEventListener(type, () => heard.push(type));
  }
  return heard;
};

describe('iteration-lightbox: opening and closing', () => {
  it('opens modally when the store goes to an iteration, and says so before and after', async () => {
    const placed = await place(backend(THREE));
    const heard = eventsOf(placed.box);
    placed.store.navigate({ iterationId: 'b' });
    await shows(placed, 'b');
    expect(dialogOf(placed.box).matches(':modal')).to.equal(true);
    expect(heard).to.deep.equal(['lightbox-open', 'lightbox-opened']);
    expect(placed.box.getAttribute('iteration-id')).to.equal('b');
  });

  it('puts the focus inside, and gives it back to where it came from', async () => {
    const { box, opener } = await open(backend(THREE), 'a');
    expect(box.shadowRoot?.activeElement).to.equal(dialogOf(box));
    click(box, '.close');
    expect(dialogOf(box).open).to.equal(false);
    expect(document.activeElement?.textContent).to.equal(opener.textContent);
  });

  it('closes by Escape, tells the store, and keeps the key from the host', async () => {
    const { box, store } = await open(backend(THREE), 'a');
    const heard: string[] = [];
    const listen = (event: Event): number => heard.push((event as KeyboardEvent).key);
    document.addEventListener('keydown', listen);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialogOf(box).open);
    document.removeEventListener('keydown', listen);
    expect(store.navigation.value.iterationId).to.equal(null);
    expect(heard).to.deep.equal([]);
    expect(box.hasAttribute('iteration-id')).to.equal(false);
  });

  it('stays open when the host objects to closing', async () => {
    const { box, store } = await open(backend(THREE), 'a');
    box.addEventListener('lightbox-close', (event) => event.preventDefault());
    press(dialogOf(box), 'Escape');
    click(box, '.close');
    await box.updateComplete;
    expect(dialogOf(box).open).to.equal(true);
    expect(store.navigation.value.iterationId).to.equal('a');
  });

  it('stays closed, and loads nothing, when the host objects to opening', async () => {
    const { box, store, adapter } = await place(backend(THREE));
    box.addEventListener('lightbox-open', (event) => event.preventDefault());
    store.navigate({ iterationId: 'a' });
    await waitUntil(() => store.navigation.value.iterationId === null);
    await box.updateComplete;
    expect(dialogOf(box).open).to.equal(false);
    expect(adapter.opened).to.deep.equal([]);
  });

  it('closes by a click on the surround, not by one on the picture or a drag that ends beside it', async () => {
    const { box } = await open(backend(THREE), 'a');
    await waitUntil(() => find(box, '.full'));
    const down = (selector: string): unknown =>
      find(box, selector)?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    down('.full');
    click(box, '.full');
    down('.full');
    click(box, '.frame');
    expect(dialogOf(box).open).to.equal(true);
    down('.frame');
    click(box, '.frame');
    expect(dialogOf(box).open).to.equal(false);
  });

  it('is opened and closed by its property, without events', async () => {
    const placed = await place(backend(THREE));
    const heard = eventsOf(placed.box);
    placed.box.iterationId = 'c';
    await shows(placed, 'c');
    placed.box.iterationId = null;
    await waitUntil(() => !dialogOf(placed.box).open);
    expect(heard).to.deep.equal([]);
    placed.store.navigate({ iterationId: 'c' });
    await shows(placed, 'c');
    expect(heard).to.deep.equal(['lightbox-open', 'lightbox-opened']);
  });

  it('stands alone: an adapter and an attribute are enough', async () => {
    const box = await fixture<HTMLElementTagNameMap['iteration-lightbox']>(
      html`<iteration-lightbox .adapter=${backend(THREE)} iteration-id="b"></iteration-lightbox>`,
    );
    await waitUntil(() => dialogOf(box).open && textOf(box, '.place') !== '');
    expect(textOf(box, '.place')).to.equal('Session: 2 of 3');
    box.removeAttribute('iteration-id');
    await waitUntil(() => !dialogOf(box).open);
  });

  it('says that an iteration does not exist, with a way out', async () => {
    const { box, store } = await place(backend(THREE));
    store.navigate({ iterationId: 'nowhere' });
    await waitUntil(() => textOf(box, '[role=alert]').includes('no longer here'));
    click(box, '.close');
    expect(dialogOf(box).open).to.equal(false);
  });

  it('says that it could not be loaded, and tries again', async () => {
    let answers = false;
    const answering = backend(THREE);
    const failing = backend(THREE, {
      getIterations: (ids, call) =>
        answers
          ? (answering.getIterations?.(ids, call) ?? Promise.resolve([]))
          : Promise.reject(new AdapterError('forbidden')),
    });
    const placed = await place(failing);
    placed.store.navigate({ iterationId: 'a' });
    await waitUntil(() => textOf(placed.box, '[role=alert]').includes('not allowed'));
    answers = true;
    click(placed.box, '[role=alert] .btn');
    await waitUntil(() => find(placed.box, '.full'));
  });

  it('can be closed while the adapter never answers', async () => {
    const never = new Promise<never>(() => undefined);
    const { box, store } = await place(backend([], { getIterations: () => never, listIterations: () => never }));
    store.navigate({ iterationId: 'a' });
    await waitUntil(() => dialogOf(box).open);
    expect(textOf(box, '.waiting')).to.equal('Loading');
    press(dialogOf(box), 'Escape');
    expect(dialogOf(box).open).to.equal(false);
  });

  it('closes when its store is replaced, and follows the new one', async () => {
    const { box } = await open(backend(THREE), 'a');
    const other = await place(backend([row('z', 1)]));
    other.box.remove();
    box.store = other.store;
    await waitUntil(() => !dialogOf(box).open);
    other.store.navigate({ iterationId: 'z' });
    await waitUntil(() => dialogOf(box).open && textOf(box, '.place') === 'Session: 1 of 1');
  });

  it('is shown once where two share a store, and over the other where they do not', async () => {
    const first = await open(backend(THREE), 'a');
    const twin = await fixture<HTMLElementTagNameMap['iteration-lightbox']>(
      html`<iteration-lightbox .store=${first.store}></iteration-lightbox>`,
    );
    await twin.updateComplete;
    expect(dialogOf(twin).open).to.equal(false);
    const second = await open(backend([row('z', 1)]), 'z');
    press(dialogOf(second.box), 'Escape');
    expect([dialogOf(second.box).open, dialogOf(first.box).open]).to.deep.equal([false, true]);
  });
});
