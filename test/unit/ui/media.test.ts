import { expect } from '@open-wc/testing';
import { html, nothing, render, type TemplateResult } from 'lit';
import type { MediaSource } from '../../../src/model/index.js';
import { mediaUrl } from '../../../src/ui/media-url.js';
import { pictureSource } from '../../../src/ui/picture-source.js';
import { pictureUrl } from '../../../src/ui/rendition.js';
import { mediaThumbnail as thumbnail } from '../../../src/ui/media-thumbnail.js';
import { clear, CountingOpener, PIXEL, show } from './parts.js';
import { waitUntil } from '../../support/wait.js';

const audio = (opener: CountingOpener | undefined, url: string | undefined, onError?: (cause: unknown) => void) =>
  html`<audio src=${mediaUrl(opener, url, onError)}></audio>`;

const src = (place: ParentNode): string | null | undefined => place.querySelector('audio, img')?.getAttribute('src');

describe('mediaUrl', () => {
  afterEach(clear);

  it('passes what the browser may load as it is, without asking the opener', () => {
    const opener = new CountingOpener();
    expect(src(show(audio(opener, PIXEL)))).to.equal(PIXEL);
    expect(opener.opened).to.deep.equal([]);
  });

  it('gives nothing for what is not allowed', () => {
    const causes: unknown[] = [];
    const place = show(audio(undefined, 'javascript:alert(1)', (cause) => causes.push(cause)));
    expect(src(place)).to.equal(null);
    expect(causes).to.deep.equal([undefined]);
  });

  it('opens once, and closes when it leaves', async () => {
    const opener = new CountingOpener();
    const place = show(audio(opener, 'asset:1'));
    show(audio(opener, 'asset:1'), place);
    await waitUntil(() => src(place)?.startsWith('blob:'));
    expect([opener.opened, opener.current]).to.deep.equal([['asset:1'], ['asset:1']]);
    show(nothing, place);
    expect(opener.current).to.deep.equal([]);
  });

  it('closes the former with the next', async () => {
    const opener = new CountingOpener();
    const place = show(audio(opener, 'asset:1'));
    await waitUntil(() => opener.current.length === 1);
    show(audio(opener, 'asset:2'), place);
    expect(src(place)).to.equal(null);
    await waitUntil(() => opener.current.join() === 'asset:2' && src(place) !== null);
    show(audio(opener, undefined), place);
    expect([opener.current, src(place)]).to.deep.equal([[], null]);
  });

  it('drops and closes an answer that comes too late', async () => {
    const opener = new CountingOpener();
    opener.manual = true;
    const place = show(audio(opener, 'asset:1'));
    show(audio(opener, PIXEL), place);
    opener.gates[0]!();
    await waitUntil(() => opener.opened.length === 1 && opener.current.length === 0);
    opener.manual = false;
    show(audio(opener, 'asset:2'), place);
    await waitUntil(() => opener.current.join() === 'asset:2');
  });

  it('opens again after a reconnect', async () => {
    const opener = new CountingOpener();
    const place = document.createElement('div');
    const part = render(audio(opener, 'asset:1'), place);
    await waitUntil(() => opener.current.length === 1);
    part.setConnected(false);
    expect(opener.current).to.deep.equal([]);
    part.setConnected(true);
    await waitUntil(() => opener.current.length === 1 && Boolean(src(place)?.startsWith('blob:')));
    part.setConnected(false);
  });

  it("gates what the opener answers, and tells the opener's failure", async () => {
    const opener = new CountingOpener();
    opener.url = 'data:text/html,<p>';
    const causes: unknown[] = [];
    const place = show(audio(opener, 'asset:1', (cause) => causes.push(cause)));
    await waitUntil(() => causes.length === 1);
    expect(src(place)).to.equal(null);
    opener.fail = true;
    show(
      audio(opener, 'asset:2', (cause) => causes.push(cause)),
      place,
    );
    await waitUntil(() => causes.length === 2);
    expect(String(causes[1])).to.equal('Error: gone');
  });
});

describe('pictureSource', () => {
  it('opens nothing while it is out of the page, and the last one asked for once it is back', async () => {
    const opener = new CountingOpener();
    const place = document.createElement('div');
    const picture = (url: string): TemplateResult => html`<img alt="" ${pictureSource({ opener, url })} />`;
    const part = render(picture('asset:1'), place);
    await waitUntil(() => opener.current.length === 1);
    part.setConnected(false);
    render(picture('asset:2'), place);
    expect([opener.opened, opener.current]).to.deep.equal([['asset:1'], []]);
    part.setConnected(true);
    await waitUntil(() => opener.current.join() === 'asset:2' && src(place)?.startsWith('blob:'));
    part.setConnected(false);
    expect(opener.current).to.deep.equal([]);
  });
});

