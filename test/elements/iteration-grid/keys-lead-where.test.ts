import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { gridTarget, type GridNavigation } from '../../../src/elements/collection/grid-navigation.js';
import { JustifiedRows } from '../../../src/layouts/geometry/justified-rows.js';

/** Two days of five squares each, three in a row: 0 1 2 / 3 4 and 5 6 7 / 8 9. */
const twoDays = (): JustifiedRows => {
  const rows = new JustifiedRows();
  const section = (index: number): string => (index < 5 ? 'a' : 'b');
  rows.update({ count: 10, ratio: () => 1, section }, { width: 300, rowHeight: 100, gap: 0, headingHeight: 40 });
  return rows;
};

const go = (key: string, index: number, more: Partial<GridNavigation> & { ctrl?: boolean; alt?: boolean } = {}) => {
  const { ctrl = false, alt = false, ...rest } = more;
  return gridTarget({ rows: twoDays(), count: 10, index, rtl: false, page: 200, ...rest }, { key, ctrl, alt });
};

describe('Keys of a grid', () => {
  it('follow the reading order sideways, mirrored from right to left', () => {
    expect(go('ArrowRight', 2)?.index).to.equal(3);
    expect(go('ArrowLeft', 3)?.index).to.equal(2);
    expect(go('ArrowRight', 2, { rtl: true })?.index).to.equal(1);
    expect(go('ArrowLeft', 2, { rtl: true })?.index).to.equal(3);
  });

  it('stop at both ends', () => {
    expect(go('ArrowLeft', 0)?.index).to.equal(0);
    expect(go('ArrowUp', 1)?.index).to.equal(1);
    expect(go('ArrowRight', 9)?.index).to.equal(9);
    expect(go('ArrowDown', 8)?.index).to.equal(8);
  });

  it('go up and down to what is nearest, over headings', () => {
    expect(go('ArrowDown', 1)?.index).to.equal(4);
    expect(go('ArrowDown', 3)?.index).to.equal(5);
    expect(go('ArrowUp', 6)?.index).to.equal(4);
  });

  it('keep their column through shorter rows', () => {
    const first = go('ArrowDown', 2);
    expect(first).to.deep.equal({ index: 4, goal: 250 });
    expect(go('ArrowDown', 4, { goal: first?.goal })?.index).to.equal(7);
  });

  it('Home and End: the row; with Ctrl: everything', () => {
    expect(go('Home', 4)?.index).to.equal(3);
    expect(go('End', 3)?.index).to.equal(4);
    expect(go('Home', 4, { ctrl: true })?.index).to.equal(0);
    expect(go('End', 4, { ctrl: true })?.index).to.equal(9);
  });

  it('pages move by what is seen, at least by a row', () => {
    expect(go('PageDown', 0)?.index).to.equal(5);
    expect(go('PageDown', 0, { page: 10 })?.index).to.equal(3);
    expect(go('PageUp', 8)?.index).to.equal(3);
    expect(go('PageUp', 3)?.index).to.equal(0);
  });

  it('with Alt lead from day to day', () => {
    expect(go('ArrowDown', 1, { alt: true })?.index).to.equal(5);
    expect(go('ArrowUp', 7, { alt: true })?.index).to.equal(5);
    expect(go('ArrowUp', 5, { alt: true })?.index).to.equal(0);
    expect(go('ArrowRight', 5, { alt: true })).to.equal(undefined);
  });

  it('never lead outside, whatever is pressed', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.2, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 50, max: 900 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 40 }),
        (ratios, known, width, presses) => {
          const count = Math.min(known, ratios.length);
          const rows = new JustifiedRows();
          const section = (index: number): string => String(Math.floor(index / 9));
          const items = { count: ratios.length, ratio: (index: number) => ratios[index] ?? 1, section };
          rows.update(items, { width, rowHeight: 120, gap: 8, headingHeight: 44 });
          let at = { index: 0, goal: undefined as number | undefined };
          for (const [key, ctrl, alt, rtl] of presses) {
            const target = gridTarget({ rows, count, rtl, page: 300, ...at }, { key, ctrl, alt });
            if (target) at = { index: target.index, goal: target.goal };
            expect(at.index).to.be.within(0, count - 1);
          }
        },
      ),
    );
  });
});
