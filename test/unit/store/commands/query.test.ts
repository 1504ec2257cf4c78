import { expect } from '@open-wc/testing';
import { createSyntheticAdapter } from '../../../../src/adapters/synthetic/index.js';
import { AdapterError, type ImaginationsAdapter } from '../../../../src/data/index.js';
import { omit } from '../../../../src/internal/omit.js';
import { annotate, historyOf, ImaginationsStore } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { waitUntil } from '../../../support/wait.js';
import { call, library, shown, stored, write } from './set-up.js';

const IMAGES = { filter: { kinds: ['image'] } } as const;

/** Writes down what is archived, and takes no query where that is said. */
const without =
  (code: 'unsupported' | 'too-large' | 'invalid', sent: unknown[], parts: (keyof ImaginationsAdapter)[] = []) =>
  (backend: ImaginationsAdapter): ImaginationsAdapter => ({
    ...(omit(backend, ...parts) as ImaginationsAdapter),
    archive: async (selection, ...rest) => {
      if ('query' in selection) throw new AdapterError(code);
      sent.push(selection.ids.length);
      return backend.archive!(selection, ...rest);
    },
  });

/** A store over a library made up, whose first page is looked at. */
async function looking(size: number) {
  const adapter = createSyntheticAdapter({ size });
  const store = new ImaginationsStore(adapter);
  const release = store.retain();
  const list = store.iterationList();
  await list.load();
  const end = (): void => {
    release();
    store.dispose();
  };
  return { adapter, store, list, end };
}

