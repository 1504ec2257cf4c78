import { expect } from '@open-wc/testing';
import { AdapterError } from '../../../src/data/index.js';
import {
  drawn,
  backend,
  KEY,
  note,
  openComposer,
  part,
  png,
  prompt,
  references,
  submit,
  type,
} from './composer-page.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

const moderated = (): never => {
  throw new AdapterError('moderated', 'no', { retryable: false });
};

describe('imagination-composer: when sending fails', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('puts the brief back, with its references, and says why', async () => {
    const { composer, store } = await openComposer(backend({}, moderated));
    await type(composer, 'A pier');
    await draftOf(store).attach(png());
    const outcomes: boolean[] = [];
    composer.addEventListener('imagined', ({ detail }) => outcomes.push(detail.outcome.ok));
    submit(composer);
    await waitUntil(() => outcomes.length === 1);
    await drawn(composer);
    expect(outcomes).to.deep.equal([false]);
    expect(prompt(composer).value).to.equal('A pier');
    expect(references(composer).length).to.equal(1);
    expect(note(composer)).to.include('rephrase it').and.to.include('Your brief is still here.');
    await type(composer, 'A quiet pier');
    expect(note(composer)).to.equal('');
  });

  it('keeps what was typed meanwhile, and gives the former brief back on request', async () => {
    let fail = (): void => undefined;
    const made = backend({}, () => new Promise((_, reject) => (fail = () => reject(new AdapterError('moderated')))));
    const { composer } = await openComposer(made);
    await type(composer, 'First');
    submit(composer);
    await waitUntil(() => made.requests.length === 1);
    await type(composer, 'Second');
    fail();
    await waitUntil(() => note(composer) !== '');
    expect(prompt(composer).value).to.equal('Second');
    part(composer, '.note button')?.click();
    await drawn(composer);
    expect(prompt(composer).value).to.equal('First');
    part(composer, '.note button')?.click();
    await drawn(composer);
    expect(prompt(composer).value).to.equal('Second');
  });

  it('does not say of what comes back that it was added', async () => {
    let fail = (): void => undefined;
    const made = backend({}, () => new Promise((_, reject) => (fail = () => reject(new AdapterError('moderated')))));
    const { composer, store } = await openComposer(made);
    const said: string[] = [];
    const status = part(composer, '[role=status]');
    const ear = new MutationObserver(() => said.push(status?.textContent.trim() ?? ''));
    ear.observe(status ?? composer, { childList: true, characterData: true, subtree: true });
    const source = { url: 'https://media.test/a.png', mime: 'image/png' };
    const add = async (name: string): Promise<void> => {
      draftOf(store).addReference({ id: name, name, kind: 'image', source, from: { iterationId: name } });
      await waitUntil(() => said.some((text) => text.includes(name)), `${name} is said`);
    };
    await add('First');
    await type(composer, 'A pier');
    submit(composer);
    await waitUntil(() => made.requests.length === 1);
    await type(composer, 'Something newer');
    fail();
    await waitUntil(() => note(composer) !== '');
    part(composer, '.note button')?.click();
    await drawn(composer);
    expect(references(composer).length).to.equal(1);
    submit(composer);
    await waitUntil(() => made.requests.length === 2);
    fail();
    await waitUntil(() => note(composer) !== '');
    await add('Second');
    ear.disconnect();
    expect(said.filter((text) => text.includes('First')).length, said.join('|')).to.equal(1);
  });

  it('keeps the brief when the element goes while it is sent', async () => {
    let fail = (): void => undefined;
    const made = backend({}, () => new Promise((_, reject) => (fail = () => reject(new AdapterError('quota')))));
    const { composer, store } = await openComposer(made);
    await type(composer, 'A pier');
    submit(composer);
    await waitUntil(() => made.requests.length === 1);
    composer.remove();
    fail();
    await waitUntil(() => draftOf(store).value.prompt === 'A pier');
    expect(draftOf(store).value.failure?.code).to.equal('quota');
  });

  for (const [what, start] of [
    ['throws at once', moderated],
    ['rejects with an error of its own', () => Promise.reject(new TypeError('x is not a function'))],
  ] as const) {
    it(`survives a backend that ${what}`, async () => {
      const { composer } = await openComposer(backend({}, start));
      await type(composer, 'A pier');
      submit(composer);
      await waitUntil(() => note(composer) !== '');
      expect(prompt(composer).value).to.equal('A pier');
    });
  }
});
