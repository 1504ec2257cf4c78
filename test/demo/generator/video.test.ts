import { expect } from '@open-wc/testing';
import { createLocalGenerator } from '../../../demo/generator/index.js';
import { codeOf, decode, make, request } from './making.js';
import { waitUntil } from '../../support/wait.js';

describe('local generator: videos', function () {
  this.timeout(60_000);
  const generator = createLocalGenerator({ stepDelayMs: 0, sizes: { video: 256 } });
  after(() => generator.dispose?.());

  const wanted = request('silk in the wind', { kind: 'video', params: { seconds: 2, aspect: '3:2' } });
  const able = async (): Promise<boolean> => {
    if (typeof VideoEncoder === 'undefined') return false;
    // WebKitGTK crashes when this is the first thing a page asks of its media framework.
    document.createElement('video').canPlayType('video/webm');
    const config = { width: 256, height: 170, bitrate: 500_000 };
    const answers = await Promise.all(
      ['vp8', 'vp09.00.10.08'].map((codec) => VideoEncoder.isConfigSupported({ codec, ...config })),
    );
    return answers.some(({ supported }) => supported === true);
  };

  it('makes a clip that plays with the size and length it reports, or says that this browser cannot', async () => {
    if (!(await able())) {
      expect(
        await codeOf(generator.make(wanted, { progress: () => undefined }, new AbortController().signal)),
      ).to.equal('unsupported');
      return;
    }
    const { media, told } = await make(generator, wanted);
    const video = document.createElement('video');
    video.muted = true;
    const url = URL.createObjectURL(media.blob);
    video.src = url;
    document.body.append(video);
    await waitUntil(() => video.readyState >= 2 || video.error !== null, 'loaded', { timeout: 20_000 });
    expect(video.error?.message).to.equal(undefined);
    expect([video.videoWidth, video.videoHeight]).to.deep.equal([media.width, media.height]);
    expect(video.duration * 1000).to.be.closeTo(media.durationMs!, 1);
    expect(media.durationMs).to.equal(2000);
    expect(media.width! / media.height!).to.be.closeTo(1.5, 0.03);

    const canvas = new OffscreenCanvas(32, 32);
    const ctx = canvas.getContext('2d')!;
    // Decoded is not yet handed to a canvas: the first draws of a clip may find nothing.
    const brightest = (): number => {
      ctx.drawImage(video, 0, 0, 32, 32);
      return Math.max(...ctx.getImageData(0, 0, 32, 32).data.filter((_, i) => i % 4 !== 3));
    };
    await waitUntil(() => brightest() > 40, 'a frame that is not black', { timeout: 20_000 });
    video.remove();
    URL.revokeObjectURL(url);

    const poster = await decode(media.poster!.blob);
    expect([poster.width, poster.height]).to.deep.equal([media.width, media.height]);
    expect(told.at(-1)).to.include({ value: 1 });
  });

  it('goes on with a clip that is extended, in its size', async () => {
    if (!(await able())) return;
    const { media } = await make(generator, wanted);
    const source = { url: 'x', mime: media.blob.type };
    const references = [{ id: 'r', name: 'r', kind: 'video', source, role: 'extend' }] as const;
    const brief = { prompt: 'a city at night', references };
    const params = { seconds: 2, aspect: '1:1' };
    const { media: longer } = await make(generator, { ...wanted, brief, references: [media.blob], params });
    // Where a browser cannot read what it has made, the end is all there is.
    if (longer.durationMs === 2000) expect(longer.width).to.equal(longer.height);
    else expect([longer.durationMs, longer.width, longer.height]).to.deep.equal([4000, media.width, media.height]);
  });
});
