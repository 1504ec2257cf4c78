import { ContextProvider } from '@lit/context';
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { storeContext } from '../../../src/context/store-context.js';
import { pageStoreFor, StoreController } from '../../../src/controllers/store-controller.js';
import type { ImaginationsAdapter } from '../../../src/data/index.js';
import { loadLater } from '../../../src/store/later.js';
import { ImaginationsStore } from '../../../src/store/index.js';
import { FakeBackend } from '../../support/fake-backend.js';
import { FakeClock, settle } from '../../support/fake-clock.js';
import { iteration, session } from '../../support/rows.js';

// What these tests are about comes after the first rows.
before(() => loadLater());

/** Shows one selection of a store. */
class SelectProbe extends LitElement {
  @property({ attribute: false }) adapter?: ImaginationsAdapter | undefined;
  @property({ attribute: false }) store?: ImaginationsStore | undefined;
  renders = 0;
  selections = 0;
  readonly stores: (ImaginationsStore | undefined)[] = [];
  readonly data = new StoreController(
    this,
    ({ navigation }) => {
      this.selections++;
      return { view: navigation.value.view };
    },
    (store) => this.stores.push(store),
  );

  protected override updated(): void {
    this.renders++;
  }
}

class ProviderProbe extends LitElement {
  readonly provider = new ContextProvider(this, { context: storeContext });
}

customElements.define('select-probe', SelectProbe);
customElements.define('store-provider-probe', ProviderProbe);

interface Made {
  readonly backend: FakeBackend;
  readonly clock: FakeClock;
  readonly store: ImaginationsStore;
}

function make(): Made {
  const backend = new FakeBackend().add(session('s1'), iteration('i1'));
  const clock = new FakeClock();
  return { backend, clock, store: new ImaginationsStore(backend.adapter({ stream: true }), { clock }) };
}

const isStreaming = ({ backend }: Made): boolean => backend.subscription?.signal.aborted === false;

