import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import { pageListeners } from './page-listeners.js';
import { drawn, find, openLoaded, openSession, session, text } from './session-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-session: loading', () => {
  it('reads a session that nobody has read, behind placeholders', async () => {
    let answer = (): void => undefined;
    const wait = new Promise<void>((resolve) => (answer = resolve));
    const { element } = await openSession(session(), { getSession: () => wait.then(() => session()) });
    expect(find(element, '.skeleton') !== null).to.equal(true);
    answer();
    await waitUntil(() => text(element, '.prompt') === 'A pier in low evening light');
  });

  it('says that there is no such session', async () => {
    const { element, store } = await openSession(null, { getSession: () => Promise.resolve(null) });
    await waitUntil(() => text(element, '.state-title') !== '');
    expect(text(element, '.state-title')).to.include('no longer here');
    find(element, '.back')?.click();
    expect(store.navigation.value.sessionId).to.equal(null);
  });

  it('says what went wrong, and tries again', async () => {
    let calls = 0;
    const getSession = (): Promise<ReturnType<typeof session>> =>
      ++calls === 1 ? Promise.reject(new AdapterError('internal')) : Promise.resolve(session());
    const { element } = await openSession(null, { getSession });
    await waitUntil(() => find(element, '[role=alert]') !== null);
    find(element, '.state .btn')?.click();
    await waitUntil(() => text(element, '.prompt') !== '');
  });

  it('keeps the focus when the button goes that tried again', async () => {
    let calls = 0;
    const getSession = (): Promise<ReturnType<typeof session>> =>
      ++calls === 1 ? Promise.reject(new AdapterError('internal')) : Promise.resolve(session());
    const { element } = await openSession(null, { getSession });
    await waitUntil(() => find(element, '.state .btn') !== null);
    find(element, '.state .btn')?.focus({ preventScroll: true });
    find(element, '.state .btn')?.click();
    await waitUntil(() => text(element, '.prompt') !== '');
    expect(element.shadowRoot?.activeElement === find(element, 'article .back')).to.equal(true);
  });

  it('shows the session it is told to; a late answer for another one is dropped', async () => {
    const answers = new Map<string, () => void>();
    const getSession = (id: string): Promise<ReturnType<typeof session>> =>
      new Promise((resolve) => answers.set(id, () => resolve(session({ id, brief: { prompt: `Prompt of ${id}` } }))));
    const { element } = await openSession(null, { getSession });
    element.sessionId = 'other';
    await waitUntil(() => answers.has('other'));
    answers.get('other')?.();
    await waitUntil(() => text(element, '.prompt') === 'Prompt of other');
    answers.get('s')?.();
    await drawn(element);
    expect(text(element, '.prompt')).to.equal('Prompt of other');
  });

  it('leaves nothing behind, also while it loads', async () => {
    const listeners = await pageListeners(async () => {
      const waiting = await openSession(null, { getSession: () => new Promise(() => undefined) });
      waiting.element.remove();
      const { element } = await openLoaded();
      find(element, '.rename')?.click();
      await drawn(element);
      element.remove();
    });
    expect(listeners).to.deep.equal([]);
  });
});
