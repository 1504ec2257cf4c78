import { expect } from '@open-wc/testing';
import type { Id } from '../../../../src/model/index.js';
import { IterationSelection, type SelectionOrder } from '../../../../src/store/selection/selection.js';
import { selectionsOf } from '../../../../src/store/selection/selections.js';

const IDS = Array.from({ length: 30 }, (_, at) => `i${at}`);

const orderOf = (ids: readonly (Id | undefined)[]): SelectionOrder => ({
  count: ids.length,
  id: (item) => ids[item],
  indexOf: (id) => ids.indexOf(id),
});

/** Nothing is known of any row. */
const make = (): { readonly selection: IterationSelection; readonly selected: () => readonly Id[] } => {
  const selection = new IterationSelection({ belongs: () => undefined, createdAt: () => undefined }, () => undefined);
  return { selection, selected: () => IDS.filter((id) => selection.has(id)) };
};

describe('a selection: ranges', () => {
  const order = orderOf(IDS);

  it('run in both directions, and follow the end while it moves', () => {
    const { selection, selected } = make();
    selection.toggle('i10', 'v');
    selection.range(order, 14, 'v');
    expect(selected()).to.deep.equal(IDS.slice(10, 15));
    selection.range(order, 6, 'v');
    expect(selected()).to.deep.equal(IDS.slice(6, 11));
    selection.range(order, 8, 'v');
    expect(selected()).to.deep.equal(IDS.slice(8, 11));
  });

  it('leave what was selected before as it was', () => {
    const { selection, selected } = make();
    selection.set(['i3', 'i12'], true, 'v');
    selection.toggle('i10', 'v');
    selection.range(order, 14, 'v');
    selection.range(order, 10, 'v');
    expect(selected()).to.deep.equal(['i3', 'i10', 'i12']);
  });

  it('take away from where something was taken away', () => {
    const { selection, selected } = make();
    selection.toggle('i5', 'v');
    selection.range(order, 20, 'v');
    selection.toggle('i9', 'v');
    selection.range(order, 12, 'v');
    expect(selected()).to.deep.equal([...IDS.slice(5, 9), ...IDS.slice(13, 21)]);
  });

  it('begin where they end when their beginning has gone', () => {
    const { selection, selected } = make();
    selection.toggle('i2', 'v');
    selection.forget('i2');
    selection.range(order, 25, 'v');
    expect(selected()).to.deep.equal(['i25']);
    selection.range(orderOf(IDS.filter((id) => id !== 'i25')), 4, 'v');
    expect(selected()).to.deep.equal(['i4', 'i25']);
  });

  it('take an id once that an adapter gives twice, and leave it only when both its places are left', () => {
    const { selection, selected } = make();
    const twice = orderOf(['i0', 'i1', 'i2', 'i1', 'i3']);
    selection.toggle('i0', 'v');
    selection.range(twice, 3, 'v');
    expect(selection.value.ids).to.deep.equal(['i0', 'i1', 'i2']);
    selection.range(twice, 1, 'v');
    expect(selected()).to.deep.equal(['i0', 'i1']);
    selection.range(twice, 0, 'v');
    expect(selected()).to.deep.equal(['i0']);
  });

  it('say what has to be read first, and change nothing until then', () => {
    const { selection, selected } = make();
    const gaps = IDS.map((id, at) => ((at > 4 && at < 8) || at === 12 ? undefined : id));
    selection.toggle('i2', 'v');
    const outcome = selection.range(orderOf(gaps), 20, 'v');
    expect(outcome.unread).to.deep.equal([
      [5, 8],
      [12, 13],
    ]);
    expect(selected()).to.deep.equal(['i2']);
    expect(selection.range(order, 20, 'v').unread).to.deep.equal([]);
    expect(selected()).to.deep.equal(IDS.slice(2, 21));
  });

  it('stay when another gesture begins', () => {
    const { selection, selected } = make();
    selection.toggle('i2', 'v');
    selection.range(order, 4, 'v');
    selection.toggle('i9', 'v');
    selection.range(order, 8, 'v');
    expect(selected()).to.deep.equal(['i2', 'i3', 'i4', 'i8', 'i9']);
  });
});

