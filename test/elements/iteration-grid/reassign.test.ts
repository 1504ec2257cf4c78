import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import { omit } from '../../../src/internal/omit.js';
import { deepActive } from '../../../src/internal/composed-tree.js';
import type { Session } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { BatchLibrary, dialog, find, mountSelected, noDialog, openMove, press, typeInto } from './batch-library.js';
import { picture } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { gate } from './viewport-kept/stage.js';

const field = (mounted: Mounted): HTMLInputElement =>
  mounted.root.querySelector<HTMLInputElement>('[data-reassign=search]')!;

const options = ({ root }: Mounted): (string | undefined)[] =>
  [...root.querySelectorAll<HTMLElement>('[role=option]')].map(({ dataset }) => dataset['id']);

/** Presses a key where the focus is. */
function key(name: string): void {
  const init = { key: name, bubbles: true, composed: true, cancelable: true };
  deepActive(document)?.dispatchEvent(new KeyboardEvent('keydown', init));
}

const seen = (session: Session | undefined) => ({
  total: session?.counts?.total,
  cover: session?.cover?.map(({ id }) => id),
});

const box = (mounted: Mounted, id: string): HTMLInputElement =>
  mounted.root.querySelector<HTMLInputElement>(`.reassign-project input[data-id=${id}]`)!;

async function openProjects(mounted: Mounted): Promise<void> {
  await openMove(mounted);
  await press(mounted, '#reassign-tab-projects');
  await waitUntil(() => mounted.root.querySelector('.reassign-project'), 'projects');
}

