import { expect } from '@open-wc/testing';
import {
  defineAdapter,
  toFailure,
  type AdapterProblem,
  type ImaginationsAdapter,
  type IndexManifest,
  type IndexSegment,
  type Limits,
  type SegmentInfo,
} from '../../../src/data/index.js';
import { instant } from '../../support/rows.js';

const call = { signal: new AbortController().signal };

const info: SegmentInfo = {
  key: 'k1',
  rev: 'r1',
  count: 3,
  from: instant(0),
  to: instant(9),
  kinds: [2, 1, 0],
  ratioSum: 4.5,
};
const manifest: IndexManifest = { etag: 'e1', total: 3, segments: [info] };
const segment: IndexSegment = {
  key: 'k1',
  rev: 'r1',
  id: ['c', 'b', 'a'],
  createdAt: [9, 5, 0],
  kind: 'ivi',
  ratio: [1.5, 0, 3],
  session: { id: ['s2', 's1'], runs: [1, 2] },
};

type Asked = 'manifest' | 'segment';

/** An index whose methods answer this, looked after, and what is reported about it. */
function watched(answers: { readonly [method in Asked]?: unknown }, limits: Limits = {}) {
  const problems: AdapterProblem[] = [];
  const given: ImaginationsAdapter = {
    contract: 1,
    limits,
    listSessions: () => Promise.resolve({ items: [] }),
    listIterations: () => Promise.resolve({ items: [] }),
    index: {
      manifest: () => Promise.resolve(('manifest' in answers ? answers.manifest : manifest) as IndexManifest),
      segment: () => Promise.resolve(('segment' in answers ? answers.segment : segment) as IndexSegment),
    },
  };
  const adapter = defineAdapter(given, { report: (problem) => problems.push(problem) });
  return { index: adapter.index!, problems };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: unknown) => toFailure(error).code,
  );

/** What is reported about an answer that is refused. */
async function refused(method: Asked, answer: unknown): Promise<string> {
  const { index, problems } = watched({ [method]: answer });
  const asked = method === 'manifest' ? index.manifest({}, call) : index.segment({}, info, call);
  expect(await codeOf(asked)).to.equal('internal');
  expect(problems.map((problem) => problem.method)).to.deep.equal([`index.${method}`]);
  return problems.map(({ message }) => message).join('');
}

const first = (more: Partial<Record<keyof SegmentInfo, unknown>>) => ({
  ...manifest,
  segments: [{ ...info, ...more }],
});

describe('defineAdapter: the segment index', () => {
  it('lets what is right through as it is', async () => {
    const { index, problems } = watched({});
    expect((await index.manifest({}, call)) === manifest).to.equal(true);
    expect((await index.segment({}, info, call)) === segment).to.equal(true);
    const bare = { etag: 'e', total: 0, segments: [] };
    expect((await watched({ manifest: bare }).index.manifest({}, call)) === (bare as unknown)).to.equal(true);
    expect(await watched({ manifest: 'unchanged' }).index.manifest({}, { ...call, etag: 'e1' })).to.equal('unchanged');
    expect(problems).to.deep.equal([]);
  });

  const manifests: readonly (readonly [string, unknown, string])[] = [
    ['no manifest', [info], 'the answer must be an object'],
    ['unchanged without an etag', 'unchanged', "'unchanged' answers only a call that gave an etag"],
    ['an empty etag', { ...manifest, etag: '' }, 'etag must be a text that is not empty'],
    ['a total that is no sum', { ...manifest, total: 4 }, 'total is 4, but the counts of its segments add up to 3'],
    ['half a total', { ...manifest, total: 2.5 }, 'total must be a whole number from 0 up'],
    ['no segments', { etag: 'e', total: 0 }, 'segments must be an array'],
    ['a key that comes twice', { ...manifest, total: 6, segments: [info, info] }, 'segments[1].key is "k1" again'],
    ['an empty key', first({ key: '' }), 'segments[0].key must be a text that is not empty'],
    ['a rev that is a number', first({ rev: 7 }), 'segments[0].rev must be a text that is not empty, not number'],
    ['a negative count', first({ count: -1 }), 'segments[0].count must be a whole number from 0 up'],
    ['a time in ms', first({ from: 0 }), 'segments[0].from must be an instant'],
    ['an end before the beginning', first({ to: instant(-1) }), 'segments[0].from is later than'],
    ['two kinds', first({ kinds: [2, 1] }), 'segments[0].kinds must be three numbers'],
    ['more kinds than rows', first({ kinds: [2, 1, 1] }), 'segments[0].kinds add up to 4, but'],
    ['no sum of ratios', first({ ratioSum: NaN }), 'segments[0].ratioSum must be a number from 0 up'],
  ];
  for (const [name, answer, expected] of manifests) {
    it(`refuses ${name}`, async () => expect(await refused('manifest', answer)).to.contain(expected));
  }

  const segments: readonly (readonly [string, unknown, string])[] = [
    ['no segment', null, 'the answer must be an object'],
    ['another segment', { ...segment, key: 'k2' }, 'key is "k2", "k1" was asked for'],
    ['another rev', { ...segment, rev: 'r2' }, 'reject with cursor-expired when it has been replaced'],
    ['a row too few', { ...segment, id: ['c', 'b'] }, 'id has 2 entries, the segment has 3 rows'],
    ['an instant', { ...segment, createdAt: [9, 5, instant(0)] }, 'createdAt[2] must be a finite number, not string'],
    ['a time too many', { ...segment, createdAt: [9, 5, 0, 0] }, 'createdAt has 4 entries'],
    ['kinds in an array', { ...segment, kind: ['i', 'v', 'i'] }, 'kind must be a text, not an array'],
    [
      'an unknown letter',
      { ...segment, kind: 'ixi' },
      'kind must be one letter per row: i (image), v (video) or a (audio)',
    ],
    ['a letter too few', { ...segment, kind: 'iv' }, 'kind has 2 entries'],
    ['an endless ratio', { ...segment, ratio: [1, Infinity, 1] }, 'ratio[1] must be a number from 0 up'],
    ['no ratios', { ...segment, ratio: [] }, 'ratio has 0 entries'],
    ['runs without sessions', { ...segment, session: { id: ['s1'], runs: [1, 2] } }, 'give one run per id'],
    ['an empty run', { ...segment, session: { id: ['s1', 's2'], runs: [3, 0] } }, 'session.runs[1] must be 1 or more'],
    ['runs too short', { ...segment, session: { id: ['s1'], runs: [2] } }, 'session.runs add up to 2'],
  ];
  for (const [name, answer, expected] of segments) {
    it(`refuses ${name}`, async () => expect(await refused('segment', answer)).to.contain(expected));
  }

  it('asks the index nothing beyond the limits', async () => {
    const { index } = watched({}, { filters: ['kinds'], orders: ['newest'] });
    expect(await codeOf(index.manifest({ filter: { kinds: ['image'] } }, call))).to.equal('answered');
    expect(await codeOf(index.manifest({ filter: { model: 'x' } }, call))).to.equal('unsupported');
    expect(await codeOf(index.segment({ order: 'oldest' }, info, call))).to.equal('unsupported');
  });
});