describe('pictureUrl', () => {
  const media = (more: Partial<MediaSource>): MediaSource => ({ url: 'full', mime: 'image/png', ...more });
  const thumbnails = [400, 100, 200].map((width) => ({ url: String(width), width }));

  it('takes the smallest that is wide enough', () => {
    expect([50, 100, 101, 400].map((width) => pictureUrl(media({ thumbnails }), 'image', width))).to.deep.equal([
      '100',
      '100',
      '200',
      '400',
    ]);
  });

  it('takes the widest while it is at least half as wide, then the original', () => {
    expect([401, 800, 801].map((width) => pictureUrl(media({ thumbnails }), 'image', width))).to.deep.equal([
      '400',
      '400',
      'full',
    ]);
  });

  it('never takes the original of a video, an audio, or of too many pixels', () => {
    expect(pictureUrl(media({ thumbnails }), 'video', 4000)).to.equal('400');
    expect(pictureUrl(media({ poster: { url: 'poster' } }), 'video', 100)).to.equal('poster');
    expect(pictureUrl(media({}), 'video', 100)).to.equal(undefined);
    expect(pictureUrl(media({}), 'audio', 100)).to.equal(undefined);
    expect(pictureUrl(media({ width: 20_000, height: 20_000 }), 'image', 100)).to.equal(undefined);
    expect(pictureUrl(media({ width: 20_000, height: 20_000, thumbnails }), 'image', 4000)).to.equal('400');
  });

  it('asks a backend that resizes for steps, so that its answers can be cached', () => {
    const template = media({ thumbnailTemplate: 'x?w={w}&r={w}' });
    expect(pictureUrl(template, 'image', 161)).to.equal('x?w=320&r=320');
    expect(pictureUrl(template, 'image', 0)).to.equal('x?w=160&r=160');
  });
});

describe('thumbnail', () => {
  afterEach(clear);

  const state = (place: ParentNode): string | undefined => place.querySelector('img')?.dataset['state'];
  const tile = (url: string, more: Partial<MediaSource> = {}, opener?: CountingOpener): TemplateResult =>
    thumbnail({ media: { url, mime: 'image/png', ...more }, kind: 'image', opener, width: 100 });

  it('shows the picture, without a referrer', async () => {
    const place = show(tile(PIXEL));
    await waitUntil(() => ['shown', 'ready'].includes(state(place) ?? ''));
    const img = place.querySelector('img')!;
    expect([img.alt, img.referrerPolicy, img.decoding, img.draggable]).to.deep.equal([
      '',
      'no-referrer',
      'async',
      false,
    ]);
  });

  it('stands in with the colour of the picture, and with nothing that is no colour', () => {
    const color = (placeholder: MediaSource['placeholder'] & object): string =>
      show(tile(PIXEL, { placeholder })).querySelector<HTMLElement>('.thumb')!.style.backgroundColor;
    expect(color({ color: '#102030' })).to.equal('rgb(16, 32, 48)');
    expect(color({ color: 'red; position: fixed' })).to.equal('');
    expect(color({ color: 'url(https://evil.example)' })).to.equal('');
    expect(color({ thumbhash: '!!!!' })).to.equal('');
    // Lightness 63/63, no chroma.
    expect(color({ thumbhash: btoa(String.fromCharCode(0xff, 0xf7, 0x01)) })).to.match(/^rgb\(25\d, 25\d, 25\d\)$/);
  });

  it('says so when there is no picture', async () => {
    const causes: unknown[] = [];
    const broken = { url: 'data:image/png;base64,AAAA', mime: 'image/png' };
    const place = show(thumbnail({ media: broken, kind: 'image', width: 100, onError: (cause) => causes.push(cause) }));
    await waitUntil(() => state(place) === 'failed');
    expect(causes.length).to.equal(1);
  });

  it('does not show the former picture while the next is on its way', async () => {
    const opener = new CountingOpener();
    opener.manual = true;
    const place = show(tile(PIXEL));
    await waitUntil(() => ['shown', 'ready'].includes(state(place) ?? ''));
    show(tile('asset:2', {}, opener), place);
    expect([src(place), state(place)]).to.deep.equal([null, 'loading']);
    opener.gates[0]!();
    await waitUntil(() => ['shown', 'ready'].includes(state(place) ?? ''));
    show(nothing, place);
    expect(opener.current).to.deep.equal([]);
  });

  it('draws audio as its waveform, in two paths however long', () => {
    const peaks = Array.from({ length: 5000 }, (_, at) => (at % 7) / 7);
    const place = show(
      thumbnail({ media: { url: 'x', mime: 'audio/mpeg', waveform: { peaks } }, kind: 'audio', width: 100 }),
    );
    expect(place.querySelectorAll('img').length).to.equal(0);
    expect(place.querySelectorAll('path').length).to.equal(2);
    expect(place.querySelectorAll('path')[1]!.getAttribute('d')!.split('M').length - 1).to.equal(48);
  });
});