describe('<iteration-grid>: iterations move to another session', () => {
  it('by keys alone, with counts and covers of both at once, and back by undo', async () => {
    const library = new BatchLibrary();
    const { store } = library;
    await store.sessionList({}).load();
    const { mounted, ids } = await mountSelected(library, 2, { width: 1000 });
    expect(seen(store.session('s7'))).to.deep.include({ total: 5 });
    mounted.root.querySelector<HTMLElement>('[data-batch=move]')!.focus();
    mounted.root.querySelector<HTMLElement>('[data-batch=move]')!.click();
    await dialog(mounted);
    expect(mounted.root.activeElement).to.equal(field(mounted));
    await waitUntil(() => options(mounted).length === 8, 'all sessions');
    expect(mounted.root.querySelector('[data-id=s7][role=option]')?.getAttribute('aria-disabled')).to.equal('true');
    key('ArrowDown');
    await mounted.settled();
    key('Enter');
    await mounted.settled();
    expect(mounted.root.querySelector('dialog[open]'), 'they are there already').not.to.equal(null);
    key('ArrowDown');
    await mounted.settled();
    const active = field(mounted).getAttribute('aria-activedescendant')!;
    expect(mounted.root.getElementById(active)?.dataset['id']).to.equal('s6');
    key('Enter');
    await noDialog(mounted);
    expect(seen(store.session('s7'))).to.deep.equal({ total: 3, cover: [37, 36, 35].map((n) => picture(n).id) });
    expect(seen(store.session('s6'))).to.deep.equal({
      total: 7,
      cover: [...ids, picture(34).id, picture(33).id],
    });
    for (const id of ids) expect(store.iteration(id)?.sessionId).to.equal('s6');
    await mounted.settled();
    expect(mounted.element.selection?.ids, 'they still show: they stay selected').to.have.members([...ids]);
    const { activeElement } = mounted.root;
    expect((activeElement as HTMLElement).dataset['batch'], 'the focus is where it was').to.equal('move');
    mounted.focus(ids[0]!);
    await waitUntil(async () => (await library.row(ids[0]!))?.sessionId === 's6', 'in the backend');
    await waitUntil(() => seen(store.session('s6')).total === 7, 'still');
    expect(library.sent).to.deep.equal([{ method: 'reassign', ids, to: { sessionId: 's6' } }]);
    await mounted.type('z', { ctrlKey: true });
    await waitUntil(async () => (await library.row(ids[0]!))?.sessionId === 's7', 'back');
    await waitUntil(() => seen(store.session('s7')).total === 5 && seen(store.session('s6')).total === 5, 'counts');
  });

  it('what leaves the list that shows leaves the selection; what could not be moved stays in it', async () => {
    const library = new BatchLibrary();
    const { mounted, ids } = await mountSelected(library, 2, { set: (element) => (element.sessionId = 's7') });
    const [a = '', b = ''] = ids;
    library.refuses.set(a, 'forbidden');
    await openMove(mounted);
    await press(mounted, '[role=option][data-id=s0]');
    await waitUntil(async () => (await library.row(b))?.sessionId === 's0', 'moved');
    await waitUntil(() => mounted.element.selection?.ids.join() === a, 'only what is still there');
  });

  it('Escape closes it, nothing was done, and the focus is back', async () => {
    const library = new BatchLibrary();
    const { mounted } = await mountSelected(library, 2, { width: 1000 });
    const button = mounted.root.querySelector<HTMLElement>('[data-batch=move]')!;
    button.focus();
    const shown = (await openMove(mounted)) as HTMLDialogElement;
    shown.close();
    await noDialog(mounted);
    expect(mounted.root.activeElement).to.equal(button);
    expect(library.sent).to.deep.equal([]);
  });

  it('searches, and reads on as it is scrolled: only what shows is drawn', async () => {
    const library = new BatchLibrary({ rows: 1500, limits: { pageSize: 100 } });
    const { mounted } = await mountSelected(library, 2);
    await openMove(mounted);
    await waitUntil(() => options(mounted).length > 0, 'sessions');
    expect(options(mounted).length).to.be.below(40);
    const list = await find(mounted, '[role=listbox]');
    await waitUntil(() => {
      list.scrollTop = list.scrollHeight;
      return options(mounted).includes('s0');
    }, 'the last of 300');
    expect(options(mounted).length).to.be.below(40);
    typeInto(field(mounted), 'Session s123');
    await waitUntil(() => options(mounted).join() === 's123', 'found');
    typeInto(field(mounted), 'nothing of the sort');
    await waitUntil(() => mounted.root.querySelector('dialog [part=empty]'), 'nothing found');
  });

  it('says what went wrong, and tries again', async () => {
    let isBroken = true;
    const library = new BatchLibrary({
      change: ({ listSessions }) => ({
        listSessions: (request, call) =>
          isBroken
            ? Promise.reject(new AdapterError('forbidden', 'No', { retryable: true }))
            : listSessions(request, call),
      }),
    });
    const { mounted } = await mountSelected(library, 2);
    await openMove(mounted);
    const retry = await find(mounted, 'dialog [part=error] button');
    isBroken = false;
    retry.focus();
    retry.click();
    await waitUntil(() => options(mounted).length === 8, 'all sessions');
    await mounted.settled();
    expect(
      mounted.root.querySelector('dialog')!.contains(mounted.root.activeElement),
      'the focus stays in it',
    ).to.equal(true);
  });

  it('a new session is asked for where the adapter makes one', async () => {
    const library = new BatchLibrary({ change: () => ({ limits: { reassignTo: ['session', 'new-session'] } }) });
    const { mounted, ids } = await mountSelected(library, 2);
    const asked: unknown[] = [];
    mounted.element.addEventListener('iterations-reassign', (event) => {
      asked.push([event.detail.ids, event.detail.to]);
      event.preventDefault();
    });
    await openMove(mounted);
    expect(mounted.root.querySelector('[role=tablist]'), 'no projects').to.equal(null);
    await press(mounted, '[data-reassign=new]');
    const title = await find(mounted, '[data-reassign=title]');
    expect(mounted.root.activeElement).to.equal(title);
    typeInto(title as HTMLInputElement, '  Autumn  ');
    await press(mounted, '[data-reassign=create]');
    await noDialog(mounted);
    expect(asked).to.deep.equal([[ids, { create: { title: 'Autumn' } }]]);
    await waitUntil(() => mounted.element.selection?.ids.length === 2, 'the host said no: still selected');
  });

  it('one alone from its menu, where the adapter moves anything', async () => {
    const library = new BatchLibrary();
    const mounted = await mountFull(library);
    const [id = ''] = mounted.visible;
    const move = async (): Promise<HTMLElement | undefined> => {
      mounted.focus(id);
      await mounted.type('ContextMenu');
      await waitUntil(() => mounted.root.querySelector('.menu:popover-open'), 'menu');
      return [...mounted.root.querySelectorAll<HTMLElement>('[role=menuitem]')].find((item) =>
        item.textContent.includes('Move…'),
      );
    };
    (await move())!.click();
    await dialog(mounted);
    expect(mounted.root.querySelector('#reassign-title')?.textContent.trim()).to.equal('Move 1 iteration');
    await press(mounted, '[role=option][data-id=s3]');
    await noDialog(mounted);
    await waitUntil(async () => (await library.row(id))?.sessionId === 's3', 'moved');
    expect(mounted.focused).to.equal(id);
  });

  it('the dialog goes with its element', async () => {
    const { mounted } = await mountSelected(new BatchLibrary(), 2);
    await openMove(mounted);
    mounted.element.remove();
    mounted.box.append(mounted.element);
    await noDialog(mounted);
    await openMove(mounted);
  });
});

