import { expect } from '@open-wc/testing';
import { AdapterError, type ImaginationsAdapter } from '../../../../src/data/index.js';
import { omit } from '../../../../src/internal/omit.js';
import { annotate, historyOf, reassign } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { faultyAdapter } from '../../../../src/testing/index.js';
import { library, shown, stored, write } from './set-up.js';

const withoutUndo = (backend: ImaginationsAdapter): ImaginationsAdapter => omit(backend, 'undo');

describe('the history', () => {
  before(() => loadLater());

  it('says what can be taken back and done again, and tells of it', async () => {
    const one = await library();
    const history = historyOf(one.store);
    const told: (string | undefined)[] = [];
    history.state.subscribe(({ undo, redo }) => told.push(`${undo?.what} ${redo?.what}`));
    expect(history.state.value).to.deep.equal({ canUndo: false, canRedo: false, undo: null, redo: null });
    expect([await history.undo(), await history.redo()]).to.deep.equal([null, null]);
    const [id] = one.ids;
    await annotate(one.store, [id!], { starred: !one.store.iteration(id!)?.starred });
    await annotate(one.store, [id!], { note: 'x' });
    const free = one.ids.find((each) => !one.store.iteration(each)?.projectIds?.includes('project-1'));
    await reassign(one.store, [free!], { projects: { add: ['project-1'] } });
    await one.store.rename(one.sessionIds.at(-1)!, 'Other');
    const { undo } = history.state.value;
    expect(undo).to.deep.equal({ what: 'rename', on: 'session', count: 1, ids: [one.sessionIds.at(-1)] });
    await history.undo();
    await history.undo();
    expect([history.state.value.undo?.what, history.state.value.redo?.what]).to.deep.equal(['note', 'projects']);
    expect(history.state.value.undo?.count).to.equal(1);
    await one.store.archive('iteration', [id!]);
    expect([history.state.value.undo?.what, history.state.value.redo]).to.deep.equal(['archive', null]);
    expect(told.at(-1)).to.equal('archive undefined');
  });

  it('does not remember what changed nothing', async () => {
    const one = await library();
    await one.store.unarchive('iteration', one.ids);
    await annotate(one.store, one.ids, {});
    await annotate(one.store, one.ids, { tags: { remove: ['nobody has this'] } });
    expect(historyOf(one.store).state.value.canUndo).to.equal(false);
  });

  it('keeps a hundred commands', async () => {
    const one = await library({ rows: 6 });
    const history = historyOf(one.store);
    for (let note = 0; note < 105; note++) await annotate(one.store, one.ids.slice(0, 1), { note: `n${note}` });
    let count = 0;
    while (history.state.value.canUndo) {
      await history.undo();
      count++;
    }
    expect([count, (await stored(one)).get(one.ids[0]!)?.note]).to.deep.equal([100, 'n4']);
  });

  it('takes back after what is under way, however fast the keys are pressed', async () => {
    const one = await library();
    const before = await stored(one);
    const history = historyOf(one.store);
    const archiving = one.store.archive('iteration', one.ids.slice(0, 3));
    const noting = annotate(one.store, one.ids.slice(0, 3), { note: 'x' });
    const undoing = [history.undo(), history.undo(), history.undo()];
    await Promise.all([archiving, noting]);
    expect((await Promise.all(undoing)).map((one) => one?.done.length)).to.deep.equal([3, 3, undefined]);
    expect(await stored(one)).to.deep.equal(before);
    expect(shown(one)).to.deep.equal(before);
  });

  it('takes nothing back where what was begun last has failed', async () => {
    const refuse = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      annotate: () => Promise.reject(new AdapterError('forbidden')),
    });
    const one = await library({ change: refuse });
    const put = one.ids.slice(0, 3);
    await one.store.archive('iteration', put);
    const starring = annotate(one.store, [one.ids[5]!], { note: 'x' });
    expect(await historyOf(one.store).undo()).to.equal(null);
    await starring;
    expect(put.map((id) => Boolean(one.store.iteration(id)?.archivedAt))).to.deep.equal([true, true, true]);
    expect((await historyOf(one.store).undo())?.done.length).to.equal(3);
  });

  it('leaves what could not be taken back of an older command where that stood', async () => {
    let isDown = true;
    const down = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...withoutUndo(backend),
      archive: (selection, on, archived, write) =>
        isDown && !archived
          ? Promise.reject(new AdapterError('unavailable'))
          : backend.archive!(selection, on, archived, write),
    });
    const one = await library({ change: down });
    const [a, b] = one.ids;
    const { undo } = await one.store.archive('iteration', [a!]);
    await annotate(one.store, [b!], { note: 'newer' });
    await undo?.();
    isDown = false;
    const history = historyOf(one.store);
    expect(history.state.value.undo?.what).to.equal('note');
    await history.undo();
    await history.undo();
    expect((await stored(one)).get(a!)?.archived).to.equal(false);
  });

  it('takes back one command of many by its own outcome, and only once', async () => {
    const one = await library();
    const [a, b] = one.ids;
    const { undo } = await one.store.archive('iteration', [a!]);
    await one.store.archive('iteration', [b!]);
    expect((await undo?.())?.done).to.deep.equal([a]);
    expect((await undo?.())?.done).to.deep.equal([]);
    const rows = await stored(one);
    expect([rows.get(a!)?.archived, rows.get(b!)?.archived]).to.deep.equal([false, true]);
  });

  it('says which rows are no more, whether that was heard of or not', async () => {
    for (const isHeard of [true, false]) {
      for (const change of [undefined, withoutUndo]) {
        const one = await library({ ...(change && { change }) });
        const release = isHeard ? one.store.retain() : () => undefined;
        const [gone, left] = one.ids;
        await one.store.archive('iteration', [gone!, left!]);
        await one.backend.remove!({ ids: [gone!] }, 'iteration', write());
        const back = await historyOf(one.store).undo();
        expect(back?.done).to.deep.equal([left]);
        const told = [...(back?.left ?? []), ...(back?.failed ?? []).map(({ id }) => id)];
        expect(told).to.deep.equal([gone]);
        release();
      }
    }
  });

  it('tries again what could not be taken back, and only that', async () => {
    let isDown = true;
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter =>
      faultyAdapter(withoutUndo(backend), (method, nth) =>
        method === 'archive' && nth > 3 && isDown ? { reject: new AdapterError('unauthorized') } : undefined,
      );
    const one = await library({ limits: { batchSize: 4 }, change });
    const history = historyOf(one.store);
    await one.store.archive('iteration', one.ids.slice(0, 8));
    const back = await history.undo();
    expect([back?.done.length, back?.failed.length, back?.left.length]).to.deep.equal([4, 4, 0]);
    expect(shown(one)).to.deep.equal(await stored(one));
    isDown = false;
    expect((await history.undo())?.done.length).to.equal(4);
    expect([...(await stored(one)).values()].some((row) => row?.archived)).to.equal(false);
    expect(await history.undo()).to.equal(null);
  });

  it('goes on by opposite commands where the token is not known any more', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      undo: () => Promise.reject(new AdapterError('not-found')),
    });
    const one = await library({ change });
    const before = await stored(one);
    await annotate(one.store, one.ids, { rating: 3, flag: 'pick', tags: { add: ['draft'] } });
    const back = await historyOf(one.store).undo();
    expect([back?.failed, back?.left]).to.deep.equal([[], []]);
    expect(await stored(one)).to.deep.equal(before);
    expect(shown(one)).to.deep.equal(before);
  });

  it('leaves a title alone that somebody else has given', async () => {
    const one = await library();
    const id = one.sessionIds[0]!;
    await one.store.rename(id, 'Ours');
    await one.backend.updateSession!(id, { title: 'Theirs' }, undefined, write());
    const back = await historyOf(one.store).undo();
    expect([back?.done, back?.left]).to.deep.equal([[], [id]]);
    expect(one.store.session(id)?.title).to.equal('Theirs');
  });

  it('reads projects page by page, those that a text finds, and the newest search only', async () => {
    const { projectList } = await import('../../../../src/store/index.js');
    const one = await library({ limits: { pageSize: 1 } });
    const list = projectList(one.store);
    expect(list.value.status).to.equal('idle');
    await list.load();
    expect([list.value.projects.length, list.value.complete]).to.deep.equal([1, false]);
    await list.more();
    expect(list.value.projects.map(({ id }) => id).sort()).to.deep.equal(['project-0', 'project-1']);
    expect(list.value.complete).to.equal(true);
    const [, found] = [list.search('zzz'), list.search('ketch')];
    await found;
    expect([list.value.text, list.value.projects.map(({ id }) => id)]).to.deep.equal(['ketch', ['project-1']]);
    Object.assign(one.adapter, {
      listProjects: () => Promise.resolve({ items: [{ id: 7 }, null, { id: 'a', name: 'A' }] }),
    });
    await list.search('');
    expect(list.value.projects).to.deep.equal([{ id: 'a', name: 'A' }]);
    Object.assign(one.adapter, { listProjects: () => Promise.reject(new AdapterError('forbidden')) });
    await list.search('b');
    expect([list.value.status, list.value.error?.code, list.value.projects.length]).to.deep.equal([
      'error',
      'forbidden',
      1,
    ]);
    const none = projectList((await library({ change: (backend) => omit(backend, 'listProjects') })).store);
    await none.load();
    expect([none.value.complete, none.value.projects]).to.deep.equal([true, []]);
  });
});
