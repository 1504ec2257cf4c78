import { expect } from '@open-wc/testing';
import { LAG_MS } from '../../../../src/store/entity-table.js';
import { Reread } from '../../../../src/store/upkeep/reread.js';
import { FakeClock } from '../../../support/fake-clock.js';

interface Made {
  readonly clock: FakeClock;
  readonly reread: Reread;
  readonly caller: { isWriting: boolean };
  /** When it was read, in ms from the start, and whether for the last time. */
  readonly reads: (readonly [at: number, isLast: boolean])[];
}

function setUp(): Made {
  const clock = new FakeClock(0);
  const caller = { isWriting: false };
  const reads: (readonly [number, boolean])[] = [];
  return { clock, caller, reads, reread: new Reread(clock, caller, (isLast) => reads.push([clock.now(), isLast])) };
}

describe('reading again', () => {
  it('waits until changes have settled, and looks once more when the backend must have caught up', async () => {
    const { clock, reread, reads } = setUp();
    for (let change = 0; change < 4; change++) {
      reread.schedule();
      await clock.advance(200);
    }
    expect(reads).to.deep.equal([]);
    await clock.advance(20_000);
    expect(reads).to.deep.equal([
      [900, false],
      [900 + LAG_MS, true],
    ]);
  });

  it('waits for no more than a while where changes keep coming', async () => {
    const { clock, reread, reads } = setUp();
    for (let change = 0; change < 100; change++) {
      reread.schedule();
      await clock.advance(100);
    }
    const times = reads.map(([at]) => at);
    expect(times.length).to.be.within(3, 5);
    for (const [index, at] of times.entries()) expect(at - (times[index - 1] ?? 0)).to.be.within(2000, 3400);
    await clock.advance(LAG_MS * 2);
    expect(reads.at(-1)).to.deep.equal([9900 + 300 + LAG_MS, true]);
  });

  it('never reads while a write is under way, and does soon after', async () => {
    const { clock, reread, reads, caller } = setUp();
    caller.isWriting = true;
    for (let change = 0; change < 60; change++) {
      reread.schedule();
      await clock.advance(100);
    }
    expect(reads).to.deep.equal([]);
    caller.isWriting = false;
    await clock.advance(300);
    expect(reads).to.have.length(1);
  });

  it('does nothing any more when it has been stopped', async () => {
    const { clock, reread, reads } = setUp();
    reread.schedule();
    await clock.advance(200);
    reread.stop();
    await clock.advance(LAG_MS * 2);
    expect([reads, clock.waiting]).to.deep.equal([[], 0]);
  });
});
