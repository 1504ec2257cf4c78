import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { createIndexedDbAdapter } from '../../../src/adapters/indexeddb/index.js';
import { AdapterError, type ImaginationsAdapter } from '../../../src/data/index.js';
import { omit } from '../../../src/internal/omit.js';
import type { Iteration } from '../../../src/model/index.js';
import { deleteDatabases, freshName } from '../../adapters/database.js';
import { waitUntil } from '../../support/wait.js';
import {
  BatchLibrary,
  expectNote,
  find,
  listed,
  mountSelected,
  noteText,
  openMove,
  press,
  rowsOf,
  selected,
} from './batch-library.js';
import { said } from './media-library.js';
import type { Mounted } from './mounted.js';
import { gate } from './viewport-kept/stage.js';

/** One whose commands are taken back by the opposite ones. */
const withoutUndo =
  (archive: NonNullable<ImaginationsAdapter['archive']>): NonNullable<ImaginationsAdapter['archive']> =>
  async (...args) =>
    omit(await archive(...args), 'undo');

interface Deed {
  readonly name: string;
  readonly verb: string;
  readonly act: (mounted: Mounted) => Promise<void>;
  readonly isDone: (row: Iteration) => boolean;
  /** What was done leaves the screen. */
  readonly leaves?: boolean;
  /** What was done stays selected. */
  readonly stays?: boolean;
}

const DEEDS: readonly Deed[] = [
  {
    name: 'archive',
    verb: 'archived',
    act: (mounted) => press(mounted, '[data-batch=archive]'),
    isDone: ({ archivedAt }) => Boolean(archivedAt),
    leaves: true,
  },
  {
    name: 'annotate',
    verb: 'starred',
    act: (mounted) => press(mounted, '[data-batch=star]'),
    isDone: ({ starred }) => starred === true,
    stays: true,
  },
  {
    name: 'reassign',
    verb: 'moved',
    act: async (mounted) => {
      await openMove(mounted);
      await press(mounted, '[role=option][data-id=s0]');
    },
    isDone: ({ sessionId }) => sessionId === 's0',
    stays: true,
  },
];

/** A library, and the row that lies in its backend. */
interface Kept {
  readonly library: BatchLibrary;
  readonly row: (id: string) => Promise<Iteration | null | undefined>;
}

const BACKENDS: Readonly<Record<string, () => Promise<Kept>>> = {
  memory: () => {
    const library = new BatchLibrary();
    return Promise.resolve({ library, row: (id: string) => library.row(id) });
  },
  IndexedDB: async () => {
    const name = freshName();
    const backend = createIndexedDbAdapter({ name });
    await backend.load(rowsOf(40));
    return {
      library: new BatchLibrary({ backend }),
      // By a connection of its own.
      row: async (id) => {
        const database = await openDB(name);
        const row = (await database.get('iterations', id)) as { value: { item: Iteration } } | undefined;
        database.close();
        return row?.value.item;
      },
    };
  },
};

after(deleteDatabases);

const CASES = DEEDS.flatMap((deed) => Object.entries(BACKENDS).map(([where, keep]) => ({ ...deed, where, keep })));

for (const { name, verb, act, isDone, leaves = false, stays = false, where, keep } of CASES) {
  describe(`<iteration-grid>: three of ten fail to ${name}, over ${where}`, () => {
    it('screen, store and backend agree row by row; the list names them; trying again finishes', async () => {
      const { library, row } = await keep();
      const { mounted, ids } = await mountSelected(library, 10);
      const [a = '', b = '', c = ''] = [ids[1], ids[4], ids[8]];
      const bad = [a, b, c];
      library.refuses.set(a, 'forbidden').set(b, 'conflict').set(c, 'forbidden');
      await act(mounted);
      await expectNote(mounted, `7 done. 3 could not be ${verb}, 2 of them: not allowed`);
      await mounted.settled();
      for (const id of ids) {
        const wanted = !bad.includes(id);
        const stored = library.store.iteration(id)!;
        expect(isDone(stored), `the store's ${id}`).to.equal(wanted);
        expect(isDone((await row(id))!), `the backend's ${id}`).to.equal(wanted);
        expect(mounted.tile(id) !== undefined, `the screen's ${id}`).to.equal(!leaves || !wanted);
      }
      expect(selected(mounted)).to.deep.equal(stays ? ids : bad);
      await press(mounted, '[data-batch-note=show]');
      expect([...listed(mounted).ids].sort()).to.deep.equal([...bad].sort());
      expect(listed(mounted).reasons).to.deep.equal([
        'You are not allowed to do this. Nothing was changed.',
        'This was changed elsewhere at the same time. The newer version is shown; check it and try again.',
      ]);
      library.refuses.clear();
      await press(mounted, '[data-batch-note=retry]');
      await waitUntil(
        () => noteText(mounted) === '' && bad.every((id) => isDone(library.store.iteration(id)!)),
        'done',
      );
      for (const id of ids) expect(isDone((await row(id))!), id).to.equal(true);
      await mounted.settled();
      expect(selected(mounted)).to.deep.equal(stays ? ids : []);
      expect([...library.sent.at(-1)!.ids].sort()).to.deep.equal([...bad].sort());
    });
  });
}

