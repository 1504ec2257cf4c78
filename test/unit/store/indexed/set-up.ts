import type { Id, Iteration, Query } from '../../../../src/model/index.js';
import { ImaginationsStore } from '../../../../src/store/index.js';
import type { IndexedList } from '../../../../src/store/indexed/indexed-list.js';
import { indexedList } from '../../../../src/store/indexed/indexed-list-of.js';
import { FakeBackend } from '../../../support/fake-backend.js';
import { FakeClock, settle } from '../../../support/fake-clock.js';
import { FakeIndex } from '../../../support/fake-index.js';
import { instant, iteration, session } from '../../../support/rows.js';

export interface Indexed {
  readonly backend: FakeBackend;
  readonly index: FakeIndex;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly list: IndexedList;
}

export const nameOf = (minute: number): string => `i${String(minute).padStart(4, '0')}`;

/** `count` iterations, one a minute, ten in a segment; the newest has the highest number. */
export function setUp(count: number, query: Query = {}): Indexed {
  const backend = new FakeBackend().add(session('s1'));
  for (let minute = 0; minute < count; minute++) {
    backend.add(iteration(nameOf(minute), { createdAt: instant(minute) }));
  }
  const rows = (of: Query): Iteration[] => backend.listed(of).flatMap((id) => backend.iterations.get(id) ?? []);
  const index = new FakeIndex(rows, 10 * 60_000);
  const clock = new FakeClock();
  const adapter = { ...backend.adapter({ stream: true, limits: { lookupSize: 8 } }), index };
  const store = new ImaginationsStore(adapter, { clock });
  return { backend, index, clock, store, list: indexedList(store, index, query) };
}

/** Everything that can settle without time passing. */
export async function settled({ list }: Indexed): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await settle();
    list.value.order.id(0);
  }
}

/** Ids as far as they are known, in order. */
export const idsOf = ({ list }: Indexed): (Id | undefined)[] => {
  const { order } = list.value;
  return Array.from({ length: order.count }, (_, item) => order.id(item));
};

/** Reads every segment there is. */
export async function readAll(indexed: Indexed): Promise<void> {
  const { list } = indexed;
  for (let turn = 0; turn < 40; turn++) {
    const { order } = list.value;
    list.want(list, 0, order.count);
    await settled(indexed);
    if (list.value.order.segments.every(({ columns }) => columns)) return;
  }
}
