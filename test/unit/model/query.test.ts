import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  addToCounts,
  comparator,
  compareNewest,
  isFinal,
  isVisible,
  matchesIteration,
  matchesSession,
  NO_COUNTS,
  queryKey,
  type Counts,
  type Filter,
  type Iteration,
  type RunStatus,
} from '../../../src/model/index.js';
import { instant, iteration, running, session } from '../../support/rows.js';

const row = fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), createdAt: fc.nat({ max: 3 }).map(instant) });

describe('order', () => {
  it('is total: the same whatever order rows came in, and oldest is its reverse', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ id }) => id }), fc.infiniteStream(fc.nat()), (rows, chance) => {
        const shuffled = rows
          .map((one) => ({ one, key: chance.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const newest = [...rows].sort(compareNewest);
        expect([...shuffled].sort(comparator('newest'))).to.deep.equal(newest);
        expect([...shuffled].sort(comparator(undefined))).to.deep.equal(newest);
        expect([...shuffled].sort(comparator('oldest'))).to.deep.equal([...newest].reverse());
      }),
    );
  });

  it('breaks equal instants by id', () => {
    const at = { createdAt: instant(0) };
    expect(compareNewest({ id: 'b', ...at }, { id: 'a', ...at })).to.be.below(0);
    expect(compareNewest({ id: 'a', ...at }, { id: 'a', ...at })).to.equal(0);
    expect(compareNewest({ id: 'a', createdAt: instant(1) }, { id: 'b', ...at })).to.be.below(0);
  });
});