describe('<iteration-grid>: a key that judges what is selected', () => {
  it('leaves a note where rows fail, and tries them again', async () => {
    const library = new BatchLibrary();
    const { mounted, ids } = await mountSelected(library, 3);
    const [bad = ''] = ids;
    library.refuses.set(bad, 'conflict');
    const key = { key: '4', bubbles: true, composed: true, cancelable: true };
    mounted.tile(ids[1]!)!.dispatchEvent(new KeyboardEvent('keydown', key));
    await expectNote(mounted, '2 done. 1 kept its rating: changed elsewhere at the same time');
    expect(selected(mounted), 'one rates, and then flags').to.deep.equal(ids);
    library.refuses.clear();
    await press(mounted, '[data-batch-note=retry]');
    await waitUntil(async () => (await library.row(bad))?.rating === 4, 'done');
    expect(library.sent.at(-1)!.ids).to.deep.equal([bad]);
    await waitUntil(() => noteText(mounted) === '', 'the note has gone');
  });
});

describe('<iteration-grid>: taking back what a note tells of', () => {
  it('says what could not be taken back, and tries that again', async () => {
    const library = new BatchLibrary({ change: ({ archive }) => ({ archive: withoutUndo(archive!) }) });
    const { mounted, ids } = await mountSelected(library, 4);
    const [a = '', b = ''] = ids;
    library.refuses.set(a, 'forbidden');
    await press(mounted, '[data-batch=archive]');
    await expectNote(mounted, '3 done. 1 could not be archived: not allowed');
    library.refuses.set(b, 'network');
    await press(mounted, '[data-batch-note=undo]');
    await expectNote(mounted, '2 undone. 1 could not be undone: no connection');
    library.refuses.clear();
    await press(mounted, '[data-batch-note=retry]');
    await waitUntil(async () => !(await library.row(b))?.archivedAt, 'taken back');
    await waitUntil(() => noteText(mounted) === '', 'the note has gone');
  });
});

describe('<iteration-grid>: taking back while something newer is under way', () => {
  it('leaves the note of that, and one of its own', async () => {
    const library = new BatchLibrary({ change: ({ archive }) => ({ archive: withoutUndo(archive!) }) });
    const { mounted, ids } = await mountSelected(library, 6);
    const [a = '', b = '', , , x = '', y = ''] = ids;
    await mounted.element.select(ids.slice(0, 4));
    library.refuses.set(a, 'forbidden');
    await press(mounted, '[data-batch=archive]');
    await expectNote(mounted, '3 done. 1 could not be archived: not allowed');
    await mounted.element.select([x, y]);
    library.refuses.set(b, 'network').set(x, 'forbidden');
    const door = gate();
    library.before = () => door.opened;
    const told: string[] = [];
    new MutationObserver(() => told.push(said(mounted))).observe(mounted.root.querySelector('[part=announcer]')!, {
      childList: true,
    });
    await press(mounted, '[data-batch=star]');
    await press(mounted, '[data-batch-note=undo]');
    door.open();
    await waitUntil(() => told.some((text) => text.includes('2 undone. ')), 'it is said');
    await waitUntil(() => mounted.root.querySelectorAll('.batch-note.failed').length === 2, 'both stand');
    expect(mounted.root.querySelector('.batch-notes')?.textContent).to.contain('1 could not be starred: not allowed');
  });
});

describe('<iteration-grid>: signed out in the middle of a batch', () => {
  it('what was done stays done, the rest is selected, and goes on after signing in', async () => {
    const library = new BatchLibrary({ limits: { batchSize: 2 } });
    const { mounted, ids } = await mountSelected(library, 10);
    library.before = (nth) => {
      if (nth > 1) throw new AdapterError('unauthorized');
    };
    await press(mounted, '[data-batch=archive]');
    await expectNote(mounted, '2 done. 8 could not be archived: signed out');
    await mounted.settled();
    expect(selected(mounted)).to.deep.equal(ids.slice(2));
    await press(mounted, '[data-batch-note=show]');
    expect(listed(mounted).reasons).to.deep.equal([
      'You have been signed out. Your work is kept; sign in and try again.',
    ]);
    library.before = () => undefined;
    library.store.resume();
    await press(mounted, '[data-batch-note=retry]');
    await waitUntil(
      () => ids.every((id) => mounted.tile(id) === undefined) && noteText(mounted) === '',
      'all are away',
    );
    for (const id of ids) await waitUntil(async () => (await library.row(id))?.archivedAt, id);
  });
});

