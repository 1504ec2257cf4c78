import { expect } from '@open-wc/testing';
import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait.js';
import { backend, click, dialogOf, find, open, press, row, shows, textOf, video } from './lightbox.js';
import {
  actualOf,
  betweenTurns,
  boxOf,
  grownTo,
  LARGE,
  large,
  middleOf,
  nearly,
  openZoom,
  placeOf,
  pointer,
  scaleOf,
  shownAt,
  stageOf,
  trackpad,
  wheel,
} from './zooming.js';

describe('iteration-lightbox: zoom by mouse and keys', () => {
  it('begins fitted, in the place it has without zooming', async () => {
    const { box } = await openZoom();
    expect(getComputedStyle(boxOf(box)).transform).to.equal('none');
    expect(find(box, '.zoom-bar')?.getAttribute('aria-label')).to.equal('Zoom');
  });

  it('enlarges by the wheel what is under the pointer, and goes back to fitted', async () => {
    const { box } = await openZoom();
    const at = placeOf(box, 0.25, 0.3);
    for (let turn = 0; turn < 6; turn++) wheel(boxOf(box), { deltaY: -3, clientX: at.x, clientY: at.y });
    await waitUntil(() => scaleOf(box) > 3, 'grows');
    await grownTo(box, Math.exp(6 * 99 * 0.002));
    const now = placeOf(box, 0.25, 0.3);
    nearly(now.x, at.x, 2, 'x');
    nearly(now.y, at.y, 2, 'y');
    for (let turn = 0; turn < 12; turn++) wheel(boxOf(box), { deltaY: 3, clientX: at.x, clientY: at.y });
    await waitUntil(() => getComputedStyle(boxOf(box)).transform === 'none', 'is fitted');
  });

  it('shows its control to who zooms by keys, too', async () => {
    const { box } = await openZoom();
    expect(find(box, '.zoom')?.classList.contains('seen')).to.equal(false);
    press(dialogOf(box), '+');
    expect(find(box, '.zoom')?.classList.contains('seen')).to.equal(true);
  });

  it('hears a real wheel', async function () {
    const { box } = await openZoom();
    const { clientX, clientY } = middleOf(box);
    await sendMouse({ type: 'move', position: [Math.round(clientX), Math.round(clientY)] });
    if (!(await executeServerCommand('send-wheel', { deltaY: -240 }))) this.skip();
    await waitUntil(() => scaleOf(box) > 1.2, 'grows');
  });

  it('pans by two fingers on a trackpad what is enlarged, and zooms where they spread', async () => {
    const { box } = await openZoom();
    const at = middleOf(box);
    expect(trackpad(boxOf(box), { deltaX: 1.5, deltaY: 8.5, ...at }).defaultPrevented).to.equal(true);
    expect(scaleOf(box)).to.equal(1);
    await betweenTurns();
    for (let step = 0; step < 20; step++) trackpad(boxOf(box), { deltaY: -7.5, ctrlKey: true, ...at });
    nearly(scaleOf(box), Math.exp(1.5), 0.01, 'scale');
    await betweenTurns();
    const before = shownAt(box);
    trackpad(boxOf(box), { deltaX: 20.5, deltaY: 10.5, ...at });
    const after = shownAt(box);
    expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).to.deep.equal([-20, -10]);
    nearly(after.scale, before.scale, 0.001, 'scale');
  });

  it('leaves a wheel that goes sideways on a fitted picture to others', async () => {
    const { box } = await openZoom();
    let wasPrevented = true;
    const look = (event: Event): void => void (wasPrevented = event.defaultPrevented);
    dialogOf(box).addEventListener('wheel', look, { capture: true });
    stageOf(box).addEventListener('wheel', look);
    wheel(boxOf(box), { deltaX: 3, deltaY: 0, ...middleOf(box) });
    expect([wasPrevented, scaleOf(box)]).to.deep.equal([false, 1]);
  });

  it('toggles its own size at the point of a double click, and back', async () => {
    const { box } = await openZoom();
    const at = placeOf(box, 0.7, 0.6);
    const twice = (): unknown =>
      boxOf(box).dispatchEvent(
        new MouseEvent('dblclick', { bubbles: true, composed: true, clientX: at.x, clientY: at.y }),
      );
    twice();
    await grownTo(box, actualOf(box));
    nearly(placeOf(box, 0.7, 0.6).x, at.x, 2, 'x');
    twice();
    await grownTo(box, 1);
  });

  it('is dragged when enlarged, never beyond its ends, and a drag is no click beside it', async () => {
    const { box, store } = await openZoom();
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    const { clientX, clientY } = middleOf(box);
    const mouse = (type: string, x: number, y: number): void =>
      pointer(boxOf(box), type, { pointerType: 'mouse', pointerId: 1, isPrimary: true, clientX: x, clientY: y });
    mouse('pointerdown', clientX, clientY);
    mouse('pointermove', clientX + 60, clientY + 30);
    const { x, y } = shownAt(box);
    expect([Math.round(x), Math.round(y)]).to.deep.equal([60, 30]);
    expect(find(box, '.stage.held')).to.not.equal(undefined);
    mouse('pointermove', clientX + 90_000, clientY + 90_000);
    mouse('pointerup', clientX + 90_000, clientY + 90_000);
    const ends = (): boolean => {
      const [picture, stage] = [boxOf(box).getBoundingClientRect(), stageOf(box).getBoundingClientRect()];
      return Math.abs(picture.left - stage.left) < 2 && Math.abs(picture.top - stage.top) < 2;
    };
    await waitUntil(ends, 'comes to rest with its corner in the corner');
    expect([store.navigation.value.iterationId, dialogOf(box).open]).to.deep.equal(['b', true]);
  });

  it('has keys: larger, smaller, its own size or fitted, filling', async () => {
    const { box } = await openZoom();
    press(dialogOf(box), '+', { shiftKey: true });
    await grownTo(box, 1.5);
    press(dialogOf(box), '=');
    await grownTo(box, 2.25);
    press(dialogOf(box), '-');
    await grownTo(box, 1.5);
    press(dialogOf(box), 'z');
    await grownTo(box, 1);
    press(dialogOf(box), 'Z', { shiftKey: true });
    await waitUntil(() => {
      const [picture, stage] = [boxOf(box).getBoundingClientRect(), stageOf(box).getBoundingClientRect()];
      return picture.width > stage.width - 2 && picture.height > stage.height - 2 && scaleOf(box) > 1;
    }, 'fills the stage');
  });

  it('moves by arrows while it is enlarged, and pages by them otherwise', async () => {
    const opened = await openZoom();
    const { box } = opened;
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    press(dialogOf(box), 'ArrowRight');
    await waitUntil(() => shownAt(box).x < -50, 'moves');
    press(dialogOf(box), 'ArrowDown', { shiftKey: true });
    await waitUntil(() => shownAt(box).y < -50, 'moves down');
    expect(box.iterationId).to.equal('b');
    press(dialogOf(box), 'z');
    await grownTo(box, 1);
    press(dialogOf(box), 'ArrowRight', { shiftKey: true });
    press(dialogOf(box), 'ArrowRight');
    await shows(opened, 'c');
  });

  it('begins anew with another iteration, and stays as it is when it is drawn again', async () => {
    const opened = await openZoom();
    const { box } = opened;
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    box.requestUpdate();
    await opened.store.iterationList({ filter: { sessionId: 's' } }).refresh();
    await box.updateComplete;
    nearly(scaleOf(box), actualOf(box), 0.01, 'scale');
    click(box, '.turn.next');
    await shows(opened, 'c');
    await waitUntil(() => scaleOf(box) === 1, 'is fitted');
    click(box, '.turn.previous');
    await shows(opened, 'b');
    await waitUntil(() => scaleOf(box) === 1, 'is fitted');
  });

  it('has a control, whose steps are said', async () => {
    const { box } = await openZoom();
    const level = (): string => textOf(box, '.zoom-level');
    const percent = (scale: number): string => `${Math.round((scale / actualOf(box)) * 100)}%`;
    expect(level()).to.equal(percent(1));
    click(box, '.zoom-bar [aria-label="Zoom in"]');
    await waitUntil(() => level() === percent(1.5), 'shows how large it is');
    await waitUntil(() => textOf(box, '.zoom-bar [role=status]') === percent(1.5), 'says it');
    click(box, '.zoom-bar [aria-label="Fit"]');
    await waitUntil(() => textOf(box, '.zoom-bar [role=status]') === `Fitted, ${percent(1)}`, 'says that it is fitted');
    expect(find(box, '.zoom-bar [aria-label="Zoom out"]')?.getAttribute('aria-disabled')).to.equal('true');
    click(box, '.zoom-bar [aria-label="1:1, Actual size"]');
    await waitUntil(() => level() === '100%', 'is at its own size');
  });

  it('offers stops in a menu', async () => {
    const { box } = await openZoom();
    click(box, '.zoom-level');
    await waitUntil(() => find(box, '[role=menuitem]'), 'opens');
    const items = [...(box.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    expect(items.map((item) => item.textContent.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'Fit Z',
      'Fill Shift+Z',
      '100%',
      '200%',
      '400%',
    ]);
    items[3]?.click();
    await grownTo(box, 2 * actualOf(box));
  });

  it('takes other keys', async () => {
    const { box } = await openZoom();
    box.shortcuts = { zoomIn: 'g', zoomToggle: null };
    press(dialogOf(box), 'z');
    press(dialogOf(box), 'g');
    await grownTo(box, 1.5);
  });

  it('is not there for what is no picture, and goes with the picture', async () => {
    const opened = await open(
      backend([row('a', 30, { media: large }), row('v', 20, { kind: 'video', media: video })]),
      'v',
    );
    const { box } = opened;
    expect(press(dialogOf(box), 'z').defaultPrevented).to.equal(false);
    opened.store.navigate({ iterationId: 'a' });
    await shows(opened, 'a');
    await waitUntil(() => find(box, '.zoom-bar'), 'comes');
    opened.store.navigate({ iterationId: 'v' });
    await shows(opened, 'v');
    await waitUntil(() => !find(box, '.zoom-bar') && !find(box, '.stage.zoomable'), 'goes');
    expect(wheel(stageOf(box), { deltaY: -3 }).defaultPrevented).to.equal(true);
  });

  it('leaves nothing behind when it goes in the middle of a drag', async () => {
    const { box } = await openZoom(LARGE, 'a');
    press(dialogOf(box), 'z');
    await grownTo(box, actualOf(box));
    const picture = boxOf(box);
    const { clientX, clientY } = middleOf(box);
    const mouse = (type: string, x: number): void =>
      pointer(picture, type, { pointerType: 'mouse', pointerId: 1, isPrimary: true, clientX: x, clientY });
    mouse('pointerdown', clientX);
    mouse('pointermove', clientX + 50);
    const parent = box.parentElement;
    box.remove();
    mouse('pointermove', clientX + 90);
    mouse('pointerup', clientX + 90);
    await box.updateComplete;
    await waitUntil(() => picture.style.transform === '', 'is as it was');
    parent?.append(box);
    await box.updateComplete;
    expect(dialogOf(box).open).to.be.a('boolean');
  });
});
