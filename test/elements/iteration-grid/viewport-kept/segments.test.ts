import { expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../../support/wait.js';
import { IndexedLibrary, picture } from '../live-library.js';
import { mountFull, type Mounted } from '../mounted.js';
import { allRead, expectKept, gate, underTheEye } from './stage.js';
import type { Iteration } from '../../../../src/model/index.js';

type Manifest = Record<string, unknown> & { readonly segments?: readonly { readonly count: number }[] };

const COUNT = 800;
const TAGS = ['iteration-grid', 'iteration-timeline'] as const;

/** How high the manifest says that segments are: what comes is none of these. */
const EXPECTED = { 'as they are': undefined, 'much lower': 0.2, 'much higher': 6 };

/** Pictures of all shapes: no two segments are alike. */
const shapes = (): Iteration[] =>
  Array.from({ length: COUNT }, (_, number) => {
    const of = picture(number);
    const width = 300 + ((number * 7919) % 2400) + (Math.floor(number / 24) % 3) * 900;
    return { ...of, media: { ...of.media!, width, height: 1000 } };
  });

function libraryOf(ratio: number | undefined): IndexedLibrary {
  const library = new IndexedLibrary(shapes());
  if (ratio === undefined) return library;
  library.index.bend = (answer) => {
    const manifest = answer as Manifest;
    if (!manifest.segments) return answer;
    return { ...manifest, segments: manifest.segments.map((one) => ({ ...one, ratioSum: one.count * ratio })) };
  };
  return library;
}

/** Top of the first thing that shows whole, below the top of the scroller. */
function firstTop({ canvas, scroller }: Mounted, selector: string): number {
  const { top } = scroller.getBoundingClientRect();
  const tops = [...canvas.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().top - top);
  return Math.min(...tops.filter((one) => one >= 0));
}

for (const tag of TAGS) {
  it(`<${tag}> keeps the focus on what is new while the new segment that it comes in is read`, async () => {
    const library = libraryOf(undefined);
    const mounted = await mountFull(library, { tag });
    const door = gate();
    // Half a day later, so that it is the first of a segment of its own.
    const row = picture(COUNT + 24);
    library.index.before = (_, key) => (key === library.index.keyOf(row) ? door.opened : undefined);
    library.put(row);
    await waitUntil(() => mounted.tile(row.id) !== undefined, 'it is shown');
    mounted.focus(row.id);
    await waitUntil(() => library.index.segments.includes(library.index.keyOf(row)), 'its segment is read');
    await mounted.settled();
    expect(mounted.root.activeElement !== null, 'the focus stays inside').to.equal(true);
    door.open();
    await waitUntil(() => mounted.focused === row.id, 'the focus is on it');
    await allRead(mounted);
    expect([mounted.focused, mounted.stops]).to.deep.equal([row.id, [row.id]]);
  });

  for (const [expected, ratio] of Object.entries(EXPECTED)) {
    describe(`<${tag}> keeps what is looked at over segments expected to be ${expected}`, () => {
      it('when those above are read, while somebody scrolls up to them', async () => {
        const mounted = await mountFull(libraryOf(ratio), { tag });
        await mounted.scrollTo(mounted.scroller.scrollHeight * 0.6);
        await allRead(mounted);
        for (let step = 0; step < 25; step++) {
          await waitUntil(() => mounted.visible.length > 0);
          const [id = ''] = mounted.visible;
          const offset = mounted.offset(id);
          mounted.scroller.scrollBy(0, -90);
          await nextFrame();
          await expectKept(mounted, { id, offset: offset + 90 }, `after step ${step}`);
          await waitUntil(() => !mounted.canvas.querySelector('.skeleton'), 'all has been read');
          await expectKept(mounted, { id, offset: offset + 90 }, `when what is above has been read, step ${step}`);
        }
      });

      it('when those around it come late, one after the other', async () => {
        const library = libraryOf(ratio);
        const mounted = await mountFull(library, { tag, height: 1200 });
        const doors = new Map<string, ReturnType<typeof gate>>();
        library.index.before = (_, key) => {
          const door = gate();
          if (key) doors.set(key, door);
          return key ? door.opened : undefined;
        };
        await mounted.scrollTo(mounted.scroller.scrollHeight * 0.6);
        await waitUntil(() => doors.size > 0, 'something is read');
        const openNext = async (): Promise<void> => {
          const [[key, door] = []] = doors;
          if (key !== undefined) doors.delete(key);
          door?.open();
          await mounted.settled();
        };
        // Those in the middle are asked for first.
        await openNext();
        await waitUntil(() => mounted.visible.length > 0, 'something to look at');
        const [id = ''] = mounted.visible;
        const eye = { id, offset: mounted.offset(id) };
        await waitUntil(async () => {
          await openNext();
          await expectKept(mounted, eye, 'as more comes');
          return doors.size === 0 && !mounted.canvas.querySelector('.skeleton');
        }, 'all comes');
      });

      it('when the placeholders it stands on are filled', async () => {
        const library = libraryOf(ratio);
        const mounted = await mountFull(library, { tag });
        const door = gate();
        library.index.before = (_, key) => (key ? door.opened : undefined);
        await mounted.scrollTo(mounted.scroller.scrollHeight * 0.4);
        await waitUntil(() => Number.isFinite(firstTop(mounted, '.skeleton')), 'placeholders');
        await mounted.settled();
        const top = firstTop(mounted, '.skeleton');
        door.open();
        await allRead(mounted);
        const tops = mounted.visible.map((id) => Math.abs(mounted.offset(id) - top));
        expect(Math.min(...tops), 'a row begins where one was expected').to.be.at.most(1);
      });

      it('when a segment is changed underfoot, above it and where it stands', async () => {
        const library = libraryOf(ratio);
        const mounted = await mountFull(library, { tag });
        await mounted.scrollTo(mounted.scroller.scrollHeight * 0.6);
        const eye = await underTheEye(mounted);
        const own = library.index.keyOf(library.rows.find(({ id }) => id === eye.id)!);
        const before = library.index.manifests;
        const reads = library.index.segments.length;
        for (const row of library.rows) {
          const number = Number(row.id.slice(1));
          if (number % 5 === 0 && row.id !== eye.id) library.patch(row.id, { prompt: `Changed ${number}` });
        }
        library.remove(...library.rows.slice(30, 50).map(({ id }) => id));
        // What has no room is looked up: the manifest is read again, and segments after it.
        library.put(picture(2, { id: 'back' }));
        await waitUntil(() => library.index.manifests > before, 'read again');
        await waitUntil(() => library.index.segments.slice(reads).includes(own), 'its segment, too');
        await allRead(mounted);
        await expectKept(mounted, eye);
      });

      it('when all segments are cut anew', async () => {
        const library = libraryOf(ratio);
        const mounted = await mountFull(library, { tag });
        await mounted.scrollTo(mounted.scroller.scrollHeight * 0.6);
        const eye = await underTheEye(mounted);
        const before = library.index.manifests;
        const reads = library.index.segments.length;
        library.index.segmentMs *= 1.5;
        library.put(picture(2, { id: 'back' }));
        await waitUntil(() => library.index.manifests > before, 'read again');
        await waitUntil(() => library.index.segments.length > reads, 'its segment, too');
        await allRead(mounted);
        await expectKept(mounted, eye);
      });
    });
  }
}