/** Six hundred rows in five portions, the third of which waits. */
async function running() {
  const library = new BatchLibrary({ rows: 620, limits: { batchSize: 120, pageSize: 620 } });
  const { mounted } = await mountSelected(library, 1);
  const all = library.store.iterationList({ filter: {} }).value.ids;
  const ids = all.slice(0, 600);
  await mounted.element.select(ids);
  await mounted.settled();
  const door = gate();
  library.before = (nth) => (nth === 3 ? door.opened : undefined);
  await press(mounted, '[data-batch=archive]');
  await waitUntil(
    () => mounted.root.querySelector('.batch-amount')?.textContent === '240 of 600',
    'two portions are through',
  );
  // The page gets its turn between two portions: the third need not have been sent yet.
  await waitUntil(() => library.sent.length === 3, 'the third is on its way');
  return { library, mounted, ids, door, rest: all.slice(600) };
}

describe('<iteration-grid>: a long batch', () => {
  it('says to how many it is done, where it goes as one call and tells no more until it is through', async () => {
    const library = new BatchLibrary({ rows: 620, limits: { pageSize: 620 } });
    const { mounted } = await mountSelected(library, 1);
    await press(mounted, '[data-batch=all]');
    const door = gate();
    library.before = () => door.opened;
    await press(mounted, '[data-batch=archive]');
    const amount = await find(mounted, '.batch-note.running .batch-amount');
    expect(amount.textContent).to.equal('620 in one go');
    const bar = await find(mounted, '.batch-note [role=progressbar]');
    expect([bar.ariaValueNow, bar.classList.contains('indeterminate')]).to.deep.equal([null, true]);
    expect(mounted.root.querySelector('[data-batch-note=cancel]'), 'nothing can stop it').to.equal(null);
    door.open();
    await waitUntil(() => !mounted.root.querySelector('.batch-note'), 'it is through');
  });

  it('is canceled: what was done stays done and can be undone, the rest is selected', async () => {
    const { library, mounted, ids, door } = await running();
    await press(mounted, '[data-batch-note=cancel]');
    expect(mounted.root.activeElement, 'the focus is not lost').not.to.equal(null);
    door.open();
    await expectNote(mounted, 'Stopped after 360 of 600');
    expect(library.sent, 'nothing was sent after that').to.have.length(3);
    expect(mounted.element.selection?.ids).to.deep.equal(ids.slice(360));
    expect((await library.row(ids[359]!))?.archivedAt).to.be.a('string');
    expect((await library.row(ids[360]!))?.archivedAt ?? null).to.equal(null);
    await press(mounted, '[data-batch-note=undo]');
    await waitUntil(async () => !(await library.row(ids[0]!))?.archivedAt, 'taken back');
    await waitUntil(() => mounted.tile(ids[0]!) !== undefined, 'shown again');
    expect(noteText(mounted)).to.equal('');
  });

  it('leaves the selection free: what is selected meanwhile stays so', async () => {
    const { mounted, door, rest } = await running();
    const [id = ''] = rest;
    await waitUntil(() => mounted.tile(id) !== undefined, 'what is left shows');
    mounted.tile(id)!.querySelector<HTMLElement>('[data-tile-action=select]')!.click();
    await mounted.settled();
    expect(mounted.root.querySelector('.batch-count')?.textContent.trim()).to.equal('1 selected');
    expect(mounted.root.querySelector('.batch-note.running'), 'both stand').not.to.equal(null);
    door.open();
    await waitUntil(() => !mounted.root.querySelector('.batch-notes'), 'it has ended');
    expect(selected(mounted)).to.deep.equal([id]);
  });

  it('goes on without its element, which shows at its return what came of it', async () => {
    const { library, mounted, ids, door } = await running();
    mounted.element.remove();
    for (const id of ids.slice(300, 303)) library.refuses.set(id, 'forbidden');
    door.open();
    await waitUntil(async () => Boolean((await library.row(ids[599]!))?.archivedAt), 'done');
    mounted.box.append(mounted.element);
    await expectNote(mounted, '597 done. 3 could not be archived: not allowed');
    await press(mounted, '[data-batch-note=dismiss]');
    expect(mounted.root.querySelector('.batch-notes')).to.equal(null);
  });
});

describe('<iteration-grid>: the list of what failed', () => {
  it('names no more than two hundred rows, and says how many there are beside them', async () => {
    const library = new BatchLibrary({ rows: 230, limits: { pageSize: 230 } });
    const { mounted } = await mountSelected(library, 1);
    const { ids } = library.store.iterationList({ filter: {} }).value;
    for (const id of ids) library.refuses.set(id, 'forbidden');
    await mounted.element.select(ids);
    await press(mounted, '[data-batch=archive]');
    await expectNote(mounted, '230 could not be archived: not allowed');
    await press(mounted, '[data-batch-note=show]');
    await find(mounted, '.failed-list');
    expect(listed(mounted).ids).to.have.length(200);
    expect(mounted.root.querySelector('.failed-more')?.textContent).to.equal('and 30 more');
    expect(mounted.root.querySelector('[data-batch-note=show]')?.getAttribute('aria-expanded')).to.equal('true');
  });
});
