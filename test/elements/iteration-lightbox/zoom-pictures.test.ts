import { expect } from '@open-wc/testing';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import type { MediaSource } from '../../../src/model/index.js';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, open, press, row, shows, textOf } from './lightbox.js';
import { boxOf, grownTo, openZoom, pictureAt, stageOf, zoomable } from './zooming.js';

const blob = (text: string, type: string): string => URL.createObjectURL(new Blob([text], { type }));

const widthOf = (box: IterationLightbox, selector: string): number =>
  box.shadowRoot?.querySelector<HTMLImageElement>(selector)?.naturalWidth ?? 0;

/** 3000 px wide, and in three sizes: a tile's, one for the window of the test and its own. */
const inThreeSizes = (): MediaSource => ({
  url: pictureAt(3000, 2000),
  mime: 'image/png',
  width: 3000,
  height: 2000,
  thumbnails: [
    { url: pictureAt(330, 220), width: 330 },
    { url: pictureAt(2400, 1600), width: 2400 },
  ],
});

const sized = inThreeSizes();

describe('iteration-lightbox: which picture is shown', () => {
  it('is the one that is sharp in the window; the original comes when one looks closer, over what is seen', async () => {
    const { box } = await openZoom([row('a', 30, { media: sized })], 'a');
    await waitUntil(() => widthOf(box, '.full') === 2400, 'the rendition shows');
    const [picture, first] = [boxOf(box), find(box, '.full')];
    const { width, height } = picture.getBoundingClientRect();
    expect(find(box, '.finest')).to.equal(undefined);
    press(dialogOf(box), 'z');
    await waitUntil(() => widthOf(box, '.finest') === 3000, 'the original comes');
    await waitUntil(() => find(box, '.finest')?.dataset['decoded'] === '', 'is decoded');
    expect([boxOf(box), find(box, '.full'), widthOf(box, '.full')]).to.deep.equal([picture, first, 2400]);
    press(dialogOf(box), 'z');
    await waitUntil(() => getComputedStyle(picture).transform === 'none', 'is fitted');
    const now = picture.getBoundingClientRect();
    expect([now.width, now.height]).to.deep.equal([width, height]);
  });

  it('shows what the tile showed until the full one has been decoded', async () => {
    const { box } = await openZoom([row('a', 30, { media: inThreeSizes() })], 'a');
    await waitUntil(() => find(box, '.full')?.dataset['state'] !== 'loading', 'has loaded');
    await waitUntil(() => {
      const full = find(box, '.full');
      const isThere = full?.dataset['state'] === 'ready' || full?.dataset['decoded'] === '';
      return isThere && getComputedStyle(full).opacity === '1';
    }, 'shows');
    expect(widthOf(box, '.small')).to.equal(330);
  });

  it('shows one that was loaded ahead at once and alone', async function () {
    const rows = [row('a', 30, { media: inThreeSizes() }), row('b', 20, { media: inThreeSizes() })];
    const { url } = rows[1]?.media?.thumbnails?.[1] ?? { url: '' };
    const opened = await open(backend(rows), 'a');
    const { box } = opened;
    // Only Chromium and WebKit say in the same task that they have it.
    const ahead = new Image();
    ahead.referrerPolicy = 'no-referrer';
    ahead.src = url;
    await ahead.decode();
    const probe = new Image();
    probe.referrerPolicy = 'no-referrer';
    probe.src = url;
    if (!probe.complete) this.skip();
    // Those beside it are asked for after a moment.
    await new Promise((resolve) => setTimeout(resolve, 400));
    press(dialogOf(box), 'ArrowRight');
    await shows(opened, 'b');
    await box.updateComplete;
    const full = find(box, '.full');
    expect([full?.dataset['state'], find(box, '.small')]).to.deep.equal(['ready', undefined]);
    expect(full?.classList.contains('fills'), 'takes all of its box').to.equal(true);
    press(dialogOf(box), 'i');
    await waitUntil(() => find(box, '.panel section'), 'the details come');
    const placeOf = (one: HTMLElement | undefined): unknown =>
      one && [one.offsetLeft, one.offsetTop, one.offsetWidth, one.offsetHeight];
    const picture = boxOf(box);
    expect(placeOf(full)).to.deep.equal([0, 0, picture.offsetWidth, picture.offsetHeight]);
  });

  it('takes the original where a rendition cannot be had', async () => {
    const media = { ...sized, thumbnails: [{ url: blob('nothing', 'image/png'), width: 2400 }] };
    const { box, adapter } = await openZoom([row('a', 30, { media })], 'a');
    await waitUntil(() => widthOf(box, '.full') === 3000, 'the original shows');
    expect([find(box, '.state'), adapter.healed]).to.deep.equal([undefined, []]);
  });

  it('keeps what has loaded when its address is signed anew', async () => {
    const rows = [row('a', 30, { media: { ...sized, url: `${sized.url}#one` } })];
    const adapter = backend(rows);
    const opened = await open(adapter, 'a');
    const { box } = opened;
    await waitUntil(() => widthOf(box, '.full') === 2400, 'shows');
    const src = find(box, '.full')?.getAttribute('src');
    adapter.rows = [row('a', 30, { media: { ...sized, url: `${sized.url}#two` }, rev: 2 })];
    await opened.store.iterationList({ filter: { sessionId: 's' } }).refresh();
    await box.updateComplete;
    expect([find(box, '.full')?.getAttribute('src'), widthOf(box, '.full')]).to.deep.equal([src, 2400]);
  });

  it('never loads the original of a hundred megapixels', async () => {
    const media = { ...sized, url: blob('never asked for', 'image/png'), width: 12_000, height: 9000 };
    const { box } = await openZoom([row('a', 30, { media })], 'a');
    await waitUntil(() => widthOf(box, '.full') === 2400, 'the widest rendition shows');
    press(dialogOf(box), 'z');
    await waitUntil(() => textOf(box, '.zoom-level') === '100%', 'is enlarged');
    await box.updateComplete;
    const addresses = [...(box.shadowRoot?.querySelectorAll('.box img') ?? [])].map((img) => img.getAttribute('src'));
    expect(addresses).not.to.contain(media.url);
  });

  it('says of one without renditions how large it is, and offers it', async () => {
    const media = { url: blob('x', 'image/png'), mime: 'image/png', width: 12_000, height: 9000, bytes: 150_000_000 };
    const { box } = await open(backend([row('a', 30, { media })]), 'a');
    await waitUntil(() => find(box, '.state'), 'says so');
    expect(textOf(box, '.state-title')).to.equal('Too large to show here');
    expect(textOf(box, '.state-text')).to.contain('12,000 × 9,000').and.contain('MB');
    expect(textOf(box, '.state-actions')).to.contain('Download');
    expect(find(box, '.zoom-bar')).to.equal(undefined);
  });

  const bad: Readonly<Record<string, string>> = {
    'has no bytes': blob('', 'image/png'),
    'is something else': blob('<p>Not found</p>', 'image/png'),
  };
  for (const [name, url] of Object.entries(bad)) {
    it(`says that a picture that ${name} cannot be shown`, async () => {
      const { box } = await open(backend([row('a', 30, { media: { ...sized, thumbnails: [], url } })]), 'a');
      await waitUntil(() => textOf(box, '.state-title') === 'The picture could not be shown', 'says so');
      expect(textOf(box, '.state-actions')).to.contain('Try again');
    });
  }

  it('shows a picture of one pixel by twenty thousand, and enlarges it', async () => {
    const media: MediaSource = { url: pictureAt(1, 20_000), mime: 'image/png', width: 1, height: 20_000 };
    const { box } = await openZoom([row('a', 30, { media })], 'a');
    expect(boxOf(box).offsetHeight).to.be.within(100, stageOf(box).clientHeight);
    press(dialogOf(box), 'z');
    await waitUntil(() => textOf(box, '.zoom-level') === '100%', 'is at its own size');
    press(dialogOf(box), '-');
    await waitUntil(() => textOf(box, '.zoom-level') === '67%', 'is smaller');
  });

  it('shows a vector whose size nobody has told', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100"/></svg>';
    const media: MediaSource = { url: blob(svg, 'image/svg+xml'), mime: 'image/svg+xml' };
    const { box } = await openZoom([row('a', 30, { media })], 'a');
    await waitUntil(() => widthOf(box, '.full') > 0, 'shows');
    press(dialogOf(box), '+');
    await grownTo(box, 1.5);
  });

  it('has a checkerboard behind what may have holes, once that shows', async () => {
    const rows = [row('a', 30, { media: sized }), row('b', 20, { media: { ...sized, mime: 'image/jpeg' } })];
    const opened = await openZoom(rows, 'a');
    const { box } = opened;
    const behind = (): string => getComputedStyle(boxOf(box), '::before').backgroundImage;
    await waitUntil(() => behind().includes('conic-gradient'), 'has one');
    press(dialogOf(box), 'ArrowRight');
    await shows(opened, 'b');
    await zoomable(box);
    await waitUntil(() => widthOf(box, '.full') === 2400, 'shows');
    expect(behind()).to.equal('none');
  });
});

