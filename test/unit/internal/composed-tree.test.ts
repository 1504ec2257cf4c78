import { expect, fixture, html } from '@open-wc/testing';
import { closestComposed, isEditable } from '../../../src/internal/composed-tree.js';

describe('closestComposed', () => {
  it('climbs through shadow roots and slots', async () => {
    const outer = await fixture<HTMLElement>(
      html`<div lang="fr">
        <section><b></b></section>
      </div>`,
    );
    const section = outer.querySelector('section')!;
    section.attachShadow({ mode: 'open' }).innerHTML = '<div id="inner"><slot></slot></div>';
    const slotted = section.querySelector('b')!;
    expect(closestComposed(slotted, (one) => one.id === 'inner')?.localName).to.equal('div');
    const inner = section.shadowRoot!.querySelector('#inner');
    expect(closestComposed(inner, (one) => one.hasAttribute('lang'))?.getAttribute('lang')).to.equal('fr');
    expect(closestComposed(slotted, (one) => one.id === 'nowhere')).to.equal(undefined);
  });
});

describe('isEditable', () => {
  it('tells fields from buttons', async () => {
    const form = await fixture<HTMLElement>(
      html`<div>
        <input /><input type="search" /><textarea></textarea
        ><select></select>
        <p contenteditable="true"></p>
        <input type="checkbox" /><input type="range" /><button></button>
        <p></p>
      </div>`,
    );
    expect([...form.children].map((child) => isEditable(child))).to.deep.equal([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(isEditable(undefined)).to.equal(false);
    expect(isEditable(window)).to.equal(false);
  });
});
