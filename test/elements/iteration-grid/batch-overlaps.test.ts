import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../../src/adapters/memory/index.js';
import { AdapterError } from '../../../src/data/index.js';
import { omit } from '../../../src/internal/omit.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, find, listed, mountSelected, openMove, press, rowsOf } from './batch-library.js';
import { picture } from './live-library.js';
import type { Mounted } from './mounted.js';
import { gate } from './viewport-kept/stage.js';

const notes = ({ root }: Mounted): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('.batch-note:not(.running)'),
];

const texts = (mounted: Mounted): (string | undefined)[] =>
  notes(mounted).map((note) => note.querySelector('.batch-note-text')?.textContent.trim());

const pressIn = (note: HTMLElement | undefined, name: string): void =>
  note?.querySelector<HTMLElement>(`[data-batch-note=${name}]`)?.click();

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

describe('<iteration-grid>: two batches at the same time', () => {
  it('each leave what failed: to be listed, and tried again', async () => {
    const library = new BatchLibrary();
    const { mounted, ids } = await mountSelected(library, 4);
    const [a = '', b = '', c = '', d = ''] = ids;
    for (const id of [a, c]) library.refuses.set(id, 'conflict');
    const door = gate();
    library.before = () => door.opened;
    await mounted.element.select([a, b]);
    await press(mounted, '[data-batch=archive]');
    await mounted.element.select([c, d]);
    await press(mounted, '[data-batch=star]');
    door.open();
    await waitUntil(() => notes(mounted).length === 2, 'a note of each');
    expect([...texts(mounted)].sort()).to.deep.equal([
      '1 done. 1 could not be archived: changed elsewhere at the same time',
      '1 done. 1 could not be starred: changed elsewhere at the same time',
    ]);
    const of = (verb: string) => notes(mounted).find((note) => note.textContent.includes(verb));
    for (const [verb, id] of [
      ['archived', a],
      ['starred', c],
    ] as const) {
      pressIn(of(verb), 'show');
      await waitUntil(() => listed(mounted).ids.join() === id, `${verb}: listed`);
      await mounted.settled();
      expect(of(verb)?.querySelector('[data-batch-note=show]')?.ariaExpanded, verb).to.equal('true');
    }
    library.refuses.clear();
    pressIn(of('archived'), 'retry');
    await waitUntil(async () => (await library.row(a))?.archivedAt, 'archived');
    await waitUntil(() => notes(mounted).length === 1, 'the note has gone');
    pressIn(of('starred'), 'retry');
    await waitUntil(async () => (await library.row(c))?.starred, 'starred');
    await waitUntil(() => notes(mounted).length === 0, 'both have gone');
  });
});

describe('<iteration-grid>: a slow batch of a few', () => {
  it('says how far it is, and can be canceled', async () => {
    const library = new BatchLibrary({ rows: 50, limits: { batchSize: 1 } });
    const { mounted } = await mountSelected(library, 1);
    await mounted.element.select(library.store.iterationList({ filter: {} }).value.ids);
    const door = gate();
    library.before = (nth) => (nth === 2 ? door.opened : undefined);
    await press(mounted, '[data-batch=archive]');
    const amount = await find(mounted, '.batch-note.running .batch-amount');
    expect(amount.textContent).to.equal('1 of 50');
    await press(mounted, '[data-batch-note=cancel]');
    door.open();
    await waitUntil(() => texts(mounted)[0]?.startsWith('Stopped after'), 'it has ended');
    expect(library.sent.length).to.be.below(50);
    expect(mounted.root.querySelector('.batch-note.running')).to.equal(null);
  });

  it('says how many it has found of what has to be read first, and can be canceled before it has done anything', async () => {
    const door = gate();
    const library = new BatchLibrary({
      backend: omit(createMemoryAdapter({ ...rowsOf(50), limits: { pageSize: 10 } }), 'index'),
      change: ({ archive, listIterations }) => ({
        archive: (selection, ...rest) =>
          'query' in selection ? Promise.reject(new AdapterError('unsupported')) : archive!(selection, ...rest),
        listIterations: async (request, call) => {
          // The first page of what is put away is answered.
          const isOn = request.cursor !== undefined || (request.offset ?? 0) > 0;
          if (isOn && request.filter?.createdBefore) await door.opened;
          return listIterations(request, call);
        },
      }),
    });
    const { mounted } = await mountSelected(library, 1);
    await press(mounted, '[data-batch=all]');
    await press(mounted, '[data-batch=archive]');
    const amount = await find(mounted, '.batch-note.running .batch-amount');
    await waitUntil(() => amount.textContent === '10 found so far', 'what it has found');
    await press(mounted, '[data-batch-note=cancel]');
    door.open();
    await waitUntil(() => !mounted.root.querySelector('.batch-note.running'), 'it has ended');
    expect(library.sent.filter(({ ids }) => ids.length > 0)).to.deep.equal([]);
    expect((await library.row(picture(38).id))?.archivedAt ?? null).to.equal(null);
    expect(library.store.iteration(picture(38).id)?.archivedAt ?? null).to.equal(null);
  });
});
