import { expect } from '@open-wc/testing';
import { IterationGrid, type GridLayout } from '../../../src/elements/iteration-grid/iteration-grid-element.js';
import { omit } from '../../../src/internal/omit.js';
import type { Iteration } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { IndexedLibrary, LiveLibrary, picture, pictures, PIXEL } from './live-library.js';
import { mount, mountFull, type Mounted, type MountOptions } from './mounted.js';
import { allRead, expectKept, underTheEye } from './viewport-kept/stage.js';

function grid({ element }: Pick<Mounted, 'element'>): IterationGrid {
  if (!(element instanceof IterationGrid)) throw new TypeError('It is no grid');
  return element;
}

const boxes = (mounted: Mounted): DOMRect[] => mounted.tiles.map((tile) => tile.getBoundingClientRect());

/** Mounts in a layout and waits for its tiles. */
const shown = (library: LiveLibrary, layout: GridLayout, options: MountOptions = {}): Promise<Mounted> =>
  mountFull(library, { ...options, layout });

/** Changes the layout of a grid that stands, and waits until it is drawn. */
async function change(mounted: Mounted, layout: GridLayout): Promise<void> {
  grid(mounted).layout = layout;
  await mounted.settled();
}

describe('<iteration-grid> in squares', () => {
  it('shows squares of one size, in order, that fill the width; the last row begins where all do', async () => {
    const mounted = await shown(new LiveLibrary(pictures(14)), 'square', { height: 2000 });
    await allRead(mounted);
    const rects = boxes(mounted);
    const columns = rects.filter(({ top }) => top === rects[0]!.top).length;
    expect(columns).to.equal(3);
    for (const [index, { left, top, width, height }] of rects.entries()) {
      expect(Math.abs(width - height)).to.be.at.most(1);
      expect(left).to.equal(rects[index % columns]!.left);
      expect(top).to.equal(rects[index - (index % columns)]!.top);
    }
    expect(rects[columns - 1]!.right).to.equal(mounted.canvas.getBoundingClientRect().right);
    expect(mounted.ids).to.deep.equal(
      pictures(14)
        .map(({ id }) => id)
        .reverse(),
    );
  });

  it('shows two beside each other on a phone, and crops what is not square', async () => {
    const mounted = await shown(new LiveLibrary(pictures(20)), 'square', { width: 390 });
    const rects = boxes(mounted);
    expect(rects.filter(({ top }) => top === rects[0]!.top)).to.have.length(2);
    const img = mounted.root.querySelector('.tile img')!;
    expect(getComputedStyle(img).objectFit).to.equal('cover');
  });

  it('goes up and down in columns, also from a tile that others are beside', async () => {
    const mounted = await shown(new LiveLibrary(pictures(20)), 'square');
    mounted.focus('i000018');
    await mounted.type('ArrowDown');
    expect(mounted.focused).to.equal('i000015');
    await mounted.type('End');
    expect(mounted.focused).to.equal('i000014');
    await mounted.type('Home');
    expect(mounted.focused).to.equal('i000016');
  });
});

