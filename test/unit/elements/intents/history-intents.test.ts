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

  it('asks about what it takes back, press by press, and leaves what the page wants to keep', async () => {
    const { store, ids } = await library();
    const made = ids.slice(0, 6);
    for (const id of made) await store.archive('iteration', [id]);
    const asked: (string | undefined)[] = [];
    const came: (string | undefined)[] = [];
    const place = document.createElement('div');
    place.addEventListener('imaginations-undo', (event) => {
      asked.push(event.detail.entry.ids[0]);
      if (asked.length === 4) event.preventDefault();
    });
    place.addEventListener('imaginations-undone', ({ detail }) => came.push(detail.outcome.done[0]));
    await Promise.all([1, 2, 3, 4, 5].map(() => stepHistory(place, store, 'undo')));
    // What is kept stays the last.
    expect(asked).to.deep.equal([5, 4, 3, 2, 2].map((at) => made[at]));
    expect(came).to.deep.equal(asked.filter((_, at) => at !== 3));
    expect(made.filter((id) => store.iteration(id)?.archivedAt)).to.deep.equal(made.slice(0, 2));
  });
});
