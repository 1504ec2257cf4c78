import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import '../../../src/define.js';
import { AdapterError } from '../../../src/data/index.js';
import type { ImaginationsProvider } from '../../../src/elements/imaginations-provider/imaginations-provider-element.js';
import { seedLibrary } from '../../../src/testing/index.js';
import { waitUntil } from '../../support/wait.js';

const library = seedLibrary(6, { finished: true });

describe('imaginations-provider', () => {
  it('serves what is inside it, also across shadow roots and when the adapter comes late', async () => {
    const provider = await fixture<ImaginationsProvider>(
      html`<imaginations-provider><div class="host"></div></imaginations-provider>`,
    );
    const root = provider.querySelector('.host')!.attachShadow({ mode: 'open' });
    const grid = document.createElement('iteration-grid');
    root.append(grid);
    await grid.updateComplete;
    provider.adapter = createMemoryAdapter(library);
    await waitUntil(() => grid.shadowRoot?.querySelector('.tile[data-id]'), 'nothing is shown');
    const shown = grid.shadowRoot?.querySelector<HTMLElement>('.tile[data-id]')?.dataset['id'] ?? '';
    expect(provider.activeStore?.iteration(shown)).to.include({ id: shown });
  });

  it('gives its language to everything inside it', async () => {
    const provider = await fixture<ImaginationsProvider>(
      html`<imaginations-provider .messages=${{ 'filter.all': 'Everything' }}>
        <iteration-grid></iteration-grid>
      </imaginations-provider>`,
    );
    provider.adapter = createMemoryAdapter(library);
    const grid = provider.querySelector('iteration-grid')!;
    await waitUntil(() => grid.shadowRoot?.textContent.includes('Everything'), 'the own text is not shown');
    provider.messages = { 'filter.all': 'The lot' };
    await waitUntil(() => grid.shadowRoot?.textContent.includes('The lot'), 'the new text is not shown');
  });

  it('gives the direction of its language, unless a dir attribute nearer to an element says otherwise', async () => {
    const provider = await fixture<ImaginationsProvider>(
      html`<imaginations-provider locale="ar">
        <iteration-grid></iteration-grid>
        <div dir="ltr"><iteration-grid></iteration-grid></div>
        <imagination-sessions></imagination-sessions>
        <imaginations-app></imaginations-app>
      </imaginations-provider>`,
    );
    provider.adapter = createMemoryAdapter(library);
    const directions = (): (string | undefined)[] =>
      [...provider.querySelectorAll(':not(div)')].map((element) => {
        const inside = element.shadowRoot?.querySelector('.root, .scroller, .app');
        return inside ? getComputedStyle(inside).direction : undefined;
      });
    await waitUntil(() => directions().join() === 'rtl,ltr,rtl,rtl', 'not the directions of the language');
  });

  it('asks the host once to sign in again, and reads on when that is done', async () => {
    let signedIn = false;
    const inner = createMemoryAdapter(library);
    const adapter = {
      ...inner,
      index: {
        ...inner.index,
        manifest: (...args: Parameters<typeof inner.index.manifest>) =>
          signedIn ? inner.index.manifest(...args) : Promise.reject(new AdapterError('unauthorized')),
      },
    };
    const provider = document.createElement('imaginations-provider');
    let asked = 0;
    provider.addEventListener('imaginations-auth-required', () => asked++);
    provider.append(document.createElement('iteration-grid'));
    const required = oneEvent(provider, 'imaginations-auth-required');
    provider.adapter = adapter;
    document.body.append(provider);
    await required;
    signedIn = true;
    provider.resume();
    const grid = provider.querySelector('iteration-grid')!;
    await waitUntil(() => grid.shadowRoot?.querySelector('.tile[data-id]'), 'nothing is shown after signing in');
    expect(asked).to.equal(1);
    provider.remove();
  });
});
