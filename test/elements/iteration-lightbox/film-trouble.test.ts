import { expect } from '@open-wc/testing';
import { FrameClock } from '../../../src/elements/iteration-lightbox/player/frame-clock.js';
import { TINY_WEBM } from '../../../src/internal/tiny-webm.js';
import { waitUntil } from '../../support/wait.js';
import { film, playing, sound } from './film.js';
import { backend, FILES, find, open, textOf } from './lightbox.js';

const files = FILES as Record<string, Blob>;
const REAL = '/shared/data/media';

describe('iteration-lightbox: films and sounds in trouble', () => {
  before(() => {
    files['p:empty'] = new Blob([], { type: 'video/webm' });
    files['p:cut'] = TINY_WEBM.blob().slice(0, 120, 'video/webm');
  });

  for (const kind of ['film', 'sound'] as const) {
    for (const url of ['p:empty', 'p:garbage', 'p:cut']) {
      it(`says of a ${kind} that it cannot be played, and offers the file: ${url}`, async () => {
        const one = kind === 'film' ? film('a', 30, { url }) : sound('a', 30, { url });
        const { box } = await open(backend([one]), 'a');
        await waitUntil(() => find(box, '.state'), 'says so');
        expect(textOf(box, '.state-text')).to.contain('cannot play this file');
        expect(textOf(box, '.state-actions')).to.contain('Download');
        expect(find(box, '.controls')).to.equal(undefined);
      });
    }
  }

  it('plays what is not what its type says', async function () {
    const opened = await open(backend([film('a', 30, { mime: 'video/mp4' })]), 'a');
    await playing(opened);
    expect(find(opened.box, '.state')).to.equal(undefined);
  });

  it('says so of a film of which only the sound can be played', async () => {
    const opened = await open(backend([film('a', 30, { url: 'p:audio', mime: 'video/mp4' })]), 'a');
    await waitUntil(() => find(opened.box, '.state'), 'says so');
    expect(textOf(opened.box, '.state-text')).to.contain('cannot play this file');
  });

  for (const [name, mime] of [
    ['video1.mp4', 'video/mp4'],
    ['sample1.mp3', 'audio/mpeg'],
    ['sample1.wav', 'audio/wav'],
  ] as const) {
    it(`plays a real file, or says that it cannot: ${name}`, async function () {
      const answer = await fetch(`${REAL}/${name}`);
      if (!answer.ok) this.skip();
      files['p:real'] = await answer.blob();
      const more = { url: 'p:real', mime };
      const opened = await open(backend([mime === 'video/mp4' ? film('r', 30, more) : sound('r', 30, more)]), 'r');
      if (document.createElement('video').canPlayType(mime) === '') {
        await waitUntil(() => find(opened.box, '.state'), 'says so');
      } else {
        const media = await playing(opened);
        expect(media.duration).to.be.greaterThan(1);
        await waitUntil(() => textOf(opened.box, '.total') !== '', 'shows how long it is');
      }
    });
  }
});

describe('The clock of frames', () => {
  /** A film that tells of frames when it is told to. */
  function told(): { readonly film: HTMLVideoElement; readonly tell: (mediaTime: number, frames: number) => void } {
    const element = document.createElement('video');
    let asked: VideoFrameRequestCallback | undefined;
    element.requestVideoFrameCallback = (callback) => {
      asked = callback;
      return 1;
    };
    Object.defineProperty(element, 'paused', { value: false });
    return {
      film: element,
      tell: (mediaTime, presentedFrames) => asked?.(0, { mediaTime, presentedFrames } as VideoFrameCallbackMetadata),
    };
  }

  it('measures a frame while it plays, and is not misled by those that were dropped', () => {
    let news = 0;
    const clock = new FrameClock(() => (news += 1));
    const { film: element, tell } = told();
    clock.watch(element);
    expect([clock.isMeasured, Math.round(clock.frameMs)]).to.deep.equal([false, 33]);
    tell(0, 1);
    tell(0.12, 2);
    expect(Math.round(clock.frameMs)).to.equal(120);
    tell(0.16, 3);
    tell(0.28, 4);
    tell(0.36, 6);
    expect([clock.isMeasured, Math.round(clock.frameMs), news]).to.deep.equal([true, 40, 2]);
    // Into the middle of the frame after 360 ms, and of that before.
    expect([Math.round(clock.stepFrom(370, 1)), Math.round(clock.stepFrom(370, -1))]).to.deep.equal([420, 340]);
    // What is far from the last frame that was told of is not at it.
    expect(Math.round(clock.stepFrom(1000, 1))).to.equal(1040);
  });

  it('assumes a thirtieth of a second where the browser tells nothing, or another film comes', () => {
    const clock = new FrameClock(() => undefined);
    const { film: element, tell } = told();
    clock.watch(element);
    tell(0, 1);
    tell(0.02, 2);
    expect(clock.isMeasured).to.equal(true);
    clock.watch(undefined);
    expect([clock.isMeasured, Math.round(clock.stepFrom(1000, -1))]).to.deep.equal([false, 967]);
  });
});
