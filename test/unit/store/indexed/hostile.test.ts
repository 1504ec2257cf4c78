import { expect } from '@open-wc/testing';
import { loadLater } from '../../../../src/store/later.js';
import { idsOf, nameOf, readAll, setUp, settled } from './set-up.js';

before(() => loadLater());

type Fields = Record<string, unknown>;

describe('indexed list: answers that are not what they should be', () => {
  for (const [what, answer] of Object.entries<unknown>({
    nothing: undefined,
    'a number': 7,
    'no segments': { etag: 'e', total: 3 },
    'segments that are none': { etag: 'e', total: 3, segments: 'many' },
  })) {
    it(`says so of a manifest that is ${what}`, async () => {
      const made = setUp(5);
      made.index.bend = () => answer;
      await made.list.load();
      expect(made.list.value).to.include({ status: 'error', complete: false });
      expect(made.list.value.error?.code).to.equal('internal');
    });
  }

  it('leaves out segments that cannot be used, and puts the others in order', async () => {
    const made = setUp(30);
    made.index.bend = (answer) => {
      const manifest = answer as Fields;
      if (!Array.isArray(manifest['segments'])) return answer;
      const [a, b, c] = manifest['segments'] as Fields[];
      const segments = [
        null,
        7,
        {},
        c,
        { ...a, count: -3 },
        { ...b, from: 'soon' },
        a,
        b,
        a,
        { ...a, key: 'x', count: 0 },
      ];
      return { ...manifest, segments };
    };
    await made.list.load();
    expect(made.list.value.total).to.equal(30);
    await readAll(made);
    expect(idsOf(made)).to.deep.equal(made.backend.listed());
  });

  it('believes a segment more than what the manifest says of it', async () => {
    const made = setUp(30);
    made.index.bend = (answer) => {
      const manifest = answer as Fields;
      if (!Array.isArray(manifest['segments'])) return answer;
      return {
        ...manifest,
        total: 9e9,
        segments: (manifest['segments'] as Fields[]).map((one) => ({ ...one, count: 1000 })),
      };
    };
    await made.list.load();
    expect(made.list.value.total).to.equal(3000);
    await readAll(made);
    expect(made.list.value.total).to.equal(30);
  });

  it('takes columns that are short, shuffled, doubled or nonsense', async () => {
    const made = setUp(20);
    await made.list.load();
    made.index.bend = (answer) => {
      const { id, createdAt } = answer as { id: string[]; createdAt: number[] };
      return {
        id: [...id, id[0], '', 7, null].reverse(),
        createdAt: [...createdAt, createdAt[0], 1, 2, 3].reverse(),
        kind: 'v',
        ratio: [Number.NaN, -1, 'wide'],
      };
    };
    await readAll(made);
    expect(idsOf(made)).to.deep.equal(made.backend.listed());
    made.store.dispose();
  });

  it('keeps to times that have a place in a calendar', async () => {
    const made = setUp(5);
    await made.list.load();
    made.index.bend = (answer) => ({ ...(answer as Fields), createdAt: [1.7e18, 1e300, -1e300, Infinity, 0] });
    await readAll(made);
    const { order } = made.list.value;
    const times = [0, 1, 2, 3, 4].map((item) => order.time(item) ?? Number.NaN);
    expect(times.every((time) => !Number.isNaN(new Date(time).getTime()))).to.equal(true);
    expect(times.map((time) => new Date(time).toISOString().length)).to.deep.equal([24, 24, 24, 24, 24]);
  });

  it('shows an id once although two segments have it', async () => {
    const made = setUp(20);
    await made.list.load();
    made.index.bend = (answer) => {
      const segment = answer as { id: string[]; createdAt: number[] };
      return Array.isArray(segment.id)
        ? { ...segment, id: [...segment.id, nameOf(15)], createdAt: [...segment.createdAt, 0] }
        : answer;
    };
    await readAll(made);
    expect(idsOf(made).filter((id) => id === nameOf(15))).to.have.length(1);
    await settled(made);
    expect(made.list.value.total).to.equal(20);
  });

  it('says so of a segment that is none, and keeps what it has', async () => {
    const made = setUp(20);
    await made.list.load();
    made.index.bend = () => 'no';
    made.list.want(made, 0, 5);
    await settled(made);
    expect(made.list.value).to.include({ status: 'error', total: 20 });
    expect(made.list.value.error?.code).to.equal('internal');
  });
});
