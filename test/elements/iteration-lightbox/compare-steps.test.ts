import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import { compareIterations } from '../../../src/elements/intents/compare-intents.js';
import { comparedIn } from '../../../src/elements/intents/compared.js';
import { historyOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { activeId, chooseView, compares, focusedId, idsOf, openCompare, panesOf } from './comparing.js';
import { backend, click, dialogOf, find, press, row, shows, textOf, THREE } from './lightbox.js';

describe('iteration-lightbox: the steps of a comparison', () => {
  it('puts back where it was what is brought back', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    panesOf(opened)[1]?.focus();
    await waitUntil(() => activeId(opened) === 'b', 'is active');
    press(panesOf(opened)[1], 'e');
    await compares(opened, 'a', 'c');
    await waitUntil(() => find(opened.box, '.toast button'), 'can be undone');
    click(opened.box, '.toast button');
    await compares(opened, 'a', 'b', 'c');
    expect(activeId(opened)).to.equal('b');
  });

  it('goes back a step at a time: by the key, by the button, and after one has won', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    const letters = (): string =>
      panesOf(opened)
        .map((pane) => pane.getAttribute('aria-label')?.[0])
        .join('');
    chooseView(opened, 'duel');
    press(panesOf(opened)[1], 'h');
    await compares(opened, 'b', 'c');
    press(panesOf(opened)[0], 'h');
    await shows(opened, 'c');
    await waitUntil(() => textOf(opened.box, '.toast').includes('C kept'), 'says it');
    click(opened.box, '.toast-action');
    await compares(opened, 'b', 'c');
    expect([letters(), activeId(opened)]).to.deep.equal(['BC', 'b']);
    press(panesOf(opened)[0], 'h');
    await shows(opened, 'c');
    await waitUntil(() => find(opened.box, '.stage'), 'the winner is in the viewer');
    press(dialogOf(opened.box), 'z', { ctrlKey: true });
    await compares(opened, 'b', 'c');
    press(panesOf(opened)[0], 'z', { ctrlKey: true });
    await compares(opened, 'a', 'b');
    expect([letters(), textOf(opened.box, '.challengers')]).to.deep.equal(['AB', '1 more to come']);
    expect(find(opened.box, '.compare-back'), 'nothing to go back to').to.equal(undefined);
    panesOf(opened)[1]?.querySelector<HTMLElement>('.pane-remove')?.click();
    await compares(opened, 'a', 'c');
    await waitUntil(() => find(opened.box, '.compare-back'), 'a way back');
    find(opened.box, '.compare-back')?.focus();
    click(opened.box, '.compare-back');
    await compares(opened, 'a', 'b');
    await waitUntil(() => focusedId(opened) !== undefined, 'the focus is inside');
  });

  it('does not bring back by a step what was put away meanwhile', async () => {
    const opened = await openCompare(backend([...THREE, row('d', 5)]), 'a', 'b', 'c', 'd');
    chooseView(opened, 'duel');
    press(panesOf(opened)[1], 'h');
    await waitUntil(() => idsOf(opened).join() === 'b,c', 'goes on');
    await opened.store.archive('iteration', ['d']);
    await waitUntil(() => find(opened.box, '.challengers') === undefined, 'no challenger is left');
    press(panesOf(opened)[0], 'g');
    await shows(opened, 'b');
    await waitUntil(() => textOf(opened.box, '.toast').includes('B kept'), 'says it');
    click(opened.box, '.toast-action');
    await compares(opened, 'b', 'c');
    click(opened.box, '.compare-back');
    await compares(opened, 'a', 'b');
    expect(opened.box.compare).to.deep.equal(['a', 'b', 'c']);
  });

  it('does not bring back by a step what was put away after it had been taken out', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    panesOf(opened)[2]?.querySelector<HTMLElement>('.pane-remove')?.click();
    await compares(opened, 'a', 'b');
    await opened.store.archive('iteration', ['c']);
    await waitUntil(() => find(opened.box, '.compare-back'), 'a way back');
    click(opened.box, '.compare-back');
    expect(comparedIn(opened.store).ids).to.deep.equal(['a', 'b']);
  });

  it('takes back by the key what was done last, be it to the library or to the comparison', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'b', 'c');
    chooseView(opened, 'duel');
    press(panesOf(opened)[0], 'h');
    await compares(opened, 'b', 'c');
    press(panesOf(opened)[0], 'e');
    await shows(opened, 'c');
    await waitUntil(() => historyOf(opened.store).state.value.canUndo, 'can be taken back');
    press(dialogOf(opened.box), 'z', { ctrlKey: true });
    await waitUntil(() => !opened.store.iteration('b')?.archivedAt, 'back in the library first');
    await compares(opened, 'b', 'c');
    press(panesOf(opened)[0], 'z', { ctrlKey: true });
    await waitUntil(() => opened.box.compare.length === 3, 'then in the comparison');
  });

  it('goes on where what ended it is taken back, and not where something else was looked at since', async () => {
    const opened = await openCompare(backend(THREE), 'a', 'c');
    const putAway = async (): Promise<void> => {
      await waitUntil(() => focusedId(opened) !== undefined, 'the focus is inside');
      press(panesOf(opened)[1], 'e');
      await shows(opened, 'a');
      await waitUntil(() => historyOf(opened.store).state.value.canUndo, 'can be taken back');
    };
    panesOf(opened)[1]?.focus();
    await waitUntil(() => activeId(opened) === 'c', 'is active');
    await putAway();
    press(dialogOf(opened.box), 'z', { ctrlKey: true });
    await compares(opened, 'a', 'c');
    expect([activeId(opened), ...opened.box.compare]).to.deep.equal(['c', 'a', 'c']);
    await putAway();
    opened.store.navigate({ iterationId: 'b' });
    await shows(opened, 'b');
    press(dialogOf(opened.box), 'z', { ctrlKey: true });
    await waitUntil(() => !opened.store.iteration('c')?.archivedAt, 'is taken back');
    await opened.box.updateComplete;
    expect([opened.box.iterationId, idsOf(opened), opened.box.compare]).to.deep.equal(['b', [], []]);
  });

  it('is another one after one that has ended: nothing of that is taken back in it', async () => {
    const opened = await openCompare(backend([...THREE, row('d', 5), row('e', 4)]), 'a', 'b', 'c');
    panesOf(opened)[2]?.querySelector<HTMLElement>('.pane-remove')?.click();
    await compares(opened, 'a', 'b');
    await opened.store.archive('iteration', ['b']);
    await shows(opened, 'a');
    opened.store.navigate({ iterationId: 'c' });
    await shows(opened, 'c');
    compareIterations(opened.opener, opened.store, ['d', 'e']);
    await compares(opened, 'd', 'e');
    expect(find(opened.box, '.compare-back')).to.equal(undefined);
    await waitUntil(() => focusedId(opened) !== undefined, 'the focus is inside');
    press(panesOf(opened)[0], 'z', { ctrlKey: true });
    await waitUntil(() => !opened.store.iteration('b')?.archivedAt, 'the library is taken back');
    await opened.box.updateComplete;
    expect(opened.box.compare).to.deep.equal(['d', 'e']);
  });

  it('goes on where taking back fails', async () => {
    let isRefused = false;
    const adapter = backend(THREE);
    const { archive } = adapter;
    adapter.archive = (...args) =>
      isRefused ? Promise.reject(new AdapterError('forbidden')) : (archive?.(...args) ?? Promise.reject(new Error()));
    const opened = await openCompare(adapter, 'a', 'b', 'c');
    panesOf(opened)[2]?.focus();
    await waitUntil(() => activeId(opened) === 'c', 'is active');
    press(panesOf(opened)[2], 'e');
    await compares(opened, 'a', 'b');
    await waitUntil(() => historyOf(opened.store).state.value.canUndo, 'can be taken back');
    isRefused = true;
    press(panesOf(opened)[0], 'z', { ctrlKey: true });
    await waitUntil(() => textOf(opened.box, '.toast') !== '', 'says so');
    await opened.box.updateComplete;
    expect(opened.box.compare).to.deep.equal(['a', 'b']);
  });
});
