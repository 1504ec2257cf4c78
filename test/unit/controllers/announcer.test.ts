import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { AnnouncerController, type AnnouncerOptions } from '../../../src/controllers/announcer-controller.js';
import { mount, probeClass, unmountAll } from './probe.js';
import { waitUntil } from '../../support/wait.js';

const announcer = (options: AnnouncerOptions) => probeClass((host) => new AnnouncerController(host, options));

const QUICK: AnnouncerOptions = { delayMs: 1, gapMs: 1, clearMs: 60_000 };

const region = (root: ParentNode): Element | null => root.querySelector('[role=status]');

/** Every text the region had, in order. */
function log(root: ParentNode): string[] {
  const texts: string[] = [];
  const target = region(root)!;
  new MutationObserver(() => texts.push(target.textContent)).observe(target, { childList: true });
  return texts;
}

describe('AnnouncerController', () => {
  afterEach(unmountAll);

  it('has its region before its text', async () => {
    const Class = announcer(QUICK);
    const probe = mount(new Class());
    const status = region(probe.renderRoot)!;
    expect([status.textContent, status.getAttribute('aria-live')]).to.deep.equal(['', 'polite']);
    probe.controller.announce('Ready');
    expect(status.textContent).to.equal('');
    await waitUntil(() => status.textContent === 'Ready');
  });

  it('leaves what the host renders alone', async () => {
    const Class = announcer(QUICK);
    const probe = new Class();
    probe.template = () => html`<p>Text ${probe.renders}</p>`;
    mount(probe);
    await probe.updateComplete;
    probe.requestUpdate();
    await probe.updateComplete;
    expect(probe.renderRoot.querySelectorAll('p').length).to.equal(1);
    expect(probe.renderRoot.querySelectorAll('[role=status]').length).to.equal(1);
  });

  it('makes one message of a burst, each text once', async () => {
    const Class = announcer(QUICK);
    const probe = mount(new Class());
    const texts = log(probe.renderRoot);
    for (const text of ['One ready', 'Two ready', 'One ready', '']) probe.controller.announce(text);
    await waitUntil(() => texts.length > 0);
    expect(texts).to.deep.equal(['Two ready. One ready']);
  });

  it('does not say what something else has made out of date', async () => {
    const Class = announcer(QUICK);
    const probe = mount(new Class());
    const texts = log(probe.renderRoot);
    probe.controller.announce('1 selected', 'selection');
    probe.controller.announce('Ready');
    probe.controller.announce('2 selected', 'selection');
    await waitUntil(() => texts.length > 0);
    expect(texts).to.deep.equal(['Ready. 2 selected']);
  });

  it('says the last few of very many', async () => {
    const Class = announcer(QUICK);
    const probe = mount(new Class());
    const texts = log(probe.renderRoot);
    for (let count = 1; count <= 300; count++) probe.controller.announce(`${count} new`);
    await waitUntil(() => texts.length > 0);
    expect(texts).to.deep.equal(['296 new. 297 new. 298 new. 299 new. 300 new']);
  });

  it('clears what has been said', async () => {
    const Class = announcer({ delayMs: 1, gapMs: 1, clearMs: 1 });
    const probe = mount(new Class());
    const texts = log(probe.renderRoot);
    probe.controller.announce('Ready');
    await waitUntil(() => texts.length === 2);
    expect(texts).to.deep.equal(['Ready', '']);
  });

  it('speaks inside a dialog while that is open', async () => {
    const dialog = mount(document.createElement('dialog'));
    const where: { root: Element | undefined } = { root: undefined };
    const Class = announcer({ ...QUICK, root: () => where.root });
    const probe = mount(new Class());
    where.root = dialog;
    probe.controller.announce('Inside');
    await waitUntil(() => region(dialog)?.textContent === 'Inside');
    expect(region(probe.renderRoot)).to.equal(null);
  });

  it('leaves nothing behind, and comes back', async () => {
    const Class = announcer(QUICK);
    const probe = mount(new Class());
    probe.controller.announce('Never said');
    probe.remove();
    expect(region(probe.renderRoot)).to.equal(null);
    probe.controller.announce('Nor this');
    mount(probe);
    const texts = log(probe.renderRoot);
    probe.controller.announce('Back');
    await waitUntil(() => texts.length > 0);
    expect(texts).to.deep.equal(['Back']);
  });
});
