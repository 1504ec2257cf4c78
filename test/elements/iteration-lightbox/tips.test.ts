import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait.js';
import { backend, dialogOf, find, open, THREE, type Opened } from './lightbox.js';

const tipIn = ({ box }: Opened): HTMLElement | undefined => find(box, '.tooltip:popover-open');

const says = (at: Opened, text: string): Promise<void> =>
  waitUntil(() => tipIn(at)?.textContent === text, `says “${text}”, not “${tipIn(at)?.textContent}”`);

/** By keys, as a focus that a script sets is not always one that shows. */
async function tabTo(at: Opened, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 30; tries += 1) {
    await sendKeys({ press: 'Tab' });
    const button = find(at.box, selector);
    if (button && at.box.shadowRoot?.activeElement === button) return button;
  }
  throw new Error(`No way to ${selector}`);
}

/** WebKit's page without a display has no focus that styles see. */
const showsFocus = (button: HTMLElement): boolean => button.matches(':focus-visible');

function middle(element: HTMLElement): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

describe('iteration-lightbox: tooltips', () => {
  afterEach(() => resetMouse());

  it('tells who comes by key the name and the key of a button, beside it, and goes along', async function () {
    const at = await open(backend(THREE), 'b');
    const next = await tabTo(at, '.next');
    if (!showsFocus(next)) this.skip();
    await says(at, 'Next in the session (Right arrow)');
    const [tip, button] = [tipIn(at), next].map((one) => one?.getBoundingClientRect());
    const beside = (tip?.top ?? 0) - (button?.bottom ?? 0);
    expect(beside).to.be.within(0, 8);
    expect(tip?.right).to.be.at.most(innerWidth - 7);
    expect([tipIn(at)?.ariaHidden, next.title, next.getAttribute('aria-description')]).to.deep.equal([
      'true',
      '',
      null,
    ]);
    const close = await tabTo(at, '.close');
    await says(at, 'Close viewer (Esc)');
    expect(close.getBoundingClientRect().bottom).to.be.at.most(tipIn(at)?.getBoundingClientRect().top ?? 0);
    expect(find(at.box, 'dialog')?.querySelectorAll('.tooltip').length).to.equal(1);
  });

  it('goes by Escape, which closes the dialog only the next time', async function () {
    const at = await open(backend(THREE), 'b');
    if (!showsFocus(await tabTo(at, '.info'))) this.skip();
    await waitUntil(() => tipIn(at), 'shows');
    await sendKeys({ press: 'Escape' });
    expect([tipIn(at), dialogOf(at.box).open]).to.deep.equal([undefined, true]);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialogOf(at.box).open, 'closes');
  });

  it('stays while one points at it, and goes with its button', async () => {
    const at = await open(backend(THREE), 'b');
    const info = find(at.box, '.info');
    await sendMouse({ type: 'move', position: middle(info!) });
    await waitUntil(() => tipIn(at), 'shows');
    await sendMouse({ type: 'move', position: middle(tipIn(at)!) });
    await new Promise(requestAnimationFrame);
    expect([tipIn(at)?.matches(':hover'), info?.matches(':hover')]).to.deep.equal([true, false]);
    await sendMouse({ type: 'move', position: [Math.round(innerWidth / 2), Math.round(innerHeight / 2)] });
    await waitUntil(() => !tipIn(at), 'goes');
    await sendMouse({ type: 'move', position: middle(info!) });
    await waitUntil(() => tipIn(at), 'shows again');
    info!.hidden = true;
    info!.style.display = 'none';
    await waitUntil(() => !tipIn(at), 'goes with it');
  });
});
