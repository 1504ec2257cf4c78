import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { all, find, frame, gone, key, press, see, until } from './support/deep.js';
import { mediaFile } from './support/library.js';
import { focused, makeStage, type Stage } from './support/stage.js';

describe("a host's keys, focus and scrolling", () => {
  let stage: Stage;

  beforeEach(async function () {
    this.timeout(30_000);
    stage = await makeStage();
  });

  afterEach(() => stage.clear());

  const toTiles = async (): Promise<HTMLElement> => {
    stage.app.navigation = { view: 'iterations' };
    return see('.tile[data-id]');
  };

  it('reach its own field, and do nothing to us', async () => {
    await toTiles();
    const { app, field } = stage;
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void =>
      void heard.push(`${event.key}${event.defaultPrevented ? ' prevented' : ''}`);
    addEventListener('keydown', listen);
    const state = (): string => JSON.stringify([app.navigation, all('.tile.selected').length]);
    const before = state();
    field.focus();
    const keys = [
      'a',
      '/',
      '?',
      'Escape',
      'Delete',
      'Backspace',
      'ArrowDown',
      'ArrowRight',
      'Home',
      'End',
      'e',
      'r',
      'm',
    ];
    for (const name of keys) await sendKeys({ press: name });
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'a' });
    await sendKeys({ up: 'Control' });
    removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([...keys, 'Control', 'a']);
    expect(state()).to.equal(before);
    expect(document.activeElement === field).to.equal(true);
  });

  it('are not used outside of us, nor are its wheel, its files and its clipboard', async () => {
    await toTiles();
    stage.app.navigation = { iterationId: 's2-0' };
    await see('iteration-lightbox >>> .bar');
    stage.app.navigation = { iterationId: null };
    await gone('iteration-lightbox >>> dialog');
    const transfer = new DataTransfer();
    transfer.items.add(mediaFile('image'));
    const more = { bubbles: true, cancelable: true, composed: true };
    const events = [
      new WheelEvent('wheel', { deltaY: 90, ...more }),
      new ClipboardEvent('paste', { clipboardData: transfer, ...more }),
      new DragEvent('dragover', { dataTransfer: transfer, ...more }),
      new DragEvent('drop', { dataTransfer: transfer, ...more }),
      new PointerEvent('pointerdown', more),
      new MouseEvent('contextmenu', more),
      new KeyboardEvent('keydown', { key: 'Escape', ...more }),
      new KeyboardEvent('keydown', { key: 'ArrowDown', ...more }),
      new KeyboardEvent('keydown', { key: '/', ...more }),
    ];
    for (const event of events) {
      document.body.dispatchEvent(event);
      expect(event.defaultPrevented, event.type).to.equal(false);
    }
    expect(all('.reference').length).to.equal(0);
  });

  it('Escape closes the innermost only', async () => {
    stage.app.navigation = { sessionId: 's2' };
    await press('Rename', (await see('imagination-session')).shadowRoot!);
    key(await see('.title-field'), 'Escape');
    await gone('.title-field');
    expect(stage.app.navigation.sessionId).to.equal('s2');
    stage.app.navigation = { sessionId: null, view: 'iterations' };
    await gone('imagination-session');
    const tile = await see('iteration-grid >>> .tile[data-id]');
    tile.focus({ preventScroll: true });
    await sendKeys({ press: 'Enter' });
    const dialog = await see('iteration-lightbox >>> dialog');
    expect(stage.app.navigation.iterationId).to.equal(tile.dataset['id']);
    await until('the focus inside', () => dialog.contains(focused()));
    await sendKeys({ press: 'Escape' });
    await gone('iteration-lightbox >>> dialog');
    expect([stage.app.navigation.view, stage.app.navigation.iterationId]).to.deep.equal(['iterations', null]);
  });

  it('keeps the caret where it is while data come and go', async () => {
    const { app, field, adapter } = stage;
    field.value = 'A text of the host';
    field.focus();
    field.setSelectionRange(3, 5);
    const { signal } = new AbortController();
    for (let round = 0; round < 50; round++) {
      const title = `Title ${round}`;
      await adapter.updateSession('s7', { title }, undefined, { signal, idempotencyKey: title });
    }
    await until('the last title', () => find('.card[data-id=s7]')?.textContent.includes('Title 49'));
    for (const view of ['iterations', 'sessions'] as const) {
      app.navigation = { view };
      await frame();
    }
    const again = document.createElement('imaginations-app');
    again.adapter = adapter;
    document.body.append(again);
    await again.updateComplete;
    await frame();
    again.remove();
    expect([document.activeElement === field, field.selectionStart, field.selectionEnd]).to.deep.equal([true, 3, 5]);
    app.navigation = { iterationId: 's2-0' };
    await see('iteration-lightbox >>> .bar');
    app.navigation = { iterationId: null };
    await gone('iteration-lightbox >>> dialog');
    expect([document.activeElement === field, field.selectionStart, field.selectionEnd]).to.deep.equal([true, 3, 5]);
  });

  it('moves the page only to show the tile that a key leads to: never by the lightbox, or a focus that comes back', async () => {
    const tile = await toTiles();
    const address = [location.href, history.length, document.title];
    const body = document.body.getAttribute('style');
    // The app is half out of sight.
    const { top } = stage.app.getBoundingClientRect();
    scrollTo(0, scrollY + top - innerHeight + 200);
    let at = scrollY;
    tile.focus({ preventScroll: true });
    expect(scrollY).to.equal(at);
    for (const name of [
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'End',
      'Home',
      'ArrowRight',
      'PageDown',
      'PageUp',
      'Enter',
    ]) {
      await sendKeys({ press: name });
      await frame();
      const moved = scrollY - at;
      const { top = 0, bottom = 0 } = focused()?.getBoundingClientRect() ?? {};
      const isWhole = (by: number): boolean => top + by >= -1 && bottom + by <= innerHeight + 1;
      if (moved !== 0) expect([isWhole(moved), isWhole(0)], name).to.deep.equal([false, true]);
      at += moved;
    }
    await see('iteration-lightbox >>> .bar');
    for (const name of ['ArrowRight', 'ArrowLeft', 'i', ' ', 'End', 'Home']) {
      await sendKeys({ press: name });
      expect(scrollY, name).to.equal(at);
    }
    await sendKeys({ press: 'Escape' });
    await gone('iteration-lightbox >>> dialog');
    await until('the tile', () => focused()?.matches('.tile'));
    expect(scrollY).to.equal(at);
    stage.app.navigation = { layout: 'timeline', sessionId: null };
    await see('iteration-timeline >>> .tile[data-id]');
    stage.app.navigation = { sessionId: 's2' };
    await see('imagination-session >>> .tile[data-id]');
    expect(scrollY).to.equal(at);
    expect([location.href, history.length, document.title]).to.deep.equal(address);
    expect(document.body.getAttribute('style')).to.equal(body);
  });

  it('goes on when it is taken away while the lightbox is open', async () => {
    const { app, field } = stage;
    field.focus();
    // A picture: WebKitGTK can lock up for good when a video goes while it is still being opened.
    app.navigation = { view: 'iterations', iterationId: 's2-0' };
    await see('iteration-lightbox >>> img.full');
    app.remove();
    await frame();
    expect(document.querySelector('dialog:modal')).to.equal(null);
    field.focus();
    await sendKeys({ press: 'x' });
    expect(field.value).to.equal('x');
  });
});
