import { expect } from '@open-wc/testing';
import { FakeIndex } from '../../support/fake-index.js';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, picture, pictures } from './live-library.js';
import { mountFull, type Mounted } from './mounted.js';
import { allRead, expectKept, rowCount, underTheEye } from './viewport-kept/stage.js';
import type { Iteration } from '../../../src/model/index.js';

type Fields = Record<string, unknown>;

const isManifest = (answer: unknown): answer is { readonly segments: readonly Fields[] } =>
  Array.isArray((answer as Fields)['segments']);

/** Every box that is drawn is a box, within the width there is. */
function expectBoxes({ canvas, tiles }: Mounted): void {
  const { left, right } = canvas.getBoundingClientRect();
  for (const tile of tiles) {
    const box = tile.getBoundingClientRect();
    const { inlineSize, blockSize, insetBlockStart } = tile.style;
    expect([inlineSize, blockSize, insetBlockStart].every((size) => /^-?[\d.]+px$/.test(size))).to.equal(true);
    expect(Math.min(box.width, box.height)).to.be.above(0);
    expect(box.left).to.be.at.least(left - 1);
    expect(box.right).to.be.at.most(right + 1);
  }
}

/** Leads by keys to the last and to the first. */
async function expectEnds(
  mounted: Mounted,
  { first, last }: Readonly<Record<'first' | 'last', string>>,
): Promise<void> {
  await waitUntil(() => mounted.stops.length === 1, 'something to focus');
  mounted.focus(mounted.stops[0] ?? '');
  // Where the manifest has not told of all, the end is farther away than it seems.
  for (let presses = 0; presses < 3 && mounted.focused !== last; presses++) {
    const before = mounted.focused;
    mounted.press('End', { ctrlKey: true });
    await waitUntil(() => mounted.focused !== undefined && mounted.focused !== before, 'the focus goes to the end');
    await allRead(mounted);
  }
  expect(mounted.focused).to.equal(last);
  await allRead(mounted);
  expect(mounted.visible).to.include(last);
  expectBoxes(mounted);
  mounted.press('Home', { ctrlKey: true });
  await waitUntil(() => mounted.focused === first, 'the first has the focus');
}

for (const tag of ['iteration-grid', 'iteration-timeline'] as const) {
  describe(`<${tag}> over an index that is not what it should be`, () => {
    it('draws ratios that are none, and extreme ones, and keeps what is looked at', async () => {
      const library = new IndexedLibrary(pictures(300));
      const ratios = [0, Number.NaN, 0.01, 100, Infinity, -1, 1e9, 1e-9, 'wide', null];
      library.index.bend = (answer) =>
        isManifest(answer)
          ? {
              ...answer,
              segments: answer.segments.map((one, at) => ({ ...one, ratioSum: ratios[at % ratios.length] })),
            }
          : { ...(answer as Fields), ratio: ratios.concat(ratios, ratios) };
      const mounted = await mountFull(library, { tag });
      await allRead(mounted);
      expectBoxes(mounted);
      await mounted.scrollTo(3000);
      const eye = await underTheEye(mounted);
      library.put(picture(300), picture(301));
      await waitUntil(() => rowCount(mounted) === 302, 'more comes');
      await expectKept(mounted, eye);
      expectBoxes(mounted);
      await expectEnds(mounted, { first: 'i000301', last: 'i000000' });
    });

    for (const [what, segments] of [
      ['one segment', 1],
      ['a hundred segments', 100],
    ] as const) {
      it(`shows ten thousand of one millisecond, in ${what}`, async () => {
        const count = 10_000;
        const createdAt = '2026-11-20T12:00:00.000Z';
        const rows = Array.from({ length: count }, (_, number) => picture(number, { createdAt }));
        const library = new IndexedLibrary(rows);
        const index = new FakeIndex(() => library.rows, 1);
        // What comes later is in the one there is, or in one of its own.
        const last = segments === 1 ? 0 : segments;
        index.keyOf = ({ id }: Iteration) => `m${Math.min(last, Math.floor((Number(id.slice(1)) * segments) / count))}`;
        Object.assign(library.adapter, { index });
        const mounted = await mountFull(library, { tag });
        const ids = library.rows.map(({ id }) => id);
        await mounted.scrollTo(mounted.scroller.scrollHeight / 2);
        const eye = await underTheEye(mounted);
        const place = Number(mounted.tile(eye.id)?.getAttribute('aria-rowindex'));
        expect(ids[place - 1]).to.equal(eye.id);
        expect(place / count).to.be.closeTo(0.5, 0.1);
        library.put(picture(count, { createdAt }));
        await waitUntil(() => rowCount(mounted) === count + 1, 'one more');
        await expectKept(mounted, eye);
        library.remove(ids[10] ?? '');
        await waitUntil(() => rowCount(mounted) === count, 'one less');
        await expectKept(mounted, eye);
        await expectEnds(mounted, { first: picture(count).id, last: ids.at(-1) ?? '' });
      }).timeout(60_000);
    }

    it('shows what clocks in the future, in 1970 and at the ends of the calendar have made', async () => {
      const times = [
        '9999-12-31T23:59:59.999Z',
        '2124-02-29T00:00:00Z',
        '2099-01-01T00:00:00Z',
        '1970-01-01T00:00:00Z',
      ];
      const odd = [...times, '1969-12-31T23:59:59Z', '0001-01-01T00:00:00.000Z'];
      const rows = [...pictures(100), ...odd.map((createdAt, at) => picture(1000 + at, { createdAt }))];
      const library = new IndexedLibrary(rows);
      const mounted = await mountFull(library, { tag });
      await allRead(mounted);
      expect(mounted.visible[0]).to.equal('i001000');
      const headings = [...mounted.root.querySelectorAll('.heading')].map(({ textContent }) => textContent.trim());
      expect(headings.every((text) => text && !/invalid/i.test(text))).to.equal(true);
      await mounted.scrollTo(1200);
      const eye = await underTheEye(mounted);
      library.put(picture(100));
      await waitUntil(() => rowCount(mounted) === 107, 'one more');
      await expectKept(mounted, eye);
      await expectEnds(mounted, { first: 'i001000', last: 'i001005' });
    });

    for (const [what, by] of [
      ['ten times as many as there are', 10],
      ['a tenth of what there is', 0.1],
    ] as const) {
      it(`believes what comes more than a manifest that counts ${what}`, async () => {
        const library = new IndexedLibrary(pictures(600));
        library.index.bend = (answer) =>
          isManifest(answer)
            ? {
                ...answer,
                total: -1,
                segments: answer.segments.map((one) => ({ ...one, count: Math.ceil(Number(one['count']) * by) })),
              }
            : answer;
        const mounted = await mountFull(library, { tag });
        await mounted.scrollTo(mounted.scroller.scrollHeight * 0.4);
        const eye = await underTheEye(mounted);
        for (let step = 0; step < 12; step++) {
          const [id = ''] = mounted.visible;
          const offset = mounted.offset(id);
          mounted.scroller.scrollBy(0, -100);
          await expectKept(mounted, { id, offset: offset + 100 }, `step ${step} from ${eye.id}`);
          await allRead(mounted);
          await expectKept(mounted, { id, offset: offset + 100 }, `when all has been read, step ${step}`);
        }
        await expectEnds(mounted, { first: 'i000599', last: 'i000000' });
      });
    }
  });
}
