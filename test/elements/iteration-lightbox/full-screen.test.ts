import { expect } from '@open-wc/testing';
import { backend, dialogOf, find, open, press, row, shows, video } from './lightbox.js';
import { waitUntil } from '../../support/wait.js';

describe('iteration-lightbox: full screen', () => {
  it('is asked for what stays when one pages, and for nothing that goes', async () => {
    const asked: Element[] = [];
    const before = Object.getOwnPropertyDescriptor(Element.prototype, 'requestFullscreen');
    const request = function request(this: Element): Promise<void> {
      asked.push(this);
      return Promise.resolve();
    };
    Object.defineProperty(Element.prototype, 'requestFullscreen', { value: request, configurable: true });
    try {
      const at = await open(backend([row('a', 30, { kind: 'video', media: video }), row('b', 20)]), 'a');
      await waitUntil(() => find(at.box, '.controls .play'), 'the player');
      press(dialogOf(at.box), 'f');
      await waitUntil(() => asked.length === 1, 'asks for the screen');
      press(dialogOf(at.box), 'ArrowRight');
      await shows(at, 'b');
      await waitUntil(() => find(at.box, '.full'), 'the picture');
      expect([asked[0]?.isConnected, asked[0]?.contains(find(at.box, '.full') ?? null)]).to.deep.equal([true, true]);
    } finally {
      if (before) Object.defineProperty(Element.prototype, 'requestFullscreen', before);
    }
  });

  it('shows what is said above what fills the screen', async () => {
    const at = await open(backend([row('a', 30), row('b', 20)]), 'a');
    await waitUntil(() => find(at.box, '.place.btn'), 'the ways');
    let isFull = true;
    const stage = find(at.box, '.stage');
    if (at.box.shadowRoot)
      Object.defineProperty(at.box.shadowRoot, 'fullscreenElement', { get: () => (isFull ? stage : null) });
    const change = (): unknown => stage?.dispatchEvent(new Event('fullscreenchange', { bubbles: true }));
    const isAbove = (): unknown => find(at.box, '.toasts')?.matches(':popover-open');
    change();
    change();
    expect(isAbove()).to.equal(true);
    isFull = false;
    change();
    expect([isAbove(), find(at.box, '.toasts')?.hasAttribute('popover')]).to.deep.equal([false, false]);
  });
});
