import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import { drawn, find, openLoaded, press, session, text, titleField } from './session-page.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-session: actions', () => {
  it('generate more: the draft adds to this session, with its brief where nothing was typed', async () => {
    const { element, store } = await openLoaded();
    const told: string[] = [];
    element.addEventListener('session-generate-more', ({ detail }) => told.push(detail.session.id));
    find(element, '.more')?.click();
    expect(draftOf(store).value).to.deep.include({ sessionId: 's', prompt: 'A pier in low evening light' });
    draftOf(store).patch({ prompt: 'My own words', sessionId: null });
    find(element, '.more')?.click();
    expect(draftOf(store).value).to.deep.include({ sessionId: 's', prompt: 'My own words' });
    expect(told).to.deep.equal(['s', 's']);
  });

  it('generate more: leaves a remix of another session, and the words that came with it', async () => {
    const { element, store } = await openLoaded();
    store.core.acceptIterations([
      {
        id: 'x',
        sessionId: 'other',
        createdAt: '2026-01-01T00:00:00.000Z',
        kind: 'image',
        status: 'succeeded',
        prompt: 'Green forest',
      },
    ]);
    draftOf(store).patch({ remixOf: 'x', sessionId: 'other', prompt: 'Green forest' });
    find(element, '.more')?.click();
    const expected = { remixOf: null, sessionId: 's', prompt: 'A pier in low evening light' };
    expect(draftOf(store).value).to.deep.include(expected);
    draftOf(store).patch({ remixOf: 'x', sessionId: 'other', prompt: 'Green forest, but by night' });
    find(element, '.more')?.click();
    expect(draftOf(store).value).to.deep.include({ ...expected, prompt: 'Green forest, but by night' });
  });

  it('go back by button or Escape; a host can keep the page open', async () => {
    const { element, store } = await openLoaded();
    const closed: string[] = [];
    const keep = (event: Event): void => event.preventDefault();
    element.addEventListener('session-closed', ({ detail }) => closed.push(detail.sessionId));
    element.addEventListener('session-close', keep);
    find(element, '.back')?.click();
    expect(store.navigation.value.sessionId).to.equal('s');
    element.removeEventListener('session-close', keep);
    find(element, '.more')?.focus({ preventScroll: true });
    press(element, 'Escape');
    expect([store.navigation.value.sessionId, closed]).to.deep.equal([null, ['s']]);
  });

  it('rename in place: Enter saves, Escape does not, the focus returns', async () => {
    const { element, store } = await openLoaded();
    for (const [key, title] of [
      ['Escape', 'No'],
      ['Enter', 'Evening pier'],
    ] as const) {
      find(element, '.rename')?.click();
      await drawn(element);
      const field = titleField(element);
      expect(element.shadowRoot?.activeElement === field).to.equal(true);
      if (field) field.value = title;
      press(element, key);
      await drawn(element);
      expect(element.shadowRoot?.activeElement?.classList.contains('rename')).to.equal(true);
    }
    // The first command of a page waits for its code.
    await waitUntil(() => text(element, '.title') === 'Evening pier', 'the new title is not shown');
    await waitUntil(() => store.session('s')?.rev === 2);
    expect(store.navigation.value.sessionId).to.equal('s');
  });

  it('put the title back when it cannot be kept', async () => {
    const updateSession = (): Promise<never> => Promise.reject(new AdapterError('forbidden'));
    const { element } = await openLoaded(session({ title: 'Before' }), { updateSession });
    const failed = new Promise((resolve) => element.addEventListener('imaginations-failed', resolve, { once: true }));
    find(element, '.rename')?.click();
    await drawn(element);
    const field = titleField(element);
    if (field) field.value = 'After';
    press(element, 'Enter');
    await failed;
    await drawn(element);
    expect(text(element, '.title')).to.equal('Before');
  });

  it('archive and unarchive, and say so on the page', async () => {
    const { element } = await openLoaded();
    find(element, '.archive')?.click();
    await waitUntil(() => find(element, '.archived') !== null);
    expect(text(element, '.archive')).to.equal('Unarchive');
    find(element, '.archive')?.click();
    await waitUntil(() => find(element, '.archived') === null);
  });

  it('are only what the backend and the session allow', async () => {
    const { element } = await openLoaded(session({ can: { rename: false } }), {
      generate: undefined,
      archive: undefined,
    });
    expect([find(element, '.rename'), find(element, '.more'), find(element, '.archive')]).to.deep.equal([
      null,
      null,
      null,
    ]);
  });
});
