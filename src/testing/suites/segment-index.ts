import { toFailure, type IndexManifest, type IndexSegment, type SegmentInfo } from '../../data/index.js';
import { letterOf } from '../../internal/kind-letters.js';
import { comparator, type Iteration, type Query } from '../../model/index.js';
import { hold, present, rejects, same } from '../check.js';
import type { Trial } from '../trial.js';
import { all, canSeed, canWrite, type Suite } from './suite.js';

/** Segments with more rows are to be split. */
const MOST = 2000;
/** Segments with fewer rows may be merged with a neighbour. */
const LEAST = 250;
/** Ratios may be rounded. */
const RATIO_TOLERANCE = 0.02;

const hasIndex = ({ adapter }: Trial): boolean => adapter.index !== undefined;

async function manifestOf(trial: Trial, query: Query = {}): Promise<IndexManifest> {
  const answer = present(await trial.adapter.index?.manifest(query, trial.call()), 'the answer of index.manifest');
  hold(answer !== 'unchanged', "index.manifest answered 'unchanged', though no etag was given");
  return answer;
}

const segmentOf = async (trial: Trial, query: Query, info: SegmentInfo): Promise<IndexSegment> =>
  present(await trial.adapter.index?.segment(query, info, trial.call()), 'the answer of index.segment');

/** What the lists offer; an index may refuse a filter. */
async function queries(trial: Trial): Promise<readonly Query[]> {
  const { filters, orders } = trial.limits;
  const offered: Query[] = orders.map((order) => ({ order }));
  if (!filters.includes('kinds')) return offered;
  const filtered: Query = { filter: { kinds: ['image'] } };
  try {
    await manifestOf(trial, filtered);
    return [...offered, filtered];
  } catch (error) {
    if (toFailure(error).code === 'unsupported') return offered;
    throw error;
  }
}

/** Each list of the index that is worth looking at, with all its segments. */
async function eachIndex(
  trial: Trial,
  check: (index: {
    readonly query: Query;
    readonly name: string;
    readonly manifest: IndexManifest;
    readonly segments: readonly (readonly [info: SegmentInfo, segment: IndexSegment])[];
  }) => Promise<void> | void,
): Promise<void> {
  await trial.fill(60);
  for (const query of await queries(trial)) {
    const manifest = await manifestOf(trial, query);
    const segments: (readonly [SegmentInfo, IndexSegment])[] = [];
    for (const info of manifest.segments) segments.push([info, await segmentOf(trial, query, info)]);
    await check({ query, name: JSON.stringify(query), manifest, segments });
  }
}

const sessionColumn = ({ session }: IndexSegment): readonly string[] =>
  session.runs.flatMap((run, index) => Array.from({ length: run }, () => session.id[index] ?? ''));

function checkColumns(info: SegmentInfo, segment: IndexSegment): void {
  same([segment.key, segment.rev], [info.key, info.rev], 'key and rev of the segment that was asked for');
  for (const column of ['id', 'createdAt', 'kind', 'ratio'] as const) {
    same(segment[column].length, info.count, `the length of ${column} in the segment '${info.key}'`);
  }
  const { id, runs } = segment.session;
  same(runs.length, id.length, `session.runs of the segment '${info.key}': one run per session`);
  same(sessionColumn(segment).length, info.count, `the sum of session.runs in the segment '${info.key}'`);
  hold(/^[iva]*$/.test(segment.kind), `kind of the segment '${info.key}' must be of the letters i, v and a`);
  if (!info.kinds) return;
  const found = ['i', 'v', 'a'].map((letter) => Array.from(segment.kind).filter((kind) => kind === letter).length);
  same(info.kinds, found, `kinds of the segment '${info.key}'`);
}

/** The columns must say of each row what the list says. */
function checkRows(rows: readonly Iteration[], segments: readonly IndexSegment[], name: string): void {
  const column = <T>(of: (segment: IndexSegment) => readonly T[]) => segments.flatMap(of);
  same(
    column(({ id }) => id),
    rows.map(({ id }) => id),
    `the ids of all segments for ${name}, against those of the list`,
  );
  same(
    column(({ createdAt }) => createdAt),
    rows.map(({ createdAt }) => Date.parse(createdAt)),
    `createdAt for ${name}, in ms`,
  );
  same(
    column(({ kind }) => Array.from(kind)),
    rows.map(({ kind }) => letterOf(kind)),
    `kind for ${name}`,
  );
  same(
    column(sessionColumn),
    rows.map(({ sessionId }) => sessionId),
    `the sessions for ${name}`,
  );
  const ratios = column(({ ratio }) => ratio);
  for (const [index, { id, media }] of rows.entries()) {
    const ratio = ratios[index] ?? 0;
    if (!media?.width || !media.height || ratio === 0) continue;
    const wanted = media.width / media.height;
    hold(
      Math.abs(ratio / wanted - 1) < RATIO_TOLERANCE,
      `ratio of ${id} is ${ratio}, its medium has ${media.width}:${media.height}`,
    );
  }
}

const ms = (instant: string): number => Date.parse(instant);

function checkRanges(query: Query, segments: readonly (readonly [info: SegmentInfo, segment: IndexSegment])[]): void {
  for (const [index, [{ key, from, to }, { createdAt }]] of segments.entries()) {
    same(
      [ms(from), ms(to)],
      [Math.min(...createdAt), Math.max(...createdAt)],
      `from and to of the segment '${key}': its oldest and its newest row, in ms`,
    );
    const next = segments[index + 1]?.[0];
    if (!next) continue;
    const [older, newer] = query.order === 'oldest' ? [to, next.from] : [next.to, from];
    hold(ms(older) <= ms(newer), `the segments '${key}' and '${next.key}' overlap, or are not in list order`);
  }
}