describe('a batch over a query', () => {
  before(() => loadLater());

  it('is one command where the adapter takes it, shows at once, and leaves exceptions alone', async () => {
    const one = await library();
    const images = one.ids.filter((id) => one.store.iteration(id)?.kind === 'image');
    const [kept, ...rest] = images;
    const archiving = one.store.archive('iteration', { query: IMAGES, except: [kept!] });
    expect(one.store.iteration(rest[0]!)?.archivedAt).to.be.a('string');
    expect(one.store.iteration(kept!)?.archivedAt).to.not.be.a('string');
    const { done, failed, count } = await archiving;
    expect([[...done].sort(), failed, count]).to.deep.equal([[...rest].sort(), [], rest.length]);
    expect(shown(one)).to.deep.equal(await stored(one));
    await historyOf(one.store).undo();
    expect(images.every((id) => !one.store.iteration(id)?.archivedAt)).to.equal(true);
  });

  for (const code of ['unsupported', 'too-large', 'invalid'] as const) {
    it(`is read and sent in portions where the adapter says ${code}, by its index and without`, async () => {
      for (const parts of [[], ['index']] as const) {
        const sent: unknown[] = [];
        const one = await library({ limits: { batchSize: 5, pageSize: 7 }, change: without(code, sent, [...parts]) });
        const wanted = one.ids.filter((id) => one.store.iteration(id)?.kind === 'image');
        const told: number[] = [];
        const progress = (done: number): number => told.push(done);
        const { done, failed } = await one.store.archive('iteration', { query: IMAGES }, { progress });
        expect([[...done].sort(), failed]).to.deep.equal([[...wanted].sort(), []]);
        expect(sent.every((count) => Number(count) <= 5)).to.equal(true);
        expect(told.at(-1)).to.equal(wanted.length);
        expect(shown(one)).to.deep.equal(await stored(one));
        expect((await historyOf(one.store).undo())?.done.length).to.equal(wanted.length);
        expect(shown(one)).to.deep.equal(await stored(one));
      }
    });
  }

  it('is never sent with a filter that the adapter does not offer: its rows are read and looked at', async () => {
    const sent: unknown[] = [];
    const one = await library({ limits: { filters: ['archived'], pageSize: 5 }, change: without('invalid', sent) });
    const wanted = one.ids.filter((id) => one.store.iteration(id)?.starred);
    const { done } = await one.store.archive('iteration', { query: { filter: { starred: true } } });
    expect([...done].sort()).to.deep.equal([...wanted].sort());
  });

  it('that fails otherwise rolls back, and says why', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...backend,
      archive: () => Promise.reject(new AdapterError('forbidden')),
    });
    const one = await library({ change });
    const { done, failed, count, error, undo } = await one.store.archive('iteration', { query: IMAGES });
    expect([done, failed, count, error?.code, undo]).to.deep.equal([[], [], 0, 'forbidden', undefined]);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  for (const answer of [undefined, null, 'ok', {}, { results: 7 }]) {
    it(`that was answered with ${JSON.stringify(answer)} is read again, for nobody knows what was done`, async () => {
      const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
        ...backend,
        archive: async (...args) => {
          await backend.archive!(...args);
          return answer as never;
        },
      });
      const one = await library({ change });
      const outcome = await one.store.archive('iteration', { query: IMAGES });
      expect([outcome.done, outcome.count, outcome.error?.code]).to.deep.equal([[], 0, 'internal']);
      const all = JSON.stringify([...(await stored(one))]);
      await waitUntil(() => JSON.stringify([...shown(one)]) === all, 'it shows what is');
    });
  }

  it('that cannot be read does nothing', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => ({
      ...without('unsupported', [], ['index'])(backend),
    });
    const one = await library({ change });
    Object.assign(one.adapter, { listIterations: () => Promise.reject(new AdapterError('forbidden')) });
    const { done, error } = await one.store.archive('iteration', { query: IMAGES });
    expect([done, error?.code]).to.deep.equal([[], 'forbidden']);
    expect(shown(one)).to.deep.equal(await stored(one));
  });

  it('over a million says how many, shows it in lists and counts, and is taken back but for what others changed', async function () {
    this.timeout(60_000);
    const { adapter, store, list, end } = await looking(1_000_000);
    await waitUntil(() => store.counts({}).value?.total === 1_000_000);
    const archiving = store.archive('iteration', { query: {} });
    expect(list.value.ids.length).to.equal(0);
    const { done, failed, count } = await archiving;
    expect([done, failed, count]).to.deep.equal([[], [], 1_000_000]);
    await waitUntil(() => store.counts({}).value?.total === 0 && list.value.total === 0);
    await adapter.annotate({ ids: ['i0000003'] }, { note: 'theirs' }, write());
    const back = await historyOf(store).undo();
    expect([back?.count, back?.left]).to.deep.equal([999_999, ['i0000003']]);
    await waitUntil(() => store.counts({}).value?.total === 999_999);
    expect((await historyOf(store).redo())?.count).to.equal(999_999);
    await waitUntil(() => store.counts({}).value?.total === 0);
    end();
  });

  it('that is walked comes before what is asked for while it is still being read', async () => {
    const one = await library({
      limits: { pageSize: 5, filters: ['kinds'] },
      change: (backend) => ({
        ...(omit(backend, 'index') as ImaginationsAdapter),
        annotate: (selection, ...rest) =>
          'query' in selection
            ? Promise.reject(new AdapterError('unsupported'))
            : backend.annotate!(selection, ...rest),
      }),
    });
    const id = one.ids[3]!;
    const all = annotate(one.store, { query: {} }, { rating: 1 });
    await annotate(one.store, [id], { rating: 5 });
    await all;
    expect([one.store.iteration(id)?.rating, (await stored(one)).get(id)?.rating]).to.deep.equal([5, 5]);
    expect((await stored(one)).get(one.ids[4]!)?.rating).to.equal(1);
  });

  it('of which each row is named is taken back whole, held or not', async () => {
    const { store, list, end } = await looking(1000);
    const held = list.value.ids.length;
    expect(held).to.be.within(1, 999);
    const { done } = await store.archive('iteration', { query: {} });
    expect(done.length).to.equal(1000);
    await waitUntil(() => store.counts({}).value?.total === 0);
    const back = await historyOf(store).undo();
    expect([back?.done.length, back?.left, back?.failed]).to.deep.equal([1000, [], []]);
    await waitUntil(() => store.counts({}).value?.total === 1000);
    end();
  });

  for (const size of [1000, 3000]) {
    it(`never shows another number than before and after, of ${size} rows of which a page is held`, async () => {
      const { store, list, end } = await looking(size);
      const figures: (number | undefined)[] = [];
      const look = (): void => {
        const total = store.counts({}).value?.total;
        if (total !== figures.at(-1)) figures.push(total);
      };
      const stop = store.subscribe(look);
      await waitUntil(() => store.counts({}).value?.total === size);
      look();
      await store.archive('iteration', { query: {} });
      await waitUntil(() => figures.at(-1) === 0);
      await historyOf(store).undo();
      await waitUntil(() => figures.at(-1) === size);
      await historyOf(store).redo();
      await waitUntil(() => figures.at(-1) === 0);
      await historyOf(store).undo();
      await waitUntil(() => figures.at(-1) === size && list.value.ids.length > 0);
      expect(figures.filter((one) => one !== undefined)).to.deep.equal([size, 0, size, 0, size]);
      stop();
      end();
    });
  }

  it('of which each row is named is taken back but for what others changed', async () => {
    const { adapter, store, list, end } = await looking(1000);
    const [held = '', unheld] = [list.value.ids[3], 'i0000003'];
    expect(store.iteration(unheld)).to.equal(undefined);
    await store.archive('iteration', { query: {} });
    await adapter.annotate({ ids: [held, unheld] }, { note: 'theirs' }, write());
    await waitUntil(() => store.iteration(unheld)?.note === 'theirs', 'is told of it');
    const back = await historyOf(store).undo();
    expect([back?.done.length, [...(back?.left ?? [])].sort()]).to.deep.equal([998, [held, unheld].sort()]);
    expect((await adapter.counts({}, call)).total).to.equal(998);
    end();
  });

  it('of which only the number is known is taken back by a second try, where the first has failed as a whole', async () => {
    const adapter = createSyntheticAdapter({ size: 3000 });
    const store = new ImaginationsStore(adapter);
    const { count, undo } = await store.archive('iteration', { query: {} });
    const { undo: original } = adapter;
    Object.assign(adapter, { undo: () => Promise.reject(new AdapterError('forbidden')) });
    expect((await undo!()).error?.code).to.equal('forbidden');
    Object.assign(adapter, { undo: original });
    expect((await undo!()).count).to.equal(count);
    expect(await undo!()).to.deep.equal({ done: [], failed: [], left: [] });
    store.dispose();
  });

  it('works on sessions', async () => {
    const one = await library();
    const { done } = await one.store.archive('session', { query: {} });
    expect([...done].sort()).to.deep.equal([...one.sessionIds].sort());
    expect((await one.backend.listSessions({ limit: 10 }, call)).items).to.deep.equal([]);
    await historyOf(one.store).undo();
    expect((await one.backend.listSessions({ limit: 10 }, call)).items.length).to.equal(one.sessionIds.length);
  });

  it('remembers what rows were that it has never held, where the adapter cannot take back', async () => {
    const change = (backend: ImaginationsAdapter): ImaginationsAdapter => omit(backend, 'undo');
    const one = await library({ change });
    const before = await stored(one);
    const store = new ImaginationsStore(one.adapter);
    await annotate(store, one.ids, { rating: 2, tags: { add: ['draft'], remove: ['warm'] } });
    expect((await stored(one)).get(one.ids[0]!)?.rating).to.equal(2);
    expect((await historyOf(store).undo())?.failed).to.deep.equal([]);
    expect(await stored(one)).to.deep.equal(before);
  });
});