describe('filters', () => {
  const rich = iteration('a', {
    kind: 'video',
    status: 'failed',
    sessionId: 's1',
    projectIds: ['p1', 'p2'],
    starred: true,
    rating: 3,
    flag: 'pick',
    tags: ['fox', 'night'],
    model: 'm1',
    generationId: 'g1',
    parents: [{ role: 'remix', iterationId: 'parent' }],
    createdAt: instant(10),
    prompt: 'Ein Füchslein im Schnee',
    note: 'keep',
  });
  const bare = iteration('b', { createdAt: instant(10) });

  const cases: readonly (readonly [Filter, rich: boolean, bare: boolean])[] = [
    [{}, true, true],
    [{ kinds: ['video', 'audio'] }, true, false],
    [{ kinds: [] }, false, false],
    [{ sessionId: 's1' }, true, true],
    [{ sessionId: 's2' }, false, false],
    [{ projectId: 'p2' }, true, false],
    [{ projectId: null }, false, true],
    [{ statuses: ['succeeded'] }, false, true],
    [{ starred: true }, true, false],
    [{ starred: false }, false, true],
    [{ ratingAtLeast: 3 }, true, false],
    [{ ratingAtLeast: 4 }, false, false],
    [{ ratingAtLeast: 0 }, true, true],
    [{ flag: 'pick' }, true, false],
    [{ flag: 'none' }, false, true],
    [{ tags: ['fox', 'night'] }, true, false],
    [{ tags: ['fox', 'day'] }, false, false],
    [{ tags: [] }, true, true],
    [{ model: 'm1' }, true, false],
    [{ generationId: 'g1' }, true, false],
    [{ parentId: 'parent' }, true, false],
    [{ createdAfter: instant(10) }, true, true],
    [{ createdAfter: instant(11) }, false, false],
    [{ createdBefore: instant(10) }, false, false],
    [{ createdBefore: instant(11) }, true, true],
    [{ text: '  FÜCHS ' }, true, false],
    [{ text: 'fu\u0308chs' }, true, false],
    [{ text: 'KEEP' }, true, false],
    [{ text: 'night' }, true, false],
    [{ text: '' }, true, true],
    [{ kinds: ['video'], starred: false }, false, false],
  ];
  for (const [filter, isRich, isBare] of cases) {
    it(JSON.stringify(filter), () => {
      expect([matchesIteration(rich, undefined, filter), matchesIteration(bare, undefined, filter)]).to.deep.equal([
        isRich,
        isBare,
      ]);
    });
  }

  it('find iterations by the words of their session', () => {
    expect(matchesIteration(bare, session('s1', { title: 'Snow foxes' }), { text: 'fox' })).to.equal(true);
    expect(matchesIteration(bare, session('s1'), { text: 'brief of s1' })).to.equal(true);
  });

  it('hide what is archived, by itself or with its session, but not on the page of the session', () => {
    const gone = { archivedAt: instant(1) };
    const shown = (own: boolean, withSession: boolean, filter: Filter): boolean =>
      matchesIteration(iteration('a', own ? gone : {}), session('s1', withSession ? gone : {}), filter);
    const all = [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const;
    const table = (filter: Filter): boolean[] => all.map(([own, withSession]) => shown(own, withSession, filter));
    expect(table({})).to.deep.equal([true, false, false, false]);
    expect(table({ archived: 'exclude' })).to.deep.equal(table({}));
    expect(table({ archived: 'only' })).to.deep.equal([false, true, true, true]);
    expect(table({ archived: 'include' })).to.deep.equal([true, true, true, true]);
    expect(table({ sessionId: 's1' })).to.deep.equal([true, false, true, false]);
    expect(table({ sessionId: 's1', archived: 'only' })).to.deep.equal([false, true, false, true]);
    expect(
      all.map(([own, withSession]) =>
        isVisible(iteration('a', own ? gone : {}), session('s1', withSession ? gone : {})),
      ),
    ).to.deep.equal(table({}));
  });

  it('of sessions look at what sessions have', () => {
    const one = session('s1', { title: 'Foxes', projectIds: ['p1'], createdAt: instant(5) });
    const fits = (filter: Filter): boolean => matchesSession(one, filter);
    expect([fits({}), fits({ text: 'fox' }), fits({ text: 'brief' }), fits({ projectId: 'p1' })]).to.deep.equal(
      Array(4).fill(true),
    );
    expect([
      fits({ text: 'cat' }),
      fits({ projectId: null }),
      fits({ archived: 'only' }),
      fits({ sessionId: 's2' }),
    ]).to.deep.equal(Array(4).fill(false));
    expect(fits({ kinds: ['audio'], starred: true, statuses: [] })).to.equal(true);
    expect(matchesSession(session('s1', { archivedAt: instant(1) }))).to.equal(false);
  });
});

describe('keys of queries', () => {
  it('are equal for what means the same', () => {
    const same = [
      [{}, { filter: {}, order: 'newest' }],
      [{ filter: { archived: 'exclude' } }, {}],
      [{ filter: { starred: true, kinds: ['image'] } }, { filter: { kinds: ['image'], starred: true } }],
      [{ filter: { kinds: ['image', 'video', 'image'] } }, { filter: { kinds: ['video', 'image'] } }],
      [{ filter: { text: undefined } as never }, {}],
    ] as const;
    for (const [a, b] of same) expect(queryKey(a)).to.equal(queryKey(b));
  });

  it('differ for what does not', () => {
    const keys = [
      {},
      { order: 'oldest' },
      { filter: { archived: 'only' } },
      { filter: { archived: 'include' } },
      { filter: { kinds: [] } },
      { filter: { text: '' } },
      { filter: { text: 'a' } },
      { filter: { projectId: null } },
      { filter: { tags: ['a', 'b'] } },
      { filter: { tags: ['a,b'] } },
    ] as const;
    expect(new Set(keys.map(queryKey)).size).to.equal(keys.length);
  });
});

describe('counts', () => {
  const rows = fc.array(
    fc.record({
      kind: fc.constantFrom('image', 'video', 'audio'),
      status: fc.constantFrom<RunStatus>('queued', 'running', 'canceling', 'succeeded', 'failed', 'canceled'),
    }),
  );

  it('are the number of rows of each sort, and taking all away leaves none', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const sum = all.reduce<Counts>((counts, one) => addToCounts(counts, one), NO_COUNTS);
        const many = (is: (one: Pick<Iteration, 'kind' | 'status'>) => boolean): number => all.filter(is).length;
        expect(sum).to.deep.equal({
          total: all.length,
          image: many(({ kind }) => kind === 'image'),
          video: many(({ kind }) => kind === 'video'),
          audio: many(({ kind }) => kind === 'audio'),
          active: many(({ status }) => !isFinal(status)),
          failed: many(({ status }) => status === 'failed'),
        });
        expect(all.reduce<Counts>((counts, one) => addToCounts(counts, one, -1), sum)).to.deep.equal(NO_COUNTS);
        for (const value of Object.values(all.reduce<Counts>((c, one) => addToCounts(c, one, -1), NO_COUNTS))) {
          expect(value).to.equal(0);
        }
      }),
    );
  });

  it('take a status they do not know for running', () => {
    expect(isFinal('paused' as RunStatus)).to.equal(false);
    expect(addToCounts(NO_COUNTS, running('a', 'g', { status: 'paused' as RunStatus })).active).to.equal(1);
  });
});
