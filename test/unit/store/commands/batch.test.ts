import { expect } from '@open-wc/testing';
import {
  AdapterError,
  type BatchResult,
  type ImaginationsAdapter,
  type Selection,
} from '../../../../src/data/index.js';
import { omit } from '../../../../src/internal/omit.js';
import { annotate, historyOf, ImaginationsStore, reassign } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { faultyAdapter } from '../../../../src/testing/index.js';
import { waitUntil } from '../../../support/wait.js';
import { EVERYTHING, library, shown, stored, write } from './set-up.js';

const codes = (failed: readonly { readonly id: string; readonly error: { readonly code: string } }[]) =>
  failed.map(({ error }) => error.code);

/** Refuses some ids, as long as it is told to. */
const refusing =
  (ids: Set<string>) =>
  (backend: ImaginationsAdapter): ImaginationsAdapter => ({
    ...backend,
    archive: async (selection: Selection, ...rest): Promise<BatchResult> => {
      const asked = 'ids' in selection ? selection.ids : [];
      const answer = await backend.archive!({ ids: asked.filter((id) => !ids.has(id)) }, ...rest);
      const error = { code: 'forbidden', message: 'no' } as const;
      const refused = asked.filter((id) => ids.has(id)).map((id) => ({ id, ok: false as const, error }));
      return { ...answer, results: [...answer.results, ...refused] };
    },
  });

