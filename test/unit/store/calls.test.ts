import { expect } from '@open-wc/testing';
import { AdapterError, type Call, type Write } from '../../../src/data/index.js';
import { Caller, type CallOptions } from '../../../src/store/calls.js';
import { FakeClock, settle } from '../../support/fake-clock.js';

interface Outcome {
  value?: unknown;
  error?: unknown;
}

const code = ({ error }: Outcome): string =>
  error instanceof AdapterError ? error.code : `no AdapterError: ${typeof error}`;

function setUp(): {
  clock: FakeClock;
  caller: Caller;
  end: AbortController;
  failures: string[];
  answers: () => number;
} {
  const clock = new FakeClock();
  const end = new AbortController();
  const failures: string[] = [];
  let answered = 0;
  const caller = new Caller(clock, end.signal, {
    answered: () => answered++,
    failed: (failure) => failures.push(failure.code),
  });
  return { clock, caller, end, failures, answers: () => answered };
}

/** What a promise comes to, without waiting for it. */
function follow(promise: Promise<unknown>): Outcome {
  const outcome: Outcome = {};
  promise.then(
    (value) => (outcome.value = value),
    (error: unknown) => (outcome.error = error),
  );
  return outcome;
}

const never = (): Promise<never> => new Promise(() => undefined);
const circular: Record<string, unknown> = {};
circular['self'] = circular;

describe('caller: answers of any kind', () => {
  it('hands on the answer, and says that there was one', async () => {
    const { caller, answers } = setUp();
    expect(await caller.read(() => Promise.resolve(7))).to.equal(7);
    expect(answers()).to.equal(1);
  });

  it('takes a synchronous throw as a rejection', async () => {
    const { caller, failures } = setUp();
    const outcome = follow(
      caller.read(() => {
        throw new AdapterError('forbidden', 'no');
      }),
    );
    await settle();
    expect(code(outcome)).to.equal('forbidden');
    expect(failures).to.deep.equal(['forbidden']);
  });

  it('takes an answer that is no promise', async () => {
    const { caller } = setUp();
    expect(await caller.read((() => 5) as unknown as (call: Call) => Promise<number>)).to.equal(5);
  });

  const thrown: readonly (readonly [string, unknown])[] = [
    ['undefined', undefined],
    ['null', null],
    ['a string', 'boom'],
    ['a number', 0],
    ['a symbol', Symbol('boom')],
    ['a circular object', circular],
    ['a failure as data', { code: 'quota', message: 'none left' }],
    ['an object without a prototype', Object.create(null)],
  ];
  for (const [name, value] of thrown) {
    it(`makes an AdapterError with a message of ${name}`, async () => {
      const { caller } = setUp();
      // Nobody should do this, and adapters do.
      const outcome = follow(caller.read(() => Promise.reject(value as Error)));
      await settle();
      expect(code(outcome)).to.equal(name === 'a failure as data' ? 'quota' : 'internal');
      expect((outcome.error as Error).message)
        .to.be.a('string')
        .and.not.equal('');
    });
  }

  it('keeps the cause of what it translates', async () => {
    const { caller } = setUp();
    const cause = new RangeError('deep inside');
    const outcome = follow(caller.read(() => Promise.reject(cause)));
    await settle();
    expect((outcome.error as Error).cause).to.equal(cause);
  });

  it('takes an abort that nobody asked for as a failure', async () => {
    const { caller, clock, failures } = setUp();
    const outcome = follow(caller.read(() => Promise.reject(new DOMException('x', 'AbortError'))));
    await clock.advance(5000);
    expect(code(outcome)).to.equal('unavailable');
    expect(failures).to.deep.equal(['unavailable']);
  });
});

