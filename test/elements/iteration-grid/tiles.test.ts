import { expect } from '@open-wc/testing';
import type { Iteration } from '../../../src/model/index.js';
import { storeFor } from '../../../src/store/index.js';
import { AdapterError, LiveLibrary, picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const without = (row: Iteration): Iteration => {
  const copy: { media?: unknown } & Iteration = { ...row };
  delete copy.media;
  return copy;
};

const run = (fields: Partial<Iteration>): Iteration => without(picture(9, { generationId: 'g', ...fields }));

const named = (mounted: Mounted, id: string): string => mounted.tile(id)?.getAttribute('aria-label') ?? '';

const actions = (mounted: Mounted, id: string): (string | undefined)[] =>
  [...(mounted.tile(id)?.querySelectorAll<HTMLElement>('[data-tile-action]') ?? [])].map(
    (one) => one.dataset['tileAction'],
  );

describe('Tiles of <iteration-grid>', () => {
  const canceled: string[] = [];
  const retried: string[] = [];
  const generate = {
    cancel: (id: string) => {
      canceled.push(id);
      return Promise.resolve();
    },
    start: (request: { retryOf?: string }) => {
      retried.push(request.retryOf ?? '');
      return Promise.reject(new AdapterError('forbidden', 'Not here'));
    },
  } as never;

  it('are rows of a grid of one column, numbered, each with one cell', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(70)));
    expect(mounted.canvas.getAttribute('role')).to.equal('grid');
    expect(mounted.canvas.getAttribute('aria-colcount')).to.equal('1');
    expect(mounted.canvas.getAttribute('aria-rowcount')).to.equal('70');
    await mounted.scrollTo(1500);
    for (const tile of mounted.tiles) {
      expect(tile.getAttribute('role')).to.equal('row');
      expect(tile.getAttribute('aria-rowindex')).to.equal(String(70 - Number(tile.dataset['id']?.slice(1))));
      expect([...tile.children].map((child) => child.getAttribute('role'))).to.deep.equal(['gridcell']);
    }
  });

  it('say how far a run has come, and stop it', async () => {
    const library = new LiveLibrary([run({ status: 'running', progress: { value: 0.624 } })], { generate });
    const mounted = await mountFull(library);
    expect(named(mounted, 'i000009')).to.equal('Image: Picture 9, 62% done');
    expect(mounted.root.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).to.equal('62');
    mounted.root.querySelector<HTMLElement>('[data-tile-action=cancel]')?.click();
    await waitUntil(() => canceled.length > 0);
    expect(canceled).to.deep.equal(['g']);
    expect(storeFor(library.adapter).navigation.value.iterationId, 'opens nothing').to.equal(null);
  });

  it('offer no stop where the adapter has none, and say what waits', async () => {
    const library = new LiveLibrary([
      run({ id: 'a', status: 'queued', progress: { queuePosition: 3 } }),
      run({ id: 'b', status: 'canceling' }),
      run({ id: 'c', status: 'running' }),
      run({ id: 'd', status: 'polishing' as never, kind: 'hologram' as never }),
    ]);
    const mounted = await mountFull(library);
    expect(named(mounted, 'a')).to.contain('Number 3 in line');
    expect(named(mounted, 'b')).to.contain('Canceling');
    expect(named(mounted, 'c')).to.contain('Starting');
    expect(actions(mounted, 'c')).to.deep.equal(['select']);
  });

  it('say why something failed, and try it again, but not what was refused', async () => {
    const library = new LiveLibrary(
      [
        run({ id: 'a', status: 'failed', error: { code: 'unavailable', message: 'x' } }),
        run({ id: 'b', status: 'failed', error: { code: 'moderated', message: 'x' } }),
        run({ id: 'c', status: 'canceled' }),
      ],
      { generate },
    );
    const mounted = await mountFull(library);
    expect(mounted.tile('a')?.textContent).to.contain('not available at the moment');
    expect(mounted.tile('b')?.textContent).to.contain('content rules');
    const reason = mounted.tile('b')?.querySelector<HTMLElement>('.tile-reason');
    expect(reason?.textContent, 'one sentence').to.equal('The content rules did not allow this.');
    expect(reason?.title, 'all of it').to.contain('rephrase it');
    expect(actions(mounted, 'a')).to.deep.equal(['retry', 'menu', 'select']);
    expect(actions(mounted, 'b')).to.deep.equal(['menu', 'select']);
    expect(named(mounted, 'c')).to.contain('Canceled');
    let failed = 0;
    mounted.element.addEventListener('imaginations-failed', () => failed++);
    mounted.tile('a')?.querySelector<HTMLElement>('[data-tile-action=retry]')?.click();
    await waitUntil(() => failed === 1);
    expect(retried).to.deep.equal(['g']);
  });

  it('open with a plain click, not with a modifier, not when the host refuses', async () => {
    const library = new LiveLibrary(pictures(3));
    const store = storeFor(library.adapter);
    const mounted = await mountFull(library);
    const click = (init: MouseEventInit): void => {
      const target = mounted.tile('i000002')?.querySelector('.tile-cell');
      target?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...init }));
    };
    for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }]) click(init);
    expect(store.navigation.value.iterationId).to.equal(null);
    const refuse = (event: Event): void => event.preventDefault();
    mounted.element.addEventListener('iteration-open', refuse);
    click({});
    expect(store.navigation.value.iterationId).to.equal(null);
    mounted.element.removeEventListener('iteration-open', refuse);
    click({});
    expect(store.navigation.value.iterationId).to.equal('i000002');
  });

  it('have a menu of what the adapter can do', async () => {
    const archived: (readonly string[])[] = [];
    const library = new LiveLibrary(pictures(3), {
      archive: (selection) => {
        const ids = 'ids' in selection ? selection.ids : [];
        archived.push(ids);
        return Promise.resolve({ results: ids.map((id) => ({ id, ok: true as const })) });
      },
    });
    const mounted = await mountFull(library);
    mounted.tile('i000001')?.querySelector<HTMLElement>('[data-tile-action=menu]')?.click();
    const items = (): HTMLElement[] => [...mounted.root.querySelectorAll<HTMLElement>('[role=menuitem]')];
    await waitUntil(() => mounted.root.activeElement?.getAttribute('role') === 'menuitem');
    const names = items().map((item) => item.querySelector('.menu-label')?.textContent);
    expect(names).to.deep.equal(['Open', 'Select', 'Copy prompt', 'Download', 'Archive']);
    items()[4]?.click();
    await waitUntil(() => mounted.tile('i000001') === undefined);
    expect(archived).to.deep.equal([['i000001']]);
    expect(mounted.focused, 'the neighbour has the focus').to.equal('i000000');
  });

  it('show any text as it is, in names of at most 120 characters', async () => {
    const prompts = [
      '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
      '\u202Egnp.tpircs\u202C "quoted" \' & < >',
      '👩‍👩‍👧‍👦'.repeat(200),
      'word '.repeat(20_000),
      '${alert(1)} {{7*7}} javascript:alert(1)',
      '\u0000\u0001\uFFFE\uD800',
      ' \n\t ',
    ];
    const library = new LiveLibrary(prompts.map((prompt, number) => picture(number, { prompt })));
    const mounted = await mountFull(library);
    for (const [number, prompt] of prompts.entries()) {
      const tile = mounted.tile(picture(number).id);
      expect(tile?.getAttribute('aria-label')?.length).to.be.within(5, 120);
      const shown = tile?.querySelector('.tile-prompt')?.textContent ?? '';
      expect(shown.length).to.be.at.most(240);
      if (number < 2) expect(shown).to.equal(prompt);
    }
    expect(Reflect.get(window, 'hacked')).to.equal(undefined);
    expect(mounted.root.querySelectorAll('script, [onerror]').length).to.equal(0);
  });

  it('ask once for fresh addresses when a picture does not load', async () => {
    const asked: (readonly string[])[] = [];
    const media = { url: 'data:image/png;base64,AAAA', mime: 'image/png', width: 10, height: 10 };
    const library = new LiveLibrary([picture(0, { media })], {
      refreshMedia: (ids: readonly string[]) => {
        asked.push(ids);
        return Promise.resolve([]);
      },
    });
    const mounted = await mountFull(library);
    await waitUntil(() => asked.length === 1 && mounted.root.querySelector('img[data-state=failed]') !== null);
    expect(getComputedStyle(mounted.root.querySelector('.tile-broken')!).display).to.equal('grid');
  });
});
