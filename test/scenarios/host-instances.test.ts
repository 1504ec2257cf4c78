import { expect } from '@open-wc/testing';
import type { ImaginationsAdapter, Subscription } from '../../src/data/index.js';
import { safeDefine } from '../../src/define/safe-define.js';
import { draftOf } from '../../src/store/index.js';
import { ImaginationsApp } from '../../src/elements/imaginations-app/imaginations-app-element.js';
import { all, deepElements, frame, see, until } from './support/deep.js';
import { makeLibrary, type Library } from './support/library.js';
import '../../src/define.js';
import '../../src/define/iteration-lightbox.js';

const place = (): HTMLElement => {
  const element = document.createElement('div');
  element.className = 'place';
  document.body.append(element);
  return element;
};

function mount(adapter: ImaginationsAdapter, into = place()): ImaginationsApp {
  const app = document.createElement('imaginations-app');
  app.style.blockSize = '500px';
  app.adapter = adapter;
  into.append(app);
  return app;
}

const within = (app: ImaginationsApp, selector: string): HTMLElement[] => all(selector, app.shadowRoot ?? app);

/** A library that counts who listens to it. */
async function counted(): Promise<Library & { readonly streams: Set<Subscription> }> {
  const library = await makeLibrary();
  const streams = new Set<Subscription>();
  const { subscribe } = library.adapter;
  const adapter = {
    ...library.adapter,
    subscribe: (subscription: Subscription) => {
      streams.add(subscription);
      subscription.signal.addEventListener('abort', () => streams.delete(subscription), { once: true });
      return subscribe(subscription);
    },
  };
  return { ...library, adapter, streams };
}

const { signal } = new AbortController();
const rename = (adapter: Library['adapter'], title: string): Promise<unknown> =>
  adapter.updateSession('s7', { title }, undefined, { signal, idempotencyKey: title });

describe('several on one page', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('.place')) element.remove();
    localStorage.clear();
  });

  it('with one backend show the same, over one stream, with one lightbox', async function () {
    this.timeout(30_000);
    const { adapter, streams } = await counted();
    const apps = [mount(adapter), mount(adapter)] as const;
    for (const app of apps) await until('cards', () => within(app, '.card[data-id=s7]').length === 1);
    expect(streams.size).to.equal(1);
    await rename(adapter, 'Of both');
    for (const app of apps) {
      await until('the title', () => within(app, '.card[data-id=s7]')[0]?.textContent.includes('Of both'));
    }
    apps[0].navigation = { iterationId: 's2-0' };
    await see('iteration-lightbox >>> .bar');
    expect(document.querySelectorAll(':modal').length + all('dialog[open]').length).to.equal(1);
    apps[0].navigation = { iterationId: null };
    await until('the end', () => all('dialog[open]').length === 0);
    for (const app of apps) app.remove();
    await until('the end of the stream', () => streams.size === 0);
  });

  it('ten with different backends know nothing of one another', async function () {
    this.timeout(40_000);
    const apps: ImaginationsApp[] = [];
    for (let index = 0; index < 10; index++) {
      const { adapter } = await makeLibrary(2 + index);
      const app = mount(adapter);
      app.draftKey = `draft ${index}`;
      apps.push(app);
    }
    for (const [index, app] of apps.entries()) {
      // One of them is archived.
      const total = (): string | null | undefined => within(app, '.card[data-id]')[0]?.getAttribute('aria-setsize');
      await until('its own cards', () => total() === String(index + 1));
    }
    apps[3]!.navigation = { view: 'iterations', layout: 'timeline', kind: 'video' };
    apps[4]!.navigation = { sessionId: 's0' };
    draftOf(apps[5]!.activeStore!).patch({ prompt: 'Only here' });
    await until('a timeline', () => within(apps[3]!, 'iteration-timeline').length === 1);
    await until('a session', () => within(apps[4]!, 'imagination-session').length === 1);
    const others = apps.filter((_, index) => index !== 3 && index !== 4);
    for (const app of others) {
      expect(app.navigation).to.deep.include({ view: 'sessions', layout: 'grid', kind: 'all', sessionId: null });
      if (app !== apps[5]) expect(app.activeStore && draftOf(app.activeStore).value.prompt).to.equal('');
    }
    for (let index = 0; index < 10; index++) {
      const kept = localStorage.getItem(`draft ${index}`);
      expect(kept?.includes('Only here') ?? false).to.equal(index === 5);
      localStorage.removeItem(`draft ${index}`);
    }
    const roots = [document, ...[...deepElements(document)].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    for (const root of roots) {
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids).to.deep.equal([...new Set(ids)]);
    }
  });
});

