import { expect, nextFrame } from '@open-wc/testing';
import { million, open, SIZE, signal, type Stage } from './scrubber-stage.js';
import { waitUntil } from '../../support/wait.js';

const FINGER: PointerEventInit = { pointerType: 'touch', pointerId: 5 };

const gripOf = (stage: Stage): Element => stage.slider!.querySelector('.grip')!;

/** What a finger touches at the middle of the thumb. */
function atThumb(stage: Stage): Element | null {
  const { left, right, top, bottom } = gripOf(stage).getBoundingClientRect();
  return stage.root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
}

/** The share of the rail that the middle of the thumb is at. */
function placeOf(stage: Stage): number {
  const rail = stage.slider!.querySelector('.rail')!.getBoundingClientRect();
  const grip = gripOf(stage).getBoundingClientRect();
  return ((grip.top + grip.bottom) / 2 - rail.top) / rail.height;
}

/** On a phone, just scrolled: all of it shows for a while. */
async function onPhone(): Promise<Stage> {
  const stage = await open(million(), { width: 390 });
  await waitUntil(() => {
    stage.scroller.scrollTop += 10;
    return stage.slider!.classList.contains('active');
  }, 'the thumb shows');
  return stage;
}

describe('The thumb of <iteration-timeline> on a phone', function () {
  this.timeout(60_000);

  it('is there at rest, slim and beside the pictures, and can be grasped; all else is the tiles’', async () => {
    const stage = await open(million(), { width: 390 });
    const { left, top, width, height } = gripOf(stage).getBoundingClientRect();
    const { right } = stage.root.querySelector('.canvas')!.getBoundingClientRect();
    expect(getComputedStyle(stage.slider!).opacity).to.equal('1');
    expect(left).to.be.at.least(right);
    expect(width).to.be.at.most(6);
    expect(atThumb(stage)).to.equal(gripOf(stage));
    expect(stage.root.elementFromPoint(left - 10, top + height / 2)).to.equal(gripOf(stage));
    expect(stage.root.elementFromPoint(left - 20, top + height / 2)?.closest('.scrubber')).to.equal(null);
    expect(stage.root.elementFromPoint(left, top + height + 120)?.closest('.scrubber')).to.equal(null);
  });

  it('can be touched just after scrolling, by as much as a finger needs, and is not scrolled by', async () => {
    const stage = await onPhone();
    const grip = gripOf(stage);
    expect(atThumb(stage)).to.equal(grip);
    const { left, top, height } = grip.getBoundingClientRect();
    expect(stage.root.elementFromPoint(left - 30, top + height / 2)).to.equal(grip);
    expect(height).to.be.at.least(44);
    expect(getComputedStyle(grip).touchAction).to.equal('none');
    // Above and below it, tiles are touched.
    expect(stage.root.elementFromPoint(left, top + height + 120)?.closest('.scrubber')).to.equal(null);
  });

  it('follows the finger from where it was grasped, says the day, and leads to what is there', async () => {
    const stage = await onPhone();
    const at = placeOf(stage);
    const before = stage.scroller.scrollTop;
    // Grasped above its middle: it does not jump there.
    stage.point('pointerdown', at + 0.01, gripOf(stage), FINGER);
    await stage.element.updateComplete;
    expect(stage.slider!.classList.contains('held')).to.equal(true);
    expect(stage.scroller.scrollTop).to.equal(before);
    expect(placeOf(stage)).to.be.closeTo(at, 0.005);
    for (const share of [0.1, 0.3, 0.55, 0.5]) {
      stage.point('pointermove', share, stage.slider!, FINGER);
      await nextFrame();
      expect(placeOf(stage)).to.be.closeTo(share - 0.01, 0.005);
    }
    const bubble = stage.root.querySelector('.bubble')!;
    expect(getComputedStyle(bubble).visibility).to.equal('visible');
    expect(bubble.textContent).to.not.equal('');
    stage.point('pointerup', 0.5, stage.slider!, FINGER);
    await stage.settled();
    expect(stage.slider!.classList.contains('held')).to.equal(false);
    const { landed = '' } = stage;
    const { offset = 0 } = await million(0).listIterations({ around: landed, limit: 1 }, { signal });
    expect(offset / SIZE).to.be.closeTo(0.49, 0.02);
  });

  it('stays within the timeline to its very end', async () => {
    const stage = await onPhone();
    stage.point('pointerdown', placeOf(stage), gripOf(stage), FINGER);
    for (const share of [0.5, 1]) stage.point('pointermove', share, stage.slider!, FINGER);
    await nextFrame();
    expect(placeOf(stage)).to.be.closeTo(1, 0.005);
    expect(gripOf(stage).getBoundingClientRect().bottom).to.be.at.most(stage.element.getBoundingClientRect().bottom);
    stage.point('pointerup', 1, stage.slider!, FINGER);
    await stage.settled();
    expect(placeOf(stage)).to.be.closeTo(1, 0.005);
  });

  it('heeds no second finger, and is let go when the browser takes the finger away', async () => {
    const stage = await onPhone();
    stage.point('pointerdown', placeOf(stage), gripOf(stage), FINGER);
    stage.point('pointermove', 0.4, stage.slider!, FINGER);
    stage.point('pointerdown', 0.9, stage.slider!, { ...FINGER, pointerId: 6 });
    stage.point('pointermove', 0.9, stage.slider!, { ...FINGER, pointerId: 6 });
    stage.point('pointerup', 0.9, stage.slider!, { ...FINGER, pointerId: 6 });
    await nextFrame();
    expect(stage.slider!.classList.contains('held')).to.equal(true);
    expect(placeOf(stage)).to.be.closeTo(0.4, 0.005);
    stage.point('pointercancel', 0.4, stage.slider!, FINGER);
    await stage.settled();
    expect(stage.slider!.classList.contains('held')).to.equal(false);
    const { landed } = stage;
    stage.point('pointermove', 0.8, stage.slider!, FINGER);
    await stage.settled();
    expect(stage.landed, 'a finger that is not on it moves nothing').to.equal(landed);
  });
});
