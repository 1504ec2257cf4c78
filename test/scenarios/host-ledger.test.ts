import { expect } from '@open-wc/testing';
import { until } from './support/deep.js';
import { ledgerOf, type Ledger } from './support/ledger.js';
import type { HostPage } from './support/page.js';

describe('a page of a host', () => {
  it('has after us what it had before, and hears nothing', async function () {
    this.timeout(60_000);
    const frame = document.createElement('iframe');
    frame.width = '1000';
    frame.height = '700';
    frame.src = new URL('support/empty-page.html', import.meta.url).href;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const page = frame.contentWindow as Window & typeof globalThis;
    const without = ledgerOf(page);
    const script = page.document.createElement('script');
    script.type = 'module';
    script.src = new URL('support/page.ts', import.meta.url).href;
    page.document.head.append(script);
    const host = await until('us', () => Reflect.get(page, 'hostPage') as HostPage | undefined, 20_000);
    const { globals, ...rest } = ledgerOf(page);
    // What these tests put there themselves.
    const loadedOnly: Ledger = { ...rest, globals: globals.filter((name) => name !== 'hostPage') };
    expect(loadedOnly).to.deep.equal(without);

    const { adapter } = await host.makeLibrary(4);
    const app = page.document.createElement('imaginations-app');
    app.adapter = adapter;
    page.document.body.append(app);
    await host.deep.see('.card[data-id]', page.document);
    for (const navigation of [
      { sessionId: 's2' },
      { sessionId: null, view: 'iterations' },
      { layout: 'timeline' },
      { iterationId: 's2-2' },
    ] as const) {
      app.navigation = navigation;
      await host.deep.settled(page.document.body);
    }
    expect({ ...ledgerOf(page), globals: [] }).to.deep.equal({ ...without, globals: [] });
    app.remove();
    await host.deep.frame();
    const { globals: after, ...left } = ledgerOf(page);
    expect({ ...left, globals: after.filter((name) => name !== 'hostPage') }).to.deep.equal(without);
    expect(host.trouble).to.deep.equal([]);
    // Lit's development build remembers what it warned of: that it is one, and nothing else.
    const warned = Reflect.get(page, 'litIssuedWarnings') as Set<string>;
    expect([...warned].filter((text) => !/dev mode|dev-mode/.test(text))).to.deep.equal([]);
    frame.remove();
  });
});
