import { AdapterError } from '../../data/index.js';
import type { Query } from '../../model/index.js';
import { isId, isRecord } from '../sanitize.js';
import type { SegmentColumns, SegmentHead } from './segment.js';

/** More rows than this in one segment are not believed. */
const MOST_ROWS = 1_000_000;

/** What is usable of a manifest. */
export interface CleanManifest {
  readonly etag: string | undefined;
  readonly heads: readonly SegmentHead[];
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_ROWS;

/** Years of four digits: the only ones that a calendar can name here. */
const [EARLIEST, LATEST] = [-62_135_596_800_000, 253_402_300_799_999];

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= EARLIEST && value <= LATEST;

const timeOf = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

function cleanHead(value: unknown, isNewest: boolean): SegmentHead | undefined {
  if (!isRecord(value)) return undefined;
  const { key, rev, count, ratioSum } = value;
  if (!isId(key) || !isId(rev) || !isCount(count) || count === 0) return undefined;
  const [from, to] = [timeOf(value['from']), timeOf(value['to'])];
  if (!isTime(from) || !isTime(to)) return undefined;
  const [first, last] = isNewest ? [to, from] : [from, to];
  return { key, rev, count, first, last, ratio: isPositive(ratioSum) ? ratioSum / count : 1 };
}

/**
 * Takes a manifest apart that may be anything: segments that cannot be used are left out, those out of order put in order.
 * @throws AdapterError `internal` when it is no manifest at all.
 */
export function cleanManifest(answer: unknown, order: Query['order']): CleanManifest {
  if (!isRecord(answer) || !Array.isArray(answer['segments'])) {
    throw new AdapterError('internal', 'index.manifest answered with something that has no `segments`');
  }
  const isNewest = order !== 'oldest';
  const heads = new Map<string, SegmentHead>();
  for (const given of answer['segments'] as readonly unknown[]) {
    const head = cleanHead(given, isNewest);
    if (head && !heads.has(head.key)) heads.set(head.key, head);
  }
  const { etag } = answer;
  const way = isNewest ? -1 : 1;
  const sorted = [...heads.values()].sort((a, b) => way * (a.first - b.first) || way * (a.last - b.last));
  return { etag: isId(etag) ? etag : undefined, heads: sorted };
}

/**
 * Takes a segment apart that may be anything: what has no id of its own is left out, other columns may be short.
 * @param isElsewhere whether an id has come with another segment.
 * @throws AdapterError `internal` when it is no segment at all.
 */
export function cleanSegment(
  answer: unknown,
  { first }: SegmentHead,
  order: Query['order'],
  isElsewhere: (id: string) => boolean,
): SegmentColumns {
  if (!isRecord(answer) || !Array.isArray(answer['id'])) {
    throw new AdapterError('internal', 'index.segment answered with something that has no `id` column');
  }
  const ids = answer['id'] as readonly unknown[];
  const column = (name: string): readonly unknown[] => {
    const value = answer[name];
    return Array.isArray(value) ? value : [];
  };
  const [createdAt, ratio] = [column('createdAt'), column('ratio')];
  const kind = typeof answer['kind'] === 'string' ? answer['kind'] : '';
  const sessions = spread(answer['session'], ids.length);
  const seen = new Set<string>();
  const rows: { id: string; time: number; ratio: number; kind: string; session: string }[] = [];
  let before = first;
  for (const [index, id] of ids.entries()) {
    if (!isId(id) || seen.has(id) || isElsewhere(id)) continue;
    seen.add(id);
    const given = createdAt[index];
    before = isTime(given) ? given : before;
    const wide = ratio[index];
    rows.push({
      id,
      time: before,
      ratio: isPositive(wide) ? wide : 0,
      kind: kind[index] ?? 'i',
      session: sessions[index] ?? '',
    });
  }
  const way = order === 'oldest' ? 1 : -1;
  // A stable sort leaves what is in order as it is, and rows of one instant as they came.
  rows.sort((a, b) => way * (a.time - b.time));
  return {
    ids: rows.map(({ id }) => id),
    times: Float64Array.from(rows, ({ time }) => time),
    ratios: Float32Array.from(rows, (row) => row.ratio),
    kinds: rows.map((row) => row.kind).join(''),
    sessions: rows.map(({ session }) => session),
  };
}

/** A column that came in run lengths, as far as it is one. */
function spread(column: unknown, count: number): readonly string[] {
  const { id, runs } = isRecord(column) ? column : {};
  const values: string[] = [];
  if (!Array.isArray(id) || !Array.isArray(runs)) return values;
  for (const [index, value] of (id as readonly unknown[]).entries()) {
    const run: unknown = runs[index];
    if (!isCount(run)) break;
    const end = Math.min(count, values.length + run);
    while (values.length < end) values.push(isId(value) ? value : '');
  }
  return values;
}
