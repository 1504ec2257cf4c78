import { expect } from '@open-wc/testing';
import { storeFor } from '../../../src/store/index.js';
import { BatchLibrary } from './batch-library.js';
import { AdapterError, LiveLibrary, picture, pictures } from './live-library.js';
import { mount, mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const textOf = ({ root }: Mounted): string => root.querySelector('.root')?.textContent.replace(/\s+/g, ' ') ?? '';

const waitsFor = (mounted: Mounted, text: string): Promise<void> =>
  waitUntil(() => textOf(mounted).includes(text), `to read "${text}"`);

describe('<iteration-grid> says', () => {
  it('what will be here, when there is nothing', async () => {
    const mounted = await mount(new LiveLibrary([]));
    await waitsFor(mounted, 'Nothing imagined yet');
    expect(mounted.canvas.getAttribute('role')).to.equal(null);
  });

  it('that none is of this kind, and shows all again', async () => {
    const library = new LiveLibrary(pictures(3));
    const store = storeFor(library.adapter);
    store.navigate({ kind: 'audio' });
    const mounted = await mount(library);
    await waitsFor(mounted, 'none of this kind');
    mounted.root.querySelector<HTMLElement>('.state .btn')?.click();
    await waitUntil(() => mounted.tiles.length === 3);
    expect(store.navigation.value.kind).to.equal('all');
  });

  it('that all are archived, and leads there', async () => {
    const library = new BatchLibrary({ rows: 3, row: (row) => ({ ...row, archivedAt: row.createdAt }) });
    const mounted = await mount(library);
    await waitsFor(mounted, 'All iterations are archived');
    mounted.root.querySelector<HTMLElement>('.state .btn')?.click();
    await waitUntil(() => mounted.tiles.length === 3);
    expect(library.store.navigation.value.archived).to.equal(true);
  });

  it('that nothing is archived', async () => {
    const mounted = await mount(new LiveLibrary(pictures(3)), { set: (element) => (element.archived = true) });
    await waitsFor(mounted, 'Nothing archived');
  });

  it('nothing while it waits: placeholders stand where tiles will', async () => {
    const library = new LiveLibrary(pictures(3));
    let open = (): void => undefined;
    library.gate = new Promise((resolve) => (open = resolve));
    const mounted = await mount(library);
    await waitUntil(() => mounted.root.querySelectorAll('.skeleton').length > 4);
    expect(mounted.root.querySelector('.scroller [role=status]')?.textContent).to.equal('Loading');
    open();
    await waitUntil(() => mounted.tiles.length === 3);
    expect(mounted.root.querySelectorAll('.skeleton').length).to.equal(0);
  });

  it('what went wrong, and tries again', async () => {
    const library = new LiveLibrary(pictures(3));
    library.failure = new AdapterError('forbidden', 'No', { retryable: true });
    const mounted = await mount(library);
    await waitsFor(mounted, 'not allowed');
    library.failure = undefined;
    mounted.root.querySelector<HTMLElement>('.state .btn')?.click();
    await waitUntil(() => mounted.tiles.length === 3);
  });

  it('that a further page did not come, keeps what is there and tries again', async () => {
    const library = new LiveLibrary(pictures(150));
    const mounted = await mountFull(library);
    library.failure = new AdapterError('forbidden', 'No', { retryable: true });
    await mounted.scrollTo(100_000);
    await waitUntil(() => mounted.root.querySelector('.error-line') !== null);
    expect(mounted.canvas.getAttribute('aria-rowcount')).to.equal('150');
    const { reads } = library;
    await mounted.scrollTo(100);
    await mounted.scrollTo(100_000);
    expect(library.reads, 'does not ask by itself').to.equal(reads);
    library.failure = undefined;
    mounted.root.querySelector<HTMLElement>('.error-line .btn')?.click();
    await waitUntil(() => mounted.root.querySelector('.error-line') === null);
    await waitUntil(() => mounted.scroller.scrollHeight > 6000);
  });

  it('that there is no connection, and keeps what is there', async () => {
    const library = new LiveLibrary(pictures(3));
    const mounted = await mountFull(library);
    library.say('offline');
    await waitsFor(mounted, 'You are offline');
    expect(mounted.tiles.length).to.equal(3);
    library.say('live');
    await waitUntil(() => !textOf(mounted).includes('You are offline'));
  });
});

describe('<iteration-grid> filters', () => {
  it('by medium, with counts, through the store', async () => {
    const library = new LiveLibrary([...pictures(6), picture(6, { kind: 'video' }), picture(7, { kind: 'video' })]);
    const mounted = await mountFull(library);
    const chips = (): string[] =>
      [...mounted.root.querySelectorAll('.chip')].map((chip) => chip.textContent.replace(/\s+/g, ' ').trim());
    await waitUntil(() => chips()[0] === 'All 8');
    expect(chips()).to.deep.equal(['All 8', 'Images 6', 'Videos 2', 'Audios 0']);
    mounted.root.querySelector<HTMLElement>('[data-kind=video]')?.click();
    await waitUntil(() => mounted.tiles.length === 2);
    expect(storeFor(library.adapter).navigation.value.kind).to.equal('video');
    expect(mounted.root.querySelector('[data-kind=video]')?.getAttribute('aria-checked')).to.equal('true');
  });

  it('with arrows, as radio buttons do: one tab stop', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(3)));
    const stops = (): (string | undefined)[] =>
      [...mounted.root.querySelectorAll<HTMLElement>('.kind-filter [tabindex="0"]')].map((one) => one.dataset['kind']);
    mounted.root.querySelector<HTMLElement>('[data-kind=all]')?.focus({ preventScroll: true });
    for (const [key, kind] of [
      ['ArrowRight', 'image'],
      ['End', 'audio'],
      ['ArrowRight', 'all'],
      ['ArrowLeft', 'audio'],
    ] as const) {
      await mounted.type(key);
      expect((mounted.root.activeElement as HTMLElement).dataset['kind']).to.equal(kind);
      expect(stops()).to.deep.equal([kind]);
    }
  });

  it('by its own attributes before the navigation, and one session only', async () => {
    const library = new LiveLibrary([...pictures(12), picture(12, { kind: 'video' })]);
    storeFor(library.adapter).navigate({ kind: 'audio' });
    const mounted = await mountFull(library, {
      set: (element) => {
        element.setAttribute('kind', 'image');
        element.setAttribute('session-id', 's1');
        element.setAttribute('no-filter', '');
      },
    });
    expect(mounted.ids).to.deep.equal(['i000009', 'i000008', 'i000007', 'i000006', 'i000005']);
    expect(mounted.root.querySelector('.kind-filter')).to.equal(null);
  });

  it('shows what is archived when the navigation says so', async () => {
    const archived = picture(4, { archivedAt: '2026-11-20T00:00:00.000Z' });
    const library = new LiveLibrary([...pictures(3), archived]);
    const mounted = await mountFull(library);
    expect(mounted.tiles.length).to.equal(3);
    storeFor(library.adapter).navigate({ archived: true });
    await waitUntil(() => mounted.ids.join() === 'i000004');
  });
});
