import { expect } from '@open-wc/testing';
import { Notifier } from '../../../src/store/notifier.js';
import { settle } from '../../support/fake-clock.js';

describe('notifier', () => {
  it('tells every listener, also when one before it throws', async () => {
    const errors: unknown[] = [];
    const notifier = new Notifier((error) => errors.push(error));
    const heard: string[] = [];
    notifier.subscribe(() => heard.push('first'));
    notifier.subscribe(() => {
      throw new Error('boom');
    });
    notifier.subscribe(() => heard.push('third'));
    notifier.notify();
    await settle();
    expect(heard).to.deep.equal(['first', 'third']);
    expect(errors.map(String)).to.deep.equal(['Error: boom']);
  });

  it('survives a sink of errors that throws itself', async () => {
    const notifier = new Notifier(() => {
      throw new Error('the sink is broken too');
    });
    let heard = 0;
    notifier.subscribe(() => {
      throw new Error('boom');
    });
    notifier.subscribe(() => heard++);
    notifier.notify();
    await settle();
    expect(heard).to.equal(1);
  });

  it('flushes once per microtask however often it is told', async () => {
    const notifier = new Notifier();
    let heard = 0;
    notifier.subscribe(() => heard++);
    for (let i = 0; i < 100; i++) notifier.notify();
    expect(heard).to.equal(0);
    await settle();
    expect(heard).to.equal(1);
    notifier.notify();
    await settle();
    expect(heard).to.equal(2);
  });

  it('flushes again for what a listener changes, and not in the same round', async () => {
    const notifier = new Notifier();
    const order: string[] = [];
    notifier.subscribe(() => {
      order.push('a');
      if (order.length === 1) notifier.notify();
    });
    notifier.subscribe(() => order.push('b'));
    notifier.notify();
    await settle();
    expect(order).to.deep.equal(['a', 'b', 'a', 'b']);
  });

  it('does not call a listener that another one has just ended', async () => {
    const notifier = new Notifier();
    let heard = 0;
    notifier.subscribe(() => end());
    const end = notifier.subscribe(() => heard++);
    notifier.notify();
    await settle();
    expect(heard).to.equal(0);
  });

  it('ends each subscription of one function on its own', async () => {
    const notifier = new Notifier();
    let heard = 0;
    const listener = (): unknown => heard++;
    const end = notifier.subscribe(listener);
    notifier.subscribe(listener);
    end();
    end();
    notifier.notify();
    await settle();
    expect(heard).to.equal(1);
  });
});