describe('a selection: everything', () => {
  const query = { filter: { archived: 'exclude' as const } };

  it('has what is in a list of its query, though its row is not held, once it was taken away', () => {
    const { selection } = make();
    selection.all(query, '2026-01-01T00:00:00.000Z');
    const key = selection.everything!.key;
    selection.set(['i1'], false, key);
    expect([...selection.except]).to.deep.equal(['i1']);
    selection.set(['i1'], true, key);
    expect(selection.value).to.deep.equal({ ids: [], query, except: [] });
  });

  it('replaces what was selected, and is replaced', () => {
    const { selection } = make();
    selection.toggle('i1', 'v');
    selection.all(query, '');
    expect(selection.value).to.deep.equal({ ids: [], query, except: [] });
    selection.replace(['i3'], 'v');
    expect(selection.value).to.deep.equal({ ids: ['i3'], query: null, except: [] });
  });
});

describe('a selection: as much as may be', () => {
  const order = orderOf(IDS);

  it('none: nothing can be selected', () => {
    const { selection, selected } = make();
    selection.toggle('i1', 'v');
    selection.limit('none');
    expect(selected()).to.deep.equal([]);
    expect(selection.toggle('i1', 'v').isLimited).to.equal(true);
    expect(selection.range(order, 4, 'v').isLimited).to.equal(true);
    expect(selection.all({}, '').isLimited).to.equal(true);
    expect(selection.isEmpty).to.equal(true);
  });

  it('single: another takes its place, and a range is its end', () => {
    const { selection, selected } = make();
    selection.limit('single');
    selection.toggle('i1', 'v');
    selection.toggle('i4', 'v');
    expect(selected()).to.deep.equal(['i4']);
    selection.range(order, 9, 'v');
    expect(selected()).to.deep.equal(['i9']);
    selection.toggle('i9', 'v');
    expect(selected()).to.deep.equal([]);
  });

  it('a maximum: ranges and marquees go as far from their beginning as they may', () => {
    const { selection, selected } = make();
    selection.limit('multiple', 4);
    selection.toggle('i20', 'v');
    selection.toggle('i10', 'v');
    expect(selection.range(order, 2, 'v').isLimited).to.equal(true);
    expect(selected()).to.deep.equal(['i8', 'i9', 'i10', 'i20']);
    expect(selection.range(order, 9, 'v').isLimited).to.equal(false);
    expect(selected()).to.deep.equal(['i9', 'i10', 'i20']);
    expect(selection.sweep(['i1', 'i2', 'i10'], 'v').isLimited).to.equal(true);
    expect(selected()).to.deep.equal(['i1', 'i9', 'i10', 'i20']);
    selection.endSweep(false);
    expect(selected()).to.deep.equal(['i9', 'i10', 'i20']);
    expect(selection.set(['i0', 'i1'], true, 'v').isLimited).to.equal(true);
    expect(selected()).to.have.length(4);
  });

  it('less than before: the first stay', () => {
    const { selection } = make();
    selection.set(['i5', 'i3', 'i9'], true, 'v');
    selection.limit('multiple', 2);
    expect([...selection.views.keys()]).to.deep.equal(['i5', 'i3']);
    selection.limit('multiple', Number.NaN);
    expect(selection.maximum).to.equal(Infinity);
  });
});

