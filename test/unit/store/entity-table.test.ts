import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { EntityTable, LAG_MS, type RowChange } from '../../../src/store/entity-table.js';
import type { Iteration, RunStatus } from '../../../src/model/index.js';
import { FakeClock } from '../../support/fake-clock.js';
import { iteration } from '../../support/rows.js';

const STATUSES: readonly RunStatus[] = ['queued', 'running', 'canceling', 'succeeded', 'failed', 'canceled'];
const clock = new FakeClock();

function table(changes: RowChange<Iteration>[] = [], now = clock): EntityTable<Iteration> {
  return new EntityTable<Iteration>({
    now: () => now.now(),
    onChange: (change) => changes.push(change),
    isSame: (a, b) => a.media?.url === b.media?.url,
  });
}

interface Arrival {
  readonly id: string;
  readonly status: RunStatus | 'removed';
  readonly rev: number;
}

/** Per id a chain of growing revs that may end in a removal. */
const history = fc
  .array(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), status: fc.constantFrom(...STATUSES, 'removed' as const) }),
    { maxLength: 40 },
  )
  .map((steps) => {
    const revs = new Map<string, number>();
    const dead = new Set<string>();
    return steps.flatMap(({ id, status }): Arrival[] => {
      if (dead.has(id)) return [];
      const rev = (revs.get(id) ?? 0) + 1;
      revs.set(id, rev);
      if (status === 'removed') dead.add(id);
      return [{ id, status, rev }];
    });
  });

/** Any order, some doubled. */
const shuffled = history.chain((arrivals) =>
  fc
    .tuple(
      fc.array(fc.boolean(), { minLength: arrivals.length, maxLength: arrivals.length }),
      fc.array(fc.nat(), { minLength: 2 * arrivals.length, maxLength: 2 * arrivals.length }),
    )
    .map(([doubled, order]) => {
      const bag = [...arrivals, ...arrivals.filter((_, index) => doubled[index])];
      const keyed = bag.map((arrival, index) => ({ arrival, key: order[index] ?? 0 }));
      return { arrivals, bag: keyed.sort((a, b) => a.key - b.key).map(({ arrival }) => arrival) };
    }),
);

function take(rows: EntityTable<Iteration>, { id, status, rev }: Arrival, origin: 'news' | 'list' = 'news'): void {
  if (status === 'removed') rows.remove(id, rev);
  else rows.accept(iteration(id, { status, rev }), origin);
}

const shown = (rows: EntityTable<Iteration>): unknown[] =>
  ['a', 'b', 'c', 'd'].map((id) => [rows.get(id)?.status, rows.get(id)?.rev]);

