import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { MenuController, type MenuItem } from '../../../src/ui/menu.js';
import { PartsProbe } from './parts.js';
import { waitUntil } from '../../support/wait.js';

class MenuProbe extends PartsProbe {
  readonly menu = new MenuController(this);
  readonly ran: string[] = [];
  readonly items: readonly MenuItem[] = [
    { id: 'a', label: 'Archive', run: () => this.ran.push('a') },
    { id: 'b', label: 'Not now', disabled: true, run: () => this.ran.push('b') },
    { id: 'c', label: 'Delete', danger: true, separated: true, run: () => this.ran.push('c') },
  ];
  override template = () => html`<button id="one">One</button><button id="two">Two</button>${this.menu.render()}`;

  button(id: string): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>(`#${id}`)!;
  }
  get isOpen(): boolean {
    return this.popoverElement.matches(':popover-open');
  }
  get popoverElement(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[role=menu]')!;
  }
  get focusedText(): string | undefined {
    return this.shadowRoot?.activeElement?.textContent.trim();
  }
  press(key: string): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    this.shadowRoot!.activeElement!.dispatchEvent(event);
    return event;
  }
}
customElements.define('menu-probe', MenuProbe);

describe('MenuController', () => {
  let probe: MenuProbe;

  beforeEach(async () => {
    probe = new MenuProbe();
    document.body.append(probe);
    await probe.updateComplete;
  });
  afterEach(() => probe.remove());

  const open = async (id = 'one'): Promise<void> => {
    probe.button(id).focus();
    await probe.menu.toggle(probe.button(id), 'Actions', probe.items);
  };

  it('opens at its button with the focus on the first item', async () => {
    expect(probe.isOpen).to.equal(false);
    await open();
    expect(probe.isOpen).to.equal(true);
    expect(probe.focusedText).to.equal('Archive');
    expect(probe.popoverElement.ariaLabel).to.equal('Actions');
    expect(probe.button('one').ariaExpanded).to.equal('true');
    const [menu, button] = [probe.popoverElement.getBoundingClientRect(), probe.button('one').getBoundingClientRect()];
    expect(menu.top).to.be.within(button.bottom, button.bottom + 8);
  });

  it('opens at its button again, and at another, and gives the focus back to where it was asked for', async () => {
    for (const id of ['one', 'one', 'two']) {
      await open(id);
      const [menu, button] = [probe.popoverElement.getBoundingClientRect(), probe.button(id).getBoundingClientRect()];
      expect(menu.top, id).to.be.within(button.bottom, button.bottom + 8);
      probe.press('Escape');
    }
    await probe.menu.toggle(probe.button('one'), 'Actions', probe.items, probe.button('two'));
    probe.press('Escape');
    expect(probe.focusedText).to.equal('Two');
  });

  it('moves by arrows over what can be chosen', async () => {
    await open();
    probe.press('ArrowDown');
    expect(probe.focusedText).to.equal('Delete');
    probe.press('ArrowDown');
    expect(probe.focusedText).to.equal('Archive');
  });

  it('runs what was chosen after giving the focus back', async () => {
    await open();
    (probe.shadowRoot!.activeElement as HTMLElement).click();
    expect(probe.ran).to.deep.equal(['a']);
    expect([probe.isOpen, probe.focusedText]).to.deep.equal([false, 'One']);
  });

  it('closes by Escape, which nobody else hears', async () => {
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.body.addEventListener('keydown', listen);
    await open();
    expect(probe.press('Escape').defaultPrevented).to.equal(true);
    document.body.removeEventListener('keydown', listen);
    expect([probe.isOpen, probe.focusedText]).to.deep.equal([false, 'One']);
    expect(probe.button('one').ariaExpanded).to.equal('false');
    expect(heard).to.deep.equal([]);
  });

  it('closes when its button is pressed again, and moves to another', async () => {
    await open('one');
    await open('one');
    expect(probe.isOpen).to.equal(false);
    await open('one');
    await open('two');
    expect(probe.isOpen).to.equal(true);
    expect([probe.button('one').ariaExpanded, probe.button('two').ariaExpanded]).to.deep.equal(['false', 'true']);
  });

  it('knows that the browser closed it', async () => {
    await open();
    probe.popoverElement.hidePopover();
    await waitUntil(() => !probe.menu.isOpenAt(probe.button('one')));
    expect(probe.button('one').ariaExpanded).to.equal('false');
  });

  it('stays on the screen', async () => {
    probe.button('two').style.cssText = 'position: fixed; right: 0; bottom: 0';
    await open('two');
    const { left, top, right, bottom } = probe.popoverElement.getBoundingClientRect();
    expect(Math.min(left, top)).to.be.at.least(0);
    expect(right).to.be.at.most(document.documentElement.clientWidth);
    expect(bottom).to.be.at.most(window.innerHeight);
  });

  it('is gone with its element', async () => {
    await open();
    probe.remove();
    expect(probe.menu.anchor).to.equal(undefined);
    document.body.append(probe);
    expect(probe.isOpen).to.equal(false);
  });
});
