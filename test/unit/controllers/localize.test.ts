import { ContextProvider } from '@lit/context';
import { expect } from '@open-wc/testing';
import { LitElement, html } from 'lit';
import { localizerContext } from '../../../src/context/localizer-context.js';
import { LocalizeController } from '../../../src/controllers/localize-controller.js';
import { Localizer } from '../../../src/i18n/localizer.js';
import { registerLocale } from '../../../src/i18n/registry.js';
import { mount, probeClass, unmountAll } from './probe.js';
import '../../support/english.js';

const Texts = probeClass((host) => new LocalizeController(host));

const german = new Localizer({ locale: 'de', messages: { 'action.dismiss': 'Schließen' } });

class EarlyProvider extends LitElement {
  readonly provider = new ContextProvider(this, { context: localizerContext, initialValue: german });
}
customElements.define('early-provider', EarlyProvider);

const make = (): InstanceType<typeof Texts> => {
  const probe = new Texts();
  probe.template = () => html`${probe.controller.t('action.dismiss')}`;
  return probe;
};

describe('LocalizeController', () => {
  afterEach(unmountAll);

  it('speaks the language of the nearest lang attribute, through shadow roots', () => {
    const outer = document.createElement('div');
    outer.lang = 'fr';
    const root = outer.attachShadow({ mode: 'open' });
    mount(outer);
    const probe = make();
    root.append(probe);
    expect(probe.controller.localizer.locale).to.equal('fr');
    const second = make();
    root.append(second);
    expect(second.controller.localizer === probe.controller.localizer).to.equal(true);
  });

  it('speaks the language of the page where nothing else is said', () => {
    expect(mount(make()).controller.localizer.locale).to.equal(document.documentElement.lang);
  });

  it('looks again when it has been moved', () => {
    const arabic = mount(document.createElement('section'));
    arabic.lang = 'ar';
    const probe = mount(make());
    expect(probe.controller.dir).to.equal('ltr');
    arabic.append(probe);
    expect(probe.controller.dir).to.equal('rtl');
  });

  it('leaves the direction to a dir attribute that is as near as the language', async () => {
    const arabic = mount(document.createElement('section'));
    const between = document.createElement('div');
    const probe = make();
    arabic.append(between);
    between.append(probe);
    arabic.lang = 'ar';
    probe.controller.hostConnected();
    expect(probe.controller.dir).to.equal('rtl');
    arabic.dir = 'ltr';
    expect(probe.controller.dir).to.equal('ltr');
    between.dir = 'RTL';
    expect(probe.controller.dir).to.equal('rtl');
    between.dir = 'auto';
    probe.dir = 'rtl';
    expect(probe.controller.dir).to.equal('rtl');
    await probe.updateComplete;
  });

  it("goes by its provider's script where the page outside says otherwise, and by a dir attribute inside", async () => {
    const outside = mount(document.createElement('div'));
    outside.dir = 'rtl';
    const provider = new EarlyProvider();
    const inside = document.createElement('div');
    const probe = make();
    outside.append(provider);
    provider.append(inside);
    inside.append(probe);
    await probe.updateComplete;
    expect(probe.controller.dir).to.equal('ltr');
    inside.dir = 'rtl';
    expect(probe.controller.dir).to.equal('rtl');
    // Taken out of it, nothing but the page speaks.
    inside.dir = '';
    outside.append(inside);
    await probe.updateComplete;
    expect(probe.controller.dir).to.equal('rtl');
  });

  it("takes a provider's localizer, and the next one", async () => {
    const provider = mount(new EarlyProvider());
    const probe = make();
    provider.append(probe);
    await probe.updateComplete;
    expect(probe.renderRoot.textContent).to.equal('Schließen');
    provider.provider.setValue(new Localizer({ messages: { 'action.dismiss': 'Shut' } }));
    await probe.updateComplete;
    expect(probe.renderRoot.textContent).to.equal('Shut');
  });

  it('finds a provider whose class comes later', async () => {
    const provider = mount(document.createElement('late-provider'));
    const probe = make();
    provider.append(probe);
    await probe.updateComplete;
    expect(probe.renderRoot.textContent).to.equal('Dismiss');
    customElements.define('late-provider', class extends EarlyProvider {});
    await customElements.whenDefined('late-provider');
    await Promise.resolve();
    await probe.updateComplete;
    expect(probe.renderRoot.textContent).to.equal('Schließen');
  });

  it('renders again when texts are registered, and only while connected', async () => {
    const probe = make();
    const parent = mount(document.createElement('div'));
    parent.lang = 'sv';
    parent.append(probe);
    await probe.updateComplete;
    registerLocale('sv', { 'action.dismiss': 'Stäng' });
    await probe.updateComplete;
    expect(probe.renderRoot.textContent).to.equal('Stäng');
    probe.remove();
    const before = probe.renders;
    registerLocale('sv', { 'action.dismiss': 'Stänga' });
    await probe.updateComplete;
    expect(probe.renders).to.equal(before);
  });
});
