import { expect } from '@open-wc/testing';
import { createLocalGenerator } from '../../../demo/generator/index.js';
import { ASPECTS, type Aspect } from '../../../demo/generator/intent.js';
import { decode, difference, make, request } from './making.js';

describe('local generator: images', function () {
  this.timeout(30_000);
  const generator = createLocalGenerator({ stepDelayMs: 0, sizes: { image: 320 } });
  after(() => generator.dispose?.());

  it('makes a picture whose decoded size is the one it reports, in every shape', async () => {
    for (const aspect of Object.keys(ASPECTS) as Aspect[]) {
      const { media } = await make(generator, request('marbled ink', { params: { aspect } }));
      const { width, height } = await decode(media.blob);
      expect([width, height], aspect).to.deep.equal([media.width, media.height]);
      const [w, h] = ASPECTS[aspect];
      expect(width / height, aspect).to.be.closeTo(w / h, 0.03);
      expect(Math.max(width, height)).to.be.at.most(322);
    }
  });

  it('makes the same bytes of the same request, and others for another seed or variant', async () => {
    const wanted = request('blue marble', { params: { aspect: '1:1' } });
    const first = (await make(generator, wanted)).media.blob;
    const again = (await make(generator, wanted)).media.blob;
    expect(new Uint8Array(await again.arrayBuffer())).to.deep.equal(new Uint8Array(await first.arrayBuffer()));
    const pixels = await decode(first);
    for (const other of [{ seed: '2' }, { variant: 1 }]) {
      const { media } = await make(generator, { ...wanted, ...other });
      const apart = difference(pixels, await decode(media.blob));
      expect(apart, JSON.stringify(other)).to.be.within(5, 255);
    }
  });
});
