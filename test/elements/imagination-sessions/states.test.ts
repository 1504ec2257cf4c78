import { expect, fixture, html } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import type { ImaginationSessions } from '../../../src/elements/imagination-sessions/imagination-sessions-element.js';
import { pageListeners } from '../imagination-session/page-listeners.js';
import {
  drawn,
  find,
  findAll,
  focused,
  ids,
  inCard,
  library,
  openSessions,
  session,
  sessions,
} from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-sessions: states', () => {
  it('says that it waits for data', async () => {
    const element = await fixture<ImaginationSessions>(html`<imagination-sessions></imagination-sessions>`);
    expect(find(element, '.state-title')?.textContent).to.equal('Not connected to any data yet.');
    element.adapter = library({ sessions: sessions(2) });
    await waitUntil(() => ids(element).length === 2);
  });

  it('shows placeholders while it loads, then says what will be here', async () => {
    let answer = (): void => undefined;
    const wait = new Promise<void>((resolve) => (answer = resolve));
    const memory = library({});
    const listSessions: typeof memory.listSessions = (...args) => wait.then(() => memory.listSessions(...args));
    const { element } = await openSessions({ ...memory, listSessions }, true);
    expect(findAll(element, '.mosaic.skeleton').length).to.be.above(3);
    answer();
    await waitUntil(() => find(element, '.state-title')?.textContent === 'No sessions yet');
    expect(find(element, '.skeleton')).to.equal(null);
  });

  it('says that all are archived, and leads there', async () => {
    const rows = sessions(2).map((row) => ({ ...row, archivedAt: row.createdAt }));
    const { element, store } = await openSessions(library({ sessions: rows }), true);
    await waitUntil(() => find(element, '.state-title')?.textContent === 'All sessions are archived');
    const button = find(element, '.state .btn')!;
    button.focus({ preventScroll: true });
    button.click();
    await waitUntil(() => ids(element).length === 2);
    expect(store.navigation.value.archived).to.equal(true);
    await waitUntil(() => focused(element) === 's0 open', 'the focus goes on to the first card');
  });

  it('says what went wrong and tries again', async () => {
    const memory = library({ sessions: sessions(2) });
    let calls = 0;
    const listSessions: typeof memory.listSessions = (...args) =>
      ++calls === 1 ? Promise.reject(new AdapterError('internal')) : memory.listSessions(...args);
    const { element } = await openSessions({ ...memory, listSessions });
    expect(find(element, '[role=alert]')?.textContent).to.include('Something unexpected happened');
    find(element, '.state .btn')?.click();
    await waitUntil(() => ids(element).length === 2);
  });

  it('keeps the focus when the button goes that tried again: on the button again, or the first card', async () => {
    const memory = library({ sessions: sessions(2) });
    let calls = 0;
    const listSessions: typeof memory.listSessions = (...args) =>
      ++calls < 3 ? Promise.reject(new AdapterError('internal')) : memory.listSessions(...args);
    const { element } = await openSessions({ ...memory, listSessions });
    const button = (): HTMLElement | null => find(element, '.state .btn');
    const first = button();
    first?.focus({ preventScroll: true });
    first?.click();
    await waitUntil(() => first?.isConnected === false && focused(element) === 'btn', 'the button again');
    button()?.click();
    await waitUntil(() => focused(element) === 's0 open', 'the first card');
    expect(calls).to.equal(3);
  });

  it('shows what it has when the connection is gone, and says so', async () => {
    const { element } = await openSessions(
      library({ sessions: sessions(2) }, { subscribe: (subscription) => subscription.state('offline') }),
    );
    await waitUntil(() => find(element, '.offline-line') !== null);
    expect(ids(element).length).to.equal(2);
  });

  it('survives an adapter that answers garbage', async () => {
    for (const garbage of [null, { items: 'no' }, { items: [null, 7, { id: 1 }], nextCursor: 'x' }]) {
      const listSessions = (): Promise<never> => Promise.resolve(garbage as never);
      const { element } = await openSessions(library({}, { listSessions }));
      expect(find(element, '.state') !== null).to.equal(true);
    }
  });

  it('shows hostile titles as text, in cards of one size', async function () {
    this.timeout(30_000);
    const answer = await fetch('/shared/data/hostile/naughty-strings.json');
    if (!answer.ok) this.skip();
    const strings = ((await answer.json()) as readonly string[]).filter((text) => text.trim() !== '');
    const globals = Object.keys(window).length;
    for (let start = 0; start < strings.length; start += 12) {
      const portion = strings.slice(start, start + 12);
      const rows = portion.map((title, index) => session(`h${index}`, index, { title }));
      const { element } = await openSessions(library({ sessions: rows }));
      const heights = new Set(findAll(element, 'ul > .card').map(({ offsetHeight }) => offsetHeight));
      expect(heights.size).to.equal(1);
      for (const [index, title] of portion.entries()) {
        const shown = inCard(element, `h${index}`, '.open .clamp')?.textContent ?? '';
        const flat = title.replace(/\s+/g, ' ').trim();
        if (flat.length < 240) expect(shown).to.equal(flat || `Prompt of h${index}`);
        else expect(shown.endsWith('…')).to.equal(true);
      }
      expect(findAll(element, 'script, iframe, a, object').length).to.equal(0);
      element.remove();
    }
    expect(Object.keys(window).length).to.equal(globals);
  });

  it('puts no more than a little of a huge prompt into a card', async () => {
    const rows = [
      session('huge', 1, { brief: { prompt: 'word '.repeat(200_000) } }),
      session('b', 2, { brief: { prompt: 'x'.repeat(1_000_000) } }),
    ];
    const { element } = await openSessions(library({ sessions: rows }));
    const texts = findAll(element, '.card').map(({ textContent }) => textContent.length);
    expect(texts.every((length) => length < 2000)).to.equal(true);
  });

  it('leaves nothing behind', async () => {
    const listeners = await pageListeners(async () => {
      const { element, store } = await openSessions(library({ sessions: sessions(3) }));
      // It is drawn once more when its late part comes, whether it is in the page then or not.
      await waitUntil(() => find(element, '.card-check'), 'the late part');
      element.remove();
      await store.rename('s0', 'Later');
      await drawn(element);
      expect(inCard(element, 's0', '.open')?.textContent.trim()).to.equal('Prompt of s0');
    });
    expect(listeners).to.deep.equal([]);
  });
});
