import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { createId } from '../../../src/internal/create-id.js';
import { fromDataUrl, toDataUrl } from '../../../src/internal/data-url.js';
import { omit } from '../../../src/internal/omit.js';
import { snapshot } from '../../../src/internal/snapshot.js';
import { stableJson } from '../../../src/internal/stable-json.js';

describe('createId', () => {
  it('sorts by time and never repeats', () => {
    const times = [0, 1, 31, 32, 1_000_000, Date.UTC(2026, 0), Date.UTC(2026, 0) + 1, Date.UTC(9999, 0)];
    const ids = times.map(createId);
    expect([...ids].sort()).to.deep.equal(ids);
    expect(new Set(Array.from({ length: 1000 }, () => createId(7))).size).to.equal(1000);
    expect(ids.every((id) => /^[0-9a-z]{26}$/.test(id))).to.equal(true);
  });
});

describe('snapshot', () => {
  it('is equal, frozen all through, and shares nothing', () => {
    fc.assert(
      // What could set a prototype is left out: see below.
      fc.property(
        fc
          .json()
          .filter((json) => !json.includes('__proto__'))
          .map((json) => JSON.parse(json) as unknown),
        (value) => {
          const copy = snapshot(value);
          expect(JSON.stringify(copy)).to.equal(JSON.stringify(value));
          const walk = (part: unknown): boolean =>
            typeof part !== 'object' || part === null || (Object.isFrozen(part) && Object.values(part).every(walk));
          return walk(copy);
        },
      ),
    );
  });

  it('leaves out what is undefined and keeps what is not plain', () => {
    const blob = new Blob(['x']);
    const copy = snapshot<object>({ a: undefined, b: [1, { c: undefined }], blob });
    expect(Object.keys(copy)).to.deep.equal(['b', 'blob']);
    expect((copy as { blob: Blob }).blob === blob).to.equal(true);
  });

  it('does not let a field set the prototype', () => {
    const copy: object = snapshot(JSON.parse('{"__proto__":{"evil":true},"a":1}') as object);
    expect('evil' in copy).to.equal(false);
  });
});

describe('stableJson', () => {
  it('is equal exactly for equal data', () => {
    expect(stableJson({ b: 1, a: [{ d: 1, c: 2 }] })).to.equal(stableJson({ a: [{ c: 2, d: 1 }], b: 1 }));
    expect(stableJson([1, 2])).not.to.equal(stableJson([2, 1]));
    expect(stableJson({ a: 1 })).not.to.equal(stableJson({ a: '1' }));
    expect(stableJson(undefined)).to.be.a('string');
  });
});

describe('omit', () => {
  it('leaves fields out of a copy', () => {
    const whole = { a: 1, b: 2, c: 3 };
    expect(omit(whole, 'a', 'c')).to.deep.equal({ b: 2 });
    expect(whole).to.deep.equal({ a: 1, b: 2, c: 3 });
  });
});

describe('data addresses', () => {
  it('give the same bytes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 100 }), async (bytes) => {
        const blob = fromDataUrl(await toDataUrl(new Blob([new Uint8Array(bytes)], { type: 'image/png' })));
        expect(blob?.type).to.equal('image/png');
        expect([...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(1))]).to.deep.equal([...bytes]);
      }),
    );
  });

  it('carry more than one call can take as arguments', async () => {
    const blob = new Blob([new Uint8Array(300_000)], { type: 'image/png' });
    expect(fromDataUrl(await toDataUrl(blob))?.size).to.equal(300_000);
  });

  it('may be text, with parameters', async () => {
    expect(await fromDataUrl('data:text/plain;charset=utf-8,a%20b,c')?.text()).to.equal('a b,c');
    expect(fromDataUrl('data:text/plain;charset=utf-8;base64,YQ==')?.size).to.equal(1);
    for (const odd of ['https://a/', 'data:image/png;base64,***', 'data:text/plain,%']) {
      expect(fromDataUrl(odd), odd).to.equal(undefined);
    }
  });
});
