import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, mountSelected, openMove, press } from './batch-library.js';
import { gate } from './viewport-kept/stage.js';

describe('<iteration-grid>: the dialog that asks where iterations go, while a batch is under way', () => {
  it('moves what it was opened with, and not what has come back into the selection behind it', async () => {
    const library = new BatchLibrary();
    const { mounted, ids } = await mountSelected(library, 5, { set: (element) => (element.sessionId = 's7') });
    const [refused, others] = [ids.slice(0, 2), ids.slice(2)];
    await mounted.element.select(refused);
    for (const id of refused) library.refuses.set(id, 'forbidden');
    const door = gate();
    library.before = () => door.opened;
    await press(mounted, '[data-batch=archive]');
    await mounted.element.select(others);
    const dialog = await openMove(mounted);
    expect(dialog.querySelector('h2')?.textContent).to.contain('3');
    door.open();
    await waitUntil(() => mounted.element.selection?.ids.length === 5, 'what was refused is selected again');
    library.refuses.clear();
    await press(mounted, '[role=option][data-id=s0]');
    await waitUntil(() => library.sent.length === 2, 'sent');
    expect(library.sent[1]?.ids).to.have.members(others);
    await waitUntil(async () => (await library.row(others[0]!))?.sessionId === 's0', 'moved');
    expect(mounted.element.selection?.ids, 'what has left the list leaves').to.have.members(refused);
  });
});
