import { expect } from '@open-wc/testing';
import { AdapterError, type Change, type ImaginationsAdapter, type Subscription } from '../../../src/data/index.js';
import type { Failure } from '../../../src/model/index.js';
import { LiveConnection } from '../../../src/store/live-connection.js';
import { FakeClock, settle } from '../../support/fake-clock.js';

interface Setup {
  readonly clock: FakeClock;
  readonly live: LiveConnection;
  readonly subscriptions: Subscription[];
  readonly batches: (readonly Change[])[];
  readonly states: string[];
  hidden: boolean;
  /** What `subscribe` does after it has noted the subscription. */
  subscribe: () => void | Promise<void>;
  readonly newest: () => Subscription;
}

function setUp(): Setup {
  const clock = new FakeClock();
  const subscriptions: Subscription[] = [];
  const batches: (readonly Change[])[] = [];
  const states: string[] = [];
  const adapter: Partial<ImaginationsAdapter> = {
    subscribe: (subscription) => {
      subscriptions.push(subscription);
      return made.subscribe();
    },
  };
  const live = new LiveConnection(
    adapter as ImaginationsAdapter,
    {
      changes: (batch) => batches.push(batch),
      state: (state, error) => states.push(error ? `${state}: ${error.code}` : state),
      isHidden: () => made.hidden,
    },
    clock,
  );
  const newest = (): Subscription => {
    const last = subscriptions.at(-1);
    if (!last) throw new Error('not subscribed');
    return last;
  };
  const made: Setup = {
    clock,
    live,
    subscriptions,
    batches,
    states,
    hidden: false,
    subscribe: () => undefined,
    newest,
  };
  return made;
}

const stale = (id: string): Change => ({ type: 'stale', ids: [id] });

