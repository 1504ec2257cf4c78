import { expect, nextFrame } from '@open-wc/testing';
import {
  soundSettings,
  settingsFrom,
  keepSettings,
} from '../../../src/elements/iteration-lightbox/player/sound-settings.js';
import { keepPlace, placeOf, resumeMs } from '../../../src/elements/iteration-lightbox/player/places.js';
import { tinyWav } from '../../../src/internal/tiny-wav.js';
import type { Iteration, MediaSource } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { film, playing, sound } from './film.js';
import { backend, click, dialogOf, FILES, find, open, press, shows, textOf, tipOf, type Opened } from './lightbox.js';
import { deepActive } from '../../../src/internal/composed-tree.js';

const label = ({ box }: Opened, selector: string): string | null | undefined =>
  find(box, selector)?.getAttribute('aria-label');

const pressedOf = ({ box }: Opened, selector: string): string | null | undefined =>
  find(box, selector)?.getAttribute('aria-pressed');

describe('iteration-lightbox: the player', () => {
  beforeEach(() => keepSettings({ volume: 1, muted: false, rate: 1, captions: undefined }));
  afterEach(() => {
    keepSettings({ volume: 1, muted: false, rate: 1, captions: undefined });
    localStorage.removeItem('imaginations:player');
  });

  it('has a name for every control, and says which keys do the same', async () => {
    const opened = await open(backend([film('names', 30)]), 'names');
    await playing(opened);
    const all = [...(find(opened.box, '.controls')?.querySelectorAll('button, select, [role=slider]') ?? [])];
    expect(all.length).to.be.greaterThan(6);
    for (const one of all) expect(one.getAttribute('aria-label'), one.className).to.not.equal(null);
    const keys = ['.play', '.frameBack', '.frameOn', '.loop', '.mute', '.position', '.speed'].map((selector) =>
      find(opened.box, selector)?.getAttribute('aria-keyshortcuts'),
    );
    expect(keys).to.deep.equal(['K Space', ',', '.', 'Shift+L', 'Shift+M', 'J L', '< >']);
  });

  it('takes as much room before it has come as after', async () => {
    const opened = await open(backend([film('room', 30), sound('room2', 20)]), 'room');
    // Not where it is seen: the dialog grows while it opens.
    const box = (): number[] | undefined => {
      const at = find(opened.box, '.box');
      return at && [at.offsetLeft, at.offsetTop, at.offsetWidth, at.offsetHeight];
    };
    await waitUntil(box, 'the box is there');
    const before = box();
    await playing(opened);
    expect(box()).to.deep.equal(before);
    const { bottom = 0 } = find(opened.box, '.controls')?.getBoundingClientRect() ?? {};
    expect(bottom).to.be.lessThanOrEqual((find(opened.box, '.player')?.getBoundingClientRect().bottom ?? 0) + 0.5);
  });

  it('plays and pauses by a click on the film', async () => {
    const opened = await open(backend([film('click', 30)]), 'click');
    const media = await playing(opened);
    let plays = 0;
    media.play = () => Promise.resolve(void (plays += 1));
    media.click();
    expect(plays).to.equal(1);
  });

  it('goes back and on, slower and faster, mutes and loops by keys', async () => {
    const opened = await open(backend([sound('keys', 30)]), 'keys');
    const media = await playing(opened);
    const dialog = dialogOf(opened.box);
    press(dialog, 'l');
    press(dialog, 'l');
    expect(Math.round(media.currentTime * 10)).to.equal(4);
    press(dialog, 'j');
    expect(Math.round(media.currentTime * 10)).to.equal(2);
    press(dialog, '>', { shiftKey: true });
    expect(media.playbackRate).to.equal(1.25);
    press(dialog, '<');
    press(dialog, '<');
    expect(media.playbackRate).to.equal(0.75);
    for (let more = 0; more < 9; more += 1) press(dialog, '<');
    expect(media.playbackRate).to.equal(0.25);
    press(dialog, 'M', { shiftKey: true });
    press(dialog, 'L', { shiftKey: true });
    expect([media.muted, media.loop]).to.deep.equal([true, true]);
    await opened.box.updateComplete;
    expect([pressedOf(opened, '.mute'), pressedOf(opened, '.loop')]).to.deep.equal(['true', 'true']);
    expect(opened.store.navigation.value.iterationId).to.equal('keys');
  });

  it('leaves the keys of films alone where there is a picture', async () => {
    const opened = await open(backend([film('gone', 30), { ...film('pic', 20), kind: 'image' }]), 'pic');
    expect(press(dialogOf(opened.box), '.').defaultPrevented).to.equal(false);
  });

  it('steps by a frame, pauses for it, and says that its length is assumed', async () => {
    const opened = await open(backend([film('step', 30)]), 'step');
    const media = await playing(opened);
    let pauses = 0;
    media.pause = () => void (pauses += 1);
    expect(tipOf(opened.box, '.frameOn')).to.equal('Next frame (.) · 33 ms a frame, assumed');
    press(dialogOf(opened.box), '.');
    expect(Math.round(media.currentTime * 1000)).to.equal(33);
    press(dialogOf(opened.box), '.');
    press(dialogOf(opened.box), ',');
    expect(Math.round(media.currentTime * 1000)).to.equal(33);
    expect(pauses).to.equal(3);
  });

  it('remembers volume, mute and speed for the next, here and in the storage of the page', async () => {
    const opened = await open(backend([sound('loud', 30), film('next', 20)]), 'loud');
    await playing(opened);
    const slider = find(opened.box, '.loudness');
    press(slider, 'ArrowLeft');
    press(slider, 'ArrowLeft');
    const speed = opened.box.shadowRoot?.querySelector<HTMLSelectElement>('.speed');
    if (!speed) throw new Error('No speed');
    speed.value = '1.5';
    speed.dispatchEvent(new Event('change'));
    await opened.box.updateComplete;
    expect(slider?.getAttribute('aria-valuetext')).to.equal('90%');
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'next');
    const media = await playing(opened);
    expect(media).to.be.instanceOf(HTMLVideoElement);
    expect([Math.round(media.volume * 100), media.muted, media.playbackRate]).to.deep.equal([90, false, 1.5]);
    const { volume, rate } = settingsFrom(localStorage.getItem('imaginations:player'));
    expect([Math.round(volume * 100), rate]).to.deep.equal([90, 1.5]);
  });

  it('makes nothing of settings that make no sense, and needs no storage', () => {
    const asMade = { volume: 1, muted: false, rate: 1 };
    for (const text of [
      null,
      '',
      '{',
      'null',
      '7',
      '[]',
      '{"volume":"loud","rate":1e9,"muted":"yes"}',
      '{"volume":-1}',
    ]) {
      expect({ ...asMade, ...settingsFrom(text), captions: 0 }, String(text)).to.deep.equal({ ...asMade, captions: 0 });
    }
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    try {
      keepSettings({ volume: 0.5 });
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(soundSettings().volume).to.equal(0.5);
  });

  it('goes on where it was left, and stays as it was looped', async () => {
    const opened = await open(backend([sound('left', 30), film('other', 20)]), 'left');
    const first = await playing(opened);
    press(find(opened.box, '.position'), 'ArrowRight');
    press(find(opened.box, '.position'), 'ArrowRight');
    click(opened.box, '.loop');
    expect(Math.round(first.currentTime * 10)).to.equal(4);
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'other');
    await playing(opened);
    press(dialogOf(opened.box), 'ArrowLeft');
    await shows(opened, 'left');
    const again = await playing(opened);
    expect(again === first).to.equal(false);
    await waitUntil(() => Math.round(again.currentTime * 10) === 4, 'where it was');
    expect(again.loop).to.equal(true);
    expect(again.paused).to.equal(true);
  });

  it('plays on where its address was signed anew; one that breaks off goes on with the fresh one where it was', async () => {
    const files = FILES as Record<string, Blob>;
    const long = tinyWav(20_000, 330);
    for (const sign of [1, 2, 3]) files[`p:long?sign=${sign}`] = long;
    const signed = (sign: number): Iteration => sound('signed', 30, { url: `p:long?sign=${sign}`, durationMs: 20_000 });
    // No page may be heard before somebody has pressed something.
    keepSettings({ muted: true });
    const refreshMedia = (): Promise<(MediaSource | null)[]> => Promise.resolve([signed(3).media ?? null]);
    const opened = await open(backend([signed(1)], { refreshMedia }), 'signed');
    const first = await playing(opened);
    first.currentTime = 1.2;
    await first.play();
    await waitUntil(() => first.currentTime > 1.2, 'plays');
    let emptied = 0;
    first.addEventListener('emptied', () => (emptied += 1));
    opened.adapter.rows = [signed(2)];
    opened.store.refresh();
    await waitUntil(() => opened.store.iteration('signed')?.media?.url === signed(2).media?.url, 'signed anew');
    await opened.box.updateComplete;
    await nextFrame();
    await nextFrame();
    expect([emptied, first.paused, first.isConnected]).to.deep.equal([0, false, true]);
    expect(first.currentTime).to.be.greaterThanOrEqual(1.2);

    let before = first;
    for (const sign of [2, 3]) {
      Object.defineProperty(before, 'error', { value: { code: MediaError.MEDIA_ERR_NETWORK, message: '' } });
      before.dispatchEvent(new Event('error'));
      await waitUntil(() => opened.adapter.asked.includes(`p:long?sign=${sign}`), `asks for ${sign}`);
      await waitUntil(() => find(opened.box, 'audio') !== before, 'another one');
      const next = await playing(opened);
      await waitUntil(() => next.currentTime >= 1.2, `is there with ${sign}`);
      await waitUntil(() => !next.paused, `goes on with ${sign}`);
      before = next;
    }
  });

  it('remembers two hundred places of a store; what was at its end begins anew', () => {
    const [store, other] = [{}, {}];
    for (let at = 0; at < 250; at += 1) keepPlace(store, `place${at}`, { atMs: at });
    expect([placeOf(store, 'place49'), placeOf(store, 'place50')?.atMs]).to.deep.equal([undefined, 50]);
    keepPlace(store, 'ended', { atMs: 1990 });
    expect([
      resumeMs(store, 'ended', 2000),
      resumeMs(store, 'ended', undefined),
      resumeMs(store, 'never', 2000),
      resumeMs(other, 'ended', undefined),
    ]).to.deep.equal([0, 1990, 0, 0]);
  });

  it('keeps the focus when it comes while the browser controls have it', async () => {
    const opened = await open(backend([film('focus', 30)]), 'focus');
    const media = opened.box.shadowRoot?.querySelector('video');
    media?.focus();
    await playing(opened);
    expect(deepActive(document)?.getRootNode()).to.equal(opened.box.shadowRoot);
  });

  it('runs from left to right in a language that does not', async () => {
    const opened = await open(backend([sound('rtl', 30)]), 'rtl');
    opened.box.dir = 'rtl';
    const media = await playing(opened);
    press(find(opened.box, '.position'), 'ArrowRight');
    expect(media.currentTime).to.be.greaterThan(0);
    expect(getComputedStyle(find(opened.box, '.controls') ?? document.body).direction).to.equal('ltr');
  });

  it('shows no total of what has none', async () => {
    const opened = await open(backend([sound('endless', 30, { durationMs: Infinity })]), 'endless');
    const media = await playing(opened);
    Object.defineProperty(media, 'duration', { value: Infinity });
    media.dispatchEvent(new Event('durationchange'));
    await opened.box.updateComplete;
    expect([textOf(opened.box, '.total'), find(opened.box, '.position')?.ariaDisabled]).to.deep.equal(['', 'true']);
    expect(label(opened, '.position')).to.equal('Position');
  });
});

