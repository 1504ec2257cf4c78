import { expect } from '@open-wc/testing';
import type { BatchResult, ImaginationsAdapter } from '../../../src/data/index.js';
import { archiveIterations } from '../../../src/elements/intents/iteration-intents.js';
import { historyOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, open, press, row, shows, textOf, type Opened } from './lightbox.js';

const ROWS = [row('a', 50), row('b', 40), row('c', 30), row('d', 20)];

/** A viewer of `d` whose backend refuses some rows. */
async function refusing(...bad: string[]): Promise<{ readonly at: Opened; readonly refused: Set<string> }> {
  const refused = new Set(bad);
  const plain = backend(ROWS);
  const { archive: put } = plain;
  const archive: ImaginationsAdapter['archive'] = async (selection, ...rest): Promise<BatchResult> => {
    const ids = 'ids' in selection ? selection.ids : [];
    const { results } = await put!({ ids: ids.filter((id) => !refused.has(id)) }, ...rest);
    const error = { code: 'forbidden' as const, message: '' };
    const failed = ids.filter((id) => refused.has(id)).map((id) => ({ id, ok: false as const, error }));
    return { results: [...results, ...failed] };
  };
  const adapter = Object.defineProperty(plain, 'archive', { value: archive });
  const at = await open(adapter, 'd');
  await at.store.iterationList({ filter: { sessionId: 's' } }).load();
  return { at, refused };
}

const says = ({ box }: Opened, text: string): Promise<void> =>
  waitUntil(() => textOf(box, '.toast-text') === text, `says '${text}', not '${textOf(box, '.toast-text')}'`);

const offered = ({ box }: Opened): readonly string[] =>
  [...(box.shadowRoot?.querySelectorAll('.toast-action') ?? [])].map(({ textContent }) => textContent.trim());

const act = ({ box }: Opened, at: number): void =>
  box.shadowRoot?.querySelectorAll<HTMLElement>('.toast-action')[at]?.click();

const isAway = ({ store }: Opened, id: string): boolean => Boolean(store.iteration(id)?.archivedAt);

describe('iteration-lightbox: what came of several', () => {
  it('is said row by row; what failed is tried again, and what was done is taken back', async () => {
    const { at, refused } = await refusing('b');
    await archiveIterations(at.box, at.store, ['a', 'b', 'c']);
    await says(at, '2 done. 1 could not be archived: not allowed');
    expect(offered(at)).to.deep.equal(['Retry failed', 'Undo']);
    refused.clear();
    act(at, 0);
    await says(at, 'Archived 1 iteration');
    expect(isAway(at, 'b')).to.equal(true);
    act(at, 0);
    await says(at, 'Undone');
    expect(['a', 'b', 'c'].map((id) => isAway(at, id))).to.deep.equal([true, false, true]);
    expect(find(at.box, '.toast-action')?.textContent.trim()).to.equal('Redo');
  });

  it('taken back by a key, it says what was left and what failed', async () => {
    const { at, refused } = await refusing();
    await archiveIterations(at.box, at.store, ['a', 'b', 'c']);
    await says(at, 'Archived 3 iterations');
    await waitUntil(() => historyOf(at.store).state.value.canUndo, 'remembered');
    refused.add('b');
    press(dialogOf(at.box), 'z', { ctrlKey: true });
    await waitUntil(() => textOf(at.box, '.toast-text').startsWith('2 undone'), textOf(at.box, '.toast-text'));
    await says(at, '2 undone. 1 could not be undone: not allowed');
    expect(['a', 'b', 'c'].map((id) => isAway(at, id))).to.deep.equal([false, true, false]);
  });

  it('taken back by a key, one that was put away shows again, as it does by the button', async () => {
    const { at } = await refusing();
    at.store.navigate({ iterationId: 'a' });
    await shows(at, 'a');
    press(dialogOf(at.box), 'e');
    await shows(at, 'b');
    await waitUntil(() => historyOf(at.store).state.value.canUndo, 'remembered');
    press(dialogOf(at.box), 'z', { ctrlKey: true });
    await shows(at, 'a');
    expect(isAway(at, 'a')).to.equal(false);
  });
});
