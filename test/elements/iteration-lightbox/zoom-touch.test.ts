import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait.js';
import { dialogOf, find, press, shows } from './lightbox.js';
import {
  actualOf,
  boxOf,
  finger,
  grownTo,
  middleOf,
  nearly,
  openZoom,
  placeOf,
  scaleOf,
  shownAt,
  stageOf,
  tap,
} from './zooming.js';

describe('iteration-lightbox: zoom by fingers', () => {
  it('takes the fingers from the browser only while there is a picture to zoom', async () => {
    const { box } = await openZoom();
    expect(getComputedStyle(stageOf(box)).touchAction).to.equal('none');
  });

  it('enlarges by two fingers what is between them, and moves it with them', async () => {
    const { box } = await openZoom();
    const { clientX: x, clientY: y } = middleOf(box);
    const [one, two] = [finger(box, 1), finger(box, 2)];
    one.down(x - 50, y);
    two.down(x + 50, y);
    one.move(x - 150, y);
    two.move(x + 150, y);
    nearly(scaleOf(box), 3, 0.01, 'scale');
    nearly(placeOf(box, 0.5, 0.5).x, x, 1, 'middle');
    one.move(x - 110, y + 20);
    two.move(x + 190, y + 20);
    nearly(placeOf(box, 0.5, 0.5).x, x + 40, 1, 'moved');
    one.up(x - 110, y + 20);
    two.up(x + 190, y + 20);
    await grownTo(box, 3);
    expect([box.iterationId, find(box, '.frame')?.style.transform]).to.deep.equal(['b', '']);
  });

  it('goes back to fitted from a pinch that made it smaller', async () => {
    const { box } = await openZoom();
    const { clientX: x, clientY: y } = middleOf(box);
    const [one, two] = [finger(box, 1), finger(box, 2)];
    one.down(x - 150, y);
    two.down(x + 150, y);
    one.move(x - 50, y);
    two.move(x + 50, y);
    expect(scaleOf(box)).to.be.within(0.4, 0.9);
    two.up(x + 50, y);
    one.up(x - 50, y);
    await waitUntil(() => getComputedStyle(boxOf(box)).transform === 'none', 'is fitted');
  });

  it('goes on with the finger that stays, without a jump', async () => {
    const { box } = await openZoom();
    const { clientX: x, clientY: y } = middleOf(box);
    const [one, two] = [finger(box, 1), finger(box, 2)];
    one.down(x - 50, y);
    two.down(x + 50, y);
    one.move(x - 200, y);
    two.move(x + 200, y);
    const before = shownAt(box);
    one.up(x - 200, y);
    nearly(shownAt(box).x, before.x, 1, 'no jump');
    two.move(x + 230, y + 10);
    nearly(shownAt(box).x, before.x + 30, 1, 'moves on');
    two.up(x + 230, y + 10);
    expect(box.iterationId).to.equal('b');
  });

  it('pages by one finger on a fitted picture, and moves an enlarged one', async () => {
    const opened = await openZoom();
    const { box } = opened;
    const { clientX: x, clientY: y } = middleOf(box);
    const swipe = (): void => {
      const one = finger(box, 1);
      one.down(x, y);
      one.move(x - 120, y);
      one.up(x - 120, y);
    };
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    swipe();
    await waitUntil(() => shownAt(box).x <= -119, 'moves, and maybe on');
    expect(opened.store.navigation.value.iterationId).to.equal('b');
    press(dialogOf(box), 'z');
    await grownTo(box, 1);
    swipe();
    await shows(opened, 'c');
  });

  it('gives at an end, and comes back', async () => {
    const { box } = await openZoom();
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    const { clientX: x, clientY: y } = middleOf(box);
    const one = finger(box, 1);
    const leftOf = (): number => boxOf(box).getBoundingClientRect().left - stageOf(box).getBoundingClientRect().left;
    one.down(x, y);
    one.move(x + 20_000, y);
    expect(leftOf()).to.be.within(50, stageOf(box).clientWidth);
    one.cancel(x + 20_000, y);
    await waitUntil(() => Math.abs(leftOf()) < 2, 'is back');
  });

  it('goes on when it is thrown', async () => {
    const { box } = await openZoom();
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    const { clientX: x, clientY: y } = middleOf(box);
    const one = finger(box, 1);
    one.down(x, y);
    for (let step = 1; step <= 5; step++) one.move(x - step * 25, y);
    one.up(x - 125, y);
    await waitUntil(() => shownAt(box).x < -140, 'goes on');
  });

  it('toggles by a double tap at its place, and two taps apart are none', async () => {
    const { box } = await openZoom();
    const at = placeOf(box, 0.3, 0.4);
    tap(box, at.x, at.y);
    tap(box, at.x + 150, at.y);
    expect(scaleOf(box)).to.equal(1);
    await new Promise((done) => setTimeout(done, 350));
    tap(box, at.x, at.y);
    tap(box, at.x + 3, at.y + 3);
    await grownTo(box, actualOf(box));
    nearly(placeOf(box, 0.3, 0.4).x, at.x, 15, 'x');
    await new Promise((done) => setTimeout(done, 350));
    tap(box, at.x, at.y);
    tap(box, at.x, at.y);
    await grownTo(box, 1);
    expect([box.iterationId, dialogOf(box).open]).to.deep.equal(['b', true]);
  });

  it('hears what Safari tells of two fingers on a trackpad', async () => {
    const { box } = await openZoom();
    const { clientX, clientY } = middleOf(box);
    const tell = (type: string, scale: number): boolean =>
      boxOf(box).dispatchEvent(
        Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), {
          scale,
          clientX,
          clientY,
        }),
      );
    tell('gesturestart', 1);
    expect(tell('gesturechange', 2)).to.equal(false);
    tell('gestureend', 2);
    await grownTo(box, 2);
  });

  it('forgets fingers whose picture went', async () => {
    const opened = await openZoom();
    const { box } = opened;
    const { clientX: x, clientY: y } = middleOf(box);
    const [one, two] = [finger(box, 1), finger(box, 2)];
    one.down(x - 50, y);
    two.down(x + 50, y);
    one.move(x - 100, y);
    opened.store.navigate({ iterationId: 'c' });
    await shows(opened, 'c');
    await waitUntil(() => scaleOf(box) === 1, 'begins anew');
    two.move(x + 200, y);
    two.up(x + 200, y);
    expect(scaleOf(box)).to.equal(1);
    const again = finger(box, 1);
    again.down(x, y);
    again.move(x + 120, y);
    again.up(x + 120, y);
    await shows(opened, 'b');
  });

  it('says nothing and throws nothing for events that make no sense', async () => {
    const { box } = await openZoom();
    const { clientX: x, clientY: y } = middleOf(box);
    const one = finger(box, 1);
    one.move(x, y);
    one.up(x, y);
    one.cancel(x, y);
    one.down(x, y);
    one.down(x, y);
    one.up(x, y);
    one.up(x, y);
    expect([box.iterationId, scaleOf(box)]).to.deep.equal(['b', 1]);
  });
});
