import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Iteration } from '../../../../src/model/index.js';
import { LAG_MS } from '../../../../src/store/entity-table.js';
import { loadLater } from '../../../../src/store/later.js';
import { MOST_HELD } from '../../../../src/store/upkeep/row-budget.js';
import { instant, iteration, running } from '../../../support/rows.js';
import { idsOf, nameOf, readAll, setUp, settled, type Indexed } from './set-up.js';

const FEW = { iterations: 12, sessions: 2, generations: 2 };
const COUNT = 60;
const usual = { ...MOST_HELD };

type What =
  | 'look'
  | 'look too'
  | 'leave'
  | 'wait'
  | 'archive'
  | 'unarchive'
  | 'refused'
  | 'add'
  | 'run'
  | 'end'
  | 'star elsewhere'
  | 'archived elsewhere'
  | 'removed elsewhere'
  | 'old news'
  | 'read pages'
  | 'refresh';

interface Step {
  readonly do: What;
  readonly minute: number;
}

const step = (weight: number, ...does: readonly What[]): { weight: number; arbitrary: fc.Arbitrary<Step> } => ({
  weight,
  arbitrary: fc.record({ do: fc.constantFrom(...does), minute: fc.nat(COUNT - 1) }),
});

const steps = fc.array(
  fc.oneof(
    step(8, 'look', 'look too', 'wait'),
    step(1, 'leave', 'read pages', 'refresh'),
    step(3, 'archive', 'unarchive', 'refused'),
    step(3, 'add', 'run', 'end', 'old news'),
    step(3, 'star elsewhere', 'archived elsewhere', 'removed elsewhere'),
  ),
  { minLength: 5, maxLength: 40 },
);

/** A library that people work in, of which a store holds little. */
class Drama {
  readonly made: Indexed;
  readonly #other = {};
  readonly #past: Iteration[] = [];
  #added = 0;
  #refuses = false;

  constructor(withRev: boolean) {
    this.made = setUp(0);
    const { backend, store } = this.made;
    backend.withRev = withRev;
    for (let minute = 0; minute < COUNT; minute++) {
      backend.add(iteration(nameOf(minute), { createdAt: instant(minute) }));
    }
    backend.before = (method) => {
      if (method === 'archive' && this.#refuses) throw new Error('No');
    };
    store.retain();
    backend.subscription?.state('live');
  }

  async act({ do: what, minute }: Step): Promise<void> {
    const { backend, clock, list, store } = this.made;
    const id = nameOf(minute);
    switch (what) {
      case 'look':
        list.want(list, minute, minute + 6);
        break;
      case 'look too':
        list.want(this.#other, minute, minute + 2);
        break;
      case 'leave':
        list.leave(this.#other);
        break;
      case 'wait':
        await clock.advance(minute * 40);
        break;
      case 'archive':
      case 'unarchive':
        await store[what]('iteration', [id, nameOf((minute + 30) % COUNT)]);
        break;
      case 'refused':
        this.#refuses = true;
        await store.archive('iteration', [id]);
        this.#refuses = false;
        break;
      case 'add':
        this.#put(iteration(`x${this.#added++}`, { createdAt: instant(minute) }));
        break;
      case 'run':
        this.#put(running(`x${this.#added++}`, 'g1', { createdAt: instant(minute) }));
        break;
      case 'end':
        this.#change(`x${this.#added - 1}`, { status: 'succeeded' });
        break;
      case 'star elsewhere':
        this.#change(id, { starred: !backend.iterations.get(id)?.starred });
        break;
      case 'archived elsewhere':
        this.#change(id, { archivedAt: instant(900) });
        break;
      case 'removed elsewhere': {
        const row = backend.iterations.get(id);
        if (!row) break;
        backend.iterations.delete(id);
        backend.send([{ type: 'removed', entity: 'iteration', id, ...(row.rev && { rev: row.rev + 1 }) }]);
        break;
      }
      case 'old news': {
        const old = this.#past.at(-1);
        // Without revs nobody could tell.
        if (old && backend.withRev) backend.send([{ type: 'iteration', item: old }]);
        break;
      }
      case 'read pages':
        void store.iterationList({ order: 'oldest' }).more();
        break;
      case 'refresh':
        store.refresh();
    }
    await settled(this.made);
  }

  #put(row: Iteration): void {
    const { backend } = this.made;
    backend.add(row);
    this.#tell(row.id);
  }

  #change(id: string, more: Partial<Iteration>): void {
    const { backend } = this.made;
    const before = backend.iterations.get(id);
    if (!before) return;
    this.#past.push(before);
    backend.change(id, more);
    this.#tell(id);
  }

  #tell(id: string): void {
    this.made.backend.send([{ type: 'iteration', item: this.made.backend.iterations.get(id) }]);
  }

  /** Everything is read that has to be read again. */
  async rest(): Promise<void> {
    const { clock, list } = this.made;
    list.leave(this.#other);
    await clock.advance(500);
    await readAll(this.made);
    await clock.advance(LAG_MS + 1000);
    await readAll(this.made);
    await clock.advance(40_000);
  }
}

const stateOf = (row: Iteration | undefined): unknown => [row?.id, row?.status, !!row?.starred, !!row?.archivedAt];

describe('indexed list: rows that were let go', function () {
  this.timeout(60_000);

  before(() => loadLater());
  before(() => Object.assign(MOST_HELD, FEW));
  after(() => Object.assign(MOST_HELD, usual));

  for (const withRev of [true, false]) {
    it(`are in the end what the backend says, ${withRev ? 'with' : 'without'} revs (property)`, async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const drama = new Drama(withRev);
          const { made } = drama;
          await made.list.load();
          for (const one of all) {
            await drama.act(one);
            const ids = idsOf(made).filter((known) => known !== undefined);
            expect(new Set(ids).size).to.equal(ids.length);
          }
          await drama.rest();
          expect(idsOf(made)).to.deep.equal(made.backend.listed());
          // Wherever somebody looks, there is what the backend has.
          const { count } = made.list.value.order;
          for (let item = 0; item < count; item += 6) {
            made.list.want(made.list, item, item + 6);
            await settled(made);
            await made.clock.advance(1000);
            for (let at = item; at < Math.min(count, item + 6); at++) {
              const id = made.list.value.order.id(at) ?? '';
              expect(stateOf(made.store.iteration(id))).to.deep.equal(stateOf(made.backend.iterations.get(id)));
            }
          }
          made.store.dispose();
        }),
        { numRuns: 60 },
      );
    });
  }
});
