import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { backend, dialogOf, find, open, press, row, textOf, THREE } from './lightbox.js';
import type { IterationLightbox } from '../../../src/elements/iteration-lightbox/iteration-lightbox-element.js';
import { waitUntil } from '../../support/wait.js';

const STRINGS = [
  '<img src=x onerror="document.title=\'hit\'">',
  '${7*7}{{7*7}}',
  '\u202eabc\u0000\ud800',
  '"><svg onload=alert(1)>',
];

const pageState = (): string =>
  JSON.stringify([
    document.documentElement.getAttribute('style'),
    document.body.getAttribute('style'),
    scrollX,
    scrollY,
    document.body.offsetWidth,
  ]);

describe('iteration-lightbox: and the page around it', () => {
  it('leaves the page as it was: nothing is styled, scrolled or shifted', async () => {
    const tall = await fixture<HTMLElement>(html`<div></div>`);
    tall.style.height = '5000px';
    const before = pageState();
    const { box } = await open(backend(THREE), 'b');
    const during = pageState();
    for (const key of ['PageDown', ' ', 'ArrowDown']) {
      expect(press(dialogOf(box), key).defaultPrevented, key).to.equal(true);
    }
    const wheel = new WheelEvent('wheel', { deltaY: 100, bubbles: true, composed: true, cancelable: true });
    find(box, '.stage')?.dispatchEvent(wheel);
    expect(wheel.defaultPrevented).to.equal(true);
    press(dialogOf(box), 'Escape');
    expect([during, pageState()]).to.deep.equal([before, before]);
  });

  it('fills the window inside two shadow roots of a page that resets everything', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset !important }');
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('div');
    const [outerRoot, innerRoot] = [outer.attachShadow({ mode: 'open' }), inner.attachShadow({ mode: 'open' })];
    outerRoot.adoptedStyleSheets = innerRoot.adoptedStyleSheets = [sheet];
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const box: IterationLightbox = document.createElement('iteration-lightbox');
      box.adapter = backend(THREE);
      outerRoot.append(inner);
      innerRoot.append(box);
      box.iterationId = 'a';
      await waitUntil(() => dialogOf(box).open && textOf(box, '.place') !== '');
      await Promise.all(
        dialogOf(box)
          .getAnimations()
          .map(({ finished }) => finished),
      );
      const { left, top, width, height } = dialogOf(box).getBoundingClientRect();
      expect([left, top, Math.round(width), Math.round(height)]).to.deep.equal([
        0,
        0,
        document.documentElement.clientWidth,
        document.documentElement.clientHeight,
      ]);
      press(dialogOf(box), 'ArrowRight');
      await waitUntil(() => box.iterationId === 'b');
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('keeps Tab inside, also above a dialog of the host, which Escape leaves open', async () => {
    const own = await fixture<HTMLDialogElement>(html`<dialog><button>Of the host</button></dialog>`);
    own.showModal();
    const { box, opener } = await open(backend(THREE), 'b');
    const outside = new Set<string>();
    for (let count = 0; count < 30; count += 1) {
      await sendKeys({ press: 'Tab' });
      const active = document.activeElement;
      if (active !== box) outside.add(active?.textContent ?? '');
    }
    expect([...outside]).to.deep.equal([]);
    dialogOf(box).focus({ preventScroll: true });
    // Of the button that had the focus: the key would close that alone.
    await waitUntil(() => !box.shadowRoot?.querySelector('.tooltip:popover-open'), 'the tooltip goes');
    await sendKeys({ press: 'Escape' });
    expect([dialogOf(box).open, own.open, opener.isConnected]).to.deep.equal([false, true, true]);
  });

  it('closes its details first where they share a phone with the picture', async () => {
    await setViewport({ width: 390, height: 700 });
    try {
      const { box } = await open(backend(THREE), 'b');
      press(dialogOf(box), 'i');
      await waitUntil(() => find(box, '.panel'));
      press(dialogOf(box), 'Escape');
      await waitUntil(() => !find(box, '.panel'));
      expect(dialogOf(box).open).to.equal(true);
      press(dialogOf(box), 'Escape');
      expect(dialogOf(box).open).to.equal(false);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('writes no style attribute into its templates', async () => {
    const { box } = await open(backend(THREE, {}), 'a');
    const own = [...(box.shadowRoot?.querySelectorAll('[style]') ?? [])].map((one) => one.getAttribute('style') ?? '');
    // What is there was written through the object model.
    expect(
      own.filter((text) => !/^(--_ratio|background-color|transform|clip-path|inset-inline-start)/.test(text)),
    ).to.deep.equal([]);
  });

  it('shows hostile texts as they are, and they do nothing', async () => {
    for (const text of STRINGS) {
      const rows = [
        row('a', 2, {
          prompt: text,
          revisedPrompt: text,
          model: text,
          seed: text,
          params: { [text]: text },
          parents: [{ role: 'remix', iterationId: 'b' }],
        }),
        row('b', 1, { prompt: text }),
      ];
      const session = {
        id: 's',
        createdAt: '2026-01-01T00:00:00.000Z',
        title: text,
        brief: {
          prompt: text,
          negativePrompt: text,
          references: [{ id: 'r', name: text, kind: 'file' as const, source: { url: text, mime: text } }],
        },
      };
      const { box } = await open(backend(rows, {}, session), 'a');
      if (!find(box, '.panel')) press(dialogOf(box), 'i');
      await waitUntil(() => find(box, '.parent'));
      expect(find(box, '.prose')?.textContent).to.equal(text);
      expect(box.shadowRoot?.querySelectorAll('[onerror],[onload]').length).to.equal(0);
      box.remove();
    }
    expect(document.title).to.not.equal('hit');
  });

  it('shows a prompt of a megabyte in parts', async () => {
    const prompt = 'word '.repeat(200_000);
    const { box } = await open(backend([row('a', 1, { prompt })]), 'a');
    if (!find(box, '.panel')) press(dialogOf(box), 'i');
    await waitUntil(() => find(box, '.more'));
    const length = (): number => find(box, '.prose')?.textContent.length ?? 0;
    expect(length()).to.be.lessThan(400);
    find(box, '.more')?.click();
    await waitUntil(() => length() > 50_000);
    expect(length()).to.be.lessThan(prompt.length);
  });
});
