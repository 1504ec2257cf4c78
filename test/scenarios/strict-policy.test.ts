import { expect } from '@open-wc/testing';
import { until } from './support/deep.js';
import { openFrame } from './support/frames.js';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'";

describe('a page with a strict content security policy', () => {
  it('has nothing to report on any view, and looks as without one', async function () {
    this.timeout(240_000);
    const strict = await openFrame('strict-page.html');
    const { contentDocument: doc } = strict.frame;
    expect(doc?.querySelector('meta[http-equiv]')?.getAttribute('content')).to.equal(POLICY);
    // The test server's own script needs nothing more than that.
    for (const { src } of doc?.scripts ?? []) expect(new URL(src).origin).to.equal(location.origin);
    const stops = await strict.page.walk().catch((error: unknown) => {
      throw new Error(`${String(error)} ${strict.page.trouble.join('\n')}`);
    });
    const { trouble } = strict.page;
    strict.close();
    expect(trouble).to.deep.equal([]);
    const plain = await openFrame('plain-page.html');
    const expected = await plain.page.walk();
    plain.close();
    expect(stops.filter(({ boxes }) => boxes.length > 5).length).to.be.greaterThan(30);
    expect(stops.map(({ name }) => name)).to.deep.equal(expected.map(({ name }) => name));
    for (const [index, { name, boxes }] of stops.entries()) {
      expect(boxes, name).to.deep.equal(expected[index]?.boxes);
    }
  });

  it('would have: a style attribute in a template is reported', async function () {
    this.timeout(30_000);
    const { page, close } = await openFrame('strict-page.html');
    await page.plantHole();
    const { trouble } = page;
    await until('the report', () => trouble.length > 0);
    close();
    expect(trouble.join()).to.match(/policy: style-src/);
  });
});