const addressOf = ({ key, rev }: SegmentInfo): string => JSON.stringify([key, rev]);

/** Archives the middle row of a segment; the manifest once that shows. */
async function archiveIn(trial: Trial, manifest: IndexManifest, info: SegmentInfo): Promise<IndexManifest> {
  const { id } = await segmentOf(trial, {}, info);
  const ids = [present(id[Math.floor(id.length / 2)], 'a row of the segment')];
  await trial.adapter.archive?.({ ids }, 'iteration', true, trial.write());
  let after = manifest;
  await trial.until(async () => {
    after = await manifestOf(trial);
    return after.etag !== manifest.etag;
  }, 'etag of the manifest must change when an item has left the list');
  return after;
}

export const segmentIndex: Suite = {
  letter: 'E',
  title: 'Segment index',
  checks: [
    {
      number: 43,
      title: 'the counts of the segments add up to total',
      needs: hasIndex,
      run: (trial) =>
        eachIndex(trial, async ({ query, name, manifest }) => {
          const sum = manifest.segments.reduce((total, { count }) => total + count, 0);
          same(sum, manifest.total, `the sum of the counts for ${name}, against total`);
          same(manifest.total, (await trial.walk(query)).length, `total for ${name}, against the list`);
        }),
    },
    {
      number: 44,
      title: 'all columns have count entries',
      needs: hasIndex,
      run: (trial) =>
        eachIndex(trial, ({ segments }) => {
          for (const [info, segment] of segments) checkColumns(info, segment);
        }),
    },
    {
      number: 45,
      title: 'the segments one after the other are the list',
      needs: hasIndex,
      run: (trial) =>
        eachIndex(trial, async ({ query, name, segments }) => {
          const rows = await trial.walk(query);
          checkRows(
            rows,
            segments.map(([, segment]) => segment),
            name,
          );
        }),
    },
    {
      number: 46,
      title: 'ranges are right and in list order',
      needs: hasIndex,
      run: (trial) => eachIndex(trial, ({ query, segments }) => checkRanges(query, segments)),
    },
    {
      number: 47,
      title: 'a manifest that has not changed is unchanged for its etag',
      needs: hasIndex,
      run: (trial) =>
        eachIndex(trial, async ({ query, name, manifest }) => {
          const again = (etag: string) => trial.adapter.index?.manifest(query, { ...trial.call(), etag });
          same(await again(manifest.etag), 'unchanged', `the manifest for ${name}, with its etag`);
          const other = await again('conformance-other-etag');
          hold(other !== 'unchanged', "index.manifest answered 'unchanged' for an etag that it has never given");
        }),
    },
    {
      number: 48,
      title: 'a change gives a new rev to the segments it touches only',
      needs: all(hasIndex, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(MOST + 200);
        const before = await manifestOf(trial);
        const place = before.segments.length - 1;
        const touched = present(before.segments[place], 'a segment');
        const after = await archiveIn(trial, before, touched);
        const now = new Set(after.segments.map(addressOf));
        hold(!now.has(addressOf(touched)), `rev of the segment '${touched.key}' must change with what it holds`);
        for (const [index, info] of before.segments.entries()) {
          const isMerged = Math.abs(index - place) === 1 && Math.min(touched.count, info.count) <= LEAST;
          hold(
            now.has(addressOf(info)) || index === place || isMerged,
            `the segment '${info.key}' has been replaced, though nothing in it has changed`,
          );
        }
      },
    },
    {
      number: 49,
      title: 'a rev that was replaced is cursor-expired',
      needs: all(hasIndex, canWrite('archive')),
      run: async (trial) => {
        await trial.fill(60);
        const before = await manifestOf(trial);
        const touched = present(before.segments[0], 'a segment');
        await archiveIn(trial, before, touched);
        await rejects(() => segmentOf(trial, {}, touched), ['cursor-expired'], 'a segment whose rev was replaced');
      },
    },
    {
      number: 50,
      title: `no segment has more than ${MOST} rows`,
      needs: hasIndex,
      run: async (trial) => {
        await trial.fill(MOST + 100);
        checkSizes(await manifestOf(trial));
      },
    },
    {
      number: 51,
      title: '10000 rows of one instant are still split, by id',
      needs: all(hasIndex, canSeed),
      run: async (trial) => {
        await trial.fill(10_000, { stepMs: 0 });
        const { segments } = await manifestOf(trial);
        checkSizes({ segments });
        const [first, second] = segments;
        if (!first || !second) return;
        const [above, below] = [await segmentOf(trial, {}, first), await segmentOf(trial, {}, second)];
        const last = { id: above.id.at(-1) ?? '', createdAt: instantAt(above.createdAt.at(-1)) };
        const next = { id: below.id[0] ?? '', createdAt: instantAt(below.createdAt[0]) };
        hold(comparator('newest')(last, next) < 0, `'${last.id}' is followed by '${next.id}', in the next segment`);
      },
    },
  ],
};

const instantAt = (time = 0): string => new Date(time).toISOString();

function checkSizes({ segments }: Pick<IndexManifest, 'segments'>): void {
  for (const { key, count } of segments) {
    hold(count <= MOST, `the segment '${key}' has ${count} rows; split it above ${MOST}`);
  }
}
