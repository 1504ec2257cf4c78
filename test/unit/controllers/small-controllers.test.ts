import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { ConnectionController } from '../../../src/controllers/connection-controller.js';
import { MediaQueryController } from '../../../src/controllers/media-query-controller.js';
import { ResizeController, type BoxSize } from '../../../src/controllers/resize-controller.js';
import { mount, probeClass, unmountAll } from './probe.js';
import { waitUntil } from '../../support/wait.js';

describe('ConnectionController', () => {
  const Connected = probeClass((host) => new ConnectionController(host));
  afterEach(unmountAll);

  it('has a signal per connection', () => {
    const probe = new Connected();
    expect(probe.controller.signal.aborted).to.equal(true);
    mount(probe);
    const first = probe.controller.signal;
    expect(first.aborted).to.equal(false);
    probe.remove();
    expect(first.aborted).to.equal(true);
    mount(probe);
    expect(probe.controller.signal.aborted).to.equal(false);
    expect(probe.controller.signal === first).to.equal(false);
  });
});

describe('MediaQueryController', () => {
  const Narrow = probeClass((host) => new MediaQueryController(host, '(min-width: 1px)'));
  const Never = probeClass((host) => new MediaQueryController(host, '(max-width: 0px)'));
  afterEach(unmountAll);

  it('says whether it matches, connected or not', () => {
    const probe = new Narrow();
    expect(probe.controller.matches).to.equal(true);
    mount(probe);
    expect(probe.controller.matches).to.equal(true);
    expect(mount(new Never()).controller.matches).to.equal(false);
  });

  it('follows a change while connected', async () => {
    const frame = mount(document.createElement('iframe'));
    frame.style.width = '100px';
    frame.srcdoc = '<p>';
    await oneEvent(frame, 'load');
    const list = frame.contentWindow!.matchMedia('(min-width: 300px)');
    const original = globalThis.matchMedia;
    globalThis.matchMedia = () => list;
    try {
      const probe = mount(new Never());
      await probe.updateComplete;
      const before = probe.renders;
      frame.style.width = '400px';
      await waitUntil(() => probe.renders > before);
      expect(probe.controller.matches).to.equal(true);
    } finally {
      globalThis.matchMedia = original;
    }
  });
});

describe('ResizeController', () => {
  const Sized = probeClass((host) => {
    const sizes: BoxSize[] = [];
    const target = (): Element | null => host.renderRoot.querySelector('.inner');
    return { sizes, controller: new ResizeController(host, target, (size) => sizes.push(size)) };
  });
  afterEach(unmountAll);

  it('tells the size of the target, and when it has changed', async () => {
    const probe = new Sized();
    probe.template = () => html`<div class="inner"></div>`;
    mount(probe);
    await probe.updateComplete;
    const inner = probe.renderRoot.querySelector<HTMLElement>('.inner')!;
    inner.style.cssText = 'width: 120px; height: 40px';
    await waitUntil(() => probe.controller.sizes.at(-1)?.width === 120);
    inner.style.width = '90px';
    await waitUntil(() => probe.controller.sizes.at(-1)?.width === 90);
    expect(probe.controller.controller.size).to.deep.equal({ width: 90, height: 40 });
    const { sizes } = probe.controller;
    expect(
      sizes.every((size, at) => size.width !== sizes[at - 1]?.width || size.height !== sizes[at - 1]?.height),
    ).to.equal(true);
  });

  it('follows the target to another element, and stops when it is gone', async () => {
    const probe = new Sized();
    probe.template = () => html`<p class="inner"></p>`;
    mount(probe);
    await probe.updateComplete;
    probe.template = () => html`<div class="inner"></div>`;
    probe.requestUpdate();
    await probe.updateComplete;
    const inner = probe.renderRoot.querySelector<HTMLElement>('.inner')!;
    inner.style.width = '77px';
    await waitUntil(() => probe.controller.sizes.at(-1)?.width === 77);
    probe.remove();
    const told = probe.controller.sizes.length;
    inner.style.width = '99px';
    mount(probe);
    await waitUntil(() => probe.controller.sizes.length > told);
    expect(probe.controller.sizes.at(-1)?.width).to.equal(99);
  });

  it('renders the host where there is no callback', async () => {
    const Own = probeClass((host) => new ResizeController(host));
    const probe = new Own();
    probe.style.display = 'block';
    mount(probe);
    await waitUntil(() => (probe.controller.size?.width ?? 0) > 0 && probe.renders > 1);
    expect(probe.controller.size?.width).to.equal(probe.clientWidth);
  });

  it('causes no loop when the callback changes the size', async () => {
    const errors: string[] = [];
    const note = (event: ErrorEvent): void => void errors.push(event.message);
    // Before the test runner's own listener, which swallows these.
    document.documentElement.style.setProperty('--unused', '0');
    window.addEventListener('error', note, { capture: true });
    try {
      const Growing = probeClass((host) => {
        const state = { last: 0 };
        const grow = ({ width }: BoxSize): void => {
          state.last = width;
          if (width < 104) host.style.width = `${width + 1}px`;
        };
        return { state, controller: new ResizeController(host, undefined, grow) };
      });
      const probe = new Growing();
      probe.style.cssText = 'display: block; width: 100px';
      mount(probe);
      await waitUntil(() => probe.controller.state.last === 104);
      expect(errors).to.deep.equal([]);
    } finally {
      window.removeEventListener('error', note, { capture: true });
      document.documentElement.removeAttribute('style');
    }
  });
});
