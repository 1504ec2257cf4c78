import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { RovingFocusController, type RovingFocusOptions } from '../../../src/controllers/roving-focus-controller.js';
import { mount, probeClass, unmountAll, type Probe } from './probe.js';

type Group = Probe<{ readonly moves: string[]; readonly roving: RovingFocusController }>;

async function group(options: Partial<RovingFocusOptions> = {}, template = row): Promise<Group> {
  const Class = probeClass((host) => {
    const moves: string[] = [];
    const roving = new RovingFocusController(host, {
      items: () => host.renderRoot.querySelectorAll<HTMLElement>('button'),
      onMove: (item) => moves.push(item.id),
      ...options,
    });
    return { moves, roving };
  });
  const probe = new Class();
  probe.template = template;
  mount(probe);
  await probe.updateComplete;
  return probe;
}

const row = () => html`<div><button id="a">A</button><button id="b">B</button><button id="c">C</button></div>`;

const stops = (probe: Group): string =>
  [...probe.renderRoot.querySelectorAll('button')].map((button) => `${button.id}${button.tabIndex}`).join(' ');

const focused = (probe: Group): string | undefined => probe.shadowRoot?.activeElement?.id;

const press = (probe: Group, key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  probe.shadowRoot!.activeElement!.dispatchEvent(event);
  return event;
};

describe('RovingFocusController', () => {
  afterEach(unmountAll);

  it('has one tab stop: the first item', async () => {
    expect(stops(await group())).to.equal('a0 b-1 c-1');
  });

  it('begins at the chosen item', async () => {
    const chosen = () => html`<button id="a">A</button><button id="b" aria-checked="true">B</button>`;
    expect(stops(await group({}, chosen))).to.equal('a-1 b0');
  });

  it('moves with the arrows, around the ends, and with Home and End', async () => {
    const probe = await group();
    probe.controller.roving.focusItem();
    const visited = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home', 'End'].map((key) => {
      expect(press(probe, key).defaultPrevented).to.equal(true);
      return focused(probe);
    });
    expect(visited).to.deep.equal(['b', 'c', 'a', 'c', 'a', 'c']);
    expect(probe.controller.moves).to.deep.equal(visited);
    expect(stops(probe)).to.equal('a-1 b-1 c0');
  });

  it('stops at the ends where told so', async () => {
    const probe = await group({ wrap: false });
    probe.controller.roving.focusItem();
    press(probe, 'ArrowLeft');
    expect(focused(probe)).to.equal('a');
  });

  it('turns round in right-to-left text', async () => {
    const probe = await group();
    probe.dir = 'rtl';
    probe.controller.roving.focusItem();
    press(probe, 'ArrowLeft');
    expect(focused(probe)).to.equal('b');
  });

  it('leaves the other axis and modified keys alone', async () => {
    const probe = await group();
    probe.controller.roving.focusItem();
    const events = [press(probe, 'ArrowDown'), press(probe, 'ArrowRight', { altKey: true }), press(probe, 'x')];
    expect(events.map((event) => event.defaultPrevented)).to.deep.equal([false, false, false]);
    expect(focused(probe)).to.equal('a');
    const vertical = await group({ orientation: 'vertical' });
    vertical.controller.roving.focusItem();
    press(vertical, 'ArrowDown');
    expect(focused(vertical)).to.equal('b');
  });

  it('follows a focus that came by pointer', async () => {
    const probe = await group();
    probe.renderRoot.querySelector<HTMLElement>('#c')!.focus();
    expect(stops(probe)).to.equal('a-1 b-1 c0');
  });

  it('keeps one tab stop when the current item goes away', async () => {
    const probe = await group();
    probe.controller.roving.focusItem(probe.renderRoot.querySelector<HTMLElement>('#c')!);
    probe.template = () => html`<button id="x">X</button><button id="y">Y</button>`;
    probe.requestUpdate();
    await probe.updateComplete;
    expect(stops(probe)).to.equal('x0 y-1');
  });

  it('scrolls its own row and not the page', async () => {
    const probe = await group();
    const scroller = probe.renderRoot.querySelector('div')!;
    scroller.style.cssText = 'display: flex; overflow: auto; width: 100px; margin-top: 3000px';
    for (const button of scroller.children) (button as HTMLElement).style.cssText = 'flex: none; width: 80px';
    probe.controller.roving.focusItem();
    press(probe, 'End');
    expect(scroller.scrollLeft).to.be.greaterThan(100);
    expect(window.scrollY).to.equal(0);
  });
});
