import { expect } from '@open-wc/testing';
import { AdapterError, type SegmentInfo } from '../../../../src/data/index.js';
import { loadLater } from '../../../../src/store/later.js';
import { gate } from '../../../support/fake-backend.js';
import { idsOf, nameOf, readAll, setUp, settled } from './set-up.js';

// What the stream brings is taken by code that comes after the first rows.
before(() => loadLater());

describe('indexed list: reading', () => {
  it('knows how much there is before any of it is read', async () => {
    const made = setUp(95);
    await made.list.load();
    expect(made.list.value).to.include({ status: 'ready', total: 95, complete: true });
    expect(made.list.value.order.segments).to.have.length(10);
    expect(made.index.segments).to.deep.equal([]);
    expect(made.backend.count('listIterations')).to.equal(0);
  });

  it('reads the segments that are looked at and no others, those in the middle first', async () => {
    const made = setUp(100);
    await made.list.load();
    made.list.want(made, 35, 66);
    await settled(made);
    const { segments } = made.list.value.order;
    expect(made.index.segments).to.deep.equal([5, 4, 6, 3].map((at) => segments[at]?.key));
    const ids = idsOf(made);
    expect(ids[29]).to.equal(undefined);
    expect(ids[30]).to.equal(nameOf(69));
    expect(ids[69]).to.equal(nameOf(30));
    expect(ids[70]).to.equal(undefined);
  });

  it('asks for a segment by what the manifest said of it', async () => {
    const made = setUp(30);
    const asked: SegmentInfo[] = [];
    const read = made.index.segment.bind(made.index);
    made.index.segment = (query, info, call) => {
      asked.push(info);
      return read(query, info, call);
    };
    await made.list.load();
    made.list.want(made, 0, 10);
    await settled(made);
    const manifest = await made.index.manifest({}, {});
    const [first] = manifest === 'unchanged' ? [] : manifest.segments;
    const { key, rev, count, from, to } = first!;
    expect(asked).to.deep.equal([{ key, rev, count, from, to }]);
    expect(from < to).to.equal(true);
  });

  it('reads the rows that are looked at by their ids, in portions, once', async () => {
    const made = setUp(100);
    await made.list.load();
    made.list.want(made, 0, 10);
    await settled(made);
    made.list.want(made, 0, 10);
    await made.clock.advance(100);
    const asked = made.backend.calls.filter(({ method }) => method === 'getIterations').map(({ args }) => args[0]);
    expect(asked.flat()).to.have.members(Array.from({ length: 10 }, (_, at) => nameOf(99 - at)));
    expect(asked.map((ids) => (ids as string[]).length)).to.deep.equal([8, 2]);
    expect(made.store.iteration(nameOf(99))?.media?.url).to.contain('i0099');
    made.list.want(made, 0, 10);
    await made.clock.advance(100);
    expect(made.backend.count('getIterations')).to.equal(2);
  });

  it('shows what was given up and wanted again while it came, at whatever moment', async () => {
    for (let turns = 0; turns < 12; turns++) {
      const made = setUp(100);
      await made.list.load();
      const held = gate();
      made.index.before = (what) => (what === 'segment' ? held.promise : undefined);
      made.list.want(made, 0, 10);
      await settled(made);
      held.open();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      made.list.want(made, 90, 100);
      made.list.want(made, 0, 10);
      await settled(made);
      expect(idsOf(made)[0], `after ${turns} turns`).to.equal(nameOf(99));
    }
  });

  it('gives up what has left the screen before it came', async () => {
    const made = setUp(100);
    await made.list.load();
    const held = gate();
    made.index.before = (what) => (what === 'segment' ? held.promise : undefined);
    made.list.want(made, 0, 10);
    await settled(made);
    made.list.want(made, 90, 100);
    expect(made.index.signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    held.open();
    await settled(made);
    expect(idsOf(made)[0]).to.equal(undefined);
    expect(idsOf(made)[99]).to.equal(nameOf(0));
  });

  it('keeps the segments that were looked at last, and reads others again', async () => {
    const made = setUp(600);
    await made.list.load();
    for (let item = 0; item < 600; item += 10) {
      made.list.want(made, item, item + 1);
      await settled(made);
    }
    expect(made.index.segments).to.have.length(60);
    expect(made.list.value.order.segments.filter(({ columns }) => columns)).to.have.length(48);
    made.list.want(made, 595, 600);
    await settled(made);
    expect(made.index.segments).to.have.length(60);
    made.list.want(made, 0, 5);
    await settled(made);
    expect(made.index.segments).to.have.length(61);
  });

  it('says why it cannot be read, and reads when it is asked again', async () => {
    const made = setUp(30);
    made.index.before = () => {
      throw new AdapterError('unavailable', 'Down', { retryable: false });
    };
    await made.list.load();
    expect(made.list.value).to.include({ status: 'error', total: null, complete: false });
    expect(made.list.value.error?.code).to.equal('unavailable');
    made.index.before = () => undefined;
    await made.list.more();
    expect(made.list.value).to.include({ status: 'ready', total: 30, error: null });
  });

  it('says why a segment cannot be read, keeps the rest, and reads it when it is asked again', async () => {
    const made = setUp(30);
    await made.list.load();
    made.list.want(made, 0, 10);
    await settled(made);
    made.index.before = () => {
      throw new AdapterError('unavailable', 'Down', { retryable: false });
    };
    made.list.want(made, 5, 15);
    await settled(made);
    expect(made.list.value).to.include({ status: 'error', total: 30 });
    expect(idsOf(made)[0]).to.equal(nameOf(29));
    const tries = made.index.segments.length;
    made.list.want(made, 5, 15);
    await settled(made);
    expect(made.index.segments).to.have.length(tries);
    made.index.before = () => undefined;
    await made.list.more();
    await settled(made);
    expect(made.list.value).to.include({ status: 'ready', error: null });
    expect(idsOf(made)[12]).to.equal(nameOf(17));
  });

  it('reads what failed when everything is read again, although nothing has changed', async () => {
    const made = setUp(30);
    await made.list.load();
    made.index.before = (what) => {
      if (what === 'segment') throw new AdapterError('network', 'Gone', { retryable: false });
    };
    made.list.want(made, 0, 10);
    await settled(made);
    expect(made.list.value.error?.code).to.equal('network');
    made.index.before = () => undefined;
    await made.list.refresh();
    await settled(made);
    expect(made.list.value).to.include({ status: 'ready', error: null });
    expect(idsOf(made)[0]).to.equal(nameOf(29));
  });

  it('asks again for rows that could not be read, as long as they are looked at', async () => {
    const made = setUp(10);
    await made.list.load();
    made.backend.before = (method) => {
      if (method === 'getIterations') throw new AdapterError('network', 'Gone', { retryable: false });
    };
    made.list.want(made, 0, 5);
    await settled(made);
    expect(made.store.iteration(nameOf(9))).to.equal(undefined);
    made.backend.before = () => undefined;
    await made.clock.advance(6000);
    expect(made.store.iteration(nameOf(9))).to.include({ id: nameOf(9) });
  });

  it('reads for each who looks, until they leave', async () => {
    const made = setUp(100);
    const [one, other] = [{}, {}];
    await made.list.load();
    const held = gate();
    made.index.before = (what) => (what === 'segment' ? held.promise : undefined);
    made.list.want(one, 0, 5);
    await settled(made);
    made.list.want(other, 95, 100);
    await settled(made);
    expect(made.index.signals.map(({ aborted }) => aborted)).to.deep.equal([false, false]);
    made.list.leave(other);
    expect(made.index.signals.map(({ aborted }) => aborted)).to.deep.equal([false, true]);
    held.open();
    await settled(made);
    expect(idsOf(made)[0]).to.equal(nameOf(99));
    expect(idsOf(made)[99]).to.equal(undefined);
  });

  it('waits with what has changed until somebody looks again', async () => {
    const made = setUp(30);
    await made.list.load();
    made.list.want(made, 0, 5);
    await made.clock.advance(100);
    made.list.leave(made);
    expect(made.clock.waiting).to.equal(0);
    made.backend.change(nameOf(3), { archivedAt: '2026-11-24T00:00:00.000Z' });
    made.list.outdate();
    await made.clock.advance(60_000);
    expect(made.list.value.total).to.equal(30);
    made.list.want(made, 0, 5);
    await settled(made);
    expect(made.list.value.total).to.equal(29);
  });

  it('leaves a query that the index does not know as it is', async () => {
    const made = setUp(10);
    made.index.before = () => {
      throw new AdapterError('unsupported');
    };
    await made.list.load();
    const { manifests } = made.index;
    await made.list.refresh();
    expect(made.list.value.error?.code).to.equal('unsupported');
    expect(made.index.manifests).to.equal(manifests);
  });

  it('reads the manifest again when a segment has been replaced, and not for ever', async () => {
    const made = setUp(30);
    await made.list.load();
    made.backend.change(nameOf(25), { starred: true });
    made.list.want(made, 0, 10);
    await settled(made);
    expect(idsOf(made)[0]).to.equal(undefined);
    await made.clock.advance(400);
    await settled(made);
    expect(made.index.manifests).to.equal(2);
    expect(idsOf(made)[0]).to.equal(nameOf(29));
    made.index.before = (what) => {
      if (what === 'segment') throw new AdapterError('cursor-expired');
    };
    made.list.want(made, 20, 30);
    await settled(made);
    await made.clock.advance(60_000);
    expect(made.index.segments.length).to.be.lessThan(20);
    expect(made.index.manifests).to.be.lessThan(20);
  });

  it('reads again only what has changed', async () => {
    const made = setUp(60);
    await made.list.load();
    await readAll(made);
    const before = made.index.segments.length;
    await made.list.refresh();
    await settled(made);
    expect(made.index.segments).to.have.length(before);
    const { order } = made.list.value;
    made.backend.change(nameOf(25), { archivedAt: '2026-11-24T00:00:00.000Z' });
    await made.list.refresh();
    await readAll(made);
    expect(made.index.segments).to.have.length(before + 1);
    expect(idsOf(made)).to.deep.equal(made.backend.listed());
    expect(made.list.value.order.segments[0]).to.equal(order.segments[0]);
  });

  it('takes a row away that the backend does not know any more', async () => {
    const made = setUp(20);
    await made.list.load();
    made.backend.before = (method) => {
      if (method === 'getIterations') made.backend.iterations.delete(nameOf(18));
    };
    made.list.want(made, 0, 5);
    await settled(made);
    await made.clock.advance(100);
    await settled(made);
    expect(idsOf(made).slice(0, 3)).to.deep.equal([nameOf(19), nameOf(17), nameOf(16)]);
    expect(made.list.value.total).to.equal(19);
  });
});
