import type { IndexManifest, IndexSegment, SegmentIndex, SegmentInfo } from '../../src/data/index.js';
import type { Query } from '../../src/model/index.js';
import type { Break, BrokenCase } from './broken-case.js';

type Manifest = IndexManifest | 'unchanged';

const withManifest =
  (change: (manifest: IndexManifest, query: Query) => Manifest): Break =>
  ({ index }) => ({
    index: {
      ...index,
      manifest: async (query, call) => {
        const answer = await index.manifest(query, call);
        return answer === 'unchanged' ? answer : change(answer, query);
      },
    },
  });

const eachInfo = (change: (info: SegmentInfo) => SegmentInfo): Break =>
  withManifest((manifest) => ({ ...manifest, segments: manifest.segments.map(change) }));

const withSegment =
  (change: (segment: IndexSegment, query: Query) => IndexSegment): Break =>
  ({ index }) => ({
    index: { ...index, segment: async (query, info, call) => change(await index.segment(query, info, call), query) },
  });

const sumOf = (infos: readonly SegmentInfo[]): number => infos.reduce((sum, { count }) => sum + count, 0);

/** An index of one segment, whatever its length. */
const uncut = (index: SegmentIndex, isUncut: (manifest: IndexManifest) => boolean): SegmentIndex => ({
  ...index,
  manifest: async (query, call) => {
    const answer = await index.manifest(query, call);
    const [first] = answer === 'unchanged' ? [] : answer.segments;
    if (answer === 'unchanged' || !first || !isUncut(answer)) return answer;
    return { ...answer, segments: [{ ...first, count: sumOf(answer.segments) }] };
  },
});

const isOneInstant = ({ segments }: IndexManifest): boolean =>
  new Set(segments.flatMap(({ from, to }) => [from, to])).size === 1;

const all = ['E43', 'E44', 'E45', 'E46', 'E47'];

/** Breaks of the rules E, and of others by an index. */
export const BROKEN_INDEX: readonly BrokenCase[] = [
  ['a total of everything there ever was', ['E43'], withManifest((manifest) => ({ ...manifest, total: 1_000_000 }))],
  [
    'archived rows that are counted',
    ['E43', 'E44'],
    withManifest((manifest) => {
      const [first, ...others] = manifest.segments;
      if (!first) return manifest;
      return { ...manifest, total: manifest.total + 1, segments: [...others, { ...first, count: first.count + 1 }] };
    }),
  ],
  ['a column that is short', ['E44', 'E45'], withSegment((segment) => ({ ...segment, ratio: segment.ratio.slice(1) }))],
  ['another segment', ['E44'], withSegment((segment) => ({ ...segment, key: 'other' }))],
  [
    'runs that go on too long',
    ['E44', 'E45'],
    withSegment((segment) => {
      const { id, runs } = segment.session;
      return { ...segment, session: { id, runs: runs.map((run) => run + 1) } };
    }),
  ],
  ['kinds that are not counted', ['E44'], eachInfo((info) => ({ ...info, kinds: [info.count, 0, 0] }))],
  ['letters of its own', ['E44', 'E45'], withSegment((segment) => ({ ...segment, kind: segment.kind.toUpperCase() }))],
  [
    'segments that know one order',
    ['E45'],
    ({ index }) => ({
      index: {
        ...index,
        segment: async (query, info, call) => {
          const segment = await index.segment(query, info, call);
          return query.order === 'oldest' ? { ...segment, id: segment.id.toReversed() } : segment;
        },
      },
    }),
  ],
  [
    'seconds for milliseconds',
    ['E45', 'E46'],
    withSegment(({ createdAt, ...rest }) => ({ ...rest, createdAt: createdAt.map((time) => time / 1000) })),
  ],
  [
    'ratios upside down',
    ['E45'],
    withSegment((segment) => ({ ...segment, ratio: segment.ratio.map((ratio) => ratio && 1 / ratio) })),
  ],
  ['ranges that end where they begin', ['E46'], eachInfo((info) => ({ ...info, to: info.from }))],
  [
    'unchanged for whoever asks',
    ['E47'],
    ({ index }) => ({
      index: {
        ...index,
        manifest: (query, call) =>
          call.etag === undefined ? index.manifest(query, call) : Promise.resolve('unchanged'),
      },
    }),
  ],
  [
    'etags that are forgotten',
    ['E47'],
    ({ index }) => ({ index: { ...index, manifest: (query, { signal }) => index.manifest(query, { signal }) } }),
  ],
  ['unchanged without an etag', [...all, 'E48', 'E49', 'E50', 'E51'], withManifest(() => 'unchanged')],
  [
    'one rev for all segments, never found outdated',
    ['E48', 'E49'],
    ({ index }) => {
      const revs = new Map<string, string>();
      return {
        index: {
          manifest: async (query, call) => {
            const answer = await index.manifest(query, call);
            if (answer === 'unchanged') return answer;
            for (const { key, rev } of answer.segments) revs.set(key, rev);
            return { ...answer, segments: answer.segments.map((info) => ({ ...info, rev: answer.etag })) };
          },
          segment: async (query, info, call) => {
            const segment = await index.segment(query, { ...info, rev: revs.get(info.key) ?? '' }, call);
            return { ...segment, rev: info.rev };
          },
        },
      };
    },
  ],
  [
    'whatever is there now for a rev that was replaced',
    ['E49'],
    ({ index }) => ({
      index: {
        ...index,
        segment: async (query, info, call) => {
          const now = await index.manifest(query, { signal: call.signal });
          const current = now === 'unchanged' ? undefined : now.segments.find(({ key }) => key === info.key);
          return { ...(await index.segment(query, current ?? info, call)), rev: info.rev };
        },
      },
    }),
  ],
  ['a segment of everything', ['E50', 'E51'], ({ index }) => ({ index: uncut(index, () => true) })],
  ['an instant that is not divided', ['E51'], ({ index }) => ({ index: uncut(index, isOneInstant) })],
  [
    'an index that goes on when nobody waits',
    ['I82'],
    ({ index }) => ({
      index: {
        ...index,
        manifest: (query, call) => index.manifest(query, { ...call, signal: new AbortController().signal }),
      },
    }),
  ],
];
