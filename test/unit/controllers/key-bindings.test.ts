import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { KeyBindingsController, type KeyBindingsOptions } from '../../../src/controllers/key-bindings-controller.js';
import { mount, probeClass, unmountAll } from './probe.js';

const COMBINATIONS = [
  'escape',
  'ctrl+enter',
  'mod+a',
  'shift+a',
  'a',
  '?',
  'space',
  'alt+arrowleft',
  'shift+arrowright',
];

const keysClass = (options?: KeyBindingsOptions, combinations = COMBINATIONS) =>
  probeClass((host) => {
    const heard: string[] = [];
    const entries = combinations.map((one) => [one, () => void heard.push(one)] as const);
    const bindings = { ...Object.fromEntries(entries), n: () => false };
    return { heard, controller: new KeyBindingsController(host, bindings, options) };
  });

const Keys = keysClass();
const KeysInFields = keysClass({ inFields: true });

const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
};

describe('KeyBindingsController', () => {
  afterEach(unmountAll);

  it('hears combinations', () => {
    const probe = mount(new Keys());
    press(probe, 'Escape');
    press(probe, 'Enter', { ctrlKey: true });
    press(probe, 'a', { metaKey: true });
    press(probe, 'A', { shiftKey: true });
    press(probe, 'a');
    press(probe, '?', { shiftKey: true });
    press(probe, ' ');
    press(probe, 'ArrowLeft', { altKey: true });
    press(probe, 'ArrowRight', { shiftKey: true });
    expect(probe.controller.heard).to.deep.equal([
      'escape',
      'ctrl+enter',
      'mod+a',
      'shift+a',
      'a',
      '?',
      'space',
      'alt+arrowleft',
      'shift+arrowright',
    ]);
  });

  it('does not hear others, and leaves them to the page', () => {
    const probe = mount(new Keys());
    const events = [
      press(probe, 'Enter'),
      press(probe, 'Enter', { ctrlKey: true, shiftKey: true }),
      press(probe, 'Escape', { altKey: true }),
      press(probe, 'b'),
      press(document.body, 'Escape'),
    ];
    expect(probe.controller.heard).to.deep.equal([]);
    expect(events.map((event) => event.defaultPrevented)).to.deep.equal([false, false, false, false, false]);
  });

  it('lets nobody else act on a key it has acted on', () => {
    const parent = mount(document.createElement('div'));
    const passed: string[] = [];
    parent.addEventListener('keydown', (event) => passed.push(event.key));
    const probe = new Keys();
    parent.append(probe);
    expect(press(probe, 'Escape').defaultPrevented).to.equal(true);
    expect(press(probe, 'n').defaultPrevented).to.equal(false);
    expect(passed).to.deep.equal(['n']);
  });

  it('leaves keys that somebody inside has acted on', () => {
    const probe = mount(new Keys());
    const inner = probe.appendChild(document.createElement('span'));
    inner.addEventListener('keydown', (event) => event.preventDefault());
    press(inner, 'Escape');
    expect(probe.controller.heard).to.deep.equal([]);
  });

  it('leaves what is typed into fields, also in its shadow root, unless asked', async () => {
    for (const [Class, expected] of [
      [Keys, []],
      [KeysInFields, ['a', 'ctrl+enter']],
    ] as const) {
      const probe = new Class();
      probe.template = () => html`<textarea></textarea>`;
      mount(probe);
      await probe.updateComplete;
      const field = probe.renderRoot.querySelector('textarea')!;
      press(field, 'a');
      press(field, 'Enter', { ctrlKey: true });
      expect(probe.controller.heard).to.deep.equal(expected);
    }
  });

  it('leaves keys of an input method', () => {
    const probe = mount(new KeysInFields());
    press(probe, 'Escape', { isComposing: true });
    press(probe, 'Escape', { keyCode: 229 });
    expect(probe.controller.heard).to.deep.equal([]);
  });

  it('is silent when told so, and when gone', () => {
    const switches = { on: false };
    const Switched = keysClass({ when: () => switches.on });
    const probe = mount(new Switched());
    press(probe, 'a');
    switches.on = true;
    press(probe, 'a');
    probe.remove();
    press(probe, 'a');
    expect(probe.controller.heard).to.deep.equal(['a']);
  });
});
