import { expect } from '@open-wc/testing';
import { AdapterError, type BatchResult, type ImaginationsAdapter } from '../../../../src/data/index.js';
import { batchRunsOf } from '../../../../src/elements/collection/batch-runs.js';
import { actOnSelected, judgeSelected } from '../../../../src/elements/collection/selected-actions.js';
import type { Query } from '../../../../src/model/index.js';
import { annotate } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { selectionOf } from '../../../../src/store/selection/selection-of.js';
import { waitUntil } from '../../../support/wait.js';
import { call, library, write, type Library } from '../../store/commands/set-up.js';

const ALL: Query = { filter: { archived: 'include' } };
const LATER = '2100-01-01T00:00:00.000Z';

interface Door {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

function door(): Door {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** A library whose archive waits, and then fails or not. */
async function waiting(fails: () => boolean) {
  const held = door();
  const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
    ...backend,
    archive: async (...args): Promise<BatchResult> => {
      await held.opened;
      if (fails()) throw new AdapterError('forbidden', 'no');
      return backend.archive!(...args);
    },
  });
  return { one: await library({ change }), held };
}

function archive({ store }: Library): Promise<void> {
  const command = (target: Parameters<typeof store.archive>[1]) => store.archive('iteration', target);
  return actOnSelected(selectionOf(store), { store, verb: 'archive', count: null, command });
}

describe('what is selected, and acted on', () => {
  before(() => loadLater());

  it('does not come back where it was refused because it is no more', async () => {
    const { one, held } = await waiting(() => false);
    const { store, backend, ids } = one;
    const stop = store.retain();
    const selection = selectionOf(store);
    const [a = '', b = ''] = ids;
    selection.set([a, b], true, 'v');
    const archiving = archive(one);
    await backend.remove!({ ids: [a] }, 'iteration', write());
    await waitUntil(() => store.iteration(a) === undefined, 'it was heard of');
    held.open();
    await archiving;
    expect(await backend.getIterations!([a], call)).to.deep.equal([null]);
    expect(selection.value.ids).to.deep.equal([]);
    stop();
  });

  it('leaves what was selected meanwhile selected when everything else was refused', async () => {
    const { one, held } = await waiting(() => true);
    const { store, ids } = one;
    const selection = selectionOf(store);
    const only: Query = { filter: { sessionId: store.iteration(ids[0]!)!.sessionId } };
    const other = ids.find((id) => store.iteration(id)!.sessionId !== only.filter!.sessionId)!;
    selection.all(only, LATER);
    const archiving = archive(one);
    selection.set([other], true, 'other');
    held.open();
    await archiving;
    expect([selection.has(ids[0]!), selection.has(other)]).to.deep.equal([true, true]);
  });

  it('leaves everything of another view selected that was selected meanwhile', async () => {
    const { one, held } = await waiting(() => true);
    const { store, ids } = one;
    const selection = selectionOf(store);
    selection.all({ filter: { sessionId: store.iteration(ids[0]!)!.sessionId } }, LATER);
    const archiving = archive(one);
    selection.all(ALL, LATER);
    held.open();
    await archiving;
    expect(selection.everything?.query).to.equal(ALL);
  });

  it('leaves alone what was selected beside it when everything is tried again', async () => {
    let refuses = true;
    const { one, held } = await waiting(() => refuses);
    const { store, ids } = one;
    const selection = selectionOf(store);
    const only: Query = { filter: { sessionId: store.iteration(ids[0]!)!.sessionId } };
    const [other = '', another = ''] = ids.filter((id) => store.iteration(id)!.sessionId !== only.filter!.sessionId);
    selection.all(only, LATER);
    held.open();
    await archive(one);
    const note = batchRunsOf(store).notes.at(-1);
    expect(selection.everything?.query).to.equal(only);
    selection.set([other, another], true, 'other');
    refuses = false;
    await note!.retry!();
    expect(selection.value).to.deep.equal({ ids: [other, another], query: null, except: [] });
    expect(selection.anchor, 'the next range begins where the last gesture ended').to.equal(another);
    expect(store.iteration(ids[0]!)?.archivedAt).to.be.a('string');
  });

  it('leaves everything of another query selected when everything is tried again', async () => {
    let refuses = true;
    const { one, held } = await waiting(() => refuses);
    const { store, ids } = one;
    const selection = selectionOf(store);
    selection.all({ filter: { sessionId: store.iteration(ids[0]!)!.sessionId } }, LATER);
    held.open();
    await archive(one);
    selection.all(ALL, LATER);
    selection.set([ids.at(-1)!], false, 'other');
    refuses = false;
    await batchRunsOf(store).notes.at(-1)!.retry!();
    expect([selection.everything?.query, [...selection.except]]).to.deep.equal([ALL, [ids.at(-1)]]);
  });

  it('leaves alone what was taken out of everything since, when that is tried again', async () => {
    let refuses = true;
    const { one, held } = await waiting(() => refuses);
    const { store, ids } = one;
    const selection = selectionOf(store);
    const only: Query = { filter: { sessionId: store.iteration(ids[0]!)!.sessionId } };
    const [kept = '', other = ''] = ids.filter((id) => store.iteration(id)!.sessionId === only.filter!.sessionId);
    selection.all(only, LATER);
    held.open();
    await archive(one);
    selection.set([kept], false, 'v');
    await batchRunsOf(store).notes.at(-1)!.retry!();
    expect([selection.everything?.query, [...selection.except]], 'refused again').to.deep.equal([only, [kept]]);
    refuses = false;
    await batchRunsOf(store).notes.at(-1)!.retry!();
    expect([kept, other].map((id) => Boolean(store.iteration(id)?.archivedAt))).to.deep.equal([false, true]);
    expect(selection.isEmpty).to.equal(true);
  });

  it('tries again rows that failed by name, and the query that ended, but nothing that was done', async () => {
    const asked: unknown[] = [];
    let refuses = true;
    const one = await library({
      change: (backend) => ({
        ...backend,
        archive: (selection, ...args) => {
          asked.push('query' in selection ? 'query' : [...selection.ids]);
          if (!refuses) return backend.archive!(selection, ...args);
          if ('query' in selection) return Promise.reject(new AdapterError('network'));
          const [bad = '', ...good] = selection.ids;
          const error = { code: 'forbidden' as const, message: '' };
          return backend.archive!({ ids: good }, ...args).then(({ results, ...rest }) => {
            return { ...rest, results: [...results, { id: bad, ok: false as const, error }] };
          });
        },
      }),
    });
    const { store, ids } = one;
    const selection = selectionOf(store);
    const only: Query = { filter: { sessionId: store.iteration(ids[0]!)!.sessionId } };
    const [bad = '', good = ''] = ids.filter((id) => store.iteration(id)!.sessionId !== only.filter!.sessionId);
    selection.all(only, LATER);
    selection.set([bad, good], true, 'other');
    await archive(one);
    asked.length = 0;
    refuses = false;
    await batchRunsOf(store).notes.at(-1)!.retry!();
    expect(asked).to.deep.equal(['query', [bad]]);
    expect(selection.isEmpty).to.equal(true);
  });
});

