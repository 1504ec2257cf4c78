import { expect } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { LatePart } from '../../../src/controllers/late-part.js';

class LateProbe extends LitElement {
  asked = 0;
  fails = false;
  readonly late: LatePart<string> = new LatePart(this, () => {
    this.asked++;
    return this.fails ? Promise.reject(new Error('No connection')) : Promise.resolve('there');
  });

  override render(): TemplateResult {
    return html`${this.late.now ?? 'not yet'}`;
  }
}
customElements.define('late-probe', LateProbe);

describe('LatePart', () => {
  let probe: LateProbe;

  beforeEach(async () => {
    probe = new LateProbe();
    document.body.append(probe);
    await probe.updateComplete;
  });
  afterEach(() => probe.remove());

  it('comes once, however often it is asked for, and is drawn', async () => {
    expect([probe.late.now, probe.late.coming, probe.shadowRoot?.textContent]).to.deep.equal([
      undefined,
      undefined,
      'not yet',
    ]);
    const both = await Promise.all([probe.late.need(), probe.late.drawn()]);
    expect([both, probe.late.now, probe.asked]).to.deep.equal([['there', 'there'], 'there', 1]);
    expect(probe.shadowRoot?.textContent).to.equal('there');
    await probe.late.need();
    expect(probe.asked).to.equal(1);
  });

  it('answers with nothing where it cannot be had, and is asked for again at the next occasion', async () => {
    probe.fails = true;
    expect(await Promise.all([probe.late.need(), probe.late.drawn()])).to.deep.equal([undefined, undefined]);
    expect([probe.late.now, probe.late.coming, probe.asked]).to.deep.equal([undefined, undefined, 1]);
    probe.fails = false;
    expect(await probe.late.drawn()).to.equal('there');
    expect(probe.asked).to.equal(2);
  });
});
