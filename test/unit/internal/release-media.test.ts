import { expect } from '@open-wc/testing';
import { releaseMedia } from '../../../src/internal/release-media.js';
import { tinyWav } from '../../../src/internal/tiny-wav.js';
import { waitUntil } from '../../support/wait.js';

describe('a medium that is not needed any more', () => {
  const beginning = async (): Promise<HTMLAudioElement> => {
    const media = document.createElement('audio');
    media.preload = 'auto';
    // Is asked for, and never comes.
    media.src = URL.createObjectURL(new MediaSource());
    document.body.append(media);
    await waitUntil(() => media.networkState === HTMLMediaElement.NETWORK_LOADING, 'begins');
    return media;
  };

  it('is let go of at once', async () => {
    const media = document.createElement('audio');
    media.src = URL.createObjectURL(tinyWav(500, 330));
    await waitUntil(() => media.readyState >= HTMLMediaElement.HAVE_METADATA, 'has come');
    releaseMedia(media);
    expect(media.hasAttribute('src')).to.equal(false);
    await waitUntil(() => media.networkState === HTMLMediaElement.NETWORK_EMPTY, 'empty');
  });

  it('is left to begin where it has only begun', async () => {
    const media = await beginning();
    media.remove();
    releaseMedia(media);
    expect(media.hasAttribute('src')).to.equal(true);
    await waitUntil(() => !media.hasAttribute('src'), 'let go of');
    await waitUntil(() => media.networkState === HTMLMediaElement.NETWORK_EMPTY, 'empty');
  });

  it('is left alone when it is in a page again by then', async () => {
    const [media, other] = [await beginning(), await beginning()];
    other.remove();
    releaseMedia(media);
    releaseMedia(other);
    await waitUntil(() => !other.hasAttribute('src'), 'the other is let go of');
    expect(media.hasAttribute('src')).to.equal(true);
    media.remove();
  });
});