describe('<iteration-grid> as a list', () => {
  it('says of each what it is, how large, of which model and when it came', async () => {
    const film = picture(2, {
      kind: 'video',
      model: 'model-v',
      media: { url: 'data:,', mime: 'video/mp4', width: 1920, height: 1080, durationMs: 7000 },
    });
    const library = new LiveLibrary([picture(0, { model: 'model-p' }), picture(1), film]);
    const mounted = await shown(library, 'list');
    await waitUntil(() => mounted.root.querySelectorAll('.line-facts').length === 3, 'facts');
    const facts = mounted.tiles.map((tile) =>
      [...tile.querySelectorAll('.line-kind, .line-size, .line-model')].map((one) => one.textContent.trim()),
    );
    expect(facts).to.deep.equal([
      ['Video', '0:07', 'model-v'],
      ['Image', '1500 × 1000', ''],
      ['Image', '1000 × 1000', 'model-p'],
    ]);
    const time = mounted.tiles[0]!.querySelector('time')!;
    expect(time.dateTime).to.equal(film.createdAt);
    expect(time.textContent.trim()).to.not.equal('');
    expect(mounted.tiles[0]!.querySelector('.line-prompt')?.textContent).to.equal('Picture 2');
    expect(mounted.tiles.map((tile) => tile.getAttribute('aria-label'))).to.deep.equal([
      'Video: Picture 2',
      'Image: Picture 1',
      'Image: Picture 0',
    ]);
  });

  it('has one row for each, all as high, as wide as there is room, and touching', async () => {
    for (const width of [390, 800]) {
      const mounted = await shown(new LiveLibrary(pictures(20)), 'list', { width });
      const rects = boxes(mounted);
      for (const [index, rect] of rects.entries()) {
        expect(rect.height).to.equal(72);
        expect(rect.width).to.equal(mounted.canvas.clientWidth);
        if (index > 0) expect(rect.top).to.equal(rects[index - 1]!.bottom);
      }
    }
  });

  it('gives its lines more height where the text is larger', async () => {
    const mounted = await shown(new LiveLibrary(pictures(9)), 'list', { set: (one) => (one.style.fontSize = '24px') });
    expect(boxes(mounted)[0]!.height).to.equal(108);
  });

  it('clamps a long prompt to two lines, in its row, whatever the width', async () => {
    const prompt = 'A very long prompt that goes on. '.repeat(20);
    for (const width of [390, 820, 1200]) {
      const mounted = await shown(new LiveLibrary([picture(0, { prompt })]), 'list', { width });
      await waitUntil(() => mounted.root.querySelector('.line-prompt'));
      const text = mounted.root.querySelector<HTMLElement>('.line-prompt')!;
      const { lineHeight } = getComputedStyle(text);
      expect(text.clientHeight).to.be.closeTo(2 * parseFloat(lineHeight), 2);
      const [inside, row] = [text.getBoundingClientRect(), mounted.tiles[0]!.getBoundingClientRect()];
      expect(inside.top >= row.top && inside.bottom <= row.bottom, `${width} px`).to.equal(true);
      const facts = mounted.root.querySelector('.line-facts')!.getBoundingClientRect();
      expect(facts.bottom <= row.bottom && facts.right <= row.right, `facts at ${width} px`).to.equal(true);
    }
  });

  it('says how runs stand, and offers to try again', async () => {
    const undone = (number: number, fields: Partial<Iteration>): Iteration => omit(picture(number, fields), 'media');
    const library = new LiveLibrary(
      [
        undone(2, { status: 'running', progress: { value: 0.5 } }),
        undone(1, { status: 'queued', progress: { queuePosition: 3 } }),
        undone(0, { status: 'failed', error: { code: 'unavailable', message: '' } }),
      ],
      {
        generate: {
          start: () => Promise.reject(new Error('not here')),
          get: (ids) => Promise.resolve(ids.map(() => null)),
          cancel: () => Promise.reject(new Error('not here')),
        },
      },
    );
    const mounted = await shown(library, 'list');
    await waitUntil(() => mounted.root.querySelectorAll('.line-said').length === 3, 'states');
    const [running, queued, failed] = mounted.tiles as [HTMLElement, HTMLElement, HTMLElement];
    const said = (tile: HTMLElement): unknown => tile.querySelector('.line-said')?.textContent;
    expect([said(running), said(queued), said(failed)]).to.deep.equal(['50% done', 'Number 3 in line', 'Failed']);
    expect(running.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).to.equal('50');
    const reason = failed.querySelector<HTMLElement>('.line-reason');
    expect(reason?.textContent).to.equal('The service is not available at the moment.');
    expect(reason?.title).to.contain('try again later');
    mounted.box.style.width = '390px';
    await mounted.settled();
    await waitUntil(() => getComputedStyle(reason!).whiteSpace === 'normal', 'narrow');
    expect(reason!.scrollHeight, 'shows whole').to.be.at.most(reason!.clientHeight + 1);
    expect(reason!.scrollWidth, 'shows whole').to.be.at.most(reason!.clientWidth);
    const actions = (tile: HTMLElement): unknown =>
      [...tile.querySelectorAll<HTMLElement>('[data-tile-action]')].map((one) => one.dataset['tileAction']);
    expect([actions(running), actions(failed)]).to.deep.equal([
      ['cancel', 'select'],
      ['retry', 'menu', 'select'],
    ]);
  });

  it('has one column for the keys, where Home and End lead to its ends', async () => {
    const mounted = await shown(new LiveLibrary(pictures(50)), 'list');
    mounted.focus('i000049');
    await mounted.type('ArrowDown');
    expect(mounted.focused).to.equal('i000048');
    await mounted.type('End');
    expect(mounted.focused).to.equal('i000000');
    expect(mounted.visible).to.include('i000000');
    await mounted.type('ArrowUp');
    expect(mounted.focused).to.equal('i000001');
    await mounted.type('Home');
    expect(mounted.focused).to.equal('i000049');
    await mounted.type('F2');
    expect((mounted.root.activeElement as HTMLElement).dataset['tileAction']).to.equal('menu');
  });

  it('begins on the right where that is where reading begins', async () => {
    const mounted = await shown(new LiveLibrary(pictures(3)), 'list', { dir: 'rtl' });
    await waitUntil(() => mounted.root.querySelector('.line-prompt'));
    const left = (selector: string): number => mounted.root.querySelector(selector)!.getBoundingClientRect().left;
    expect(left('.tile .thumb')).to.be.above(left('.line-prompt'));
    expect(left('.line-prompt')).to.be.above(left('.tile-button'));
  });
});

