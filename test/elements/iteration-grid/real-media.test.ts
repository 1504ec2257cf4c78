import { expect } from '@open-wc/testing';
import type { MediaSource } from '../../../src/model/index.js';
import {
  comeTo,
  film,
  filmOn,
  heard,
  leave,
  MediaLibrary,
  noteOn,
  playButton,
  sound,
  soundMedia,
  watchAudio,
} from './media-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { waitUntil } from '../../support/wait.js';

const FOLDER = '/shared/data/media';
const ID = sound(9).id;
const CANNOT = 'Cannot be played here';

const isThere = async (name: string): Promise<boolean> => (await fetch(`${FOLDER}/${name}`)).ok;

/** Plays it or says that it cannot: which of the two is the browser's to decide. */
async function playedOrSaid(mounted: Mounted, isPlaying: () => boolean, mime: string): Promise<void> {
  await waitUntil(() => isPlaying() || noteOn(mounted, ID) !== undefined, 'it plays, or says that it does not');
  if (isPlaying()) return;
  expect(noteOn(mounted, ID)).to.equal(CANNOT);
  console.info(`This browser does not play ${mime}: what is said instead was looked at`);
}

describe('Real files on tiles', () => {
  for (const [name, mime] of [
    ['sample1.mp3', 'audio/mpeg'],
    ['sample1.wav', 'audio/wav'],
  ] as const) {
    it(`plays ${name}, or says that it cannot`, async function () {
      if (!(await isThere(name))) return this.skip();
      const audio = watchAudio();
      const media: MediaSource = { ...soundMedia(`${FOLDER}/${name}`), mime };
      const mounted = await mountFull(new MediaLibrary([sound(9, media)]));
      playButton(mounted, ID).click();
      await playedOrSaid(mounted, () => heard(audio.all.at(-1)), mime);
      audio.end();
    });
  }

  it('shows what is in video1.mp4, or says that it cannot', async function () {
    if (!(await isThere('video1.mp4'))) return this.skip();
    const mime = 'video/mp4';
    const media: MediaSource = {
      url: `${FOLDER}/video1.mp4`,
      mime,
      width: 1280,
      height: 720,
      poster: { url: 'p:still' },
    };
    const mounted = await mountFull(new MediaLibrary([film(9, media)]));
    comeTo(mounted, ID);
    await playedOrSaid(mounted, () => filmOn(mounted, ID)?.dataset['state'] === 'shown', mime);
    leave(mounted, ID);
    expect(mounted.root.querySelectorAll('video').length).to.equal(0);
  });
});
