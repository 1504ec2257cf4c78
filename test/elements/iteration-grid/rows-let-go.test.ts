import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { createSyntheticAdapter } from '../../../src/adapters/synthetic/index.js';
import '../../../src/define/iteration-grid.js';
import { storeFor } from '../../../src/store/index.js';
import { MOST_HELD } from '../../../src/store/upkeep/row-budget.js';
import { waitUntil } from '../../support/wait.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const SIZE = 1_000_000;
const SCREENS = 200;
/** Of what these screens show, a small part, as the real budget is of what an hour's do. */
const FEW = 1000;
/** With what is on the screen and beside it. */
const FEW_AND_USED = FEW + 250;
const usual = { ...MOST_HELD };

describe('iteration-grid: rows that were let go', function () {
  this.timeout(120_000);

  before(() => Object.assign(MOST_HELD, { iterations: FEW }));
  after(() => Object.assign(MOST_HELD, usual));

  it('holds the rows of a few screens of a million, and shows all that it comes back to', async () => {
    const adapter = createSyntheticAdapter({ size: SIZE, seed: 3 });
    const looked = new Set<string>();
    const getIterations: typeof adapter.getIterations = async (ids, call) => {
      for (const id of ids) looked.add(id);
      const rows = await adapter.getIterations(ids, call);
      // Drawing the library's own pictures would take longer than everything else.
      return rows.map((row) => row && { ...row, media: { url: PIXEL, mime: 'image/gif' } });
    };
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.cssText = 'width: 900px; height: 640px';
    const element = document.createElement('iteration-grid');
    element.adapter = { ...adapter, getIterations };
    const store = storeFor(element.adapter);
    const { iterations, members } = store.core;
    box.append(element);
    const root = element.shadowRoot!;
    const shown = (): string[] =>
      [...root.querySelectorAll<HTMLElement>('.tile[data-id]')].map(({ dataset }) => dataset['id'] ?? '');
    await waitUntil(() => shown().length > 10, 'tiles');
    const scroller = root.querySelector<HTMLElement>('.scroller')!;
    await waitUntil(() => scroller.scrollHeight > 3_000_000, 'all of it');
    await element.updateComplete;
    const first = shown();
    let second: string | undefined;
    const end = scroller.scrollHeight - scroller.clientHeight;
    for (let screen = 1; screen <= SCREENS; screen++) {
      const before = new Set(shown());
      const top = (end * screen) / SCREENS;
      scroller.scrollTop = top;
      await waitUntil(() => shown().filter((id) => !before.has(id)).length > 10, `tiles of screen ${screen}`);
      second ??= shown().find((id) => !before.has(id));
      if (screen % 20 === 0)
        await waitUntil(
          () => iterations.known.size <= FEW_AND_USED,
          `rows go, screen ${screen}: ${iterations.known.size}`,
        );
    }
    expect(looked.size).to.be.above(5 * FEW);
    expect([...members.values()].reduce((sum, { size }) => sum + size, 0)).to.equal(iterations.known.size);
    // The first page is a list of its own, which keeps what it has.
    expect(iterations.known.has(second ?? '')).to.equal(false);
    expect(root.querySelector('.tile[data-id]:focus, [role="alert"]')).to.equal(null);
    scroller.scrollTop = 0;
    await waitUntil(() => first.slice(0, 8).every((id) => shown().includes(id)), 'the first tiles again');
    await nextFrame();
    expect(store.iterationList().value.error ?? null).to.equal(null);
  });
});