describe('iteration-lightbox: captions', () => {
  const CAPTIONS = [
    { url: 'p:en', lang: 'en', label: 'English' },
    { url: 'p:de', lang: 'de' },
  ];

  before(() => {
    const files = FILES as Record<string, Blob>;
    for (const name of ['p:en', 'p:de'])
      files[name] = new Blob([`WEBVTT\n\n00:00.000 --> 00:10.000\nHello of ${name}`], { type: 'text/vtt' });
  });
  beforeEach(() => keepSettings({ captions: undefined }));
  after(() => keepSettings({ captions: undefined }));

  it('are offered one after another, read when they are chosen, and remembered', async () => {
    const rows = [film('cc', 30, { captions: CAPTIONS }), film('cc2', 20, { captions: CAPTIONS })];
    const opened = await open(backend(rows), 'cc');
    const media = await playing(opened);
    const shown = (of: HTMLMediaElement): string[] => [...of.textTracks].map(({ mode }) => mode);
    expect(shown(media)).to.deep.equal(['disabled', 'disabled']);
    expect(opened.adapter.asked.filter((url) => url === 'p:en')).to.deep.equal([]);
    click(opened.box, '.btn.captions');
    expect(shown(media)).to.deep.equal(['showing', 'disabled']);
    await waitUntil(() => media.textTracks[0]?.cues?.length === 1, 'they are read');
    expect(tipOf(opened.box, '.btn.captions')).to.contain('English');
    press(dialogOf(opened.box), 'C', { shiftKey: true });
    expect(shown(media)).to.deep.equal(['disabled', 'showing']);
    press(dialogOf(opened.box), 'ArrowRight');
    await shows(opened, 'cc2');
    const next = await playing(opened);
    await waitUntil(() => shown(next).join() === 'disabled,showing', shown(next).join());
    click(opened.box, '.btn.captions');
    expect(shown(next)).to.deep.equal(['disabled', 'disabled']);
  });

  it('have no button where there are none, or nothing that makes sense', async () => {
    const strange = [null, 7, { url: 'p:en' }, { lang: 'en' }] as never;
    const opened = await open(backend([film('none', 30), film('odd', 20, { captions: strange })]), 'none');
    for (const id of ['none', 'odd']) {
      opened.store.navigate({ iterationId: id });
      await shows(opened, id);
      await playing(opened);
      expect(find(opened.box, '.btn.captions'), id).to.equal(undefined);
    }
  });
});
