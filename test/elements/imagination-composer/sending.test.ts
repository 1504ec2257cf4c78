import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ImagineEvent } from '../../../src/elements/imagination-composer/events.js';
import { drawn, backend, choice, KEY, note, openComposer, part, prompt, submit, type } from './composer-page.js';
import { draftOf } from '../../../src/store/index.js';
import { waitUntil } from '../../support/wait.js';

describe('imagination-composer: sending', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('asks for what was written, in the chosen medium and number, and makes room for the next brief', async () => {
    const { composer, store, requests } = await openComposer();
    await type(composer, 'Paper cranes\nover a river');
    draftOf(store).patch({ kind: 'audio', count: 2 });
    await drawn(composer);
    submit(composer);
    await waitUntil(() => requests.length === 1);
    expect(requests[0]).to.deep.include({ kind: 'audio', count: 2, origin: 'prompt' });
    expect(requests[0]?.session).to.deep.equal({ create: { prompt: 'Paper cranes\nover a river' } });
    expect(prompt(composer).value).to.equal('');
  });

  it('submits nothing, for a sandboxed frame may not: the browser would stop it, and say so', async () => {
    const { composer, requests } = await openComposer();
    await type(composer, 'Paper cranes');
    const root = composer.shadowRoot!;
    let submitted = 0;
    const stop = (event: Event): void => {
      submitted++;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    root.addEventListener('submit', stop, true);
    submit(composer);
    await waitUntil(() => requests.length === 1);
    expect(submitted).to.equal(0);
  });

  it('offers the media and the number of variants that the backend has', async () => {
    const { adapter } = backend({ limits: { kinds: ['smell' as 'image', 'video', 'audio'], maxVariants: 3 } });
    const { composer } = await openComposer({ adapter, requests: [] });
    const options = (name: string): string[] => [...(choice(composer, name)?.options ?? [])].map(({ value }) => value);
    expect(options('kind')).to.deep.equal(['video', 'audio']);
    expect(options('count')).to.deep.equal(['1', '2', '3']);
    expect(choice(composer, 'kind')?.value).to.equal('video');
    expect(choice(composer, 'aspect')).to.equal(null);
  });

  it('sends the chosen aspect ratio, and none for "auto"', async () => {
    const { composer, store, requests } = await openComposer();
    composer.aspects = ['auto', '16:9'];
    await type(composer, 'A pier');
    const aspect = choice(composer, 'aspect');
    if (aspect) aspect.value = '16:9';
    aspect?.dispatchEvent(new Event('change'));
    submit(composer);
    await waitUntil(() => requests.length === 1);
    draftOf(store).patch({ prompt: 'Another pier', params: { aspect: 'auto' } });
    await drawn(composer);
    submit(composer);
    await waitUntil(() => requests.length === 2);
    expect(requests.map(({ session }) => ('create' in session ? session.create.params : null))).to.deep.equal([
      { aspect: '16:9' },
      undefined,
    ]);
  });

  it('sends by Ctrl+Enter; Enter alone is a new line', async () => {
    const { composer, requests } = await openComposer();
    composer.focusPrompt();
    await sendKeys({ type: 'One' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'two' });
    expect(prompt(composer).value).to.equal('One\ntwo');
    expect(requests.length).to.equal(0);
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await waitUntil(() => requests.length === 1);
  });

  it('leaves the keys of an input method alone', async () => {
    const { composer, requests } = await openComposer();
    await type(composer, 'にほん');
    const key = { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    const composing = new KeyboardEvent('keydown', { ...key, isComposing: true });
    prompt(composer).dispatchEvent(composing);
    // Safari says so by the code alone, on the key that ends the composition.
    const ending = new KeyboardEvent('keydown', key);
    Object.defineProperty(ending, 'keyCode', { value: 229 });
    prompt(composer).dispatchEvent(ending);
    await drawn(composer);
    expect([composing.defaultPrevented, ending.defaultPrevented, requests.length]).to.deep.equal([false, false, 0]);
    expect(prompt(composer).value).to.equal('にほん');
  });

  it('says in place that there is nothing to send, until there is', async () => {
    const { composer, requests } = await openComposer();
    await type(composer, ' \n\t ');
    submit(composer);
    await drawn(composer);
    expect(note(composer)).to.equal('Write a few words first.');
    expect(prompt(composer).getAttribute('aria-invalid')).to.equal('true');
    expect(composer.shadowRoot?.activeElement?.localName).to.equal('textarea');
    await type(composer, 'A pier');
    expect(note(composer)).to.equal('');
    expect(requests.length).to.equal(0);
  });

  it('takes 100,000 characters, and keeps but does not send more', async () => {
    const { composer, requests } = await openComposer();
    await type(composer, 'x'.repeat(100_001));
    submit(composer);
    await drawn(composer);
    expect(note(composer)).to.equal('The brief is 1 characters too long.');
    expect([prompt(composer).value.length, requests.length]).to.deep.equal([100_001, 0]);
    await type(composer, 'x'.repeat(100_000));
    submit(composer);
    await waitUntil(() => requests.length === 1);
  });

  it('asks before and tells after; a host can refuse, and the brief stays', async () => {
    const { composer, requests } = await openComposer();
    const told: string[] = [];
    const refuse = (event: ImagineEvent): void => {
      told.push(`imagine ${event.detail.request.prompt}`);
      event.preventDefault();
    };
    composer.addEventListener('imagine', refuse);
    composer.addEventListener('imagined', ({ detail }) => told.push(`imagined ${detail.outcome.ok}`));
    await type(composer, 'A pier');
    submit(composer);
    await drawn(composer);
    expect([prompt(composer).value, requests.length]).to.deep.equal(['A pier', 0]);
    composer.removeEventListener('imagine', refuse);
    submit(composer);
    await waitUntil(() => told.length === 2);
    expect(told).to.deep.equal(['imagine A pier', 'imagined true']);
  });

  it('shows what cannot be done here: a backend without generate has no composer', async () => {
    const { adapter } = backend();
    const { generate, ...readOnly } = adapter;
    expect(generate).to.not.equal(undefined);
    const { composer } = await openComposer({ adapter: readOnly, requests: [] });
    expect(part(composer, 'form')).to.equal(null);
    expect(composer.shadowRoot?.textContent).to.include('Read only');
  });
});
