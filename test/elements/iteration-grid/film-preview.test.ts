import { expect, nextFrame } from '@open-wc/testing';
import { storeFor } from '../../../src/store/index.js';
import { picture } from './live-library.js';
import {
  allClosed,
  comeTo,
  film,
  filmMedia,
  filmOn,
  leave,
  MediaLibrary,
  noteOn,
  said,
  sound,
} from './media-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const FILM = film(9).id;
const OTHER = film(8).id;

const shown = (mounted: Mounted, id = FILM): Promise<void> =>
  waitUntil(() => filmOn(mounted, id)?.dataset['state'] === 'shown', `the film of ${id} shows`);

/** Long enough for a film to begin, where one would: that of a tile that the pointer came to later. */
async function untilAnotherWouldHaveBegun(mounted: Mounted): Promise<void> {
  const { element } = mounted;
  const rest = new Promise<void>((resolve) => setTimeout(resolve, 400));
  await rest;
  await element.updateComplete;
}

// Every module is a resource here, and a browser remembers 250.
performance.setResourceTimingBufferSize(5000);

describe('A film on its tile', () => {
  it('begins when a pointer rests on it: silent, again and again, and not for the keyboard or screen readers', async () => {
    const library = new MediaLibrary([film(9), picture(1)]);
    const mounted = await mountFull(library);
    expect(mounted.root.querySelectorAll('video').length).to.equal(0);
    const isLoaded = (): boolean =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/collection/tile-player'));
    expect(isLoaded(), 'its code comes with the pointer').to.equal(false);
    comeTo(mounted, FILM);
    await shown(mounted);
    expect(isLoaded()).to.equal(true);
    const video = filmOn(mounted, FILM) as HTMLVideoElement;
    expect([video.muted, video.loop, video.playsInline, video.paused, video.controls]).to.deep.equal([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(video.getAttribute('aria-hidden')).to.equal('true');
    expect(library.open).to.include('p:film');
    expect(mounted.stops, 'one tab stop').to.deep.equal([FILM]);
  });

  it('is gone when the pointer leaves, and lets go of what it loaded', async () => {
    const library = new MediaLibrary([film(9), picture(1)]);
    const mounted = await mountFull(library);
    comeTo(mounted, FILM);
    await shown(mounted);
    const video = filmOn(mounted, FILM) as HTMLVideoElement;
    leave(mounted, FILM);
    expect([video.isConnected, video.hasAttribute('src'), video.paused]).to.deep.equal([false, false, true]);
    await allClosed(library, 'p:film');
    comeTo(mounted, FILM);
    await shown(mounted);
  });

  it('loads nothing for a pointer that only passes', async () => {
    const library = new MediaLibrary([film(9), film(8, filmMedia({ url: 'p:clip' }))]);
    const mounted = await mountFull(library);
    comeTo(mounted, FILM);
    leave(mounted, FILM);
    comeTo(mounted, OTHER);
    await shown(mounted, OTHER);
    expect(library.asked).not.to.include('p:film');
  });

  it('shows one at a time, on the whole page', async () => {
    const mounted = await mountFull(new MediaLibrary([film(9), film(8)]), { height: 260 });
    const other = await mountFull(new MediaLibrary([film(9)]), { height: 260 });
    comeTo(mounted, FILM);
    await shown(mounted);
    comeTo(mounted, OTHER);
    await shown(mounted, OTHER);
    expect(filmOn(mounted, FILM) === null).to.equal(true);
    comeTo(other, FILM);
    await shown(other);
    await waitUntil(() => filmOn(mounted, OTHER) === null, 'that of the other grid is gone');
  });

  it('ends when its tile is scrolled away', async () => {
    const library = new MediaLibrary([film(99), ...Array.from({ length: 60 }, (_, number) => picture(number))]);
    const mounted = await mountFull(library);
    const id = film(99).id;
    comeTo(mounted, id);
    await shown(mounted, id);
    const video = filmOn(mounted, id) as HTMLVideoElement;
    // Just out of sight: the tile is still drawn.
    await mounted.scrollTo(mounted.tile(id)!.offsetHeight + 40);
    await waitUntil(() => !video.isConnected && !video.hasAttribute('src'), 'it is gone');
    await allClosed(library, 'p:film');
  });

  it('begins again on a tile that has come back under the pointer', async () => {
    const rows = [film(99), ...Array.from({ length: 60 }, (_, number) => picture(number))];
    const mounted = await mountFull(new MediaLibrary(rows));
    const id = film(99).id;
    comeTo(mounted, id);
    await shown(mounted, id);
    await mounted.scrollTo(100_000);
    await waitUntil(() => mounted.tile(id) === undefined, 'its tile has left');
    await mounted.scrollTo(0);
    await waitUntil(() => mounted.tile(id) !== undefined, 'it is back');
    comeTo(mounted, id);
    await shown(mounted, id);
  });

  it('ends when the tile is opened, when its iteration goes, and with the element', async () => {
    const library = new MediaLibrary([film(9), film(8), film(7)]);
    const store = storeFor(library.adapter);
    const mounted = await mountFull(library);
    const begin = async (id: string): Promise<HTMLVideoElement> => {
      comeTo(mounted, id);
      await shown(mounted, id);
      return filmOn(mounted, id) as HTMLVideoElement;
    };
    const opened = await begin(FILM);
    mounted.tile(FILM)?.querySelector<HTMLElement>('.tile-cell')?.click();
    expect([store.navigation.value.iterationId, opened.isConnected]).to.deep.equal([FILM, false]);
    store.navigate({ iterationId: null });
    leave(mounted, FILM);
    const archived = await begin(FILM);
    await store.archive('iteration', [FILM]);
    await waitUntil(() => !archived.isConnected && !archived.hasAttribute('src'));
    const torn = await begin(OTHER);
    mounted.element.remove();
    expect([torn.isConnected, torn.hasAttribute('src')]).to.deep.equal([false, false]);
    await allClosed(library, 'p:film');
  });

  it('does not begin for a finger, for the focus, for a sound or for a picture', async () => {
    const library = new MediaLibrary([film(9), film(8, filmMedia({ url: 'p:clip' })), sound(7), picture(1)]);
    const mounted = await mountFull(library);
    comeTo(mounted, FILM, 'touch');
    mounted.focus(FILM);
    comeTo(mounted, sound(7).id);
    comeTo(mounted, picture(1).id);
    comeTo(mounted, OTHER);
    await shown(mounted, OTHER);
    expect(library.asked.filter((url) => url === 'p:film' || url === 'p:sound')).to.deep.equal([]);
  });

  it('does not begin by itself where motion is not wanted, or data are to be saved; by its key it does', async () => {
    const library = new MediaLibrary([film(9)]);
    const mounted = await mountFull(library);
    const { matchMedia } = window;
    const match = matchMedia.bind(window);
    window.matchMedia = (query) => {
      const list = match(query);
      if (query.includes('reduced-motion')) Object.defineProperty(list, 'matches', { value: true });
      return list;
    };
    comeTo(mounted, FILM);
    await untilAnotherWouldHaveBegun(mounted);
    leave(mounted, FILM);
    window.matchMedia = matchMedia;
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
    comeTo(mounted, FILM);
    await untilAnotherWouldHaveBegun(mounted);
    leave(mounted, FILM);
    expect(library.asked).not.to.include('p:film');
    mounted.focus(FILM);
    expect(mounted.press('k').defaultPrevented).to.equal(true);
    await shown(mounted);
    Reflect.deleteProperty(navigator, 'connection');
    await mounted.type('K');
    expect(filmOn(mounted, FILM) === null).to.equal(true);
    mounted.press('k');
    await shown(mounted);
    mounted.root.querySelector<HTMLElement>('.tile')?.blur();
    expect(filmOn(mounted, FILM) === null, 'ends when the focus goes').to.equal(true);
  });

  it('is the short clip that was made for it, or a moving picture', async () => {
    const library = new MediaLibrary([
      film(9, filmMedia({ preview: { url: 'p:clip' } })),
      film(8, filmMedia({ preview: { url: 'p:moving-picture', mime: 'image/webp' } })),
    ]);
    const mounted = await mountFull(library);
    comeTo(mounted, FILM);
    await shown(mounted);
    comeTo(mounted, OTHER);
    await shown(mounted, OTHER);
    expect(filmOn(mounted, OTHER)?.localName).to.equal('img');
    expect(library.asked.filter((url) => url !== 'p:still')).to.deep.equal(['p:clip', 'p:moving-picture']);
  });

  it('gets a fresh address once, and plays then', async () => {
    const library = new MediaLibrary([film(9, filmMedia({ url: 'p:expired' }))]);
    library.fresh = { [FILM]: filmMedia() };
    const mounted = await mountFull(library);
    comeTo(mounted, FILM);
    await shown(mounted);
    expect(library.healed).to.deep.equal([FILM]);
    expect(noteOn(mounted, FILM)).to.equal(undefined);
  });

  for (const [url, mime, note] of [
    ['p:gone', 'video/webm', 'Could not be loaded'],
    ['/no-such-file.webm', 'video/webm', 'Could not be loaded'],
    ['p:garbage', 'video/x-nothing-plays-this', 'Cannot be played here'],
  ] as const) {
    it(`says on the tile, and to nobody else, that ${url} ${note.toLowerCase()}; asks for a fresh address once`, async () => {
      const library = new MediaLibrary([film(9, filmMedia({ url, mime }))]);
      const mounted = await mountFull(library);
      comeTo(mounted, FILM);
      await waitUntil(() => noteOn(mounted, FILM) === note);
      expect(filmOn(mounted, FILM) === null).to.equal(true);
      leave(mounted, FILM);
      expect(noteOn(mounted, FILM)).to.equal(undefined);
      comeTo(mounted, FILM);
      await waitUntil(() => noteOn(mounted, FILM) === note);
      expect(library.healed).to.deep.equal([FILM]);
      expect(said(mounted)).to.equal('');
    });
  }

  it('says that beside what can be pressed on a tile, never below it', async () => {
    const library = new MediaLibrary([film(9, filmMedia({ url: 'p:gone', mime: 'video/webm' }))]);
    const mounted = await mountFull(library);
    comeTo(mounted, FILM);
    await waitUntil(() => noteOn(mounted, FILM) !== undefined);
    const tile = mounted.tile(FILM)!;
    const note = tile.querySelector('.tile-note')!.getBoundingClientRect();
    const buttons = [...tile.querySelectorAll('[data-tile-action]')];
    expect(buttons.length).to.be.greaterThan(1);
    for (const button of buttons) {
      const { top, bottom, left, right } = button.getBoundingClientRect();
      const isApart = right <= note.left || left >= note.right || bottom <= note.top || top >= note.bottom;
      expect(isApart, button.getAttribute('data-tile-action')!).to.equal(true);
    }
  });

  it('stays within the box of its tile', async () => {
    const mounted = await mountFull(new MediaLibrary([film(9), picture(1)]));
    const box = (id: string): string => JSON.stringify(mounted.tile(id)?.getBoundingClientRect());
    const before = [box(FILM), box(picture(1).id)];
    comeTo(mounted, FILM);
    await shown(mounted);
    await nextFrame();
    expect([box(FILM), box(picture(1).id)]).to.deep.equal(before);
    expect(JSON.stringify(filmOn(mounted, FILM)?.getBoundingClientRect())).to.equal(before[0]);
  });
});
