import { expect, fixture, html } from '@open-wc/testing';
import { raiseToasts } from '../../../src/ui/raised-toasts.js';

describe('raiseToasts', () => {
  it('shows them above everything, and where they stand again', async () => {
    const toasts = await fixture<HTMLElement>(html`<div></div>`);
    raiseToasts(toasts, true);
    expect(toasts.matches(':popover-open')).to.equal(true);
    raiseToasts(toasts, false);
    expect(toasts.matches(':popover-open')).to.equal(false);
  });

  it('leaves alone what has left the page', () => {
    raiseToasts(document.createElement('div'), true);
  });
});
