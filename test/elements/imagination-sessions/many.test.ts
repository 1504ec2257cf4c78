import { expect, nextFrame } from '@open-wc/testing';
import { drawn, find, findAll, focused, ids, inCard, library, openSessions, press, sessions } from './sessions-page.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-sessions: many', () => {
  it('keeps few cards in the document, reads further pages as they come near, and shows the right ones', async function () {
    this.timeout(20_000);
    const count = 600;
    // Without offsets, there is only the way from the start.
    const byCursor = library({ sessions: sessions(count) }, { limits: { pageSize: 100, random: 'none' } });
    const { element, store } = await openSessions(byCursor);
    const scroller = find(element, '.scroller');
    const list = store.sessionList({ filter: { archived: 'exclude' } });
    expect(list.value.ids.length).to.equal(100);
    if (!scroller) return;
    await waitUntil(() => ids(element).length < 60, 'few cards');
    let most = 0;
    const hasReachedEnd = (): boolean => {
      most = Math.max(most, findAll(element, '.card').length);
      scroller.scrollTop = scroller.scrollHeight;
      return ids(element).includes(`s${count - 1}`);
    };
    await waitUntil(hasReachedEnd, 'the end', { timeout: 15_000 });
    expect(most).to.be.below(120);
    expect([ids(element).at(-1), list.value.complete]).to.deep.equal([`s${count - 1}`, true]);
    scroller.scrollTop = 0;
    await waitUntil(() => ids(element)[0] === 's0', 'the start again');
  });

  it('keeps the card that has the focus, or its place, however far one scrolls', async () => {
    const { element } = await openSessions(library({ sessions: sessions(600), limits: { pageSize: 600 } }));
    const scroller = find(element, '.scroller');
    inCard(element, 's0', '.open')?.focus({ preventScroll: true });
    if (scroller) scroller.scrollTop = 2000;
    await waitUntil(() => ids(element).includes('s24'), 'scrolled');
    expect(focused(element)).to.equal('s0 open');
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
    await waitUntil(() => ids(element).includes('s599'), 'the end');
    expect(findAll(element, '.card').length).to.be.below(60);
    expect([focused(element), ids(element)[0]]).to.deep.equal(['s0 open', 's0']);
    expect(find(element, '.away')?.getBoundingClientRect().bottom).to.be.below(0);
    press(element, 'ArrowRight');
    await drawn(element);
    expect(focused(element)).to.equal('s1 open');
  });

  it('lets the page scroll where it has no height of its own, and does not read everything', async () => {
    const { element, store } = await openSessions(library({ sessions: sessions(900) }));
    element.style.height = 'auto';
    await nextFrame();
    await nextFrame();
    await drawn(element);
    expect(store.sessionList({ filter: { archived: 'exclude' } }).value.ids.length).to.be.below(301);
    expect(findAll(element, '.card').length).to.be.below(120);
  });
});
