import { expect } from '@open-wc/testing';
import { createLocalGenerator } from '../../../demo/generator/index.js';
import { make, request } from './making.js';
import { waitUntil } from '../../support/wait.js';

const samples = async (blob: Blob): Promise<AudioBuffer> =>
  new OfflineAudioContext(2, 1, 48_000).decodeAudioData(await blob.arrayBuffer());

function loudness(channel: Float32Array): { peak: number; mean: number } {
  let peak = 0;
  let sum = 0;
  for (const value of channel) {
    peak = Math.max(peak, Math.abs(value));
    sum += value * value;
  }
  return { peak, mean: Math.sqrt(sum / channel.length) };
}

describe('local generator: audio', function () {
  this.timeout(60_000);
  const generator = createLocalGenerator({ stepDelayMs: 0 });
  after(() => generator.dispose?.());
  const wanted = request('calm music by the sea', { kind: 'audio', params: { seconds: 6 } });

  it('makes a piece that decodes in stereo with its length, neither silent nor clipped', async () => {
    const { media } = await make(generator, wanted);
    const buffer = await samples(media.blob);
    expect(buffer.numberOfChannels).to.equal(2);
    expect(buffer.duration * 1000).to.be.closeTo(media.durationMs!, 60);
    for (const side of [0, 1]) {
      const { peak, mean } = loudness(buffer.getChannelData(side));
      expect(mean).to.be.above(0.02);
      expect(peak).to.be.below(0.999);
    }
    expect(media.peaks).to.have.lengthOf(200);
    expect(Math.max(...media.peaks!)).to.equal(1);
    expect(Math.min(...media.peaks!)).to.be.at.least(0);
  });

  it('reports the length that a player shows', async () => {
    const { media } = await make(generator, wanted);
    const url = URL.createObjectURL(media.blob);
    const audio = new Audio(url);
    audio.muted = true;
    await waitUntil(() => audio.readyState >= 1 || audio.error !== null, 'loaded', { timeout: 20_000 });
    expect(audio.error?.message).to.equal(undefined);
    expect(audio.duration * 1000).to.be.closeTo(media.durationMs!, 60);
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  });

  it('makes the same music of the same request and other music for another seed', async () => {
    const [first, again, other] = await Promise.all([
      make(generator, wanted),
      make(generator, wanted),
      make(generator, { ...wanted, seed: '2' }),
    ]);
    expect(again.media.peaks).to.deep.equal(first.media.peaks);
    expect(other.media.peaks).not.to.deep.equal(first.media.peaks);
  });

  it('goes on with a piece that is extended: it begins as that does, and is longer', async () => {
    const { media } = await make(generator, wanted);
    const source = { url: 'x', mime: media.blob.type };
    const references = [{ id: 'r', name: 'r', kind: 'audio', source, role: 'extend' }] as const;
    const brief = { prompt: 'drums in a storm', references };
    const { media: longer } = await make(generator, { ...wanted, brief, references: [media.blob], seed: '2' });
    // Where a browser cannot read what it has made, the end is all there is.
    if (longer.durationMs! < media.durationMs! + 4000) expect(navigator.userAgent).not.to.contain('Chrome');
    else {
      const [short, long] = await Promise.all([samples(media.blob), samples(longer.blob)]);
      const rate = short.sampleRate;
      const mean = (sound: AudioBuffer) => loudness(sound.getChannelData(0).slice(rate, rate * 3)).mean;
      expect(mean(long)).to.be.closeTo(mean(short), mean(short) / 5);
    }
  });
});
