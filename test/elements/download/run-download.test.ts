import { expect } from '@open-wc/testing';
import { runDownload } from '../../../src/elements/download/run-download.js';
import { running } from '../../support/rows.js';
import { catchSaved, kept, lost, sidecarOf, storeOf } from './download-stage.js';

describe('a download', () => {
  let caught: ReturnType<typeof catchSaved>;
  beforeEach(() => (caught = catchSaved()));
  afterEach(() => caught.restore());

  it('says why a zip that becomes a blob has come to nothing', async () => {
    const { store } = storeOf([lost('a'), lost('b')]);
    const { done, failed, error } = await runDownload(store, ['a', 'b'], {});
    expect(error?.code).to.equal('not-found');
    expect(done).to.deep.equal([]);
    expect(failed.map(({ id, error: why }) => [id, why.code])).to.deep.equal([
      ['a', 'not-found'],
      ['b', 'not-found'],
    ]);
    expect(caught.saved).to.deep.equal([]);
  });

  for (const ids of [['a'], ['a', 'b']]) {
    it(`of ${ids.length} goes on where what follows it throws`, async () => {
      const { store } = storeOf([kept('a'), kept('b')]);
      const progress = (): never => {
        throw new Error('A bar that is broken');
      };
      const outcome = await runDownload(store, ids, { progress });
      expect(outcome.error).to.equal(undefined);
      expect(outcome.done).to.deep.equal(ids);
      expect(caught.saved.length).to.equal(1);
    });
  }

  it('has the rest in its zip where one look-up failed', async () => {
    const { store, refused } = storeOf(['a', 'b', 'c', 'd', 'e'].map(kept));
    refused.add('c');
    const { done, failed, error } = await runDownload(store, ['a', 'b', 'c', 'd', 'e'], {});
    expect(error).to.equal(undefined);
    expect(done).to.deep.equal(['a', 'b', 'e']);
    expect(failed.map(({ id, error: why }) => [id, why.code])).to.deep.equal([
      ['c', 'forbidden'],
      ['d', 'forbidden'],
    ]);
    const sidecar = await sidecarOf(caught.saved[0]);
    expect(sidecar.files.map((file) => file.iteration)).to.deep.equal(['a', 'b', 'e']);
    expect(sidecar.failed.map((one) => one.iteration)).to.deep.equal(['c', 'd']);
  });

  it('of one says why it could not be looked up', async () => {
    const { store, refused } = storeOf([kept('a')]);
    refused.add('a');
    const { failed, error } = await runDownload(store, ['a'], {});
    expect(error).to.equal(undefined);
    expect(failed.map((one) => [one.id, one.error.code])).to.deep.equal([['a', 'forbidden']]);
  });

  it('tells of what has no file, in its zip too', async () => {
    const { store } = storeOf([kept('a'), running('b', 'g'), kept('c')]);
    const { done, failed, skipped } = await runDownload(store, ['a', 'b', 'c'], {});
    expect([done, failed, skipped]).to.deep.equal([['a', 'c'], [], ['b']]);
    expect((await sidecarOf(caught.saved[0])).skipped).to.deep.equal(['b']);
  });

  it('of one that has no file has not failed', async () => {
    const { store } = storeOf([running('b', 'g')]);
    const { failed, skipped, error } = await runDownload(store, ['b'], {});
    expect([failed, skipped, error]).to.deep.equal([[], ['b'], undefined]);
  });
});
