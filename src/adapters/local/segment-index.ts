import {
  AdapterError,
  type Call,
  type IndexManifest,
  type IndexSegment,
  type SegmentIndex,
  type SegmentInfo,
} from '../../data/index.js';
import { Fingerprint } from '../../internal/fingerprint.js';
import { letterOf } from '../../internal/kind-letters.js';
import { KINDS, knownRatio, queryKey, type Id, type Query } from '../../model/index.js';
import { checkNumber, checkQuery } from './lists.js';
import type { Local } from './local.js';
import { planIterations } from './plan.js';
import { writePosition } from './position.js';
import { divide, isBefore, type Place } from './segment-cuts.js';
import type { Entry, Transaction } from './storage.js';
import { walk } from './walk.js';

type Row = Entry<'iterations'>;

/** How one filter's list is divided, as of a place in the log. */
interface Division {
  readonly position: string;
  /** Oldest first. */
  readonly cuts: readonly Place[];
  readonly segments: readonly SegmentInfo[];
}

/** The most filters whose cuts are remembered; those of others are made anew. */
const MOST = 8;

const ratioOf = ({ value }: Row): number => knownRatio(value.item) ?? 0;

const keyOf = (cut: Place | undefined): string => (cut ? `${cut.at}_${cut.id}` : 'oldest');

function revOf(rows: readonly Row[]): string {
  const print = new Fingerprint();
  for (const row of rows) {
    const { item, hidden } = row.value;
    print
      .add(row.id)
      .add(`${item.rev ?? 0} ${hidden} ${item.kind} ${ratioOf(row)} ${row.at}`)
      .add(item.sessionId);
  }
  return print.toString();
}

function infoOf(cut: Place | undefined, rows: readonly Row[]): SegmentInfo {
  const [image = 0, video = 0, audio = 0] = KINDS.map(
    (kind) => rows.filter(({ value }) => value.item.kind === kind).length,
  );
  return {
    key: keyOf(cut),
    rev: revOf(rows),
    count: rows.length,
    from: rows[0]?.at ?? '',
    to: rows.at(-1)?.at ?? '',
    kinds: [image, video, audio],
    ratioSum: Math.round(rows.reduce((sum, row) => sum + ratioOf(row), 0) * 1000) / 1000,
  };
}

/** Neighbours that share a session, counted. */
function sessionRuns(rows: readonly Row[]): IndexSegment['session'] {
  const id: Id[] = [];
  const runs: number[] = [];
  for (const { value } of rows) {
    const { sessionId } = value.item;
    if (id.at(-1) === sessionId) runs.push((runs.pop() ?? 0) + 1);
    else {
      id.push(sessionId);
      runs.push(1);
    }
  }
  return { id, runs };
}

const columnsOf = ({ key, rev }: SegmentInfo, rows: readonly Row[]): IndexSegment => ({
  key,
  rev,
  id: rows.map(({ id }) => id),
  createdAt: rows.map(({ at }) => Date.parse(at)),
  kind: rows.map(({ value }) => letterOf(value.item.kind)).join(''),
  ratio: rows.map(ratioOf),
  session: sessionRuns(rows),
});

const inOrder = <T>(oldestFirst: readonly T[], { order }: Query): readonly T[] =>
  order === 'oldest' ? oldestFirst : oldestFirst.toReversed();

/** The segment index of a local backend. Reads a whole list for its manifest, so it suits data that lie in memory. */
class LocalIndex {
  readonly #local: Local;
  readonly #size: number;
  /** By filter, the one used last at the end. */
  readonly #divisions = new Map<string, Division>();

  constructor(local: Local, size: number) {
    this.#local = local;
    this.#size = size;
  }

  manifest(query: Query, { signal, etag }: Call & { readonly etag?: string }): Promise<IndexManifest | 'unchanged'> {
    return this.#read(query, signal, async (tx) => {
      const { segments, position } = await this.#divided(tx, query, signal);
      const print = new Fingerprint().add(queryKey(query));
      for (const { key, rev } of segments) print.add(key).add(rev);
      if (etag === print.toString()) return 'unchanged';
      return {
        etag: print.toString(),
        total: segments.reduce((sum, { count }) => sum + count, 0),
        segments: inOrder(segments, query),
        streamPosition: position,
      };
    });
  }

  segment(query: Query, info: SegmentInfo, { signal }: Call): Promise<IndexSegment> {
    return this.#read(query, signal, async (tx) => {
      const known = this.#divisions.get(filterKey(query)) ?? (await this.#divided(tx, query, signal));
      const starts = [undefined, ...known.cuts];
      const place = starts.findIndex((cut) => keyOf(cut) === info.key);
      const rows = place < 0 ? [] : await readRows(tx, query, signal, starts[place], starts[place + 1]);
      if (rows.length === 0 || revOf(rows) !== info.rev) {
        throw new AdapterError('cursor-expired', 'This segment has changed since: read the manifest again');
      }
      return columnsOf(info, inOrder(rows, query));
    });
  }

  #read<R>(query: Query, signal: AbortSignal, work: (tx: Transaction) => Promise<R>): Promise<R> {
    return this.#local.answer(signal, async () => {
      checkQuery(this.#local, query);
      return this.#local.read(work);
    });
  }

  /** The list as it is divided now. */
  async #divided(tx: Transaction, query: Query, signal: AbortSignal): Promise<Division> {
    const key = filterKey(query);
    const position = writePosition(await this.#local.state(tx));
    const known = this.#divisions.get(key);
    const division = known?.position === position ? known : await this.#divide(tx, query, signal, position, known);
    this.#divisions.delete(key);
    this.#divisions.set(key, division);
    const [oldest] = this.#divisions.keys();
    if (this.#divisions.size > MOST && oldest !== undefined) this.#divisions.delete(oldest);
    return division;
  }

  async #divide(
    tx: Transaction,
    query: Query,
    signal: AbortSignal,
    position: string,
    known: Division | undefined,
  ): Promise<Division> {
    const rows = await readRows(tx, query, signal);
    const stretches = divide(rows, known?.cuts ?? [], this.#size);
    return {
      position,
      cuts: stretches.flatMap(({ cut }) => (cut ? [{ at: cut.at, id: cut.id }] : [])),
      segments: stretches.map(({ cut, start, end }) => infoOf(cut, rows.slice(start, end))),
    };
  }
}

/** Both orders of a filter are divided at the same places. */
const filterKey = (query: Query): string => queryKey({ ...query, order: 'newest' });

/** The rows of a list from one place to another, oldest first. */
async function readRows(
  tx: Transaction,
  { filter }: Query,
  signal: AbortSignal,
  from?: Place,
  to?: Place,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const start = from && { ...from, open: false };
  for await (const row of walk(tx, planIterations(filter), { reverse: false, from: start, signal })) {
    if (to && !isBefore(row, to)) break;
    rows.push(row);
  }
  return rows;
}

/**
 * Makes the segment index of a local backend.
 * @param size how many rows a segment is to have; it is split above twice as many, and merged below a quarter.
 */
export function segmentIndex(local: Local, size: number): SegmentIndex {
  checkNumber('segmentSize', size, 1);
  const index = new LocalIndex(local, size);
  return {
    manifest: (query, call) => index.manifest(query, call),
    segment: (query, info, call) => index.segment(query, info, call),
  };
}
