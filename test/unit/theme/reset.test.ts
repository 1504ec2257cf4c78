import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { baseStyles } from '../../../src/theme/base.styles.js';

class ResetProbe extends LitElement {
  static override readonly styles = baseStyles;
  override render() {
    return html`<p class="text">Text</p>
      <button>Button</button>`;
  }
}
customElements.define('reset-probe', ResetProbe);

const TEXT_PROPERTIES = [
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textTransform',
  'textIndent',
  'textAlign',
  'textShadow',
  'whiteSpace',
  'wordBreak',
  'writingMode',
  'visibility',
  'pointerEvents',
  'cursor',
  'color',
  'fontStyle',
  'fontWeight',
  'fontVariant',
  'listStyleType',
] as const;

const POISON = `line-height: 0; letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase; text-indent: -9999px;
  text-align: right; text-shadow: 0 0 9px red; white-space: pre; word-break: break-all; writing-mode: vertical-rl;
  visibility: hidden; pointer-events: none; user-select: none; cursor: wait; color: transparent; font-style: italic;
  font-weight: 900; font-variant: small-caps; list-style: square; -webkit-text-fill-color: transparent`;

async function probe(pageCss: string): Promise<{ host: ResetProbe; text: CSSStyleDeclaration; box: DOMRect }> {
  const parent = await fixture<HTMLElement>(html`<div class="page"></div>`);
  const style = document.createElement('style');
  style.textContent = pageCss;
  const host = new ResetProbe();
  // In vertical text around it, only a width of its own gives it one.
  host.style.width = '400px';
  parent.append(style, host);
  await host.updateComplete;
  const text = host.renderRoot.querySelector('.text')!;
  return { host, text: getComputedStyle(text), box: text.getBoundingClientRect() };
}

const pick = (style: CSSStyleDeclaration): Record<string, string> =>
  Object.fromEntries(TEXT_PROPERTIES.map((name) => [name, style[name]]));

describe('the reset', () => {
  it('keeps inherited text properties out', async () => {
    const clean = await probe('');
    const expected = pick(clean.text);
    const { width, height } = clean.box;
    const poisoned = await probe(`.page { ${POISON} }`);
    expect(pick(poisoned.text)).to.deep.equal(expected);
    expect([poisoned.box.width, poisoned.box.height]).to.deep.equal([width, height]);
  });

  it('holds against properties put on the element itself', async () => {
    const expected = pick((await probe('')).text);
    const poisoned = await probe(
      `* { ${POISON.replaceAll(';', ' !important;')} !important; padding: 20px !important }`,
    );
    expect(pick(poisoned.text)).to.deep.equal(expected);
    expect(getComputedStyle(poisoned.host).padding).to.equal('0px');
  });

  it('stays a block whatever the page resets', async () => {
    const { height } = (await probe('')).box;
    for (const sheet of ['all: unset', 'all: unset !important', 'display: contents !important']) {
      const { host, box } = await probe(`.page > :not(style) { ${sheet} }`);
      expect(getComputedStyle(host).display, sheet).to.equal('block');
      expect(box.height, sheet).to.equal(height);
    }
  });

  it('can be hidden by its attribute', async () => {
    const { host } = await probe('');
    host.hidden = true;
    expect(getComputedStyle(host).display).to.equal('none');
  });

  it('inherits family, size, direction and colour scheme', async () => {
    const { text } = await probe('.page { font: 20px monospace; direction: rtl; color-scheme: dark }');
    expect(text.fontFamily).to.equal('monospace');
    expect(text.fontSize).to.equal('20px');
    expect(text.direction).to.equal('rtl');
    expect(text.color).to.equal('rgb(237, 237, 240)');
  });

  it('takes a size nobody can read for an accident', async () => {
    expect((await probe('.page { font-size: 6px }')).text.fontSize).to.equal('16px');
    expect((await probe('.page { font-size: 0 }')).text.fontSize).to.equal('16px');
    expect((await probe('.page { font-size: 12px }')).text.fontSize).to.equal('12px');
  });

  it("takes the host's tokens", async () => {
    const { text } = await probe('.page { --imagination-text: rgb(1, 2, 3); --imagination-font-size: 18px }');
    expect(text.color).to.equal('rgb(1, 2, 3)');
    expect(text.fontSize).to.equal('18px');
  });
});
