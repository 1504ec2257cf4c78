import { type Page, type PageRequest } from '../../../../src/data/index.js';
import type { Iteration, Query } from '../../../../src/model/index.js';
import { ImaginationsStore, type PagedList } from '../../../../src/store/index.js';
import { FakeBackend, type Parts } from '../../../support/fake-backend.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { instant, iteration, session } from '../../../support/rows.js';

export const names = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `i${String(index + from).padStart(3, '0')}`);

export interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
  readonly list: PagedList<Iteration>;
}

/** `count` iterations, the newest with the highest number, in pages of 10. */
export function setUp(count: number, query: Query = {}, parts: Parts = {}): Setup {
  const backend = new FakeBackend().add(session('s1'), session('s2'));
  names(count).forEach((id, index) => backend.add(iteration(id, { createdAt: instant(index) })));
  const clock = new FakeClock();
  const store = new ImaginationsStore(backend.adapter({ limits: { pageSize: 10 }, ...parts }), { clock });
  return { backend, clock, store, list: store.iterationList(query) };
}

/** A list of answers that a test writes itself. */
export function answering(answer: (request: PageRequest, calls: number) => unknown, limits = {}): Setup {
  const made = setUp(0);
  const requests: PageRequest[] = [];
  const adapter = {
    ...made.backend.adapter({ limits: { pageSize: 10, ...limits } }),
    listIterations: (request: PageRequest) => {
      requests.push(request);
      made.backend.calls.push({
        method: 'listIterations',
        args: [request],
        signal: new AbortController().signal,
        idempotencyKey: undefined,
      });
      return Promise.resolve(answer(request, requests.length) as Page<Iteration>);
    },
  };
  const store = new ImaginationsStore(adapter, { clock: made.clock });
  return { ...made, store, list: store.iterationList() };
}

/** The rows of a run of numbers, newest first. */
export const rows = (from: number, count: number): Iteration[] =>
  names(count, from)
    .map((id, index) => iteration(id, { createdAt: instant(from + index) }))
    .reverse();
