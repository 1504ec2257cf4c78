import { expect, fixture, html } from '@open-wc/testing';
import { tiePanes } from '../../../src/elements/iteration-lightbox/zoom/tie-panes.js';
import { zoomRoom, type ZoomState } from '../../../src/elements/iteration-lightbox/zoom/zoom-geometry.js';
import { ZoomPane } from '../../../src/elements/iteration-lightbox/zoom/zoom-pane.js';
import { waitUntil } from '../../support/wait.js';

async function paneOf(width = 400, height = 300, isCalm = true): Promise<ZoomPane> {
  const target = await fixture<HTMLElement>(html`<div></div>`);
  const span = { from: -200, to: 200 };
  const room = zoomRoom({ width: width * 4, height: height * 4 }, { width, height }, span, span, 1);
  return new ZoomPane({ target, measure: () => room, isCalm: () => isCalm });
}

describe('ZoomPane', () => {
  it('shows a state, as near as there is room for it, and tells it', async () => {
    const pane = await paneOf();
    const told: [ZoomState, boolean][] = [];
    const stop = pane.watch((state, isSet) => told.push([state, isSet]));
    pane.set({ scale: 2, x: 0.6, y: 0.5 });
    expect(pane.state).to.deep.equal({ scale: 2, x: 0.6, y: 0.5 });
    expect(pane.target.style.transform).to.match(/^translate\(-80px(?:, 0px)?\) scale\(2\)$/);
    pane.set({ scale: 2, x: 0.6, y: 0.5 });
    pane.set({ scale: 2, x: 9, y: NaN });
    expect(pane.state.x).to.equal(0.75);
    pane.zoomBy(1.5);
    expect(told.map(([{ scale }, isSet]) => [Math.round(scale * 100), isSet])).to.deep.equal([
      [200, true],
      [200, true],
      [300, false],
    ]);
    stop();
    pane.zoomTo(1);
    expect([told.length, pane.target.style.transform, pane.isEnlarged]).to.deep.equal([3, '', false]);
  });

  it('moves at once for who wants no motion, and frame by frame for others', async () => {
    const [calm, lively] = [await paneOf(), await paneOf(400, 300, false)];
    calm.zoomTo(3);
    lively.zoomTo(3);
    expect([calm.state.scale, lively.state.scale, lively.aim.scale]).to.deep.equal([3, 1, 3]);
    await waitUntil(() => lively.state.scale === 3 && !lively.isMoving, 'arrives');
  });

  it('stops where it is, and leaves nothing behind', async () => {
    const pane = await paneOf(400, 300, false);
    pane.zoomTo(4);
    await waitUntil(() => pane.state.scale > 1, 'is on its way');
    pane.stop();
    const { scale } = pane.state;
    expect([pane.aim.scale, pane.isMoving]).to.deep.equal([scale, false]);
    pane.zoomTo(4);
    pane.release();
    expect([pane.isMoving, pane.target.style.transform]).to.deep.equal([false, '']);
  });

  it('shows the same part in all that are tied', async () => {
    const panes = [await paneOf(), await paneOf(200, 400), await paneOf(400, 300, false)];
    const [first, second, third] = panes as [ZoomPane, ZoomPane, ZoomPane];
    const untie = tiePanes(panes);
    first.zoomTo(4);
    first.panBy({ x: -100, y: 50 });
    for (const pane of panes) expect(pane.state).to.deep.equal(first.state);
    third.zoomBy(0.5);
    await waitUntil(() => first.state.scale === 2 && second.state.scale === 2, 'all go along');
    // Of a narrower one there is less room; that leads none of the others back.
    first.set({ scale: 1, x: 0.5, y: 0.5 });
    first.zoomTo(1.5);
    expect(first.state.scale).to.equal(1.5);
    untie();
    first.zoomTo(3);
    expect(second.state.scale).to.equal(1.5);
  });

  it('bears having no room at all', async () => {
    const target = await fixture<HTMLElement>(html`<div></div>`);
    const pane = new ZoomPane({ target, measure: () => undefined, isCalm: () => true });
    pane.zoomTo(2);
    pane.zoomBy(2);
    pane.panBy({ x: 1, y: 1 });
    pane.hold(pane.state, 2, { x: 0, y: 0 }, { x: 0, y: 0 });
    pane.letGo();
    pane.refresh();
    expect([pane.room, pane.state.scale, pane.scaleOf('fill'), target.style.transform]).to.deep.equal([
      undefined,
      1,
      1,
      '',
    ]);
  });
});