describe('caller: silence', () => {
  it('gives up after 15 s, aborts the call, and leaves nothing behind', async () => {
    const { caller, clock } = setUp();
    let signal: AbortSignal | undefined;
    const outcome = follow(
      caller.read((call) => {
        signal = call.signal;
        return never();
      }),
    );
    await clock.advance(14_999);
    expect([outcome, signal?.aborted]).to.deep.equal([{}, false]);
    await clock.advance(1);
    expect(code(outcome)).to.equal('timeout');
    expect(signal?.aborted).to.equal(true);
    expect(clock.waiting).to.equal(0);
  });

  it('counts all tries of a read in these 15 s', async () => {
    const { caller, clock } = setUp();
    let tries = 0;
    const outcome = follow(
      caller.read(() => {
        tries++;
        return tries === 1 ? Promise.reject(new AdapterError('network')) : never();
      }),
    );
    await clock.advance(15_000);
    expect(code(outcome)).to.equal('timeout');
    expect(tries).to.equal(2);
  });

  it('tries a silent write again with the same key', async () => {
    const { caller, clock } = setUp();
    const keys: string[] = [];
    const outcome = follow(
      caller.write((write) => {
        keys.push(write.idempotencyKey);
        return keys.length === 1 ? never() : Promise.resolve('done');
      }),
    );
    expect(caller.isWriting).to.equal(true);
    await clock.advance(20_000);
    expect(outcome.value).to.equal('done');
    expect(keys.length).to.equal(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(caller.isWriting).to.equal(false);
  });

  it('waits for an upload as long as it takes', async () => {
    const { caller, clock } = setUp();
    const outcome = follow(caller.write(() => never(), { timeoutMs: Infinity }));
    await clock.advance(3_600_000);
    expect(outcome).to.deep.equal({});
  });

  it('ignores what settles after it gave up', async () => {
    const { caller, clock, answers } = setUp();
    let resolve: (value: string) => void = () => undefined;
    const outcome = follow(caller.read(() => new Promise<string>((done) => (resolve = done))));
    await clock.advance(15_000);
    resolve('late');
    await settle();
    expect(code(outcome)).to.equal('timeout');
    expect(answers()).to.equal(0);
  });
});

describe('caller: further tries', () => {
  for (const passing of ['network', 'timeout', 'unavailable', 'rate-limited'] as const) {
    it(`tries ${passing} again, twice, with jitter`, async () => {
      const { caller, clock, failures } = setUp();
      const at: number[] = [];
      clock.chance = 0.8;
      const begun = clock.now();
      const outcome = follow(
        caller.read(() => {
          at.push(clock.now() - begun);
          return Promise.reject(new AdapterError(passing));
        }),
      );
      await clock.advance(10_000);
      expect(at).to.deep.equal([0, 400, 1200]);
      expect(code(outcome)).to.equal(passing);
      expect(failures).to.deep.equal([passing]);
    });
  }

  for (const final of ['unauthorized', 'forbidden', 'not-found', 'conflict', 'invalid', 'quota', 'internal'] as const) {
    it(`does not try ${final} again`, async () => {
      const { caller, clock } = setUp();
      let tries = 0;
      void follow(
        caller.read(() => {
          tries++;
          return Promise.reject(new AdapterError(final));
        }),
      );
      await clock.advance(60_000);
      expect(tries).to.equal(1);
    });
  }

  it('believes an adapter that says it makes no sense', async () => {
    const { caller, clock } = setUp();
    let tries = 0;
    void follow(
      caller.read(() => {
        tries++;
        return Promise.reject(new AdapterError('network', 'gone for good', { retryable: false }));
      }),
    );
    await clock.advance(60_000);
    expect(tries).to.equal(1);
  });

  const retryAfter = async (retryAfterMs: unknown, options: CallOptions = {}): Promise<number[]> => {
    const { caller, clock } = setUp();
    const begun = clock.now();
    const at: number[] = [];
    void follow(
      caller.read(() => {
        at.push(clock.now() - begun);
        return Promise.reject(new AdapterError('rate-limited', 'slow', { retryAfterMs: retryAfterMs as number }));
      }, options),
    );
    await clock.advance(100_000);
    return at;
  };

  it('waits at least as long as the backend says', async () => {
    const at = await retryAfter(4000);
    expect(at).to.deep.equal([0, 4000, 8000]);
  });

  it('tells at once who would have to wait longer than a person does', async () => {
    expect(await retryAfter(60_000)).to.deep.equal([0]);
    expect(await retryAfter(1e12, { timeoutMs: Infinity })).to.deep.equal([0]);
  });

  for (const nonsense of [NaN, -5, 'soon', null]) {
    it(`ignores a wait of ${String(nonsense)}`, async () => {
      expect(await retryAfter(nonsense)).to.deep.equal([0, 250, 750]);
    });
  }
});

describe('caller: nobody wants the answer', () => {
  it('rejects at once and aborts the call, before, during and between tries', async () => {
    const { caller, clock } = setUp();
    const before = AbortSignal.abort();
    let called = 0;
    const first = follow(
      caller.read(
        () => {
          called++;
          return never();
        },
        { signal: before },
      ),
    );
    await settle();
    expect([code(first), called]).to.deep.equal(['aborted', 0]);

    const during = new AbortController();
    let signal: AbortSignal | undefined;
    const second = follow(
      caller.read(
        (call) => {
          signal = call.signal;
          return never();
        },
        { signal: during.signal },
      ),
    );
    during.abort();
    await settle();
    expect([code(second), signal?.aborted]).to.deep.equal(['aborted', true]);

    const between = new AbortController();
    const third = follow(caller.read(() => Promise.reject(new AdapterError('network')), { signal: between.signal }));
    await settle();
    between.abort();
    await settle();
    expect(code(third)).to.equal('aborted');
    expect(clock.waiting).to.equal(0);
  });

  it('ends with its store, and says of nothing that it failed', async () => {
    const { caller, end, failures } = setUp();
    const outcome = follow(caller.read(never));
    end.abort();
    await settle();
    expect(code(outcome)).to.equal('aborted');
    const later = follow(caller.write(never));
    await settle();
    expect(code(later)).to.equal('aborted');
    expect(failures).to.deep.equal([]);
  });

  it('lets only the newest of a key count', async () => {
    const { caller } = setUp();
    const signals: AbortSignal[] = [];
    const finish: ((value: string) => void)[] = [];
    const ask = (): Outcome =>
      follow(
        caller.latest('q', ({ signal }) => {
          signals.push(signal);
          return new Promise<string>((resolve) => finish.push(resolve));
        }),
      );
    const first = ask();
    const second = ask();
    await settle();
    expect([code(first), signals[0]?.aborted, signals[1]?.aborted]).to.deep.equal(['aborted', true, false]);
    finish[0]?.('old');
    finish[1]?.('new');
    await settle();
    expect(second.value).to.equal('new');
  });
});

describe('caller: turns', () => {
  it('does work of one key in the order it was asked for, also after a failure', async () => {
    const { caller } = setUp();
    const order: string[] = [];
    let open: () => void = () => undefined;
    const first = follow(
      caller.inTurn('a', async () => {
        order.push('first begins');
        await new Promise<void>((resolve) => (open = resolve));
        order.push('first ends');
        throw new Error('boom');
      }),
    );
    const second = follow(caller.inTurn('a', () => Promise.resolve(order.push('second'))));
    const other = follow(caller.inTurn('b', () => Promise.resolve(order.push('other'))));
    await settle();
    expect(other.value).to.equal(2);
    open();
    await settle();
    expect(order).to.deep.equal(['first begins', 'other', 'first ends', 'second']);
    expect([first.error instanceof Error, second.value]).to.deep.equal([true, 4]);
  });

  it('gives every write a key of its own', async () => {
    const { caller } = setUp();
    const key = (write: Write): Promise<string> => Promise.resolve(write.idempotencyKey);
    const keys = await Promise.all(Array.from({ length: 50 }, () => caller.write(key)));
    expect(new Set(keys).size).to.equal(50);
  });
});
