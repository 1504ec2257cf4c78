import { toFailure, type Page } from '../../data/index.js';
import { comparator, type Iteration, type Session } from '../../model/index.js';
import { hold, present, rejects, same } from '../check.js';
import type { Trial } from '../trial.js';
import { all, canGenerate, canSeed, canWrite, type Suite } from './suite.js';

type Row = Iteration | Session;

const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id);

function checkOrder(rows: readonly Row[], order: 'newest' | 'oldest'): void {
  const compare = comparator(order);
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    hold(!before || compare(before, row) < 0, `order '${order}': ${before?.createdAt} is followed by ${row.createdAt}`);
  });
}

const once = (rows: readonly Row[]): void =>
  hold(new Set(idsOf(rows)).size === rows.length, 'an item came twice in one walk');

const hasOffset = ({ limits }: Trial): boolean => limits.random === 'offset';

async function addOne(trial: Trial): Promise<void> {
  const { iterations } = present(
    await trial.adapter.generate?.start(
      {
        session: { create: { prompt: 'one more' } },
        origin: 'prompt',
        kind: present(trial.limits.kinds[0], 'limits.kinds[0]'),
        count: 1,
      },
      trial.write(),
    ),
    'the answer of generate.start',
  );
  const id = iterations[0]?.id;
  if (id !== undefined)
    await trial.until(async () => (await trial.now(id)) !== undefined, 'a new iteration must be listed');
}

/** The page around an id; `undefined` where that is not offered. */
async function aroundOrNone(trial: Trial, id: string): Promise<Page<Iteration> | undefined> {
  try {
    return await trial.iterations({ around: id, limit: 5 });
  } catch (error) {
    if (toFailure(error).code === 'unsupported') return undefined;
    throw error;
  }
}

