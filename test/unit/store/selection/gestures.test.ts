import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { queryKey, type Filter, type Id, type Kind, type Query } from '../../../../src/model/index.js';
import { IterationSelection, type SelectionOrder } from '../../../../src/store/selection/selection.js';
import { selectionsOf } from '../../../../src/store/selection/selections.js';
import { matches, NaiveSelection, type Item, type View } from './naive.js';

const KINDS: readonly Kind[] = ['image', 'video', 'audio'];

const queryOf = ({ kind, archived }: View): Query => {
  const filter: Filter = { ...(kind !== 'all' && { kinds: [kind] }), archived: archived ? 'only' : 'exclude' };
  return { filter };
};

const viewOf = ({ filter = {} }: Query): View => ({
  kind: filter.kinds?.[0] ?? 'all',
  archived: filter.archived === 'only',
});

/** A library, its list as it is shown, and the same gestures done to both selections. */
class Desk {
  items: Item[] = [];
  view: View = { kind: 'all', archived: false };
  readonly naive = new NaiveSelection(() => this.items);
  readonly ours = new IterationSelection(
    {
      belongs: (id, query) => {
        const item = this.items.find((one) => one.id === id);
        return item && matches(item, viewOf(query));
      },
      createdAt: (id) => this.items.find((one) => one.id === id)?.createdAt,
    },
    () => undefined,
    // Every range is still being taken when the next gesture comes.
    { stride: 3, pace: () => ({ isDue: true, rest: () => new Promise<void>(() => undefined) }) },
  );
  /** A range has begun, and shows when it has been taken. */
  isTaking = false;
  seeTaking(): boolean {
    const { isTaking } = this;
    this.isTaking = false;
    return isTaking;
  }

  #made = 0;
  #order: { readonly said: string; readonly value: SelectionOrder } | undefined;

  get list(): readonly Id[] {
    return this.items.filter((item) => matches(item, this.view)).map(({ id }) => id);
  }

  /** The same object as long as it says the same. */
  get order(): SelectionOrder {
    const { list } = this;
    const said = list.join();
    if (this.#order?.said !== said) {
      const value = { count: list.length, id: (item: number) => list[item], indexOf: (id: Id) => list.indexOf(id) };
      this.#order = { said, value };
    }
    return this.#order.value;
  }

  get key(): string {
    return queryKey(queryOf(this.view));
  }

  get until(): string {
    return this.items.map(({ createdAt }) => createdAt).reduce((a, b) => (a > b ? a : b), '');
  }

  /** Comes at the head, or, where time has been turned back, anywhere. */
  insert(at: number, kind: Kind): void {
    const number = this.#made++;
    const place = at % (this.items.length + 1);
    const newer = this.items[place - 1];
    // What comes in the middle is older than all that is known.
    const createdAt = new Date(Date.UTC(newer ? 2025 : 2026, 0) + number).toISOString();
    this.items.splice(place, 0, { id: `i${number}`, createdAt, kind, archived: false });
  }

  /** One of the list, whatever number is given. */
  pick(number: number): Id | undefined {
    const { list } = this;
    return list.length === 0 ? undefined : list[number % list.length];
  }
}

type Gesture = (desk: Desk) => void;

/** With a name that fast-check prints. */
const named = (name: string, act: Gesture): Gesture => Object.assign(act, { [fc.toStringMethod]: () => name });

