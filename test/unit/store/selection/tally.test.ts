import { expect } from '@open-wc/testing';
import { matchesIteration, queryKey, type Filter, type Iteration, type Query } from '../../../../src/model/index.js';
import { bothOf } from '../../../../src/store/selection/both.js';
import { IterationSelection } from '../../../../src/store/selection/selection.js';
import { tallySelection } from '../../../../src/store/selection/selection-tally.js';
import { instant, iteration } from '../../../support/rows.js';
import { annotate } from '../../../../src/store/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { selectionOf } from '../../../../src/store/selection/selection-of.js';
import { waitUntil } from '../../../support/wait.js';
import { library } from '../commands/set-up.js';

const LATER = '2100-01-01T00:00:00.000Z';
const ALL = { filter: {} } as const;

describe('how much is selected', () => {
  before(() => loadLater());

  it('counts a row once that came to be one of everything after it was selected beside it', async () => {
    const { store, ids } = await library();
    const [a = '', b = '', ...others] = ids;
    await store.archive('iteration', others.slice(0, 3));
    const selection = selectionOf(store);
    await waitUntil(() => store.counts(ALL).value !== null, 'counted');
    selection.all(ALL, LATER);
    const before = selection.tally(ALL).count;
    selection.set(others.slice(0, 1), true, 'archive');
    expect(selection.tally(ALL).count).to.equal((before ?? 0) + 1);
    await store.unarchive('iteration', others.slice(0, 1));
    await annotate(store, [a, b], { starred: true });
    expect(selection.tally(ALL).count).to.equal((before ?? 0) + 1);
  });
});

const KINDS = ['image', 'video', 'audio'] as const;
const ROWS: readonly Iteration[] = Array.from({ length: 60 }, (_, at) =>
  iteration(`i${at}`, {
    createdAt: instant(at),
    kind: KINDS[at % 3]!,
    starred: at % 2 === 0,
    rating: ([0, 1, 2, 3, 4, 5] as const)[at % 6]!,
    ...(at % 5 === 0 && { archivedAt: instant(900) }),
    tags: at % 4 === 0 ? ['sky', 'sea'] : ['sky'],
  }),
);
const FILTERS: readonly Filter[] = [
  {},
  { kinds: ['image'] },
  { kinds: ['image', 'video'] },
  { starred: true },
  { ratingAtLeast: 3 },
  { ratingAtLeast: 1, kinds: ['audio'] },
  { tags: ['sea'] },
  { tags: ['sky'], archived: 'include' },
  { archived: 'only' },
  { createdAfter: instant(10), createdBefore: instant(40) },
  { createdAfter: instant(30) },
];
const matching = ({ filter }: Query): readonly Iteration[] =>
  ROWS.filter((row) => matchesIteration(row, undefined, filter));
const byId = new Map(ROWS.map((row) => [row.id, row]));

describe('what is selected, counted', () => {
  const world = {
    belongs: (id: string, { filter }: Query) => {
      const row = byId.get(id);
      return row && matchesIteration(row, undefined, filter);
    },
    createdAt: (id: string) => byId.get(id)?.createdAt,
    total: (query: Query): number | null => matching(query).length,
    arrived: () => 0,
  };

  it('says how much of everything another filter does not show', () => {
    for (const filter of FILTERS) {
      for (const other of FILTERS) {
        const [query, shown] = [{ filter }, { filter: other }];
        const selection = new IterationSelection(world, () => undefined);
        selection.all(query, instant(1000));
        const [first] = matching(query);
        selection.set([first!.id], false, queryKey(query));
        const selected = matching(query).slice(1);
        const hidden = selected.filter((row) => !matchesIteration(row, undefined, other)).length;
        const what = `${JSON.stringify(filter)} under ${JSON.stringify(other)}`;
        expect(tallySelection(selection, shown, world), what).to.deep.equal({ count: selected.length, hidden });
      }
    }
  });

  it('looks at the rows that are held, not at all that are selected', () => {
    const shown: Query = { filter: { kinds: ['image'] } };
    let looks = 0;
    const belongs = (id: string, query: Query): boolean | undefined => {
      looks++;
      return world.belongs(id, query);
    };
    for (const view of [queryKey(shown), 'elsewhere']) {
      const selection = new IterationSelection(world, () => undefined);
      const others = Array.from({ length: 5000 }, (_, at) => `other${at}`);
      selection.set([...ROWS.slice(0, 20).map(({ id }) => id), ...others], true, view);
      // One that is selected again, in another view, counts once.
      selection.set(['other1'], false, view);
      selection.set(['other1', 'i1'], true, 'third');
      const all = tallySelection(selection, shown, world);
      looks = 0;
      expect(tallySelection(selection, shown, { ...world, belongs, held: () => byId })).to.deep.equal(all);
      expect(looks).to.be.at.most(ROWS.length);
    }
  });

  it('says nothing where it cannot be told', () => {
    const selection = new IterationSelection(world, () => undefined);
    selection.all({ filter: { starred: true } }, instant(1000));
    const uncounted = { ...world, total: (query: Query) => (query.filter?.kinds ? null : 5) };
    expect(tallySelection(selection, { filter: { kinds: ['image'] } }, uncounted)).to.deep.equal({
      count: 5,
      hidden: null,
    });
    expect(bothOf({ filter: { text: 'a' } }, { filter: { text: 'b' } })).to.equal(undefined);
    expect(bothOf({}, { filter: { sessionId: 's1' } })).to.equal(undefined);
    expect(bothOf({ filter: { model: 'a' } }, { filter: { model: 'b' } })).to.equal(null);
  });
});