describe('<iteration-grid>: another layout', () => {
  const LIBRARIES = {
    pages: () => new LiveLibrary(pictures(300), { limits: { pageSize: 300 } }),
    'an index': () => new IndexedLibrary(pictures(300)),
  };
  for (const [list, make] of Object.entries(LIBRARIES)) {
    it(`keeps what is looked at where it is, and the focus (${list})`, async () => {
      const mounted = await mountFull(make());
      await mounted.scrollTo(5000);
      const eye = await underTheEye(mounted);
      mounted.focus(eye.id);
      const node = mounted.root.activeElement;
      for (const layout of ['list', 'square', 'justified', 'square', 'list', 'justified'] as const) {
        const before = mounted.canvas.style.blockSize;
        grid(mounted).layout = layout;
        await waitUntil(() => mounted.canvas.style.blockSize !== before, layout);
        await expectKept(mounted, eye, layout);
        expect([mounted.root.activeElement === node, mounted.stops], layout).to.deep.equal([true, [eye.id]]);
      }
    });
  }

  it('keeps the focus in the tile when what had it goes, and stays at the start', async () => {
    const mounted = await mountFull(new LiveLibrary(pictures(50)));
    mounted.focus('i000049');
    await mounted.type('F2');
    expect((mounted.root.activeElement as HTMLElement).dataset['tileAction']).to.equal('menu');
    await change(mounted, 'list');
    await waitUntil(() => mounted.root.querySelector('.line-prompt'), 'lines');
    await mounted.settled();
    expect([mounted.focused, mounted.scroller.scrollTop]).to.deep.equal(['i000049', 0]);
  });

  it('is drawn in no other before its code is there', async () => {
    const drawn = new Set<string>();
    const mounted = await mount(new LiveLibrary(pictures(50)), {
      layout: 'list',
      set: (element) =>
        // As soon as it has a root.
        queueMicrotask(() => {
          const root = element.shadowRoot!;
          new MutationObserver(() => {
            for (const one of root.querySelectorAll<HTMLElement>('.section > *')) drawn.add(one.style.blockSize);
          }).observe(root, { subtree: true, childList: true });
        }),
    });
    await waitUntil(() => mounted.tiles.length > 0);
    await mounted.settled();
    expect([...drawn]).to.deep.equal(['72px']);
  });

  for (const value of ['mosaic', 'constructor', '__proto__', '', 'LIST', null, undefined, 7, {}] as unknown[]) {
    it(`counts as justified rows where it is ${String(value === '' ? 'empty' : value)}`, async () => {
      const mounted = await mount(new LiveLibrary(pictures(20)), {
        set: (element) => (grid({ element }).layout = value as GridLayout),
      });
      await waitUntil(() => mounted.tiles.length > 0, 'tiles');
      const plain = await mountFull(new LiveLibrary(pictures(20)));
      const sizes = (of: Mounted): unknown => boxes(of).map(({ width, height }) => [width, height]);
      expect(sizes(mounted)).to.deep.equal(sizes(plain));
      await change(mounted, 'list');
      await waitUntil(() => boxes(mounted)[0]?.height === 72, 'a list');
      grid(mounted).layout = value as GridLayout;
      await mounted.settled();
      expect(sizes(mounted)).to.deep.equal(sizes(plain));
      expect(mounted.scroller.hasAttribute('data-layout')).to.equal(false);
    });
  }

  it('may be an attribute, and is none of a timeline', async () => {
    const mounted = await mount(new LiveLibrary(pictures(20)), { set: (one) => one.setAttribute('layout', 'list') });
    await waitUntil(() => boxes(mounted)[0]?.height === 72, 'a list');
    const days = await mount(new LiveLibrary(pictures(20)), {
      tag: 'iteration-timeline',
      set: (one) => {
        one.setAttribute('layout', 'list');
        Object.assign(one, { layout: 'list' });
      },
    });
    await waitUntil(() => days.tiles.length > 0);
    await days.settled();
    expect(boxes(days)[0]!.height).to.be.above(100);
  });

  it('asks for pictures as large as what is cut off makes them', async () => {
    const asked = async (layout: GridLayout, ratio: number): Promise<number> => {
      const wanted: number[] = [];
      const media = { url: PIXEL, mime: 'image/gif', width: 4000 * ratio, height: 4000 };
      const sizes = Array.from({ length: 20 }, (_, index) => 80 * (index + 1));
      // An address that the store has to ask for, so that it is seen.
      const thumbnails = sizes.map((width) => ({ url: `sized:${width}`, width }));
      const library = new LiveLibrary([picture(1, { media: { ...media, thumbnails } })], {
        limits: { mediaSchemes: ['sized'] },
        openMedia: (url) => {
          wanted.push(Number(url.split(':')[1]));
          return Promise.resolve({ url: PIXEL, close: () => undefined });
        },
      });
      await shown(library, layout, { width: 800 });
      await waitUntil(() => wanted.length > 0, 'a picture');
      return wanted[0]!;
    };
    const density = Math.min(3, devicePixelRatio);
    for (const [layout, ratio, least, most] of [
      ['square', 1, 246, 320],
      ['square', 2, 492, 560],
      ['square', 0.5, 246, 320],
      ['list', 1, 56, 80],
      ['list', 2, 112, 160],
    ] as const) {
      const width = await asked(layout, ratio);
      expect(width, `${layout} of ${ratio}`).to.be.within(least * density, most * density);
    }
  });
});