describe('live connection', () => {
  it('subscribes once', () => {
    const { live, subscriptions } = setUp();
    live.start();
    live.start();
    expect(subscriptions.length).to.equal(1);
    expect('since' in (subscriptions[0] ?? {})).to.equal(false);
  });

  it('gathers changes for 100 ms, in the order of their arrival', async () => {
    const { clock, live, batches, newest } = setUp();
    live.start();
    newest().change([stale('a'), stale('b')]);
    await clock.advance(60);
    newest().change([stale('c')]);
    await clock.advance(39);
    expect(batches).to.deep.equal([]);
    await clock.advance(1);
    expect(batches).to.deep.equal([[stale('a'), stale('b'), stale('c')]]);
    await clock.advance(1000);
    expect(batches.length).to.equal(1);
  });

  it('gathers for 1 s in the background', async () => {
    const made = setUp();
    made.hidden = true;
    made.live.start();
    made.newest().change([stale('a')]);
    await made.clock.advance(999);
    expect(made.batches.length).to.equal(0);
    await made.clock.advance(1);
    expect(made.batches.length).to.equal(1);
  });

  it('takes batches that hold anything at all', async () => {
    const { clock, live, batches, newest } = setUp();
    live.start();
    const subscription = newest();
    const change = (batch: unknown, position?: unknown): void =>
      subscription.change(batch as readonly Change[], position as string);
    for (const batch of [null, undefined, 7, 'x', {}, [null, 1, 'x', {}, [], { type: 5 }]]) change(batch, 9);
    change([{ type: 'resync' }]);
    await clock.advance(100);
    expect(batches).to.deep.equal([[{ type: 'resync' }]]);
  });

  it('takes a burst of 200,000 changes', async () => {
    const { clock, live, batches, newest } = setUp();
    live.start();
    newest().change(Array.from({ length: 200_000 }, (_, index) => stale(String(index))));
    await clock.advance(100);
    expect(batches[0]?.length).to.equal(200_000);
  });

  it('hands on what it has when it is stopped, and nothing afterwards', async () => {
    const { clock, live, batches, states, newest } = setUp();
    live.start();
    const subscription = newest();
    subscription.change([stale('a')]);
    live.stop();
    expect(subscription.signal.aborted).to.equal(true);
    expect(batches).to.deep.equal([[stale('a')]]);
    subscription.change([stale('b')]);
    subscription.state('offline');
    await clock.advance(60_000);
    expect([batches.length, states.length]).to.deep.equal([1, 0]);
    expect(clock.waiting).to.equal(0);
  });

  for (const [how, fail] of [
    [
      'throws',
      (): never => {
        throw new AdapterError('network');
      },
    ],
    ['rejects', (): Promise<void> => Promise.reject(new AdapterError('network'))],
  ] as const) {
    it(`tries again, later and later, when subscribing ${how}`, async () => {
      const made = setUp();
      const { clock, live, subscriptions, states } = made;
      clock.chance = 0;
      made.subscribe = fail;
      live.start();
      await settle();
      expect(states).to.deep.equal(['offline: network']);
      const pauses: number[] = [];
      for (let known = 1, waited = 0; pauses.length < 8; waited += 500) {
        await clock.advance(500);
        if (subscriptions.length === known) continue;
        known = subscriptions.length;
        pauses.push(waited + 500);
        waited = -500;
      }
      expect(pauses).to.deep.equal([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
      expect(subscriptions.slice(0, -1).every(({ signal }) => signal.aborted)).to.equal(true);
    });
  }

  it('waits as long as the backend says, within a day', async () => {
    const made = setUp();
    made.subscribe = () => Promise.reject(new AdapterError('rate-limited', 'slow', { retryAfterMs: 20_000 }));
    made.live.start();
    await made.clock.advance(19_999);
    expect(made.subscriptions.length).to.equal(1);
    await made.clock.advance(1);
    expect(made.subscriptions.length).to.equal(2);
    made.subscribe = () => Promise.reject(new AdapterError('rate-limited', 'slow', { retryAfterMs: 1e15 }));
    await made.clock.advance(20_000);
    await made.clock.advance(3_600_000);
    expect(made.subscriptions.length).to.be.at.least(4);
  });

  it('goes on from the last position it was given', async () => {
    const made = setUp();
    const { clock, live, subscriptions, batches, newest } = made;
    live.start();
    newest().change([stale('a')], 'p1');
    newest().change([stale('b')], 'p2');
    newest().change([stale('c')]);
    live.stop();
    live.start();
    expect(subscriptions[1]?.since).to.equal('p2');
    newest().state('live');
    await clock.advance(100);
    expect(batches.flat().some(({ type }) => type === 'resync')).to.equal(false);
  });

  it('reads everything again after a gap that no position bridges', async () => {
    const { clock, live, batches, newest } = setUp();
    live.start();
    newest().state('live');
    await clock.advance(100);
    expect(batches).to.deep.equal([]);
    live.stop();
    live.start();
    newest().state('connecting');
    await clock.advance(1000);
    expect(batches).to.deep.equal([]);
    newest().state('live');
    newest().state('live');
    await clock.advance(100);
    expect(batches).to.deep.equal([[{ type: 'resync' }]]);
  });

  it('takes the first change after a gap for a sign of life too', async () => {
    const { clock, live, batches, newest } = setUp();
    live.start();
    live.stop();
    live.start();
    newest().change([stale('a')]);
    await clock.advance(100);
    expect(batches).to.deep.equal([[{ type: 'resync' }, stale('a')]]);
  });

  it('says how it stands, and nothing that is no state', () => {
    const { live, states, newest } = setUp();
    live.start();
    const subscription = newest();
    const state = (state: unknown, error?: unknown): void => subscription.state(state as 'live', error as Failure);
    state('connecting');
    state('live');
    state('asleep');
    state(undefined);
    state('offline', { code: 'unauthorized', message: 'who?' });
    state('offline', 'boom');
    expect(states).to.deep.equal(['connecting', 'live', 'offline: unauthorized', 'offline: internal']);
  });

  it('tries soon again after it was live', async () => {
    const made = setUp();
    const { clock, live, subscriptions, newest } = made;
    clock.chance = 0;
    made.subscribe = () => Promise.reject(new AdapterError('network'));
    live.start();
    await clock.advance(10_000);
    made.subscribe = () => undefined;
    await clock.advance(10_000);
    newest().state('live');
    live.stop();
    const known = subscriptions.length;
    made.subscribe = () => Promise.reject(new AdapterError('network'));
    live.start();
    await clock.advance(500);
    expect(subscriptions.length).to.equal(known + 2);
  });
});
