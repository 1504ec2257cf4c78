import { expect, nextFrame } from '@open-wc/testing';
import type { MediaSource } from '../../../src/model/index.js';
import { picture, pictures } from './live-library.js';
import { film, filmMedia, MediaLibrary } from './media-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const ID = picture(1).id;
const still = (more: Partial<MediaSource> = {}): MediaSource => ({
  url: 'p:still',
  mime: 'image/png',
  width: 1600,
  height: 1200,
  ...more,
});

const imgOf = (mounted: Mounted, id = ID): HTMLImageElement => mounted.tile(id)!.querySelector('img')!;
const isShown = (img: HTMLImageElement): boolean => ['shown', 'ready'].includes(img.dataset['state'] ?? '');

/** A library whose media come when they are let. */
function held(...args: ConstructorParameters<typeof MediaLibrary>) {
  const library = new MediaLibrary(...args);
  const { openMedia } = library.adapter;
  const aborted: string[] = [];
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  Object.assign(library.adapter, {
    openMedia: async (...[url, call]: Parameters<NonNullable<typeof openMedia>>) => {
      call.signal.addEventListener('abort', () => aborted.push(url));
      await gate;
      return openMedia!(url, call);
    },
  });
  return { library, aborted, letGo: () => letGo() };
}

describe('Pictures of <iteration-grid> on their way', () => {
  for (const [size, wanted] of [
    [100, 160],
    [220, 320],
    [400, 640],
  ] as const) {
    it(`are of the size that is shown: rows of ${size} px ask for ${wanted * devicePixelRatio} px`, async () => {
      const thumbnails = [1, 2, 4, 8, 16].map((by) => ({ url: `p:${by * 160}`, width: by * 160 }));
      const square = { url: 'p:original', mime: 'image/png', width: 1000, height: 1000 };
      const library = new MediaLibrary(
        Array.from({ length: 30 }, (_, number) => picture(number, { media: { ...square, thumbnails } })),
      );
      await mountFull(library, { width: 1200, set: (element) => (element.tileSize = size) });
      await waitUntil(() => library.asked.length > 0);
      expect([...new Set(library.asked)]).to.deep.equal([`p:${wanted * devicePixelRatio}`]);
    });
  }

  it('are stood in for by their colour, decoded beside the main thread, and move nothing when they come', async () => {
    const media = still({ placeholder: { color: '#336699' } });
    const rows = [picture(2), picture(1, { media }), film(3, filmMedia({ placeholder: { color: '#336699' } }))];
    const { library, letGo } = held(rows);
    const mounted = await mountFull(library);
    const boxes = (): string =>
      JSON.stringify(
        [...mounted.root.querySelectorAll('.tile, .thumb, .tile img')].map((one) => one.getBoundingClientRect()),
      );
    const before = boxes();
    for (const id of [ID, film(3).id]) {
      const img = imgOf(mounted, id);
      expect([img.decoding, img.dataset['state'], getComputedStyle(img).opacity]).to.deep.equal([
        'async',
        'loading',
        '0',
      ]);
      expect(getComputedStyle(img.parentElement!).backgroundColor).to.equal('rgb(51, 102, 153)');
    }
    letGo();
    await waitUntil(() => isShown(imgOf(mounted)) && isShown(imgOf(mounted, film(3).id)), 'they show');
    await nextFrame();
    expect(boxes()).to.equal(before);
  });

  it('are given up when their tile leaves before they are there', async () => {
    const rows = Array.from({ length: 60 }, (_, number) => picture(number, { media: still({ url: `p:${number}` }) }));
    const { library, aborted } = held(rows);
    const mounted = await mountFull(library);
    expect(mounted.tile(picture(59).id)).not.to.equal(undefined);
    await mounted.scrollTo(100_000);
    await waitUntil(() => mounted.tile(picture(59).id) === undefined && aborted.includes('p:59'), 'given up');
  });

  it('with public addresses are given up too: what has left asks for nothing', async () => {
    const mounted = await mountFull(new MediaLibrary(pictures(60)));
    const img = imgOf(mounted, picture(59).id);
    expect(img.hasAttribute('src')).to.equal(true);
    // No server here is slow enough: it says that it is still on its way.
    Object.defineProperty(img, 'complete', { value: false });
    await mounted.scrollTo(100_000);
    await waitUntil(() => !img.isConnected, 'its tile has left');
    expect(img.hasAttribute('src')).to.equal(false);
    await mounted.scrollTo(0);
    await waitUntil(() => isShown(imgOf(mounted, picture(59).id)), 'shows again');
  });

  it('get a fresh address when theirs has run out, once, and show then', async () => {
    const library = new MediaLibrary([picture(1, { media: still({ url: 'p:expired' }) }), picture(2)]);
    library.fresh = { [ID]: still() };
    const mounted = await mountFull(library);
    await waitUntil(() => isShown(imgOf(mounted)), 'shows');
    expect(library.healed).to.deep.equal([ID]);
  });

  it('whose fresh address fails as well are not asked for again', async () => {
    const library = new MediaLibrary([picture(1, { media: still({ url: 'p:expired' }) }), picture(2)]);
    library.fresh = { [ID]: still({ url: 'p:expired-too' }) };
    const mounted = await mountFull(library);
    await waitUntil(
      () => library.asked.includes('p:expired-too') && imgOf(mounted).dataset['state'] === 'failed',
      'both have failed',
    );
    await mounted.scrollTo(10);
    expect(library.healed).to.deep.equal([ID]);
    expect(mounted.tile(ID)?.querySelector('.tile-broken')?.textContent).to.contain('could not be shown');
  });
});
