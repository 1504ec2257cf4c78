import { expect, fixture, html } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { AdapterError, type ImaginationsAdapter } from '../../../src/data/index.js';
import '../../../src/define.js';
import type { ImaginationsApp } from '../../../src/elements/imaginations-app/imaginations-app-element.js';
import { seedLibrary } from '../../../src/testing/index.js';
import { waitUntil } from '../../support/wait.js';

/** A backend that nobody is signed in at. */
function signedOut(): { readonly adapter: ImaginationsAdapter; readonly signIn: () => void } {
  const inner = createMemoryAdapter(seedLibrary(6, { finished: true }));
  let isIn = false;
  const listSessions: typeof inner.listSessions = (...args) =>
    isIn ? inner.listSessions(...args) : Promise.reject(new AdapterError('unauthorized'));
  const getSession: typeof inner.getSession = (...args) =>
    isIn ? inner.getSession(...args) : Promise.reject(new AdapterError('unauthorized'));
  return { adapter: { ...inner, listSessions, getSession }, signIn: () => (isIn = true) };
}

const says = (app: ImaginationsApp): string =>
  app.shadowRoot?.querySelector('imagination-sessions')?.shadowRoot?.textContent ?? '';
const hasCards = (app: ImaginationsApp): boolean =>
  Boolean(app.shadowRoot?.querySelector('imagination-sessions')?.shadowRoot?.querySelector('.card[data-id]'));

describe('imaginations-app: signed out', () => {
  let asked: EventTarget[] = [];
  const note = ({ target }: Event): void => void asked.push(target as EventTarget);

  beforeEach(() => {
    asked = [];
    addEventListener('imaginations-auth-required', note);
  });

  afterEach(() => removeEventListener('imaginations-auth-required', note));

  it('asks the host once, and reads on when that is mended', async () => {
    const { adapter, signIn } = signedOut();
    const app = await fixture<ImaginationsApp>(html`<imaginations-app .adapter=${adapter}></imaginations-app>`);
    await waitUntil(() => says(app).includes('signed out'), 'the reason');
    await app.activeStore?.loadSession('another').catch(() => undefined);
    await app.updateComplete;
    expect(asked).to.deep.equal([app]);
    signIn();
    app.resume();
    await waitUntil(() => hasCards(app), 'the cards');
    expect(asked.length).to.equal(1);
  });

  it('leaves that to the provider whose backend it is', async () => {
    const { adapter } = signedOut();
    const provider = await fixture(
      html`<imaginations-provider .adapter=${adapter}><imaginations-app></imaginations-app></imaginations-provider>`,
    );
    await waitUntil(() => asked.length > 0, 'the question');
    await provider.querySelector('imaginations-app')?.updateComplete;
    expect(asked).to.deep.equal([provider]);
  });
});