describe('a long range', () => {
  const COUNT = 5000;
  const order: SelectionOrder = {
    count: COUNT,
    id: (item) => `i${item}`,
    indexOf: (id) => Number(id.slice(1)),
  };

  function begun() {
    let resume = (): void => undefined;
    const slices = {
      stride: 100,
      pace: () => ({ isDue: true, rest: () => new Promise<void>((resolve) => (resume = resolve)) }),
    };
    const world = { belongs: () => undefined, createdAt: () => undefined };
    const selection = new IterationSelection(world, () => undefined, slices);
    selection.toggle('i0', 'v');
    const told: boolean[] = [];
    const taken = selection.extend(order, COUNT - 1, 'v', ({ isLimited }) => told.push(isLimited));
    return { selection, told, taken, resume: () => resume() };
  }

  it('is taken in slices, and shows when it is whole', async () => {
    const { selection, told, taken, resume } = begun();
    expect(selection.views.size).to.be.at.most(101);
    expect(selection.value.ids, 'nothing of it shows').to.deep.equal(['i0']);
    expect(told).to.deep.equal([]);
    for (let slice = 0; slice < COUNT / 100; slice++) {
      resume();
      await Promise.resolve();
    }
    await taken;
    expect(told).to.deep.equal([false]);
    expect(selection.value.ids).to.have.length(COUNT);
  });

  it('is whole before anything else is done, and to what is done to it', () => {
    const { selection } = begun();
    selection.toggle('i10', 'v');
    expect(selection.value.ids).to.have.length(COUNT - 1);
    const other = begun().selection;
    expect(selectionsOf(other), 'to ask changes nothing').to.deep.equal([{ ids: ['i0'] }]);
    expect(other.views.size).to.be.at.most(101);
    other.finish();
    expect(selectionsOf(other)).to.deep.equal([{ ids: Array.from({ length: COUNT }, (_, at) => `i${at}`) }]);
  });

  it('goes on where it has come to when its end moves, as keys that repeat do', () => {
    const { selection, told } = begun();
    for (let key = 1; key < 60; key++) {
      void selection.extend(order, COUNT - 1 - key, 'v', ({ isLimited }) => told.push(isLimited));
    }
    expect(selection.isTaking).to.equal(false);
    expect(selection.value.ids).to.have.length(COUNT - 59);
    expect(told.at(-1)).to.equal(false);
  });

  it('tells what became of it once, where something else has finished it, too', async () => {
    const { selection, told, taken, resume } = begun();
    selection.toggle('i10', 'v');
    expect(told).to.deep.equal([false]);
    resume();
    await taken;
    expect(told).to.deep.equal([false]);
  });

  it('shows nothing of it when a row that is selected leaves meanwhile', () => {
    const { selection } = begun();
    const { value, version } = selection;
    selection.forget('i20');
    expect([selection.value, selection.version]).to.deep.equal([value, version]);
    selection.finish();
    expect(selection.value.ids).to.have.length(COUNT - 1);
  });

  it('is given up for another one, and for nothing at all', async () => {
    const { selection, told, taken, resume } = begun();
    selection.range(order, 10, 'v');
    expect(selection.value.ids).to.have.length(11);
    resume();
    await taken;
    expect(told).to.deep.equal([]);
    const cleared = begun();
    cleared.selection.clear();
    cleared.resume();
    await cleared.taken;
    expect(cleared.selection.value.ids).to.deep.equal([]);
  });

  it('does not bring back what has left meanwhile', () => {
    const { selection } = begun();
    selection.forget('i4000');
    selection.finish();
    expect(selection.has('i4000')).to.equal(false);
    expect(selection.value.ids).to.have.length(COUNT - 1);
  });
});

describe('a selection: what it tells', () => {
  it('is the same object until something else is selected', () => {
    let changes = 0;
    const selection = new IterationSelection({ belongs: () => undefined, createdAt: () => undefined }, () => changes++);
    selection.toggle('i1', 'v');
    const { value, version } = selection;
    expect(selection.value).to.equal(value);
    expect(selection.forget('unknown')).to.equal(false);
    expect(selection.value).to.equal(value);
    expect(selection.version).to.equal(version);
    expect(changes).to.equal(1);
    expect(selection.forget('i1')).to.equal(true);
    expect(selection.value).not.to.equal(value);
  });
});