describe('entity table: what arrives', function () {
  it('takes what is done to a row for no look of anybody', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', { key: 'k', apply: (row) => ({ ...row, starred: true }) });
    rows.settle('a', 'k', 2);
    rows.accept(iteration('a', { rev: 2, starred: true }));
    expect([...rows.seen]).to.deep.equal([]);
    rows.get('a');
    expect([...rows.seen]).to.deep.equal(['a']);
  });

  this.timeout(60_000);

  it('converges with revs under any reordering and doubling, with removals', () => {
    fc.assert(
      fc.property(shuffled, ({ arrivals, bag }) => {
        const truth = table();
        const rows = table();
        for (const arrival of arrivals) take(truth, arrival);
        for (const arrival of bag) take(rows, arrival);
        expect(shown(rows)).to.deep.equal(shown(truth));
      }),
      { numRuns: 20_000 },
    );
  });

  it('never goes back without revs: final absorbs, removed stays removed', () => {
    const RANK: Readonly<Record<RunStatus, number>> = {
      queued: 0,
      running: 1,
      canceling: 2,
      succeeded: 3,
      failed: 3,
      canceled: 3,
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES, 'removed' as const), { maxLength: 30 }), (steps) => {
        const rows = table();
        let rank = -1;
        let removed = false;
        for (const status of steps) {
          if (status === 'removed') rows.remove('a');
          else rows.accept(iteration('a', { status }));
          removed ||= status === 'removed';
          const now = rows.get('a');
          expect(now === undefined).to.equal(removed);
          if (!now) continue;
          expect(RANK[now.status]).to.be.at.least(rank);
          rank = RANK[now.status];
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('takes a status it does not know as running', () => {
    const rows = table();
    rows.accept(iteration('a', { status: 'paused' as RunStatus }));
    rows.accept(iteration('a', { status: 'queued' }));
    expect(rows.get('a')?.status).to.equal('paused');
    rows.accept(iteration('a', { status: 'constructor' as RunStatus }));
    rows.accept(iteration('a', { status: 'succeeded' }));
    expect(rows.get('a')?.status).to.equal('succeeded');
  });

  it('keeps the snapshot of a row that comes again, and tells nobody', () => {
    const changes: RowChange<Iteration>[] = [];
    const rows = table(changes);
    rows.accept(iteration('a', { rev: 1 }));
    const before = rows.get('a');
    rows.accept(iteration('a', { rev: 1 }));
    rows.accept(iteration('a', { rev: 0 }));
    expect(rows.get('a')).to.equal(before);
    expect(changes.length).to.equal(1);
  });

  it('takes fresh addresses of the same rev', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.accept(iteration('a', { rev: 1, media: { url: 'https://media.test/fresh', mime: 'image/webp' } }));
    expect(rows.get('a')?.media?.url).to.equal('https://media.test/fresh');
  });

  it('does not hand out what the adapter still holds, and freezes what it hands out', () => {
    const rows = table();
    const mine = { ...iteration('a', { rev: 1 }) };
    rows.accept(mine);
    Object.assign(mine, { status: 'failed' });
    expect(rows.get('a')?.status).to.equal('succeeded');
    expect(Object.isFrozen(rows.get('a'))).to.equal(true);
  });

  it('says which first sights are no news: a list shows what was there, a placeholder was never', () => {
    const changes: RowChange<Iteration>[] = [];
    const rows = table(changes);
    rows.accept(iteration('a'), 'list');
    rows.accept(iteration('b'));
    rows.forget('b');
    rows.accept(iteration('a', { status: 'failed' }), 'list');
    rows.remove('a');
    expect(changes.map(({ id, quiet }) => [id, quiet])).to.deep.equal([
      ['a', true],
      ['b', false],
      ['b', true],
      ['a', false],
      ['a', false],
    ]);
  });

  it('takes a removal for the last word of its rev', () => {
    const rows = table();
    rows.remove('a', 5);
    rows.accept(iteration('a', { rev: 5 }));
    rows.accept(iteration('a', { rev: 4 }));
    expect(rows.get('a')).to.equal(undefined);
  });

  it('does not bring back by forgetting what was removed', () => {
    const rows = table();
    rows.accept(iteration('a'));
    rows.remove('a');
    rows.forget('a');
    rows.accept(iteration('a'));
    expect(rows.get('a')).to.equal(undefined);
  });
});

describe('entity table: what a person changes', () => {
  const put = { key: 'm1', apply: (row: Iteration): Iteration => ({ ...row, archivedAt: 'now' }) };

  it('shows a change at once and rolls it back', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', put);
    expect(rows.get('a')?.archivedAt).to.equal('now');
    expect(rows.confirmed('a')?.archivedAt).to.equal(undefined);
    rows.rollBack('a', 'm1');
    expect(rows.get('a')).to.equal(rows.confirmed('a'));
  });

  it('keeps newer changes when an older one is rolled back', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', put);
    rows.overlay('a', { key: 'm2', apply: (row) => ({ ...row, starred: true }) });
    rows.overlay('a', { key: 'm3', apply: (row) => ({ ...row, archivedAt: null }) });
    rows.rollBack('a', 'm1');
    expect([rows.get('a')?.archivedAt, rows.get('a')?.starred]).to.deep.equal([null, true]);
    rows.rollBack('a', 'm3');
    expect([rows.get('a')?.archivedAt, rows.get('a')?.starred]).to.deep.equal([undefined, true]);
  });

  it('holds a settled change until the row comes with its rev', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', put);
    rows.settle('a', 'm1', 3);
    rows.accept(iteration('a', { rev: 2 }));
    expect(rows.get('a')?.archivedAt).to.equal('now');
    rows.accept(iteration('a', { rev: 3, archivedAt: 'server' }));
    expect(rows.get('a')?.archivedAt).to.equal('server');
  });

  it('drops a settled change at once when the row was there first', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', put);
    rows.accept(iteration('a', { rev: 2, archivedAt: 'server' }));
    rows.settle('a', 'm1', 2);
    expect(rows.get('a')?.archivedAt).to.equal('server');
  });

  it('holds a change without rev against a lagging list, and not against the row itself', async () => {
    const now = new FakeClock();
    const rows = table([], now);
    rows.accept(iteration('a'));
    rows.overlay('a', put);
    rows.settle('a', 'm1', undefined);
    rows.accept(iteration('a'), 'list');
    expect(rows.get('a')?.archivedAt).to.equal('now');
    await now.advance(LAG_MS);
    rows.accept(iteration('a'), 'list');
    expect(rows.get('a')?.archivedAt).to.equal(undefined);
    rows.overlay('a', put);
    rows.settle('a', 'm1', undefined);
    rows.accept(iteration('a', { archivedAt: 'server' }));
    expect(rows.get('a')?.archivedAt).to.equal('server');
  });

  it('does not hold a settled change for ever where the promised rev never comes', async () => {
    const now = new FakeClock();
    const rows = table([], now);
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', put);
    rows.settle('a', 'm1', 1000);
    await now.advance(LAG_MS);
    rows.accept(iteration('a', { rev: 2, archivedAt: null }));
    expect(rows.get('a')?.archivedAt).to.equal(null);
  });

  it('never shows a change after its write has settled and the row has come, in any order', () => {
    const step = fc.constantFrom('settle', 'arrive', 'arrive old', 'other on', 'other off');
    fc.assert(
      fc.property(fc.shuffledSubarray(['settle', 'arrive'], { minLength: 2 }), fc.array(step), (must, extra) => {
        const rows = table();
        rows.accept(iteration('a', { rev: 1 }));
        rows.overlay('a', put);
        for (const act of [...extra, ...must]) {
          if (act === 'settle') rows.settle('a', 'm1', 2);
          if (act === 'arrive') rows.accept(iteration('a', { rev: 2, archivedAt: 'server' }));
          if (act === 'arrive old') rows.accept(iteration('a', { rev: 1 }));
          if (act === 'other on') rows.overlay('a', { key: 'm2', apply: (row) => ({ ...row, starred: true }) });
          if (act === 'other off') rows.rollBack('a', 'm2');
        }
        expect(rows.get('a')?.archivedAt).to.equal('server');
      }),
    );
  });

  it('forgets the changes of a row that is removed', () => {
    const rows = table();
    rows.accept(iteration('a', { rev: 1 }));
    rows.overlay('a', put);
    rows.remove('a', 2);
    rows.settle('a', 'm1', 2);
    rows.accept(iteration('a', { rev: 3 }));
    expect(rows.get('a')?.archivedAt).to.equal(undefined);
  });
});
