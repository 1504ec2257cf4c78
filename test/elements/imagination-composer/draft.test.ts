import { expect } from '@open-wc/testing';
import {
  choice,
  drawn,
  backend,
  KEY,
  openComposer,
  part,
  png,
  prompt,
  references,
  submit,
  type,
} from './composer-page.js';
import type { Verb } from '../../../src/data/index.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-composer: the draft', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('outlives the page: another store and element on the same storage have it', async () => {
    const made = backend();
    const first = await openComposer(made);
    await type(first.composer, 'Half a thought');
    await draftOf(first.store).attach(png('mood.png'));
    draftOf(first.store).patch({ kind: 'video', count: 2 });
    first.composer.remove();
    const second = await openComposer(made);
    await drawn(second.composer);
    expect(prompt(second.composer).value).to.equal('Half a thought');
    expect(references(second.composer).length).to.equal(1);
    expect(draftOf(second.store).value).to.deep.include({ kind: 'video', count: 2 });
  });

  it('is gone from the storage once it is empty', async () => {
    const { composer } = await openComposer();
    await type(composer, 'x');
    expect(localStorage.getItem(KEY)).to.not.equal(null);
    await type(composer, '');
    expect(localStorage.getItem(KEY)).to.equal(null);
  });

  it('stays in the storage until it has arrived', async () => {
    let answer = (): void => undefined;
    const made = backend({}, () => new Promise((resolve) => (answer = resolve)));
    const { composer } = await openComposer(made);
    await type(composer, 'On its way');
    submit(composer);
    await waitUntil(() => made.requests.length === 1);
    expect(prompt(composer).value).to.equal('');
    expect(localStorage.getItem(KEY)).to.include('On its way');
    answer();
    await waitUntil(() => localStorage.getItem(KEY) === null);
  });

  it('lives without a storage', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure', 'SecurityError');
    };
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', { configurable: true, get: refuse });
    try {
      const { composer, store } = await openComposer();
      await type(composer, 'A pier');
      expect(draftOf(store).value.prompt).to.equal('A pier');
    } finally {
      if (own) Object.defineProperty(window, 'localStorage', own);
    }
  });

  it('reads nothing into a storage that holds something else', async () => {
    for (const text of ['no json', '[]', '{"prompt":7,"references":[{"id":1}],"count":-3,"kind":"smell"}']) {
      localStorage.setItem(KEY, text);
      const { composer, store } = await openComposer();
      expect(prompt(composer).value).to.equal('');
      expect(draftOf(store).value).to.deep.include({ kind: 'image', count: 4, references: [] });
      composer.remove();
    }
  });

  it('says by the verb’s word what it aims at, leaves the medium to it, and sends it while the adapter names it', async () => {
    const made = backend();
    const verbs: readonly Verb[] = [{ id: 'edit' }, { id: 'restyle', label: '<b>Restyle</b>' }];
    const adapter = { ...made.adapter, generate: { ...made.adapter.generate!, verbs } };
    const { composer, store, requests } = await openComposer({ ...made, adapter });
    const first = await store.imagine({ prompt: 'A lighthouse', kind: 'image', count: 1 });
    const remixOf = first.ok ? (first.started.iterations[0]?.id ?? '') : '';
    const aim = async (as: string | null): Promise<string | undefined> => {
      draftOf(store).patch({ remixOf, as, prompt: 'Now at night' });
      await drawn(composer);
      return part(composer, '.aim-text')?.textContent;
    };
    expect(await aim('restyle')).to.equal('<b>Restyle</b>: “A lighthouse”');
    expect(await aim('edit')).to.equal('Edit “A lighthouse”');
    expect([choice(composer, 'kind'), part(composer, '.aim button')?.ariaLabel]).to.deep.equal([
      null,
      'Don’t build on it',
    ]);
    await waitUntil(() => part(composer, '[role=status]')?.textContent.includes('Edit “A lighthouse”'), 'read out');
    submit(composer);
    await waitUntil(() => requests.length === 2);
    expect(requests[1]).to.deep.include({ origin: 'remix', from: remixOf, as: 'edit' });
    await aim('melt');
    submit(composer);
    await waitUntil(() => requests.length === 3);
    expect(requests[2]).to.deep.include({ origin: 'remix', from: remixOf }).and.not.have.property('as');
    draftOf(store).patch({ remixOf, as: 'edit' });
    draftOf(store).patch({ remixOf });
    expect(draftOf(store).value.as, 'a plain remix is one').to.equal(null);
  });

  it('promises of a verb what the store sends, and leaves the chosen medium alone', async () => {
    for (const kinds of [undefined, ['image', 'audio']] as const) {
      const made = backend();
      const verbs: readonly Verb[] = [{ id: 'animate', label: 'Animate', makes: 'video' }];
      const generate = { ...made.adapter.generate!, verbs };
      const adapter = { ...made.adapter, ...(kinds && { limits: { kinds } }), generate };
      const { composer, store, requests } = await openComposer({ ...made, adapter });
      const first = await store.imagine({ prompt: 'A lighthouse', kind: 'image', count: 1 });
      const remixOf = first.ok ? (first.started.iterations[0]?.id ?? '') : '';
      const send = async (as: string): Promise<unknown> => {
        const sent = requests.length;
        draftOf(store).patch({ remixOf, as, prompt: 'Now at night' });
        await drawn(composer);
        const shown = [part(composer, '.aim-text')?.textContent, choice(composer, 'kind') !== null];
        await waitUntil(() => part(composer, '[role=status]')?.textContent.includes(as === 'edit' ? 'Remixing' : ''));
        submit(composer);
        await waitUntil(() => requests.length > sent);
        const { as: role, kind } = requests.at(-1)!;
        return [...shown, role, kind];
      };
      const remix = ['Remix of “A lighthouse”', true, undefined, 'image'];
      expect(await send('edit'), 'not offered').to.deep.equal(remix);
      const animated = kinds ? remix : ['Animate: “A lighthouse”', false, 'animate', 'video'];
      expect(await send('animate'), String(kinds)).to.deep.equal(animated);
      expect(draftOf(store).value.kind).to.equal('image');
      composer.remove();
      localStorage.removeItem(KEY);
    }
  });

  it('says what is being remixed and what a brief adds to, and lets go of it', async () => {
    const { composer, store, requests } = await openComposer();
    await store.imagine({ prompt: 'A lighthouse', kind: 'image', count: 1 });
    const list = store.iterationList();
    await list.load();
    const iteration = store.iteration(list.value.ids[0] ?? '');
    draftOf(store).patch({
      remixOf: iteration?.id ?? '',
      sessionId: iteration?.sessionId ?? '',
      prompt: 'Now at night',
    });
    await drawn(composer);
    expect(part(composer, '.aim-text')?.textContent).to.equal('Remix of “A lighthouse”');
    submit(composer);
    await waitUntil(() => requests.length === 2);
    expect(requests[1]).to.deep.include({ origin: 'remix', from: iteration?.id });
    draftOf(store).patch({ sessionId: iteration?.sessionId ?? '' });
    await drawn(composer);
    expect(part(composer, '.aim-text')?.textContent).to.include('A lighthouse');
    part(composer, '.aim button')?.click();
    await drawn(composer);
    expect([draftOf(store).value.sessionId, part(composer, '.aim')]).to.deep.equal([null, null]);
    expect(composer.shadowRoot?.activeElement?.localName).to.equal('textarea');
  });
});
