import { expect } from '@open-wc/testing';
import type * as takeTurnModule from '../../../src/internal/take-turn.js';
import { storeFor } from '../../../src/store/index.js';
import { picture } from './live-library.js';
import {
  allClosed,
  film,
  heard,
  MediaLibrary,
  noteOn,
  playButton,
  said,
  sound,
  soundMedia,
  watchAudio,
} from './media-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const SOUND = sound(99).id;
const OTHER = sound(98, soundMedia('p:other-sound')).id;
const PICTURES = Array.from({ length: 60 }, (_, number) => picture(number));

const labelOf = (mounted: Mounted, id = SOUND): string | null => playButton(mounted, id).getAttribute('aria-label');
const timeOf = (mounted: Mounted, id = SOUND): string => playButton(mounted, id).dataset['time'] ?? '';
const playedOf = (mounted: Mounted, id = SOUND): string | undefined =>
  mounted.tile(id)?.querySelector<HTMLElement>('.sound-played')?.style.clipPath;
const wave = (mounted: Mounted, id = SOUND): HTMLElement =>
  mounted.tile(id)!.querySelector<HTMLElement>('.sound-wave')!;

describe('A sound on its tile', () => {
  let audio: ReturnType<typeof watchAudio>;
  beforeEach(() => (audio = watchAudio()));
  afterEach(() => audio.end());

  const now = (): HTMLAudioElement | undefined => audio.all.at(-1);
  const plays = (mounted: Mounted, id = SOUND): Promise<void> =>
    waitUntil(() => heard(now()) && labelOf(mounted, id) === 'Pause', `${id} plays`);

  it('plays and pauses by its button, which has no tab stop and keeps the focus', async () => {
    const mounted = await mountFull(new MediaLibrary([sound(99), picture(1)]));
    const button = playButton(mounted, SOUND);
    expect([labelOf(mounted), timeOf(mounted), button.tabIndex]).to.deep.equal(['Play', '0:30', -1]);
    mounted.focus(SOUND);
    await mounted.type('F2');
    expect(mounted.root.activeElement === button, 'F2 leads to it').to.equal(true);
    button.click();
    await plays(mounted);
    expect([button.title, mounted.root.activeElement === button, button.isConnected]).to.deep.equal([
      'Pause',
      true,
      true,
    ]);
    expect(mounted.stops).to.deep.equal([SOUND]);
    await waitUntil(() => timeOf(mounted) === '0:01' && playedOf(mounted) !== undefined, 'the time runs');
    button.click();
    await waitUntil(() => now()?.paused && labelOf(mounted) === 'Play');
    expect(audio.all.length).to.equal(1);
    button.click();
    await plays(mounted);
    expect(audio.all.length, 'goes on where it was').to.equal(1);
  });

  it('opens nothing by its button, and the tile by a press beside it', async () => {
    const library = new MediaLibrary([sound(99)]);
    const store = storeFor(library.adapter);
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    wave(mounted).click();
    expect(store.navigation.value.iterationId).to.equal(null);
    mounted.tile(SOUND)?.querySelector<HTMLElement>('.thumb')?.click();
    expect(store.navigation.value.iterationId).to.equal(SOUND);
    await waitUntil(() => now()?.paused, 'what is opened has the floor');
    expect(labelOf(mounted)).to.equal('Play');
    store.navigate({ iterationId: null });
    playButton(mounted, SOUND).click();
    await plays(mounted);
  });

  it('plays and pauses by P on its tile; P on a picture pauses it', async () => {
    const mounted = await mountFull(new MediaLibrary([sound(99), picture(1)]));
    mounted.focus(SOUND);
    expect(mounted.press('k').defaultPrevented).to.equal(true);
    await plays(mounted);
    mounted.press('k', { repeat: true });
    await mounted.type('K');
    await waitUntil(() => now()?.paused);
    mounted.press('k');
    await plays(mounted);
    mounted.focus(picture(1).id);
    expect(mounted.press('k').defaultPrevented).to.equal(true);
    await waitUntil(() => now()?.paused);
    expect(mounted.press('k').defaultPrevented, 'nothing plays: the key is the page’s').to.equal(false);
    expect(mounted.press('k', { ctrlKey: true }).defaultPrevented).to.equal(false);
  });

  it('goes where its waveform is pressed and drawn', async () => {
    const mounted = await mountFull(new MediaLibrary([sound(99)]));
    playButton(mounted, SOUND).click();
    await plays(mounted);
    playButton(mounted, SOUND).click();
    const target = wave(mounted);
    target.setPointerCapture = () => undefined;
    target.hasPointerCapture = () => true;
    const { left, width } = target.getBoundingClientRect();
    const point = (type: string, share: number): boolean =>
      target.dispatchEvent(new PointerEvent(type, { clientX: left + width * share, button: 0, bubbles: true }));
    point('pointerdown', 0.5);
    expect(Math.round(now()?.currentTime ?? 0)).to.equal(15);
    expect(playedOf(mounted)).to.contain('50%');
    expect(timeOf(mounted)).to.equal('0:15');
    point('pointermove', 0.8);
    expect(Math.round(now()?.currentTime ?? 0)).to.equal(24);
  });

  it('plays on when its tile is scrolled away, and shows how far it is when that is back', async () => {
    const library = new MediaLibrary([sound(99), ...PICTURES]);
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    await mounted.scrollTo(100_000);
    await waitUntil(() => mounted.tile(SOUND) === undefined, 'its tile has left');
    const at = now()?.currentTime ?? 0;
    await waitUntil(() => (now()?.currentTime ?? 0) > at, 'it plays on');
    expect(library.open).to.include('p:sound');
    await mounted.scrollTo(0);
    await waitUntil(() => mounted.tile(SOUND) !== undefined);
    await mounted.settled();
    expect([labelOf(mounted), wave(mounted).isConnected]).to.deep.equal(['Pause', true]);
  });

  it('ends by itself, and can be played again', async () => {
    const library = new MediaLibrary([sound(99, soundMedia('p:short-sound'))]);
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await waitUntil(() => audio.all.length === 1 && labelOf(mounted) === 'Play', 'it has ended');
    expect(mounted.tile(SOUND)?.querySelectorAll('.tile-sound').length).to.equal(0);
    expect(now()?.hasAttribute('src')).to.equal(false);
    await allClosed(library, 'p:short-sound');
    playButton(mounted, SOUND).click();
    await waitUntil(() => audio.all.length === 2 && labelOf(mounted) === 'Pause');
  });

  for (const [what, act] of [
    ['is archived', (library: MediaLibrary) => storeFor(library.adapter).archive('iteration', [SOUND])],
    [
      'is removed',
      (library: MediaLibrary) => {
        library.remove(SOUND);
        return Promise.resolve();
      },
    ],
    ['is archived with its session', (library: MediaLibrary) => storeFor(library.adapter).archive('session', ['s19'])],
  ] as const) {
    it(`stops when its iteration ${what}, also out of sight`, async () => {
      const library = new MediaLibrary([sound(99), ...PICTURES], {
        getSession: (id) => Promise.resolve({ id, createdAt: picture(0).createdAt, brief: { prompt: 'A brief' } }),
      });
      const mounted = await mountFull(library);
      await storeFor(library.adapter).loadSession('s19');
      playButton(mounted, SOUND).click();
      await plays(mounted);
      await mounted.scrollTo(3000);
      await act(library);
      await waitUntil(() => now()?.paused && !now()?.hasAttribute('src'), 'it has stopped');
      await allClosed(library, 'p:sound');
    });
  }

  it('stops with the element, and starts anew in another place', async () => {
    const library = new MediaLibrary([sound(99)]);
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    const first = now();
    mounted.element.remove();
    expect([first?.paused, first?.hasAttribute('src')]).to.deep.equal([true, false]);
    await allClosed(library, 'p:sound');
    mounted.box.append(mounted.element);
    await mounted.settled();
    expect(labelOf(mounted)).to.equal('Play');
    playButton(mounted, SOUND).click();
    await plays(mounted);
  });

  it('stops the one before, in this grid', async () => {
    const library = new MediaLibrary([sound(99), sound(98, soundMedia('p:other-sound'))]);
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    const first = now();
    playButton(mounted, OTHER).click();
    await plays(mounted, OTHER);
    expect([first?.paused, labelOf(mounted), timeOf(mounted)]).to.deep.equal([true, 'Play', '0:30']);
    await allClosed(library, 'p:sound');
  });

  it('pauses that of another grid, and keeps its place', async () => {
    const first = await mountFull(new MediaLibrary([sound(99)]));
    playButton(first, SOUND).click();
    await plays(first);
    const before = now();
    const second = await mountFull(new MediaLibrary([sound(99)]), { tag: 'iteration-timeline' });
    playButton(second, SOUND).click();
    await waitUntil(() => audio.all.length === 2 && heard(now()));
    await waitUntil(() => labelOf(first) === 'Play');
    expect([before?.paused, (before?.currentTime ?? 0) > 0]).to.deep.equal([true, true]);
  });

  it('pauses what another copy of this library plays, and the other way round', async () => {
    // Its address makes it another module, with nothing in common.
    const address = '../../../src/internal/take-turn.ts?another-copy';
    const { takeTurn } = (await import(address)) as typeof takeTurnModule;
    const theirs = document.createElement('audio');
    theirs.addEventListener('play', () => takeTurn(theirs, 'heard'));
    const library = new MediaLibrary([sound(99)]);
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    const ours = now();
    const opened = await library.adapter.openMedia!('p:other-sound', { signal: new AbortController().signal });
    theirs.src = opened.url;
    await theirs.play();
    await waitUntil(() => ours?.paused && heard(theirs), 'theirs plays, and ours does not');
    await waitUntil(() => labelOf(mounted) === 'Play');
    playButton(mounted, SOUND).click();
    await waitUntil(() => theirs.paused && !ours?.paused, 'ours plays, and theirs does not');
    theirs.pause();
    opened.close();
  });

  it('gets a fresh address once, and plays then', async () => {
    const library = new MediaLibrary([sound(99, soundMedia('p:expired'))]);
    library.fresh = { [SOUND]: soundMedia() };
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    expect([library.healed, noteOn(mounted, SOUND), said(mounted)]).to.deep.equal([[SOUND], undefined, '']);
  });

  it('goes on where it was when its address runs out on the way', async () => {
    const library = new MediaLibrary([sound(99)]);
    library.fresh = { [SOUND]: soundMedia('p:other-sound') };
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    now()!.currentTime = 10;
    now()!.dispatchEvent(new Event('error'));
    await waitUntil(() => audio.all.length === 2 && (now()?.currentTime ?? 0) > 10, 'it goes on');
    expect([audio.all[0]?.hasAttribute('src'), noteOn(mounted, SOUND)]).to.deep.equal([false, undefined]);
    await allClosed(library, 'p:sound');
  });

  for (const [url, mime, note] of [
    ['p:gone', 'audio/wav', 'Could not be loaded'],
    ['/no-such-file.wav', 'audio/wav', 'Could not be loaded'],
    ['p:garbage', 'audio/wav', 'Cannot be played here'],
    ['p:garbage', 'audio/x-nothing-plays-this', 'Cannot be played here'],
    ['java\nscript:document.title="hit"//', 'audio/wav', 'Could not be loaded'],
  ] as const) {
    it(`says on the tile and politely that ${JSON.stringify(url)} ${note.toLowerCase()}, and can be tried again`, async () => {
      const library = new MediaLibrary([sound(99, { ...soundMedia(url), mime }), sound(98)]);
      const mounted = await mountFull(library);
      playButton(mounted, SOUND).click();
      await waitUntil(() => noteOn(mounted, SOUND) === note && labelOf(mounted) === 'Play');
      await waitUntil(() => said(mounted).includes(note), 'it is said');
      await mounted.settled();
      expect(mounted.tile(SOUND)?.querySelectorAll('.tile-note').length).to.equal(1);
      playButton(mounted, SOUND).click();
      await waitUntil(() => noteOn(mounted, SOUND) === note);
      expect([library.healed, document.title === 'hit']).to.deep.equal([[SOUND], false]);
      playButton(mounted, OTHER).click();
      await plays(mounted, OTHER);
      expect(noteOn(mounted, SOUND)).to.equal(undefined);
    });
  }

  it('that nobody waits for any more is not played', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const library = new MediaLibrary([sound(99)]);
    const { openMedia } = library.adapter;
    Object.assign(library.adapter, {
      openMedia: async (...args: Parameters<NonNullable<typeof openMedia>>) => {
        await gate;
        return openMedia!(...args);
      },
    });
    const mounted = await mountFull(library);
    playButton(mounted, SOUND).click();
    await waitUntil(() => labelOf(mounted) === 'Pause', 'it is about to play');
    playButton(mounted, SOUND).click();
    await waitUntil(() => labelOf(mounted) === 'Play');
    open();
    await mounted.settled();
    expect(audio.all.length).to.equal(0);
  });

  it('plays over its cover, where it has one', async () => {
    const covered = sound(99, { ...soundMedia(), poster: { url: 'p:still' } });
    const mounted = await mountFull(new MediaLibrary([covered]));
    expect(mounted.tile(SOUND)?.querySelectorAll('.thumb > img').length).to.equal(1);
    playButton(mounted, SOUND).click();
    await plays(mounted);
    expect(wave(mounted).querySelectorAll('svg').length).to.equal(2);
  });

  it('costs tiles of pictures and films nothing', async () => {
    const mounted = await mountFull(new MediaLibrary([sound(99), film(50), picture(1)]));
    const nodes = (id: string): number => mounted.tile(id)!.querySelectorAll('*').length;
    const before = [nodes(picture(1).id), nodes(film(50).id)];
    playButton(mounted, SOUND).click();
    await plays(mounted);
    expect([nodes(picture(1).id), nodes(film(50).id)]).to.deep.equal(before);
    expect(playButton(mounted, SOUND).getBoundingClientRect().height).to.be.at.least(24);
  });
});
