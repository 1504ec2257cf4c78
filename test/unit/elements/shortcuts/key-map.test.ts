import { expect } from '@open-wc/testing';
import { keyMap } from '../../../../src/elements/shortcuts/key-map.js';

describe('the keys of a host', () => {
  it('that are no keys at all are told of, whatever they are', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    for (const star of [7, true, { key: 'g' }, circle, [7n], [circle], [Symbol('g')], [undefined]]) {
      const { keys, problems } = keyMap('tiles', [{ star }]);
      expect(keys.get('star')).to.deep.equal([]);
      expect(problems.map(({ path }) => path)).to.deep.equal(['star']);
    }
  });
});
