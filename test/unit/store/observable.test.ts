import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { Observable } from '../../../src/store/observable.js';
import { settle } from '../../support/fake-clock.js';

describe('observable', () => {
  it('never loses a patch that a listener makes while it is told of another', async () => {
    const observable = new Observable({ a: 0, b: 0 });
    const seen: { a: number; b: number }[] = [];
    observable.subscribe((value) => {
      if (value.b < 3) observable.patch({ b: value.b + 1 });
    });
    observable.subscribe((value) => seen.push({ ...value }));
    observable.patch({ a: 1 });
    await settle();
    expect(observable.value).to.deep.equal({ a: 1, b: 3 });
    expect(seen.at(-1)).to.deep.equal({ a: 1, b: 3 });
  });

  it('ends at the same value whatever listeners patch, and tells everybody of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.integer() }), { maxLength: 20 }),
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.integer() }), { maxLength: 20 }),
        async (outside, inside) => {
          const observable = new Observable<Record<string, number>>({ a: 0, b: 0, c: 0 });
          const truth: Record<string, number> = { a: 0, b: 0, c: 0 };
          const patch = ({ key, value }: { key: string; value: number }): void => {
            truth[key] = value;
            observable.patch({ [key]: value });
          };
          const rest = [...inside];
          let last: unknown = observable.value;
          observable.subscribe(() => {
            const next = rest.shift();
            if (next) patch(next);
          });
          observable.subscribe((value) => (last = value));
          outside.forEach(patch);
          await settle();
          expect(observable.value).to.deep.equal(truth);
          expect(last).to.deep.equal(truth);
        },
      ),
    );
  });

  it('is frozen, and a new object for each change', () => {
    const observable = new Observable({ a: 0 });
    const before = observable.value;
    observable.patch({ a: 1 });
    expect(before).to.deep.equal({ a: 0 });
    expect(observable.value).to.not.equal(before);
    expect(Object.isFrozen(observable.value)).to.equal(true);
  });

  it('keeps its snapshot and its peace when a patch changes nothing', async () => {
    let upstream = 0;
    const observable = new Observable({ a: NaN, b: 'x' }, () => upstream++);
    const before = observable.value;
    let heard = 0;
    observable.subscribe(() => heard++);
    observable.patch({ a: NaN, b: 'x' });
    observable.patch({});
    await settle();
    expect([heard, upstream]).to.deep.equal([0, 0]);
    expect(observable.value).to.equal(before);
  });
});