describe('one that is moved', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('.place')) element.remove();
    localStorage.clear();
  });

  const waits: Readonly<Record<string, () => Promise<unknown>>> = {
    'in the same tick': () => Promise.reject(new Error('not waited for')),
    'after a microtask': () => Promise.resolve(),
    'after a task': () => new Promise((resolve) => setTimeout(resolve)),
    'after a frame': frame,
  };

  for (const [when, wait] of Object.entries(waits)) {
    it(`goes on where it was, ${when}, over one stream`, async function () {
      this.timeout(30_000);
      const { adapter, streams } = await counted();
      const app = mount(adapter);
      app.navigation = { view: 'iterations' };
      await until('tiles', () => within(app, 'iteration-grid >>> .tile[data-id]').length > 4);
      const scroller = (): HTMLElement => within(app, 'iteration-grid >>> .scroller')[0]!;
      scroller().scrollTop = 300;
      await frame();
      await frame();
      app.remove();
      if (when !== 'in the same tick') await wait();
      place().append(app);
      await until('tiles again', () => within(app, 'iteration-grid >>> .tile[data-id]').length > 4);
      await until('its place', () => Math.abs(scroller().scrollTop - 300) < 240);
      app.navigation = { view: 'sessions' };
      await until('cards', () => within(app, '.card[data-id=s7]').length === 1);
      await rename(adapter, `Moved ${when}`);
      await until('the news', () => within(app, '.card[data-id=s7]')[0]?.textContent.includes(`Moved ${when}`));
      expect(streams.size).to.equal(1);
      expect(all('.card[data-id=s7]').length).to.equal(1);
    });
  }

  it('keeps its pictures', async function () {
    this.timeout(30_000);
    const { adapter } = await makeLibrary(3);
    const app = mount(adapter);
    app.navigation = { view: 'iterations' };
    const shown = (): number => within(app, '.tile img[src^="blob:"]').length;
    const loaded = (): boolean => within(app, '.tile img').every((one) => one.dataset['state'] !== 'loading');
    await until('pictures', () => shown() > 2 && loaded());
    const before = shown();
    place().append(app);
    await until('pictures again', () => shown() >= before && loaded());
    expect(within(app, '.tile img[data-state=failed]').length).to.equal(0);
  });
});

describe('one that is copied or comes late', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('.place')) element.remove();
  });

  it('has in its copy what its attributes say', async () => {
    const grid = document.createElement('iteration-grid');
    for (const [name, value] of Object.entries({
      'session-id': 's2',
      kind: 'video',
      'tile-size': '120',
      'no-filter': '',
    })) {
      grid.setAttribute(name, value);
    }
    const parsed = new DOMParser().parseFromString(grid.outerHTML, 'text/html').body.children;
    const into = place();
    into.append(grid.cloneNode(true), ...parsed);
    const copies = into.querySelectorAll('iteration-grid');
    expect(copies.length).to.equal(2);
    for (const one of copies) {
      await one.updateComplete;
      expect([one.sessionId, one.kind, one.tileSize, one.noFilter]).to.deep.equal(['s2', 'video', 120, true]);
    }
  });

  it('keeps what was set before there was a class for it', async function () {
    this.timeout(30_000);
    const { adapter } = await makeLibrary(4);
    const late = document.createElement('late-imaginations');
    Object.assign(late, { adapter, navigation: { view: 'iterations', kind: 'video' }, aspects: ['1:1'] });
    place().append(late);
    safeDefine('late-imaginations', ImaginationsApp);
    if (!(late instanceof ImaginationsApp)) throw new Error('Not upgraded');
    await until('its tiles', () => within(late, '.tile[data-id]').length === 3);
    expect(late.navigation).to.deep.include({ view: 'iterations', kind: 'video' });
    expect(late.aspects).to.deep.equal(['1:1']);
  });
});
