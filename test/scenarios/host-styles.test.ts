import { expect } from '@open-wc/testing';
import { openFrame, type HostFrame } from './support/frames.js';
import { looksOf, plantProbes } from './support/ledger.js';

/** Sheets of hosts, from careless to hostile. */
const SHEETS: Readonly<Record<string, string>> = {
  'unsets everything': '* { all: unset }',
  'unsets everything, and means it': '* { all: unset !important }',
  'hides what it does not know': 'body > * { display: none }',
  'dissolves boxes': '* { display: contents !important }',
  'spaces everything': '* { margin: 9px !important; padding: 9px !important }',
  'resets like a framework': `*, ::before, ::after { box-sizing: border-box; border: 0 solid; margin: 0; padding: 0 }
    button, input, select, textarea { font: inherit; color: inherit; background: transparent; line-height: 2 }
    img, svg, video { display: block; max-width: 100%; height: auto; vertical-align: middle }
    h1, h2, h3, p { margin: 0 0 2rem; font-weight: 100 } ol, ul { list-style: none }`,
  normalizes: `html { line-height: 3 } button, select { text-transform: none; appearance: button; overflow: visible }
    [hidden] { display: block } [type=button] { margin: 30px } progress { vertical-align: baseline }`,
  'has tiny roots': 'html { font-size: 6px }',
  'has no root at all': 'html { font-size: 0 }',
  'transforms its body': 'body { transform: translateZ(0); filter: hue-rotate(9deg) }',
  'contains strictly': 'body > * { contain: strict !important }',
  nests: 'body { & img { max-width: 10px } & imaginations-app { & * { display: none } float: inline-start } }',
  'names its classes like ours': `.app, .tile, .card, .toolbar, .btn { display: none !important; width: 3px !important }`,
};

const POISON = `line-height: 0; letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase; text-indent: -9999px;
  text-align: right; white-space: pre; word-break: break-all; writing-mode: vertical-rl; visibility: hidden;
  pointer-events: none; user-select: none; cursor: wait; color: transparent; font-style: italic; font-weight: 900;
  font-variant: small-caps; list-style: square; -webkit-text-fill-color: transparent; text-shadow: 0 0 9px red`;

const SIZE = { inlineSize: 900, blockSize: 600 };

describe("a host's styles", () => {
  let host: HostFrame;
  let app: HTMLElementTagNameMap['imaginations-app'];
  let doc: Document;

  before(async function () {
    this.timeout(30_000);
    host = await openFrame('plain-page.html', 1000, 700);
    doc = host.frame.contentDocument!;
    app = doc.createElement('imaginations-app');
    app.adapter = (await host.page.makeLibrary(6)).adapter;
    for (const [name, px] of Object.entries(SIZE)) {
      app.style.setProperty(name === 'inlineSize' ? 'inline-size' : 'block-size', `${px}px`, 'important');
    }
    doc.body.append(app);
  });

  after(() => host.close());

  const inner = (): Promise<string[]> => {
    const root = app.shadowRoot!;
    return host.page.deep.settled(root, () => root.querySelector('.app')!.getBoundingClientRect());
  };

  /** Adds a sheet while something is done. */
  async function under<T>(css: string, act: () => Promise<T>): Promise<T> {
    const style = doc.createElement('style');
    style.textContent = css;
    doc.head.append(style);
    try {
      return await act();
    } finally {
      style.remove();
    }
  }

  for (const view of ['sessions', 'iterations'] as const) {
    it(`move nothing in the view of ${view}, and hide nothing`, async function () {
      this.timeout(40_000);
      app.navigation = { view };
      // What comes last.
      await host.page.deep.see(view === 'sessions' ? '.card-check' : '.tile-check', doc);
      const expected = await inner();
      expect(expected.length).to.be.greaterThan(40);
      for (const [name, css] of Object.entries({ ...SHEETS, 'poisons what is inherited': `body { ${POISON} }` })) {
        await under(css, async () => {
          expect(await inner(), name).to.deep.equal(expected);
          const { width, height } = app.getBoundingClientRect();
          expect([width, height], name).to.deep.equal([SIZE.inlineSize, SIZE.blockSize]);
          const tile = host.page.deep.all('[part~=preview], .tile[data-id]', doc)[0]!;
          const { x, y, width: wide, height: high } = tile.getBoundingClientRect();
          const hit = doc.elementFromPoint(x + wide / 2, y + high / 2);
          expect([tile.checkVisibility({ visibilityProperty: true }), hit === app], name).to.deep.equal([true, true]);
        });
      }
    });
  }

  it('move nothing in the lightbox', async function () {
    this.timeout(30_000);
    app.navigation = { view: 'iterations', iterationId: 's2-0' };
    const box = await host.page.deep.see('iteration-lightbox >>> dialog .panel', doc);
    const dialog = box.closest('dialog')!;
    // What comes after the picture.
    for (const late of ['.panel .prose', '.across', '.cell[aria-selected=true]', '.zoom-level']) {
      await host.page.deep.see(`iteration-lightbox >>> dialog ${late}`, doc);
    }
    const expected = await host.page.deep.settled(dialog);
    expect(expected.length).to.be.greaterThan(20);
    for (const [name, css] of Object.entries({ ...SHEETS, 'poisons what is inherited': `body { ${POISON} }` })) {
      await under(css, async () => expect(await host.page.deep.settled(dialog), name).to.deep.equal(expected));
    }
    app.navigation = { iterationId: null };
  });

  it('leave a direction and a language that are meant for us', async () => {
    app.remove();
    doc.documentElement.dir = 'rtl';
    doc.documentElement.lang = 'ar';
    doc.body.append(app);
    const toolbar = app.shadowRoot!.querySelector('.toolbar')!;
    await host.page.deep.until('right to left', () => getComputedStyle(toolbar).direction === 'rtl');
    doc.documentElement.removeAttribute('dir');
    doc.documentElement.lang = 'en';
  });

  it('are its own: fifty of its elements look the same with us', async () => {
    app.remove();
    const probes = plantProbes(doc);
    probes.style.position = 'absolute';
    probes.style.inlineSize = '400px';
    doc.body.append(probes);
    const before = looksOf(probes);
    expect(before.length).to.equal(50);
    doc.body.append(app);
    await host.page.deep.see('.tile[data-id]', doc);
    expect(looksOf(probes)).to.deep.equal(before);
    probes.remove();
  });
});
