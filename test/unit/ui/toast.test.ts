import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Localizer } from '../../../src/i18n/localizer.js';
import { ToastController } from '../../../src/ui/toast.js';
import { PartsProbe } from './parts.js';
import '../../support/english.js';
import { waitUntil } from '../../support/wait.js';

const l10n = new Localizer();

class TalkingProbe extends PartsProbe {
  readonly toast = new ToastController(this);
  override template = () => html`<button id="opener">Rename</button>${this.toast.render(l10n)}`;

  get toastText(): string | undefined {
    return this.renderRoot.querySelector('.toast-text')?.textContent;
  }
  button(text: string): HTMLButtonElement {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    return buttons.find((one) => one.textContent.trim() === text || one.ariaLabel === text)!;
  }
}
customElements.define('talking-probe', TalkingProbe);

let probe: TalkingProbe;

const mountProbe = async (): Promise<void> => {
  probe = new TalkingProbe();
  document.body.append(probe);
  await probe.updateComplete;
};

describe('ToastController', () => {
  beforeEach(mountProbe);
  afterEach(() => probe.remove());

  it('comes into a region that was there before', async () => {
    const region = probe.renderRoot.querySelector('[role=status]')!;
    expect(region.textContent.trim()).to.equal('');
    probe.toast.show({ text: 'Archived 12 iterations' });
    await probe.updateComplete;
    expect(region.textContent).to.contain('Archived 12 iterations');
  });

  it('runs its action once and goes', async () => {
    let undone = 0;
    probe.toast.show({ text: 'Archived', actions: [{ label: 'Undo', run: () => (undone += 1) }] });
    await probe.updateComplete;
    probe.button('Undo').click();
    await probe.updateComplete;
    expect([undone, probe.toastText]).to.deep.equal([1, undefined]);
  });

  it('goes by itself, but not while it is looked at', async () => {
    probe.toast.show({ text: 'Short', durationMs: 1 });
    await probe.updateComplete;
    const region = probe.renderRoot.querySelector('[role=status]')!;
    region.dispatchEvent(new PointerEvent('pointerenter'));
    const other = new TalkingProbe();
    document.body.append(other);
    other.toast.show({ text: 'Later, and not looked at', durationMs: 1 });
    await waitUntil(() => other.toast.current === undefined, 'the other goes', { timeout: 3000 });
    other.remove();
    expect(probe.toast.current?.text).to.equal('Short');
    region.dispatchEvent(new PointerEvent('pointerleave'));
    await waitUntil(() => probe.toast.current === undefined, 'it goes', { timeout: 3000 });
  });

  it('is replaced by the next, and dismissed by its button and by Escape', async () => {
    probe.toast.show({ text: 'First' });
    probe.toast.show({ text: 'Second' });
    await probe.updateComplete;
    expect(probe.toastText).to.equal('Second');
    probe.button('Dismiss').click();
    expect(probe.toast.current).to.equal(undefined);
    probe.toast.show({ text: 'Third', actions: [{ label: 'Undo', run: () => undefined }] });
    await probe.updateComplete;
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    probe.button('Undo').dispatchEvent(escape);
    expect([escape.defaultPrevented, probe.toast.current]).to.deep.equal([true, undefined]);
  });

  it('gives the focus back to where it came from', async () => {
    const opener = probe.renderRoot.querySelector<HTMLElement>('#opener')!;
    const undo = { label: 'Undo', run: () => undefined };
    opener.focus();
    probe.toast.show({ text: 'Archived', actions: [undo] });
    await probe.updateComplete;
    probe.button('Undo').focus();
    probe.button('Undo').click();
    await waitUntil(() => probe.shadowRoot?.activeElement === opener, 'by a button');
    probe.toast.show({ text: 'Archived', actions: [undo] });
    await probe.updateComplete;
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    probe.button('Undo').focus();
    probe.button('Undo').dispatchEvent(escape);
    await waitUntil(() => probe.shadowRoot?.activeElement === opener, 'by Escape');
  });

  it('lets nobody press the button of another message, and stays under the focus', async () => {
    const pressed: string[] = [];
    const offer = (label: string) => ({ label, run: () => void pressed.push(label) });
    probe.toast.show({ text: 'Archived', actions: [offer('Undo')] });
    await probe.updateComplete;
    const undo = probe.button('Undo');
    undo.focus();
    probe.toast.show({ text: 'Some failed', actions: [offer('Retry')], durationMs: 1 });
    await probe.updateComplete;
    await waitUntil(() => probe.shadowRoot?.activeElement === probe.button('Dismiss'), 'the next');
    expect(undo.isConnected).to.equal(false);
    const other = new TalkingProbe();
    document.body.append(other);
    await other.updateComplete;
    other.toast.show({ text: 'Short', durationMs: 1 });
    await waitUntil(() => other.toast.current === undefined, 'that has gone');
    other.remove();
    expect([probe.toastText, pressed]).to.deep.equal(['Some failed', []]);
  });

  it('is forgotten with its element', () => {
    probe.toast.show({ text: 'First' });
    probe.remove();
    expect(probe.toast.current).to.equal(undefined);
    probe.toast.show({ text: 'Nowhere' });
    expect(probe.toast.current).to.equal(undefined);
  });
});
