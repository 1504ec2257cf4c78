import { expect } from '@open-wc/testing';
import { stepHistory } from '../../../../src/elements/intents/history-intents.js';
import { annotate, historyOf } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { library } from '../../store/commands/set-up.js';

describe('a step back that is asked for', () => {
  before(() => loadLater());

  it('is taken only while it is the last, where one is named', async () => {
    const { store, ids } = await library();
    const [id = ''] = ids;
    await annotate(store, [id], { note: 'first' });
    const { undo: first } = historyOf(store).state.value;
    await annotate(store, [id], { note: 'second' });
    await stepHistory(document.body, store, 'undo', first);
    expect(store.iteration(id)?.note).to.equal('second');
    await stepHistory(document.body, store, 'undo', historyOf(store).state.value.undo);
    expect(store.iteration(id)?.note).to.equal('first');
    await stepHistory(document.body, store, 'undo', first);
    expect(store.iteration(id)?.note ?? '').not.to.equal('first');
  });
});