describe('<iteration-grid>: iterations in projects', () => {
  const library = (): BatchLibrary =>
    new BatchLibrary({
      row: (row, number) => ({ ...row, projectIds: number % 2 ? ['alpha', 'beta'] : ['alpha'] }),
    });

  it('all, some, none; nothing is sent until it is applied, and then once', async () => {
    const lib = library();
    const { mounted, ids } = await mountSelected(lib, 4);
    await openProjects(mounted);
    const state = (): unknown[] =>
      ['alpha', 'beta', 'gamma'].map((id) => (box(mounted, id).indeterminate ? 'mixed' : box(mounted, id).checked));
    expect(state()).to.deep.equal([true, 'mixed', false]);
    const apply = await find(mounted, '[data-reassign=apply]');
    expect(apply.matches(':disabled')).to.equal(true);
    for (const id of ['alpha', 'beta', 'gamma', 'gamma']) {
      box(mounted, id).click();
      await mounted.settled();
    }
    expect(state()).to.deep.equal([false, true, false]);
    for (const next of [false, 'mixed', true]) {
      box(mounted, 'beta').click();
      await mounted.settled();
      expect(state(), 'all, none, and back to some').to.deep.equal([false, next, false]);
      expect(box(mounted, 'beta').checked).to.equal(next === true);
    }
    expect(lib.sent).to.deep.equal([]);
    apply.click();
    await noDialog(mounted);
    await waitUntil(() => lib.sent.length === 1, 'sent');
    expect(lib.sent[0]!.to).to.deep.equal({ projects: { add: ['beta'], remove: ['alpha'] } });
    expect(mounted.element.selection?.ids, 'still selected').to.have.members([...ids]);
    for (const id of ids) {
      expect(lib.store.iteration(id)?.projectIds).to.deep.equal(['beta']);
      await waitUntil(async () => (await lib.row(id))?.projectIds?.join() === 'beta', id);
    }
  });

  it('by keys: down from the search, one tab stop, Space ticks', async () => {
    const { mounted } = await mountSelected(library(), 2);
    await openProjects(mounted);
    field(mounted).focus();
    key('ArrowDown');
    expect(mounted.root.activeElement).to.equal(box(mounted, 'alpha'));
    key('ArrowDown');
    await mounted.settled();
    expect(mounted.root.activeElement).to.equal(box(mounted, 'beta'));
    const stops = [...mounted.root.querySelectorAll<HTMLElement>('.reassign-project input')].map((one) => one.tabIndex);
    expect(stops).to.deep.equal([-1, 0, -1]);
    key('Home');
    key('ArrowUp');
    expect(mounted.root.activeElement).to.equal(field(mounted));
  });

  it('of rows that are not held it reads where they are, else says that some may be', async () => {
    const lib = new BatchLibrary({
      rows: 90,
      limits: { pageSize: 30 },
      row: (row) => ({ ...row, projectIds: ['beta'] }),
    });
    const { mounted } = await mountSelected(lib, 1);
    await mounted.element.select([picture(89).id, picture(2).id]);
    await mounted.settled();
    expect(lib.store.iteration(picture(2).id)).to.equal(undefined);
    await openProjects(mounted);
    await waitUntil(() => box(mounted, 'beta').checked && !box(mounted, 'beta').indeterminate, 'read');
    expect(box(mounted, 'alpha').indeterminate).to.equal(false);
    expect(mounted.root.querySelector('.reassign-note')).to.equal(null);

    const blind = new BatchLibrary({
      rows: 90,
      limits: { pageSize: 30 },
      row: (row) => ({ ...row, projectIds: ['beta'] }),
    });
    const adapter = omit(omit(blind.adapter, 'getIterations'), 'index');
    const other = await mountFull({ adapter });
    await other.element.select([picture(89).id, picture(2).id]);
    await find(other, '.batch');
    await openProjects(other);
    expect(['alpha', 'beta'].map((id) => box(other, id).indeterminate)).to.deep.equal([true, true]);
    expect(other.root.querySelector('.reassign-note')?.textContent).to.include('Not all of them have been read');
  });

  it('searches, and makes a project where the adapter does, by its button or by Enter', async () => {
    const made: unknown[] = [];
    const lib = new BatchLibrary({
      change: () => ({
        createProject: (draft) => {
          made.push(draft);
          if (draft.name === 'Taken')
            return Promise.reject(new AdapterError('conflict', 'No', { userMessage: 'Taken already' }));
          return Promise.resolve({ id: 'delta', name: draft.name });
        },
      }),
    });
    const { mounted } = await mountSelected(lib, 2);
    const asked: unknown[] = [];
    mounted.element.addEventListener('iterations-reassign', (event) => {
      asked.push(event.detail.to);
      event.preventDefault();
    });
    await openProjects(mounted);
    typeInto(field(mounted), 'bet');
    await waitUntil(() => mounted.root.querySelectorAll('.reassign-project').length === 1, 'found');
    expect(box(mounted, 'beta')).not.to.equal(null);
    typeInto(field(mounted), 'Taken');
    await press(mounted, '[data-reassign=new-project]');
    await waitUntil(() => mounted.root.querySelector('.reassign-line')?.textContent.trim() === 'Taken already', 'said');
    typeInto(field(mounted), ' GAMMA ');
    field(mounted).focus();
    key('Enter');
    const gamma = '.reassign-project input[data-id=gamma]:checked';
    await waitUntil(() => mounted.root.querySelector(gamma), 'one of that name is there: it is ticked');
    expect(mounted.root.activeElement).to.equal(box(mounted, 'gamma'));
    field(mounted).focus();
    typeInto(field(mounted), 'Delta');
    await waitUntil(() => mounted.root.querySelector('dialog [part=empty]'), 'none of that name');
    expect(mounted.root.querySelector('dialog [part=empty]')?.textContent).not.to.include('Type a name');
    key('Enter');
    key('Enter');
    await waitUntil(
      () => mounted.root.querySelector('.reassign-project input[data-id=delta]:checked'),
      'made, and ticked',
    );
    expect(mounted.root.activeElement, 'the focus is at it').to.equal(box(mounted, 'delta'));
    await press(mounted, '[data-reassign=apply]');
    await noDialog(mounted);
    expect(asked).to.deep.equal([{ projects: { add: ['gamma', 'delta'] } }]);
    expect(made).to.deep.equal([{ name: 'Taken' }, { name: 'Delta' }]);
  });

  it('makes none for who has gone, and calls nobody back who writes on', async () => {
    const door = gate();
    const made: unknown[] = [];
    let isShut = false;
    const lib = new BatchLibrary({
      change: ({ listProjects }) => ({
        listProjects: async (...args) => {
          if (isShut) await door.opened;
          return listProjects!(...args);
        },
        createProject: ({ name }) => Promise.resolve((made.push(name), { id: name, name })),
      }),
    });
    const { mounted } = await mountSelected(lib, 2);
    await openProjects(mounted);
    field(mounted).focus();
    typeInto(field(mounted), 'Delta');
    key('Enter');
    typeInto(field(mounted), 'Delta and more');
    await waitUntil(() => made.length === 1, 'is made');
    await mounted.settled();
    expect(mounted.root.activeElement).to.equal(field(mounted));
    isShut = true;
    typeInto(field(mounted), 'Late');
    key('Enter');
    await press(mounted, '[data-reassign=cancel]');
    await noDialog(mounted);
    door.open();
    await mounted.settled();
    expect(made).to.deep.equal(['Delta']);
  });
});