describe('a batch', () => {
  before(() => loadLater());

  it('of which 3 of 10 fail leaves store and backend of one mind, and trying those again finishes it', async () => {
    const bad = new Set<string>();
    const one = await library({ change: refusing(bad) });
    const ids = one.ids.slice(0, 10);
    for (const at of [1, 4, 8]) bad.add(ids[at]!);
    const { done, failed } = await one.store.archive('iteration', ids);
    expect([done.length, codes(failed)]).to.deep.equal([7, ['forbidden', 'forbidden', 'forbidden']]);
    expect(shown(one)).to.deep.equal(await stored(one));
    expect(one.store.iterationList({}).value.ids).to.deep.equal([]);
    bad.clear();
    const again = await one.store.archive(
      'iteration',
      failed.map(({ id }) => id),
    );
    expect([again.done.length, again.failed]).to.deep.equal([3, []]);
    expect(shown(one)).to.deep.equal(await stored(one));
    expect(ids.every((id) => one.store.iteration(id)?.archivedAt)).to.equal(true);
  });

  it('tells how far it is, and stops before the next call: what was done stays, the rest rolls back', async () => {
    const one = await library({ limits: { batchSize: 4 } });
    const stop = new AbortController();
    const told: (readonly [number, number])[] = [];
    const progress = (done: number, total: number): void => {
      told.push([done, total]);
      if (done === 8) stop.abort();
      throw new Error('The listener is broken');
    };
    const { done, failed } = await one.store.archive('iteration', one.ids.slice(0, 18), {
      signal: stop.signal,
      progress,
    });
    expect(done).to.deep.equal(one.ids.slice(0, 8));
    expect(failed.map(({ id }) => id)).to.deep.equal(one.ids.slice(8, 18));
    expect(new Set(codes(failed))).to.deep.equal(new Set(['aborted']));
    expect(told.slice(0, 2)).to.deep.equal([
      [4, 18],
      [8, 18],
    ]);
    expect(told.at(-1)).to.deep.equal([18, 18]);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  it('that was stopped before it began does nothing', async () => {
    const one = await library();
    const { done, failed } = await one.store.archive('iteration', one.ids, { signal: AbortSignal.abort() });
    expect([done, failed.length]).to.deep.equal([[], one.ids.length]);
    expect(shown(one)).to.deep.equal(await stored(one));
    expect(historyOf(one.store).state.value.canUndo).to.equal(false);
  });

  it('ends where the session of the person ended: the rest fails with that, and is done when tried again', async () => {
    let isOut = true;
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter =>
      faultyAdapter(backend, (method, nth) =>
        method === 'archive' && nth >= 3 && isOut ? { reject: new AdapterError('unauthorized') } : undefined,
      );
    const one = await library({ limits: { batchSize: 4 }, change });
    const { done, failed } = await one.store.archive('iteration', one.ids.slice(0, 20));
    expect([done.length, new Set(codes(failed)), failed.length]).to.deep.equal([8, new Set(['unauthorized']), 12]);
    expect(one.store.status.value.authRequired).to.equal(true);
    expect(shown(one)).to.deep.equal(await stored(one));
    isOut = false;
    one.store.resume();
    const again = await one.store.archive(
      'iteration',
      failed.map(({ id }) => id),
    );
    expect(again.done.length).to.equal(12);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  it('goes on after one call that was refused by itself', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter =>
      faultyAdapter(backend, (method, nth) =>
        method === 'annotate' && nth === 2 ? { reject: new AdapterError('internal') } : undefined,
      );
    const one = await library({ limits: { batchSize: 4 }, change });
    const { done, failed } = await annotate(one.store, one.ids.slice(0, 12), { note: 'x' });
    expect([done.length, failed.length]).to.deep.equal([8, 4]);
  });

  it('does not send rows that may not, and says so', async () => {
    const one = await library();
    const [first, second] = [one.ids[0]!, one.ids[1]!];
    const row = one.store.iteration(first)!;
    one.store.core.acceptIterations([{ ...row, rev: (row.rev ?? 0) + 1, can: { annotate: false, archive: false } }]);
    const { done, failed } = await annotate(one.store, [first, second], { starred: true, note: 'n' });
    expect([done, failed.map(({ id, error }) => [id, error.code])]).to.deep.equal([[second], [[first, 'forbidden']]]);
    expect((await stored(one)).get(first)?.note).to.equal('');
    expect((await one.store.archive('iteration', { query: EVERYTHING })).failed.map(({ id }) => id)).to.deep.equal([
      first,
    ]);
    expect((await stored(one)).get(first)?.archived).to.equal(false);
  });

  it('is offered as far as the adapter goes', async () => {
    const one = await library({ limits: { reassignTo: ['project'] } });
    const move = await reassign(one.store, one.ids.slice(0, 2), { sessionId: one.sessionIds[0]! });
    expect(codes(move.failed)).to.deep.equal(['unsupported', 'unsupported']);
    const file = await reassign(one.store, one.ids.slice(0, 2), { projects: { add: ['project-1'] } });
    expect(file.failed).to.deep.equal([]);
    const none = await reassign(one.store, { query: EVERYTHING }, { sessionId: 'x' });
    expect([none.done, none.failed, none.error?.code]).to.deep.equal([[], [], 'unsupported']);
  });

  it('is finished although everybody has gone meanwhile', async () => {
    const one = await library({ limits: { batchSize: 4 } });
    const release = one.store.retain();
    const archiving = one.store.archive('iteration', one.ids);
    release();
    expect((await archiving).done.length).to.equal(one.ids.length);
  });

  it('of the same row in two windows is ok in both, and taken back by the one that did it', async () => {
    const one = await library();
    const id = one.ids[0]!;
    await one.backend.archive!({ ids: [id] }, 'iteration', true, write());
    const { done, failed } = await one.store.archive('iteration', [id]);
    expect([done, failed]).to.deep.equal([[id], []]);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  it('keeps a move together: counts and covers of both sessions at once, lineage and dates as they were', async () => {
    const one = await library();
    const [to, from] = [one.sessionIds[0]!, one.sessionIds[2]!];
    const moved = one.ids.filter((id) => one.store.iteration(id)?.sessionId === from).slice(0, 2);
    const before = moved.map((id) => one.store.iteration(id));
    const totals = () => [one.store.session(from)?.counts?.total, one.store.session(to)?.counts?.total];
    const cover = (id: string) => one.store.session(id)?.cover?.map((row) => row.id) ?? [];
    const [a = 0, b = 0] = totals();
    const moving = reassign(one.store, moved, { sessionId: to });
    expect(totals()).to.deep.equal([a - 2, b + 2]);
    expect(cover(from).some((id) => moved.includes(id))).to.equal(false);
    expect(cover(from).length).to.equal(4);
    await moving;
    expect(totals()).to.deep.equal([a - 2, b + 2]);
    const after = moved.map((id) => one.store.iteration(id));
    expect(after.map((row) => row?.sessionId)).to.deep.equal([to, to]);
    for (const name of ['createdAt', 'generationId', 'parents'] as const) {
      expect(after.map((row) => row?.[name])).to.deep.equal(before.map((row) => row?.[name]));
    }
    const undoing = historyOf(one.store).undo();
    expect(totals()).to.deep.equal([a, b]);
    await undoing;
    await waitUntil(() => totals().join() === [a, b].join());
  });

  it('gives sessions back what did not move', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter =>
      faultyAdapter(backend, (method) =>
        method === 'reassign' ? { reject: new AdapterError('forbidden') } : undefined,
      );
    const one = await library({ change });
    const totals = () => one.sessionIds.map((id) => one.store.session(id)?.counts?.total);
    const before = totals();
    const moving = reassign(one.store, one.ids.slice(-3), { sessionId: one.sessionIds[0]! });
    expect(totals()).to.not.deep.equal(before);
    expect((await moving).failed.length).to.equal(3);
    expect(totals()).to.deep.equal(before);
  });

  it('reads again what may have been done after a failure, not what was never sent', async () => {
    const looked: string[] = [];
    const one = await library({
      rows: 60,
      limits: { batchSize: 5 },
      change: (backend) => ({
        ...backend,
        archive: () => Promise.reject(new AdapterError('unavailable', 'down', { retryable: false })),
        getIterations: (ids, call) => {
          looked.push(...ids);
          return backend.getIterations!(ids, call);
        },
      }),
    });
    const { failed } = await one.store.archive('iteration', one.ids.slice(0, 40));
    expect(failed.length).to.equal(40);
    await waitUntil(() => looked.length > 0, 'looks');
    expect([...new Set(looked)].sort()).to.deep.equal(one.ids.slice(0, 5).sort());
  });

  it('of rows that are not held brings back only those that it put away itself', async () => {
    const one = await library({ change: (backend) => omit(backend, 'undo') });
    const [theirs = '', ours = ''] = one.ids;
    await one.backend.archive!({ ids: [theirs] }, 'iteration', true, write());
    // Another page, which has read nothing.
    const store = new ImaginationsStore(one.adapter);
    await store.archive('iteration', [theirs, ours]);
    await historyOf(store).undo();
    const rows = await stored(one);
    expect([rows.get(theirs)?.archived, rows.get(ours)?.archived]).to.deep.equal([true, false]);
  });
});
