import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import { choose, drawn, find, focused, ids, inCard, library, openSessions, sessions } from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-sessions: archiving', () => {
  it('takes a card away at once, hands the focus on, and brings it back', async () => {
    const { element, store } = await openSessions(library({ sessions: sessions(3) }));
    inCard(element, 's1', '.more')?.focus({ preventScroll: true });
    await choose(element, 's1', 'Archive');
    expect([ids(element), focused(element)]).to.deep.equal([['s0', 's2'], 's2 open']);
    await waitUntil(() => store.session('s1')?.archivedAt);
    element.archived = true;
    await waitUntil(() => ids(element).join() === 's1', 'the archive');
    await choose(element, 's1', 'Unarchive');
    await waitUntil(() => find(element, '.state-title')?.textContent === 'No archived sessions');
    element.archived = false;
    await waitUntil(() => ids(element).join() === 's0,s1,s2', 'all are back');
  });

  it('puts the card back in its place when it does not work', async () => {
    let fail = (): void => undefined;
    const archive = (): Promise<never> =>
      new Promise((_, reject) => (fail = () => reject(new AdapterError('forbidden'))));
    const { element } = await openSessions(library({ sessions: sessions(3) }, { archive }));
    await choose(element, 's1', 'Archive');
    expect(ids(element)).to.deep.equal(['s0', 's2']);
    fail();
    await waitUntil(() => ids(element).join() === 's0,s1,s2');
  });

  it('keeps the focus in the element when the last card goes', async () => {
    const { element } = await openSessions(library({ sessions: sessions(1) }));
    inCard(element, 's0', '.more')?.focus({ preventScroll: true });
    await choose(element, 's0', 'Archive');
    // The archive is known of a moment later.
    expect(focused(element)).to.equal('scroller');
    await waitUntil(
      () => find(element, '.state-title')?.textContent === 'All sessions are archived',
      'says where it is',
    );
    await drawn(element);
    expect(focused(element)).to.equal('scroller');
  });

  it('follows the navigation of the store, unless told otherwise', async () => {
    const { element, store } = await openSessions(library({ sessions: sessions(1) }));
    store.navigate({ archived: true });
    await waitUntil(() => find(element, '.state-title')?.textContent === 'No archived sessions');
    store.navigate({ archived: false });
    await waitUntil(() => ids(element).length === 1);
    await drawn(element);
  });
});
