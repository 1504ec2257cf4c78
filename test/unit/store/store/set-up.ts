import { ImaginationsStore } from '../../../../src/store/index.js';
import { FakeBackend, type Parts } from '../../../support/fake-backend.js';
import { FakeClock } from '../../../support/fake-clock.js';
import { instant, iteration, session } from '../../../support/rows.js';

/** A store on a backend with one session and one iteration, and a clock that a test moves. */
export interface Setup {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
}

export function setUp(parts: Parts = {}): Setup {
  const backend = new FakeBackend().add(session('s1'), iteration('i1', { createdAt: instant(1) }));
  const clock = new FakeClock();
  return { backend, clock, store: new ImaginationsStore(backend.adapter({ stream: true, ...parts }), { clock }) };
}