/** A library that refuses two of its rows when they are judged, until it is told otherwise. */
async function refusing() {
  const refused = new Set<string>();
  const sent: (readonly string[])[] = [];
  const one = await library({
    change: (backend) => ({
      ...backend,
      annotate: async (selection, ...args) => {
        const ids = 'ids' in selection ? selection.ids : [];
        sent.push(ids);
        const answer = await backend.annotate!({ ids: ids.filter((id) => !refused.has(id)) }, ...args);
        const error = { code: 'internal' as const, message: '' };
        const bad = ids.filter((id) => refused.has(id)).map((id) => ({ id, ok: false as const, error }));
        return { ...answer, results: [...answer.results, ...bad] };
      },
    }),
  });
  const selection = selectionOf(one.store);
  const [a = '', b = '', c = ''] = one.ids;
  selection.set([a, b, c], true, 'v');
  refused.add(a).add(b);
  const judge = (patch: Parameters<typeof judgeSelected>[4]): Promise<void> =>
    judgeSelected(new EventTarget(), one.store, selection, ALL, patch);
  await judge({ rating: 3 });
  refused.clear();
  const runs = batchRunsOf(one.store);
  return { ...one, selection, runs, sent, judge, ids: [a, b, c] as const };
}

describe('the note of what was not done', () => {
  before(() => loadLater());

  it('goes, row by row, when the same is said anew, and stays while something else is said', async () => {
    const { runs, judge, selection, ids, store } = await refusing();
    const failed = () => runs.notes.at(-1)?.failed.map(({ id }) => id);
    await judge({ flag: 'pick' });
    expect(failed()).to.deep.equal(ids.slice(0, 2));
    selection.set([ids[1]], false, 'v');
    await judge({ rating: 5 });
    expect(failed()).to.deep.equal([ids[1]]);
    await runs.notes.at(-1)!.retry!();
    expect(ids.map((id) => store.iteration(id)?.rating)).to.deep.equal([5, 3, 5]);
    expect(runs.notes).to.deep.equal([]);
  });

  it('goes at once where all of it is done anew', async () => {
    const { runs, judge } = await refusing();
    await judge({ rating: 5 });
    expect(runs.notes).to.deep.equal([]);
  });

  it('tries no row again that says something newer', async () => {
    const { runs, ids, store, sent } = await refusing();
    const other = store.iteration(ids[0])?.rating === 5 ? 4 : 5;
    await annotate(store, [ids[0]], { rating: other });
    await annotate(store, [ids[1]], { flag: 'pick' });
    await runs.notes.at(-1)!.retry!();
    expect(sent.at(-1)).to.deep.equal([ids[1]]);
    expect(ids.map((id) => store.iteration(id)?.rating)).to.deep.equal([other, 3, 3]);
  });
});
