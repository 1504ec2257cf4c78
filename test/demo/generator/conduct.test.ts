import { expect } from '@open-wc/testing';
import { createLocalGenerator } from '../../../demo/generator/index.js';
import { codeOf, decode, difference, make, request, signal, type Told } from './making.js';

const quiet = { progress: (): void => undefined };

describe('local generator: conduct', function () {
  this.timeout(30_000);
  const generator = createLocalGenerator({ stepDelayMs: 0, sizes: { image: 256 } });
  after(() => generator.dispose?.());

  it('tells its steps in order, with the time left and pictures of the unfinished work', async () => {
    const { media, told } = await make(generator, request('misty mountains'));
    const steps = told.flatMap(({ step }) => step ?? []);
    expect(steps).to.deep.equal(Array.from({ length: 10 }, (_, i) => i + 1));
    expect(told.at(-1)).to.include({ value: 1, etaMs: 0 });
    const previews = told.flatMap(({ preview }) => preview ?? []);
    expect(previews.length).to.be.at.least(3);
    const { width, height } = await decode(previews[0]!);
    expect(Math.max(width, height)).to.be.within(90, 160);
    expect(media.thumbnail!.width).to.be.at.most(480);
    expect(media.placeholder!.color).to.match(/^#[0-9a-f]{6}$/);
  });

  it('ends between two steps when its signal aborts', async () => {
    const abort = new AbortController();
    const told: Told[] = [];
    const made = generator.make(
      request('slow forest [slow]'),
      {
        progress: (progress) => {
          told.push(progress);
          if (progress.step === 2) abort.abort();
        },
      },
      abort.signal,
    );
    expect(await codeOf(made)).to.equal('aborted');
    expect(told.at(-1)!.step).to.be.at.most(3);
    expect(await codeOf(generator.make(request('x'), quiet, AbortSignal.abort()))).to.equal('aborted');
  });

  it('fails and refuses on cue', async () => {
    const first = generator.make(request('sea [fail]'), quiet, signal());
    const failure = await first.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(failure).to.include({ name: 'AdapterError', code: 'internal', retryable: true });
    expect(await codeOf(generator.make(request('sea [fail]'), quiet, signal()))).to.equal('internal');
    for (const cue of ['[refuse]', '[moderated]']) {
      const refused = await generator.make(request(`sea ${cue}`), quiet, signal()).catch((thrown: unknown) => thrown);
      expect(refused).to.include({ code: 'moderated' });
      expect((refused as { moderation?: { stage: string } }).moderation?.stage).to.equal('input');
    }
  });

  it('fails once on cue, for each seed and variant by itself', async () => {
    const wanted = request('sea [fail once]');
    expect(await codeOf(generator.make(wanted, quiet, signal()))).to.equal('internal');
    expect(await codeOf(generator.make(wanted, quiet, signal()))).to.equal('none');
    expect(await codeOf(generator.make({ ...wanted, variant: 1 }, quiet, signal()))).to.equal('internal');
  });

  it('takes its colours from a reference, and works without one it cannot read', async () => {
    const canvas = new OffscreenCanvas(64, 64);
    const ctx = canvas.getContext('2d')!;
    ctx.fillStyle = '#12843c';
    ctx.fillRect(0, 0, 64, 64);
    ctx.fillStyle = '#0a3d1e';
    ctx.fillRect(0, 0, 64, 24);
    const green = await canvas.convertToBlob();
    const greenness = async (references: readonly Blob[]): Promise<number> => {
      const { data } = await decode((await make(generator, request('red ink', { references }))).media.blob);
      let sum = 0;
      for (let i = 0; i < data.length; i += 4) sum += data[i + 1]! - (data[i]! + data[i + 2]!) / 2;
      return (sum * 4) / data.length;
    };
    const without = await greenness([]);
    expect(await greenness([green])).to.be.above(without + 25);
    expect(await greenness([new Blob(['no picture'], { type: 'image/png' })])).to.be.below(0);
  });

  it('serves each brief in turn, and says who waits', async () => {
    const single = createLocalGenerator({ stepDelayMs: 0, workers: 1, sizes: { image: 96 } });
    const order: string[] = [];
    const waited: Told[] = [];
    const one = async (prompt: string, variant: number): Promise<void> => {
      await single.make(request(prompt, { variant }), { progress: (progress) => waited.push(progress) }, signal());
      order.push(`${prompt}${variant}`);
    };
    await Promise.all([one('a', 0), one('a', 1), one('a', 2), one('b', 0)]);
    expect(order).to.deep.equal(['a0', 'b0', 'a1', 'a2']);
    expect(waited.some(({ queuePosition }) => queuePosition === 3)).to.equal(true);
    single.dispose?.();
  });

  it('ends everything when it is disposed, and starts nothing after', async () => {
    const brief = createLocalGenerator({ stepDelayMs: 50, workers: 1 });
    const running = [0, 1].map((variant) => codeOf(brief.make(request('sea', { variant }), quiet, signal())));
    brief.dispose?.();
    brief.dispose?.();
    expect(await Promise.all(running)).to.deep.equal(['aborted', 'aborted']);
    expect(await codeOf(brief.make(request('sea'), quiet, signal()))).to.equal('aborted');
  });

  it('makes every family of pictures, each unlike the others', async () => {
    const prompts = ['mountains', 'city', 'nebula', 'dahlia', 'bauhaus poster', 'silk', 'marbled ink', 'glass spheres'];
    const made = await Promise.all(
      prompts.map(async (prompt) => (await make(generator, request(prompt, { params: { aspect: '1:1' } }))).media),
    );
    expect(new Set(made.map(({ params }) => params!['family'])).size).to.equal(prompts.length);
    const all = await Promise.all(made.map(({ blob }) => decode(blob)));
    for (const [i, picture] of all.entries()) {
      expect(difference(picture, all[(i + 1) % all.length]!), prompts[i]).to.be.above(10);
    }
  });
});