describe('store controller', () => {
  const mounted: Element[] = [];
  const mount = <E extends Element>(element: E, into: Element = document.body): E => {
    into.append(element);
    mounted.push(element);
    return element;
  };
  afterEach(() => {
    for (const element of mounted.splice(0)) element.remove();
  });

  const probeWith = async (store: ImaginationsStore): Promise<SelectProbe> => {
    const probe = new SelectProbe();
    probe.store = store;
    mount(probe);
    await probe.updateComplete;
    return probe;
  };

  it('updates its element when the selection has changed, and only then', async () => {
    const { store } = make();
    const probe = await probeWith(store);
    await settle();
    const before = probe.renders;
    store.navigate({ layout: 'timeline' });
    await settle();
    expect([probe.renders, probe.data.value]).to.deep.equal([before, { view: 'sessions' }]);
    store.navigate({ view: 'iterations' });
    await settle();
    expect([probe.renders, probe.data.value]).to.deep.equal([before + 1, { view: 'iterations' }]);
  });

  it('keeps the store connected while the element is, and over a move', async () => {
    const made = make();
    const probe = await probeWith(made.store);
    expect(isStreaming(made)).to.equal(true);
    probe.remove();
    await made.clock.advance(500);
    mount(probe);
    await made.clock.advance(5000);
    expect([isStreaming(made), made.backend.subscribed]).to.deep.equal([true, 1]);
    probe.remove();
    await made.clock.advance(1000);
    expect(isStreaming(made)).to.equal(false);
  });

  it('hears nothing once it is off the page, and catches up when it is back', async () => {
    const { store } = make();
    const probe = await probeWith(store);
    probe.remove();
    const { renders } = probe;
    store.navigate({ view: 'iterations' });
    await settle();
    expect(probe.renders).to.equal(renders);
    mount(probe);
    await probe.updateComplete;
    expect(probe.data.value).to.deep.equal({ view: 'iterations' });
  });

  it('prefers its own store to its adapter, and its adapter to a provider', async () => {
    const [own, around] = [make(), make()];
    const { adapter } = make().store;
    const provider = mount(new ProviderProbe());
    provider.provider.setValue(around.store);
    const probe = new SelectProbe();
    mount(probe, provider);
    expect(probe.data.store === around.store).to.equal(true);
    probe.adapter = adapter;
    await probe.updateComplete;
    expect(probe.data.store === pageStoreFor(adapter)).to.equal(true);
    probe.store = own.store;
    await probe.updateComplete;
    expect(probe.data.store === own.store).to.equal(true);
    probe.store = undefined;
    probe.adapter = undefined;
    await probe.updateComplete;
    expect(probe.data.store === around.store).to.equal(true);
  });

  it('lets go of a store that it does not use any more', async () => {
    const [one, two] = [make(), make()];
    const probe = await probeWith(one.store);
    probe.store = two.store;
    await probe.updateComplete;
    await one.clock.advance(1000);
    expect([isStreaming(one), isStreaming(two)]).to.deep.equal([false, true]);
    expect(probe.stores.map((store) => [one.store, two.store].findIndex((known) => known === store))).to.deep.equal([
      0, 1,
    ]);
  });

  it('follows its provider to another store, and to none', async () => {
    const [one, two] = [make(), make()];
    const provider = mount(new ProviderProbe());
    const probe = new SelectProbe();
    mount(probe, provider);
    await probe.updateComplete;
    expect([probe.data.store, probe.data.value]).to.deep.equal([undefined, undefined]);
    provider.provider.setValue(one.store);
    await probe.updateComplete;
    expect(probe.data.value).to.deep.equal({ view: 'sessions' });
    two.store.navigate({ view: 'iterations' });
    provider.provider.setValue(two.store);
    await probe.updateComplete;
    expect(probe.data.value).to.deep.equal({ view: 'iterations' });
    provider.provider.setValue(undefined);
    await probe.updateComplete;
    expect([probe.data.store, probe.data.value]).to.deep.equal([undefined, undefined]);
    await two.clock.advance(1000);
    expect(isStreaming(two)).to.equal(false);
  });

  it('has no store any more when it is taken out of its provider', async () => {
    const { store } = make();
    const provider = mount(new ProviderProbe());
    provider.provider.setValue(store);
    const probe = mount(new SelectProbe(), provider);
    await probe.updateComplete;
    mount(probe);
    await probe.updateComplete;
    expect(probe.data.store).to.equal(undefined);
    provider.append(probe);
    await probe.updateComplete;
    expect(probe.data.store === store).to.equal(true);
  });

  it('finds a provider whose class comes after it', async () => {
    const { store } = make();
    const later = mount(document.createElement('later-store-provider'));
    const probe = mount(new SelectProbe(), later);
    await probe.updateComplete;
    expect(probe.data.store).to.equal(undefined);
    customElements.define(
      'later-store-provider',
      class extends LitElement {
        readonly provider = new ContextProvider(this, { context: storeContext, initialValue: store });
      },
    );
    await settle();
    expect(probe.data.store === store).to.equal(true);
  });

  it('can be made for an element that is on the page already', async () => {
    const { store } = make();
    const provider = mount(new ProviderProbe());
    provider.provider.setValue(store);
    class LateProbe extends LitElement {}
    customElements.define('late-store-probe', LateProbe);
    const probe = mount(new LateProbe(), provider);
    await probe.updateComplete;
    const controller = new StoreController(probe, ({ navigation }) => ({ view: navigation.value.view }));
    expect(controller.store === store).to.equal(true);
    await probe.updateComplete;
    expect(controller.value).to.deep.equal({ view: 'sessions' });
  });

  it('takes a new store where the adapter’s own was disposed of', async () => {
    const { adapter } = make().store;
    const probe = new SelectProbe();
    probe.adapter = adapter;
    mount(probe);
    await probe.updateComplete;
    const first = probe.data.store;
    first?.dispose();
    probe.requestUpdate();
    await probe.updateComplete;
    expect(probe.data.store === first).to.equal(false);
    expect(probe.data.store?.isDisposed).to.equal(false);
  });
});
