import { expect } from '@open-wc/testing';
import { runDownload } from '../../../src/elements/download/run-download.js';
import { catchSaved, lost, storeOf } from './download-stage.js';

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
});