const number = fc.nat(200);
const kind = fc.constantFrom(...KINDS);

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(number).map(([at]) =>
      named(`toggle ${at}`, (desk) => {
        const id = desk.pick(at);
        if (id === undefined) return;
        desk.ours.toggle(id, desk.key);
        desk.naive.toggle(id);
      }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(number).map(([at]) =>
      named(`range ${at}`, (desk) => {
        const { list, order } = desk;
        if (list.length === 0) return;
        const outcome = desk.ours.range(order, at % list.length, desk.key);
        expect(outcome).to.deep.equal({ isLimited: false, unread: [] });
        desk.naive.range(list, at % list.length);
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(number).map(([at]) =>
      named(`range in slices ${at}`, (desk) => {
        const { list, order } = desk;
        if (list.length === 0) return;
        void desk.ours.extend(order, at % list.length, desk.key, () => undefined);
        desk.naive.range(list, at % list.length);
        desk.isTaking = true;
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(number, number, fc.boolean()).map(([from, size, on]) =>
      named(`set ${from} ${size} ${on}`, (desk) => {
        const ids = desk.list.slice(from % 20, (from % 20) + (size % 12));
        desk.ours.set(ids, on, desk.key);
        desk.naive.set(ids, on);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.array(number, { maxLength: 6 }), fc.boolean()).map(([picks, stays]) =>
      named(`marquee ${picks.join()} ${stays}`, (desk) => {
        const ids = [...new Set(picks.flatMap((at) => desk.pick(at) ?? []))];
        desk.ours.sweep([...desk.list], desk.key);
        desk.ours.sweep(ids, desk.key);
        expect(ids.every((id) => desk.ours.has(id))).to.equal(true);
        desk.ours.endSweep(stays);
        desk.naive.marquee(ids, stays);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      named('all', (desk) => {
        desk.ours.all(queryOf(desk.view), desk.until);
        desk.naive.all(desk.view, desk.until);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      named('invert', (desk) => {
        desk.ours.invert(desk.order, queryOf(desk.view), desk.key, desk.until);
        desk.naive.invert(desk.view, desk.until);
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      named('clear', (desk) => {
        desk.ours.clear();
        desk.naive.clear();
      }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(number, fc.boolean(), kind).map(([at, isNew, of]) =>
      named(`insert ${isNew ? 0 : at} ${of}`, (desk) => {
        desk.insert(isNew ? 0 : at, of);
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(number).map(([at]) =>
      named(`remove ${at}`, (desk) => {
        const id = desk.pick(at);
        if (id === undefined) return;
        desk.items = desk.items.filter((item) => item.id !== id);
        desk.ours.forget(id);
        desk.naive.forget(id);
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(number).map(([at]) =>
      named(`archive ${at}`, (desk) => {
        const id = desk.pick(at);
        const item = desk.items.find((one) => one.id === id);
        // What is one of everything depends on the rows, as the store's selection knows.
        if (desk.ours.everything) desk.ours.finish();
        if (item) item.archived = !item.archived;
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom<View['kind']>('all', ...KINDS), fc.boolean()).map(([of, archived]) =>
      named(`filter ${of} ${archived}`, (desk) => {
        desk.view = { kind: of, archived };
      }),
    ),
  },
);

describe('a selection', function () {
  this.timeout(120_000);

  it('takes a range anew in another view, though the order is the same: what was in everything need not be in it there', () => {
    const desk = new Desk();
    desk.insert(0, 'image');
    desk.ours.all(queryOf(desk.view), desk.until);
    for (let times = 0; times < 2; times++) desk.ours.range(desk.order, 0, desk.key);
    for (const item of desk.items) item.archived = true;
    desk.view = { kind: 'all', archived: true };
    expect(desk.ours.has('i0')).to.equal(false);
    desk.ours.range(desk.order, 0, desk.key);
    expect(desk.ours.has('i0')).to.equal(true);
  });

  it('keeps what was selected by itself, though it was part of everything when it was selected once more', () => {
    const desk = new Desk();
    desk.insert(0, 'image');
    desk.ours.set(['i0'], true, desk.key);
    desk.naive.set(['i0'], true);
    desk.view = { kind: 'all', archived: true };
    desk.ours.invert(desk.order, queryOf(desk.view), desk.key, desk.until);
    desk.naive.invert(desk.view, desk.until);
    for (const archived of [true, false]) {
      desk.items.forEach((item) => (item.archived = archived));
      if (archived) {
        desk.ours.range(desk.order, 0, desk.key);
        desk.naive.range(desk.list, 0);
      }
      expect(desk.ours.has('i0')).to.equal(true);
      expect(desk.naive.selected()).to.deep.equal(['i0']);
    }
  });

  it('is what a naive model says, after any gestures with rows that come, go and change, and other filters', () => {
    let most = 0;
    fc.assert(
      fc.property(fc.array(gesture, { minLength: 10, maxLength: 60 }), fc.nat(30), (gestures, size) => {
        const desk = new Desk();
        for (let made = 0; made < size; made++) desk.insert(0, KINDS[made % 3]!);
        for (const act of gestures) {
          act(desk);
          if (desk.seeTaking()) continue;
          desk.ours.finish();
          const { ours, naive, items } = desk;
          const wanted = naive.selected();
          expect(items.flatMap(({ id }) => (ours.has(id) ? [id] : []))).to.deep.equal(wanted);
          // What an adapter is asked for is what is seen.
          const asked = new Set<Id>();
          for (const selected of selectionsOf(ours)) {
            if ('ids' in selected) for (const id of selected.ids) asked.add(id);
            else {
              const { query, except = [] } = selected;
              const end = query.filter?.createdBefore ?? '';
              for (const item of items) {
                const isIn = matches(item, viewOf(query)) && item.createdAt < end;
                if (isIn && !except.includes(item.id)) asked.add(item.id);
              }
            }
          }
          expect([...asked].sort()).to.deep.equal([...wanted].sort());
          expect(ours.isEmpty ? wanted : []).to.deep.equal([]);
          most = Math.max(most, wanted.length);
        }
      }),
      { numRuns: 5000 },
    );
    expect(most).to.be.greaterThan(10);
  });
});
