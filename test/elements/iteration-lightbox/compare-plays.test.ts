import { expect, nextFrame } from '@open-wc/testing';
import { keepSettings } from '../../../src/elements/iteration-lightbox/player/sound-settings.js';
import { tinyWav } from '../../../src/internal/tiny-wav.js';
import { TINY_WEBM } from '../../../src/internal/tiny-webm.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { compares, openCompare, panesOf } from './comparing.js';
import { film, sound } from './film.js';
import { backend, FILES, find, press, type Opened } from './lightbox.js';

const mediaOf = ({ box }: Opened): readonly HTMLMediaElement[] => [
  ...(box.shadowRoot?.querySelectorAll<HTMLMediaElement>('.pane :is(audio, video)') ?? []),
];

const loaded = (opened: Opened, count: number): Promise<void> =>
  waitUntil(
    () => mediaOf(opened).length === count && mediaOf(opened).every(({ readyState }) => readyState > 0),
    'has loaded',
  );

/** Which of them are heard. */
const heard = (opened: Opened): readonly boolean[] => mediaOf(opened).map(({ muted }) => !muted);

describe('iteration-lightbox: compare what plays', () => {
  afterEach(() => keepSettings({ muted: false, volume: 1, rate: 1 }));

  it('has one playhead for all, and lets the one that is acted on be heard', async () => {
    const opened = await openCompare(backend([sound('a', 30), sound('b', 20), sound('c', 10)]), 'a', 'b', 'c');
    await loaded(opened, 3);
    await waitUntil(() => heard(opened).join() === 'true,false,false', 'the first is heard');
    press(panesOf(opened)[0], 'ArrowRight');
    await waitUntil(() => heard(opened).join() === 'false,true,false', 'then the second');
    const voices = opened.box.shadowRoot?.querySelectorAll<HTMLElement>('.voices button') ?? [];
    voices[2]?.click();
    await waitUntil(() => heard(opened).join() === 'false,false,true', 'then the third');
    const slider = find(opened.box, '.playheads .position');
    await waitUntil(() => slider?.getAttribute('aria-valuemax') === '2', 'knows how long');
    slider?.focus();
    press(slider, 'End');
    await waitUntil(() => mediaOf(opened).every(({ currentTime }) => currentTime > 1.9), 'all go there');
    press(slider, 'Home');
    await waitUntil(() => mediaOf(opened).every(({ currentTime }) => currentTime === 0), 'and back');
  });

  it('plays and pauses all at once, at one place', async () => {
    const opened = await openCompare(backend([sound('a', 30), sound('b', 20)]), 'a', 'b');
    await loaded(opened, 2);
    // No page may be heard before somebody has pressed something.
    press(panesOf(opened)[0], 'm', { shiftKey: true });
    await waitUntil(() => heard(opened).join() === 'false,false', 'is muted');
    press(panesOf(opened)[0], 'k');
    await waitUntil(() => mediaOf(opened).every(({ paused, currentTime }) => !paused && currentTime > 0), 'plays');
    press(panesOf(opened)[0], ' ');
    await waitUntil(() => mediaOf(opened).every(({ paused }) => paused), 'pauses');
    const [one = 0, other = 1] = mediaOf(opened).map(({ currentTime }) => currentTime);
    expect(Math.abs(one - other)).to.be.lessThan(0.2);
    press(panesOf(opened)[0], 'm', { shiftKey: true });
    await waitUntil(() => heard(opened).join() === 'true,false', 'is heard again');
  });

  it('plays on where addresses were signed anew; what breaks off goes on where it was', async () => {
    const files = FILES as Record<string, Blob>;
    const long = tinyWav(20_000, 330);
    const signed = (sign: number): Iteration[] =>
      ['a', 'b'].map((id, at) => {
        const url = `p:${id}?sign=${sign}`;
        files[url] = long;
        return sound(id, 30 - at, { url, durationMs: 20_000 });
      });
    keepSettings({ muted: true });
    const adapter = backend(signed(1));
    const opened = await openCompare(adapter, 'a', 'b');
    await loaded(opened, 2);
    const before = mediaOf(opened);
    const slider = find(opened.box, '.playheads .position');
    await waitUntil(() => slider?.getAttribute('aria-valuemax') === '20', 'knows how long');
    press(slider, 'ArrowRight');
    await waitUntil(() => before.every(({ currentTime }) => currentTime > 0), 'is further on');
    const from = Math.min(...before.map(({ currentTime }) => currentTime));
    press(panesOf(opened)[0], 'k');
    await waitUntil(() => before.every(({ paused, currentTime }) => !paused && currentTime > from), 'plays');
    let emptied = 0;
    for (const media of before) media.addEventListener('emptied', () => (emptied += 1));
    adapter.rows = signed(2);
    opened.store.refresh();
    await waitUntil(() => opened.store.iteration('b')?.media?.url === 'p:b?sign=2', 'signed anew');
    await opened.box.updateComplete;
    await nextFrame();
    await nextFrame();
    expect([emptied, ...before.map(({ paused }) => paused)]).to.deep.equal([0, false, false]);

    for (const media of before) {
      Object.defineProperty(media, 'error', { value: { code: MediaError.MEDIA_ERR_NETWORK, message: '' } });
      media.dispatchEvent(new Event('error'));
    }
    await waitUntil(
      () => mediaOf(opened).length === 2 && mediaOf(opened).every((one) => !before.includes(one)),
      'anew',
    );
    await waitUntil(() => mediaOf(opened).every((one) => !one.paused && one.currentTime > from), 'goes on');
  });

  it('is heard again where it had been turned down to nothing', async () => {
    keepSettings({ muted: true, volume: 0 });
    const opened = await openCompare(backend([sound('a', 30), sound('b', 20)]), 'a', 'b');
    await loaded(opened, 2);
    press(panesOf(opened)[0], 'm', { shiftKey: true });
    await waitUntil(() => heard(opened).join() === 'true,false', 'is heard');
    expect(mediaOf(opened)[0]?.volume).to.equal(1);
  });

  it('holds six films, and lets go of the files of those that leave', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const opened = await openCompare(backend(ids.map((id, at) => film(id, 50 - at))), ...ids, 'g');
    await loaded(opened, 6);
    const last = mediaOf(opened)[5];
    panesOf(opened)[5]?.querySelector<HTMLElement>('.pane-remove')?.click();
    await compares(opened, ...ids.slice(0, 5));
    await waitUntil(() => last?.getAttribute('src') === null, 'is let go');
    press(panesOf(opened)[0], 'Escape');
    await waitUntil(() => mediaOf(opened).length === 0, 'all are');
  });

  it('goes on when its lightbox is moved within the page', async () => {
    const url = URL.createObjectURL(TINY_WEBM.blob());
    try {
      const opened = await openCompare(backend([film('a', 30, { url }), film('b', 20, { url })]), 'a', 'b');
      await loaded(opened, 2);
      const other = document.createElement('div');
      opened.box.parentElement?.append(other);
      other.append(opened.box);
      await compares(opened, 'a', 'b');
      await waitUntil(() => mediaOf(opened).every((media) => media.getAttribute('src') === url), 'has its files');
      await loaded(opened, 2);
    } finally {
      URL.revokeObjectURL(url);
    }
  });

  it('says it of a film that cannot be played, and plays the others', async () => {
    const opened = await openCompare(backend([film('a', 30, { url: 'p:garbage' }), film('b', 20)]), 'a', 'b');
    await waitUntil(() => panesOf(opened)[0]?.querySelector('.state'), 'says it');
    await loaded(opened, 1);
    expect(opened.box.shadowRoot?.querySelectorAll('.voices button').length).to.equal(1);
  });
});