describe('iteration-lightbox: what is loaded ahead', () => {
  const names = Array.from({ length: 12 }, (_, at) => `r${at}`);
  const gated = (): ReturnType<typeof backend> => {
    const adapter = backend(
      names.map((id, at) => {
        const thumbnails = [{ url: 'p:small', width: 600 }];
        return row(id, 50 - at, {
          media: { url: `p:${id}`, mime: 'image/png', width: 3000, height: 2000, thumbnails },
        });
      }),
      {
        openMedia: (url) => {
          adapter.opened.push(url);
          return Promise.resolve({ url: pictureAt(30, 20), close: () => void adapter.closed.push(url) });
        },
      },
    );
    return adapter;
  };
  const held = ({ opened, closed }: ReturnType<typeof backend>): string[] => {
    const left = [...opened];
    for (const url of closed) left.splice(left.indexOf(url), 1);
    // The strip shows the small ones.
    const large = left.filter((url) => url !== 'p:small');
    return [...new Set(large)].map((url) => url.slice(2)).sort();
  };
  const holds = (adapter: ReturnType<typeof backend>, ids: readonly string[]): Promise<void> =>
    waitUntil(
      () => held(adapter).join() === [...ids].sort().join(),
      `holds ${held(adapter).join()}, not ${ids.join()}`,
    );

  it('is two in the direction one goes, and one behind', async () => {
    const adapter = gated();
    const opened = await open(adapter, 'r5');
    await holds(adapter, ['r4', 'r5', 'r6', 'r7']);
    press(dialogOf(opened.box), 'ArrowLeft');
    await holds(adapter, ['r5', 'r4', 'r3', 'r2']);
    press(dialogOf(opened.box), 'ArrowRight');
    await holds(adapter, ['r4', 'r5', 'r6', 'r7']);
    press(dialogOf(opened.box), 'Escape');
    await holds(adapter, []);
  });

  it('goes when it is passed, as does what was shown', async () => {
    const adapter = gated();
    const opened = await open(adapter, 'r0');
    await holds(adapter, ['r0', 'r1', 'r2']);
    opened.store.navigate({ iterationId: 'r8' });
    await holds(adapter, ['r7', 'r8', 'r9', 'r10']);
  });

  it('is nothing of what is passed quickly', async () => {
    const adapter = gated();
    const opened = await open(adapter, 'r0');
    await holds(adapter, ['r0', 'r1', 'r2']);
    for (const id of ['r3', 'r6', 'r9']) {
      opened.store.navigate({ iterationId: id });
      // No timer runs between microtasks: what rests so shortly has not been looked at.
      await Promise.resolve();
      await opened.box.updateComplete;
      expect(opened.box.iterationId).to.equal(id);
    }
    await holds(adapter, ['r8', 'r9', 'r10', 'r11']);
    expect(adapter.opened).not.to.include.members(['p:r4']);
    expect(adapter.opened).not.to.include.members(['p:r7']);
  });
});