export const lists: Suite = {
  letter: 'B',
  title: 'Lists',
  checks: [
    {
      number: 10,
      title: 'a page has at most limit rows',
      run: async (trial) => {
        await trial.fill(12);
        hold((await trial.iterations({ limit: 5 })).items.length <= 5, 'listIterations gave more than limit rows');
        hold((await trial.sessions({ limit: 2 })).items.length <= 2, 'listSessions gave more than limit rows');
      },
    },
    {
      number: 11,
      title: 'limit 1 works',
      run: async (trial) => {
        await trial.fill(4);
        const [expected] = await trial.some(1);
        same(idsOf((await trial.iterations({ limit: 1 })).items), [expected?.id], 'the page of limit 1');
      },
    },
    {
      number: 12,
      title: 'a limit above the largest is clamped or invalid',
      run: async (trial) => {
        const { pageSize } = trial.limits;
        if (pageSize <= 200) await trial.fill(pageSize + 5);
        let rows = 0;
        try {
          rows = (await trial.iterations({ limit: pageSize * 10 })).items.length;
        } catch (error) {
          same(toFailure(error).code, 'invalid', 'the code of a limit above pageSize');
        }
        hold(rows <= pageSize, `${rows} rows came, limits.pageSize is ${pageSize}`);
      },
    },
    {
      number: 13,
      title: 'order newest',
      run: async (trial) => {
        await trial.fill(12);
        checkOrder(await trial.walk({ order: 'newest' }, 5), 'newest');
        checkOrder(await trial.walkSessions({ order: 'newest' }, 2), 'newest');
        same(idsOf(await trial.walk({}, 5)), idsOf(await trial.walk({ order: 'newest' }, 5)), 'the default order');
      },
    },
    {
      number: 14,
      title: 'order oldest is the exact reverse',
      needs: ({ limits }) => limits.orders.includes('oldest'),
      run: async (trial) => {
        await trial.fill(12);
        const newest = await trial.walk({ order: 'newest' }, 5);
        same(idsOf(await trial.walk({ order: 'oldest' }, 5)), idsOf(newest).toReversed(), 'order oldest');
      },
    },
    {
      number: 15,
      title: 'equal instants are ordered by id, the same on two reads',
      run: async (trial) => {
        await trial.fill(12);
        const first = await trial.walk({}, 3);
        checkOrder(first, 'newest');
        same(idsOf(await trial.walk({}, 3)), idsOf(first), 'a second read');
      },
    },
    {
      number: 16,
      title: 'a cursor walk visits each item once',
      run: async (trial) => {
        await trial.fill(23);
        const rows = await trial.walk({}, 5);
        once(rows);
        same(idsOf(rows), idsOf(await trial.walk({}, 100)), 'a walk with small pages');
        const sessions = await trial.walkSessions({}, 1);
        once(sessions);
        same(idsOf(sessions), idsOf(await trial.walkSessions({}, 100)), 'a walk of sessions with small pages');
      },
    },
    {
      number: 17,
      title: 'a walk ends',
      run: async (trial) => {
        await trial.fill(7);
        hold((await trial.walk({}, 2)).length >= 0, 'the walk must end');
      },
    },
    {
      number: 18,
      title: 'a walk with insertions at the head repeats and loses nothing',
      needs: all(canGenerate, canSeed),
      run: async (trial) => {
        await trial.fill(12);
        const before = idsOf(await trial.walk());
        const rows = await trial.walk({}, 4, async (page) => {
          if (page < 2) await addOne(trial);
        });
        once(rows);
        const seen = new Set(idsOf(rows));
        same(
          before.filter((id) => !seen.has(id)),
          [],
          'items the walk has lost',
        );
      },
    },
    {
      number: 19,
      title: 'a walk with deletions skips nothing',
      needs: all(canWrite('remove'), canSeed),
      run: async (trial) => {
        await trial.fill(12);
        const before = idsOf(await trial.walk());
        const gone = new Set<string>();
        const rows = await trial.walk({}, 4, async (page) => {
          // Behind the walk, where an offset would slip.
          const id = before[page];
          if (id === undefined || page > 1) return;
          gone.add(id);
          await trial.adapter.remove?.({ ids: [id] }, 'iteration', trial.write());
        });
        const seen = new Set(idsOf(rows));
        same(
          before.filter((id) => !seen.has(id) && !gone.has(id)),
          [],
          'items the walk has skipped',
        );
      },
    },
    {
      number: 20,
      title: 'a garbled cursor is refused',
      run: async (trial) => {
        await trial.fill(4);
        for (const cursor of ['garbled', '%%%', '{"a":1}', 'ZmFsc2U=']) {
          await rejects(() => trial.iterations({ cursor }), ['invalid', 'cursor-expired'], `the cursor '${cursor}'`);
        }
      },
    },
    {
      number: 21,
      title: 'an offset page equals that slice of the walk',
      needs: hasOffset,
      run: async (trial) => {
        await trial.fill(15);
        const rows = idsOf(await trial.walk({}, 4));
        for (const offset of [0, 3, 10]) {
          const { items } = await trial.iterations({ offset, limit: 4 });
          same(idsOf(items), rows.slice(offset, offset + 4), `the page at offset ${offset}`);
        }
      },
    },
    {
      number: 22,
      title: 'an offset past the end is an empty page',
      needs: hasOffset,
      run: async (trial) => {
        await trial.fill(4);
        same((await trial.iterations({ offset: 1_000_000 })).items, [], 'the page past the end');
      },
    },
    {
      number: 23,
      title: 'total is what a walk counts',
      run: async (trial) => {
        await trial.fill(13);
        const { total, totalIsEstimate } = await trial.iterations({ limit: 2 });
        if (total === undefined || totalIsEstimate) return;
        same(total, (await trial.walk({}, 5)).length, 'total');
        const sessions = await trial.sessions({ limit: 1 });
        if (sessions.total !== undefined && !sessions.totalIsEstimate) {
          same(sessions.total, (await trial.walkSessions()).length, 'total of sessions');
        }
      },
    },
    {
      number: 24,
      title: 'around contains the id, and both cursors go on',
      run: async (trial) => {
        await trial.fill(15);
        const rows = idsOf(await trial.walk({}, 5));
        const middle = rows[Math.floor(rows.length / 2)];
        if (middle === undefined) return;
        const page = await aroundOrNone(trial, middle);
        if (!page) return;
        const ids = idsOf(page.items);
        const start = rows.indexOf(ids[0] ?? '');
        hold(ids.includes(middle), 'the page around an id must contain it');
        same(ids, rows.slice(start, start + ids.length), 'the page around an id');
        if (page.nextCursor) {
          const next = idsOf((await trial.iterations({ cursor: page.nextCursor, limit: 2 })).items);
          same(next, rows.slice(start + ids.length, start + ids.length + next.length), 'the page after it');
        }
        if (page.prevCursor) {
          const previous = idsOf((await trial.iterations({ cursor: page.prevCursor, limit: 2 })).items);
          same(previous, rows.slice(start - previous.length, start), 'the page before it');
          hold(previous.length > 0, 'prevCursor must lead to the rows before');
        }
        hold(start === 0 || Boolean(page.prevCursor), 'prevCursor is missing, though there are rows before');
        hold(
          start + ids.length === rows.length || Boolean(page.nextCursor),
          'nextCursor is missing, though there are rows after',
        );
        await rejects(() => trial.iterations({ around: 'no-such-id' }), ['not-found'], 'a page around an unknown id');
      },
    },
    {
      number: 25,
      title: 'an empty library is an empty page',
      needs: canSeed,
      run: async (trial) => {
        for (const page of [await trial.iterations(), await trial.sessions()]) {
          same(page.items, [], 'items of an empty library');
          hold(!page.nextCursor, 'an empty page must have no nextCursor');
          hold(!page.total, 'an empty library has a total of 0');
        }
      },
    },
  ],
};
