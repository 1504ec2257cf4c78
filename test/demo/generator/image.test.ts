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

  it('an edit keeps size and light of the picture, in the colours of the words; a variation has another shape', async () => {
    const { media } = await make(generator, request('blue marble', { params: { aspect: '1:1' } }));
    const source = { url: 'x', mime: media.blob.type };
    const built = async (role: string, prompt: string, seed: string): Promise<ImageData> => {
      const brief = { prompt, references: [{ id: 'r', name: 'r', kind: 'image', source, role }] } as const;
      const params = { aspect: role === 'edit' ? '16:9' : '1:1' };
      const made = await make(generator, request(prompt, { brief, references: [media.blob], seed, params }));
      return decode(made.media.blob);
    };
    const light = ({ data, width, height }: ImageData): ImageData => {
      const grey = new ImageData(width, height);
      for (let i = 0; i < data.length; i += 4)
        grey.data.fill(0.3 * data[i]! + 0.59 * data[i + 1]! + 0.11 * data[i + 2]!, i, i + 3);
      return grey;
    };
    const [before, edited] = [await decode(media.blob), await built('edit', 'red and gold', '2')];
    const varied = await built('variation', 'blue marble', '2');
    expect(difference(before, edited), 'other colours').to.be.above(5);
    expect(difference(light(before), light(edited)), 'the same light').to.be.below(
      difference(light(before), light(varied)) / 1.5,
    );
  });
});
